"""Reads the files of frameworks, one a framework, and says everything that is wrong with them at once."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from levelling.atlas.catalogue import Catalogue
from levelling.atlas.declared import FactsBroken, Key, SourceFile, Strict, read_declared
from levelling.core.area import Level
from levelling.core.ids import by_id
from levelling.core.source import Source
from levelling.solutions.align.activities import Vocabulary, vocabulary
from levelling.solutions.align.ages import ages_of, read_ages
from levelling.solutions.align.framework import Answering, FrameworkOutcome, How, OutcomeFramework, Sort, Standing

FOLDER = Path(str(files("levelling") / "facts" / "frameworks"))
"""Where the package's frameworks are declared."""
HOW_TO = "What a file of a framework holds is told in docs/explanation/frameworks.md."
Sentence = Annotated[str, Field(min_length=10)]


class _AnsweringFile(Strict):
    slug: Key
    category: str = ""
    how: How
    differs: str = ""


class _OutcomeFile(Strict):
    key: Key
    id: str = ""
    title: Annotated[str, Field(min_length=4)]
    definition: Sentence
    kind: Sort
    ages: str = ""
    unit: str = ""
    level: str
    standing: Standing
    note: str = ""
    evidence: str = ""
    elsewhere: str = ""
    source: str
    indicators: tuple[_AnsweringFile, ...] = ()
    activities: tuple[str, ...] = ()
    results: tuple[str, ...] = ()


class FrameworkFile(Strict):
    """What one file in `facts/frameworks/` may say. `OutcomeFramework` and `FrameworkOutcome` say what each field means."""

    title: Annotated[str, Field(min_length=4)]
    short: Annotated[str, Field(min_length=3, max_length=40)]
    publisher: Annotated[str, Field(min_length=3)]
    what: Sentence
    standing: Standing
    nations: Annotated[tuple[Literal["E", "W", "S", "N"], ...], Field(min_length=1)]
    not_for: tuple[Level, ...] = ()
    licence: str = ""
    enabler: str = ""
    lacks: tuple[Sentence, ...] = ()
    sources: Annotated[dict[Key, SourceFile], Field(min_length=1)]
    outcomes: Annotated[tuple[_OutcomeFile, ...], Field(min_length=1)]


@cache
def frameworks() -> dict[str, OutcomeFramework]:
    """Every framework that comes with the package, by name, those still asked for first.

    Raises:
        FactsBroken: Lists every fault of every file.
    """
    found = load(sorted(FOLDER.glob("*.toml")), Catalogue.load())
    order = list(Standing)
    return dict(sorted(found.items(), key=lambda item: (order.index(item[1].standing), item[1].title)))


def framework(name: str) -> OutcomeFramework:
    """The framework of this name, or the one in a file of the user's own (a path that ends in `.toml`).

    Raises:
        UserError: There is none of that name (near ones are offered), or the file is not whole: every fault is told.

    Example:
        >>> framework("get-britain-working").outcomes[0].ages.words
        '18 to 66'
    """
    if name.lower().endswith(".toml"):
        return load([Path(name)], Catalogue.load())[Path(name).stem]
    known = frameworks()
    titles = {title.casefold(): slug for slug, item in known.items() for title in (item.title, item.short)}
    advice = "See them all with: levelling align --list. A file of your own must end in .toml."
    return by_id(known, titles.get(name.strip().casefold(), name), "framework", advice)


def load(paths: list[Path], catalogue: Catalogue) -> dict[str, OutcomeFramework]:
    """The frameworks of some files, by name.

    Args:
        paths: The files, one a framework.
        catalogue: The indicators they may ask for.

    Raises:
        FactsBroken: Lists every fault of every file: unknown indicators, an indicator called the same whose ages are not,
            one called near without how it differs, an outcome without a source that is there.
    """
    read, faults = read_declared(paths, FrameworkFile)
    words = vocabulary()
    for name, file in read.items():
        faults += [f"{name}.toml, {fault}" for fault in _faults(file, catalogue, words)]
    if faults:
        raise FactsBroken("The frameworks are not whole", faults, HOW_TO)
    return {name: _framework(name, file) for name, file in read.items()}


def _faults(file: FrameworkFile, catalogue: Catalogue, words: Vocabulary) -> list[str]:
    wrong: list[str] = []
    met: set[str] = set()
    for at, item in enumerate(file.outcomes, 1):
        where = f"outcomes {at}"
        if item.key in met:
            wrong.append(f"{where}, key: '{item.key}' is there twice")
        met.add(item.key)
        if item.source not in file.sources:
            wrong.append(f"{where}, source: there is no source '{item.source}' in this file")
        if item.ages and read_ages(item.ages) is None:
            wrong.append(f"{where}, ages: '{item.ages}' are no ages, such as '18 to 66', '16 and over' or 'under 20'")
        wrong += [f"{where}, {fault}" for fault in _unknown(item, words)]
        for place, one in enumerate(item.indicators, 1):
            wrong += [f"{where}, indicators {place}, {fault}" for fault in _answering_faults(item, one, catalogue)]
    return wrong


def _unknown(item: _OutcomeFile, words: Vocabulary) -> list[str]:
    wrong = []
    known: Mapping[str, object]
    for field, keys, known in (("activities", item.activities, words.activities), ("results", item.results, words.results)):
        wrong += [f"{field}: '{key}' is not in the list of {field}{_offer(key, known)}" for key in keys if key not in known]
    if item.kind is Sort.CLIENT and not item.results:
        wrong.append("results: an outcome that is counted from people helped names what has to be recorded of them")
    if item.kind is not Sort.CLIENT and item.results:
        wrong.append("results: only an outcome that is counted from people helped has any")
    if item.kind is Sort.CLIENT and item.indicators:
        wrong.append("indicators: no figure of a place can stand for a count of people helped")
    if item.kind is not Sort.CLIENT and not item.indicators and not item.elsewhere:
        wrong.append("elsewhere: where no indicator answers to it, say where one might get the figure")
    return wrong


def _answering_faults(item: _OutcomeFile, one: _AnsweringFile, catalogue: Catalogue) -> list[str]:
    if one.slug not in catalogue:
        return [f"slug: there is no indicator '{one.slug}'{_offer(one.slug, {known.slug: known for known in catalogue.all()})}"]
    indicator = catalogue.get(one.slug)
    wrong = []
    if one.category and one.category not in indicator.categories:
        wrong.append(f"category: {one.slug} has no category '{one.category}'{_offer(one.category, indicator.categories)}")
    if one.how is How.NEAR and len(one.differs) < len("it differs"):
        wrong.append("differs: say how a near indicator differs")
    asked, counted = read_ages(item.ages), ages_of(indicator)
    if one.how is How.SAME and asked != counted:
        ends = [ages.words if ages else "not stated" for ages in (asked, counted)]
        wrong.append(f"how: it is not the same: the ages asked for are {ends[0]}, those of {one.slug} are {ends[1]}")
    return wrong


def _offer(word: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(word, list(known), n=2, cutoff=0.5)
    return f"; did you mean {' or '.join(near)}" if near else ""


def _framework(slug: str, file: FrameworkFile) -> OutcomeFramework:
    sources = {key: one.source for key, one in file.sources.items()}
    return OutcomeFramework(
        slug=slug,
        title=file.title,
        short=file.short,
        publisher=file.publisher,
        what=file.what,
        standing=file.standing,
        nations=file.nations,
        not_for=file.not_for,
        licence=file.licence,
        enabler=file.enabler,
        lacks=file.lacks,
        sources=tuple(sources.values()),
        outcomes=tuple(_outcome(item, sources[item.source]) for item in file.outcomes),
    )


def _outcome(item: _OutcomeFile, source: Source) -> FrameworkOutcome:
    return FrameworkOutcome(
        key=item.key,
        id=item.id,
        title=item.title,
        definition=item.definition,
        sort=item.kind,
        ages=read_ages(item.ages),
        unit=item.unit,
        level=item.level,
        standing=item.standing,
        note=item.note,
        evidence=item.evidence,
        elsewhere=item.elsewhere,
        source=source,
        indicators=tuple(Answering(one.slug, one.category, one.how, one.differs) for one in item.indicators),
        activities=item.activities,
        results=item.results,
    )


def listing(among: Iterable[OutcomeFramework]) -> list[dict[str, Any]]:
    """The frameworks as plain records, with how many of their outcomes an indicator here answers to."""
    return [
        {
            "framework": item.slug,
            "title": item.title,
            "publisher": item.publisher,
            "what": item.what,
            "standing": item.standing.value,
            "nations": ", ".join(item.nations),
            "outcomes": len(item.outcomes),
            **{how.value: sum(any(one.how is how for one in outcome.indicators) for outcome in item.outcomes) for how in How},
            "licence": item.licence or None,
            "enabler": item.enabler or None,
            "sources": [source.address or source.title for source in item.sources],
        }
        for item in among
    ]
