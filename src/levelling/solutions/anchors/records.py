"""Anchors of a place as records: one a fact, all with the same fields."""

from collections.abc import Iterator
from typing import Any

from levelling.atlas.parameters import Parameter
from levelling.core.estimate import Estimate
from levelling.core.words import opened
from levelling.solutions.anchors.employers import BY_SIZE, JOBS
from levelling.solutions.anchors.hospitals import SERVICE
from levelling.solutions.anchors.result import Anchors
from levelling.solutions.coverage import called

_ADDED_UP = {BY_SIZE, JOBS}
_LARGE_INDUSTRY, _MEDIUM_INDUSTRY = "large enterprises by industry", "medium-sized enterprises by industry"

_TRUST = (
    "Of every 100 of its admissions, how many came from the place, as published in October 2022; of which years is not told. The "
    "trust's name is not held: the address tells it."
)


def records(found: Anchors) -> list[dict[str, Any]]:
    """Every fact, in the order of the parts."""
    return [{"area": found.area.code, "place": found.area.name, **item} for item in _facts(found)]


def _facts(found: Anchors) -> Iterator[dict[str, Any]]:
    for item in found.bodies:
        yield _fact(
            "public body", item.body.code or "", opened(called(item.body)), note="How many it employs is not among these figures."
        )
    counted = found.employers
    yield from (_of(item, "enterprises by size") for item in counted.sizes)
    if counted.wider is not None:
        yield _of(counted.wider, "large enterprises around", name=counted.wider.area.name)
    for part, items in ((_LARGE_INDUSTRY, counted.large), (_MEDIUM_INDUSTRY, counted.medium)):
        yield from (_of(item, part) for item in items)
    if counted.public is not None:
        yield from (_of(item, "jobs") for item in (counted.public.whole, *counted.public.parts))
    for trust in found.trusts:
        publisher = trust.release.publisher
        yield _fact("hospital trust", trust.code, "", value=trust.share, unit="%", note=_TRUST, source=publisher, address=SERVICE)
    yield from _doors(found)
    yield from (_of(item, "apprenticeships") for item in found.apprentices)
    yield from _means(found)
    for fact in found.care:
        yield from (_parameter(item, fact.name) for item in (fact.then, fact.now) if item is not None)
    if found.reach is not None:
        yield from (_of(item, "deprived neighbourhoods") for item in (found.reach.tenth, found.reach.fifth))
        for one in found.reach.neighbourhoods:
            yield _fact("neighbourhood", one.code, "", value=one.people, unit="people", note="in the most deprived tenth")


def _doors(found: Anchors) -> Iterator[dict[str, Any]]:
    for door in found.doors.items if found.doors is not None else ():
        for item in (door.people, door.newest):
            if item is not None:
                yield _of(item, "doors without a degree", name=door.name)


def _means(found: Anchors) -> Iterator[dict[str, Any]]:
    for item in found.means:
        source = next((one for one in reversed(item.enabler.sources) if one.address), None)
        yield _fact(
            "what can open doors",
            item.enabler.id,
            item.enabler.name,
            period=found.as_of.iso,
            note=f"{item.kind}. {item.status.sentence} {item.reach.sentence}",
            source=source.title if source else "",
            address=source.address if source else "",
            status=item.status.status.value,
            reach=item.reach.answer.value,
        )


def _of(item: Estimate, part: str, name: str = "") -> dict[str, Any]:
    indicator = item.indicator
    whole = "all" if indicator.slug in _ADDED_UP else indicator.short
    words = indicator.categories.get(item.category, whole)
    return _fact(
        part,
        item.category or indicator.slug,
        name or words,
        value=item.value,
        lower=item.lower,
        upper=item.upper,
        unit=indicator.unit,
        period=item.period.iso,
        of_area=item.area.code,
        status=item.status.value,
        note=item.moved.how if item.moved else "",
        source=item.release.publisher,
        address=item.release.address,
    )


def _parameter(item: Parameter, name: str) -> dict[str, Any]:
    return _fact(
        "adult social care in England",
        item.slug,
        name,
        value=item.value,
        unit=item.unit,
        period=item.period,
        note=item.note,
        source=item.source,
        address=item.address,
    )


def _fact(part: str, item: str, name: str, **more: Any) -> dict[str, Any]:
    return {
        "part": part,
        "item": item,
        "name": name,
        "value": None,
        "lower": None,
        "upper": None,
        "unit": "",
        "period": "",
        "of_area": "",
        "status": "",
        "reach": "",
        "note": "",
        "source": "",
        "address": "",
    } | more
