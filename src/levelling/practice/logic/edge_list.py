"""A model as an edge list: CSV with one line a link, and lines for the nodes and the title, so that nothing is lost.

A plain list of links (`from`, `to`, and `sign` where known) is read as well: its nodes are made from the names in it.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from levelling.practice.logic.model import Model
from levelling.practice.logic.written import as_tables

_NODE = ("id", "label", "kind", "owner", "unit", "better", "indicator", "category", "baseline", "targets", "note")
_SIZE = ("value", "low", "high", "size_unit", "per", "each", "spread")
_LINK = (
    *("from", "to", "sign", *_SIZE, "lag_first", "lag_last"),
    *("grade", "source", "address", "date", "applies_to", "owner", "cites", "alternative", "note"),
)
_TOP = ("title", "about")
COLUMNS = tuple(dict.fromkeys(("row", *_LINK, *_NODE, *_TOP)))
"""Every column, the links' own first."""
SIGNS = {"more": "+", "less": "-", "no effect": "0", "none": "0", "cannot tell": "?", "\u2212": "-"}
"""Signs as people write them in a list."""
SIGN_WORDS = {"+": "more", "-": "less", "0": "no effect", "?": "cannot tell"}
_RUNS = re.compile(r"'*[=+\-@\t]")
"""How a cell begins that a spreadsheet would run as a formula, or that was kept from it."""
_NUMBERS = ("value", "low", "high", "each", "lag_first", "lag_last")
_ODD = re.compile(r"[^A-Za-z0-9]+")


def to_csv(model: Model) -> str:
    """The model as CSV. Text that a spreadsheet would run as a formula gets an apostrophe before it, which reading takes away."""
    tables = as_tables(model)
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerow({"row": "model"} | {name: kept_from_running(tables.get(name, "")) for name in _TOP})
    for node in tables["node"]:
        plain = {name: kept_from_running(value) for name, value in node.items() if name != "target"}
        targets = "; ".join(f"{one['period']} = {one['value']!r}" for one in node.get("target", []))
        writer.writerow({"row": "node", **plain, "targets": targets})
    for link in tables["link"]:
        writer.writerow({"row": "link", **_flat(link)})
    return out.getvalue()


def _flat(link: Mapping[str, Any]) -> dict[str, str]:
    flat = {name: kept_from_running(value) for name, value in link.items() if name not in {"size", "lag_years", "sign"}}
    if "sign" in link:
        flat["sign"] = SIGN_WORDS[link["sign"]]
    for name, value in link.get("size", {}).items():
        flat["size_unit" if name == "unit" else name] = repr(value) if isinstance(value, float) else kept_from_running(value)
    if "lag_years" in link:
        lag = link["lag_years"]
        first, last = lag if isinstance(lag, list) else (lag, lag)
        flat |= {"lag_first": repr(first), "lag_last": repr(last)}
    return flat


def kept_from_running(text: str) -> str:
    """Text that a spreadsheet shows and does not run: an apostrophe before what begins like a formula.

    Example:
        >>> kept_from_running("=1+1"), kept_from_running("People in work")
        ("'=1+1", 'People in work')
    """
    return f"'{text}" if _RUNS.match(text) else text


def _as_written(text: str) -> str:
    return text[1:] if text.startswith("'") and _RUNS.match(text) else text


def parse(text: str, name: str) -> tuple[dict[str, Any] | None, list[str]]:
    """The tables that CSV holds, and what cannot be read in it, with its line.

    Args:
        text: The CSV.
        name: The model's title, where the list gives none.
    """
    try:
        reader = csv.DictReader(io.StringIO(text), strict=True, skipinitialspace=True)
        columns = [(column or "").strip().lower() for column in reader.fieldnames or ()]
        reader.fieldnames = columns
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        return None, [f"it is not CSV: {error}"]
    missing = [column for column in ("from", "to") if column not in columns]
    if missing:
        return None, [f"line 1: there is no column {' and no column '.join(missing)}: an edge list has from and to"]
    wrong = [f"line 1: there is no such column as '{column[:40]}'" for column in columns if column and column not in COLUMNS]
    if len(set(columns)) < len(columns):
        wrong.append("line 1: a column is there twice")
    return _tables(rows, name, wrong)


def _tables(rows: list[tuple[int, dict[str | Any, str | Any]]], name: str, wrong: list[str]) -> tuple[dict[str, Any], list[str]]:
    tables: dict[str, Any] = {"title": f"Logic model {name}", "node": [], "link": []}
    for line, row in rows:
        if None in row or None in row.values():
            wrong.append(f"line {line}: it has not as many cells as the first line")
            continue
        cells = {column: cell.strip() for column, cell in row.items() if cell.strip()}
        kind = cells.pop("row", "link").lower()
        if not cells:
            continue
        if kind == "model":
            tables |= {column: _as_written(cells[column]) for column in _TOP if column in cells}
        elif kind == "node":
            tables["node"].append(_node_of(cells, line, wrong))
        elif kind == "link":
            tables["link"].append(_link_of(cells, line, wrong))
        else:
            wrong.append(f"line {line}, row: '{kind[:40]}' is none of model, node and link")
    if not tables["node"]:
        _name_nodes(tables)
    return tables, wrong


def _node_of(cells: Mapping[str, str], line: int, wrong: list[str]) -> dict[str, Any]:
    node: dict[str, Any] = {name: _as_written(cells[name]) for name in _NODE if name in cells and name != "targets"}
    targets = []
    for part in filter(None, (part.strip() for part in cells.get("targets", "").split(";"))):
        period, _, value = part.rpartition("=")
        number = _number(value, f"line {line}, targets", wrong)
        targets.append({"period": period.strip(), "value": number})
    return node | ({"target": targets} if targets else {})


def _link_of(cells: Mapping[str, str], line: int, wrong: list[str]) -> dict[str, Any]:
    link: dict[str, Any] = {
        name: _as_written(cells[name]) for name in _LINK if name in cells and name not in (*_SIZE, *_NUMBERS, "sign")
    }
    if "sign" in cells:
        said = cells["sign"].removeprefix("'").lower()
        link["sign"] = SIGNS.get(said, said)
    elif "cites" not in cells:
        link["sign"] = "?"
    numbers = {name: _number(cells[name], f"line {line}, {name}", wrong) for name in _NUMBERS if name in cells}
    size: dict[str, Any] = {name: numbers[name] for name in ("value", "low", "high", "each") if name in numbers}
    size |= {name: _as_written(cells[name]) for name in ("per", "spread") if name in cells}
    size |= {"unit": _as_written(cells["size_unit"])} if "size_unit" in cells else {}
    lags = [numbers[name] for name in ("lag_first", "lag_last") if name in numbers]
    return link | ({"size": size} if size else {}) | ({"lag_years": [lags[0], lags[-1]]} if lags else {})


def _number(text: str, where: str, wrong: list[str]) -> float:
    try:
        return float(text.strip().replace("\u2212", "-"))
    except ValueError:
        wrong.append(f"{where}: '{text.strip()[:40]}' is not a number")
        return 0.0


def _name_nodes(tables: dict[str, Any]) -> None:
    """Nodes from the names that links use, in order; a name that cannot be an id gets one made of its letters."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for label in _names(tables["link"]):
        plain = _ODD.sub("-", label).strip("-")[:56] or "node"
        ids[label] = next(one for one in (plain, *(f"{plain}-{count}" for count in range(2, 5_000))) if one not in taken)
        taken.add(ids[label])
    tables["node"] = [{"id": key, "label": label} for label, key in ids.items()]
    for link in tables["link"]:
        link |= {end: ids[link[end]] for end in ("from", "to") if link.get(end)}


def _names(links: list[dict[str, Any]]) -> Iterator[str]:
    yield from dict.fromkeys(link[end] for link in links for end in ("from", "to") if link.get(end))
