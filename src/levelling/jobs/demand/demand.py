"""Local demand, put together: figures of the place or of the smallest published area around it, then what a user gives."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from levelling.atlas import Atlas
from levelling.atlas.local_demand import projections
from levelling.atlas.locate import Locator
from levelling.atlas.wage_floors import living_wage
from levelling.core.area import Area
from levelling.core.indicator import Release
from levelling.jobs.demand.adverts import BY_FIELD, BY_MONTH, BY_OCCUPATION, INDEX, by_field, by_occupation, january, trend
from levelling.jobs.demand.asked import asked
from levelling.jobs.demand.country import PER_100, country
from levelling.jobs.demand.doors import doors
from levelling.jobs.demand.gaps import gaps
from levelling.jobs.demand.open import open_questions
from levelling.jobs.demand.result import Demand, Given
from levelling.jobs.demand.rules import Rules
from levelling.jobs.demand.work import INDUSTRY, MEASURED, NEWEST, industries, measured_occupations, occupations
from levelling.jobs.occupations.catalogue import Catalogue, load
from levelling.jobs.person import Person
from levelling.jobs.vacancy import Vacancy

_LONDON = "E12000007"


def demand(
    atlas: Atlas,
    area: Area,
    *,
    vacancies: Sequence[Vacancy] | None = None,
    people: Sequence[Person] | None = None,
    on: date | None = None,
    catalogue: Catalogue | None = None,
    using: Rules | None = None,
) -> Demand:
    """What a place's employers ask for against what its people offer.

    Args:
        atlas: The figures.
        area: The place.
        vacancies: Vacancies of your own. Those in the area, and those that can be done from home, are counted.
        people: People of your own, held against the vacancies. Nothing about one person leaves: see `core.small_numbers`.
        on: The day; vacancies that close before it are left out. None is left out where it is not given.
        catalogue: Occupations and skills; read from the figures where not given and needed.
        using: What counts as an entry door; the rules that come with the package where not given.

    Example:
        >>> atlas = Atlas.open()
        >>> found = demand(atlas, atlas.area("Hartlepool"))
        >>> found.trend.standing.area.name, round(found.occupations[0].jobs_2035)
        ('Tees Valley', 32070)
    """
    given, counted, places = (None, [], {}) if vacancies is None else _counted(atlas, area, vacancies, on)
    known = (catalogue or load(atlas)) if given is not None else None
    floor = living_wage(on, london=area.parents.get("region") == _LONDON) if on is not None else None
    wage = floor.pounds if floor is not None else None
    made = Demand(
        area=area,
        on=on,
        adverts=by_occupation(atlas, area),
        fields=by_field(atlas, area),
        trend=trend(atlas, area),
        january=january(atlas, area),
        residents=occupations(atlas, area),
        measured=measured_occupations(atlas, area),
        jobs=industries(atlas, area),
        gaps=gaps(atlas, area),
        country=country(atlas),
        occupations=projections(atlas.store, "occupation"),
        qualifications=projections(atlas.store, "qualification"),
        given=given,
        asked=asked(counted, people or [], known) if known is not None else None,
        doors=doors(counted, known, using, places=places, living_wage=wage) if known is not None else None,
        open=(),
        releases=(),
    )
    return replace(made, open=open_questions(made, people_given=people is not None), releases=_releases(atlas, made))


def _releases(atlas: Atlas, found: Demand) -> tuple[Release, ...]:
    used = {
        BY_OCCUPATION: found.adverts,
        BY_FIELD: found.fields,
        BY_MONTH: found.trend,
        INDEX: found.january,
        NEWEST: found.residents,
        MEASURED: found.measured,
        INDUSTRY: found.jobs,
        PER_100: found.country,
    }
    keys = [atlas.catalogue.get(slug).release for slug, part in used.items() if part is not None]
    return atlas.held([*keys, *(item.release for item in found.occupations[:1])])


def _counted(
    atlas: Atlas, area: Area, vacancies: Sequence[Vacancy], on: date | None
) -> tuple[Given, list[Vacancy], dict[str, str]]:
    """Which vacancies count, those that do, and the authority each of them lies in."""
    inside = frozenset(atlas.gazetteer.authorities(area))
    locator = Locator(atlas.shapes.boundaries)
    counted: list[Vacancy] = []
    places: dict[str, str] = {}
    here = remote = elsewhere = unplaced = closed = 0
    for vacancy in vacancies:
        if on is not None and vacancy.closes is not None and vacancy.closes < on:
            closed += 1
            continue
        at = locator.authority(vacancy.point.latitude, vacancy.point.longitude) if vacancy.point else None
        if at in inside:
            here += 1
        elif vacancy.remote:
            remote += 1
        elif at is not None:
            elsewhere += 1
            continue
        else:
            unplaced += 1
            continue
        counted.append(vacancy)
        if at is not None and at in inside:
            places[vacancy.id] = atlas.gazetteer.get(at).name
    return Given(here, remote, elsewhere, unplaced, closed), counted, places
