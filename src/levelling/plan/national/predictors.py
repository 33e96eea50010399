"""What goes with growth over the country: shares by family, every measure, and who is beyond what would be expected."""

from levelling.atlas import Atlas
from levelling.challenge.predictors import Explained, Made
from levelling.challenge.predictors.explained import CAUTION, CHANCE, NOTHING_CLEAR
from levelling.challenge.predictors.measures import Measured
from levelling.challenge.predictors.robust import Coefficient
from levelling.core.area import Area, Level
from levelling.core.indicator import Release
from levelling.core.period import Period
from levelling.core.words import number, opened
from levelling.plan.charts.country import country_map
from levelling.plan.charts.kinds import Bar, Bars, Range, Ranges
from levelling.plan.document import Document, Figure, Label, Number, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.leaf import leaf, of_place
from levelling.plan.sections.predictors import of_one, of_several
from levelling.plan.shown import worked
from levelling.plan.view import spoken
from levelling.plan.wording import listed

_BANDS = ("Below what would be expected", "Within it, lower half", "Within it, upper half", "Above what would be expected")


def document(atlas: Atlas, found: Explained) -> Document:
    """The page: how much is explained and by what, and the map of what is left."""
    question = found.made.question
    summary = prose(Label(f"What goes with {question.words}, between {question.level.plural}: associations, not causes."))
    sections = [_whole(atlas, found), _measures(atlas, found)]
    if question.level == Level.LAD:
        sections.append(_left(atlas, found))
    kind = f"{opened(question.level.plural)} of {'England' if question.england else 'Great Britain'}"
    return leaf(atlas, f"What goes with {question.words}", summary, sections, kind=kind)


def place_document(atlas: Atlas, area: Area, made: Made) -> Document:
    """The page of one place, for the question that was asked."""
    write = of_one if area.level in {Level.LAD, Level.ITL3} else of_several
    title, summary = "{}: what would be expected", "What would be expected of {} given its make-up."
    return of_place(atlas, area, title, summary, lambda view: write(view, made))


def _whole(atlas: Atlas, found: Explained) -> Section:
    shares = sorted(found.made.shares.items(), key=lambda pair: -pair[1])
    left = 1 - found.made.fit.r2
    rows = tuple(Bar(opened(family), 100 * share, "place", f"{number(100 * share, 0)}%") for family, share in shares)
    chart = Bars(
        id="predictors-families",
        title="Share of the differences explained, by family",
        description="One bar a family, and one for what is not explained. The table holds the figures.",
        rows=(*rows, Bar("Not explained", 100 * left, "area", f"{number(100 * left, 0)}%")),
        unit="% of the differences",
        decimals=0,
    )
    cells: list[tuple[Text, ...]] = [
        ((Label(opened(family)),), (_percent(atlas, found, share, f"Share: {family}", 1),))
        for family, share in (*shares, ("not explained", left))
    ]
    table = Table("Shares of the differences", ("Family", "Share"), tuple(cells), folded=True)
    parts = [(f"{family} ", _percent(atlas, found, share, f"Share: {family}")) for family, share in shares]
    sentence = prose(
        "Of the differences between places, each family accounts for: ", *listed(parts), ". The regions are in geography."
    )
    drawn = Figure("f-predictors-families", "By family", sentence, (chart,), (), table)
    blocks = (Paragraph(_explained(atlas, found), "lead"), drawn, Paragraph(prose(CAUTION), "note"))
    return Section("predictors-families", "How much is explained", "How much", blocks)


def _explained(atlas: Atlas, found: Explained) -> Text:
    fit, made = found.made.fit, found.made
    return prose(
        _number(atlas, found, len(made.table.measured), "Measures"),
        " measures and the regions together explain ",
        _percent(atlas, found, fit.r2, "Share of the differences explained"),
        " of the differences between ",
        _number(atlas, found, len(made.table.areas), "Places in the analysis"),
        " ",
        Label(made.question.level.plural),
        "; ",
        _percent(atlas, found, 1 - fit.r2, "Share of the differences not explained"),
        " stays unexplained. Allowing for the number of measures it is ",
        _percent(atlas, found, fit.adjusted_r2, "Share explained, adjusted"),
        "; of places that the fit has not seen, ",
        _percent(atlas, found, max(0.0, fit.cross_validated_r2), "Share explained of places not seen"),
        ".",
    )


def _measures(atlas: Atlas, found: Explained) -> Section:
    pairs = list(zip(found.made.table.measured, found.coefficients, strict=True))
    rows = tuple(
        Range(opened(item.predictor.label), one.value, one.lower, one.upper, "place", number(one.value, 2)) for item, one in pairs
    )
    chart = Ranges(
        id="predictors-measures",
        title="What goes with it, all else alike",
        description="One line a measure, with its interval. The table holds the figures.",
        rows=rows,
        unit=f"{found.made.question.unit} for one standard deviation",
        decimals=1,
        level=0.0,
    )
    table = Table(
        f"{opened(found.made.question.unit)} for one standard deviation of each measure",
        ("Measure", "Family", "When", "Difference", "Clear of chance"),
        tuple(_row(atlas, found, item, one) for item, one in pairs),
        folded=True,
    )
    alike = "like residuals" if found.moran.p_value < CHANCE else "no more like residuals than chance makes"
    notes = (
        prose(Label(found.sentences[3])),
        prose(f"Near places have {alike}: Moran's index is ", _number(atlas, found, found.moran.value, "Moran's I", 2), "."),
    )
    clear = [(Label(item.predictor.label),) for item, one in pairs if one.adjusted_p < CHANCE]
    sentence = prose("Clear of chance, with all else alike: ", *listed(clear), ".") if clear else prose(NOTHING_CLEAR)
    drawn = Figure("f-predictors-measures", "Each measure", sentence, (chart,), notes, table)
    return Section("predictors-measures", "What goes with it", "Each measure", (drawn,))


def _row(atlas: Atlas, found: Explained, item: Measured, one: Coefficient) -> tuple[Text, ...]:
    label, family = item.predictor.label, item.predictor.family.value
    value = _number(atlas, found, one.value, f"Difference for one standard deviation: {label}", 2)
    interval = f"{number(one.lower, 2)} to {number(one.upper, 2)}"
    shown = Number(value.text, value.value, value.unit, value.origin, value.part, one.lower, one.upper, interval)
    clear = "yes" if one.adjusted_p < CHANCE else "no"
    when = " and ".join(Period.parse(period).label for period in item.periods)
    return (Label(opened(label)),), (family,), (Label(when or "lasting"),), (shown,), (clear,)


def _left(atlas: Atlas, found: Explained) -> Section:
    made = found.made
    standings = [made.place(area) for area in made.table.areas]
    bands = {item.area.code: (1 + (item.beyond > 0)) if item.inside else (3 if item.beyond > 0 else 0) for item in standings}
    title = "Beside what would be expected"
    charts = country_map(atlas, "predictors-map", title, "Local authorities beside their make-up.", bands, _BANDS)
    outside = sum(not item.inside for item in standings)
    sentence = prose(
        _number(atlas, found, outside, "Places outside their span"),
        " of ",
        _number(atlas, found, len(standings), "Places in the analysis"),
        " lie outside the span in which nineteen in twenty such places would lie: about as many as chance alone would put there."
        if 0.5 <= outside / (0.05 * len(standings)) <= 1.5
        else " lie outside the span in which nineteen in twenty such places would lie.",
    )
    decimals = standings[0].decimals
    rows = tuple(
        (
            (Label(spoken(item.area.name)),),
            (_number(atlas, found, item.value, f"Outcome in {item.area.name}", decimals),),
            (_number(atlas, found, item.expected.value, f"Expected of {item.area.name}", decimals),),
            prose("within" if item.inside else "above" if item.beyond > 0 else "below"),
        )
        for item in sorted(standings, key=lambda item: spoken(item.area.name))
    )
    columns = ("Local authority", "Here", "Expected", "Span")
    table = Table("Every authority beside what would be expected", columns, rows, folded=True)
    lacking = prose(_number(atlas, found, len(made.table.left_out), "Places left out"), " lack a measure and are left out.")
    drawn = Figure("f-predictors-map", title, sentence, charts, (lacking,), table)
    return Section("predictors-map", "What is left", "What is left", (drawn,))


def _percent(atlas: Atlas, found: Explained, share: float, what: str, decimals: int = 0) -> Number:
    return _number(atlas, found, 100 * share, what, decimals, "%")


def _number(atlas: Atlas, found: Explained, value: float, what: str, decimals: int = 0, unit: str = "") -> Number:
    how = "Least squares over all places with every measure."
    return worked(value, Worked(what, how, str(found.made.question.end), releases=_releases(atlas, found)), unit, decimals)


def _releases(atlas: Atlas, found: Explained) -> tuple[Release, ...]:
    made = found.made
    slugs = [*made.question.slugs, *(item.predictor.slug for item in made.table.measured if item.predictor.slug)]
    return atlas.releases_of(slugs)
