"""What was found, in sentences that can be read aloud."""

from levelling.atlas.local_demand import Projected
from levelling.core import words
from levelling.core.small_numbers import MOST_WITHHELD, RULE
from levelling.jobs.demand.adverts import Adverts, Trend
from levelling.jobs.demand.asked import Asked, Group
from levelling.jobs.demand.doors import Doors
from levelling.jobs.demand.gaps import Gap, Gaps
from levelling.jobs.demand.result import Country, Demand
from levelling.jobs.demand.work import Profile

_FEW = 3
TOO_FEW = "So few people are given that nothing can be told of them."


def sentences(found: Demand) -> list[str]:
    """Everything found: what is published, then what the user gave; what cannot be told stands in `Demand.open`.

    Example:
        >>> from levelling.atlas import Atlas
        >>> from levelling.jobs.demand import demand
        >>> atlas = Atlas.open()
        >>> sentences(demand(atlas, atlas.area("Hartlepool")))[0].startswith("In June 2025, 961 jobs were advertised online")
        True
    """
    return [*published(found), *own(found)]


def published(found: Demand) -> list[str]:
    """What published figures tell of the place."""
    return [sentence for sentence in parts(found).values() if sentence]


def parts(found: Demand) -> dict[str, str]:
    """The sentence on each part of the figures, by the part's name in `Demand`; empty where there is nothing to say."""
    return {
        "adverts": _adverts(found.adverts) if found.adverts else "",
        "fields": _fields(found.fields) if found.fields else "",
        "trend": _trend(found.trend) if found.trend else "",
        "january": _january(found),
        "gaps": _gaps(found.gaps) if found.gaps else "",
        "residents": _profile(found.residents) if found.residents else "",
        "measured": _profile(found.measured) if found.measured else "",
        "jobs": _profile(found.jobs) if found.jobs else "",
        "country": _country(found.country) if found.country else "",
        "occupations": _future(found),
    }


def _adverts(found: Adverts) -> str:
    parts = words.listed([f"{_low(part.name)} ({words.number(part.share, 0)} in 100)" for part in found.parts[:_FEW]])
    count = words.number(found.whole.value or 0.0, 0)
    return f"In {found.period.label}, {count} jobs were advertised online in {found.standing.words}: most for {parts}."


def _fields(found: Adverts) -> str:
    # 'Other' is no field, and names that hold 'and' are kept apart by semicolons.
    parts = "; ".join([_low(part.name) for part in found.parts if part.key != "other"][:_FEW])
    named = [one.name.lower() for one in found.professions if one.adverts and "other" not in one.name.lower()]
    detail = f" The professions with most adverts were: {'; '.join(named[:_FEW])}." if named else ""
    return (
        f"In {found.period.label}, when adverts were last sorted so, the fields of work with most adverts in "
        f"{found.standing.words} were: {parts}.{detail}"
    )


def _trend(found: Trend) -> str:
    first, last = found.months
    count = words.number(words.two_figures(found.newest), 0)
    told = f"From {first.label} to {last.label}, about {count} jobs a month were advertised online in {found.standing.words}"
    against = [(found.on_year, "in the same months a year before"), (found.on_2019, "in those of 2019")]
    changes = [f"{_changed(change)} {when}" for change, when in against if change is not None]
    said = f"{told}: {words.listed(changes)}" if changes else told
    return f"{said}. Nothing newer is published month by month."


def _january(found: Demand) -> str:
    index = found.january
    if index is None or index.here.value is None or index.country.value is None:
        return ""
    here, country = words.number(index.here.value, 0), words.number(index.country.value, 0)
    return (
        f"For every 100 jobs advertised online in {words.place(found.area)} in January 2019, there were {here} in "
        f"{index.here.period.label}; in the United Kingdom {country}."
    )


def _gaps(found: Gaps) -> str:
    more, less = found.asked_more[:_FEW], found.offered_more[:_FEW]
    if not more or not less:
        return ""
    return (
        f"Of every 100 adverts in {found.standing.words} in {found.adverts.label}, against every 100 people in work who live "
        f"there (from {found.people.label}), more are for {_pairs(more)}; fewer for {_pairs(less)}. Adverts count where the work "
        f"is, people where they live."
    )


def _pairs(items: tuple[Gap, ...]) -> str:
    return words.listed(
        [f"{_low(gap.name)} ({words.number(gap.adverts, 0)} against {words.number(gap.people, 0)})" for gap in items]
    )


def _profile(found: Profile) -> str:
    clear = [item for item in found.items if item.is_told is not False]
    high = [item for item in clear if item.value > 1 and item.share >= 1][:_FEW]
    if not high:
        return ""
    what = "jobs in" if found.by == "workplace" else "people in work who are in"
    bare = [_low(item.name) for item in high if item.is_told is None]
    but = f" but {words.listed(bare)}, for which no margin is published" if bare else ""
    margin = f"all more than chance{but}" if len(bare) < len(high) else "no margins are published"
    groups = words.listed([f"{_low(item.name)} ({words.number(item.value, 1)} times)" for item in high])
    when = f"{'From' if ' to ' in found.period.label else 'In'} {found.period.label}"
    return f"{when}, {found.standing.words} had a larger share than {words.place(found.against)} of {what} {groups}; {margin}."


def _country(found: Country) -> str:
    rates = words.listed([f"{_low(name)} ({words.number(rate, 1)})" for name, rate in found.highest])
    before = f", {words.number(found.year_before, 1)} a year before" if found.year_before is not None else ""
    return (
        f"Across the United Kingdom there were {words.number(found.rate, 1)} vacancies for every 100 jobs from {found.period}"
        f"{before}; most in {rates}. No place within it has this figure."
    )


def _future(found: Demand) -> str:
    if len(found.occupations) < _FEW:
        return ""
    whole, *groups = found.occupations
    grow = sorted(groups, key=lambda item: (-item.net_change, item.code))[:_FEW]
    fall = sorted(groups, key=lambda item: (item.net_change, item.code))[:_FEW]
    still = "; these too have openings, as people leave" if all(item.requirement > 0 for item in fall) else ""
    return (
        f"England as a whole, by projections since replaced: from {_millions(whole.jobs_2020)} jobs in 2020 to "
        f"{_millions(whole.jobs_2035)} in 2035. Besides {_millions(whole.net_change)} more jobs, "
        f"{_millions(whole.replacement)} openings come from people who leave work for good. Most is added among {_names(grow)}. "
        f"Most is lost among {_names(fall)}{still}."
    )


def _names(items: list[Projected]) -> str:
    return words.listed([f"{_low(item.label)} ({words.number(item.net_change, 0)} thousand)" for item in items])


def own(found: Demand) -> list[str]:
    """What the vacancies and people that a user gave tell; nothing where none were given."""
    given = found.given
    if given is None:
        return []
    counts = [(given.here, f"in {words.place(found.area)}"), (given.remote, "from home")]
    left = [(given.elsewhere, "elsewhere"), (given.unplaced, "place not known"), (given.closed, "closed")]
    out = words.listed([f"{what} {count:,}" for count, what in left if count])
    counted = words.listed([f"{count:,} {what}" for count, what in counts if count or what.startswith("in")])
    told = [f"Vacancies given that count: {counted}." + (f" Left out: {out}." if out else "")]
    told += _asked(found.asked) if found.asked else []
    told += _doors(found.doors) if found.doors else []
    return [sentence for sentence in told if sentence]


def _asked(found: Asked) -> list[str]:
    if found.people == 0:
        return []
    if found.people is None:
        return [f"{TOO_FEW} {RULE}"]
    wait = found.waiting[:_FEW]
    told = [f"More are wanted than offer themselves in {_wanted(found.wanting[:_FEW])}"] if found.wanting else []
    told += [f"more offer themselves than are wanted in {_wanted(wait)}"] if wait else []
    said = [words.opened("; ".join(told)) + "."] if told else []
    if found.skills:
        skills = words.listed(
            [f"{skill.label} ({skill.posts:,} wanted, {people(skill.people)})" for skill in found.skills[:_FEW]]
        )
        said.append(f"Of the skills that these vacancies cannot do without, fewest have: {skills}.")
    return [*said, RULE]


def _wanted(groups: tuple[Group, ...]) -> str:
    return words.listed([f"{_low(group.title)} ({group.posts:,} wanted, {people(group.people)})" for group in groups])


def people(count: int | None) -> str:
    """A protected number of people, in words.

    Example:
        >>> people(None), people(0), people(15)
        ('fewer than 8 people', 'no people', '15 people')
    """
    if count is None:
        return f"fewer than {MOST_WITHHELD + 1} people"
    return f"{count:,} people" if count else "no people"


def _doors(found: Doors) -> list[str]:
    whole = found.all
    if not whole.vacancies:
        return ["None of the vacancies counted is of an employer whose name tells that it is an anchor."]
    kinds = words.listed([f"{tally.doors:,} of {tally.vacancies:,} at {tally.name} employers" for tally in found.tallies[:-1]])
    count = f"{whole.doors:,} of {whole.vacancies:,} vacancies at anchors"
    told = [f"Entry doors: {count} ask for neither a degree nor a licence ({kinds})."]
    if whole.lowest is not None and whole.median is not None and whole.highest is not None:
        told.append(
            f"{whole.stated:,} of them state their pay: from £{whole.lowest:.2f} an hour to £{whole.highest:.2f}, half of them "
            f"at least £{whole.median:.2f}."
        )
    if found.living_wage is not None and found.below is not None and whole.stated:
        told.append(f"Of those, {found.below:,} pay less than the real Living Wage of £{found.living_wage:.2f} to begin with.")
    if found.occupations:
        told.append(
            f"They lead most often to {words.listed([f'{name} ({count:,})' for name, count in found.occupations[:_FEW]])}."
        )
    return told


def _changed(change: float) -> str:
    return f"{words.number(abs(change), 0)}% {'more' if change >= 0 else 'fewer'} than"


def _millions(thousands: float) -> str:
    return f"{words.number(thousands / 1000, 1)} million"


def _low(name: str) -> str:
    return name[:1].lower() + name[1:] if not name[1:2].isupper() else name
