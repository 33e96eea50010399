"""Reads the files of cases, one a case, and says everything that is wrong with them at once."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, model_validator

from levelling.atlas.declared import Code, FactsBroken, Key, Moment, SourceFile, Strict, read_declared
from levelling.practice.cases.case import Beside, Case, Cost, Result, Return, Source
from levelling.practice.cases.faults import faults_of_case, faults_of_result
from levelling.practice.cases.vocabulary import (
    Comparison,
    Direction,
    Extent,
    Flag,
    Group,
    Measures,
    Mechanism,
    Outcome,
    ReturnKind,
)

HOW_TO = "What a file of a case holds is told in docs/how-to/add-a-case.md."


Sentence = Annotated[str, Field(min_length=3)]
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Finite = Annotated[float, Field(allow_inf_nan=False)]


class _SourceFile(SourceFile):
    note: str = ""


class _CostFile(Strict):
    total: Amount | None = None
    per_person: Amount | None = None
    currency: Literal["GBP", "EUR", "USD"] = "GBP"
    price_year: Annotated[int, Field(ge=1950, le=2100)] | None = None
    period: str = ""
    note: str = ""
    source: str

    @model_validator(mode="after")
    def _says_something(self) -> "_CostFile":
        if self.total is None and self.per_person is None:
            raise ValueError("give a total, a cost for each person, or leave the cost out")
        return self


class ResultFile(Strict):
    """One result of a case. `Result` says what each field means."""

    outcome: Sentence
    about: Outcome
    measures: Measures
    found: Direction | None = None
    value: Finite | None = None
    unit: str = ""
    lower: Finite | None = None
    upper: Finite | None = None
    level: Annotated[float, Field(gt=50, lt=100)] | None = None
    standard_error: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None
    significant: bool | None = None
    good: Literal["higher", "lower"] = "higher"
    months: Annotated[int, Field(gt=0)] | None = None
    scope: str = ""
    computed: bool = False
    graded: bool = True
    note: str = ""
    source: str

    @model_validator(mode="after")
    def _holds_together(self) -> "ResultFile":
        if wrong := faults_of_result(self):
            raise ValueError("; ".join(wrong))
        return self


class _ReturnFile(Strict):
    value: Amount
    upper: Amount | None = None
    kind: ReturnKind
    to: Sentence
    computed: bool = False
    note: str = ""
    source: str

    @model_validator(mode="after")
    def _in_order(self) -> "_ReturnFile":
        if self.upper is not None and self.upper < self.value:
            raise ValueError(f"the upper number, {self.upper:g}, is below the lower, {self.value:g}")
        return self


class _BesideFile(Strict):
    case: Key
    why: Sentence


class CaseFile(Strict):
    """What one file in `facts/cases/` may say. `Case` says what each field means."""

    name: Sentence
    review: bool = False
    mechanism: Mechanism
    what: Annotated[str, Field(min_length=20)]
    extent: Extent
    place: Sentence
    codes: tuple[Code, ...] = ()
    nations: tuple[Literal["E", "W", "S", "N"], ...] = ()
    country: str = ""
    started: Moment | None = None
    ended: Moment | None = None
    lead: Sentence
    partners: tuple[Sentence, ...] = ()
    people: Sentence
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]
    barriers: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    participants: Annotated[int, Field(ge=0)] | None = None
    participants_note: str = ""
    cost: _CostFile | None = None
    comparison: Comparison
    maryland: Annotated[int, Field(ge=0, le=5)]
    months: Annotated[int, Field(gt=0)] | None = None
    results: tuple[ResultFile, ...] = ()
    returns: tuple[_ReturnFile, ...] = ()
    other: str = ""
    conditions: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    flags: tuple[Flag, ...] = ()
    caution: Sentence
    in_source_paper: bool = False
    read_with: tuple[_BesideFile, ...] = ()
    sources: Annotated[dict[Key, _SourceFile], Field(min_length=1)]

    @model_validator(mode="after")
    def _holds_together(self) -> "CaseFile":
        if wrong := faults_of_case(self):
            raise ValueError("; ".join(wrong))
        return self


def load(folder: Path, is_area: Callable[[str], bool] | None = None) -> dict[str, Case]:
    """Every case of a folder, by id.

    Args:
        folder: Where the files are, one a case, named by its id.
        is_area: Whether a code is of an area that the atlas knows; codes are only looked at where it is given.

    Raises:
        FactsBroken: Lists every fault of every file, with its field.
    """
    paths = sorted(folder.glob("*.toml"))
    files, faults = read_declared(paths, CaseFile)
    known = {path.stem for path in paths}
    for name, file in files.items():
        for at, beside in enumerate(file.read_with, 1):
            if beside.case not in known or beside.case == name:
                faults.append(f"{name}.toml, read_with {at}, case: there is no other case '{beside.case}'")
        if is_area is not None:
            faults += [f"{name}.toml, codes: no area has the code {code}" for code in file.codes if not is_area(code)]
    if faults:
        raise FactsBroken(f"The cases in {folder.name} are not whole", sorted(faults), HOW_TO)
    return {name: _case(name, file) for name, file in files.items()}


def _case(name: str, file: CaseFile) -> Case:
    sources = {key: Source(one.title, one.address, one.date, one.note) for key, one in file.sources.items()}
    plain = {
        field: getattr(file, field)
        for field in CaseFile.model_fields
        if field not in {"cost", "results", "returns", "read_with", "sources"}
    }
    return Case(
        id=name,
        **plain,
        cost=Cost(**_sourced(file.cost, sources)) if file.cost is not None else None,
        results=tuple(Result(**_sourced(one, sources)) for one in file.results),
        returns=tuple(Return(**_sourced(one, sources)) for one in file.returns),
        read_with=tuple(Beside(one.case, one.why) for one in file.read_with),
        sources=tuple(sources.values()),
    )


def _sourced(file: BaseModel, sources: Mapping[str, Source]) -> dict[str, Any]:
    """What a part of a file says, with its source in place of the source's short name."""
    told = {field: getattr(file, field) for field in type(file).model_fields}
    return {**told, "source": sources[told["source"]]}
