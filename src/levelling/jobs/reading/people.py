"""Files of people are read. Nothing that a file says about a person is ever put into a message: only row, field and reason."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from levelling.jobs.person import Person, Point
from levelling.jobs.reading import caseload
from levelling.jobs.reading.columns import Headings, flat, headings_of
from levelling.jobs.reading.known import Known
from levelling.jobs.reading.postcodes import look_up
from levelling.jobs.reading.records import Broken, records
from levelling.jobs.reading.result import Faults, Read, result, shown
from levelling.jobs.reading.streams import Source
from levelling.jobs.reading.vacancies import NAME_ONE, NO_TABLE, tell_of_file

WHAT = "file of people"
_FEWEST_COLUMNS = 2


def read_people(paths: Sequence[Path], known: Known) -> Read[Person]:
    """Every person of some files.

    Args:
        paths: Tables or JSON with columns that are recognised (`facts/jobs/columns.toml`).
        known: Places, occupations and skills.

    Returns:
        The people, with every fault by row and field. Rows are good, merged (the same row again) or refused; none is lost.

    Raises:
        UserError: A file cannot be read at all.
    """
    faults = Faults(private=True)
    good: list[Person] = []
    origins: list[tuple[str, int]] = []
    waiting: dict[int, str] = {}
    seen: dict[str, dict[str, Any]] = {}
    rows = merged = 0
    for path in paths:
        source = Source(path, WHAT)
        told: dict[tuple[str, ...], Headings] = {}
        for record in records(source):
            rows += 1
            if isinstance(record, Broken):
                faults.refuse(source.name, record.row, record.reason, record.advice)
                continue
            fields = flat(record.fields)
            said = _ours(fields, told, source, faults)
            if not said:
                faults.refuse(source.name, record.row, "none of its columns is known", "docs/how-to lists those that are.")
                continue
            person_id = caseload.key_of(said) or f"{source.name}#{record.row}"
            if person_id in seen:
                if seen[person_id] == said:
                    merged += 1
                else:
                    faults.refuse(source.name, record.row, "its id stands in an earlier row, which says otherwise", field="id")
                continue
            seen[person_id] = said
            reader = caseload.Reader(said, known, source.name, record.row, faults)
            person, postcode = reader.person(person_id)
            if postcode:
                waiting[len(good)] = postcode
            good.append(person)
            origins.append((source.name, record.row))
        tell_of_file(source, faults)
    _place(good, origins, waiting, known, faults)
    for person, (file, row) in zip(good, origins, strict=True):
        if person.point is None and not person.remote_only:
            faults.note(file, row, "place", "where they live is not known: only work from home can be matched")
    return result(caseload.with_work(good, seen, known, faults, origins), faults, rows, merged)


def _ours(fields: Mapping[str, Any], told: dict[tuple[str, ...], Headings], source: Source, faults: Faults) -> dict[str, Any]:
    """The fields by our names; empty where fewer than two are known, which is what a file without headings looks like."""
    names = tuple(fields)
    if names not in told:
        told[names] = headings_of(names, "people")
        found = told[names]
        if len(set(found.ours.values())) >= _FEWEST_COLUMNS and len(told) == 1:
            for name in found.private:
                faults.note(
                    source.name, 0, shown(name), "it is not read", "Leave it out of the file: matching has no use for it."
                )
            for name in found.strange[:50]:
                faults.note(source.name, 0, shown(name), "the column is not known and was not read")
    found = told[names]
    if len(set(found.ours.values())) < min(_FEWEST_COLUMNS, len(names)):
        return {}
    said: dict[str, Any] = {}
    for name, value in fields.items():
        ours = found.ours.get(name)
        if ours and value not in (None, "", [], {}) and ours not in said:
            said[ours] = value
    return said


def _place(
    good: list[Person], origins: Sequence[tuple[str, int]], waiting: Mapping[int, str], known: Known, faults: Faults
) -> None:
    points: dict[str, Point] = look_up(known.postcodes, frozenset(waiting.values())) if waiting and known.postcodes else {}
    for at, postcode in waiting.items():
        person = good[at]
        if point := points.get(postcode):
            good[at] = replace(person, point=point)
            continue
        reason, advice = ("it is not in the table of postcodes", "") if known.postcodes else (NO_TABLE, NAME_ONE)
        if person.point is not None:
            reason += ": the middle of the area they name was used"
        faults.note(*origins[at], "postcode", reason, advice)
