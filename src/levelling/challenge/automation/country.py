"""Every local authority's share at high risk, in both editions, with verdicts corrected for their number."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from levelling.atlas import Atlas
from levelling.challenge.automation.reckoning import Gap, Reading, hold
from levelling.challenge.automation.result import against, totals
from levelling.challenge.automation.risks import EDITIONS, ENGLAND, MEASURED, Risks, read_many, read_place, read_risks
from levelling.challenge.multiple import adjust
from levelling.core.area import Area, Level
from levelling.core.comparison import Verdict
from levelling.core.errors import UserError

_LEVEL = 0.05


@dataclass(frozen=True, slots=True)
class Country:
    """Shares at high risk across a level.

    Attributes:
        level: Which areas.
        readings: By edition, then by area code: those that may be given.
        gaps: Readings with margins against England's, by area code, verdicts corrected for their number.
        withheld: How many areas have figures too thin to give, by edition.
        england: England's own reading, by edition.
        areas: Every area of the level.
    """

    level: Level
    readings: Mapping[str, Mapping[str, Reading]]
    gaps: Mapping[str, Gap]
    withheld: Mapping[str, int]
    england: Mapping[str, Reading]
    areas: tuple[Area, ...]

    @property
    def sentence(self) -> str:
        """How many differ from England, to be read aloud."""
        told = [gap for gap in self.gaps.values() if gap.verdict in {Verdict.HIGHER, Verdict.LOWER}]
        higher = sum(gap.verdict == Verdict.HIGHER for gap in told)
        return (
            f"Of {len(self.gaps)} areas with a share and a margin of error in {MEASURED.period}, {higher} had a higher share at "
            f"high risk than England and {len(told) - higher} a lower one. For the others we cannot tell."
        )

    def records(self) -> list[dict[str, Any]]:
        """One record for each area and edition that may be given."""
        made = []
        for edition in EDITIONS:
            for area in self.areas:
                reading = self.readings[edition.name].get(area.code)
                if reading is None:
                    continue
                gap = self.gaps.get(area.code) if edition is MEASURED else None
                about = {"area": area.code, "name": area.name, "classification": edition.name, "period": reading.period.iso}
                made.append(about | totals(reading) | against(gap))
        return made


def across(atlas: Atlas, level: Level = Level.LAD, risks: Risks | None = None) -> Country:
    """Every area's share of people in occupations at high risk.

    Args:
        atlas: Where the figures are read.
        level: `lad` or `cauth`, which are published; others are put together from authorities.
        risks: The risk of each occupation group, where it has been read before.

    Raises:
        UserError: The level has no areas.

    Example:
        >>> found = across(Atlas.open())
        >>> 0 < found.readings["SOC 2010"]["E06000001"].share < 100
        True
    """
    risks = risks or read_risks(atlas)
    areas = tuple(sorted(atlas.gazetteer.all(level), key=lambda area: area.code))
    if not areas:
        raise UserError(f"There are no areas of the level {level.value}.", "Choose another, such as lad.")
    readings: dict[str, dict[str, Reading]] = {}
    withheld: dict[str, int] = {}
    england: dict[str, Reading] = {}
    for edition in EDITIONS:
        if level is Level.LAD:
            found = read_many(atlas, areas, edition, risks)
        else:
            made = ((area.code, read_place(atlas, area, edition, risks)) for area in areas)
            found = {code: reading for code, reading in made if reading is not None}
        readings[edition.name] = {code: reading for code, reading in found.items() if reading.is_whole}
        withheld[edition.name] = len(found) - len(readings[edition.name])
        whole = read_place(atlas, atlas.area(ENGLAND), edition, risks)
        if whole is not None:
            england[edition.name] = whole
    return Country(level, readings, _gaps(readings[MEASURED.name], england.get(MEASURED.name)), withheld, england, areas)


def _gaps(readings: Mapping[str, Reading], england: Reading | None) -> dict[str, Gap]:
    if england is None:
        return {}
    held = {
        code: hold(reading, england, min(1.0, reading.people / england.people) if code.startswith("E") else 0.0)
        for code, reading in readings.items()
        if reading.survey is not None and code != ENGLAND
    }
    codes = list(held)
    adjusted = adjust([held[code].p_value or 0.0 for code in codes])
    return {code: _corrected(held[code], p_value) for code, p_value in zip(codes, adjusted, strict=True)}


def _corrected(gap: Gap, adjusted: float) -> Gap:
    if adjusted < _LEVEL or gap.verdict == Verdict.CANNOT_TELL:
        return gap
    return replace(gap, verdict=Verdict.CANNOT_TELL, reason="Among so many areas it may be chance.")
