"""What opens a plan: what kind of place it is, its name in its other language, and the plan in a line."""

from collections import Counter

from levelling.core.area import Area, Level
from levelling.core.comparison import Comparator, Verdict
from levelling.core.words import opened
from levelling.plan.document import Inline, Label, Text, Worked, prose
from levelling.plan.shown import worked
from levelling.plan.view import View
from levelling.plan.wording import listed

_KINDS = {
    "E06": "Unitary authority",
    "E07": "District",
    "E08": "Metropolitan district",
    "E09": "London borough",
    "W06": "Principal area",
    "S12": "Council area",
    "N09": "Local government district",
}
_SAME_IN_WELSH = frozenset({"W06000016"})
"""Its other names are short forms, not Welsh ones: the official name is the same in both languages."""


_INSIDE = (Level.LAD, Level.COUNTY, Level.REGION, Level.NATION)
"""Levels that lie whole within those above them."""
_WITH_ARTICLE = frozenset(
    {
        "North East",
        "North West",
        "East Midlands",
        "West Midlands",
        "South East",
        "South West",
        "East of England",
        "United Kingdom",
    }
)


def kind_of(view: View) -> str:
    """What kind of place it is and where: 'Unitary authority in the North East, England'."""
    area = view.area
    kind = _KINDS.get(area.code[:3], "") if area.level == Level.LAD else ""
    if area.code == "E09000001":
        kind = "City corporation"
    kind = kind or opened(area.level.words)
    if area.level == Level.UK:
        return kind
    around = view.atlas.gazetteer.containing(area)
    outer = [around[level][0] for level in (Level.COUNTY, Level.REGION, Level.NATION) if around.get(level)]
    if area.level not in _INSIDE:
        outer = [body for body in outer if _holds(view, body)]
    names = dict.fromkeys(with_article(body.name) for body in outer)
    return f"{kind} in {', '.join(names)}" if names else kind


def _holds(view: View, body: Area) -> bool:
    # Bodies drawn for other ends cross borders: only what holds nearly all their people may be said to have them in it.
    return any(item.area.code == body.code and item.share_here >= 0.99 for item in view.atlas.overlaps(view.area, body.level))


def with_article(name: str) -> str:
    """A region's name as a sentence says it.

    Example:
        >>> with_article("North East"), with_article("London"), with_article("West Sussex")
        ('the North East', 'London', 'West Sussex')
    """
    return f"the {name}" if name in _WITH_ARTICLE else name


def native_name(area: Area) -> Label | None:
    """The Welsh name of a Welsh authority, where it differs; `None` elsewhere."""
    if area.nation != "W" or area.level != Level.LAD or area.code in _SAME_IN_WELSH or not area.other_names:
        return None
    return Label(area.other_names[0], "cy")


def summary(view: View) -> Text:
    """The plan in a line or two: how often the place can be told from the whole country, and how often it cannot."""
    held = [item for item in view.diagnosis.comparisons if item.comparator == Comparator.UK]
    tally = Counter(item.verdict for item in held)
    shown = sum(estimate.value is not None for estimate in view.estimates)
    counted = _count(view, shown, "Measures with a figure here")
    whole = "the United Kingdom" if view.area.level != Level.UK else ""
    # A place is a label: its name may hold a digit (Enterprise M3), which is not a number of ours.
    subject: list[Inline] = [" measures of work, pay, skills, health and place in ", Label(view.said), "."]
    parts: list[Inline] = ["This page holds ", counted, *subject]
    told = [
        (tally[Verdict.BETTER], "better"),
        (tally[Verdict.WORSE], "worse"),
        (tally[Verdict.HIGHER] + tally[Verdict.LOWER], "different, with neither way good"),
    ]
    clear = [(count, word) for count, word in told if count]
    if not whole or not held:
        return prose(*parts)
    unsure = tally[Verdict.CANNOT_TELL]
    if not clear and not unsure:
        return prose(*parts, f" Too few of them come with an interval to say how it differs from {whole}.")
    clauses: list[Text] = [
        (_count(view, count, f"Measures {word} than the whole"), f" {_are(count)} {word}") for count, word in clear
    ]
    parts.append(f" Held against {whole} as a whole, ")
    parts += listed(clauses) if clear else ["none is clearly different"]
    if unsure:
        parts += ["; for ", _count(view, unsure, "Measures where a difference cannot be told from chance")]
        parts.append(" the figures are too uncertain, or the gap too narrow, to tell")
    silent = shown - sum(count for count, _ in clear) - unsure
    if silent > 0:
        parts += [
            ". The other ",
            _count(view, silent, "Measures without a verdict"),
            " have no verdict, most because no interval is published",
        ]
    return prose(*parts, ".")


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _count(view: View, value: int, what: str) -> Inline:
    return worked(value, Worked(f"{what}, {view.area.name}", "Counted on this page, from the verdicts shown in it."))
