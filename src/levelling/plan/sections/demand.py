"""Local demand: what employers advertise against what residents do, how it has moved, and what cannot be told of it."""

from levelling.jobs.demand import Demand, Gaps, Profile, demand
from levelling.jobs.demand.adverts import BY_FIELD, BY_MONTH, BY_OCCUPATION, INDEX
from levelling.jobs.demand.country import PER_100
from levelling.jobs.demand.told import parts
from levelling.jobs.demand.work import INDUSTRY, MEASURED, NEWEST
from levelling.plan.charts.kinds import Bar, Bars, Range, Ranges
from levelling.plan.document import Block, Figure, Inline, Label, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.reckoned import reckoned
from levelling.plan.shown import signed_number, worked
from levelling.plan.view import View

ORDER = 250
_TITLE, _SHORT = "What employers ask for", "Employers' demand"
_ENDS = 5
"""How many groups a drawing shows at each end; the table holds all."""
_SHOWN = 8
_SAYS = ("every 100", "in 100")
"""Words of sentences that hold digits and are no figures."""
_SLUGS = {
    "adverts": (BY_OCCUPATION,),
    "fields": (BY_FIELD,),
    "trend": (BY_MONTH,),
    "january": (INDEX,),
    "gaps": (BY_OCCUPATION, NEWEST),
    "residents": (NEWEST,),
    "measured": (MEASURED,),
    "jobs": (INDUSTRY,),
    "country": (PER_100,),
}
_HOW = {
    "adverts": "As published; shares are of the adverts that are sorted.",
    "fields": "As published.",
    "trend": "Means of three months, worked out here from the publisher's months.",
    "january": "As published.",
    "gaps": "Each group's share of adverts, less its share of people in work who live there.",
    "residents": "Each group's share of people in work who live there, over the same share in England.",
    "measured": "Each group's share of people in work who live there, over that in England; intervals from the margins.",
    "jobs": "Each industry's share of jobs, over the same share in England.",
    "country": "As published.",
    "occupations": "As projected; openings for people who leave work for good stand apart from jobs added or lost.",
}
_SOURCE = (
    "The source paper wants analysis of local demand, and of where it suits people who are out of work, in place of chasing "
    "single vacancies. This is as far as published figures go."
)
_DOORS = (
    "Which single vacancies can be entered without a degree no published figure tells. Bring vacancies of your own to see them: "
    "levelling jobs demand, with a file named by --vacancies."
)


def section(view: View) -> Section | None:
    """What is advertised against what residents do, or what residents do where no adverts are held; nothing without figures."""
    found = demand(view.atlas, view.area)
    said = _Said(view, found)
    drawn = _figure(found, said)
    if drawn is None and not said.held:
        return None
    lead = said.text("adverts") or prose(
        Label(f"Which work {view.said}'s employers advertise cannot be told. {found.open[0].why}")
    )
    blocks: list[Block] = [Paragraph(lead, "lead")]
    blocks += [drawn] if drawn is not None else []
    # What the drawing's sentence tells is not told again.
    profiles = ("residents", "measured", "jobs") if found.gaps else ("jobs",)
    blocks += said.paragraphs(profiles, ("trend", "january", "fields"), ("country",))
    blocks += said.paragraphs(("occupations",)) if view.area.nation == "E" else []
    blocks += [_cannot_tell(found), Paragraph(prose(Label(_DOORS)), "note"), Paragraph(prose(_SOURCE), "note")]
    return Section("demand", _TITLE, _SHORT, tuple(blocks))


class _Said:
    """The sentences that were found, each with how its numbers came about."""

    def __init__(self, view: View, found: Demand) -> None:
        self.view = view
        self.sentences = parts(found)
        self.projected = [item.release for item in found.occupations[:1]]
        when = [item.period.label for item in (found.adverts, found.residents, found.measured) if item is not None]
        self.names = [view.said, *when, *_SAYS]

    @property
    def held(self) -> bool:
        """Whether something is known of the place itself."""
        return any(self.sentences[key] for key in self.sentences if key not in {"country", "occupations"})

    def about(self, key: str) -> Worked:
        """How the numbers of one sentence came about."""
        atlas = self.view.atlas
        releases = atlas.releases_of(_SLUGS[key]) if key in _SLUGS else atlas.held(self.projected)
        return Worked(f"Demand for work, {self.view.name}", _HOW[key], releases=releases)

    def text(self, key: str) -> Text:
        """One sentence; empty where there is none."""
        sentence = self.sentences[key]
        return reckoned(sentence, self.about(key), self.names) if sentence else ()

    def paragraphs(self, *several: tuple[str, ...]) -> list[Block]:
        """A paragraph of each group of sentences that says something."""
        made: list[Block] = []
        for keys in several:
            told: list[Inline] = []
            for text in filter(None, map(self.text, keys)):
                told += [*([" "] if told else []), *text]
            made += [Paragraph(tuple(told))] if told else []
        return made


def _figure(found: Demand, said: _Said) -> Figure | None:
    if found.gaps is not None and said.sentences["gaps"]:
        return _gaps(found, found.gaps, said)
    for key, profile in (("measured", found.measured), ("residents", found.residents)):
        if profile is not None and said.sentences[key]:
            return _quotients(profile, key, said)
    return None


def _gaps(found: Demand, gaps: Gaps, said: _Said) -> Figure:
    about = said.about("gaps")
    shown = [*gaps.asked_more[:_ENDS], *reversed(gaps.offered_more[:_ENDS])]
    chart = Bars(
        id="demand-gaps",
        title="Adverts against what residents do, by occupation",
        description=(
            f"A bar for each of the groups furthest apart in {gaps.standing.area.name}: to the right where adverts have the "
            "larger share, to the left where people have. The table holds all groups."
        ),
        rows=tuple(Bar(gap.name, gap.difference, "place", signed_number(gap.difference)) for gap in shown),
        unit="share of adverts less share of people, in points of 100",
        decimals=0,
    )
    growth = {item.key: 100 * item.net_change / item.jobs_2020 for item in found.occupations if item.jobs_2020}
    counts = {part.key: part.adverts for part in found.adverts.parts} if found.adverts else {}
    ahead = said.about("occupations")
    rows = tuple(
        (
            prose(Label(gap.name)),
            (worked(counts[gap.key], about),) if gap.key in counts else prose("no figure"),
            (worked(gap.adverts, about, decimals=1),),
            (worked(gap.people, about, decimals=1),),
            (worked(gap.difference, about, decimals=1, text=signed_number(gap.difference)),),
            (worked(growth[gap.key], ahead, "%", 0),) if gap.key in growth else prose("no figure"),
        )
        for gap in gaps.items
    )
    columns = (
        "Occupations",
        "Adverts",
        "Of every hundred adverts",
        "Of every hundred people in work",
        "Difference, points",
        "England's jobs, 2020 to 2035",
    )
    notes = [prose("A larger share of adverts is no shortage by itself: work that people leave often is advertised often.")]
    if gaps.left_out:
        notes.append(prose(Label(f"Left out, with no figure on one side: {'; '.join(gaps.left_out)}.")))
    table = Table(
        f"Adverts in {gaps.standing.area.name}, {gaps.adverts.label}, against residents, {gaps.people.label}", columns, rows, True
    )
    title = f"Adverts against people in work, {gaps.standing.area.name}"
    return Figure("f-demand-gaps", title, said.text("gaps"), (chart,), tuple(notes), table)


def _quotients(profile: Profile, key: str, said: _Said) -> Figure:
    """What residents do against England, where no adverts are held."""
    about = said.about(key)
    where, when = profile.standing.area.name, profile.period.label
    chart = Ranges(
        id="demand-work",
        title=f"What residents of {where} do, against {profile.against.name}",
        description="How many times England's share each group has, with its interval. The table holds all groups.",
        rows=tuple(
            Range(item.name, item.value, item.lower, item.upper, "place", f"{item.value:.1f}") for item in profile.items[:_SHOWN]
        ),
        unit=f"times the share in {profile.against.name}",
        decimals=1,
        level=1.0,
    )
    rows = tuple(
        (
            prose(Label(item.name)),
            (worked(item.share, about, decimals=1),),
            (worked(item.there, about, decimals=1),),
            (worked(item.value, about, decimals=2),),
            (worked(item.lower, about, decimals=2), " to ", worked(item.upper, about, decimals=2))
            if item.lower is not None and item.upper is not None
            else prose("none published"),
        )
        for item in profile.items
    )
    columns = (
        "Occupations",
        "Of every hundred people in work",
        f"In {profile.against.name}",
        f"Times {profile.against.name}'s share",
        "Interval",
    )
    table = Table(f"What residents of {where} do, {when} ({profile.classification})", columns, rows, True)
    notes = [prose("People are counted where they live, not where they work. Drawn are the groups that stand out most.")]
    if len({item.lower is None for item in profile.items[:_SHOWN]}) > 1:
        notes.append(prose("A point without a line rests on so few answers that no margin is published."))
    title = f"What residents do, {where}, {when}"
    return Figure("f-demand-work", title, said.text(key), (chart,), tuple(notes), table)


def _cannot_tell(found: Demand) -> Table:
    # What takes vacancies of one's own is told below, with how to bring them.
    rows = tuple((prose(Label(item.question)), prose(Label(item.why))) for item in found.open if "anchors" not in item.question)
    return Table("What cannot be told of demand here, and why", ("Question", "Why there is no answer"), rows, folded=True)
