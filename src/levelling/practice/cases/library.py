"""The library: every case, found by id, by words, or by what it is."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import TypedDict

from levelling.core.area import NATIONS
from levelling.core.choice import chosen
from levelling.core.errors import UserError
from levelling.core.shelf import Shelf
from levelling.practice.cases.case import Case
from levelling.practice.cases.reading import load
from levelling.practice.cases.vocabulary import Group, Mechanism, Ran


class Filters(TypedDict, total=False):
    """What a case must be to be found; whatever is left out is not asked for.

    Attributes:
        mechanism: How it works.
        people: Whom it is for.
        grade: The lowest grade of the Maryland scale.
        nation: Where it ran.
        source_paper: Whether the paper of 2020 tells of it.
    """

    mechanism: Mechanism
    people: Group
    grade: int
    nation: Ran
    source_paper: bool


class Library(Shelf[Case]):
    """Every case that is known.

    Args:
        items: Each by its id.

    Example:
        >>> [case.id for case in library().search("employment specialists in surgeries")][:1]
        ['thrive-into-work']
        >>> len(library().search(wanted={"source_paper": True}))
        19
    """

    ONE = "case"
    ADVICE = "See them all with: levelling cases."
    WEIGHTS = MappingProxyType({"name": 8.0, "id": 6.0, "what": 3.0, "people": 3.0, "place": 3.0, "more": 1.0})

    def texts_of(self, item: Case) -> dict[str, str]:
        """The texts that a case is found by, by field."""
        more = [*item.partners, *item.conditions, item.other, item.caution, *(result.outcome for result in item.results)]
        return {
            "name": item.name,
            "id": item.id.replace("-", " "),
            "what": f"{item.what} {item.mechanism} {item.mechanism.words}",
            "people": " ".join([item.people, *item.groups, *item.barriers]),
            "place": f"{item.place} {item.country} {item.lead}",
            "more": " ".join(more),
        }

    def search(self, query: str = "", wanted: Filters | None = None) -> tuple[Case, ...]:
        """The cases that answer to everything asked: best match first where there are words, else by id.

        Args:
            query: Words; all cases are taken where there is none.
            wanted: What a case must be.
        """
        asked = wanted or {}
        return tuple(case for case in self.with_words(query) if _answers(case, asked))


def _answers(case: Case, asked: Filters) -> bool:
    nation = asked.get("nation")
    ran = {*(NATIONS[letter] for letter in case.nations), *([Ran.ABROAD.value] if case.country else [])}
    return (
        ("mechanism" not in asked or case.mechanism is asked["mechanism"])
        and ("people" not in asked or asked["people"] in case.groups)
        and case.maryland >= asked.get("grade", 0)
        and (nation is None or nation.value in ran)
        and (not asked.get("source_paper") or case.in_source_paper)
    )


def filters(
    *,
    mechanism: str = "",
    people: str = "",
    grade: int | None = None,
    nation: str = "",
    source_paper: bool = False,
    option: str = "{}",
) -> Filters:
    """What was asked for in words, as filters.

    Args:
        mechanism: How it works.
        people: Whom it is for.
        grade: The lowest grade of the Maryland scale, 0 to 5.
        nation: Where it ran: a nation, or `abroad`.
        source_paper: Whether the paper of 2020 must tell of it.
        option: How an option is called where it was given, such as `--{}`.

    Raises:
        UserError: A word is none of those that may be chosen; near ones are offered.

    Example:
        >>> filters(mechanism="health-support")
        {'mechanism': <Mechanism.HEALTH_SUPPORT: 'health support'>}
    """
    found: Filters = {}
    if mechanism:
        found["mechanism"] = chosen(Mechanism, mechanism, option.format("mechanism"))
    if people:
        found["people"] = chosen(Group, people, option.format("people"))
    if grade is not None:
        if not 0 <= grade <= 5:
            raise UserError(f"{option.format('grade')} cannot be {grade}.", "The Maryland scale runs from 0 to 5.")
        found["grade"] = grade
    if nation:
        found["nation"] = chosen(Ran, nation, option.format("nation"))
    if source_paper:
        found["source_paper"] = True
    return found


@cache
def library() -> Library:
    """The library that comes with the package.

    Raises:
        FactsBroken: Lists every fault of every file.
    """
    return Library(load(FOLDER))


FOLDER = Path(str(files("levelling") / "facts" / "cases"))
"""Where the package's cases are declared."""
