"""What a question to the library gives: cases, how each is like a place where one is asked for, as sentences and as records."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from levelling.atlas import Atlas
from levelling.core.area import NATIONS, Area
from levelling.core.need import Need
from levelling.core.period import Period
from levelling.core.words import listed, place
from levelling.practice.cases.case import GOOD_COMPARISON, Case, Result, Return, Source
from levelling.practice.cases.library import Filters, Library
from levelling.practice.cases.likeness import Likeness, alike, surroundings
from levelling.practice.cases.told import compared, headline, where, years


@dataclass(frozen=True, slots=True)
class Like:
    """A place that cases are to be like.

    Attributes:
        atlas: Where the figures are read.
        area: The place.
        needs: Its needs.
        kinds: The kind of each local authority, by code, in words; empty where not known.
    """

    atlas: Atlas
    area: Area
    needs: Sequence[Need] = ()
    kinds: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The cases that answer to a question.

    Attributes:
        cases: Each, best first: by words, by likeness, or by id.
        area: The place they are to be like; `None` where none was asked for.
        likenesses: How each is like it, by the case's id; empty where no place was asked for.
    """

    cases: tuple[Case, ...]
    area: Area | None
    likenesses: Mapping[str, Likeness]

    @property
    def sentences(self) -> tuple[str, ...]:
        """How many there are, how they were compared, and what to mind."""
        if not self.cases:
            return ("No case in the library answers to all of this.",)
        many = len(self.cases)
        counts = Counter(case.comparison.value for case in self.cases)
        parts = [f"{count} {_some(word, count)}" for word, count in counts.most_common()]
        good = sum(case.maryland >= GOOD_COMPARISON for case in self.cases)
        told = [
            f"{many} {'case answers' if many == 1 else 'cases answer'} to this: {listed(parts)}.",
            _sayable(good, many),
        ]
        if self.area is not None:
            near = sum(item.near.is_like for item in self.likenesses.values())
            told.append(
                f"Those that speak to a need of {place(self.area)} come first, and of these the ones that ran here or in "
                f"places like it: {near} of all did. The rest say where they ran."
            )
        return tuple(told)

    def records(self) -> Sequence[dict[str, Any]]:
        """One record a case."""
        return [record(case, self.likenesses.get(case.id)) for case in self.cases]


def _sayable(good: int, many: int) -> str:
    """Of how many cases one may say what they changed."""
    if good == many:
        return "A good comparison stands behind it." if many == 1 else "A good comparison stands behind each of them."
    if not good:
        return "None was held against a good comparison: one can say what happened, and not what they changed."
    return f"Of {good} of them one may say what they changed; of the others only what happened."


def _some(word: str, count: int) -> str:
    if word == "no comparison":
        return "with no comparison"
    if word == "before and after":
        return "looked at before and after"
    return word if count == 1 else f"{word}s"


def find(library: Library, query: str, wanted: Filters | None = None, like: Like | None = None) -> Found:
    """Ask the library.

    Args:
        library: The library.
        query: Words; every case where there is none.
        wanted: What a case must be.
        like: A place that cases are to be like; they then come in the order of likeness.
    """
    cases = library.search(query, wanted)
    if like is None:
        return Found(cases, None, {})
    items = alike(like.atlas, cases, surroundings(like.atlas, like.area, like.needs, like.kinds))
    return Found(tuple(item.case for item in items), like.area, {item.case.id: item for item in items})


def record(case: Case, like: Likeness | None = None) -> dict[str, Any]:
    """A case as plain data, with how it is like a place where one was asked for."""
    cost = case.cost
    told: dict[str, Any] = {
        "id": case.id,
        "name": case.name,
        "mechanism": case.mechanism.value,
        "review": case.review,
        "place": where(case),
        "area_codes": list(case.codes),
        "extent": case.extent.value,
        "nations": [NATIONS[letter] for letter in case.nations],
        "country": case.country,
        "started": _iso(case.started),
        "ended": _iso(case.ended),
        "years": years(case),
        "lead": case.lead,
        "partners": list(case.partners),
        "people": case.people,
        "groups": [group.value for group in case.groups],
        "barriers": list(case.barriers),
        "what": case.what,
        "participants": case.participants,
        "participants_note": case.participants_note,
        "cost_total": cost.total if cost else None,
        "cost_per_person": cost.per_person if cost else None,
        "currency": cost.currency if cost else "",
        "price_year": cost.price_year if cost else None,
        "cost_note": " ".join(part for part in (cost.period, cost.note) if part) if cost else "",
        "comparison": case.comparison.value,
        "compared": compared(case),
        "maryland": case.maryland,
        "follow_up_months": case.months,
        "headline": headline(case),
        "results": [_result(item) for item in case.results],
        "benefit_cost": [_return(item) for item in case.returns],
        "other_effects": case.other,
        "conditions": list(case.conditions),
        "flags": [flag.value for flag in case.flags],
        "caution": case.caution,
        "in_source_paper": case.in_source_paper,
        "read_with": [{"case": item.case, "why": item.why} for item in case.read_with],
        "sources": [_source(item) for item in case.sources],
    }
    if like is not None:
        told["likeness"] = like.sentence
        told["like"] = like.near.is_like
        told["needs"] = [need.id for need in like.needs]
    return told


def _iso(period: Period | None) -> str | None:
    return period.iso if period is not None else None


def _source(source: Source) -> dict[str, Any]:
    return {"title": source.title, "address": source.address, "date": _iso(source.date), "note": source.note}


def _result(item: Result) -> dict[str, Any]:
    return {
        "outcome": item.outcome,
        "about": item.about.value,
        "measures": item.measures.value,
        "found": item.found.value if item.found else None,
        "value": item.value,
        "unit": item.unit,
        "lower": item.lower,
        "upper": item.upper,
        "level": item.level,
        "standard_error": item.standard_error,
        "significant": item.significant,
        "better": item.good,
        "months": item.months,
        "scope": item.scope,
        "computed_here": item.computed,
        "graded": item.graded,
        "note": item.note,
        "source": _source(item.source),
    }


def _return(item: Return) -> dict[str, Any]:
    return {
        "value": item.value,
        "upper": item.upper,
        "kind": item.kind.value,
        "to": item.to,
        "computed_here": item.computed,
        "note": item.note,
        "source": _source(item.source),
    }
