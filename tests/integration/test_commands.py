"""The Makefile's commands and how the environment is made, up to where packages would be fetched."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.project import ROOT

AWKWARD = 'King\'s "Lynn" & $(touch harm) `touch harm`; touch harm #'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the commands, with an environment that passes for whole and a `levelling` that tells what it was given."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements", ignore=shutil.ignore_patterns("__pycache__"))
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    (programs / "python").symlink_to(sys.executable)
    (programs / "levelling").write_text('#!/bin/sh\npwd\nprintf "%s\\n" "$@"\n')
    (programs / "levelling").chmod(0o755)
    install = load(tmp_path)
    install.stamp(tmp_path / ".venv", "run").write_text(install.digest("run"))
    return tmp_path


def load(project: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("install", project / "requirements" / "install.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def make(project: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("MAKE", "VENV", "PLACE"))}
    command = ["make", "--no-print-directory", f"PYTHON={sys.executable}", *arguments]
    return subprocess.run(command, cwd=project, env={**clean, **env}, capture_output=True, text=True)


def test_a_place_is_handed_on_as_it_was_typed(project: Path) -> None:
    done = make(project, "plan", "PLACE=Isle of Wight")
    assert done.stdout.splitlines() == [str(project / "out"), "plan", "--", "Isle of Wight"]
    assert done.returncode == 0


@pytest.mark.parametrize("how", ["argument", "environment"])
def test_a_place_is_never_run_as_a_command(project: Path, how: str) -> None:
    done = make(project, "plan", f"PLACE={AWKWARD}") if how == "argument" else make(project, "plan", PLACE=AWKWARD)
    assert done.stdout.splitlines()[-1] == AWKWARD
    assert not list(project.rglob("harm"))


def test_no_place_is_one_sentence(project: Path) -> None:
    done = make(project, "plan")
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == "Name a place: make plan PLACE=Hartlepool"


def test_no_python_is_one_sentence(project: Path) -> None:
    done = make(project, "plan", "PLACE=Hartlepool", "PYTHON=python-nobody-has")
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == "Python 3.11 or newer is needed, and there is no python-nobody-has here."


def test_the_commands_are_listed(project: Path) -> None:
    listed = make(project).stdout
    assert all(f"make {name}" in listed for name in ("plan PLACE=Hartlepool", "test", "figures", "bench"))


def test_a_changed_list_is_installed_anew(project: Path) -> None:
    install = load(project)
    assert install.is_current(project / ".venv", "run")
    with (project / "requirements" / "run.txt").open("a") as pinned:
        pinned.write("\n")
    assert not install.is_current(project / ".venv", "run")


def test_an_environment_that_lost_its_python_is_made_anew(project: Path) -> None:
    install = load(project)
    (project / ".venv" / "bin" / "python").unlink()
    assert not install.is_current(project / ".venv", "run")


def test_a_folder_that_is_no_environment_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letters.txt").write_text("dear")
    with pytest.raises(SystemExit) as stopped:
        load(ROOT).make_venv(tmp_path)
    assert stopped.value.code == 2
    assert "is not a Python environment" in capsys.readouterr().err
    assert (tmp_path / "letters.txt").read_text() == "dear"


def test_without_what_makes_environments_and_without_rights_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    install = load(ROOT)
    monkeypatch.setattr(install, "has_ensurepip", lambda: False)
    monkeypatch.setattr(install, "has_pip", lambda: False)
    monkeypatch.setattr(install, "install_system", lambda packages: False)
    with pytest.raises(SystemExit) as stopped:
        install.make_venv(tmp_path / "new")
    assert stopped.value.code == 2
    assert "apt-get install python3-venv" in capsys.readouterr().err


def test_an_old_python_is_told_what_is_needed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    install = load(ROOT)
    monkeypatch.setattr(install.sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setattr(install.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit):
        install.use_new_enough_python()
    assert capsys.readouterr().err.startswith("Python 3.11 or newer is needed, and this is 3.9.")
