"""A live feed, page after page, from the address the user named and nowhere else."""

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from levelling.core.errors import UserError
from levelling.core.service import Entry, Problem, Service
from levelling.sources.open_referral.fetch import Fetch, Refused, fetch, shown
from levelling.sources.open_referral.files import read_page
from levelling.sources.open_referral.stream import Entries

MOST_PAGES = 10_000
"""Pages after which a feed is read no further."""
GIVE_UP = 3
"""Pages that fail one after another before a feed is left alone."""
_TRIES = 3
_LONGEST_PAUSE = 60.0


def read_feed(
    address: str, *, most_pages: int = MOST_PAGES, get: Fetch = fetch, pause: Callable[[float], None] = time.sleep
) -> Iterator[Entry]:
    """Every service of a feed, with a problem for each thing that could not be taken as it stood.

    Pages are asked for one at a time by `page=1`, `page=2` and so on, until the last that the feed tells of, or an empty one.
    A page that fails is tried twice more, then told of and passed over. A feed that gives the same page again is left.

    Args:
        address: The address of its list of services, with whatever filters; it is used as it stands, and a page is added.
        most_pages: Pages after which no more are asked for.
        get: Fetches one page.
        pause: Waits between tries.

    Raises:
        UserError: The address is none, or its first page cannot be had.
    """
    first = _first_page(address)
    number, failed, told = first, 0, None
    seen: dict[bytes, int] = {}
    while number < first + most_pages:
        name = f"page {number}"
        try:
            body = _tried(_with_page(address, number), get, pause)
        except Refused as error:
            if number == first:
                raise UserError(f"The feed at {shown(address)} cannot be read: {error}.", error.advice) from error
            failed += 1
            yield Problem(name, None, "", f"it cannot be read: {error}")
            if failed == GIVE_UP or told is None:
                yield Problem("the feed", None, "", f"no page after {name} was asked for{_left(told, number)}")
                return
        else:
            failed = 0
            entries = Entries([body.decode("utf-8-sig", errors="replace")])
            page = list(_checked(read_page(name, entries), entries, address, number, first))
            same = seen.setdefault(_print(page, body), number)
            if same != number:
                yield Problem(name, None, "", f"it holds the same as page {same}: the feed goes round, and was left here")
                return
            yield from page
            told = _pages(entries.head) or told
            if _is_last(entries, told, number):
                return
        number += 1
    yield Problem("the feed", None, "", f"no page after the first {most_pages:,} was asked for{_left(told, number - 1)}")


def _checked(page: Iterator[Entry], entries: Entries, address: str, number: int, first: int) -> Iterator[Entry]:
    """The page's entries; then what the page says of itself, where that is odd. A first page without any services ends it."""
    services = 0
    for entry in page:
        services += isinstance(entry, Service)
        yield entry
    if number == first and not services and entries.count <= 1 and not _envelope(entries.head):
        advice = "Give the address of its list of services: it often ends in /services."
        raise UserError(f"There is no list of services at {shown(address)}.", advice)
    said = entries.head.get("page_number", entries.head.get("number"))
    if isinstance(said, int) and said != number:
        yield Problem(f"page {number}", None, "page_number", f"the feed calls it page {said}", True)
    total = entries.head.get("total_pages", entries.head.get("totalPages"))
    if total is not None and _pages(entries.head) is None:
        said = f"'{str(total)[:30]}' is no number of pages: pages are read until one is empty"
        yield Problem(f"page {number}", None, "total_pages", said, True)


def _print(page: Sequence[Entry], body: bytes) -> bytes:
    """What tells one page from another: the services on it, as a time or a count beside them may change with every answer."""
    ids = [entry.id or entry.name for entry in page if isinstance(entry, Service)]
    return hashlib.blake2b("\n".join(ids).encode() or body, digest_size=16).digest()


def _envelope(head: dict[str, Any]) -> bool:
    return any(name in head for name in ("total_items", "total_pages", "page_number", "empty", "totalPages", "number"))


def _pages(head: dict[str, Any]) -> int | None:
    total = head.get("total_pages", head.get("totalPages"))
    return total if isinstance(total, int) and not isinstance(total, bool) and 0 <= total <= 10_000_000 else None


def _is_last(entries: Entries, told: int | None, number: int) -> bool:
    if not entries.count and (told is None or number >= told):
        return True
    if told is not None:
        return number >= told
    return entries.head.get("last_page") is True or not _envelope(entries.head)


def _left(told: int | None, number: int) -> str:
    return f": {told - number:,} of its {told:,} pages were not read" if told is not None and told > number else ""


def _tried(address: str, get: Fetch, pause: Callable[[float], None]) -> bytes:
    for tried in range(1, _TRIES + 1):
        try:
            return get(address)
        except Refused as error:
            if not error.passing or tried == _TRIES:
                raise
            pause(min(error.wait if error.wait is not None else 2.0 ** (tried - 1), _LONGEST_PAUSE))
    raise AssertionError("unreachable")


def _first_page(address: str) -> int:
    given = dict(parse_qsl(urlsplit(address).query)).get("page", "1")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 8 else 1


def _with_page(address: str, number: int) -> str:
    parts = urlsplit(address)
    query = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "page"]
    return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode([*query, ("page", str(number))]), ""))
