"""Worked: what has worked for places and people like these, what has not, and how sure one may be of either."""

from collections.abc import Sequence

from levelling.core.need import Need
from levelling.core.words import listed, opened
from levelling.plan.cased import COUNTED, headline_text, rule, ways, words_text
from levelling.plan.document import Block, Bullets, Group, Label, Paragraph, Section, Table, Text, prose
from levelling.plan.shown import worked
from levelling.plan.view import View, alike_to
from levelling.practice.cases import Case, Direction, Library, Likeness, alike, compared, library, surroundings, where, years
from levelling.practice.evidence import VOTES_LIMIT, body

ORDER = 350
_NEEDS, _CASES = 4, 3
"""How many needs are told in words, and how many cases each, beside those they must be read with."""


def section(view: View) -> Section | None:
    """The first needs with up to three cases each, failures among them; how sure one may be; and all that speak to a need."""
    if not view.needs:
        return None
    held, place = library(), alike_to(view)
    items = alike(place.atlas, held.all(), surroundings(place.atlas, place.area, place.needs, place.kinds))
    speaking = [item for item in items if item.needs]
    sure = [item for item in speaking if _has_answer(item.case)]
    told: set[str] = set()
    groups: list[Block] = []
    bare: list[Need] = []
    for need in view.needs:
        mine = [item for item in sure if need in item.needs]
        if not mine:
            bare.append(need)
        elif len(groups) < _NEEDS and (group := _group(need, mine, items, told)) is not None:
            groups.append(group)
    blocks: list[Block] = [Paragraph(_lead(view, sure, len(held)), "lead"), *groups, _ways(held, sure)]
    blocks += [Paragraph(prose(VOTES_LIMIT), "note"), Paragraph(rule(), "note")]
    if bare:
        blocks.append(Paragraph(_bare(bare), "note"))
    if speaking:
        blocks.append(_table(speaking))
    return Section("worked", f"What has worked for places and people like {view.said}'s", "What has worked", tuple(blocks))


def _has_answer(case: Case) -> bool:
    return not case.review and any(result.found is not Direction.NOT_READ for result in case.effects)


def _lead(view: View, sure: Sequence[Likeness], many: int) -> Text:
    failed = sum(item.case.failed for item in sure)
    return prose(
        "Of ",
        worked(many, COUNTED),
        " cases in the library ",
        worked(len(sure), COUNTED),
        " speak to a need of ",
        Label(view.said),
        " and were held against a good comparison, so that one may say what they changed. In ",
        worked(failed, COUNTED, text="none" if not failed else ""),
        " of these something that was hoped for did not come about; they are told as well. A likeness of places is no promise.",
    )


def _group(need: Need, mine: Sequence[Likeness], items: Sequence[Likeness], told: set[str]) -> Group | None:
    """Up to three cases for a need, a failure among them where there is one, with those they must be read with; told once."""
    fresh = [item for item in mine if item.case.id not in told]
    if not fresh:
        return None
    ordered = sorted(fresh, key=lambda item: (not item.near.is_like, -item.case.maryland, item.near, item.case.id))
    gain = [item for item in ordered if not item.case.failed][:1]
    failed = [item for item in ordered if item.case.failed][:1]
    chosen = [*gain, *failed]
    chosen += [item for item in ordered if item not in chosen][: _CASES - len(chosen)]
    names = {item.case.id for item in chosen}
    beside = {one.case for item in chosen for one in item.case.read_with} - names - told
    chosen += [item for item in items if item.case.id in beside]
    told |= {item.case.id for item in chosen}
    return Group(f"worked-{need.id}", need.name, (Bullets(tuple(_told(item) for item in chosen)),))


def _told(item: Likeness) -> Text:
    case = item.case
    return (
        Label(case.name, strong=True),
        Label(f" ({_where_and_when(case)}). "),
        *headline_text(case, brief=True),
        Label(f" {opened(compared(case))}, grade {case.maryland} of 5. {item.reasons[0]} "),
        *words_text(case, case.caution, "what to mind"),
    )


def _where_and_when(case: Case) -> str:
    return ", ".join(part for part in (where(case), years(case)) if part)


def _ways(held: Library, sure: Sequence[Likeness]) -> Table:
    mechanisms = dict.fromkeys(item.case.mechanism for item in sure)
    return ways([body(held, mechanism) for mechanism in mechanisms])


def _bare(needs: Sequence[Need]) -> Text:
    names = [f"{need.name[:1].lower()}{need.name[1:]}" for need in needs]
    return prose(
        "For these needs the library holds no case with a good comparison whose answer was read: ", Label(listed(names)), "."
    )


def _table(items: Sequence[Likeness]) -> Table:
    rows = tuple(
        (
            prose(Label(item.case.name)),
            prose(Label(opened(_where_and_when(item.case)))),
            headline_text(item.case),
            prose(Label(f"{opened(compared(item.case))}, grade {item.case.maryland} of 5")),
            prose(Label(item.sentence)),
            words_text(item.case, item.case.caution, "what to mind"),
        )
        for item in items
    )
    columns = ("Case", "Where and when", "What came of it", "Held against", "How it is like here", "What to mind")
    return Table("Every case that speaks to a need here", columns, rows, folded=True)
