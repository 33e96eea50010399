"""What the jobs chapter says of one place: what employers ask for, ways on from jobs at risk, a made-up caseload."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from levelling.api.jobs import ask_pathways
from levelling.api.shown import Answer
from levelling.atlas import Atlas as Figures
from levelling.core.area import Area
from levelling.core.choice import date_of

if TYPE_CHECKING:
    from levelling.jobs.caseload import People, Vacancies
    from levelling.jobs.made import Made, Margins
    from levelling.jobs.occupations import Catalogue
    from levelling.jobs.person import Person
    from levelling.jobs.vacancy import Vacancy


class JobsHere:
    """The part of `Place` that asks the jobs chapter.

    Attributes:
        is_: The area itself.
        _figures: The figures at hand.
    """

    __slots__ = ()
    is_: Area
    _figures: Figures

    def demand(
        self,
        vacancies: "Vacancies | None" = None,
        people: "People | None" = None,
        *,
        as_of: str = "",
        postcodes: str | Path | None = None,
    ) -> Answer:
        """What employers here ask for against what people here do; and vacancies and people of your own, held together.

        Args:
            vacancies: Files, or `Vacancy`s: those here and those that can be done from home are counted.
            people: Files, or `Person`s, held against the vacancies. Numbers of people are protected: 1 to 7 are withheld, others
                rounded to the nearest 5.
            as_of: The day, ISO 8601: vacancies that close before it are left out. Needed with either of them.
            postcodes: Your own table of postcodes with latitude and longitude.

        Raises:
            UserError: A file cannot be read at all, or people are given without vacancies.

        Example:
            >>> from levelling import open
            >>> found = open().area("Hartlepool").demand().records()
            >>> found[0]["part"], found[0]["area_name"]
            ('adverts by occupation', 'Hartlepool')
        """
        from levelling.jobs.demand import demand, demand_of

        title = f"Demand for work in {self.is_.name}"
        if vacancies is None and people is None:
            return Answer(title, demand(self._figures, self.is_))
        table = Path(postcodes) if postcodes is not None else None
        day = date_of(as_of, "as_of").end
        return Answer(title, demand_of(self._figures, self.is_, vacancies, people, day, table)[0])

    def pathways(self, occupation: str, *, top: int = 10, everything: bool = False) -> Answer:
        """From an occupation to others, with who does them here and how many adverts: the arguments of `Atlas.pathways`."""
        return ask_pathways(self._figures, occupation, self.is_, top, everything)

    def ways_on(self, top: int = 10) -> Answer:
        """The occupations of this place with most people at high risk of automation, and where each may lead.

        Raises:
            NotEnoughData: None is known to be.

        Example:
            >>> from levelling import open
            >>> found = open().area("Hartlepool").ways_on(top=2).records()
            >>> len(found), all(record["people_at_high_risk"] <= record["people"] for record in found)
            (2, True)
        """
        from levelling.jobs.occupations import load
        from levelling.jobs.pathways import Index, rules, ways_on

        catalogue = load(self._figures)
        found = ways_on(self._figures, catalogue, Index(catalogue, rules()), self.is_, top=top)
        return Answer(f"Ways on from occupations at high risk in {self.is_.name}", found)

    def made_caseload(self, people: int = 200, vacancies: int = 100, seed: int = 1, within: float = 30.0) -> Answer:
        """A made-up caseload of this place and vacancies around it, after its real margins. Nobody in it is real.

        Args:
            people: How many people.
            vacancies: How many vacancies.
            seed: The same seed gives the same.
            within: Kilometres around whose authorities have vacancies too; 0 for the place alone.

        Returns:
            People and vacancies; as objects that `Atlas.match` takes they are `result.people` and `result.vacancies`, and what
            they follow is `result.margins`.

        Example:
            >>> from levelling import open
            >>> found = open().area("Hartlepool").made_caseload(people=2, vacancies=1, seed=1)
            >>> [record["id"] for record in found.records()]
            ['made-p0000001', 'made-p0000002', 'made-v0000001']
        """
        from levelling.jobs import made
        from levelling.jobs.occupations import load

        catalogue = load(self._figures)
        found = made.make(self._figures, catalogue, self.is_, people, vacancies, seed, within)
        return Answer(f"A made-up caseload of {self.is_.name}", MadeUp(found, catalogue))


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A made-up caseload with its records.

    Attributes:
        made: What was made.
        catalogue: ESCO's names for occupations and skills.
    """

    made: "Made"
    catalogue: "Catalogue"

    @property
    def people(self) -> "list[Person]":
        """The people."""
        return self.made.people

    @property
    def vacancies(self) -> "list[Vacancy]":
        """The vacancies."""
        return self.made.vacancies

    @property
    def margins(self) -> "Margins":
        """What both follow, with sources."""
        return self.made.margins

    def records(self) -> Sequence[dict[str, Any]]:
        """One record a person, then one a vacancy: what `levelling jobs synth` writes."""
        from levelling.jobs.made.written import people_rows, vacancy_rows

        return [
            *({"part": "person", **row} for row in people_rows(self.made.people, self.catalogue)),
            *({"part": "vacancy", **row} for row in vacancy_rows(self.made.vacancies, self.catalogue)),
        ]
