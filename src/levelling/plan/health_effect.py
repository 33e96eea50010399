"""The health effect of employment as a page: of whom, work to health, health to work, and what must be known of the numbers."""

from levelling.atlas import Atlas
from levelling.core.words import place
from levelling.plan.document import Bullets, Document, Fact, Facts, Label, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.leaf import leaf
from levelling.plan.reckoned import reckoned
from levelling.plan.shown import figure
from levelling.practice.health_effect import Effect, HealthEffect, Way

_COLUMNS = ("Outcome", "Direction", "How much", "Grade", "Read as", "How it was worked out, or why not")


def document(atlas: Atlas, found: HealthEffect) -> Document:
    """The page."""
    where = place(found.area)
    title = f"{found.asked} in {where}: the effect on health"
    summary = reckoned(found.lead, _about(found), [found.area.name, *_days(found)])
    sections = (
        _whom(found),
        _way(found, Way.WORK_TO_HEALTH, "to-health", f"If there were {_lower(found.asked)}"),
        _way(found, Way.HEALTH_TO_WORK, "to-work", "The reverse: if people were in better health"),
        Section(
            "mind",
            "Before these numbers are used",
            "Before use",
            (Bullets(tuple(prose(Label(item)) for item in found.cautions)),),
        ),
    )
    return leaf(atlas, title, summary, sections, area=found.area, kicker="The health effect of employment")


def _lower(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


def _days(found: HealthEffect) -> list[str]:
    return [found.base.of_age.period.label] if found.base.of_age else []


def _about(found: HealthEffect) -> Worked:
    base = found.base
    behind = tuple(item for item in (base.of_age, base.rate) if item is not None)
    what = f"People of working age in {found.area.name}, in work and not"
    if not behind:
        return Worked.quoted(what, "the question that was asked")
    how = "People aged 16 to 64 times the employment rate, with the margin of the rate."
    return Worked(what, how, inputs=behind, releases=tuple(dict.fromkeys(item.release for item in behind)))


def _whom(found: HealthEffect) -> Section:
    base = found.base
    rows: list[tuple[str, Text]] = [
        (item.indicator.named(item.category), (figure(item), Label(f", {item.period.label}")))
        for item in (base.of_age, base.rate, base.disabled, base.sick)
        if item is not None
    ]
    if not rows:
        rows = [("People aged 16 to 64", prose("no number is held"))]
    facts = Facts(tuple(Fact(term, text) for term, text in rows))
    note = prose(
        "How health follows work is not published for one place. What follows is research from elsewhere, as if it held here."
    )
    return Section("whom", "Whom it is about", "Whom", (facts, Paragraph(note, "note")))


def _way(found: HealthEffect, way: Way, key: str, title: str) -> Section:
    effects = found.of(way)
    table = Table(f"{title}: every outcome", _COLUMNS, tuple(_row(item) for item in effects), folded=True)
    return Section(key, title, title.split(":", maxsplit=1)[0], (Bullets(tuple(_sentence(item) for item in effects)), table))


def _sentence(item: Effect) -> Text:
    return reckoned(item.sentence, origin(item), [item.area.name, item.title, "Janke and others (2020)"])


def _row(item: Effect) -> tuple[Text, ...]:
    about = origin(item)
    amount = prose("no change" if item.change == 0 else "not said")
    if item.change:
        amount = reckoned(item.amount, about)
    return (
        prose(Label(item.title)),
        prose(Label(item.direction.value)),
        amount,
        prose(Label(item.grade)),
        prose(Label(item.causation.value)),
        reckoned(item.how, about, [item.area.name]),
    )


def origin(item: Effect) -> Worked:
    """Where the numbers of an outcome come from: the research that is quoted, and the figures of the place it is applied to."""
    told = "; ".join(dict.fromkeys(f"{link.source}{f', {link.address}' if link.address else ''}" for link in item.parameters))
    releases = tuple(dict.fromkeys(estimate.release for estimate in item.behind))
    what = f"{item.title}, {item.area.name}"
    return Worked.quoted(what, told, note=item.how, inputs=item.behind, releases=releases)
