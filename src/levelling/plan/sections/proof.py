"""How we would know: the smallest change the place's own figures could show, how long until then, and what a pilot could."""

from levelling.atlas.health_links import PEOPLE, figure_of
from levelling.core.estimate import Estimate
from levelling.core.need import Need
from levelling.core.words import listed, number, two_figures
from levelling.plan.document import Block, Inline, Label, Number, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.shown import figure, worked
from levelling.plan.view import View
from levelling.practice.trial import ALPHA, POWER, months_until_known, pilot, smallest_change

ORDER = 370
_NEEDS = 5
_GROUPS = ("disabled-people", "unpaid-carers")
"""Needs that are sized by how many people are in a group, which no help into work would change."""
_PILOT, _WANTED = 200, 0.1
_OF_AGE = "people aged 16 to 64"
_HOW = (
    "Two figures with this survey margin, and the difference between them: its standard error times the points of the normal "
    f"distribution for a two-sided level of {ALPHA:.0%} and a power of {POWER:.0%}."
)
_FORMULA = (
    "Quoted from: J. L. Fleiss, B. Levin and M. C. Paik, Statistical Methods for Rates and Proportions (2003), chapter 4: the "
    f"formula for two proportions, at a two-sided level of {ALPHA:.0%} and a power of {POWER:.0%}, at the shares where it asks "
    "most."
)


def section(view: View) -> Section | None:
    """The first needs, each with what would move, by how much it must, and when that would be known; then a pilot."""
    told = [need for need in view.needs if need.inputs and need.inputs[0].value is not None]
    needs = [need for need in told if need.id not in _GROUPS][:_NEEDS]
    apart = [need for need in told[: len(needs)] if need.id in _GROUPS]
    if not needs:
        return None
    lead = prose(
        "Before money is spent, say what would show that it helped. For the first needs of ",
        Label(view.said),
        ", the table has the figure that would move, the smallest true change it could tell from chance (four times in five), "
        "and how long until that would be known.",
    )
    blocks: list[Block] = [Paragraph(lead, "lead")]
    if blunt := _blunt(view, needs):
        blocks.append(Paragraph(blunt))
    blocks.append(_table(view, needs))
    if apart:
        blocks.append(Paragraph(_apart(apart)))
    blocks += [Paragraph(_pilot()), Paragraph(_honest(), "note")]
    return Section("proof", "How we would know", "How we would know", tuple(blocks))


def _apart(needs: list[Need]) -> Text:
    """Groups whose number help into work does not change."""
    return prose(
        "Help into work does not change how many people are in these groups, and how many of them have work is not among the "
        "figures held here, so that only a comparison of clients can show what help did for: ",
        Label(listed([f"{need.name[:1].lower()}{need.name[1:]}" for need in needs])),
        ".",
    )


def _blunt(view: View, needs: list[Need]) -> Text:
    """What the first figure with a margin would have to do, in people where that is known."""
    item = next((need.inputs[0] for need in needs if smallest_change(need.inputs[0]) is not None), None)
    if item is None:
        return ()
    parts: list[Inline] = [
        "A figure of a whole place is a blunt tool: '",
        Label(item.indicator.title),
        "', now ",
        figure(item),
        ", would have to change by ",
        _change(item),
    ]
    people, change = figure_of(view.atlas, PEOPLE, view.area), smallest_change(item)
    if item.indicator.denominator == _OF_AGE and people is not None and people.value is not None and change is not None:
        about = Worked(
            f"People that change would be, {view.name}", f"{_HOW} Times the people aged 16 to 64.", inputs=(item, people)
        )
        count = two_figures(change / 100 * people.value)
        parts += [", or about ", worked(count, about, text=f"{number(count, 0)} people"), ","]
    parts.append(" before the survey could tell that from chance. What helps fewer people is lost in it.")
    return prose(*parts)


def _change(item: Estimate) -> Number:
    change, indicator = smallest_change(item) or 0.0, item.indicator
    unit = "percentage points" if indicator.unit == "%" else indicator.unit
    about = Worked(
        f"Smallest change of {indicator.short} that could be told, {item.area.name}",
        _HOW,
        inputs=(item,),
        releases=(item.release,),
    )
    return worked(change, about, unit, indicator.decimals)


def _table(view: View, needs: list[Need]) -> Table:
    rows = tuple(_row(need) for need in needs)
    columns = ("Need", "Figure that would move", "Baseline", "When", "Smallest change it could show", "Known after a change in")
    return Table(f"What would show it, for the first needs of {view.name}", columns, rows)


def _row(need: Need) -> tuple[Text, ...]:
    item = need.inputs[0]
    return (
        prose(Label(need.name)),
        prose(Label(item.indicator.named(item.category))),
        (figure(item),),
        prose(Label(item.period.label)),
        (_change(item),) if smallest_change(item) is not None else prose("no margin is published, so it cannot be said"),
        _known(item),
    )


def _known(item: Estimate) -> Text:
    if item.indicator.frozen:
        return prose("not for now: no newer figures are coming")
    months = months_until_known(item)
    if months is None:
        return prose("not known")
    how = "A whole period after the change, and as long as the publisher took to bring out the newest figure."
    about = Worked(f"Months until a change in {item.indicator.short} is known", how, inputs=(item,), releases=(item.release,))
    return prose("about ", worked(months, about), " months")


def _pilot() -> Text:
    found = pilot(_PILOT, _WANTED)
    about = Worked("What a small pilot could show", _FORMULA)
    points = 100 * (found.change or 1.0)
    return prose(
        "A comparison of clients sees more. A pilot with ",
        worked(found.people, about),
        " people, half of them helped by lot and nobody lost, could show a change of ",
        worked(points, about, text=f"{number(points, 0)} percentage points"),
        " in the share who succeed, whatever that share would be without help. A change of ",
        worked(100 * found.wanted, about, text=f"{number(100 * found.wanted, 0)} points"),
        " asks for ",
        worked(found.people_for_wanted, about),
        " people.",
    )


def _honest() -> Text:
    return prose(
        "A smaller change may be there and not be seen. Clients held against themselves, before and after, never show what the "
        "help did: some would have found work anyway."
    )
