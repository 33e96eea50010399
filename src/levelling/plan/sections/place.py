"""The place in brief: its people, what kind of place it is, and who governs it."""

from levelling.core.area import Area, Level
from levelling.core.estimate import Estimate
from levelling.core.indicator import Release
from levelling.plan.document import Fact, Facts, Label, Number, Section, Text, Worked, prose
from levelling.plan.opening import kind_of
from levelling.plan.shown import figure, worked
from levelling.plan.view import View, spoken
from levelling.plan.wording import listed

ORDER = 10
_POPULATION = ("population", "implied-population")
_CHARACTER = (
    ("rural-population-share-2021", "rural-population-share", "rural-population-share-scotland"),
    ("coastal-town-population-share",),
    ("coastline-share-of-boundary",),
)
"""What kind of place it is: of each row, the first that has a figure here. Nations have their own, made in their own ways."""
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
_FEW = 0.01
"""A body with fewer of the place's people than this is left out: mostly a boundary drawn a street apart."""


def section(view: View) -> Section:
    """A list of facts."""
    facts = [Fact("Kind of place", prose(Label(kind_of(view)))), *_people(view), *_character(view), *_parts(view), *_bodies(view)]
    return Section("place", "The place in brief", "In brief", (Facts(tuple(facts)),))


def _people(view: View) -> list[Fact]:
    found = [view.atlas.estimate(slug, view.area) for slug in _POPULATION if view.indicator(slug)]
    present = [item for item in found if item.value is not None]
    if present:
        return [Fact("People", _dated(max(present, key=lambda item: item.period.end)))]
    if view.area.population is None:
        return []
    return [Fact("People", prose(_counted(view, view.area.population), ", ", Label("mid-2019")))]


def _dated(item: Estimate) -> Text:
    return prose(figure(item), ", ", Label(item.period.label))


def _character(view: View) -> list[Fact]:
    facts = []
    for slugs in _CHARACTER:
        found = (view.atlas.estimate(slug, view.area) for slug in slugs if view.indicator(slug))
        first = next((item for item in found if item.value is not None), None)
        if first is not None:
            facts.append(Fact(first.indicator.short, _dated(first)))
    return facts


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
        if len(bodies) > 1:
            shares = {item.area.code: item.share_here for item in view.atlas.overlaps(view.area, level)}
            bodies = [body for body in bodies if shares.get(body.code, 1.0) >= _FEW]
            texts = [_body(view, body, shares.get(body.code)) for body in bodies]
        else:
            texts = [(Label(spoken(body.name)),) for body in bodies]
        if texts and len(texts) <= _MANY:
            facts.append(Fact(term, prose(*listed(texts))))
    return facts


def _body(view: View, body: Area, share: float | None) -> Text:
    name = Label(spoken(body.name))
    return (name,) if share is None else (name, " (", _share(view, body, share), " of its people)")


def _share(view: View, body: Area, share: float) -> Number:
    what = f"Share of the people of {view.name} who live in {body.name}"
    about = Worked(what, "Counted from the people of each neighbourhood.", "mid-2019", releases=_geography(view))
    return worked(100 * share, about, "%")


def _counted(view: View, people: int) -> Number:
    what, how = f"People living in {view.name}", "Added up from the people of each neighbourhood."
    return worked(people, Worked(what, how, "mid-2019", releases=_geography(view)), "people")


def _geography(view: View) -> tuple[Release, ...]:
    return view.atlas.held([_WEIGHTS])
