"""Reading a model: from a TOML file, an edge list or a diagram, by the ending of its name; or one that comes with the package."""

import difflib
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from levelling.atlas.catalogue import Catalogue
from levelling.atlas.declared import TOO_MUCH, TOO_MUCH_SAID, FactsBroken, faults_of
from levelling.atlas.files import read_within
from levelling.core.errors import UserError
from levelling.practice.logic.check import Problem, faults, link_at, shape_faults
from levelling.practice.logic.cited import cited_links
from levelling.practice.logic.model import Link, Model, Node
from levelling.practice.logic.shape import LinkFile, ModelFile, NodeFile

HOW_TO = "What a model's file holds is told in docs/how-to/draw-a-logic-model.md."
ENDINGS = {".toml": "toml", ".csv": "csv", ".mmd": "mermaid", ".mermaid": "mermaid"}
_LARGEST = 2_000_000


def read_model(what: str | Path) -> Model:
    """A model by the name of one that comes with the package, or in a file.

    Args:
        what: A name (see `shelf`), or a file that ends in .toml, .csv, .mmd or .mermaid.

    Raises:
        UserError: There is no such file or name; near names are offered.
        FactsBroken: The file cannot be used: every fault at once, with its place.

    Example:
        >>> read_model("place-and-train").title
        'Job advisers in general practice'
    """
    path = Path(what)
    if path.suffix.lower() in ENDINGS:
        return parse(text_of(path), ENDINGS[path.suffix.lower()], path.stem, path.name)
    if path.exists():
        raise UserError(f"A model cannot be read from {path}.", "Give a file that ends in .toml, .csv, .mmd or .mermaid.")
    known = shelf()
    if str(what) not in known:
        near = [name for name in known if what and str(what).lower() in name]
        near += difflib.get_close_matches(str(what).lower(), list(known), n=3, cutoff=0.5)
        raise UserError(
            f"There is no logic model '{str(what)[:60]}'.",
            "See them with: levelling logic --list.",
            near=list(dict.fromkeys(near)),
        )
    return known[str(what)]


@cache
def shelf() -> Mapping[str, Model]:
    """Every model that comes with the package, by name.

    Example:
        >>> "bradford-place-board" in shelf()
        True
    """
    folder = Path(str(files("levelling") / "facts" / "logic_models"))
    return {path.stem: parse(path.read_text("utf-8"), "toml", path.stem, path.name) for path in sorted(folder.glob("*.toml"))}


def text_of(path: Path) -> str:
    """The text of a file.

    Raises:
        UserError: There is none, it is too large, or it is not text in UTF-8.
    """
    try:
        return read_within(path, _LARGEST).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except OSError as error:
        raise UserError(
            f"The file {path} cannot be read: {(error.strerror or str(error)).lower()}.",
            "Give a file, or a name of: levelling logic --list.",
        ) from error
    except UnicodeDecodeError as error:
        raise UserError(f"The file {path} is not text in UTF-8.", "Save it as UTF-8 and try again.") from error


def parse(text: str, form: str, name: str, said: str) -> Model:
    """A model from its text.

    Args:
        text: The text.
        form: `toml`, `csv` or `mermaid`.
        name: What the model is called in commands.
        said: What the file is called in messages.

    Raises:
        FactsBroken: Every fault at once, with its place.
    """
    from levelling.practice.logic import edge_list, mermaid

    if form == "toml":
        raw, wrong = _toml(text)
    elif form == "csv":
        raw, wrong = edge_list.parse(text, name)
    else:
        raw, wrong = mermaid.parse(text, name)
    model, more = _assemble(raw, name) if raw is not None else (None, [])
    found = list(dict.fromkeys([*wrong, *more]))
    if model is None or found:
        raise FactsBroken(f"The logic model {said} cannot be used", found, HOW_TO)
    return model


def _toml(text: str) -> tuple[dict[str, Any] | None, list[str]]:
    try:
        return tomllib.loads(text), []
    except tomllib.TOMLDecodeError as error:
        return None, [f"it is not TOML: {error}"]
    except TOO_MUCH:
        return None, [f"it {TOO_MUCH_SAID}"]


def _assemble(raw: Mapping[str, Any], name: str) -> tuple[Model | None, list[str]]:
    """The model that plain tables make, and all that is wrong with it: the graph is looked at even where a field is wrong."""
    wrong: list[str] = []
    file: ModelFile | None = None
    try:
        file = ModelFile.model_validate(raw)
    except ValidationError as error:
        wrong += faults_of(error)
    nodes = [_text(table.get("id")) for table in _tables(raw.get("node"))]
    pairs = [(at, _text(table.get("from")), _text(table.get("to"))) for at, table in enumerate(_tables(raw.get("link")))]
    known = [node for node in nodes if node]
    wrong += _said(shape_faults(known, [pair for pair in pairs if pair[1] and pair[2]]))
    wrong += [
        f"{link_at(at, start, end)}, cites: there is no cited link '{cites[:60]}'{_or(cited_links().near(cites))}"
        for (at, start, end), table in zip(pairs, _tables(raw.get("link")), strict=True)
        if (cites := _text(table.get("cites"))) and not cited_links().knows(cites)
    ]
    if file is None or wrong:
        return None, wrong
    model = Model(name, file.title, file.about, tuple(map(_node, file.node)), tuple(map(_link, file.link)))
    more = _said(faults(model, Catalogue.load()))
    return (None if more else model), more


def _said(problems: Sequence[Problem]) -> list[str]:
    return [str(problem) for problem in problems]


def _or(near: Sequence[str]) -> str:
    return f"; did you mean {' or '.join(near)}" if near else "; search them with: levelling logic --links WORDS"


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _tables(value: object) -> list[Mapping[str, Any]]:
    return [item if isinstance(item, dict) else {} for item in value] if isinstance(value, list) else []


def _node(file: NodeFile) -> Node:
    return Node(
        id=file.id,
        label=file.label,
        kind=file.kind,
        owner=file.owner,
        unit=file.unit,
        better=file.better,
        indicator=file.indicator,
        category=file.category,
        baseline=file.baseline,
        targets=file.targets(),
        note=file.note,
    )


def _link(file: LinkFile) -> Link:
    own = {"owner": file.owner, "alternative": file.alternative, "note": file.note}
    if file.cites:
        cited = cited_links().get(file.cites)
        return Link(file.start, file.end, cited.sign, cited.size, cited.lag, cited.basis, cites=file.cites, **own)
    if file.sign is None:  # refused by the shape
        raise UserError("A link has no sign.")
    size = file.size.size() if file.size else None
    return Link(file.start, file.end, file.sign, size, file.lag(), file.basis(), **own)
