"""Cited links: what studies found to lead to what, to be drawn from. Findings that contradict each other stand side by side."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, ClassVar

from pydantic import ValidationError

from levelling.atlas.declared import FactsBroken, faults_of
from levelling.core.errors import UserError
from levelling.core.shelf import Shelf
from levelling.practice.logic.model import Basis, Lag, Sign, Size
from levelling.practice.logic.shape import CitedFile
from levelling.practice.logic.words import lag_words, size_words


@dataclass(frozen=True, slots=True)
class CitedLink:
    """What one study found.

    Attributes:
        id: Its name: a model's link takes it over with `cites`.
        start: What there is more of.
        end: What follows.
        sign: Which way.
        size: How much; `None` where only the direction is known.
        lag: After how long; `None` where not said.
        basis: Grade, source, address, date, and whom it speaks of.
        note: What to mind.
        not_with: The link that counts the same thing once more: only one of the two may be added up.
        why_not: Why.
        against: The link whose finding contradicts this one.
    """

    id: str
    start: str
    end: str
    sign: Sign
    size: Size | None
    lag: Lag | None
    basis: Basis
    note: str
    not_with: str
    why_not: str
    against: str

    def record(self) -> dict[str, Any]:
        """The link as plain data."""
        size = self.size
        return {
            "record": "cited link",
            "id": self.id,
            "from": self.start,
            "to": self.end,
            "sign": self.sign.value,
            "direction": self.sign.words,
            "size": size_words(size) or None,
            "value": size.value if size else None,
            "low": size.low if size else None,
            "high": size.high if size else None,
            "unit": size.unit if size else None,
            "per": (size.per or None) if size else None,
            "each": size.each if size and size.per else None,
            "spread": size.spread.value if size and size.has_range else None,
            "lag": lag_words(self.lag) or None,
            "lag_first": self.lag.first if self.lag else None,
            "lag_last": self.lag.last if self.lag else None,
            "applies_to": self.basis.applies_to,
            "grade": self.basis.grade,
            "source": self.basis.source,
            "address": self.basis.address or None,
            "date": self.basis.date or None,
            "note": self.note or None,
            "not_with": self.not_with or None,
            "contradicted_by": self.against or None,
        }


@dataclass(frozen=True, slots=True)
class CitedLinks:
    """Cited links, as found.

    Attributes:
        items: In the order they were found.
    """

    items: tuple[CitedLink, ...]

    def records(self) -> list[dict[str, Any]]:
        """One record a link."""
        return [item.record() for item in self.items]


class CitedShelf(Shelf[CitedLink]):
    """Every cited link, by id and by words."""

    ONE = "cited link"
    ADVICE = "Search them with: levelling logic --links WORDS."
    WEIGHTS: ClassVar[Mapping[str, float]] = {"name": 4.0, "nodes": 4.0, "about": 1.0}

    def texts_of(self, item: CitedLink) -> Mapping[str, str]:
        """Its name, what it joins, and all else that is said of it."""
        unit = item.size.unit if item.size else ""
        return {
            "name": item.id.replace("-", " "),
            "nodes": f"{item.start} {item.end}",
            "about": f"{item.note} {item.basis.source} {item.basis.applies_to} {unit}",
        }


@cache
def cited_links() -> CitedShelf:
    """Every cited link that comes with the package.

    Raises:
        FactsBroken: Lists every file and field that is wrong.

    Example:
        >>> cited_links().get("place-and-train-primary-care").against
        'place-and-train-primary-care-nothing'
    """
    return CitedShelf(load_cited(Path(str(files("levelling") / "facts" / "logic_models" / "links"))))


def load_cited(folder: Path) -> dict[str, CitedLink]:
    """Every cited link of a folder: TOML files of one table a link.

    Raises:
        FactsBroken: Lists every file and field that is wrong.
    """
    found: dict[str, CitedLink] = {}
    faults: list[str] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            tables: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            faults.append(f"{path.name}: is not TOML: {error}")
            continue
        for slug, table in tables.items():
            if slug in found:
                faults.append(f"{path.name}, {slug}: there is a link of this name already")
            try:
                found[slug] = _cited(slug, CitedFile.model_validate(table))
            except ValidationError as error:
                faults.extend(f"{path.name}, {slug}, {fault}" for fault in faults_of(error))
    faults += _one_sided(found)
    if faults:
        raise FactsBroken("The cited links are not whole", faults)
    return found


def _cited(slug: str, file: CitedFile) -> CitedLink:
    basis = Basis(file.grade, file.source, file.address, file.date, file.applies_to)
    return CitedLink(
        id=slug,
        start=file.start,
        end=file.end,
        sign=file.sign,
        size=file.size.size() if file.size else None,
        lag=file.lag(),
        basis=basis,
        note=file.note,
        not_with=file.not_with,
        why_not=file.why_not,
        against=file.against,
    )


def _one_sided(found: Mapping[str, CitedLink]) -> list[str]:
    """What is said of a pair by one of the two alone: a reader of the other would not hear of it."""
    faults = []
    for slug, link in found.items():
        for field, other in (("not_with", link.not_with), ("against", link.against)):
            if other and (other not in found or getattr(found[other], field) != slug):
                faults.append(f"{slug}, {field}: '{other}' does not say the same of it")
    return faults


def search_links(query: str) -> CitedLinks:
    """The cited links that hold the words, best first, each followed by the one that contradicts it; all where there are none.

    Raises:
        UserError: Nothing was found.

    Example:
        >>> [link.id for link in search_links("13 weeks or more").items]
        ['place-and-train-primary-care', 'place-and-train-primary-care-nothing']
    """
    known = cited_links()
    found = known.with_words(query)
    if not found:
        raise UserError(
            f"No cited link holds '{query[:60]}'.", "Try fewer words, or see them all with: levelling logic --links ''."
        )
    beside = (one for link in found for one in ((link, known.get(link.against)) if link.against else (link,)))
    return CitedLinks(tuple(dict.fromkeys(beside)))
