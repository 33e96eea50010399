"""Directories of services, wherever they are: a file, a folder of pages, a list of charities or a live feed."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from levelling.atlas import Atlas as Figures
from levelling.core.area import Area, Level
from levelling.core.errors import UserError
from levelling.core.period import Period
from levelling.core.service import Entry, Problem, Service, once

if TYPE_CHECKING:
    from levelling.solutions.providers import Bid, Consortium, Market

_JSON = (".json", ".jsonl", ".ndjson")
_TABLES = (".csv", ".tsv", ".txt")
_BEGINNING = 4096


def read_directory(source: str | Path) -> Iterator[Entry]:
    """Every service of a directory, each once, with a problem for each thing that could not be taken as it stood.

    Args:
        source: A JSON file, JSON lines or a table of charities, each of which may be packed with gzip; a folder of these; or
            the address of a feed. No other address than that one is ever asked.

    Raises:
        UserError: There is nothing there, it holds no directory, or no service in it could be read.
    """
    return _some(called(source), once(_entries(source)))


def _some(name: str, entries: Iterator[Entry]) -> Iterator[Entry]:
    """The entries; where no service is among them, what is wrong is the answer: 'offered by nobody' would be false."""
    first: Problem | None = None
    services = False
    for entry in entries:
        services = services or isinstance(entry, Service)
        first = first or (entry if isinstance(entry, Problem) else None)
        yield entry
    if first is not None and not services:
        raise UserError(f"No service in {name} could be read ({first}).", "Mend it, or give another directory.")


def _entries(source: str | Path) -> Iterator[Entry]:
    from levelling.sources.open_referral.fetch import checked, is_address

    if isinstance(source, str) and is_address(source):
        from levelling.sources.open_referral.feed import read_feed

        return read_feed(checked(source))
    path = Path(source)
    if not str(source).strip():
        raise UserError("No directory of services was named.", "Give a file, a folder of pages, or an address.")
    try:
        if path.is_dir():
            return _folder(path)
        if path.is_file():
            return _file(path)
        there = path.exists()
    except (OSError, ValueError) as error:
        raise UserError(
            f"The directory '{str(source)[:100]}' cannot be opened.", "Give a file, a folder or an address."
        ) from error
    if there:
        raise UserError(f"{path} is neither a file nor a folder.", "Save what it gives in a file, and give that.")
    raise UserError(f"There is no file or folder {path}.", "Give a file, a folder of pages, or an address such as https://....")


def _folder(path: Path) -> Iterator[Entry]:
    from levelling.sources.open_referral.files import holds_pages, read_folder

    tables = [item for item in sorted(path.iterdir()) if item.is_file() and _ending(item) in _TABLES[:2]]
    if tables and not holds_pages(path):
        return (entry for item in tables for entry in _file(item))
    return read_folder(path)


def _file(path: Path) -> Iterator[Entry]:
    from levelling.sources.charity_register.read import read_charities
    from levelling.sources.open_referral.files import beginning, read_file

    first = beginning(path, _BEGINNING)
    if not first.strip():
        raise UserError(f"The file {path} is empty.", "Give a directory of services or a list of charities.")
    if b"\0" in first:
        raise UserError(f"The file {path} is not text in UTF-8.", "Give services as JSON, or charities as CSV with a heading.")
    looks = first.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}
    if _ending(path) in _JSON and not looks:
        raise UserError(f"The file {path} is not JSON, though its name says so.", "Fetch it again, or look what it holds.")
    if _ending(path) in _TABLES or not looks:
        if _ending(path) not in _TABLES and (b"\n" not in first or first.lstrip()[:1] == b"<"):
            raise UserError(
                f"The file {path} is neither JSON nor a table.", "Give services as JSON, or charities as CSV with a heading."
            )
        return read_charities(path)
    return read_file(path)


def _ending(path: Path) -> str:
    return Path(path.name.lower().removesuffix(".gz")).suffix


def market_of(atlas: Figures, source: str | Path, as_of: Period, area: Area | None = None, months: int | None = None) -> "Market":
    """The provider market in a directory: of one place, held against its needs, or of all.

    Args:
        atlas: Where areas are read.
        source: See `read_directory`.
        as_of: The day entries are judged at.
        area: The place; `None` for everything.
        months: Months after which an entry is stale; a year where not given.

    Raises:
        UserError: The directory cannot be read, or the limit is no number of months.
    """
    from levelling.challenge.needs import needs
    from levelling.solutions.providers import survey

    entries = read_directory(source)
    held = needs(atlas, area) if area else ()
    return survey(atlas, entries, called(source), as_of, area, _months(months), held)


def consortium_of(
    atlas: Figures, source: str | Path, bid: "Bid", as_of: Period, level: Level | None = None, months: int | None = None
) -> "Consortium":
    """The smallest set of providers in a directory that covers a bid.

    Args:
        atlas: Where areas are read.
        source: See `read_directory`.
        bid: What is asked.
        as_of: The day entries are judged at.
        level: Which kind of area the bid's area is, where several share the name.
        months: Months after which an entry is stale; a year where not given.

    Raises:
        UserError: The directory cannot be read, the bid names what is not known, or no set covers it.
    """
    from levelling.solutions.providers import consortium, coverings, themes

    area = atlas.area(bid.area, level) if bid.area else None
    codes = frozenset(atlas.gazetteer.authorities(area)) if area else frozenset()
    held = coverings(atlas, read_directory(source), as_of, _months(months))
    return consortium(held.providers, bid, themes(), area, codes, lost=held.lost)


def bid_of(path: Path | None, given: Mapping[str, Any]) -> "Bid":
    """A bid from a file, from what was given beside it, or from both: what was given comes first."""
    from levelling.solutions.providers import Bid, read_bid

    if path is not None:
        return read_bid(path, **given)
    return Bid(**{name: value for name, value in given.items() if value is not None})


def called(source: str | Path) -> str:
    """What a directory is called on a page: its address without the query, or the name of its file or folder."""
    from levelling.sources.open_referral.fetch import is_address, shown

    text = str(source)
    return shown(text) if is_address(text) else Path(text).resolve().name


def _months(months: int | None) -> int:
    from levelling.solutions.providers import MONTHS

    if months is not None and not 1 <= months <= 1_200:
        raise UserError(f"An entry cannot be stale after {months} months.", "Give a number of months from 1, such as 12.")
    return MONTHS if months is None else months
