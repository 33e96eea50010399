"""One place's answer: its share at high risk, in which occupations, how sure, and how it stands against England."""

from dataclasses import dataclass
from typing import Any

from levelling.atlas import Atlas
from levelling.challenge.automation.reckoning import Gap, Reading, hold
from levelling.challenge.automation.risks import EDITIONS, ENGLAND, MEASURED, Risks, read_place, read_risks
from levelling.challenge.phrases import place, when
from levelling.core.area import Area, Level
from levelling.core.comparison import Verdict
from levelling.core.estimate import Estimate
from levelling.core.words import listed, number

PUBLISHED = "people-in-high-risk-occupations-2014-to-2018"
LITTLE = 0.05
"""The newest year leads where no more than this is withheld; else the year with least withheld."""
_WHOLES = frozenset({Level.UK, Level.NATION, Level.REGION})
RESIDENTS = "Occupations are those of people who live here, wherever they work."
TASKS = (
    "Risk is how well the tasks of an occupation suit machine learning. It is no forecast of jobs lost: that depends on cost, "
    "law, trust and choice."
)
MOVES = (
    "Nearby occupations are those in the same families of skills, as Nesta sorts them, that are not at high risk. "
    "They are somewhere to look, not moves that anyone has tested."
)


@dataclass(frozen=True, slots=True)
class Automation:
    """A place's people in occupations at high risk of automation.

    Attributes:
        area: Where.
        reading: The reading that leads; `None` where none may be given.
        others: Readings in the other classification and year, where they may be given.
        gap: The reading with margins against England's; `None` where there is none, or the area is England.
        published: Nesta's own count for the region or nation the place is or lies in; `None` where there is none.
        sentence: The answer, to be read aloud.
        certainty: How sure it is, in sentences.
        chiefly: Which occupations, in a sentence; empty where there is no reading.
        against: How it stands against England, in a sentence; empty where that cannot be said.
        around: Nesta's own count, in a sentence; empty where there is none.
        reasons: What cannot be said, and why.
    """

    area: Area
    reading: Reading | None
    others: tuple[Reading, ...]
    gap: Gap | None
    published: Estimate | None
    sentence: str
    certainty: str
    chiefly: str
    against: str
    around: str
    reasons: tuple[str, ...]

    def records(self) -> list[dict[str, Any]]:
        """One record for all occupations and one for each group, of each reading, as plain data."""
        return [record for item in (self.reading, *self.others) if item is not None for record in self._of(item)]

    def _of(self, reading: Reading) -> list[dict[str, Any]]:
        about = {
            "area": self.area.code,
            "name": self.area.name,
            "classification": reading.classification,
            "period": reading.period.iso,
        }
        held = self.gap if self.gap is not None and reading.classification == MEASURED.name else None
        whole: dict[str, Any] = about | totals(reading) | against(held)
        parts: list[dict[str, Any]] = [
            about
            | {
                "occupation": group.name,
                "people": round(group.people),
                "people_lower": group.lower,
                "people_upper": group.upper,
                "share_at_high_risk": round(100 * group.risk.share, 1),
                "share_lower": round(100 * group.risk.low, 1),
                "share_upper": round(100 * group.risk.high, 1),
                "people_at_high_risk": round(group.at_risk),
                "people_at_high_risk_lower": round(group.at_risk_range[0]),
                "people_at_high_risk_upper": round(group.at_risk_range[1]),
                "matched_share": round(100 * group.risk.matched, 1),
                "unit_groups": list(group.risk.unit_groups),
                "skill_families": list(group.risk.families),
                "nearby_occupations": group.risk.nearby,
            }
            for group in reading.groups
        ]
        return [whole, *parts]


def totals(reading: Reading) -> dict[str, Any]:
    """A reading's whole as plain data."""
    survey = reading.survey
    return {
        "occupation": "all",
        "people": round(reading.people),
        "share_at_high_risk": round(reading.share, 1),
        "share_lower": round(reading.lower, 1),
        "share_upper": round(reading.upper, 1),
        "survey_lower": round(survey.lower, 1) if survey else None,
        "survey_upper": round(survey.upper, 1) if survey else None,
        "people_at_high_risk": round(reading.at_risk),
        "people_at_high_risk_lower": round(reading.people * reading.lower / 100),
        "people_at_high_risk_upper": round(reading.people * reading.upper / 100),
        "matched_share": round(100 * reading.matched, 1),
        "withheld_share": round(100 * reading.missing, 1),
        "withheld": list(reading.withheld),
    }


def against(gap: Gap | None) -> dict[str, Any]:
    """A gap as plain data; empty fields where there is none."""
    fields = ("comparator", "comparator_value", "difference", "difference_lower", "difference_upper")
    more = ("crosswalk_difference_lower", "crosswalk_difference_upper", "p_value", "verdict", "reason")
    if gap is None:
        return dict.fromkeys((*fields, *more))
    ends = [None if end is None else round(end, 1) for end in (gap.lower, gap.upper)]
    values = (gap.name, round(gap.value, 1), round(gap.difference, 1), *ends)
    rest = (round(gap.least, 1), round(gap.most, 1), gap.p_value, gap.verdict.value, gap.reason)
    return dict(zip((*fields, *more), (*values, *rest), strict=True))


def automation(atlas: Atlas, area: Area, risks: Risks | None = None) -> Automation:
    """How many who live in a place work in occupations at high risk of automation.

    Args:
        atlas: Where the figures are read.
        area: The place.
        risks: The risk of each occupation group, where it has been read before.

    Raises:
        NotEnoughData: The figures hold no risk of automation.

    Example:
        >>> atlas = Atlas.open()
        >>> found = automation(atlas, atlas.area("Isle of Wight"))
        >>> found.reading.classification, found.reading.groups[0].name
        ('SOC 2020', 'Sales occupations')
    """
    risks = risks or read_risks(atlas)
    found = [read_place(atlas, area, edition, risks) for edition in EDITIONS]
    given = [reading for reading in found if reading is not None and reading.is_whole]
    lead = next((item for item in given if item.missing <= LITTLE), min(given, key=lambda item: item.missing, default=None))
    others = tuple(item for item in given if item is not lead)
    gap = _gap(atlas, area, given, risks)
    published = _published(atlas, area)
    reasons = _reasons(area, found, lead)
    return Automation(
        area=area,
        reading=lead,
        others=others,
        gap=gap,
        published=published,
        sentence=_sentence(area, lead) if lead else reasons[0],
        certainty=_certainty(lead) if lead else "",
        chiefly=_chiefly(lead) if lead else "",
        against=_against(area, gap) if gap else "",
        around=_around(published) if published else "",
        reasons=reasons,
    )


def _gap(atlas: Atlas, area: Area, given: list[Reading], risks: Risks) -> Gap | None:
    here = next((item for item in given if item.classification == MEASURED.name), None)
    if here is None or area.code == ENGLAND or area.level is Level.UK:
        return None
    there = read_place(atlas, atlas.area(ENGLAND), MEASURED, risks)
    if there is None:
        return None
    return hold(here, there, min(1.0, here.people / there.people) if area.nation == "E" else 0.0)


def _published(atlas: Atlas, area: Area) -> Estimate | None:
    if PUBLISHED not in atlas.catalogue:
        return None
    wider = [area]
    if area.level not in _WHOLES:
        around = atlas.gazetteer.containing(area)
        # An area that lies in two regions is told of its nation.
        wider += [around[level][0] for level in (Level.REGION, Level.NATION) if len(around.get(level, ())) == 1]
    found = (body for body in wider if (PUBLISHED, "") in atlas.store.area(body.code))
    body = next(found, None)
    return None if body is None else atlas.estimate(PUBLISHED, body)


def _sentence(area: Area, reading: Reading) -> str:
    return (
        f"About {number(reading.share, 0)}% of the people in work who live in {place(area)} were in occupations at high risk of "
        f"automation {when(reading.period)}: about {_rounded(reading.at_risk)} people."
    )


def _certainty(reading: Reading) -> str:
    lowest, highest, lost = (number(item, 0) for item in (reading.lower, reading.upper, 100 * (1 - reading.matched)))
    words = ["Risk was scored for other occupations than those the survey counts, and the two are matched by job title."]
    words.append(f"That allows for anything from {lowest}% to {highest}%; {lost}% of the people are in groups no title led to.")
    if reading.survey is not None:
        low, high = number(reading.survey.lower, 0), number(reading.survey.upper, 0)
        words.append(f"The survey's own margin of error is {low}% to {high}%, with the matching taken as it is.")
        if reading.unmeasured > 0:
            words.append("It is a little too narrow, as the smallest groups have no published margin.")
    else:
        words.append("No margin of error is published for the survey's numbers.")
    if reading.withheld:
        words.append(
            f"Groups that hold {number(100 * reading.missing, 1)}% of England's workers are withheld here. "
            "The range allows for them."
        )
    return " ".join(words)


def _chiefly(reading: Reading) -> str:
    first = [group for group in reading.groups[:3] if group.at_risk > 0]
    parts = [f"{group.name.lower()} (about {_rounded(group.at_risk)})" for group in first]
    return f"Most of them are in {listed(parts)}." if parts else "No group here holds occupations at high risk."


def _against(area: Area, gap: Gap) -> str:
    opening = (
        f"In {MEASURED.period}, the last year with usable margins of error, the share in {place(area)} was "
        f"{number(gap.value + gap.difference, 1)}% and in {gap.name} {number(gap.value, 1)}%."
    )
    if gap.verdict in {Verdict.HIGHER, Verdict.LOWER}:
        return f"{opening} We are confident that it was {gap.verdict.value}."
    if gap.verdict == Verdict.CANNOT_TELL:
        return f"{opening} We cannot tell which was higher. {gap.reason}"
    return f"{opening} {gap.reason}"


def _around(published: Estimate) -> str:
    return (
        f"Nesta's own count, made another way, found {number(published.value or 0.0, 1)}% in {place(published.area)} "
        f"{when(published.period)}."
    )


def _reasons(area: Area, found: list[Reading | None], lead: Reading | None) -> tuple[str, ...]:
    reasons = []
    if lead is None:
        hidden = [item for item in found if item is not None]
        if hidden:
            least = min(hidden, key=lambda item: item.missing)
            reasons.append(
                f"Too few people in {place(area)} answer the survey: groups that hold {number(100 * least.missing, 0)}% of "
                f"England's workers are withheld, so no share at risk is given."
            )
        else:
            reasons.append(f"No figures of people by occupation are published for {place(area)} in this detail.")
    return (*reasons, RESIDENTS, TASKS)


def _rounded(people: float) -> str:
    """To a hundred, as the survey's own numbers are."""
    return number(round(people, -2), 0)
