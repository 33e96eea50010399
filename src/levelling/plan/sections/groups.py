"""People: who is furthest from work here, how many that is, and the gaps between groups."""

from levelling.challenge.groups import Gap, Groups, groups
from levelling.challenge.phrases import place
from levelling.core.estimate import Estimate
from levelling.core.indicator import Indicator
from levelling.core.words import number, opened
from levelling.plan.charts.kinds import Range, Ranges
from levelling.plan.document import Block, Figure, Label, Mark, Number, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.shown import figure, quoted, signed, worked
from levelling.plan.told import told
from levelling.plan.view import View

ORDER = 110
_SHOWN = 12
"""How many gaps the drawing holds; the table holds all."""


def section(view: View) -> Section:
    """Who is out of work and why, the gaps as one drawing, and what the source says of 2020."""
    return section_of(view, groups(view.atlas, view.area))


def section_of(view: View, found: Groups) -> Section:
    """The section from what is already found, of all characteristics or of one."""
    blocks: list[Block] = [Paragraph(_lead(found), "lead")]
    if drawn := _figure(view, found):
        blocks.append(drawn)
    elif found.gaps:
        blocks.append(_table(found))
    if found.risks:
        blocks.append(_risks(found))
    blocks.extend(Paragraph(prose(Label(note)), "note") for note in found.absent)
    return Section("groups", "Who is furthest from work", "People", tuple(blocks))


def _lead(found: Groups) -> Text:
    if not found.out_of_work:
        return prose(Label(found.furthest))
    total = sum(item.value or 0.0 for item in found.out_of_work)
    about = Worked(
        "People of 16 and over who are out of work and neither study nor are retired",
        "Unemployed, long-term sick or disabled, looking after home or family, and other reasons, added up.",
        found.out_of_work[0].period.label,
        found.out_of_work,
    )
    text = number(total, 0)
    before, found_total, after = found.furthest.partition(text)
    origins: list[Estimate] = [*found.out_of_work, *found.share.values()]
    if not found_total:
        return told(found.furthest, origins)
    return (*told(before, origins), worked(total, about), *told(after, origins))


def _figure(view: View, found: Groups) -> Figure | None:
    drawn = [gap for gap in found.gaps if gap.gap is not None and gap.estimate.indicator.unit == "%" and not _good(gap)]
    rows = sorted(drawn, key=lambda gap: (not gap.own, -(gap.gap or 0.0)))[:_SHOWN]
    if not rows:
        return None
    chart = Ranges(
        id="groups-gaps",
        title="Gaps between groups",
        description=f"One line a gap, {view.name} first, then larger areas by name. The table holds every figure.",
        rows=tuple(_row(gap) for gap in rows),
        unit="percentage points",
        decimals=0,
        level=0.0,
    )
    return Figure(
        id="f-groups-gaps",
        title="Gaps between groups",
        sentence=_sentence(view, found),
        charts=(chart,),
        table=_table(found),
        notes=(
            prose(
                "Right of the line the group is further from good work than those it is held against. A filled shape is this "
                "place's own figure; the others are of the area named, and are not this place's. A bar is the interval, where "
                "one is published. Verdicts are corrected for the number of gaps. Students count among those who neither work "
                "nor look for work."
            ),
        ),
    )


def _good(gap: Gap) -> bool:
    return gap.estimate.indicator.direction.value == "higher better"


def _row(gap: Gap) -> Range:
    where = "" if gap.own else f" ({gap.estimate.area.name})"
    role = "place" if gap.own else {"uk": "uk", "nation": "nation", "region": "region"}.get(gap.estimate.area.level.value, "area")
    shown = f"{'+' if (gap.gap or 0.0) > 0 else ''}{number(gap.gap or 0.0, 1)}"
    return Range(f"{gap.group}, {gap.measure}{where}", gap.gap, gap.lower, gap.upper, role, shown)


def _signed(gap: Gap) -> str:
    return signed(gap.gap or 0.0, gap.estimate.indicator)


def _sentence(view: View, found: Groups) -> Text:
    sure = found.sure
    if not sure:
        return prose("No gap between groups in ", Label(view.said), " is sure: most figures by group come without an interval.")
    gap = sure[0]
    return prose(
        "Of the gaps that are sure in ",
        Label(view.said),
        ", this one touches most people: ",
        Label(f"{gap.group}, {gap.measure}, "),
        figure(gap.estimate),
        Label(f", against {gap.reference}, "),
        *((figure(gap.against),) if gap.against is not None else ()),
        ".",
    )


def _table(found: Groups) -> Table:
    columns = ("Group and measure", "Figure", "People", "Held against", "Gap", "Verdict", "Figure of")
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (
            (Label(f"{gap.group}: {gap.measure}, {gap.estimate.period.label}"),),
            (figure(gap.estimate),),
            (_people(gap),) if gap.people is not None else (),
            (Label(f"{opened(gap.reference)} "), figure(gap.against, unit=False)) if gap.against is not None else (),
            (_apart(gap),) if gap.gap is not None else (),
            (Mark(gap.verdict),) if gap.gap is not None else (),
            (Label("this place" if gap.own else place(gap.estimate.area)),),
        )
        for gap in found.gaps
    )
    return Table("Groups of people, and the gap to those they are held against", columns, rows, folded=True)


def _people(gap: Gap) -> Number:
    how = "Counted by the publisher." if not gap.modelled else "Worked out from a share and a count of people."
    about = Worked(f"{gap.group}: {gap.measure}, people", how, gap.estimate.period.label, (gap.estimate,))
    return worked(round(gap.people or 0.0), about)


def _apart(gap: Gap) -> Number:
    indicator: Indicator = gap.estimate.indicator
    inputs = (gap.estimate, *((gap.against,) if gap.against is not None else ()))
    how = f"The figure of the group less that of {gap.reference}."
    about = Worked(f"{gap.group}: {gap.measure}, gap", how, gap.estimate.period.label, inputs)
    made = worked(gap.gap or 0.0, about, text=_signed(gap))
    if gap.lower is None or gap.upper is None:
        return made
    ends = f"{number(gap.lower, indicator.decimals)} to {number(gap.upper, indicator.decimals)}"
    return Number(made.text, made.value, made.unit, made.origin, made.part, gap.lower, gap.upper, ends)


def _risks(found: Groups) -> Table:
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (
            (Label(f"{risk.group}: {risk.measure}"),),
            (quoted(risk.value),),
            (quoted(risk.against),) if risk.against is not None else (),
            (Label(risk.value.period),),
            (Label(risk.value.grade),),
        )
        for risk in found.risks
    )
    caption = "What the source says of groups in the whole country, mostly in 2020: not figures of this place"
    return Table(caption, ("Group", "Figure", "Others", "When", "Evidence grade"), rows, folded=True)
