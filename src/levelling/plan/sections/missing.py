"""What is missing or stale: said, not left out."""

from datetime import date

from levelling.core.area import Area, Level
from levelling.core.estimate import Estimate
from levelling.plan.document import Block, Inline, Label, Paragraph, Section, Table, Text, prose
from levelling.plan.shown import figure
from levelling.plan.view import View, spoken

ORDER = 440
STALE_YEARS = 3
"""A figure is called old when its period ended this many years before the newest on the page."""


def section(view: View) -> Section:
    """Every measure without a figure here and why, and every figure that is old or will not be renewed."""
    absent = [estimate for estimate in view.estimates if estimate.value is None]
    missing = [estimate for estimate in absent if _measured_here(view, estimate)]
    elsewhere = [estimate for estimate in absent if estimate not in missing]
    present = [estimate for estimate in view.estimates if estimate.value is not None]
    newest = max((estimate.period.end for estimate in present), default=date.min)
    stale = [estimate for estimate in present if estimate.indicator.frozen or _years(estimate, newest) >= STALE_YEARS]
    lead = prose(
        "What is not here was looked for. Where it is not published for this area but is for the county or body around it, "
        "that one is named: it is not this area's."
    )
    blocks: list[Block] = [Paragraph(lead)]
    if missing:
        rows = tuple(
            (prose(Label(item.indicator.named(item.category))), prose(Label(item.why_absent)), _around(view, item))
            for item in missing
        )
        blocks.append(Table("Measures with no figure here", ("Measure", "Why", "What is published instead"), rows))
    else:
        blocks.append(Paragraph(prose("Every measure of the plan has a figure here.")))
    if elsewhere:
        others = tuple((prose(Label(item.indicator.named(item.category))), prose(Label(item.why_absent))) for item in elsewhere)
        blocks.append(Table("Measures made for other parts of the United Kingdom", ("Measure", "Where"), others, folded=True))
    if stale:
        table = tuple(
            (prose(Label(item.indicator.named(item.category))), prose(Label(item.period.label)), _why_old(item)) for item in stale
        )
        blocks.append(Table("Figures that are old or will not be renewed soon", ("Measure", "Newest figure", "Why"), table))
    else:
        blocks.append(Paragraph(prose("No figure on this page is old.")))
    return Section("missing", "What is missing or stale", "Missing or stale", tuple(blocks))


def _measured_here(view: View, missing: Estimate) -> bool:
    """Whether any area of the place's nation has the measure: one made for another nation is no gap here."""
    levels = view.atlas.movements.coverage.levels(missing.indicator.slug, missing.category)
    return view.area.nation == "K" or not levels or any(view.area.nation in nations for nations in levels.values())


def _years(estimate: Estimate, newest: date) -> float:
    return (newest - estimate.period.end).days / 365.25


def _why_old(estimate: Estimate) -> Text:
    if estimate.indicator.frozen:
        return prose(Label(estimate.indicator.frozen))
    return prose("No newer figure was in the publication it comes from.")


def _around(view: View, missing: Estimate) -> Text:
    """The figure of the smallest area around this one that has its own, named as that area's."""
    for outer in _outer(view):
        # Its own series, not its estimate: one moved from other areas would be no publication.
        series = [item for item in view.atlas.series(missing.indicator.slug, outer, missing.category) if item.value is not None]
        if series:
            found = series[-1]
            where = "published for the county, " if outer.level == Level.COUNTY else f"published for the {outer.level.words}, "
            parts: list[Inline] = [where, Label(spoken(outer.name)), ": ", figure(found), ", ", Label(found.period.label)]
            return prose(*parts)
    return prose()


def _outer(view: View) -> list[Area]:
    around = view.atlas.gazetteer.containing(view.area)
    levels = (Level.COUNTY, Level.CAUTH, Level.REGION, Level.NATION)
    return [around[level][0] for level in levels if len(around.get(level, ())) == 1]
