"""Automation: who here works in occupations whose tasks suit machines, and in which."""

from datetime import date

from levelling.atlas.parameters import parameter
from levelling.challenge.automation import Automation, Group, Reading, automation, read_risks
from levelling.challenge.automation.result import MOVES
from levelling.core.indicator import Release
from levelling.core.words import number
from levelling.plan.charts.kinds import Bar, Bars
from levelling.plan.document import Figure, Label, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.reckoned import reckoned
from levelling.plan.shown import worked
from levelling.plan.told import told
from levelling.plan.view import View

ORDER = 190
_TITLE, _SHORT = "Automation and reskilling", "Automation"
_MOST = 8
_FEW = 50
"""Groups with fewer people at high risk than this, at the most, are left out of the table."""
_SURVEYS = {"SOC 2020": "ons-aps-2025", "SOC 2010": "ons-aps-2023"}
_SOURCE = (
    "The source paper pictures the need to reskill worldwide and gives no numbers in its text. This is the count for the people "
    "who live here."
)


def section(view: View) -> Section | None:
    """The share at high risk, the groups that hold most of them, and how sure; or why it cannot be said."""
    if not view.atlas.store.has("automation_shares"):
        return None
    if "automation-risks" not in view.shared:
        view.shared["automation-risks"] = read_risks(view.atlas)
    found = automation(view.atlas, view.area, view.shared["automation-risks"])
    around = (Paragraph(told(found.around, [found.published])),) if found.published else ()
    if found.reading is None:
        about = Worked("People in work by occupation", "As published.", releases=releases(view))
        why = Paragraph(reckoned(found.sentence, about, [view.said]))
        return Section("automation", _TITLE, _SHORT, (why, *around, *_reasons(found.reasons[1:])))
    about = worked_as(view, found.reading)
    lead = Paragraph(reckoned(f"{found.sentence} {found.chiefly}", about, [view.said, found.reading.period.label]), "lead")
    return Section("automation", _TITLE, _SHORT, (lead, _figure(view, found, found.reading, about), *around))


def releases(view: View, *classifications: str) -> tuple[Release, ...]:
    """The publications behind a share at risk, as far as the figures hold them."""
    surveys = (_SURVEYS[name] for name in classifications or _SURVEYS)
    return view.atlas.held(("nesta-career-causeways", "ons-soc-2020", *surveys))


def worked_as(view: View, reading: Reading) -> Worked:
    """How a share at risk was worked out."""
    return Worked(
        f"People of {view.name} in occupations at high risk of automation",
        f"People in each group of occupations ({reading.classification}), times the share of the group at high risk.",
        reading.period.label,
        releases=releases(view, reading.classification),
    )


def _figure(view: View, found: Automation, reading: Reading, about: Worked) -> Figure:
    shown = [group for group in reading.groups if group.at_risk_range[1] >= _FEW]
    bars = tuple(
        Bar(group.name, group.at_risk, "place", number(round(group.at_risk, -2), 0), lower=low, upper=high)
        for group in shown[:_MOST]
        for low, high in (group.at_risk_range,)
        if group.at_risk > 0
    )
    chart = Bars(
        id="automation-bars",
        title="People in occupations at high risk, by group of occupations",
        description=f"A bar for each group in {view.name}, with the range the matching allows. The table holds them.",
        rows=bars,
        unit="people",
        decimals=0,
    )
    columns = ("Group", "People in work", "At high risk", "At least", "At most", "Chiefly", "Nearby, not at high risk")
    rows = tuple(_row(group, about) for group in shown)
    notes = [reckoned(found.certainty, about, [view.said, reading.period.label])]
    if found.against:
        notes.append(reckoned(found.against, about, [view.said]))
    notes.append(_another_way())
    notes += [prose(Label(text)) for text in (*found.reasons, MOVES, _SOURCE)]
    sentence = prose("The thin lines show how far the matching of occupations leaves the number open.")
    title = f"People at high risk by group of occupations, {reading.period.label}"
    return Figure("f-automation-bars", title, sentence, (chart,), tuple(notes), Table(title, columns, rows, folded=True))


def _another_way() -> Text:
    other = parameter("jobs-at-high-risk-of-automation-england")
    article = Release(
        other.slug,
        "Office for National Statistics",
        "The probability of automation in England: 2011 and 2017",
        date.fromisoformat(other.date),
        other.address,
        "Open Government Licence v3.0",
    )
    about = Worked(other.title, other.note, other.period, releases=(article,))
    share = worked(other.value, about, "%", 1)
    return prose(
        "Much hangs on the method: in another way the ONS put ",
        share,
        " of jobs in England at high risk, in ",
        Label(f"{other.period}."),
    )


def _row(group: Group, about: Worked) -> tuple[Text, ...]:
    low, high = group.at_risk_range
    numbers = (group.people, group.at_risk, low, high)
    chiefly = ", ".join(group.risk.unit_groups)
    near = worked(group.risk.nearby, about) if group.risk.families else Label("none looked for")
    return (prose(Label(group.name)), *((worked(round(item, -2), about),) for item in numbers), prose(Label(chiefly)), (near,))


def _reasons(reasons: tuple[str, ...]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(prose(Label(text)), "note") for text in reasons)
