"""The library of cases on a page: what was tried, what came of it, how that was compared, and what to mind."""

from collections.abc import Sequence

from levelling.atlas import Atlas
from levelling.core.words import listed, opened, place
from levelling.plan.cased import (
    cited_text,
    cost_text,
    headline_text,
    people_text,
    result_text,
    return_text,
    words_text,
)
from levelling.plan.document import Block, Bullets, Document, Fact, Facts, Label, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.leaf import leaf
from levelling.plan.reckoned import reckoned
from levelling.practice.cases import (
    GOOD_COMPARISON,
    Case,
    Found,
    Library,
    Likeness,
    Mechanism,
    compared,
    grade_told,
    where,
    years,
)

KICKER = "What has been tried"


def document(atlas: Atlas, found: Found) -> Document:
    """The page of many cases: those with a good comparison first, then the others, by how they work."""
    about = Worked("Cases in the library", "Counted in the library of cases.")
    names = [place(found.area)] if found.area else []
    lead = [Paragraph(reckoned(told, about, names), "lead" if not at else "") for at, told in enumerate(found.sentences)]
    sections = [Section("cases", "In short", "In short", (*lead, Paragraph(_rule(), "note")))]
    if found.area is not None:
        sections.append(_alike(found))
    else:
        sections += [made for mechanism in Mechanism if (made := _of_mechanism(mechanism, found.cases)) is not None]
    title = f"Cases like {place(found.area)}" if found.area else "What has been tried"
    summary = prose("Programmes, projects and ways of leading a place, with what is known to have come of each.")
    return leaf(atlas, title, summary, sections, area=found.area, kind="The library of cases", kicker=KICKER)


def _rule() -> Text:
    return prose(
        "Only where people or places were compared with others can one say what a case changed. Elsewhere the page says what "
        "happened, which is no effect. That no clear effect was found is not proof that there was none."
    )


def _alike(found: Found) -> Section:
    items = [found.likenesses[case.id] for case in found.cases]
    rows = tuple((*_cells(item.case), prose(Label(item.sentence))) for item in items)
    columns = (*_COLUMNS, "How it is like here")
    return Section("alike", "Cases, most like here first", "Cases", (Table("Cases, and how each is like here", columns, rows),))


_COLUMNS = ("Case", "Where and when", "What came of it", "Held against", "What to mind")


def _cells(case: Case) -> tuple[Text, ...]:
    return (
        prose(Label(case.name)),
        prose(Label(", ".join(part for part in (opened(where(case)), years(case)) if part))),
        headline_text(case),
        prose(Label(f"{opened(compared(case))}. Grade {case.maryland} of 5.")),
        words_text(case, case.caution, "what to mind"),
    )


def _of_mechanism(mechanism: Mechanism, cases: Sequence[Case]) -> Section | None:
    mine = sorted((case for case in cases if case.mechanism is mechanism), key=lambda case: (-case.maryland, case.id))
    if not mine:
        return None
    good = [case for case in mine if case.maryland >= GOOD_COMPARISON]
    rest = [case for case in mine if case.maryland < GOOD_COMPARISON]
    blocks: list[Block] = []
    for caption, some in (("Held against a good comparison", good), ("With no good comparison: what happened", rest)):
        if some:
            rows = tuple(_cells(case) for case in some)
            blocks.append(Table(f"{opened(mechanism.value)}: {caption[:1].lower()}{caption[1:]}", _COLUMNS, rows))
    title = opened(mechanism.value)
    return Section(mechanism.value.replace(" ", "-"), f"{title}: {mechanism.words}", title, tuple(blocks))


def one(atlas: Atlas, library: Library, case: Case, like: Likeness | None = None) -> Document:
    """The page of one case: all that the library holds of it, every number with its source."""
    facts = [
        Fact("Where", prose(Label(opened(where(case))))),
        *([Fact("When", prose(Label(opened(years(case)))))] if years(case) else []),
        *([Fact("How it is like the place", prose(Label(like.sentence)))] if like is not None else []),
        Fact("Led by", prose(Label(opened(case.lead)))),
        *([Fact("With", prose(Label(opened(listed(list(case.partners))))))] if case.partners else []),
        Fact("For", prose(Label(opened(case.people)))),
        Fact("In their way", prose(Label(opened(listed(list(case.barriers)))))),
        Fact("How it works", prose(Label(opened(case.mechanism.words)))),
        Fact("Took part", people_text(case)),
        Fact("Cost", cost_text(case)),
        Fact("Held against", prose(Label(grade_told(case)))),
        *([Fact("Before you quote it", prose(Label(opened(listed([flag.value for flag in case.flags])))))] if case.flags else []),
    ]
    mind = Paragraph(words_text(case, f"Mind: {case.caution}", "what to mind"), "lead")
    sections = [Section("what", "What it is", "What it is", (mind, Facts(tuple(facts)))), _results(case)]
    sections.append(_elsewhere(library, case))
    sources = Bullets(tuple(cited_text(source) for source in case.sources))
    sections.append(Section("read", "Where this was read", "Where read", (sources,)))
    return leaf(atlas, case.name, prose(Label(case.what)), sections, kind=opened(case.mechanism.value), kicker=KICKER)


def _results(case: Case) -> Section:
    blocks: list[Block] = []
    if case.results:
        rows = tuple(
            (
                result_text(case, result),
                prose(Label(_kind_of_number(result.is_effect, graded=result.graded))),
                cited_text(result.source),
            )
            for result in case.results
        )
        blocks.append(Table("What was measured", ("What came of it", "What kind of number", "Source"), rows))
    else:
        blocks.append(Paragraph(prose("Nothing measured was found.")))
    if case.returns:
        blocks.append(Paragraph(prose("What comes back for each pound, as published:")))
        blocks.append(Bullets(tuple(return_text(case, item) for item in case.returns)))
    if case.other:
        blocks.append(Paragraph(words_text(case, f"Also: {case.other}", "other effects")))
    return Section("results", "What came of it", "Results", tuple(blocks))


def _kind_of_number(effect: bool, *, graded: bool) -> str:
    if not effect:
        return "what happened, no effect"
    return "an effect" if graded else "an effect; how it was compared was not read"


def _elsewhere(library: Library, case: Case) -> Section:
    blocks: list[Block] = [Bullets(tuple(words_text(case, told, "conditions") for told in case.conditions))]
    if case.read_with:
        blocks.append(Paragraph(prose("Read it with:")))
        blocks.append(
            Bullets(
                tuple(
                    (Label(library.get(item.case).name, strong=True), ". ", *words_text(case, item.why, "to be read with"))
                    for item in case.read_with
                )
            )
        )
    return Section("elsewhere", "What must be so for it to work elsewhere", "Elsewhere", tuple(blocks))
