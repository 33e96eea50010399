"""Files of people are read. Nothing that a file says about a person is ever put into a message: only row, field and reason."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from levelling.jobs.occupations.words import forget
from levelling.jobs.person import Person
from levelling.jobs.reading import caseload
from levelling.jobs.reading.columns import Headings, flat, headings_of
from levelling.jobs.reading.known import Known
from levelling.jobs.reading.postcodes import look_up, why_missing
from levelling.jobs.reading.records import Broken, records
from levelling.jobs.reading.result import Faults, Read, result, tell_of_columns, tell_of_file
from levelling.jobs.reading.streams import Source

_WHAT = "file of people"
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
    try:
        return _read(paths, known)
    finally:
        forget()


def _read(paths: Sequence[Path], known: Known) -> Read[Person]:
    faults = Faults(private=True)
    good: list[Person] = []
    origins: list[tuple[str, int]] = []
    waiting: dict[int, str] = {}
    seen: dict[str, dict[str, Any]] = {}
    rows = merged = 0
    for path in paths:
        source = Source(path, _WHAT)
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
        if len(told) == 1 and len(set(told[names].ours.values())) >= _FEWEST_COLUMNS:
            tell_of_columns(told[names], source, faults)
    found = told[names]
    few = len(set(found.ours.values())) < min(_FEWEST_COLUMNS, len(names))
    return {} if few else found.said(fields)


def _place(
    good: list[Person], origins: Sequence[tuple[str, int]], waiting: Mapping[int, str], known: Known, faults: Faults
) -> None:
    points = look_up(known.postcodes, frozenset(waiting.values()))
    for at, postcode in waiting.items():
        person = good[at]
        if point := points.get(postcode):
            good[at] = replace(person, point=point)
            continue
        reason, advice = why_missing(known.postcodes)
        if person.point is not None:
            reason += ": the middle of the area they name was used"
        faults.note(*origins[at], "postcode", reason, advice)
