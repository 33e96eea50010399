"""A page with every kind of chart, easy and hard: made by the tests, looked at, and never shipped."""

from dataclasses import replace

from levelling.atlas import Atlas
from levelling.core.area import Level
from levelling.plan.charts.boxes import Arrow, Box, Diagram
from levelling.plan.charts.country import country_map, spread
from levelling.plan.charts.kinds import (
    Bar,
    Bars,
    Chart,
    Curve,
    Fan,
    Line,
    Lines,
    Moment,
    Point,
    Range,
    Ranges,
    Scatter,
    Spot,
    Stack,
)
from levelling.plan.document import Document, Figure, Label, Section, Table, prose
from levelling.plan.leaf import leaf

LONG = "People in caring, leisure & other service occupations <aged 50 or over> in Bournemouth, Christchurch and Poole"
ROLES = ("place", "uk", "nation", "region", "neighbours", "area")


def page(atlas: Atlas) -> Document:
    """Every kind of chart on one page."""
    sections = (
        _section("rows", "In rows", (_ranges(), _ranks(), _few_ranges(), _bars(), _stacked(), _many_stacks())),
        _section("axes", "On two axes", (_fan(), _scatter(), _plain_scatter(), _lines(), _curve())),
        _section("countries", "On maps", ()),
        _section("arrows", "Boxes and arrows", (_diagram(), _plain_diagram())),
    )
    maps = (
        _maps(atlas, "kinds", "kinds", tuple(f"kind of place {letter}" for letter in "ABCDEFGHI")),
        _maps(atlas, "pair", "pair", tuple(f"{one} health, {two} work" for one in _THREE for two in _THREE)),
        _regions(atlas),
    )
    countries = replace(sections[2], blocks=tuple(_figure(f"f-map-{place}", pair) for place, pair in enumerate(maps)))
    return leaf(atlas, "Every kind of chart", prose("Made by a test."), (*sections[:2], countries, sections[3]))


_THREE = ("low", "middle", "high")


def _section(key: str, title: str, charts: tuple[Chart, ...]) -> Section:
    return Section(key, title, title, tuple(_figure(f"f-{chart.id}", (chart,)) for chart in charts))


def _figure(key: str, charts: tuple[Chart, ...]) -> Figure:
    table = Table("The figures", ("Name", "Note"), ((prose(Label(charts[0].title)), prose("See the drawing.")),), folded=True)
    return Figure(key, charts[0].title, prose(Label(charts[0].description)), charts, (), table)


def _diagram() -> Diagram:
    """Columns, a long label, owners, every sign, two arrows between the same boxes, and one that runs back."""
    names = ("Money", LONG, "Advice given", "Donaudampfschifffahrtsgesellschaftskapitän", "People in work", "Health")
    bands = (0, 0, 1, 1, 2, 2)
    boxes = tuple(
        Box(f"b{at}", name, band, "Integrated care board & <partners>" if at % 2 else "", here=at == 2)
        for at, (name, band) in enumerate(zip(names, bands, strict=True))
    )
    pairs = ("b0b2+", "b1b2-", "b1b50", "b2b4+", "b2b40", "b4b5-", "b0b5+", "b4b3+")
    arrows = tuple(Arrow(pair[:2], pair[2:4], pair[4]) for pair in pairs)
    bands_named = ("Inputs", "Outputs", "Outcomes")
    return Diagram("arrows-columns", "What leads to what", "Six boxes in three columns.", boxes, arrows, bands_named)


def _plain_diagram() -> Diagram:
    boxes = tuple(Box(f"p{at}", f"Thing {at}") for at in range(9))
    arrows = tuple(Arrow(f"p{one}", f"p{other}", "+?"[one % 2]) for one in range(9) for other in range(one + 1, 9, 3))
    return Diagram("arrows-plain", "No columns", "Nine boxes in no columns, joined by many arrows.", boxes, arrows)


def _ranges() -> Ranges:
    rows = [
        *(Range(f"Value of {role}", 5.0 - 3 * place, 4.0 - 3 * place, 7.0 - 3 * place, role) for place, role in enumerate(ROLES)),
        Range("Interval without a value", None, -3.0, 2.0),
        Range("Value without an interval", 2.0, None, None, shown="+2.0 points"),
        Range("Nothing known", None, None, None),
        Range(LONG, 3.0, -1.0, 6.5, shown="+3.0 percentage points (−1.0 to +6.5)"),
    ]
    return Ranges("rows-ranges", "Gaps between groups", "Gaps, some with intervals.", tuple(rows), "percentage points", 1, 0.0)


def _ranks() -> Ranges:
    rows = (
        Range("Employment rate", 300.0, 240.0, 331.0, "place", "240th to 331st"),
        Range("Gross median weekly pay, people who work here", 120.0, 60.0, 200.0, "place", "60th to 200th"),
    )
    return Ranges(
        "rows-ranks", "Ranks", "Ranks with their intervals.", rows, "rank among 361, first on the right", 0, None, (361, 1)
    )


def _few_ranges() -> Ranges:
    rows = (Range("One alone", 12_345_678.0, None, None, "place"),)
    return Ranges("rows-one", "A single row of a large value", "One value.", rows, "£", 0)


def _bars() -> Bars:
    rows = (
        Bar("Here", 12.0, "place", "12.0%", lower=9.0, upper=15.0),
        Bar("United Kingdom", 17.4, "uk", "17.4%"),
        Bar("Modelled, of the place", 8.0, "place", "8.0%", modelled=True),
        Bar("Modelled, elsewhere", 14.0, "area", "14.0%", modelled=True),
        Bar("Below nought", -6.0, "area", "−6.0%"),
        Bar(LONG, 0.0, "area", "0.0%"),
    )
    return Bars("rows-bars", "Amounts", "Amounts as bars from nought.", rows, "% of people", 0)


_PARTS = (
    "Employees paid the real Living Wage or more",
    "Employees paid less",
    "Self-employed",
    "Unemployed",
    "Students",
    "Others",
)


def _stacked() -> Stack:
    parts = tuple(
        Bar(name, value, shown=f"{value:,.0f}", modelled=place in {1, 2})
        for place, (name, value) in enumerate(zip(_PARTS, (31_000.0, 5_000.0, 4_000.0, 2_000.0, 900.0, 14_000.0), strict=True))
    )
    return Stack(
        "rows-stack", "Everyone of working age", "Parts of a whole.", (("Hartlepool & <around>", parts),), "people aged 16 to 64"
    )


def _many_stacks() -> Stack:
    rows = tuple(
        (name, tuple(Bar(part, float(1 + (place + shift) % 5)) for place, part in enumerate(_PARTS)))
        for shift, name in enumerate(("Hartlepool", "The North East", "England", "United Kingdom"))
    )
    return Stack("rows-stacks", "Four wholes with the same parts", "Parts of four wholes.", rows, "share of people aged 16 to 64")


def _fan() -> Fan:
    past = tuple(Point(2014.5 + year, 70 + year % 3, None, None) for year in range(11))
    moments = tuple(
        Moment(2024.5 + year, 71 - year, (71 - 1.6 * year, 71 - 0.5 * year), (71 - 2.6 * year, 71 + 0.4 * year))
        for year in range(6)
    )
    before = tuple(Point(2024.5 + year, 71.0) for year in range(6))
    return Fan(
        "axes-fan", "People in work", "What was, and what may come.", past, moments, "% of people aged 16 to 64", 0, before
    )


def _scatter() -> Scatter:
    spots = tuple(Spot(f"Place {i}", (i * 37 % 100) / 10, (i * 61 % 97) / 2, "", i % 4) for i in range(90))
    own = Spot("Kingston upon Hull, City of & <more>", 9.6, 46.0, "place", 0)
    return Scatter(
        "axes-scatter",
        "Growth and level",
        "Four quadrants.",
        (*spots, own),
        "output per hour in 2008, UK = 100",
        "growth a year, %",
        5.0,
        ("catching up", "steaming ahead", "falling behind", "losing ground"),
        level_up=20.0,
        bands=("catching up", "steaming ahead", "falling behind", "losing ground"),
        decimals=1,
    )


def _plain_scatter() -> Scatter:
    spots = (Spot("Only", -40_000.0, 2.0), Spot("Here", -39_000.0, 1.0, "place"))
    return Scatter(
        "axes-few", "Two places", "Two.", spots, "across", "up", -39_500.0, ("a", "b", "c", "d"), level_up=1.5, decimals=1
    )


def _curve() -> Curve:
    points = ((0.0, 0.0), (4.0, 0.0), (30.0, 61.0), (55.0, 72.5), (100.0, 100.0))
    return Curve(
        "axes-curve",
        "Who got what",
        "Shares of money by shares of people.",
        points,
        "people, from the greatest need down",
        "money they got",
        "more where need is greater",
        "less where need is greater",
    )


def _lines() -> Lines:
    lines = (
        Line("United Kingdom", "uk", tuple(Point(2010.5 + i, 100.0 + i) for i in range(10))),
        Line("Here", "place", tuple(Point(2010.5 + i, 90.0 - i % 3, 88.0, 93.0) for i in range(10))),
    )
    return Lines("axes-lines", "Through time", "Two lines.", lines, (2014.0,), "UK = 100", 0, 100.0, wide=True)


def _maps(atlas: Atlas, key: str, palette: str, names: tuple[str, ...]) -> tuple[Chart, ...]:
    areas = sorted(atlas.gazetteer.all(Level.LAD), key=lambda area: area.code)
    bands = {area.code: place % len(names) if place % 29 else None for place, area in enumerate(areas)}
    here = frozenset({atlas.area("Hartlepool").code})
    axes = ("worse health", "weaker labour market") if palette == "pair" else None
    return country_map(atlas, f"countries-{key}", f"Classes, {palette}", "Classes of places.", bands, names, here, palette, axes)


def _regions(atlas: Atlas) -> tuple[Chart, ...]:
    regions = sorted(atlas.gazetteer.all(Level.REGION), key=lambda area: area.code)
    bands = spread(atlas, Level.REGION, {area.code: place % 3 for place, area in enumerate(regions)})
    return country_map(atlas, "countries-region", "Regions", "Regions in three shades.", bands, ("low", "middle", "high"))
