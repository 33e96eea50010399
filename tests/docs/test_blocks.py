"""How the documentation's blocks are read and compared; a wrong page is found out."""

from pathlib import Path

import pytest

from tests.docs.blocks import blocks, commands, run_console, run_python

PAGE = """
# A page

```sh
make plan PLACE=Hartlepool
```

1. In a list:

   ```console exit=2
   $ levelling area Hartlepol
   ... Did you mean: Hartlepool?
   $ levelling plan "Isle of Wite"  # not compared
   ```

```
unmarked
```
"""


def test_blocks_are_found_with_their_marks_and_lines() -> None:
    shell, console = blocks(PAGE)
    assert (shell.kind, shell.exit_code, shell.line) == ("sh", 0, 5)
    assert (console.kind, console.exit_code, console.line) == ("console", 2, 11)


def test_commands_have_the_output_below_them() -> None:
    first, second = commands(list(blocks(PAGE))[1])
    assert first.words == ("levelling", "area", "Hartlepol")
    assert first.shown == "... Did you mean: Hartlepool?"
    assert second.words == ("levelling", "plan", "Isle of Wite")
    assert second.shown == ""


def test_another_program_is_refused() -> None:
    (block,) = blocks("```console\n$ rm -rf plans\n```\n")
    with pytest.raises(ValueError, match="levelling"):
        commands(block)


def test_a_command_that_prints_something_else_is_found_out(tmp_path: Path) -> None:
    (block,) = blocks("```console\n$ levelling --help\nUsage: another ...\n```\n")
    with pytest.raises(AssertionError, match="printed:"):
        run_console(block, tmp_path)


def test_a_command_that_fails_is_found_out(tmp_path: Path) -> None:
    (block,) = blocks("```console\n$ levelling no-such-verb\n```\n")
    with pytest.raises(AssertionError, match="ended with 2"):
        run_console(block, tmp_path)


def test_python_blocks_share_their_names_and_compare_what_they_show() -> None:
    plain, right, wrong = blocks("```python\nx = 20\n```\n```python\n>>> y = x + 1\n>>> y\n21\n```\n```python\n>>> y\n22\n```\n")
    names: dict[str, object] = {}
    run_python(plain, names, "page")
    run_python(right, names, "page")
    assert names["y"] == 21
    with pytest.raises(AssertionError, match="Expected"):
        run_python(wrong, names, "page")
