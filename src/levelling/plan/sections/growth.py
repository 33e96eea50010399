"""Growth: where the place started against the UK, how it has grown since, and how firm the label is that comes of it."""

from collections.abc import Sequence

from levelling.atlas import Atlas
from levelling.challenge.phrases import place
from levelling.challenge.quadrants import FIRST, LEVELS, Judged, Per, Way, growth_of
from levelling.challenge.quadrants.country import label_of
from levelling.challenge.quadrants.kinds import UK
from levelling.challenge.quadrants.series import REAL_OUTPUT, by_area, span
from levelling.core.area import Area, Level
from levelling.core.indicator import Release
from levelling.plan.charts.kinds import Line, Lines, Point
from levelling.plan.document import Block, Figure, Inline, Label, Paragraph, Section, Shape, Table, Text, Worked, prose
from levelling.plan.reckoned import reckoned
from levelling.plan.shown import worked
from levelling.plan.view import View, spoken
from levelling.plan.wording import listed

ORDER = 160
_TITLE, _SHORT = "Growth beside the rest of the country", "Growth"
_MANY = 14
"""More parts than this are counted, not listed."""


def section(view: View) -> Section | None:
    """The label of the place, and of the ITL3 area it lies in; or those of its parts, where it has no figures of its own."""
    atlas, area = view.atlas, view.area
    if area.code == UK or Per.HOUR.index_slug not in atlas.catalogue:
        return None
    around = _around(view)  # first, since it reads all that the rest needs in one go
    own = growth_of(atlas, area)
    wider = growth_of(atlas, around) if around is not None else None
    found = [item for item in (own, wider) if item is not None]
    if not found:
        return _parts(view)
    way = _way(atlas, found[0].area.level)
    blocks: list[Block] = [Paragraph(_told(atlas, found[0], way), "lead"), _drawn(view, found, way)]
    blocks += [_table(atlas, found)]
    if own is not None and own.area.level is Level.LAD:
        note = (
            "For local authorities no real output per hour is published: it is worked out here as real output over hours worked, "
            "of two editions. For ITL areas it is published."
        )
        blocks.append(Paragraph(prose(Label(note)), "note"))
    return Section("growth", _TITLE, _SHORT, tuple(blocks))


def _way(atlas: Atlas, level: Level) -> Way:
    return Way(FIRST, span(atlas, level)[Per.HOUR][1], Per.HOUR, smoothed=True)


def _told(atlas: Atlas, item: Judged, way: Way) -> Text:
    about = _about(atlas, item, "Output per hour worked, its growth, and ways of looking")
    sentence = f"{item.sentence(way)} {item.firmness} {item.trust}".rstrip()
    return reckoned(sentence, about, (item.area.name,))


def _around(view: View) -> Area | None:
    """The ITL3 area with figures that a local authority lies in: the areas of 2021, part of which have ended."""
    if view.area.level is not Level.LAD:
        return None
    if "growth-itl3" not in view.shared:
        gazetteer = view.atlas.gazetteer
        lying: dict[str, list[Area]] = {}
        for area in gazetteer.all(Level.ITL3, abolished=True):
            for code in gazetteer.authorities(area):
                lying.setdefault(code, []).append(area)
        view.shared["growth-itl3"] = lying
    store, key = view.atlas.store, (Per.HOUR.index_slug, "")
    near: list[Area] = view.shared["growth-itl3"].get(view.area.code, [])
    store.load_areas([view.area.code, UK, view.area.parents.get("region", UK), *(area.code for area in near)])
    found = [area for area in near if key in store.area(area.code)]
    return found[0] if len(found) == 1 else None


def _drawn(view: View, found: Sequence[Judged], way: Way) -> Figure:
    """Real output per hour through the years, each area's own start at a hundred."""
    atlas, first = view.atlas, found[0]
    series = _series(atlas, found, way)
    about = _about(atlas, first, f"Real output per hour worked, {way.start} = 100")
    chart = Lines(
        id="growth-lines",
        title="Real output per hour worked through the years",
        description="A line for the place, for what it lies in and for the United Kingdom. The table holds the figures.",
        lines=tuple(
            Line(name, role, tuple(Point(year + 0.5, value) for year, value in values.items()))
            for name, role, values in reversed(series)
        ),
        breaks=(),
        unit="",
        decimals=0,
        level=100.0,
        wide=True,
    )
    years = range(way.start, way.end + 1)
    rows = tuple(
        (
            prose(Label(str(year))),
            *((worked(values[year], about, decimals=1),) if year in values else ("none",) for *_, values in series),
        )
        for year in years
    )
    key: list[Inline] = []
    for name, role, _ in series:
        key += [Shape(f"line-{role}"), " ", Label(name), "\u2003"]
    columns = ("Year", *(name for name, *_ in series))
    table = Table(f"Real output per hour worked, each in {way.start} = 100", columns, rows, folded=True)
    return Figure("f-growth-lines", f"Since {way.start}", _beside(atlas, first, way), (chart,), (prose(*key),), table)


def _beside(atlas: Atlas, item: Judged, way: Way) -> Text:
    """Against its own region: the source paper's figure 7."""
    about = _about(atlas, item, "Real growth of output per hour worked")
    if item.region is None or item.region_growth is None:
        return prose("Each line starts at a hundred, so it shows growth and not level.")
    than = "less than its region or nation" if item.below_region else "at least as much as its region or nation"
    sentence = (
        f"From {way.start} to {way.end} {place(item.area)} grew {than}: {_signed(item.growth)}, against "
        f"{_signed(item.region_growth)} in {place(item.region)}."
    )
    return reckoned(sentence, about, (item.area.name,))


def _signed(share: float) -> str:
    return f"{100 * share:.1f}%".replace("-", "−")


def _series(atlas: Atlas, found: Sequence[Judged], way: Way) -> list[tuple[str, str, dict[int, float]]]:
    """Name, stroke and values of each line. The UK's is made the way the place's is."""
    first = found[0]
    wanted = [(first.area, "place"), *((item.area, "area") for item in found[1:])]
    if first.region is not None:
        wanted.append((first.region, "region"))
    wanted.append((atlas.gazetteer.get(UK), "uk"))
    made = []
    for area, role in wanted:
        level = area.level if role == "area" else first.area.level
        look = by_area(atlas, [area.code], level)
        values = {way.start: 100.0}
        for year in range(way.start + 1, way.end + 1):
            growth = look.growth(Way(way.start, year, way.per, smoothed=True), area.code)
            if growth is not None:
                values[year] = 100 * (1 + growth)
        same = role == "area" and area.name == first.area.name
        made.append((f"{spoken(area.name)} ({area.level.words})" if same else spoken(area.name), role, values))
    return made


def _table(atlas: Atlas, found: Sequence[Judged]) -> Table:
    rows = []
    for item in found:
        about = _about(atlas, item, "Output per hour worked, its growth, and ways of looking")
        rows.append(
            (
                prose(Label(spoken(item.area.name))),
                prose(Label(item.area.level.words)),
                prose(item.quadrant.value),
                (worked(item.level, about),),
                (worked(100 * item.growth, about, "%", 1),),
                (worked(100 * item.uk_growth, about, "%", 1),),
                (worked(item.holds, about), " of ", worked(item.ways, about)),
            )
        )
    columns = ("Place", "Kind of area", "Label", f"Start, {FIRST}, UK = 100", "Growth", "UK growth", "Holds in")
    caption = "The labels, and in how many ways of looking they hold"
    return Table(caption, columns, tuple(rows))


def _parts(view: View) -> Section | None:
    """Of a place without figures of its own: how its local authorities are labelled."""
    atlas = view.atlas
    if view.area.level in LEVELS:
        return None
    way = _way(atlas, Level.LAD)
    inside = [area for area in view.authorities if area.code in view.parts]
    labels = [(area, label) for area in inside if (label := label_of(atlas, area, way)) is not None]
    if not labels:
        return None
    level = view.area.level.plural
    about = Worked(
        "Local authorities of each kind", "Counted.", f"{way.start} to {way.end}", releases=_releases(atlas, worked_out=True)
    )
    groups: list[Text] = []
    for kind in dict.fromkeys(label for _, label in sorted(labels, key=lambda pair: pair[1])):
        names = [spoken(area.name) for area, label in labels if label == kind]
        text: tuple[Inline, ...] = (worked(len(names), about), f" {kind.value}")
        groups.append((*text, " (", Label(", ".join(names)), ")") if len(labels) <= _MANY else text)
    lead = prose(
        "Output per hour worked is not published for ",
        level,
        ". By its local authorities, from ",
        Label(f"{way.start} to {way.end}"),
        " against the United Kingdom: ",
        *listed(groups),
        ".",
    )
    caution = prose("Each label is of one window and one definition. The plan of each authority says how firm it is.")
    return Section("growth", _TITLE, _SHORT, (Paragraph(lead, "lead"), Paragraph(caution, "note")))


def _about(atlas: Atlas, item: Judged, what: str) -> Worked:
    worked_out = item.area.level is Level.LAD
    how = "Real output over hours worked, of two publications." if worked_out else "From the indices as published."
    window = f"{FIRST} to {span(atlas, item.area.level)[Per.HOUR][1]}"
    return Worked(what, how, window, releases=_releases(atlas, worked_out=worked_out))


def _releases(atlas: Atlas, *, worked_out: bool) -> tuple[Release, ...]:
    slugs = (Per.HOUR.index_slug, REAL_OUTPUT if worked_out else Per.HOUR.volume_slug)
    return atlas.releases_of(slugs)
