"""Write the reference pages (docs/reference/) from the catalogue, the ledger, the command line and the Python interface.

Run `python docs/generate.py` after a change to any of them; tests/health/test_reference.py fails until you do.
"""  # noqa: INP001 - a script beside the pages it writes

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_type_hints

from typer.main import get_command

from levelling.atlas import Atlas
from levelling.atlas.catalogue import Catalogue
from levelling.atlas.ledger import Entry, read_ledger
from levelling.atlas.store import shipped_figures
from levelling.atlas.tables import coverage_table
from levelling.cli.main import commands as command_line
from levelling.core.indicator import Indicator, Movement, Topic
from levelling.core.period import Period

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"
_NOTE = "<!-- Written by docs/generate.py: change what it is written from, not this page. -->"
_MOVES = {
    Movement.SUM: "a count: shared out and added up by people",
    Movement.MEAN: "averaged over people",
    Movement.FIXED: "not moved: only the areas it is published for have it",
}
_SECTIONS = ("Args", "Returns", "Raises", "Attributes", "Example")
_INTERFACE = (
    ("src/levelling/api/atlas.py", ("open", "plan", "Atlas")),
    ("src/levelling/api/place.py", ("Place",)),
    ("src/levelling/api/trial.py", ("trial_size", "trial_detect", "trial_result")),
    ("src/levelling/api/shown.py", ("Answer", "Shown", "Comparisons", "Plan")),
    ("src/levelling/atlas/table.py", ("Table",)),
)

_PARTS = {
    "PracticeAnswers": "src/levelling/api/practice.py",
    "JobsAnswers": "src/levelling/api/jobs.py",
    "JobsHere": "src/levelling/api/jobs_here.py",
}
"""Classes that hold a part of another's methods, with their files."""

_Function = ast.FunctionDef
_Documented = ast.FunctionDef | ast.ClassDef


def pages() -> dict[Path, str]:
    """Every reference page, by where it belongs."""
    made = {"indicators.md": indicators(), "sources.md": sources(), "cli.md": commands(), "python.md": interface()}
    return {REFERENCE / name: "\n".join(lines).rstrip() + "\n" for name, lines in made.items()}


def indicators() -> Iterator[str]:
    """The catalogue, with what the figures hold of each indicator."""
    catalogue = Catalogue.load()
    held = {str(record["slug"]): record for record in coverage_table(Atlas.open()).records()}
    yield from _opening("Indicators")
    yield f"There are {len(catalogue)} indicators. A plan shows those marked as headlines in its main tables."
    yield "The same list, as a table: `levelling figures list`. The figures of one: `levelling indicator SLUG`."
    yield ""
    yield "| topic | indicators | headlines |"
    yield "|---|---:|---:|"
    for topic in Topic:
        count, shown = len(catalogue.all(topic)), len(catalogue.all(topic, headline=True))
        yield f"| [{topic}](#{topic}) | {count} | {shown} |"
    for topic in Topic:
        yield from ("", f"## {topic.capitalize()}")
        for item in catalogue.all(topic):
            yield from _indicator(item, held.get(item.slug))


def _indicator(item: Indicator, held: Mapping[str, Any] | None) -> Iterator[str]:
    yield from ("", f"### {item.slug}", "", f"**{item.title}.** {item.meaning}", "")
    yield f"- Unit: {item.unit}" + (f". Over: {item.denominator}" if item.denominator else "")
    yield f"- Direction: {item.direction}. Framework: {item.framework}. Headline: {'yes' if item.headline else 'no'}"
    yield f"- Publisher: {item.publisher} ({item.official_status})"
    if held:
        first, last = (Period.parse(str(held[name])).label for name in ("first_period", "last_period"))
        when = first if first == last else f"{first} to {last}"
        yield f"- Figures: {when}; {_count(held['areas'], 'area')}, {_count(held['rows'], 'row')}"
    yield f"- For other areas: {_MOVES[item.movement]}"
    if item.categories:
        labels = ", ".join(f"{label} (`{key}`)" for key, label in item.categories.items() if key)
        shown = f". A plan shows `{item.category}`" if item.category else ""
        yield f"- By {item.dimension}: {labels}{shown}"
    if item.frozen:
        yield f"- Frozen: {item.frozen}"
    for broken in item.breaks:
        yield f"- Break at {broken.period.label}: {broken.note}"
    for caveat in item.caveats:
        yield f"- Caveat: {caveat}"


def sources() -> Iterator[str]:
    """The ledger's releases, publisher by publisher."""
    ledger = read_ledger(shipped_figures())
    entries = sorted(ledger.entries.values(), key=lambda entry: (entry.release.publisher, entry.release.title, entry.release.id))
    publishers = sorted({entry.release.publisher for entry in entries})
    yield from _opening("Sources")
    yield f"The figures come from {len(entries)} releases of {len(publishers)} publishers."
    yield "A date of release is given only where it was found. 'Rows' are the rows we keep, not those of the publisher's file."
    for publisher in publishers:
        yield from ("", f"## {publisher}")
        for entry in entries:
            if entry.release.publisher == publisher:
                yield from _release(entry)


def _release(entry: Entry) -> Iterator[str]:
    release = entry.release
    yield from ("", f"### {release.title}", "")
    yield f"- Key: `{release.id}`, read by the source `{entry.source}`"
    yield f"- Released: {release.released.isoformat() if release.released else 'date not found'}"
    yield f"- Licence: {release.licence}"
    if release.attribution:
        yield f"- To be said beside it: {release.attribution}"
    yield f"- Address: <{release.address}>"
    if entry.rows:
        when = _span(entry.first_period, entry.last_period)
        yield f"- Figures: {_count(entry.rows, 'row')}, {_count(entry.areas, 'area')}{when}"
    if release.note:
        yield f"- How it reached us: {release.note}"


def commands() -> Iterator[str]:
    """Every verb of the command line with its options."""
    yield from _opening("Command line")
    yield "`levelling VERB --help` says the same. Whatever you ask for wrongly is told in one sentence, with exit code 2."
    yield "Tables on the screen go without colour where `NO_COLOR` is set or the output is not a terminal."
    for name, command in _verbs(get_command(command_line())):
        arguments = [param for param in command.params if param.param_type_name == "argument"]
        shown = [_upper(param) if param.required else f"[{_upper(param)}]" for param in arguments]
        yield from ("", f"## levelling {name}", "", _one_line(command.help), "")
        yield from ("```text", " ".join(["levelling", name, *shown, "[OPTIONS]"]), "```", "")
        hints = get_type_hints(command.callback)
        listed = [param for param in command.params if param.name != "help"]
        if listed:
            yield from ("| argument or option | takes | what it does |", "|---|---|---|")
        for param in listed:
            spelt = f"`{_upper(param)}`" if param in arguments else ", ".join(f"`{option}`" for option in param.opts)
            takes = "" if getattr(param, "is_flag", False) else _takes(hints[param.name])
            default = f" By default {param.default.value}." if isinstance(param.default, Enum) else ""
            needed = " Required." if param.required and param not in arguments else ""
            yield f"| {spelt} | {takes} | {_cell(param.help)}{default}{needed} |"


def _verbs(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _verbs(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def _upper(param: Any) -> str:
    return str(param.metavar or param.name).upper()


def _takes(hint: Any) -> str:
    kinds = [kind for kind in (get_args(hint) or (hint,)) if kind is not type(None)]
    kind = kinds[0]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return ", ".join(f"`{member.value}`" for member in kind)
    return {Path: "a path"}.get(kind, "text")


def interface() -> Iterator[str]:
    """The public Python interface, from its docstrings."""
    yield from _opening("Python")
    yield "`import levelling as lv` gives `lv.open()` and `lv.plan()`; the rest is what they return. The examples begin with:"
    yield from ("", "```python", "from levelling import open, plan", "from levelling.atlas import Table", "```")
    for path, names in _INTERFACE:
        found = {node.name: node for node in _named(ast.parse((ROOT / path).read_text("utf-8")).body)}
        for name in names:
            node = found[name]
            if isinstance(node, ast.FunctionDef):
                yield from _documented(node, f"## {name}", _signature(node, "lv."))
                continue
            yield from _documented(node, f"## {name}", "")
            for method in (*_named(node.body), *_borrowed(node)):
                if isinstance(method, ast.FunctionDef) and not method.name.startswith("_"):
                    yield from _documented(method, f"### {name}.{method.name}", _signature(method, "."))


def _borrowed(node: ast.ClassDef) -> Iterator[_Documented]:
    """The methods a class has from the classes that hold a part of them."""
    for base in node.bases:
        if isinstance(base, ast.Name) and base.id in _PARTS:
            tree = ast.parse((ROOT / _PARTS[base.id]).read_text("utf-8"))
            part = next(one for one in _named(tree.body) if one.name == base.id)
            yield from _named(part.body)


def _named(body: Iterable[ast.stmt]) -> Iterator[_Documented]:
    return (node for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef))


def _signature(node: _Function, before: str) -> str:
    returns = f" -> {_type(node.returns)}" if node.returns else ""
    if any(isinstance(mark, ast.Name) and mark.id == "property" for mark in node.decorator_list):
        return f"{before}{node.name}{returns}"
    arguments = ast.unparse(node.args).removeprefix("self").removeprefix(", ")
    # Names quoted because they come later in the file are shown without quotes; defaults stand apart, as they do in the code.
    plain = re.sub(r"(: )'([A-Z][\w\[\]]*)'", r"\1\2", arguments)
    spaced = re.sub(r"(?<=[\w)\]])=", " = ", plain)
    return f"{before}{node.name}({spaced}){returns}"


def _type(node: ast.expr) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else ast.unparse(node)


def _documented(node: _Documented, heading: str, signature: str) -> Iterator[str]:
    yield from ("", heading, "")
    if signature:
        yield from ("```text", signature, "```", "")
    sections = _docstring(ast.get_docstring(node) or "")
    yield from sections.pop("", [])
    for name, lines in sections.items():
        if name == "Example":
            yield from ("", "```python", *lines, "```")
        else:
            yield from ("", f"{'Takes' if name == 'Args' else name}:", "", *_items(lines, plain=name == "Returns"))


def _docstring(text: str) -> dict[str, list[str]]:
    """A docstring by section; what comes before the first section is under ''."""
    sections: dict[str, list[str]] = {"": []}
    current = ""
    for line in text.splitlines():
        title = line.removesuffix(":")
        if line.endswith(":") and title in _SECTIONS:
            current = title
            sections[current] = []
        else:
            sections[current].append(line.removeprefix("    ") if current else line)
    return {name: _trimmed(lines) for name, lines in sections.items()}


def _items(lines: list[str], *, plain: bool) -> Iterator[str]:
    joined: list[str] = []
    for line in lines:
        if line.startswith(" ") and joined:
            joined[-1] += " " + line.strip()
        else:
            joined.append(line.strip())
    for line in joined:
        name, colon, told = line.partition(": ")
        yield f"- `{name}`: {told}" if colon and not plain else f"- {line}"


def _trimmed(lines: list[str]) -> list[str]:
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines


def _opening(title: str) -> tuple[str, ...]:
    return (f"# {title}", "", _NOTE, "")


def _span(first: str, last: str) -> str:
    if not first:
        return ""
    begins, ends = Period.parse(first).label, Period.parse(last).label
    return f", {begins}" if begins == ends else f", {begins} to {ends}"


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" + ("" if number == 1 else "s")


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def _cell(text: str | None) -> str:
    return _one_line(text).replace("|", "\\|")


def write() -> list[Path]:
    """Write every page that is not as it should be, and say which."""
    REFERENCE.mkdir(exist_ok=True)
    stale = [path for path, text in pages().items() if not path.exists() or path.read_text("utf-8") != text]
    for path in stale:
        path.write_text(pages()[path], "utf-8", newline="\n")
    return stale


if __name__ == "__main__":
    written = write()
    sys.stdout.write("".join(f"Wrote {path.relative_to(ROOT)}\n" for path in written) or "The reference is up to date.\n")
