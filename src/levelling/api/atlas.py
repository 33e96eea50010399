"""Every area and figure, and what each chapter says of many places at once."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from levelling.api.enablers import ask_register
from levelling.api.jobs import JobsAnswers
from levelling.api.place import Place
from levelling.api.practice import PracticeAnswers
from levelling.api.shown import Answer, Plan, Several, window_of
from levelling.atlas import Atlas as Figures
from levelling.atlas import Table
from levelling.atlas.tables import coverage_table, indicator_table
from levelling.core.area import Level
from levelling.core.choice import chosen, date_of
from levelling.core.period import Period


class Atlas(PracticeAnswers, JobsAnswers):
    """Every area and figure. Get one with `levelling.open()`.

    Args:
        figures: The figures it reads.
    """

    def __init__(self, figures: Figures) -> None:
        self._figures = figures

    def area(self, name: str, level: str | None = None) -> Place:
        """The place with this name or code.

        Args:
            name: A name, short name or code.
            level: `lad`, `cauth`, `region`, `icb` ... where several kinds of area share the name.

        Raises:
            UnknownArea: No area has the name; near names are offered.
            AmbiguousArea: Several have it; the choices are listed.
            AbolishedArea: It has ended; its successors are named.

        Example:
            >>> open().area("Hull").name
            'Kingston upon Hull, City of'
        """
        return Place(self._figures.area(name, _level(level) if level else None), self._figures)

    def areas(self, level: str) -> list[Place]:
        """Every current area of a level."""
        return [Place(area, self._figures) for area in self._figures.gazetteer.all(_level(level))]

    def indicator(self, slug: str, level: str | None = None, period: str = "latest", category: str | None = None) -> Table:
        """One indicator across areas, as a table.

        Args:
            slug: The indicator, such as `employment-rate`.
            level: Every current area of this level; `None` for every area that has a figure.
            period: `latest`, `all`, or one period in ISO 8601.
            category: One category, `all`, or `None` for the one a plan shows.

        Example:
            >>> open().indicator("employment-rate", level="nation").columns[-1]
            'source'
        """
        return indicator_table(self._figures, slug, level=_level(level) if level else None, period=period, category=category)

    def indicators(self) -> Table:
        """What there is: every indicator with its publisher, periods and number of areas."""
        return coverage_table(self._figures)

    def rank(self, *slugs: str, level: str = "lad", period: str | None = None, category: str | None = None) -> Answer:
        """Areas in order, with the ranks each may truly have (95%, each alone and all at once).

        Example:
            >>> first = open().rank("employment-rate", level="region").records()[0]
            >>> first["rank_lower"] <= first["rank"] <= first["rank_upper"]
            True
        """
        from levelling.challenge.lineup import read_period
        from levelling.challenge.rank import rank

        when = read_period(period) if period else None
        found = rank(self._figures, slugs, _level(level), when, category)
        return Answer(f"Ranks of {_level(level).plural}", Several(found))

    def trend(self, slug: str, level: str = "lad", start: str | None = None, end: str | None = None) -> Answer:
        """How one indicator has changed in every area, with the interval of the change and a verdict corrected for their number.

        Args:
            slug: The indicator.
            level: Which areas.
            start: The earlier period, ISO 8601; by default that nearest to five years before the later.
            end: The later period; by default the newest.
        """
        from levelling.challenge.trend import trends_among

        window = window_of(start, end)
        found = trends_among(self._figures, slug, _level(level), window, strict=bool(start or end))
        return Answer(f"Trends of {slug}", Several(found))

    def map(self, slug: str, level: str = "lad", period: str | None = None, category: str | None = None) -> Answer:
        """One indicator over the country: each area's figure and class, and who has none and why."""
        from levelling.challenge.mapped import mapped

        found = mapped(self._figures, slug, _level(level), period, category)
        return Answer(found.title, found)

    def divergence(self, level: str = "lad", year: int | None = None, measure: str = "head") -> Answer:
        """Output against household income of every area, UK = 100: per `head`, `hour` or `job`.

        Example:
            >>> found = {record["name"]: record for record in open().divergence(year=2017).records()}
            >>> round(found["Belfast"]["output_index"]), round(found["Belfast"]["income_index"])
            (134, 79)
        """
        from levelling.challenge.divergence import Measure, divergences

        when = Period.year(year) if year else None
        found = divergences(self._figures, _level(level), when, chosen(Measure, measure, "measure"))
        return Answer(f"Output against household income, {found.level.plural}", found)

    def inequality(self, slug: str, level: str = "lad", by: str | None = None, weights: str = "population") -> Answer:
        """How unequal places are, year by year: Theil, Gini, variation, 90:10; `by` region, nation or kind of place.

        Example:
            >>> newest = open().inequality("gdhi-per-head", by="region").records()[-1]
            >>> abs(newest["between"] + newest["within"] - newest["theil_t"]) < 1e-9
            True
        """
        from levelling.challenge.inequality import By, Reckoning, inequality

        grouped = chosen(By, by, "by") if by else None
        found = inequality(self._figures, slug, _level(level), by=grouped, how=Reckoning(weights))
        return Answer(f"Inequality of {slug} between {_level(level).plural}", found)

    def quadrants(
        self,
        level: str = "itl3",
        start: int = 2008,
        end: int | None = None,
        per: str = "hour",
        against: str = "uk",
        *,
        smoothed: bool = True,
    ) -> Answer:
        """Who steams ahead, loses ground, catches up or falls behind, and in how many ways of looking each label holds."""
        from levelling.challenge.quadrants import Average, Per, quadrants

        average = chosen(Average, against, "against")
        way = chosen(Per, per, "per")
        found = quadrants(self._figures, _level(level), (start, end), per=way, smoothed=smoothed, average=average)
        return Answer(f"Growth quadrants, {_level(level).plural}", found)

    def predictors(self, outcome: str = "growth", level: str = "lad", start: int | None = None, end: int | None = None) -> Answer:
        """What goes with growth, or with the `level` of output per hour: association, never cause."""
        from levelling.challenge.predictors import Outcome, ask, explain

        question = ask(self._figures, chosen(Outcome, outcome, "outcome"), _level(level), start, end)
        return Answer(f"What goes with {question.words}", explain(self._figures, question))

    def kinds(self) -> Answer:
        """City, town or rural, and coastal or not: every local authority.

        Example:
            >>> {record["name"]: record["kind"] for record in open().kinds().records()}["Hartlepool"]
            'coastal town'
        """
        from levelling.challenge.kinds import kinds

        return Answer("Kinds of place", kinds(self._figures))

    def low_paid(self, level: str = "lad") -> Answer:
        """Employee jobs below the real Living Wage, by where the work is."""
        from levelling.challenge.pay import low_paid_places

        return Answer("Jobs below the real Living Wage", low_paid_places(self._figures, _level(level)))

    def automation(self, level: str = "lad") -> Answer:
        """People who work in occupations at high risk of automation, by where they live."""
        from levelling.challenge.automation import across

        return Answer("People in occupations at high risk of automation", across(self._figures, _level(level)))

    def learning(self) -> Answer:
        """Adult learning and apprenticeships in every authority of England."""
        from levelling.challenge.learning import everywhere

        return Answer("Adult learning and apprenticeships", everywhere(self._figures))

    def health(self, level: str = "lad", change: float = 1.0) -> Answer:
        """Health and work in every area, and what research would have follow if so many per cent more were in work."""
        from levelling.challenge.health import health_everywhere

        return Answer("Health and work", health_everywhere(self._figures, _level(level), change))

    def vulnerability(self, shock: str, level: str | None = None, draws: int = 1000) -> Answer:
        """Who is over which lines of a shock (a name such as `covid-2020`, or a file of your own), and how firm that is."""
        from levelling.atlas.shocks import shock as declared
        from levelling.challenge.vulnerability import vulnerability

        found = vulnerability(self._figures, declared(shock, self._figures.catalogue), level, draws)
        return Answer(f"Vulnerability: {shock}", found)

    def claims(self, file: str | Path, *frameworks: str, area: str | None = None) -> Answer:
        """Which outcomes a charity's work can claim, by its own file of activities (.toml or .csv), and the evidence each wants.

        Raises:
            UserError: The file cannot be read, or nothing in it can be used: every fault is told.
        """
        from levelling.solutions.align import claims, framework, read_organisation

        organisation = read_organisation(Path(file))
        name = area or organisation.area
        among = [framework(word) for word in frameworks] or None
        found = claims(organisation, self._figures.area(name) if name else None, among)
        return Answer(f"What {organisation.name} can claim", found)

    def enablers(
        self, query: str = "", *, as_of: str = "", kind: str = "", status: str = "", topic: str = "", user: str = ""
    ) -> Answer:
        """Funds, bodies, programmes, duties and more that could help, with how each stands at a date.

        Args:
            query: Words; every enabler where there is none.
            as_of: A month such as `2020-12`; when the register was last looked over where left out.
            kind: `fund`, `body`, `programme`, `duty`, `strategy`, `standard`, `network` or `levy`.
            status: `open`, `closed`, `replaced`, `not yet begun` or `cannot tell`.
            topic: Such as `skills`.
            user: Who can use it: `council`, `nhs`, `vcse`, `employer` or `person`.

        Example:
            >>> {found["id"]: found["status"] for found in open().enablers("prosperity fund", as_of="2020-12").records()}["ukspf"]
            'not yet begun'
        """
        return ask_register(None, query, as_of, kind=kind, status=status, topic=topic, user=user)

    def funding(
        self,
        fund: str | Path,
        need: str | None = None,
        level: str | None = None,
        split: str = "people",
        *,
        complete: bool = False,
    ) -> Answer:
        """A fund per head against need: every area's money, and the concentration index on each record.

        Args:
            fund: A fund's name, or a CSV file of your own with the columns area, amount and period.
            need: The indicator that measures need; an index of deprivation where none is named.
            level: `lad`, `lep`, or the level the fund was given at.
            split: How a bid of several authorities is shared: by `people`, or `equal`.
            complete: Whether your file names all who were given any.

        Example:
            >>> found = open().funding("town-deals", need="index-of-multiple-deprivation-2019-england")
            >>> 0 < found.records()[0]["concentration_index"] < 1
            True
        """
        from levelling.solutions.funding import Split, against_need, own_fund
        from levelling.solutions.funding import fund as declared

        own = str(fund).lower().endswith(".csv")
        item = own_fund(self._figures, Path(fund), complete=complete) if own else declared(self._figures, str(fund))
        way = chosen(Split, split, "split")
        found = against_need(self._figures, item, need, _level(level) if level else None, split=way)
        return Answer(f"{item.title} against {found.need.title}", found)

    def providers(
        self, source: str | Path, area: str | None = None, *, as_of: str, level: str | None = None, stale_after: int = 12
    ) -> Answer:
        """What a directory of services offers, by whom, how scattered that is, and which needs of a place nobody answers.

        Args:
            source: Services (Open Referral, JSON), a list of charities (CSV), a folder of these, or the address of a feed.
            area: Only what reaches this place, held against its needs; `None` for everything.
            as_of: The day entries are judged at, ISO 8601.
            level: Which kind of area is meant, where several share the name.
            stale_after: Months after which an entry is stale.
        """
        from levelling.api.directories import called, market_of

        place = self._figures.area(area, _level(level) if level else None) if area else None
        found = market_of(self._figures, source, date_of(as_of, "as_of"), place, stale_after)
        return Answer(f"What {called(source)} offers", found)

    def consortium(self, source: str | Path, *themes: str, as_of: str, bid: str | Path | None = None, **asked: Any) -> Answer:
        """The smallest set of providers in a directory that covers a bid's themes, and what each brings.

        Args:
            source: See `providers`.
            themes: The barriers and groups to cover.
            as_of: The day entries are judged at, ISO 8601.
            bid: A file that ends in .toml and says what is asked; what is given here comes before it.
            asked: `area`, `at_least`, `most`, `must`, `never`, `alternatives`, `fresh_only`, `title`.
        """
        from levelling.api.directories import bid_of, consortium_of

        wanted = bid_of(Path(bid) if bid else None, {"themes": themes, **asked})
        return Answer(wanted.title, consortium_of(self._figures, source, wanted, date_of(as_of, "as_of")))

    def coverage(self, as_of: str = "") -> Answer:
        """How well the bodies over every local authority fit at a date, the worst first.

        Args:
            as_of: A month such as `2020-12`; empty for when the register of enablers was last looked over.
        """
        from levelling.solutions.coverage import everywhere, read_as_of
        from levelling.solutions.register import register

        when = read_as_of(as_of, register().as_of)
        return Answer(f"Alignment in every local authority, {when.label}", everywhere(self._figures, when))

    def __repr__(self) -> str:
        return f"<levelling atlas: {len(self._figures.catalogue)} indicators>"


def _level(word: str) -> Level:
    return chosen(Level, word, "level")


def open(folder: str | Path | None = None) -> Atlas:  # noqa: A001 - lv.open() is the natural word
    """Open the figures: those that come with the package, or those in a folder you built.

    Raises:
        UserError: There are no figures there.

    Example:
        >>> open().area("Hartlepool")
        <Hartlepool (E06000001), local authority>
    """
    return Atlas(Figures.open(Path(folder) if folder else None))


def plan(place: str, *, level: str | None = None, against: Iterable[str] = (), template: str | None = None) -> Plan:
    """The plan of a place, by name, under its own headings or a template's.

    Example:
        >>> plan("Hartlepool").document.title
        'Hartlepool'
    """
    atlas = open()
    return atlas.area(place, level).plan(against=[atlas.area(name) for name in against], template=template)
