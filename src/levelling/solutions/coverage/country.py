"""How well bodies fit in every local authority: where alignment is worst."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from levelling.atlas.atlas import Atlas
from levelling.core.area import Area, Level
from levelling.core.period import Period
from levelling.core.words import place
from levelling.solutions.coverage.alignment import PERFECT, Pair
from levelling.solutions.coverage.phrases import called, on, score_words
from levelling.solutions.coverage.place import Coverage, coverage


@dataclass(frozen=True, slots=True)
class Row:
    """One authority.

    Attributes:
        area: The authority.
        alignment: How well its bodies fit, 0 to 100.
        bodies: How many there are.
        worst: The pair that takes most from the score; `None` where all fit.
    """

    area: Area
    alignment: float
    bodies: int
    worst: Pair | None


@dataclass(frozen=True, slots=True)
class Everywhere:
    """Every local authority of today, with the bodies of a date, the worst first.

    Attributes:
        as_of: The date.
        rows: The authorities.
        sentence: What it says, to be read aloud.
    """

    as_of: Period
    rows: tuple[Row, ...]
    sentence: str

    def records(self) -> list[dict[str, Any]]:
        """One record an authority, as plain data."""
        return [self._record(row) for row in self.rows]

    def _record(self, row: Row) -> dict[str, Any]:
        worst = row.worst
        return {
            "area": row.area.code,
            "name": row.area.name,
            "as_of": self.as_of.iso,
            "alignment": round(row.alignment, 1),
            "bodies": row.bodies,
            "worst_body": called(worst.smaller) if worst else None,
            "worst_with": called(worst.larger) if worst else None,
            "people_outside": worst.outside if worst else 0,
            "share_outside": round(worst.share_outside, 4) if worst else 0.0,
            "people_here": worst.here if worst else 0,
        }


def everywhere(atlas: Atlas, as_of: Period) -> Everywhere:
    """Alignment in every local authority of today, by the bodies of a date.

    Args:
        atlas: Where areas and their people are read.
        as_of: The date; the end of the period counts.

    Example:
        >>> found = everywhere(Atlas.open(), Period.parse("2020-12"))
        >>> len(found.rows), found.rows[0].alignment < found.rows[-1].alignment
        (361, True)
    """
    found = [coverage(atlas, area, as_of) for area in atlas.gazetteer.all(Level.LAD)]
    rows = sorted((_row(item) for item in found), key=lambda row: (row.alignment, row.area.name, row.area.code))
    return Everywhere(as_of, tuple(rows), _sentence(rows, as_of))


def _row(found: Coverage) -> Row:
    return Row(found.area, found.alignment, len(found.bodies), found.worst)


def _sentence(rows: Sequence[Row], as_of: Period) -> str:
    whole = sum(row.alignment == PERFECT for row in rows)
    first, score = rows[0], score_words(rows[0].alignment)
    return (
        f"{on(as_of)}, every body lies wholly inside the larger ones in {whole} of {len(rows)} local authorities. Alignment "
        f"is lowest in {place(first.area)}, with {score} out of 100."
    )
