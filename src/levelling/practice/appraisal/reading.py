"""Options from their files: read part by part, so that every fault of every part is told at once, with its place."""

import difflib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from levelling.atlas.declared import FactsBroken, faults_of
from levelling.atlas.own_file import read_toml
from levelling.core.errors import UserError
from levelling.practice.appraisal.bias import bias_of
from levelling.practice.appraisal.checks import consistency
from levelling.practice.appraisal.option import Option, Term
from levelling.practice.appraisal.parts import OWN, read_benefit, read_correlation, read_cost, read_transfer
from levelling.practice.appraisal.terms import Written, term_of

SHARES = ("optimism_bias", *OWN)
REQUIRED = ("optimism_bias", "deadweight", "displacement")
PEOPLE = ("people_reached", "uptake", "effect")
_LISTS = ("cost", "benefit", "transfer", "correlation")
_ADVICE = "Give a value for each; 0 is a value."


class _Head(BaseModel):
    """What stands at the top of a file, beside shares, people, inputs and lists. `Option` says what the fields mean."""

    model_config = ConfigDict(extra="forbid")
    name: Annotated[str, Field(min_length=1)]
    about: str = ""
    currency: str = "GBP"
    price_year: Annotated[int, Field(strict=True, ge=1900, le=2200)]
    horizon_years: Annotated[int, Field(strict=True, ge=1, le=300)]
    convert_prices: str = ""
    reference_income: Written | None = None
    break_even: str = ""
    notes: list[str] = []


def shipped() -> dict[str, Path]:
    """The options that come with the package, by name."""
    folder = Path(str(files("levelling") / "facts" / "options"))
    return {path.stem: path for path in sorted(folder.glob("*.toml"))}


def read_option(source: str | Path) -> Option:
    """An option from a file that ends in .toml, or one that comes with the package, by its name.

    Raises:
        UserError: There is none; near ones are offered.
        FactsBroken: The file is not whole: every fault is told with its place.
    """
    path = Path(source)
    known = shipped()
    if path.suffix.lower() != ".toml":
        if str(source) not in known:
            near = difflib.get_close_matches(str(source), known, n=3, cutoff=0.4)
            raise UserError(f"There is no option '{str(source)[:80]}'.", "Give a file that ends in .toml, or a name.", near=near)
        path = known[str(source)]
    return option_of(read_toml(path, "option file"), path.name)


def option_of(raw: Mapping[str, Any], file: str = "") -> Option:
    """An option from its parts, as a file holds them.

    Raises:
        FactsBroken: Something is wrong: every fault is told with its place.
    """
    faults: list[str] = []
    held = {key: _tables(raw, key, faults) for key in _LISTS}
    head = _head({key: value for key, value in raw.items() if key not in {*_LISTS, *SHARES, *PEOPLE, "inputs"}}, faults)
    shares = {key: term for key in SHARES if (term := _share(raw, key, faults)) is not None}
    people = {key: term for key in PEOPLE if key in raw and (term := _term(raw[key], key, faults)) is not None}
    named = _tabled(raw, faults)
    inputs = {key: term for key, value in named.items() if (term := _term(value, f"inputs, {key}", faults)) is not None}
    horizon = raw.get("horizon_years")
    costs = [read_cost(item, f"cost {at}", horizon, faults) for at, item in enumerate(held["cost"], 1)]
    benefits = [read_benefit(item, f"benefit {at}", horizon, faults) for at, item in enumerate(held["benefit"], 1)]
    passed = [read_transfer(item, f"transfer {at}", horizon, faults) for at, item in enumerate(held["transfer"], 1)]
    pairs = [read_correlation(item, f"correlation {at}", faults) for at, item in enumerate(held["correlation"], 1)]
    faults += [] if costs else ["cost: is missing: say what it costs, whom and when"]
    faults += [] if benefits or passed else ["benefit: is missing: say what good it does, to whom and when"]
    option = Option(
        name="".join(one if one.isprintable() else " " for one in str(head.name)),
        about=head.about,
        file=file,
        price_year=head.price_year,
        horizon=head.horizon_years,
        converts=bool(head.convert_prices),
        shares=shares,
        people=people,
        inputs=inputs,
        costs=tuple(item for item, _ in costs),
        benefits=tuple(item for item, _ in benefits),
        transfers=tuple(item for item, _ in passed),
        correlations=tuple(pair for pair in pairs if pair is not None),
        reference_income=head.reference_income,
        break_even=head.break_even,
        notes=tuple(head.notes),
    )
    whole = {item.place for item, broken in benefits if not broken}
    faults += consistency(option, {*named, *(key for key in (*SHARES, *PEOPLE) if key in raw)}, whole)
    if faults:
        raise FactsBroken(f"The option {file or head.name or 'given'} is not whole", list(dict.fromkeys(faults)), _ADVICE)
    return option


def _head(raw: Mapping[str, Any], faults: list[str]) -> _Head:
    """The top of a file; where it is wrong, as much of it as is needed to look at the rest."""
    try:
        head = _Head.model_validate(raw)
    except ValidationError as error:
        faults += [f"{fault}: give a value" if fault.endswith(": is missing") else fault for fault in faults_of(error)]
        known = {key: value for key, value in raw.items() if key in _Head.model_fields and key != "reference_income"}
        defaults = {"about": "", "currency": "GBP", "convert_prices": "", "break_even": "", "notes": []}
        head = _Head.model_construct(**{"name": "", "price_year": 0, "horizon_years": 0, **defaults, **known})
    if str(head.currency).upper() not in {"GBP", "£"}:
        faults.append(f"currency: it is in {str(head.currency)[:12]}: only pounds (GBP) can be counted")
    if head.convert_prices and str(head.convert_prices).lower() != "gdp deflator":
        faults.append(f"convert_prices: cannot be '{str(head.convert_prices)[:30]}': it is \"gdp deflator\", or left out")
    return head


def _tables(raw: Mapping[str, Any], key: str, faults: list[str]) -> list[Any]:
    found = raw.get(key, [])
    if isinstance(found, list):
        return found
    faults.append(f"{key}: should be written as [[{key}]]")
    return []


def _tabled(raw: Mapping[str, Any], faults: list[str]) -> Mapping[str, Any]:
    found = raw.get("inputs", {})
    if isinstance(found, dict):
        return found
    faults.append("inputs: should be a table of names")
    return {}


def _term(raw: Any, place: str, faults: list[str]) -> Term | None:
    try:
        return term_of(raw)
    except ValueError as error:
        faults.append(f"{place}: {error}")
        return None


def _share(raw: Mapping[str, Any], key: str, faults: list[str]) -> Term | None:
    if key not in raw:
        if key in REQUIRED:
            faults.append(f"{key}: is missing: give a value, 0 where there is none")
        return None
    if key != "optimism_bias":
        return _term(raw[key], key, faults)
    try:
        return bias_of(raw[key])
    except (ValueError, UserError) as error:
        faults.append(f"{key}: {str(error).rstrip('.')}")
        return None
