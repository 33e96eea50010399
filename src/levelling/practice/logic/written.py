"""Writing a model: as the plain tables a file holds, and from them as TOML that reads back as the same model."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from levelling.core.errors import UserError
from levelling.practice.logic.model import Lag, Link, Model, Node, Size, Spread

FORMS = ("toml", "csv", "mermaid")


def write_model(model: Model, form: str) -> str:
    """A model as text.

    Args:
        model: The model.
        form: `toml`, `csv` (an edge list with everything in it), or `mermaid` (the structure alone).

    Raises:
        UserError: The form is none of these.
    """
    from levelling.practice.logic import edge_list, mermaid

    writers = {"toml": to_toml, "csv": edge_list.to_csv, "mermaid": mermaid.to_mermaid}
    if form not in writers:
        raise UserError(f"A logic model cannot be written as '{form[:20]}'.", f"Choose one of: {', '.join(FORMS)}.")
    return writers[form](model)


def as_tables(model: Model) -> dict[str, Any]:
    """The model as plain tables, what is not said left out: the same that a TOML file holds."""
    top = _kept({"title": model.title, "about": model.about})
    return {**top, "node": [_node(node) for node in model.nodes], "link": [_link(link) for link in model.links]}


def _node(node: Node) -> dict[str, Any]:
    fields = ("id", "label", "owner", "unit", "better", "indicator", "category", "note")
    found: dict[str, Any] = _kept({name: getattr(node, name) for name in fields} | {"kind": node.kind.value})
    if node.baseline is not None:
        found["baseline"] = node.baseline.iso
    if node.targets:
        found["target"] = [{"period": one.period.iso, "value": one.value} for one in node.targets]
    return found


def _link(link: Link) -> dict[str, Any]:
    found: dict[str, Any] = {"from": link.start, "to": link.end}
    if link.cites:
        found["cites"] = link.cites
    else:
        found["sign"] = link.sign.value
        found |= {"size": _size(link.size)} if link.size else {}
        found |= {"lag_years": _lag(link.lag)} if link.lag else {}
        basis = link.basis
        found |= _kept({name: getattr(basis, name) for name in ("grade", "source", "address", "date", "applies_to")})
    return found | _kept({"owner": link.owner, "alternative": link.alternative, "note": link.note})


def _size(size: Size) -> dict[str, Any]:
    found: dict[str, Any] = {name: value for name in ("value", "low", "high") if (value := getattr(size, name)) is not None}
    found["unit"] = size.unit
    found |= {"per": size.per, "each": size.each} if size.per else {}
    return found | ({"spread": size.spread.value} if size.spread is not Spread.SPAN else {})


def _lag(lag: Lag) -> float | list[float]:
    return lag.first if lag.first == lag.last else [lag.first, lag.last]


def _kept(fields: Mapping[str, str]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def to_toml(model: Model) -> str:
    """The model as TOML."""
    return "\n".join(_lines(as_tables(model))) + "\n"


def _lines(tables: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"{name} = {_value(value)}" for name, value in tables.items() if name not in {"node", "link"})
    for kind in ("node", "link"):
        for table in tables[kind]:
            yield f"\n[[{kind}]]"
            yield from (f"{name} = {_value(value)}" for name, value in table.items() if name != "target")
            for target in table.get("target", []):
                yield f"[[{kind}.target]]"
                yield from (f"{name} = {_value(value)}" for name, value in target.items())


def _value(value: Any) -> str:
    if isinstance(value, str):
        # JSON writes text as TOML does, apart from the one control character it leaves as it is.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{name} = {_value(part)}' for name, part in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return repr(int(value)) if value == int(value) and abs(value) < 1e15 else repr(float(value))
