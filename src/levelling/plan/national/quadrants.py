"""Growth quadrants over the whole country: who steams ahead, who falls behind, and who grows less than its own region."""

from collections.abc import Mapping

from levelling.atlas import Atlas
from levelling.challenge.quadrants import Average, Growth, Judged, Quadrants
from levelling.challenge.quadrants.series import REAL_OUTPUT
from levelling.core.area import Level
from levelling.core.indicator import Release
from levelling.core.words import opened
from levelling.plan.charts.country import country_map
from levelling.plan.charts.kinds import Scatter, Spot
from levelling.plan.document import (
    Bullets,
    Document,
    Figure,
    Inline,
    Label,
    Number,
    Paragraph,
    Section,
    Table,
    Text,
    Worked,
    prose,
)
from levelling.plan.leaf import leaf
from levelling.plan.reckoned import reckoned
from levelling.plan.shown import worked
from levelling.plan.view import spoken

_ORDER = tuple(Growth)
_CORNERS = ("catching up", "steaming ahead", "falling behind", "losing ground")


def document(atlas: Atlas, found: Quadrants) -> Document:
    """The page: places by start and growth, on the map, and beside their own regions."""
    title = f"Growth quadrants, {found.way.start} to {found.way.end}"
    summary = prose(
        Label(f"{opened(found.level.plural)} of the United Kingdom by {found.way.per.words}"),
        ": where each started, and how it has grown since.",
    )
    page = _Page(atlas, found)
    return leaf(atlas, title, summary, (page.placed(), page.regional()), kind=opened(found.level.plural))


class _Page:
    """The parts of the page, which share the word for how their numbers came about."""

    def __init__(self, atlas: Atlas, found: Quadrants) -> None:
        self.atlas, self.found = atlas, found
        self.window = f"{found.way.start} to {found.way.end}"
        self.counted = self._worked("Places by kind of growth", "Counted over the places of the table.")
        how = (
            "Real output over hours or jobs, of two publications."
            if found.worked
            else "From the chained volume index, as published."
        )
        self.growth = self._worked("Real growth over the window", how)
        self.start = self._worked("Output against the United Kingdom's at the start, UK = 100", "As published.")
        self.ways = self._worked(
            "Ways of looking that give the same label", "Start, end and definition varied; each way counted once."
        )
        self.names = (found.level.plural,)

    def placed(self) -> Section:
        lead, *others = self.found.sentences
        blocks = (
            Paragraph(reckoned(lead, self.counted, self.names), "lead"),
            Bullets(tuple(reckoned(sentence, self.counted, self.names) for sentence in others)),
            self._scatter(),
            self._map(),
            Bullets(tuple(reckoned(note, self.counted, (*self.names, "ITL", "June 2024")) for note in self.found.notes)),
        )
        return Section("quadrants", "Where places started and how they grew", "Quadrants", blocks)

    def _scatter(self) -> Figure:
        found = self.found
        rows = tuple(self._row(item) for item in found.places)
        uk = found.places[0].uk_growth if found.places else 0.0
        if found.average is Average.UK:
            whose, pace = "UK = 100", f"real growth {self.window}, %"
            sentence = prose("The cross is the United Kingdom, which ", *self._grew(uk), " in real terms.")
        else:
            whose, pace = "own region or nation = 100", "real growth beyond its region's, points"
            sentence = prose(
                "The cross is each place's own region or nation. A place to its right started above its region; a place above it "
                "grew more than its region did."
            )
        spots = tuple(self._spot(item) for item in found.places)
        chart = Scatter(
            id="quadrants-scatter",
            title=f"Start and growth, {self.window}",
            description=f"{opened(found.level.plural)} by output at the start and real growth since. Figures are in the table.",
            spots=spots,
            across=f"{found.way.per.words} in {found.way.start}, {whose}",
            up=pace,
            level=100.0,
            corners=_CORNERS,
            level_up=100 * uk if found.average is Average.UK else 0.0,
            bands=tuple(kind.value for kind in _ORDER),
        )
        columns = ("Place", "Quadrant", "Start, UK = 100", "Growth", "Region or nation", "Its growth", "Holds in")
        return Figure(
            "f-quadrants-scatter",
            "By start and growth",
            sentence,
            (chart,),
            (prose("Places beyond the most extreme fiftieth stand at the edge, hollow."),),
            Table("Every place by kind of growth", columns, rows, folded=True),
        )

    def _spot(self, item: Judged) -> Spot:
        """Where a place stands by the average it is held against, so that every corner holds the places of its kind."""
        own = self.found.average is Average.UK
        across = item.level if own else 100 * item.level / item.average_level
        up = 100 * item.growth if own else 100 * (item.growth - item.average_growth)
        return Spot(spoken(item.area.name), across, up, band=_ORDER.index(item.quadrant))

    def _row(self, item: Judged) -> tuple[Text, ...]:
        return (
            prose(Label(spoken(item.area.name))),
            prose(item.quadrant.value),
            (worked(item.level, self.start, decimals=1),),
            (self._percent(item.growth),),
            prose(Label(spoken(item.region.name))) if item.region else prose("none"),
            (self._percent(item.region_growth),) if item.region_growth is not None else prose("not known"),
            (worked(item.holds, self.ways), " of ", worked(item.ways, self.ways)),
        )

    def _map(self) -> Figure:
        found = self.found
        bands = self._by_authority({item.area.code: _ORDER.index(item.quadrant) for item in found.places})
        charts = country_map(
            self.atlas,
            "quadrants-map",
            "Kinds of growth",
            "The local authorities of the United Kingdom, each with the kind of growth of the area it lies in.",
            bands,
            tuple(kind.value for kind in _ORDER),
            palette="kinds",
        )
        rows = tuple(
            (
                prose(kind.value),
                prose(kind.meaning),
                (worked(found.counts[kind], self.counted),),
                (worked(found.firm[kind], self.ways),),
                self._range(kind),
            )
            for kind in _ORDER
        )
        columns = ("Quadrant", "What it means", "Places", "In every way of looking", "Fewest to most")
        sentence: list[Inline] = ["On the map, "]
        for kind in _ORDER:
            joint = "" if kind is _ORDER[0] else " and " if kind is _ORDER[-1] else ", "
            sentence += [joint, worked(found.counts[kind], self.counted), f" {kind.value}"]
        note = prose(
            "Authorities take the label of the area they lie in; one that lies in two takes that of the later in the table."
        )
        return Figure(
            "f-quadrants-map", "On the map", prose(*sentence, "."), charts, (note,), Table("How many of each kind", columns, rows)
        )

    def _range(self, kind: Growth) -> Text:
        low, high = self.found.between.get(kind, (0, 0))
        return (worked(low, self.ways), " to ", worked(high, self.ways))

    def regional(self) -> Section:
        """The source paper's figure 7."""
        found = self.found
        below, known = found.below_region
        if not known:
            why = prose("Areas of this level have no region of their own to be held against.")
            return Section("quadrants-region", "Beside their own regions", "Own regions", (Paragraph(why),))
        bands = self._by_authority({item.area.code: int(bool(item.below_region)) for item in found.places if item.region})
        charts = country_map(
            self.atlas,
            "quadrants-region-map",
            "Growth beside the region's",
            "The local authorities of the United Kingdom: whether the area each lies in grew less than its own region or nation.",
            bands,
            ("as much as its region, or more", "less than its region"),
            palette="kinds",
        )
        sentence = prose(
            worked(below, self.counted), " of ", worked(known, self.counted), " places grew less than their own region or nation."
        )
        why = prose("A region grows as its larger places do, so more than half of its places may well grow less than it does.")
        table = Table(
            "Places that grew less than their own region",
            ("Region or nation", "Its growth", "Places", "Below it"),
            self._regions(),
        )
        drawn = Figure("f-quadrants-region", "Below their own region", sentence, charts, (why,), table)
        return Section("quadrants-region", "Beside their own regions", "Own regions", (drawn,))

    def _regions(self) -> tuple[tuple[Text, ...], ...]:
        by_region: dict[str, list[Judged]] = {}
        for item in self.found.places:
            if item.region and item.region_growth is not None:
                by_region.setdefault(item.region.name, []).append(item)
        return tuple(
            (
                prose(Label(name)),
                (self._percent(items[0].region_growth or 0.0),),
                (worked(len(items), self.counted),),
                (worked(sum(bool(item.below_region) for item in items), self.counted),),
            )
            for name, items in sorted(by_region.items())
        )

    def _by_authority(self, bands: Mapping[str, int]) -> dict[str, int]:
        if self.found.level is Level.LAD:
            return dict(bands)
        gazetteer = self.atlas.gazetteer
        return {
            code: bands[item.area.code]
            for item in self.found.places
            if item.area.code in bands
            for code in gazetteer.authorities(item.area)
        }

    def _percent(self, share: float) -> Number:
        return worked(100 * share, self.growth, "%", 1)

    def _grew(self, share: float) -> tuple[Inline, ...]:
        return ("grew " if share >= 0 else "shrank ", worked(abs(100 * share), self.growth, "%", 1))

    def _worked(self, what: str, how: str) -> Worked:
        return Worked(what, how, self.window, releases=_releases(self.atlas, self.found))


def _releases(atlas: Atlas, found: Quadrants) -> tuple[Release, ...]:
    slugs = (found.way.index_slug, *((REAL_OUTPUT, found.way.per.divisor_slug) if found.worked else (found.way.per.volume_slug,)))
    return atlas.releases_of(slugs)
