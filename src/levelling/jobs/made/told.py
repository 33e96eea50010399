"""What made-up people and vacancies follow: every margin with its source, or that it is supposed and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from levelling.atlas import Atlas
from levelling.atlas.pay_by_occupation import NEWEST
from levelling.atlas.uk_occupations import RELEASE
from levelling.core.area import Area
from levelling.core.period import Period
from levelling.core.words import listed, number
from levelling.jobs.made.assumed import Assumptions
from levelling.jobs.made.basis import QUALIFICATIONS, STATUSES, World
from levelling.jobs.made.figures import OWN, Read
from levelling.jobs.made.ground import NEIGHBOURHOODS
from levelling.jobs.made.work import BY_OCCUPATION, Work

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

PAY_NOTE = "Lifted as the legal minimum was since, and never below it."
PEOPLE, VACANCIES, BOTH = "people", "vacancies", "people and vacancies"


@dataclass(frozen=True, slots=True)
class Margin:
    """One thing that is followed.

    Attributes:
        name: A short key.
        title: What it says of people or vacancies.
        of: People, vacancies, or both.
        source: The release and indicator it is read from; empty where it is supposed.
        period: What time it is of; empty where it is supposed.
        note: Stand-ins and losses, or why it is supposed so.
        shares: The share of each value, 0 to 1, over the whole area; empty where it is not one table of shares.
    """

    name: str
    title: str
    of: str
    source: str
    period: str
    note: str
    shares: Mapping[str, float] = field(default_factory=dict)

    @property
    def supposed(self) -> bool:
        """Whether no figure is behind it."""
        return not self.source

    def record(self) -> dict[str, Any]:
        """The margin as plain data."""
        head = {"margin": self.name, "of": self.of, "what": self.title, "supposed": self.supposed}
        return head | {"source": self.source, "period": self.period, "note": self.note, "shares": dict(self.shares)}


@dataclass(frozen=True, slots=True)
class Margins:
    """Everything that a made-up caseload and its vacancies follow.

    Attributes:
        area: The place.
        items: Margins read from figures first, then what is supposed.
    """

    area: Area
    items: tuple[Margin, ...]

    @property
    def sentence(self) -> str:
        """What it rests on, in words."""
        supposed = sum(item.supposed for item in self.items)
        return (
            f"Nobody here is real: people and vacancies are drawn by chance after {len(self.items) - supposed} margins read from "
            f"figures and {supposed} that are supposed."
        )

    def get(self, name: str) -> Margin:
        """The margin of a name."""
        return next(item for item in self.items if item.name == name)

    def records(self) -> list[dict[str, Any]]:
        """Every margin as plain data."""
        return [item.record() for item in self.items]


def margins(atlas: Atlas, known: World) -> Margins:
    """Everything that is followed in an area, with its sources.

    Args:
        atlas: The figures.
        known: What is drawn from.
    """
    load = dict(zip(known.home.authorities, known.caseload().tolist(), strict=True))
    jobs = dict(zip(known.jobs.authorities, known.vacant().tolist(), strict=True))
    names = [atlas.catalogue.get(BY_OCCUPATION).categories[category] for category in known.work.categories]
    here = {code: known.occupation[code] for code in load}
    sick = "The long-term sick count too."
    stand = "Those in work stand in for those who look for it."
    read = (
        _read(atlas, "authority", "How many live in each authority", PEOPLE, "claimant-count", known.claimants, {}),
        _neighbourhood(atlas, known),
        _read(atlas, "occupation", "Work last done", PEOPLE, BY_OCCUPATION, here, _shares_of(names, here, load), stand),
        _read(
            atlas,
            "qualification",
            "Highest qualification",
            PEOPLE,
            "highest-qualification",
            known.qualification,
            _shares_of(QUALIFICATIONS, known.qualification, load),
            "Level 4 or above is taken as a degree in work that asks for one, and as level 4 in other work.",
        ),
        _read(
            atlas,
            "status",
            "Unemployed, or long-term sick and wanting work",
            PEOPLE,
            "people-by-economic-activity-census",
            known.status,
            _shares_of(STATUSES, known.status, load),
            f"{known.supposed.wants_work.reason} They count as furthest from work.",
        ),
        _read(atlas, "disabled", "Disabled people", PEOPLE, "disabled-people-share", known.disabled, {}, sick),
        _read(atlas, "carers", "Carers of 20 hours a week or more", PEOPLE, "unpaid-carers-share", known.carers, {}),
        _read(atlas, "jobs", "How many vacancies lie in each authority", VACANCIES, "filled-jobs", known.filled, {}),
        _read(
            atlas,
            "vacancy-occupation",
            "Work of vacancies",
            VACANCIES,
            BY_OCCUPATION,
            known.occupation,
            _shares_of(names, known.occupation, jobs),
            "The work of those who live in an authority stands in for the work there is.",
        ),
        *_of_work(atlas, known.work),
    )
    return Margins(known.area, (*read, *supposed(known.supposed)))


def _read(  # noqa: PLR0913, PLR0917 - a margin has as many sides
    atlas: Atlas,
    name: str,
    title: str,
    of: str,
    slug: str,
    read: Mapping[str, Read],
    shares: Mapping[str, float],
    note: str = "",
) -> Margin:
    """A margin read from an indicator."""
    indicator = atlas.catalogue.get(slug)
    notes = " ".join(part for part in (note, _stand_ins(read)) if part)
    source = f"{_release(atlas, indicator.release)}: {indicator.short[:1].lower()}{indicator.short[1:]}"
    return Margin(name, title, of, source, _told_period(item.period for item in read.values()), notes, shares)


def _release(atlas: Atlas, key: str) -> str:
    release = atlas.release(key)
    return f"{release.publisher}, {release.title}"


def _neighbourhood(atlas: Atlas, known: World) -> Margin:
    """Where in an authority people live."""
    letters = sorted({code[0] for code in known.home.codes})
    slugs = [NEIGHBOURHOODS[letter][0] for letter in letters]
    titles = dict.fromkeys(_release(atlas, atlas.catalogue.get(slug).release) for slug in slugs)
    return Margin(
        "neighbourhood",
        "Which neighbourhoods people live in",
        PEOPLE,
        f"{'; '.join(titles)}: people out of work, by neighbourhood",
        _told_period(slug.split("-")[3] for slug in slugs),
        "Vacancies lie where people live, as no figure of jobs by neighbourhood is held.",
    )


def _of_work(atlas: Atlas, work: Work) -> tuple[Margin, ...]:
    """What kinds of work rest on."""
    pay = next(row for row in work.pay if row is not None)
    month = Period.parse(pay.period).label
    losses, source = " ".join(work.losses), _release(atlas, NEWEST)
    return (
        Margin("unit-group", "Unit groups in each kind of work", BOTH, f"{source}: employee jobs", month, losses),
        Margin("pay", "Pay of vacancies", VACANCIES, f"{source}: percentiles of hourly pay", month, PAY_NOTE),
        Margin("level", "Qualifications that vacancies ask for", VACANCIES, f"{_release(atlas, RELEASE)}: ways in", "", ""),
    )


def _told_period(periods: Iterable[str]) -> str:
    """The periods of several areas in words: one, or from and to."""
    found = sorted({period for period in periods if period}, key=lambda key: (Period.parse(key).end, key))
    if not found:
        return ""
    first, last = Period.parse(found[0]).label, Period.parse(found[-1]).label
    return first if first == last else f"{first} to {last}"


def _stand_ins(read: Mapping[str, Read]) -> str:
    """In words, for how many authorities other figures stand in, and which."""
    borrowed = [item for item in read.values() if item.whose != OWN]
    filled = sum(item.filled > 0 for item in read.values())
    said = []
    if borrowed:
        whose = sorted({item.whose for item in borrowed})
        named = listed(whose) if len(whose) <= 2 else f"{listed(whose[:2], ',')} and so on"
        said.append(f"{_authorities(len(borrowed), len(read))} no figure of this: {named} stand in.")
    if filled:
        said.append(f"{_authorities(filled, len(read))} groups that are withheld, filled in the proportions around.")
    return " ".join(said)


def _shares_of(names: Sequence[str], read: Mapping[str, Read], weights: Mapping[str, float]) -> dict[str, float]:
    """The shares of the whole area: each authority's, by its weight."""
    import numpy as np

    total: Floats = np.zeros(len(names))
    for code, item in read.items():
        total += weights[code] * item.values / item.values.sum()
    return dict(zip(names, (total / total.sum()).tolist(), strict=True))


def _authorities(count: int, of: int) -> str:
    return (
        "The authority has" if of == 1 else f"{number(count, 0)} of {number(of, 0)} authorities {'has' if count == 1 else 'have'}"
    )


def supposed(known: Assumptions) -> tuple[Margin, ...]:
    """What rests on no figure."""
    titles = {
        "qualification_by_skill": ("How qualification goes with occupation", PEOPLE),
        "second_occupation": ("A second occupation", PEOPLE),
        "wants_other": ("Other work wanted", PEOPLE),
        "skills_kept": ("Skills held", PEOPLE),
        "modes": ("How they travel", PEOPLE),
        "minutes": ("How far they travel", PEOPLE),
        "hours": ("Hours they can work", PEOPLE),
        "daytime": ("Work by day alone", PEOPLE),
        "own_floor": ("A pay floor of their own", PEOPLE),
        "remote_only": ("Work from home alone", PEOPLE),
        "limits": ("What work must not ask", PEOPLE),
        "skills_asked": ("Skills asked for", VACANCIES),
        "pay": ("Whether pay is stated, and as a range", VACANCIES),
        "vacancy_hours": ("Hours", VACANCIES),
        "vacancy_times": ("Times of work", VACANCIES),
        "contracts": ("Contracts", VACANCIES),
        "remote": ("Work from home", VACANCIES),
        "headcount": ("People wanted", VACANCIES),
        "protects": ("Elements that protect health", VACANCIES),
        "training": ("Training stated", VACANCIES),
        "demands": ("What work asks", VACANCIES),
        "licences": ("Licences", BOTH),
    }
    parts = {name: getattr(known, name) for name in titles}
    return tuple(
        Margin(f"supposed-{name.replace('_', '-')}", title, of, "", "", parts[name].reason, _shares(parts[name]))
        for name, (title, of) in titles.items()
    )


def _shares(part: Any) -> dict[str, float]:
    return {str(key): value for key, value in getattr(part, "shares", {}).items()}
