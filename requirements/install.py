"""Make the environment that the Makefile's commands run in: the one way in, on any system, with Python alone.

    python3 requirements/install.py run       what a plan needs
    python3 requirements/install.py figures   and what compiling figures needs
    python3 requirements/install.py test      and what the tests need, a browser included
    python3 requirements/install.py bench     and what the benchmarks measure against
    python3 requirements/install.py lock      what compiles the pinned lists

Everything installed is pinned with hashes by the lists in this folder; where it comes from is pip's own configuration. A second
run changes nothing and takes no time. The environment is `.venv` in the project's folder, or what VENV names.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Dict, List, NoReturn, Tuple

OLDEST = (3, 11)
PROJECT = Path(__file__).resolve().parent.parent
LISTS = Path(__file__).resolve().parent

# The lists of each set, and the other sets that are whole once it is installed.
SETS: Dict[str, Tuple[Tuple[str, ...], Tuple[str, ...]]] = {
    "run": (("run.txt", "build.txt"), ()),
    "figures": (("figures.txt", "build.txt"), ("run",)),
    "test": (("dev.txt", "build.txt"), ("run", "figures")),
    "bench": (("bench.txt", "build.txt"), ("run", "figures")),
    "lock": (("lock.txt",), ()),
}

# What its publisher gives as source alone, to be built here with the pinned tools of build.txt, and as build.cfg says.
SOURCE_ONLY = "pyspark"
HOW_BUILT = LISTS / "build.cfg"

# Programs the tests drive: any of these names will do, and what Debian calls the packages.
PROGRAMS = (
    (("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"), ("chromium", "fonts-liberation")),
    (("pdftotext",), ("poppler-utils",)),
    (("java",), ("openjdk-17-jre-headless",)),
)
# What drives the browser needs this library, which a small Debian leaves out.
LIBRARY = ("libatomic.so.1", "libatomic1")


def main(arguments: List[str]) -> None:
    """Bring one set of packages up to date, and say what is being done while it takes time."""
    if len(arguments) != 1 or arguments[0] not in SETS:
        stop("Say which set to install: " + ", ".join(SETS) + ".")
    wanted = arguments[0]
    use_new_enough_python()
    venv = Path(os.environ.get("VENV") or ".venv")
    venv = venv if venv.is_absolute() else PROJECT / venv
    if wanted == "test":
        install_programs()
    if is_current(venv, wanted):
        return
    if not python_of(venv).exists():
        make_venv(venv)
    install_packages(venv, wanted)
    for done in (wanted, *SETS[wanted][1]):
        stamp(venv, done).write_text(digest(done), encoding="utf-8")


def use_new_enough_python() -> None:
    """Go on as a newer Python where this one is too old and a newer one is there."""
    if sys.version_info >= OLDEST:
        return
    for minor in range(14, OLDEST[1] - 1, -1):
        newer = shutil.which("python3.%d" % minor)
        # It may be a stand-in for a Python that is not there, so it is tried first.
        if newer and subprocess.call([newer, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            sys.exit(subprocess.call([newer, *sys.argv]))
    here = "%d.%d" % sys.version_info[:2]
    stop("Python 3.11 or newer is needed, and this is %s. Install one, and run again with PYTHON=python3.11." % here)


def is_current(venv: Path, wanted: str) -> bool:
    """Whether the environment holds the set as the lists have it now."""
    try:
        return python_of(venv).exists() and stamp(venv, wanted).read_text(encoding="utf-8") == digest(wanted)
    except OSError:
        return False


def make_venv(venv: Path) -> None:
    """Make an empty environment with pip in it.

    Debian keeps the part of Python that puts pip into an environment in a package of its own. Where that is missing it is
    installed if we may, and otherwise the pip that is there is used from outside.
    """
    if venv.exists():
        if not (venv / "pyvenv.cfg").exists():
            stop("%s is there and is not a Python environment. Move it away, or name another with VENV." % venv)
        shutil.rmtree(venv)
    say("Making a Python environment in %s" % venv)
    if not has_ensurepip():
        install_system(["python%d.%d-venv" % sys.version_info[:2]])
    ensured = has_ensurepip()
    if not ensured and not (has_venv() and has_pip()):
        stop(
            "This Python cannot make environments. Install what it lacks (on Debian and Ubuntu: apt-get install python3-venv) "
            "and run again."
        )
    command = [sys.executable, "-m", "venv", *([] if ensured else ["--without-pip"]), str(venv)]
    if subprocess.call(command) != 0:
        shutil.rmtree(venv, ignore_errors=True)
        stop("The environment %s could not be made: see above." % venv)


def install_packages(venv: Path, wanted: str) -> None:
    """Install the pinned packages of a set, then the project itself from this folder."""
    python = str(python_of(venv))
    inside = subprocess.call([python, "-c", "import pip"], stderr=subprocess.DEVNULL) == 0
    pip = [python, "-m", "pip"] if inside else [sys.executable, "-m", "pip", "--python", python]
    quiet = ["--quiet", "--quiet", "--no-input", "--disable-pip-version-check"]
    pinned = [*pip, "install", *quiet, "--require-hashes", "--only-binary", ":all:"]
    pinned += ["--no-binary", SOURCE_ONLY, "--no-build-isolation"]
    if wanted == "test":  # the tests import a part of it only, which is compiled as it is imported
        pinned.append("--no-compile")
    environment = {**os.environ, "DIST_EXTRA_CONFIG": str(HOW_BUILT)}
    say("Installing the packages pinned in requirements/%s (the first time takes a minute)" % SETS[wanted][0][0])
    for name in reversed(SETS[wanted][0]):  # what builds comes before what is built
        if subprocess.call([*pinned, "--requirement", str(LISTS / name)], env=environment) != 0:
            stop("The pinned packages could not be installed: see pip's words above. Is the package registry within reach?")
    if wanted == "lock":
        return
    itself = ["--no-deps", "--no-index", "--no-build-isolation", "--editable", str(PROJECT)]
    if subprocess.call([*pip, "install", *quiet, *itself]) != 0:
        stop("The project could not be installed from %s: see pip's words above." % PROJECT)


def install_programs() -> None:
    """Install the programs the tests drive, where the system lets us."""
    missing = [(names[0], packages) for names, packages in PROGRAMS if not any(map(shutil.which, names))]
    if sys.platform == "linux" and not has_library(LIBRARY[0]):
        missing.append((LIBRARY[0], (LIBRARY[1],)))
    wanted = [package for _, packages in missing for package in packages]
    if wanted and not install_system(wanted):
        names = " and ".join(name for name, _ in missing)
        stop(
            "The tests need %s. Install them (on Debian and Ubuntu: apt-get install %s) and run again."
            % (names, " ".join(wanted))
        )


def install_system(packages: List[str]) -> bool:
    """Install packages of Debian's, if this is such a system and we may; tell whether they are there now."""
    apt = shutil.which("apt-get")
    if apt is None:
        return False
    root: List[str] = []
    if os.geteuid() != 0:
        if shutil.which("sudo") is None or subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) != 0:
            return False
        root = ["sudo", "-n", "env"]
    say("Installing %s with apt-get" % " ".join(packages))
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", apt, "-qq", "-o", "Dpkg::Use-Pty=0"]
    steps = (["update"], ["install", "--yes", "--no-install-recommends", *packages])
    for step in steps:
        done = subprocess.run([*root, *quiet, *step], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        sys.stderr.buffer.write(done.stdout)
    return done.returncode == 0


def has_library(name: str) -> bool:
    """Whether the system has a shared library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_ensurepip() -> bool:
    """Whether this Python can put pip into an environment (asked anew, as it may just have been installed)."""
    return subprocess.call([sys.executable, "-c", "import ensurepip, venv"], stderr=subprocess.DEVNULL) == 0


def has_venv() -> bool:
    """Whether this Python can make an environment at all."""
    return subprocess.call([sys.executable, "-c", "import venv"], stderr=subprocess.DEVNULL) == 0


def has_pip() -> bool:
    """Whether this Python has a pip that can install into another environment (pip 22.3 and later)."""
    command = [sys.executable, "-m", "pip", "--python", sys.executable, "--version"]
    return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


def python_of(venv: Path) -> Path:
    """The Python inside an environment."""
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def stamp(venv: Path, wanted: str) -> Path:
    """Where the environment remembers what was installed; written last, so an interrupted installation is done again."""
    return venv / ("levelling-%s.stamp" % wanted)


def digest(wanted: str) -> str:
    """What the installation of a set depends on, as one hash: its lists, the project's description, and where it lies."""
    hashed = hashlib.sha256(str(PROJECT).encode())
    names = [LISTS / name for name in SETS[wanted][0]]
    for path in (*names, PROJECT / "pyproject.toml", Path(__file__)):
        hashed.update(path.read_bytes())
    return hashed.hexdigest()


def say(what: str) -> None:
    """Tell the user what is going on, apart from what a command prints."""
    print(what, file=sys.stderr, flush=True)


def stop(why: str) -> NoReturn:
    """End with one sentence."""
    say(why)
    sys.exit(2)


if __name__ == "__main__":
    main(sys.argv[1:])
