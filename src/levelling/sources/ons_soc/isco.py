"""Where the work of each ISCO-08 unit group is found in SOC 2020: a judgement, declared in `facts/jobs/isco_soc.toml`."""

from collections.abc import Collection, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from pydantic import Field

from levelling.atlas.declared import FactsBroken, SourceFile, Strict, read_declared

_Unit = Annotated[str, Field(pattern=r"^\d{4}$")]
_WHAT = "The judgement on ISCO-08 and SOC 2020"


class _File(Strict):
    reason: Annotated[str, Field(min_length=10)]
    sources: Annotated[tuple[SourceFile, ...], Field(min_length=1)]
    soc: dict[_Unit, Annotated[tuple[_Unit, ...], Field(min_length=1)]]


def declared_path() -> Path:
    """The file that comes with the package."""
    return Path(str(files("levelling") / "facts" / "jobs" / "isco_soc.toml"))


def declared(units: Collection[str], path: Path | None = None) -> Mapping[str, tuple[str, ...]]:
    """Unit groups of SOC 2020 for each unit group of ISCO-08, the likeliest first.

    Args:
        units: Every unit group of SOC 2020.
        path: Another file to read.

    Raises:
        FactsBroken: The file is not whole, or names a unit group twice or one that is not there; every fault is told.
    """
    where = path or declared_path()
    read, faults = read_declared([where], _File)
    if faults:
        raise FactsBroken(_WHAT, faults)
    found = read[where.stem].soc
    known = set(units)
    faults = [
        f"{where.name}, soc {isco}: there is no unit group {code} of SOC 2020"
        for isco, codes in found.items()
        for code in codes
        if code not in known
    ]
    faults += [
        f"{where.name}, soc {isco}: a unit group stands twice" for isco, codes in found.items() if len(set(codes)) < len(codes)
    ]
    if faults:
        raise FactsBroken(_WHAT, faults)
    return found
