"""What is made up is read again as it was made: both sides speak the same columns."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from levelling.atlas import Atlas
from levelling.jobs import made
from levelling.jobs.made.written import people_rows, vacancy_rows
from levelling.jobs.reading import Known, read_people, read_vacancies


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_made_up_caseload_is_read_as_it_was_made(tmp_path: Path, form: str) -> None:
    atlas = Atlas.open()
    known = Known.of(atlas, date(2026, 6, 1))
    found = made.make(atlas, known.catalogue, atlas.area("Hartlepool"), people=60, vacancies=60, seed=7)
    paths = []
    for name, rows in (
        ("people", list(people_rows(found.people, known.catalogue))),
        ("vacancies", list(vacancy_rows(found.vacancies, known.catalogue))),
    ):
        path = tmp_path / f"{name}.{form}"
        paths.append(path)
        if form == "jsonl":
            path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
            continue
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, list(rows[0]))
            writer.writeheader()
            writer.writerows(
                {key: "; ".join(cell) if isinstance(cell, list) else cell for key, cell in row.items()} for row in rows
            )
    people, vacancies = read_people(paths[:1], known), read_vacancies(paths[1:], known)
    assert people.noted == people.refused == vacancies.refused == ()
    assert {fault.field for fault in vacancies.noted} <= {"pay"}
    for one, other in zip(found.people, people.good, strict=True):
        for name in (
            "id",
            "reach",
            "occupations",
            "wants",
            "skills",
            "level",
            "hours",
            "times",
            "floor",
            "remote_only",
            "furthest",
        ):
            assert getattr(other, name) == getattr(one, name), name
        assert one.licences <= other.licences
        assert one.limits <= other.limits
    for ad, read in zip(found.vacancies, vacancies.good, strict=True):
        for name in (
            "id",
            "title",
            "employer",
            "occupation",
            "essential",
            "remote",
            "hours",
            "times",
            "level",
            "contract",
            "headcount",
        ):
            assert getattr(read, name) == getattr(ad, name), name
        assert (read.pay is None) == (ad.pay is None)
        if read.pay and ad.pay:
            assert (read.pay.least, read.pay.most) == (ad.pay.least, ad.pay.most)
        assert ad.licences <= read.licences
        assert ad.demands <= read.demands
