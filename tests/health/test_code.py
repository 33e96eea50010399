"""The shape of the code: small modules, small functions, each explained, none a drawer for odds and ends."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.project import ROOT, SOURCE, own_files, shown

LONGEST_MODULE = 400
LONGEST_FUNCTION = 60
DRAWERS = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}


def modules() -> list[Path]:
    folders = ("src", "tests", "bench", "docs", "requirements")
    found = [path for folder in folders for path in own_files(".py", below=ROOT / folder)]
    assert len(found) > 100
    return found


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines_of_code(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the function apart from its docstring: explaining more is never too long."""
    first = node.body[0]
    explained = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    docstring = (first.end_lineno or 0) - first.lineno + 1 if explained else 0
    return (node.end_lineno or 0) - node.lineno + 1 - docstring


def test_no_module_is_long() -> None:
    long = {shown(path): count for path in modules() if (count := len(path.read_text("utf-8").splitlines())) > LONGEST_MODULE}
    assert long == {}


def test_no_function_is_long() -> None:
    long = {
        f"{shown(path)}:{node.lineno} {node.name}": count
        for path in modules()
        for node in functions(path)
        if (count := lines_of_code(node)) > LONGEST_FUNCTION
    }
    assert long == {}


def test_every_module_of_the_package_says_what_it_is_for() -> None:
    silent = [shown(path) for path in own_files(".py", below=SOURCE) if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert silent == []


def test_no_module_is_a_drawer() -> None:
    drawers = [shown(path) for path in modules() if path.stem in DRAWERS or path.parent.name in DRAWERS]
    assert drawers == []


def test_only_the_standard_doors_are_public_names_of_the_package() -> None:
    """`import levelling` must stay small and quick to read: each name in `__all__` exists and is documented."""
    import levelling

    undocumented = [name for name in levelling.__all__ if not (getattr(levelling, name).__doc__ or "").strip()]
    assert undocumented == []
