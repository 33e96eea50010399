"""A place, with its figures and what each chapter says of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from levelling.api.appraisal import ask_appraisal
from levelling.api.enablers import ask_register
from levelling.api.jobs_here import JobsHere
from levelling.api.shown import Answer, Comparisons, Plan, Several, Shown, window_of
from levelling.atlas import Atlas as Figures
from levelling.atlas import Table
from levelling.atlas.tables import indicator_table
from levelling.core.area import Area, Level, Overlap
from levelling.core.choice import chosen, date_of
from levelling.core.need import Need
from levelling.core.period import Period


@dataclass(frozen=True, slots=True)
class Place(JobsHere):
    """An area, with its figures at hand.

    Attributes:
        is_: The area itself: code, name, level, years.
    """

    is_: Area
    _figures: Figures

    @property
    def code(self) -> str:
        """Its statistical code."""
        return self.is_.code

    @property
    def name(self) -> str:
        """Its official name."""
        return self.is_.name

    def estimate(self, slug: str, period: str | None = None, category: str | None = None) -> Shown:
        """One indicator here: the newest period, or the one asked for, with interval, status and source.

        Example:
            >>> from levelling import open
            >>> open().area("Hartlepool").estimate("employment-rate").unit
            '%'
        """
        return Shown(self._figures.estimate(slug, self.is_, Period.parse(period) if period else None, category))

    def series(self, slug: str, category: str | None = None) -> Table:
        """One indicator here through time, oldest first."""
        return indicator_table(self._figures, slug, areas=[self.is_], period="all", category=category)

    def compare(self, *, against: "Iterable[Place]" = ()) -> Comparisons:
        """Every headline indicator against the UK, the nation, the region, statistical neighbours and any areas named.

        Example:
            >>> from levelling import open
            >>> comparisons = open().area("Hartlepool").compare()
            >>> {str(item.verdict) for item in comparisons} <= {
            ...     "better",
            ...     "worse",
            ...     "higher",
            ...     "lower",
            ...     "cannot tell",
            ...     "not comparable",
            ... }
            True
        """
        from levelling.challenge import compare

        return Comparisons(compare(self._figures, self.is_, against=[place.is_ for place in against]))

    def overlaps(self, level: str | None = None) -> list[Overlap]:
        """The bodies it shares people with, and how many."""
        return self._figures.overlaps(self.is_, chosen(Level, level, "level") if level else None)

    def neighbours(self, basis: str = "global") -> "list[Place]":
        """The 20 places that ONS finds most like it: `global`, `economic` or `demographic` basis."""
        return [Place(area, self._figures) for area in self._figures.neighbours(self.is_, basis)]

    def enablers(
        self, query: str = "", *, as_of: str = "", kind: str = "", status: str = "", topic: str = "", user: str = ""
    ) -> Answer:
        """What could help here, or may: the arguments are those of `Atlas.enablers`."""
        return ask_register((self._figures, self.is_), query, as_of, kind=kind, status=status, topic=topic, user=user)

    def funding(self, as_of: str | None = None) -> Answer:
        """All funds here: what each gave, per head, for which years, and whether it is still open. They are never added up.

        Args:
            as_of: The date at which it is told whether a fund is open, ISO 8601; the register's own where none is given.

        Example:
            >>> from levelling import open
            >>> found = {record["fund"]: record for record in open().area("Hartlepool").funding().records()}
            >>> found["town-deals"]["amount"]
            24969328.0
        """
        from levelling.solutions.funding import money_here

        found = money_here(self._figures, self.is_, date_of(as_of, "as_of") if as_of else None)
        return Answer(f"Funds in {self.name}", found)

    def plan(self, *, against: "Iterable[Place]" = (), template: str | None = None) -> Plan:
        """The plan of this place, under its own headings or a template's: `get-britain-working`, `source`, or a .toml file.

        Raises:
            UserError: There is no such template; near ones are offered.
        """
        from levelling.plan import build
        from levelling.plan import template as named

        headings = named(template) if template else None
        return Plan(build(self._figures, self.is_, against=[place.is_ for place in against], template=headings))

    def trend(self, *slugs: str, start: str | None = None, end: str | None = None) -> Answer:
        """How its measures have changed, each with the interval of the change, its slope and a verdict; all, or those named."""
        from levelling.challenge.trend import trends

        found = trends(self._figures, self.is_, slugs or None, window=window_of(start, end))
        return Answer(f"{self.name}: what has changed", Several(found))

    def divergence(self, measure: str = "head") -> Answer | None:
        """Output against household income here through the years, UK = 100; `None` where the two are not both known."""
        from levelling.challenge.divergence import Measure, diverge

        found = diverge(self._figures, self.is_, chosen(Measure, measure, "measure"))
        return Answer(f"{self.name}: output against household income", found) if found else None

    def groups(self, by: str = "") -> Answer:
        """Who is furthest from work here: gaps by age, sex, disability, health, caring, ethnicity and qualification.

        Example:
            >>> from levelling import open
            >>> open().area("Hartlepool").groups(by="health").records()[0]["level"]
            'local authority'
        """
        from levelling.challenge.groups import groups

        return Answer(f"{self.name}: groups of people", groups(self._figures, self.is_, by))

    def pay(self) -> Answer:
        """Jobs below the real Living Wage, pay against the rates, and people of working age by status and pay."""
        from levelling.challenge.pay import pay

        return Answer(f"{self.name}: pay and work", pay(self._figures, self.is_))

    def learning(self) -> Answer:
        """Adults who learn, apprentices who live here and are taught here, qualifications, and each stage of school."""
        from levelling.challenge.learning import learning

        return Answer(f"{self.name}: learning", learning(self._figures, self.is_))

    def health(self, change: float = 1.0) -> Answer:
        """Healthy years, illness and work, and what research would have follow if so many per cent more were in work."""
        from levelling.challenge.health import health

        return Answer(f"{self.name}: health and work", health(self._figures, self.is_, change))

    def health_effect(self, more_in_work: float | None = None, *, rate_up: float | None = None) -> Answer:
        """What more people in work would bring for health here, and better health for work: people, or points of the rate.

        Example:
            >>> from levelling import open
            >>> found = open().area("Hartlepool").health_effect(500).records()
            >>> found[0]["outcome"], found[0]["direction"], found[0]["grade"]
            ('chronic-conditions', 'better', 'E')
        """
        from levelling.practice.health_effect import asked, health_effect

        more = asked(self._figures, self.is_, more_in_work, rate_up)
        return Answer(f"{self.name}: the health effect of employment", health_effect(self._figures, self.is_, more))

    def trial_series(self, slug: str, began: str, *, start: str | None = None, against: "Place | None" = None) -> Answer:
        """Whether an indicator here took another course once something began: an interrupted time series, never an effect.

        Args:
            slug: The indicator.
            began: When it began, such as `2015`: periods that begin then or later are after it.
            start: The earliest period to use; all by default.
            against: Another place, whose figures are taken off in each period.

        Raises:
            UserError: The series breaks in between, or a period cannot be read.

        Example:
            >>> from levelling import open
            >>> found = open().area("Hartlepool").trial_series("employment-rate", "2022").records()[0]
            >>> found["verdict"], found["reason"]
            ('cannot tell', 'there are 18 periods before and 2 after, and it takes 3 on each side.')
        """
        from levelling.challenge.lineup import read_period
        from levelling.practice.trial import interrupted

        since, other = read_period(start) if start else None, against.is_ if against else None
        found = interrupted(self._figures, self.is_, slug, read_period(began), since=since, against=other)
        return Answer(f"{self.name}: {slug} before and after {began}", found)

    def automation(self) -> Answer:
        """How many who live here work in occupations at high risk of automation, in which, and how sure that is."""
        from levelling.challenge.automation import automation

        return Answer(f"{self.name}: automation", automation(self._figures, self.is_))

    def future(self, scenario: str = "as-after-2008", draws: int = 4000, seed: int = 2020) -> Answer:
        """What would follow if work were lost, as a fan: a scenario by name, or one in a file of your own. Never a forecast.

        Example:
            >>> from levelling import open
            >>> fan = open().area("Hartlepool").future().records()
            >>> all(item["outer_lower"] <= item["inner_lower"] <= item["inner_upper"] <= item["outer_upper"] for item in fan)
            True
        """
        from levelling.challenge.future import future, read_scenario

        found = future(self._figures, self.is_, read_scenario(scenario), draws, seed)
        return Answer(f"{self.name}: what would follow", found)

    def align(self, *frameworks: str) -> Answer:
        """Which outcomes commissioners ask for the figures here meet, with each baseline and how it differs; all, or those named.

        Example:
            >>> from levelling import open
            >>> found = open().area("Hartlepool").align("get-britain-working").records()
            >>> sorted({record["met"] for record in found})
            ['near', 'none']
        """
        from levelling.solutions.align import align, framework

        among = [framework(name) for name in frameworks] or None
        return Answer(f"{self.name}: what to align with", align(self._figures, self.is_, among))

    def hiap(self, file: str | Path) -> Answer:
        """A health impact assessment, in a TOML file of yours, held against this place's own figures.

        Raises:
            UserError: The file cannot be read; every fault is told with its place.
        """
        from levelling.challenge import against_nation
        from levelling.solutions.hiap import assess, determinants, read

        comparisons = against_nation(self._figures, self.is_, determinants().indicators)
        found = assess(self._figures, read(Path(file)), self.is_, comparisons)
        return Answer(f"{self.name}: health impact", found)

    def match(self, need: str = "", as_of: str | None = None, whom: str = "") -> Answer:
        """What help there is for each need: `need` a key or topic, `as_of` a date, `whom` who must be able to use it.

        Example:
            >>> from levelling import open
            >>> first = open().area("Hartlepool").match("unpaid-carers", as_of="2026-11").records()[0]
            >>> first["need"], first["need_unit"], first["status"]
            ('unpaid-carers', 'people', 'open')
        """
        from levelling.challenge.needs import chosen as wanted
        from levelling.plan.view import View
        from levelling.solutions.match import match
        from levelling.solutions.register import User

        view = View(self._figures, self.is_)
        found = wanted(self._figures, self.is_, view.diagnosis, need)
        user = chosen(User, whom, "whom") if whom else None
        day = date_of(as_of, "as_of") if as_of else None
        return Answer(f"{self.name}: help for each need", match(self._figures, self.is_, found, day, user=user, said=view.said))

    def anchors(self, as_of: str | None = None) -> Answer:
        """Its large and public employers, work that asks for no degree, what can open it at a date, and whom to reach.

        Example:
            >>> from levelling import open
            >>> found = open().area("Hartlepool").anchors("2026-11").records()
            >>> [item["item"] for item in found if item["part"] == "hospital trust"]
            ['RVW', 'RTR', 'R0B']
        """
        from levelling.solutions.anchors import anchors

        found = anchors(self._figures, self.is_, date_of(as_of, "as_of") if as_of else None)
        return Answer(f"{self.name}: large and public employers", found)

    def needs(self) -> tuple[Need, ...]:
        """Its needs, each with its size, how sure it is and a sentence, in the order stated in `levelling.challenge.needs`.

        Example:
            >>> from levelling import open
            >>> all(need.size.value is None or need.size.value >= 0 for need in open().area("Cardiff").needs())
            True
        """
        from levelling.plan.view import View

        return View(self._figures, self.is_).needs

    def cases(self, query: str = "", **wanted: Any) -> Answer:
        """What has been tried, most like this place and its needs first, each with why: the arguments are those of `Atlas.cases`.

        Example:
            >>> from levelling import open
            >>> found = open().area("Sandwell").cases("employment specialists in surgeries").records()
            >>> next(case["likeness"] for case in found if case["id"] == "thrive-into-work")
            'It ran in the West Midlands, which Sandwell lies in. ...'
        """
        from levelling.plan.view import View, alike_to
        from levelling.practice.cases import filters, find, library

        found = find(library(), query, filters(**wanted), alike_to(View(self._figures, self.is_)))
        return Answer(f"Cases like {self.name}", found)

    def logic(self, model: str | Path, as_of: str = "") -> Answer:
        """How a logic model's indicators stand here to the trajectories it sets: on track, off track, or cannot tell.

        Args:
            model: A file that ends in .toml, .csv or .mmd, or the name of a model that comes with the program.
            as_of: Figures for periods that end after this date are left out; empty for none.

        Example:
            >>> from levelling import open
            >>> {item["track"] for item in open().area("Hartlepool").logic("people-and-place").records()}
            {'no target set'}
        """
        from levelling.api.logic import watch_logic

        return watch_logic(self._figures, self.is_, model, as_of)

    def appraise(
        self,
        *files: str | Path,
        given: Mapping[str, Mapping[str, Any]] | None = None,
        draws: int = 10_000,
        seed: int = 2020,
        prices: int | None = None,
    ) -> Answer:
        """What options would be worth here, filled with this place's figures: the arguments are those of `Atlas.appraise`."""
        return ask_appraisal(self._figures, self.is_, files, given, (draws, seed), prices)

    def coverage(self, as_of: str = "") -> Answer:
        """Every body over it at a date, who sits on its board by rule, the people it covers, and how well boundaries fit.

        Args:
            as_of: A month such as `2020-12`; empty for when the register of enablers was last looked over.

        Example:
            >>> from levelling import open
            >>> open().area("High Peak").coverage("2020-12").records()[0]["kind"]
            'district council'
        """
        from levelling.solutions.coverage import coverage, read_as_of
        from levelling.solutions.register import register

        when = read_as_of(as_of, register().as_of)
        return Answer(f"Who covers {self.name}, {when.label}", coverage(self._figures, self.is_, when))

    def __repr__(self) -> str:
        return f"<{self.is_.name} ({self.is_.code}), {self.is_.level.words}>"
