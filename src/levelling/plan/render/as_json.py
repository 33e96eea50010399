"""The plan as JSON: the same tree, the same numbers, each with its reference."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from levelling.core.area import Area
from levelling.core.comparison import Comparison
from levelling.core.estimate import Estimate
from levelling.core.indicator import Release
from levelling.plan.charts.kinds import Chart
from levelling.plan.document import Document, Number, Worked
from levelling.plan.document import References as ReferenceList
from levelling.plan.document import Releases as ReleaseList
from levelling.plan.provenance import Provenance, References

FORMAT = "levelling plan 1"


def render(document: Document) -> str:
    """The plan as JSON text."""
    references = References(document)
    tree = {
        "format": FORMAT,
        "made_by": f"levelling {document.version}",
        "area": _area(document.area),
        "title": document.title,
        "template": document.template or None,
        "native_name": document.native and {"text": document.native.text, "language": document.native.language},
        "kind": _node(document.kind, references),
        "summary": _node(document.summary, references),
        "sections": [_node(section, references) for section in document.sections],
        "references": {str(number): _provenance(number, item, references) for number, item in enumerate(references.items, 1)},
        "releases": {release.id: _release(release) for release in references.releases},
        "attributions": list(document.attributions),
    }
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"


def _node(item: Any, references: References) -> Any:
    match item:
        case Number():
            return _number(item, references)
        case _ if isinstance(item, Chart):
            # What a chart shows stands in its table; here is only what it is.
            return {"type": type(item).__name__.lower(), "title": item.title, "description": item.description}
        case ReleaseList() | ReferenceList():
            return {"type": type(item).__name__.lower()}
        case Enum():
            return item.value
        case tuple():
            return [_node(part, references) for part in item]
        case _ if is_dataclass(item):
            kind = {"type": type(item).__name__.lower()}
            return kind | {field.name: _node(getattr(item, field.name), references) for field in fields(item)}
    return item


def _number(item: Number, references: References) -> dict[str, Any]:
    shown: dict[str, Any] = {"type": "number", "text": item.text, "value": item.value, "unit": item.unit}
    if item.interval:
        shown |= {"interval": item.interval, "lower": item.lower, "upper": item.upper}
    origin = item.origin
    if not isinstance(origin, Worked):
        estimate = origin.estimate if isinstance(origin, Comparison) else origin
        shown |= _of(estimate)
        if isinstance(origin, Comparison):
            shown |= {"comparator": origin.comparator_name, "verdict": origin.verdict.value}
    return shown | {"reference": references.of(item)}


def _of(item: Estimate) -> dict[str, Any]:
    about = {"indicator": item.indicator.slug, "area_code": item.area.code, "area": item.area.name, "period": item.period.iso}
    if item.category:
        about["category"] = item.category
    return about | {"status": item.status.value}


def _provenance(number: int, item: Provenance, references: References) -> dict[str, Any]:
    return {
        "what": item.what,
        "periods": list(references.periods(number)),
        "releases": [release.id for release in item.releases],
        "official_status": item.standing,
        "how": item.made,
        "made_from": [references.index(inner) for inner in item.beneath],
    }


def _release(item: Release) -> dict[str, Any]:
    return {field.name: _plain(getattr(item, field.name)) for field in fields(item)}


def _area(item: Area) -> dict[str, Any]:
    return {"code": item.code, "name": item.name, "level": item.level.value, "nation": item.nation}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
