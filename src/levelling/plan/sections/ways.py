"""Ways on: for the place's largest jobs at high risk of automation, other work near enough, paid enough and not at high risk."""

from levelling.atlas.pay_by_occupation import NEWEST
from levelling.core.period import Period
from levelling.core.words import listed, two_figures
from levelling.jobs.occupations.catalogue import Catalogue
from levelling.jobs.pathways import AtRisk, WayHeld, at_risk, rules, ways_held
from levelling.jobs.pathways.told import MODELLED, place_sentence
from levelling.plan.document import Block, Bullets, Group, Inline, Label, Paragraph, Section, Text, Worked, prose
from levelling.plan.reckoned import reckoned
from levelling.plan.sections.automation import releases
from levelling.plan.shown import worked
from levelling.plan.view import View

ORDER = 260
_TITLE, _SHORT = "Ways on from jobs at risk", "Ways on"
_SHOWN = 5
_LOOKED_AT = 8
"""How many groups are looked at: some have no way on, and two may lead on from one occupation."""
_RISKS = {"Low risk": "risk low", "Other": "risk neither high nor low"}
_ONE = "Where any one occupation leads: levelling jobs pathways."
_MORE = "Where any one occupation leads, also to work left out here: levelling jobs pathways."


def section(view: View) -> Section | None:
    """The largest jobs at high risk, each with up to three ways on; why there are none where there are none."""
    if not view.atlas.store.has("ways_on"):
        return None
    groups = at_risk(view.atlas, Catalogue({}, {}), view.area, top=_LOOKED_AT)
    if not groups:
        said = f"{place_sentence(view.area, ()).removesuffix('.')}, so its jobs at risk cannot be named. {_ONE}"
        return Section("ways", _TITLE, _SHORT, (Paragraph(prose(Label(said))),))
    found: dict[str, tuple[AtRisk, tuple[WayHeld, ...]]] = {}
    without: list[str] = []
    for group in groups:
        ways = ways_held(view.atlas.store, group.soc)
        if ways:
            found.setdefault(ways[0].origin, (group, ways))
        else:
            title = _plainly(group.title)
            without.append(title[:1].lower() + title[1:])
    shown = list(found.values())[:_SHOWN]
    periods = sorted({group.group.period for group in groups})
    blocks: list[Block] = [_lead(view, groups)]
    blocks += [_group(view, place, group, ways) for place, (group, ways) in enumerate(shown, 1)]
    blocks += _notes(shown, without, periods)
    return Section("ways", _TITLE, _SHORT, tuple(blocks))


def _plainly(title: str) -> str:
    """The title without the classification's own 'not elsewhere classified'."""
    return title.removesuffix(" n.e.c.")


def _lead(view: View, groups: tuple[AtRisk, ...]) -> Paragraph:
    told = (
        f"{place_sentence(view.area, groups)} Below stands what its largest jobs at high risk could lead on to: work that asks "
        "for much of the same, is not at high risk itself, and is not known to pay much less."
    )
    return Paragraph(reckoned(told, _people(view), [view.said]), "lead")


def _people(view: View) -> Worked:
    how = "People of each wider group, shared out as in a sample of the whole country, times the share at high risk (modelled)."
    return Worked(f"People at high risk by unit group, {view.name}", how, releases=releases(view))


def _group(view: View, place: int, group: AtRisk, ways: tuple[WayHeld, ...]) -> Group:
    about, pay = _people(view), _paid(view)
    first, title = ways[0], _plainly(group.title)
    said: list[Inline] = [
        "About ",
        worked(two_figures(group.people_at_risk), about),
        " people here are in such work at high risk",
    ]
    if first.origin.lower() not in {title.lower(), title.lower().removesuffix("s")}:
        said += [" (for example: ", Label(first.origin), ")"]
    if first.now_least is not None and first.now_most is not None:
        when = Label(Period.parse(first.period).label)
        said += [". It paid ", *_pounds(first.now_least, first.now_most, pay), " an hour in ", when]
    said += [". It could lead on to:"]
    items = tuple(_way(view, way, pay) for way in ways)
    return Group(f"ways-{place}", title, (Paragraph(tuple(said)), Bullets(items)))


def _paid(view: View) -> Worked:
    how = "Median gross pay for an hour of all employees in the United Kingdom, of the group each occupation lies in."
    return Worked("Pay by occupation", how, releases=view.atlas.held((NEWEST,)))


def _near(view: View) -> Worked:
    how = (
        "How much of what the other work asks for today's work already brings, in skills and activities, rare ones weighing "
        "more; its weights are a judgement that can be changed."
    )
    return Worked("Likeness of occupations", how, releases=view.atlas.held(("esco-1.2.0", "onet-29.2", "nesta-career-causeways")))


def _pounds(least: float, most: float, about: Worked) -> Text:
    ends = [worked(end, about, "£", 2) for end in dict.fromkeys((least, most))]
    return (ends[0], " to ", ends[1]) if len(ends) > 1 else (ends[0],)


def _way(view: View, way: WayHeld, pay: Worked) -> Text:
    near = _near(view)
    said: list[Inline] = [Label(way.label, strong=True), ": likeness ", worked(way.likeness, near), " of a hundred; "]
    if way.least is not None and way.most is not None:
        said += [*_pounds(way.least, way.most, pay), " an hour; "]
    else:
        said += ["pay cannot be told; "]
    said += [f"{_RISKS[way.risk]}; ", *_gains(way, near)]
    if way.routes and view.area.nation in {"E", "K"}:
        said += [" Apprenticeships by name: ", Label(f"{listed(way.routes)}.")]
    if way.regulated:
        said += [" A regulated profession: find out which registration it needs."]
    return tuple(said)


def _gains(way: WayHeld, near: Worked) -> Text:
    if not way.gains:
        return prose("no further skill is asked for.")
    more: Text = (", and ", worked(way.more, near), " more") if way.more else ()
    return ("to learn: ", Label(", ".join(way.gains)), *more, ".")


def _notes(shown: list[tuple[AtRisk, tuple[WayHeld, ...]]], without: list[str], when: list[str]) -> list[Block]:
    made: list[Text] = []
    if without:
        made.append(prose("None near enough that is known to be safer was found for ", Label(f"{'; '.join(without)}.")))
    periods = dict.fromkeys(way.period for _, ways in shown for way in ways if way.period)
    if periods:
        paid = listed([Period.parse(period).label for period in periods])
        said = f"Pay is the median for an hour across the United Kingdom in {paid}: pay by occupation is not held for places."
        made.append(prose(Label(said)))
    close, pay = rules().close, rules().pay
    judged = Worked("Rules of pathways", "Counted from the rules that come with the package; each can be changed.")
    made.append(
        prose(
            "Shown are ways with a likeness of ",
            worked(close, judged),
            " or more, scored by Nesta as not at high risk, and not known to pay less than ",
            worked(pay, judged, "%"),
            " of today's pay. Likeness is no promise that somebody will be taken on.",
        )
    )
    counted = listed([f"{'from' if ' to ' in period else 'in'} {period}" for period in when])
    made.append(prose(Label(f"{MODELLED} The groups were counted {counted}. {_MORE}")))
    return [Paragraph(text, "note") for text in made]
