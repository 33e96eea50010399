"""A charity's own file of what it does and records: TOML or CSV. The good is used and the bad is listed, nothing in silence."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from levelling.atlas.declared import FactsBroken, faults_of
from levelling.atlas.files import read_within
from levelling.atlas.own_file import read_toml
from levelling.core.errors import UserError
from levelling.solutions.align.ages import Ages, read_ages, told_ages

HOW_TO = "What the file holds is told in docs/how-to/claim-outcomes-for-a-bid.md."
COLUMNS = ("activity", "does", "kind", "for", "ages", "outcome", "count")
_LARGEST = 5_000_000
_LONGEST_COUNT = 12
_SHORT = Annotated[str, Field(max_length=2_000)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, populate_by_name=True)


class _RecordedFile(_Strict):
    what: Annotated[str, Field(min_length=2, max_length=300)]
    count: Annotated[int, Field(ge=0, strict=True)] | None = None


class _ActivityFile(_Strict):
    name: Annotated[str, Field(min_length=2, max_length=300)]
    does: _SHORT = ""
    kind: _SHORT = ""
    who: _SHORT = Field(default="", alias="for")
    ages: _SHORT = ""
    outcomes: tuple[_RecordedFile | str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a charity records of the people it helps.

    Attributes:
        what: In its own words.
        count: Of how many people; `None` where it gave no count.
    """

    what: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Activity:
    """What a charity does.

    Attributes:
        name: What it calls it.
        does: What is done, in its own words.
        kind: Which of the declared activities it is, where it says so.
        who: For whom, in its own words.
        ages: The ages it is for; `None` where none are named.
        recorded: What it records.
    """

    name: str
    does: str
    kind: str
    who: str
    ages: Ages | None
    recorded: tuple[Recorded, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """A charity, by its own file.

    Attributes:
        name: What it is called.
        area: Where it works, as it writes it; empty where it does not say.
        activities: What it does.
        faults: What in its file could not be used, each with its place and the reason.
    """

    name: str
    area: str
    activities: tuple[Activity, ...]
    faults: tuple[str, ...]


def read_organisation(path: Path) -> Organisation:
    """Read a charity's file.

    Args:
        path: A file that ends in .toml or .csv.

    Raises:
        UserError: It cannot be read, or nothing in it can be used: every fault is told.
    """
    if path.suffix.lower() == ".csv":
        name, area, rows, faults = path.stem, "", *_from_csv(_text(path), path.name)
    else:
        name, area, rows, faults = _from_toml(path)
    good: list[Activity] = []
    for where, row in rows:
        try:
            good.append(_activity(_ActivityFile.model_validate(row)))
        except ValidationError as error:
            faults += [f"{where}, {fault}" for fault in faults_of(error)]
        except ValueError as error:
            faults.append(f"{where}, {error}")
    if not good:
        if not faults:
            raise UserError(f"The file {path.name} holds no activity.", HOW_TO)
        raise FactsBroken(f"Nothing in {path.name} can be used", faults, HOW_TO)
    return Organisation(name, area, tuple(good), tuple(faults))


def _text(path: Path) -> str:
    try:
        return read_within(path, _LARGEST).decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise UserError(f"The file {path} cannot be read: {(error.strerror or str(error)).lower()}.", HOW_TO) from error
    except UnicodeDecodeError as error:
        raise UserError(f"The file {path} is not UTF-8 text.", "Save it as UTF-8, in Excel 'CSV UTF-8'.") from error


def _from_toml(path: Path) -> tuple[str, str, list[tuple[str, Any]], list[str]]:
    raw = read_toml(path, "file")
    faults = [f"{key}: there is no such field" for key in raw if key not in {"name", "area", "activities"}]
    faults += [f"{field}: should be text" for field in ("name", "area") if not isinstance(raw.get(field, ""), str)]
    found = raw.get("activities", [])
    if not isinstance(found, list):
        raise FactsBroken(
            f"Nothing in {path.name} can be used", [*faults, "activities: should be a list, [[activities]]"], HOW_TO
        )
    name, area = (str(raw.get(field, "")) if isinstance(raw.get(field, ""), str) else "" for field in ("name", "area"))
    return name.strip() or path.stem, area.strip(), [(f"activities {at}", row) for at, row in enumerate(found, 1)], faults


def _from_csv(text: str, file: str) -> tuple[list[tuple[str, Any]], list[str]]:
    try:
        between = max(",;\t", key=text.partition("\n")[0].count)
        rows = list(csv.DictReader(io.StringIO(text), delimiter=between, strict=True))
    except csv.Error as error:
        raise UserError(f"The file {file} is not CSV: {error}.", HOW_TO) from error
    header = [name for name in (rows[0] if rows else {}) if name is not None]
    faults = [f"column '{name}': there is no such column{_near(name)}" for name in header if name.strip().lower() not in COLUMNS]
    if rows and "activity" not in {name.strip().lower() for name in header}:
        raise FactsBroken(f"Nothing in {file} can be used", [*faults, "column 'activity': is missing"], HOW_TO)
    made: dict[str, dict[str, Any]] = {}
    where: dict[str, str] = {}
    for at, raw in enumerate(rows, 2):
        row = {str(name).strip().lower(): (value or "").strip() for name, value in raw.items() if isinstance(value, str | None)}
        if None in raw:
            faults.append(f"row {at}: has more cells than there are columns; those over were left out")
        name = row.get("activity", "")
        if not name:
            if any(row.values()):
                faults.append(f"row {at}, activity: is missing")
            continue
        where.setdefault(name, f"row {at}")
        held = made.setdefault(name, {"name": name, "outcomes": []})
        for field in ("does", "kind", "for", "ages"):
            if row.get(field):
                held.setdefault(field, row[field])
        if row.get("outcome"):
            held["outcomes"].append({"what": row["outcome"], "count": _count(row, at, faults)})
    return [(where[name], row) for name, row in made.items()], faults


def _near(name: str) -> str:
    near = get_close_matches(name.strip().lower(), COLUMNS, n=1, cutoff=0.5)
    return f"; did you mean {near[0]}" if near else ""


def _count(row: Mapping[str, str], at: int, faults: list[str]) -> int | None:
    text = row.get("count", "").replace(",", "")
    if text and not (text.isascii() and text.isdigit() and len(text) <= _LONGEST_COUNT):
        faults.append(f"row {at}, count: '{text[:40]}' is not a whole number from 0 up; the outcome was kept without it")
        return None
    return int(text) if text else None


def _activity(file: _ActivityFile) -> Activity:
    ages = read_ages(file.ages) if file.ages else told_ages(file.who)
    if file.ages and ages is None:
        raise ValueError(f"ages: '{file.ages[:40]}' are no ages, such as '18 to 24', '50 and over' or 'under 25'")
    recorded = tuple(Recorded(one, None) if isinstance(one, str) else Recorded(one.what, one.count) for one in file.outcomes)
    return Activity(file.name, file.does, file.kind, file.who, ages, tuple(one for one in recorded if one.what.strip()))
