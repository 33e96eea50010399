"""Options for the place: what each must bring to be worth its cost, from sourced numbers alone, and what is still wanted."""

from math import isclose

from levelling.plan.appraised import about
from levelling.plan.document import Block, Bullets, Group, Inline, Label, Link, Number, Paragraph, Section, Table, Text, prose
from levelling.plan.shown import worked
from levelling.plan.view import View
from levelling.practice.appraisal.answer import Assumption, assumptions
from levelling.practice.appraisal.even import Even, all_even
from levelling.practice.appraisal.model import Model
from levelling.practice.appraisal.told import rounded_sum, sum_of

ORDER = 360
_TITLE = "What options would have to bring"


def section(view: View) -> Section | None:
    """One part an option: what it must bring, who pays and gains, what is wanted, and what it rests on."""
    found, missing = all_even(view.atlas, view.area)
    if not found:
        return None
    blocks: list[Block] = [Paragraph(_lead(view), "lead"), _table(found)]
    blocks += [_option(at, item) for at, item in enumerate(found)]
    blocks += [Paragraph(prose(Label(f"{option.name}: cannot be told here, as {why}.")), "note") for option, why in missing]
    blocks.append(Paragraph(_closing(found), "note"))
    return Section("options", _TITLE, "Options", tuple(blocks))


def _lead(view: View) -> Text:
    return prose(
        "No option can be appraised for ",
        Label(view.said),
        " until some things are said that no source tells. What can be told is what each would have to bring to be worth its ",
        "cost. All that is still wanted is taken as kindly as it could be, so this is the least that would do.",
    )


def _table(found: tuple[Even, ...]) -> Table:
    columns = ("Option", "Is worth its cost if", "In the middle draw", "If all else turns out well", "If badly")
    rows = tuple(
        (
            prose(Label(item.option.name)),
            prose(Label(f"{item.title} is {'at most' if item.at_most else 'at least'}")),
            (_value(item, item.middle),),
            (_value(item, item.best),),
            prose("no value would do") if item.worst is None else (_value(item, item.worst),),
        )
        for item in found
    )
    return Table("What each option must bring to break even here", columns, rows)


def _value(item: Even, value: float) -> Number:
    """A sum of money, or a share in percent."""
    origin = about(item.model)
    return worked(rounded_sum(value), origin, "£", text=sum_of(value)) if item.at_most else worked(100 * value, origin, "%")


def _option(at: int, item: Even) -> Group:
    blocks: list[Block] = [Paragraph(prose(Label(item.option.about))), Paragraph(_sentence(item))]
    said = [*item.option.notes[:1], *(f"Still wanted: {want.question}" for want in item.wanted)]
    blocks += [Bullets(tuple(prose(Label(one)) for one in said))] if said else []
    blocks.append(_rests(item))
    return Group(f"option-here-{at + 1}", item.option.name, tuple(blocks))


def _sentence(item: Even) -> Text:
    way = "no more than " if item.at_most else "at least "
    words: list[Inline] = ["To be worth its cost, the ", Label(item.title), " would have to be ", way, _value(item, item.middle)]
    if isclose(item.best, item.middle, rel_tol=1e-9):
        words.append(". ")
    else:
        words += [" in the middle draw, and ", way, _value(item, item.best), " in one of twenty, where all else turns out well. "]
    impossible = item.title.startswith("share") and item.best > 1
    words.append("That is more than all of it, so on these numbers it would not pay. " if impossible else "")
    dear = item.title.endswith("share of the median") and item.middle > 1
    words.append("In the middle draw that is above the place's median pay itself. " if dear else "")
    payers = dict.fromkeys(flow.payer for flow in item.model.flows if flow.payer and flow.receiver is None)
    takers = dict.fromkeys(flow.receiver for flow in item.model.flows if flow.receiver and flow.payer is None)
    whom = {"individual": "the people helped"}
    words += ["The cost falls on ", ", ".join(f"the {body.value}" for body in payers), "; the gain goes to "]
    words += [", ".join(whom.get(body.value, f"the {body.value}") for body in takers), "."]
    return prose(*words)


def _rests(item: Even) -> Table:
    known = [one for one in assumptions(item.model) if one.key != item.key and not one.source.startswith("not known")]
    rows = tuple(_row(item.model, one) for one in known if one.low != 0 or one.high != 0)
    rows += tuple((prose("To be minded"), prose(""), prose(Label(note))) for note in item.option.notes[1:])
    return Table(f"What {item.option.name[:1].lower()}{item.option.name[1:]} rests on", _COLUMNS, rows, folded=True)


_COLUMNS = ("Input", "Value", "Who says so")


def _row(model: Model, one: Assumption) -> tuple[Text, ...]:
    def number(value: float) -> Number:
        return worked(value, about(model), decimals=0 if abs(value) >= 100 else 2)

    shown: Text = (number(one.low), " to ", number(one.high)) if one.low != one.high else (number(one.value),)
    said = f"{one.source}. {one.note}".strip() if one.note else one.source
    safe = one.address.startswith(("https://", "http://"))
    return (
        prose(Label(one.title[:1].upper() + one.title[1:])),
        shown,
        prose(Label(said), *((" (", Link("read", one.address), ")") if safe else ())),
    )


def _closing(found: tuple[Even, ...]) -> Text:
    tables: list[Inline] = []
    used = dict.fromkeys((table.title, table.address) for item in found for table in item.model.used)
    for place, (title, address) in enumerate(used):
        tables += ["; " if place else "", Link(title, address)]
    return prose(
        "In prices of ",
        Label(str(found[0].model.prices)),
        ", discounted, by ",
        *tables,
        ". A review of the discount rates has been published since, and was not seen. Give what is wanted to ",
        Label("levelling appraise"),
        ", and it tells what the options are worth, with how sure that is.",
    )
