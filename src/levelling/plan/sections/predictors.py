"""What would be expected of a place with its people, links, location and industries, and how far it is from that."""

from typing import TYPE_CHECKING

from levelling.core.area import Level
from levelling.core.errors import UserError
from levelling.core.indicator import Release
from levelling.core.period import Period
from levelling.core.words import opened
from levelling.plan.charts.kinds import Range, Ranges
from levelling.plan.document import Block, Figure, Inline, Label, Number, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.shown import worked
from levelling.plan.view import View, spoken
from levelling.plan.wording import listed

if TYPE_CHECKING:
    from levelling.challenge.predictors import Made, Standing

ORDER = 170
_TITLE, _SHORT = "What would be expected of a place like it", "What to expect"
_SPECIAL = 3
_MOST = 40
"""A table of more authorities than this is for a page of its own."""


def section(view: View) -> Section | None:
    """The place beside what its make-up would lead one to expect; the authorities of a larger area."""
    made = _made(view, Level.ITL3 if view.area.level == Level.ITL3 else Level.LAD)
    if isinstance(made, str):
        return Section("predictors", _TITLE, _SHORT, (Paragraph(prose(Label(made))),))
    if view.area.level in {Level.LAD, Level.ITL3}:
        return of_one(view, made)
    return of_several(view, made)


def _made(view: View, level: Level) -> "Made | str":
    """The fit, the same for every place; or why there is none."""
    key = ("predictors", level)
    if key not in view.shared:
        from levelling.challenge.predictors import Outcome, ask, make

        try:
            view.shared[key] = make(view.atlas, ask(view.atlas, Outcome.LEVEL, level))
        except UserError as error:
            view.shared[key] = error.message
    found: Made | str = view.shared[key]
    return found


def of_one(view: View, made: "Made") -> Section:
    """One place beside what would be expected of it, in level or in growth; or why it is left out."""
    if view.area.code not in made.at:
        lacks = made.table.left_out.get(view.area.name, "a figure that it needs")
        out = prose(Label(opened(view.said)), " is left out of this analysis: it has no figure for ", Label(lacks), ".")
        return Section("predictors", _TITLE, _SHORT, (Paragraph(out), *_specialised(view)))
    here = made.place(view.area)
    lead = Paragraph(_lead(view, made, here), "lead")
    notes = (Paragraph(text, "note") for text in _notes(view, made))
    blocks: tuple[Block, ...] = (lead, _figure(view, made, here), *_specialised(view), *notes)
    return Section("predictors", _TITLE, _SHORT, blocks)


def _specialised(view: View) -> tuple[Block, ...]:
    """What the place makes more of than the UK does, by location quotient."""
    from levelling.challenge.predictors.quotients import OUTPUT, quotients

    found = [item for item in quotients(view.atlas, view.area)[:_SPECIAL] if item.quotient > 1]
    if not found:
        return ()
    release = view.atlas.release(view.atlas.catalogue.get(OUTPUT).release)
    texts: list[Text] = []
    for item in found:
        how = "Its share of output here over its share of the UK's, without real estate."
        about = Worked(f"{item.label} in {view.name}: location quotient", how, Period.parse(item.period).label, (), (release,))
        times = " times" if texts else " times the UK's share"
        texts.append((Label(item.label[0].lower() + item.label[1:]), " (", worked(item.quotient, about, decimals=1), f"{times})"))
    return (Paragraph(prose("A larger part of output here than in the United Kingdom: ", *listed(texts), ".")),)


def _lead(view: View, made: "Made", here: "Standing") -> Text:
    question, value = made.question, _value(view, made, here)
    start: tuple[Inline, ...]
    if question.start == question.end:
        start = ("In ", Label(str(question.end)), ", output per hour in ", Label(view.said), " stood at ", value)
        start = (*start, ", with the United Kingdom at a hundred.")
    else:
        window = Label(f"from {question.start} to {question.end}")
        start = ("Real output per hour in ", Label(view.said), " changed by ", value, " percent a year ", window, ".")
    rest = (" Of a place with its people, links, location and industries, ", _expected(view, made, here))
    return prose(*start, *rest, f" would be expected. {here.verdict}")


def _figure(view: View, made: "Made", here: "Standing") -> Figure:
    expected, level = here.expected, made.question.start == made.question.end
    unit = made.question.unit
    value, middle, lower, upper = here.shown
    ends = f"{lower} to {upper}"
    chart = Ranges(
        id="predictors-expected",
        title="Here, and what would be expected",
        description=f"{view.name} beside what its make-up would lead one to expect. The table holds the figures.",
        rows=(
            Range(view.name, here.value, None, None, "place", value),
            Range(
                "Expected of its make-up",
                expected.value,
                expected.lower,
                expected.upper,
                "area",
                f"{middle} ({ends})",
            ),
        ),
        unit=made.question.axis,
        decimals=0 if level else 1,
        level=100.0 if level else None,
    )
    moved = sorted(here.parts.items(), key=lambda pair: -abs(pair[1]))
    first, most = moved[0]
    sentence = prose(
        "Nineteen in twenty such places would lie between ",
        _worked(view, made, expected.lower, f"Lower end of what would be expected of {view.name}", here.decimals),
        " and ",
        _worked(view, made, expected.upper, f"Upper end of what would be expected of {view.name}", here.decimals),
        f". What sets its make-up most apart is its {first}, which goes with ",
        _worked(view, made, abs(most), f"What goes with the {first} of {view.name}", 1),
        f" {unit} {'more' if most > 0 else 'less'} than the mean place has.",
    )
    return Figure("f-predictors-expected", "Here, and what would be expected", sentence, (chart,), (), _table(view, made, here))


def _table(view: View, made: "Made", here: "Standing") -> Table:
    rows: list[tuple[Text, ...]] = [
        (prose("Here"), (_value(view, made, here),)),
        (prose("Expected of its make-up"), (_expected(view, made, here),)),
    ]
    for family, moved in here.parts.items():
        number = _worked(view, made, moved, f"What goes with the {family} of {view.name}", 1)
        rows.append((prose(f"Moved from the mean of all places by its {family}"), (number,)))
    return Table(
        f"{opened(made.question.axis)}, and what goes with it", ("What", opened(made.question.unit)), tuple(rows), folded=True
    )


def of_several(view: View, made: "Made") -> Section | None:
    """Each authority of a larger place; nothing where there are too many for a table, or none."""
    members = [item for item in view.atlas.gazetteer.members(view.area, made.question.level) if item.code in made.at]
    if not members or len(members) > _MOST:
        return None
    rows: list[tuple[Text, ...]] = []
    for area in sorted(members, key=lambda item: spoken(item.name)):
        here = made.place(area)
        verdict = "within" if here.inside else "above" if here.beyond > 0 else "below"
        rows.append(((Label(spoken(area.name)),), (_value(view, made, here),), (_expected(view, made, here),), prose(verdict)))
    lead = prose(
        "Each authority of ",
        Label(view.said),
        " is held beside what would be expected of a place with its people, links, location and industries.",
    )
    columns = ("Local authority", "Here", "Expected, with the span of nineteen in twenty", "Within that span")
    table = Table(f"{opened(made.question.axis)}, {_when(made)}", columns, tuple(rows))
    notes = (Paragraph(text, "note") for text in _notes(view, made))
    return Section("predictors", _TITLE, _SHORT, (Paragraph(lead, "lead"), table, *notes))


def _notes(view: View, made: "Made") -> tuple[Text, ...]:
    from levelling.challenge.predictors.explained import CAUTION

    fit = made.fit
    hardly = " How fast output has grown can hardly be foretold from the same measures."
    more = (hardly,) if made.question.start == made.question.end else ()
    return (
        prose(
            "The measures together explain ",
            _worked(view, made, 100 * fit.r2, "Share of the differences explained", unit="%"),
            " of the differences between ",
            _worked(view, made, len(made.table.areas), "Places in the analysis"),
            " ",
            Label(made.question.level.plural),
            ", and ",
            _worked(view, made, 100 * max(0.0, fit.cross_validated_r2), "Share explained of places not seen", unit="%"),
            " of those between places that the fit has not seen. The rest is not explained.",
        ),
        prose(CAUTION, *more),
    )


def _value(view: View, made: "Made", here: "Standing") -> Number:
    what = f"{opened(made.question.axis)}: {here.area.name}"
    how = "Output per hour over that of the UK." if made.question.start == made.question.end else "Real output over hours worked."
    about = Worked(what, how, _when(made), (), _releases(view, made))
    return worked(here.value, about, text=here.shown[0])


def _expected(view: View, made: "Made", here: "Standing") -> Number:
    what, middle = f"What would be expected of {here.area.name}", here.expected
    number = _worked(view, made, middle.value, what, here.decimals)
    _, _, lower, upper = here.shown
    return Number(
        number.text, number.value, number.unit, number.origin, number.part, middle.lower, middle.upper, f"{lower} to {upper}"
    )


def _worked(view: View, made: "Made", value: float, what: str, decimals: int = 0, unit: str = "") -> Number:
    how = (
        "Least squares over all places with every measure, the place itself left out of its own expectation; the range is the "
        "regression's 95% prediction interval."
    )
    return worked(value, Worked(what, how, _when(made), releases=_releases(view, made)), unit, decimals)


def _when(made: "Made") -> str:
    question = made.question
    return str(question.end) if question.start == question.end else f"{question.start} to {question.end}"


def _releases(view: View, made: "Made") -> tuple[Release, ...]:
    key = ("predictors", "releases", made.question.level)
    if key not in view.shared:
        slugs = [*made.question.slugs, *(item.predictor.slug for item in made.table.measured if item.predictor.slug)]
        keys = dict.fromkeys(view.atlas.catalogue.get(slug).release for slug in slugs)
        view.shared[key] = tuple(view.atlas.release(item) for item in keys)
    found: tuple[Release, ...] = view.shared[key]
    return found
