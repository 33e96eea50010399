"""What the jobs chapter says: people matched to work, why, shared out, ways on, and where new jobs would do most good."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from levelling.api.shown import Answer
from levelling.atlas import Atlas as Figures
from levelling.core.area import Area
from levelling.core.choice import date_of

if TYPE_CHECKING:
    from levelling.jobs.caseload import Caseload, People, Vacancies

Unknown = Literal["keep", "drop"]


class JobsAnswers:
    """The part of `Atlas` that asks the jobs chapter. What files say of people stays in memory.

    Attributes:
        _figures: The figures it reads.
    """

    _figures: Figures

    def match(  # noqa: PLR0913 - the options of the verb
        self,
        people: "People",
        vacancies: "Vacancies",
        k: int = 10,
        *,
        as_of: str,
        best: Literal["vacancies", "people"] = "vacancies",
        unknown: Unknown = "keep",
        postcodes: str | Path | None = None,
        fit: str | Path | None = None,
        travel: str | Path | None = None,
    ) -> Answer:
        """The best vacancies for each person, or the best people for each vacancy, with the reasons. No limit is ever broken.

        Args:
            people: Files, or `Person`s of your own.
            vacancies: Files, or `Vacancy`s of your own.
            k: How many for each.
            as_of: The day it is for, ISO 8601: what has closed before is left out, and wages are held to that day's minimum.
            best: Whose best few are found: `vacancies` for each person, or `people` for each vacancy.
            unknown: `keep` vacancies that do not say what a limit hangs on, and say what to ask; or `drop` them.
            postcodes: Your own table of postcodes with latitude and longitude.
            fit: A file of weights of your own.
            travel: A file of travel times of your own.

        Returns:
            The matches; what of the files could not be used stands in `result.caseload.faults`.

        Raises:
            UserError: A file cannot be read at all, or a setting cannot be used.

        Example:
            >>> from levelling import open
            >>> atlas = open()
            >>> made = atlas.area("Hartlepool").made_caseload(people=5, vacancies=40, seed=1).result
            >>> found = atlas.match(made.people, made.vacancies, k=2, as_of="2026-11-28").records()
            >>> all(record["fit"] >= 0 and not record["broken"] for record in found)
            True
        """
        from levelling.core.choice import chosen
        from levelling.jobs.explaining import matches
        from levelling.jobs.whose import Best

        whose = chosen(Best, best, "best")
        read = self._caseload(people, vacancies, as_of, k, unknown, (postcodes, fit, travel))
        return Answer("Matches", matches(read, whose))

    def explain(  # noqa: PLR0913 - the options of the verb
        self,
        person: str,
        people: "People",
        vacancies: "Vacancies",
        vacancy: str = "",
        k: int = 5,
        *,
        as_of: str,
        unknown: Unknown = "keep",
        postcodes: str | Path | None = None,
        fit: str | Path | None = None,
        travel: str | Path | None = None,
    ) -> Answer:
        """Why vacancies fit one person, or why one vacancy does or does not.

        Args:
            person: The person's key.
            people: See `match`.
            vacancies: See `match`.
            vacancy: The key of one vacancy, matched or not; the person's best `k` where empty.
            k: How many.
            as_of: See `match`.
            unknown: See `match`.
            postcodes: See `match`.
            fit: See `match`.
            travel: See `match`.

        Returns:
            One record a vacancy; what one limit alone keeps from the person's best is `result.near`, with a `sentence` each.

        Raises:
            UserError: Nobody or nothing has the key; near ones are offered.
        """
        from levelling.jobs.explaining import reasons

        read = self._caseload(people, vacancies, as_of, k, unknown, (postcodes, fit, travel))
        return Answer(f"Why for {person}", reasons(read, person, vacancy))

    def share(  # noqa: PLR0913 - the options of the verb
        self,
        people: "People",
        vacancies: "Vacancies",
        k: int = 20,
        *,
        as_of: str,
        each: int | None = None,
        per_place: int | None = None,
        floor: float | Literal["as all"] | None = None,
        unknown: Unknown = "keep",
        postcodes: str | Path | None = None,
        fit: str | Path | None = None,
        travel: str | Path | None = None,
    ) -> Answer:
        """Vacancies shared out so that not everybody is sent to the same: most people placed, at the best fit.

        Args:
            people: See `match`.
            vacancies: See `match`.
            k: Candidates for each person.
            as_of: See `match`.
            each: Vacancies a person, at most; 1 where not given.
            per_place: People sent to each place of a vacancy, at most; 1 where not given.
            floor: The share, 0 to 1, of those furthest from work to be placed; as many as of all where not given.
            unknown: See `match`.
            postcodes: See `match`.
            fit: See `match`.
            travel: See `match`.

        Returns:
            Everybody, with what they are recommended or why nothing; what came of it in words is `result.shared.sentence`.

        Raises:
            UserError: A file cannot be read at all, or a setting cannot be used.
        """
        from levelling.jobs.sharing import recommend
        from levelling.jobs.sharing.settings import asked_for

        read = self._caseload(people, vacancies, as_of, k, unknown, (postcodes, fit, travel))
        return Answer("Shared out", recommend(read, asked_for(each, per_place, floor)))

    def pathways(self, occupation: str, area: str | None = None, *, top: int = 10, everything: bool = False) -> Answer:
        """From an occupation to others: near enough, paid enough and safer, with what there is to learn.

        Args:
            occupation: An occupation of ESCO, by key or name.
            area: A place whose people and adverts are counted.
            top: How many ways.
            everything: Whether ways that pay too little or are at high risk are shown too.

        Raises:
            UserError: There is no such occupation; near ones are offered.

        Example:
            >>> from levelling import open
            >>> open().pathways("hotel concierge", area="Hartlepool", top=1).records()[0]["rank"]
            1
        """
        place = self._figures.area(area) if area else None
        return ask_pathways(self._figures, occupation, place, top, everything)

    def create_jobs(  # noqa: PLR0913 - the options of the verb
        self,
        kind: str,
        areas: Iterable[str],
        *,
        as_of: str,
        jobs: int = 100,
        choices: Mapping[str, str] | None = None,
        sector: str = "",
        share: str = "",
        count: str = "claimants",
        pay: float | None = None,
        cost: float | None = None,
        protects: Iterable[str] = (),
        people: "People | None" = None,
    ) -> Answer:
        """Where so many subsidised jobs of a kind would do most good, and what is left of them.

        Args:
            kind: A kind of job, such as `care-worker` or `retrofit`, or an occupation of ESCO.
            areas: The places.
            as_of: The day whose wage floors count, ISO 8601.
            jobs: Jobs that are paid for, in each place.
            choices: For `deadweight`, `leakage`, `displacement`, `substitution` and `multiplier`: a finding's name, your own
                figure (`0.2` or `0.1:0.4`), or `none`. What is not chosen is told over every finding there is.
            sector: Whom an occupation serves: `public`, `tradable`, `high-tech` or `local`.
            share: Of those who want work, the share that could do it: `0.2` or `0.1:0.3`.
            count: Who counts as wanting work: `claimants` or `unemployed`.
            pay: Pounds an hour that the jobs would pay.
            cost: Pounds that one job would cost.
            protects: What the jobs offer that protects health, such as `sick-pay`.
            people: A caseload, to count who could do it: files, or `Person`s.

        Raises:
            UserError: A choice is nothing to choose; near ones are offered.

        Example:
            >>> from levelling import open
            >>> found = open().create_jobs("care-worker", ["Hartlepool"], as_of="2026-11-28").records()
            >>> found[0]["net_low"] < found[0]["net_high"]
            True
        """
        from levelling.core.choice import chosen
        from levelling.jobs.caseload import knowing, people_of
        from levelling.jobs.creation import Ask, Count, create, sector_of
        from levelling.jobs.creation import kind as find
        from levelling.jobs.occupations import load
        from levelling.jobs.pathways import Index, rules

        day = date_of(as_of, "as_of").end
        catalogue = load(self._figures)
        ask = Ask(
            day=day,
            jobs=jobs,
            choices=dict(choices or {}),
            count=chosen(Count, count, "count"),
            share=share,
            pay=pay,
            cost=cost,
            protects=frozenset(protects),
            people=people_of(people, knowing(self._figures, catalogue, day)).good if people is not None else None,
        )
        where = [self._figures.area(name) for name in areas]
        found = create(self._figures, Index(catalogue, rules()), find(catalogue, kind, sector_of(sector)), where, ask)
        return Answer(f"{jobs:,} {found.kind.name} jobs", found)

    def _caseload(
        self,
        people: "People",
        vacancies: "Vacancies",
        as_of: str,
        k: int,
        unknown: Unknown,
        files: tuple[str | Path | None, str | Path | None, str | Path | None],
    ) -> "Caseload":
        from levelling.jobs.caseload import gather
        from levelling.jobs.matching import settings

        postcodes, fit, travel = (Path(file) if file is not None else None for file in files)
        by = settings(date_of(as_of, "as_of").end, k=k, unknown=unknown, fit=fit, way=travel)
        return gather(self._figures, people, vacancies, by, postcodes)


def ask_pathways(figures: Figures, occupation: str, area: Area | None, top: int, everything: bool) -> Answer:
    """From an occupation to others, with who does them in a place where one is named."""
    from levelling.jobs.occupations import load
    from levelling.jobs.pathways import pathways

    found = pathways(figures, load(figures), occupation, area=area, top=top, everything=everything)
    return Answer(f"From {found.origin.label}" + (f", in {area.name}" if area else ""), found)
