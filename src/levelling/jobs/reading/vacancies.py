"""Files of vacancies are read: any shape, any size, duplicates merged, every fault listed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from levelling.jobs.reading.adverts import Advert, from_adzuna, from_apprenticeship, from_columns, from_schema, shape_of
from levelling.jobs.reading.asked import SkillsAsked, not_known, skills_asked
from levelling.jobs.reading.columns import Headings, flat, headings_of
from levelling.jobs.reading.drafting import draft
from levelling.jobs.reading.duplicates import Draft, Shared, merge
from levelling.jobs.reading.known import Known
from levelling.jobs.reading.postcodes import look_up, why_missing
from levelling.jobs.reading.records import Broken, Record, records
from levelling.jobs.reading.result import Faults, Read, result, tell_of_columns, tell_of_file
from levelling.jobs.reading.streams import Source
from levelling.jobs.vacancy import Vacancy

_WHAT = "file of vacancies"
_BATCH = 5_000
_READERS = {"schema.org": from_schema, "apprenticeship": from_apprenticeship, "adzuna": from_adzuna}


def read_vacancies(paths: Sequence[Path], known: Known) -> Read[Vacancy]:
    """Every vacancy of some files.

    Args:
        paths: Files of schema.org's `JobPosting`, of the apprenticeship or the Adzuna shape, or tables; JSON, JSON lines or CSV,
            packed with gzip or not.
        known: Places, occupations and skills.

    Returns:
        The vacancies, duplicates merged, with every fault. Rows are good, merged or refused; none is lost.

    Raises:
        UserError: A file cannot be read at all.
    """
    faults = Faults(private=False)
    drafts: list[Draft] = []
    shared = Shared()
    waiting: dict[int, str] = {}
    rows = 0
    batch: list[tuple[Draft, Advert]] = []
    for path in paths:
        for made in _drafts(Source(path, _WHAT), known, faults):
            rows += 1
            if made is None:
                continue
            one, advert, postcode = made
            if postcode:
                waiting[len(drafts) + len(batch)] = postcode
            batch.append((one, advert))
            if len(batch) >= _BATCH:
                drafts += map(shared.draft, _with_work(batch, known, faults))
                batch = []
    drafts += map(shared.draft, _with_work(batch, known, faults))
    _place(drafts, waiting, known, faults)
    good = merge(drafts)
    return result(good, faults, rows, len(drafts) - len(good))


def _drafts(source: Source, known: Known, faults: Faults) -> Iterator[tuple[Draft, Advert, str] | None]:
    """One for each row: a draft with its advert and the postcode to look up, or nothing where the row was refused."""
    headings: dict[tuple[str, ...], Headings] = {}
    for record in records(source):
        if isinstance(record, Broken):
            faults.refuse(source.name, record.row, record.reason, record.advice)
            yield None
            continue
        advert = _advert(record, headings, source, faults)
        if isinstance(advert, str):
            faults.refuse(source.name, record.row, advert, "Give each vacancy a title.")
            yield None
            continue

        def note(field: str, reason: str, advice: str, value: str, row: int = record.row) -> None:
            faults.note(source.name, row, field, reason, advice, value=value)

        one, postcode = draft(advert, f"{source.name}, row {record.row}", known, note)
        yield one, advert, postcode
    tell_of_file(source, faults)


def _advert(record: Record, headings: dict[tuple[str, ...], Headings], source: Source, faults: Faults) -> Advert | str:
    """The advert of a record, or why it is none."""
    shape = shape_of(record.fields)
    if shape in _READERS:
        advert = _READERS[shape](record.fields)
    elif shape == "columns":
        fields = flat(record.fields)
        names = tuple(fields)
        if names not in headings:
            headings[names] = headings_of(names, "vacancies")
            if len(headings) == 1:
                tell_of_columns(headings[names], source, faults)
        advert = from_columns(fields, headings[names])
    else:
        return shape
    if not advert.title and not advert.occupation:
        return "it has no title"
    return advert if advert.title else replace(advert, title=advert.occupation)


def _with_work(batch: Sequence[tuple[Draft, Advert]], known: Known, faults: Faults) -> list[Draft]:
    """The drafts with occupation, skills and what the occupation asks of a body."""
    if not known.catalogue.occupations:
        return [one for one, _ in batch]
    found = known.occupations([advert.occupation or advert.title for _, advert in batch])
    done = []
    for (one, advert), key in zip(batch, found, strict=True):
        if not key:
            faults.note(*_origin(one), "title", "no occupation was found by it", "Name the occupation.", value=advert.title)
        asked = _skills(one, advert, key, known, faults)
        changed = replace(
            one.vacancy,
            occupation=key,
            essential=asked.essential,
            optional=asked.optional,
            said=asked.said,
            demands=one.vacancy.demands | known.asks(key),
        )
        done.append(replace(one, vacancy=changed))
    return done


def _skills(one: Draft, advert: Advert, occupation: str, known: Known, faults: Faults) -> SkillsAsked:
    """What an advert asks for: by its own list, else by its text beside what ESCO lists for its occupation."""
    lists = {}
    for field, names in (("skills", advert.skills), ("optional_skills", advert.optional)):
        lists[field], lost = known.skills(names)
        if lost:
            faults.note(*_origin(one), field, *not_known(lost, len(names)), value="; ".join(names))
    item = known.catalogue.occupations.get(occupation)
    named, wished = lists["skills"], lists["optional_skills"]
    spoken = frozenset[str]() if named else known.spoken_of(advert.text, occupation)
    return skills_asked(item, named, wished, spoken)


def _place(drafts: list[Draft], waiting: dict[int, str], known: Known, faults: Faults) -> None:
    """Points for postcodes, all looked up in one reading of the table."""
    points = look_up(known.postcodes, frozenset(waiting.values()))
    for at, postcode in waiting.items():
        one = drafts[at]
        if point := points.get(postcode):
            drafts[at] = replace(one, vacancy=replace(one.vacancy, point=point))
            continue
        reason, advice = why_missing(known.postcodes)
        if one.vacancy.point is not None:
            reason += ": the middle of the area it names was used"
        faults.note(*_origin(one), "postcode", reason, advice, value=postcode)


def _origin(one: Draft) -> tuple[str, int]:
    """The file and the row that a draft was read from."""
    file, _, row = one.vacancy.reads.rpartition(", row ")
    return file, int(row)
