"""The place in brief: its people, what kind of place it is, and who governs it."""

from levelling.core.area import Area, Level
from levelling.core.estimate import Estimate
from levelling.core.indicator import Release
from levelling.plan.document import Fact, Facts, Inline, Label, Number, Section, Text, Worked, prose
from levelling.plan.opening import kind_of
from levelling.plan.shown import figure, worked
from levelling.plan.view import View, spoken
from levelling.plan.wording import listed

ORDER = 10
_POPULATION = ("population", "implied-population")
_CHARACTER = ("rural-urban-class", "coastal-share", "median-age")
_WEIGHTS = "small-area-population-2019"
_BODIES = (
    (Level.COUNTY, "County council"),
    (Level.CAUTH, "Combined authority"),
    (Level.ICB, "NHS integrated care board"),
    (Level.HEALTH_BOARD, "Health board"),
    (Level.POLICE, "Police"),
    (Level.FIRE, "Fire and rescue"),
    (Level.TTWA, "Travel-to-work areas"),
    (Level.ITL3, "ITL3 area"),
)
_MANY = 12


def section(view: View) -> Section:
    """A list of facts."""
    facts = [Fact("Kind of place", prose(Label(kind_of(view)))), *_people(view), *_character(view), *_parts(view), *_bodies(view)]
    return Section("place", "The place in brief", "In brief", (Facts(tuple(facts)),))


def _people(view: View) -> list[Fact]:
    for slug in _POPULATION:
        if view.indicator(slug):
            found = view.atlas.estimate(slug, view.area)
            if found.value is not None:
                return [Fact("People", _dated(found))]
    if view.area.population is None:
        return []
    return [Fact("People", prose(_counted(view, view.area.population), ", ", Label("mid-2019")))]


def _dated(item: Estimate) -> Text:
    return prose(figure(item), ", ", Label(item.period.label))


def _character(view: View) -> list[Fact]:
    found = [view.atlas.estimate(slug, view.area) for slug in _CHARACTER if view.indicator(slug)]
    return [Fact(item.indicator.short, _dated(item)) for item in found if item.value is not None]


def _parts(view: View) -> list[Fact]:
    """The local authorities of a larger area."""
    if view.area.level in {Level.LAD, Level.UK}:
        return []
    members = [item for item in view.atlas.gazetteer.members(view.area, Level.LAD) if item.code != view.area.code]
    if not members:
        return []
    if len(members) > _MANY:
        about = Worked(f"Local authorities in {view.name}", "Counted in the list of areas.", releases=_geography(view))
        count = worked(len(members), about)
        return [Fact("Local authorities", prose(count, ", wholly or in part"))]
    return [Fact("Local authorities", prose(*listed([(Label(spoken(item.name)),) for item in members])))]


def _bodies(view: View) -> list[Fact]:
    """Who else decides here: each body around the place, with the share of its people where it is not all of them."""
    around = view.atlas.gazetteer.containing(view.area)
    facts = []
    for level, term in _BODIES:
        bodies = [body for body in around.get(level, ()) if body.is_current and body.code != view.area.code]
        if bodies and len(bodies) <= _MANY:
            facts.append(Fact(term, prose(*listed([_body(view, body, alone=len(bodies) == 1) for body in bodies]))))
    return facts


def _body(view: View, body: Area, *, alone: bool) -> Text:
    name = Label(spoken(body.name))
    if alone:
        return (name,)
    shared = next((item for item in view.atlas.overlaps(view.area, body.level) if item.area.code == body.code), None)
    if shared is None:
        return (name,)
    parts: tuple[Inline, ...] = (name, " (", _share(view, body, shared.share_here), " of its people)")
    return parts


def _share(view: View, body: Area, share: float) -> Number:
    what = f"Share of the people of {view.name} who live in {body.name}"
    about = Worked(what, "Counted from the people of each neighbourhood.", "mid-2019", releases=_geography(view))
    return worked(100 * share, about, "%", text="under 1%" if 0 < share < 0.01 else "")


def _counted(view: View, people: int) -> Number:
    what, how = f"People living in {view.name}", "Added up from the people of each neighbourhood."
    return worked(people, Worked(what, how, "mid-2019", releases=_geography(view)), "people")


def _geography(view: View) -> tuple[Release, ...]:
    return (view.atlas.release(_WEIGHTS),) if _WEIGHTS in view.atlas.store.ledger.entries else ()
