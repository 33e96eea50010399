"""Reads the register's files, one an enabler, and says everything that is wrong with them at once."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from levelling.atlas.declared import Code, FactsBroken, Key, Moment, SourceFile, Strict, read_declared
from levelling.core.period import Period
from levelling.core.source import Source
from levelling.solutions.register.enabler import (
    Amount,
    Confidence,
    Enabler,
    Extent,
    Kind,
    Mechanism,
    Reach,
    Topic,
    User,
)

HOW_TO = "What a file of an enabler holds is told in docs/how-to/add-an-enabler.md."


Sentence = Annotated[str, Field(min_length=3)]
Level = Literal[
    "nation",
    "region",
    "combined authority",
    "local enterprise partnership",
    "integrated care board",
    "clinical commissioning group",
    "primary care network",
    "upper-tier council",
    "council",
    "cluster of councils",
    "skills improvement area",
    "contract area",
    "port area",
    "town",
    "neighbourhood",
    "employer",
    "provider",
]


class _AmountFile(Strict):
    pounds: Annotated[float, Field(gt=0, allow_inf_nan=False)]
    period: str = ""
    note: str = ""
    source: str


class _ReachFile(Strict):
    name: Annotated[str, Field(min_length=2)]
    codes: tuple[Code, ...] = ()
    within: tuple[Code, ...] = ()
    pounds: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None
    people: Annotated[int, Field(gt=0)] | None = None
    people_a_year: Annotated[int, Field(gt=0)] | None = None
    period: str = ""
    started: Moment | None = None
    ended: Moment | None = None
    note: str = ""
    source: str

    @model_validator(mode="after")
    def _in_order(self) -> "_ReachFile":
        _ends_after(self.started, self.ended)
        return self


class EnablerFile(Strict):
    """What one file in `facts/enablers/` may say. `Enabler` says what each field means."""

    name: Annotated[str, Field(min_length=3)]
    kind: Kind
    purpose: Annotated[str, Field(min_length=20)]
    lead: Sentence
    nations: Annotated[tuple[Literal["E", "W", "S", "N"], ...], Field(min_length=1)]
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]
    extent: Extent
    started: Moment | None = None
    ended: Moment | None = None
    seen_ended: Moment | None = None
    funded_to: Moment | None = None
    replaced_by: tuple[Key, ...] = ()
    law: str = ""
    doubt: str = ""
    ring_fences: tuple[Sentence, ...] = ()
    users: Annotated[tuple[User, ...], Field(min_length=1)]
    vcse_role: str = ""
    topics: Annotated[tuple[Topic, ...], Field(min_length=1)]
    mechanism: Mechanism
    conditions: tuple[Sentence, ...] = ()
    confidence: Confidence
    attested: tuple[Moment, ...] = ()
    checked: Moment
    sources: Annotated[dict[Key, SourceFile], Field(min_length=1)]
    amounts: tuple[_AmountFile, ...] = ()
    areas: tuple[_ReachFile, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> "EnablerFile":
        wrong = [*_times(self), *_cited(self), *_placed(self)]
        if wrong:
            raise ValueError("; ".join(wrong))
        return self


def _ends_after(started: Period | None, ended: Period | None) -> None:
    if started is not None and ended is not None and ended.end < started.start:
        raise ValueError(f"its end, {ended.label}, is before its start, {started.label}")


def _times(file: EnablerFile) -> list[str]:
    wrong = []
    for name, over in (("ended", file.ended), ("seen_ended", file.seen_ended)):
        if over is None:
            continue
        if file.started is not None and over.end < file.started.start:
            wrong.append(f"{name}: {over.label} is before its start, {file.started.label}")
        wrong += [f"attested: {one.label} is after its end, {over.label}" for one in file.attested if one.start > over.end]
    if file.ended is not None and file.seen_ended is not None:
        wrong.append("seen_ended: is only for an enabler whose end was not found")
    return wrong


def _cited(file: EnablerFile) -> list[str]:
    told = [("amounts", at, one.source) for at, one in enumerate(file.amounts, 1)]
    told += [("areas", at, one.source) for at, one in enumerate(file.areas, 1)]
    return [
        f"{where} {at}, source: there is no source '{key}' in this file" for where, at, key in told if key not in file.sources
    ]


def _placed(file: EnablerFile) -> list[str]:
    wrong = []
    if file.extent is Extent.LISTED and not file.areas:
        wrong.append("extent: is 'listed', and no areas are listed")
    if file.extent is Extent.LISTED and any(not (one.codes or one.within) for one in file.areas):
        wrong.append("extent: is 'listed', but some of the areas could not be placed: say 'incomplete'")
    return wrong


def load(folder: Path, is_area: Callable[[str], bool] | None = None) -> dict[str, Enabler]:
    """Every enabler of a folder, by id.

    Args:
        folder: Where the files are, one an enabler, named by its id.
        is_area: Whether a code is of an area that the atlas knows, today or once; codes are only looked at where it is given.

    Raises:
        FactsBroken: Lists every fault of every file, with its field.
    """
    paths = sorted(folder.glob("*.toml"))
    files, faults = read_declared(paths, EnablerFile)
    known = {path.stem for path in paths}
    for name, file in files.items():
        faults += [f"{name}.toml, replaced_by: there is no enabler '{other}'" for other in file.replaced_by if other not in known]
        if name in file.replaced_by:
            faults.append(f"{name}.toml, replaced_by: it cannot follow itself")
        if is_area is not None:
            faults += [
                f"{name}.toml, areas {at}, codes: no area has the code {code}"
                for at, area in enumerate(file.areas, 1)
                for code in (*area.codes, *area.within)
                if not is_area(code)
            ]
    if faults:
        raise FactsBroken(f"The register in {folder.name} is not whole", sorted(faults), HOW_TO)
    return {name: _enabler(name, file) for name, file in files.items()}


def _enabler(name: str, file: EnablerFile) -> Enabler:
    sources = {key: one.source for key, one in file.sources.items()}
    return Enabler(
        id=name,
        name=file.name,
        kind=file.kind,
        purpose=file.purpose,
        lead=file.lead,
        nations=file.nations,
        levels=file.levels,
        extent=file.extent,
        areas=tuple(_reach(one, sources[one.source]) for one in file.areas),
        started=file.started,
        ended=file.ended,
        seen_ended=file.seen_ended,
        funded_to=file.funded_to,
        replaced_by=file.replaced_by,
        law=file.law,
        doubt=file.doubt,
        amounts=tuple(Amount(one.pounds, one.period, one.note, sources[one.source]) for one in file.amounts),
        ring_fences=file.ring_fences,
        users=file.users,
        vcse_role=file.vcse_role,
        topics=file.topics,
        mechanism=file.mechanism,
        conditions=file.conditions,
        sources=tuple(sources.values()),
        confidence=file.confidence,
        attested=file.attested,
        checked=file.checked,
    )


def _reach(file: _ReachFile, source: Source) -> Reach:
    return Reach(
        name=file.name,
        codes=file.codes,
        within=file.within,
        pounds=file.pounds,
        people=file.people,
        people_a_year=file.people_a_year,
        period=file.period,
        started=file.started,
        ended=file.ended,
        note=file.note,
        source=source,
    )
