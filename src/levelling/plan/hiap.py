"""A health impact assessment as a page: what comes first, effect by effect, how the place stands, who must act, what is left."""

from collections.abc import Iterator, Sequence

from levelling.atlas import Atlas
from levelling.core.estimate import Estimate
from levelling.core.period import Period
from levelling.plan.document import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Label,
    Link,
    Mark,
    Number,
    Paragraph,
    Section,
    Table,
    Text,
    Worked,
    prose,
)
from levelling.plan.leaf import leaf
from levelling.plan.shown import figure, quoted, worked
from levelling.solutions.hiap import Effect, Hiap, PeopleGroup
from levelling.solutions.hiap.assessment import Evidence
from levelling.solutions.hiap.partners import PartnerBody

_SCOPES = {
    "strategic": "A strategic assessment: an issue, and the policies that bear on it",
    "programme": "An assessment of a programme: one service",
    "process": "An assessment of a process: a way of working together",
}


def document(atlas: Atlas, found: Hiap) -> Document:
    """The page: what it comes to, the effects, the groups, how the place stands, who must act, what is left to answer."""
    written = found.assessment
    sections = (
        _summary(found),
        _effects(found),
        _groups(atlas, found),
        _place(found),
        _partners(found),
        _left(found),
    )
    summary = prose(Label(" ".join(found.sentences)))
    title = f"Health impact: {written.title}"
    kept = tuple(section for section in sections if section is not None)
    return leaf(atlas, title, summary, kept, area=found.area, kind=_SCOPES[written.scope.value], kicker="Health in all policies")


def _summary(found: Hiap) -> Section:
    written = found.assessment
    said = [
        ("Place", found.area.name),
        ("What the policy does", written.about),
        ("Policies that bear on it", "; ".join(written.policy_areas)),
        ("Service", written.service),
        ("How departments will work together", written.mechanism),
        ("Made by", written.author),
        ("Date", Period.parse(written.date).label if written.date else ""),
    ]
    facts = tuple(Fact(term, prose(Label(text))) for term, text in said if text)
    how = Label(f"The list of determinants follows: {'; '.join(found.known.sources)}.")
    blocks: tuple[Block, ...] = (Facts(facts), Paragraph(prose(how), "note"))
    return Section("assessed", "What is assessed", "What", blocks)


def _effects(found: Hiap) -> Section | None:
    told = [effect for effect in found.effects if effect.direction.value]
    if not told:
        return None
    columns = ("Through", "For whom", "Health becomes", "Size", "Likelihood", "People", "How the place stands on it")
    table = Table("Effects, harm first", columns, tuple(_row(found, effect) for effect in told))
    reasons = tuple(item for effect in told for item in _reasons(found, effect))
    return Section("effects", "What it does to health", "Effects", (table, *((Bullets(reasons),) if reasons else ())))


def _row(found: Hiap, effect: Effect) -> tuple[Text, ...]:
    stands = found.stands(effect.determinant)
    about = Worked.quoted("People touched", "the author of the assessment", found.assessment.author or "not named")
    people: Text = (worked(effect.people, about),) if effect.people is not None else prose("not said")
    return (
        prose(stands.determinant.title),
        prose(Label("; ".join(found.known.groups[slug].title for slug in effect.groups) or "not said")),
        prose("not touched" if effect.direction.value == "none" else effect.direction.value),
        prose(effect.size.value or "not said"),
        prose(effect.likelihood.value or "not said"),
        people,
        prose(stands.standing),
    )


def _reasons(found: Hiap, effect: Effect) -> Iterator[Text]:
    title = Label(f"{found.stands(effect.determinant).determinant.title}: ", strong=True)
    if effect.why:
        yield prose(title, Label(effect.why))
    for one in effect.evidence:
        yield prose(title, "evidence, ", *_evidence(one))
    for action in effect.actions:
        by = f", by {Period.parse(action.by).label}" if action.by else ""
        yield prose(title, "action, ", Label(f"{action.what} ({action.who or 'nobody named yet'}{by})"))


def _evidence(one: Evidence) -> Text:
    grade = f"; grade {one.grade}"
    if one.parameter is not None:
        return prose(Label(f"{one.finding}: "), quoted(one.parameter), Label(f" ({one.source}{grade})"))
    safe = one.address.startswith(("https://", "http://"))
    source = Link(one.source, one.address) if safe else Label(one.source)
    return prose(Label(f"{one.finding} ("), source, Label(f"{grade})"))


def _groups(atlas: Atlas, found: Hiap) -> Section | None:
    named = dict.fromkeys(slug for effect in found.effects if effect.direction.value for slug in effect.groups)
    rows = [row for slug in named if (row := _group(atlas, found, found.known.groups[slug]))]
    if not rows:
        return None
    table = Table("Figures of the groups it touches", ("Group", "Measure", "Here", "When"), tuple(rows))
    return Section("groups-touched", "Whom it touches", "Whom", (table,))


def _group(atlas: Atlas, found: Hiap, group: PeopleGroup) -> tuple[Text, ...] | None:
    for name in group.indicators:
        slug, _, category = name.partition(":")
        item = atlas.estimate(slug, found.area, category=category or None)
        if item.value is not None:
            measure = item.indicator.named(item.category)
            return prose(group.title), prose(Label(measure)), (figure(item),), prose(Label(item.period.label))
    return None


def _place(found: Hiap) -> Section:
    rows = [
        (
            prose(one.determinant.title),
            prose(Label(item.estimate.indicator.short)),
            (figure(item.estimate),),
            _there(item.against),
            prose(Label(item.comparator_name)),
            prose(Label(item.estimate.period.label)),
            (Mark(item.verdict),),
        )
        for one in found.screened
        for item in one.comparisons
    ]
    columns = ("Determinant", "Measure", "Here", "There", "Against", "When", "Verdict")
    poor = [one.determinant.title.lower() for one in found.screened if one.poor]
    lead = (
        f"We are confident that the place is worse off on: {'; '.join(poor)}."
        if poor
        else "On no determinant are we confident that the place is worse off."
    )
    note = prose("Only figures with a published margin of error can be judged; the others bear no verdict of better or worse.")
    table = Table("The place's own figures, determinant by determinant", columns, tuple(rows), folded=True)
    blocks: Sequence[Block] = (Paragraph(prose(Label(lead)), "lead"), Paragraph(note, "note"), *((table,) if rows else ()))
    return Section("stands", "How the place stands already", "The place", tuple(blocks))


def _there(against: Estimate | None) -> Text:
    return (figure(against, interval=False),) if against is not None and against.value is not None else prose("none")


def _partners(found: Hiap) -> Section | None:
    touched = {effect.determinant for effect in found.effects if effect.direction.value not in {"", "none"}}
    if not touched:
        return None
    rows = tuple(_body(found, one) for one in found.partners)
    columns = ("Partner", "Body here", "Of this place's people, in it", "Of its people, here", "For")
    table = Table("Bodies with a boundary of their own", columns, rows)
    wanted = dict.fromkeys(partner for slug in touched for partner in found.known.all[slug].partners)
    held = {one.partner for one in found.partners}
    others = sorted(partner for partner in wanted if partner not in held)
    crossing = [one.overlap.area.name for one in found.partners if one.crosses]
    lead = "The council must work across a boundary with: " + "; ".join(crossing) + "." if crossing else "No boundary is crossed."
    blocks: list[Block] = [Paragraph(prose(Label(lead)), "lead")]
    blocks += [table] if rows else []
    blocks += [Paragraph(prose(Label(f"To be found locally: {', '.join(others)}.")))] if others else []
    return Section("partners", "Who must act, across which boundary", "Partners", tuple(blocks))


def _body(found: Hiap, one: PartnerBody) -> tuple[Text, ...]:
    name = one.overlap.area.name
    return (
        prose(one.partner),
        prose(Label(name)),
        (_share(one.overlap.share_here, f"Share of the people of {found.area.name} who live in {name}"),),
        (_share(one.overlap.share_there, f"Share of the people of {name} who live in {found.area.name}"),),
        prose(Label("; ".join(one.determinants))),
    )


def _share(share: float, what: str) -> Number:
    about = Worked(what, "Counted by small areas, with the people of mid-2019.", "mid-2019")
    return worked(100 * share, about, "%")


def _left(found: Hiap) -> Section:
    if found.finished:
        done = prose("Nothing: every question has an answer.")
        return Section("left", "What is left to answer", "Left", (Paragraph(done),))
    items = tuple(prose(Label(f"{point.where}: ", strong=True), Label(point.what)) for point in found.open)
    return Section("left", "What is left to answer", "Left", (Bullets(items),))
