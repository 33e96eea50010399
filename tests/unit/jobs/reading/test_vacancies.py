"""Vacancies in each shape, what is known of them, and adverts that stand several times."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from levelling.jobs.limits import Part, slot
from levelling.jobs.reading.asked import skills_asked
from levelling.jobs.vacancy import Contract, Vacancy
from tests.unit.jobs.reading.world import faults, vacancies


def write(folder: Path, *adverts: Mapping[str, Any], name: str = "v.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(f"{json.dumps(one)}\n" for one in adverts), "utf-8")
    return path


def only(folder: Path, advert: Mapping[str, Any]) -> Vacancy:
    (one,) = vacancies(write(folder, advert)).good
    return one


TEXT = "Care for the guests of a small hotel. " + " ".join(f"Duty {n} is to look after room {n} with a smile." for n in range(12))


def test_schema_org(tmp_path: Path) -> None:
    one = only(
        tmp_path,
        {
            "@context": "http://schema.org",
            "@type": "JobPosting",
            "title": "Hotel Cook",
            "identifier": {"@type": "PropertyValue", "name": "X", "value": "77"},
            "hiringOrganization": {"@type": "Organization", "name": "Grand Hotel"},
            "description": "<p>Part time, 16 to 20 hours per week. Monday to Friday 9am to 5pm. Full training provided.</p>",
            "baseSalary": {"currency": "GBP", "value": {"minValue": 13, "maxValue": "14.50", "unitText": "HOUR"}},
            "jobLocation": {
                "address": {"addressLocality": "Hartlepool", "postalCode": "TS24 7NT"},
                "geo": {"latitude": "54.69", "longitude": "-1.21"},
            },
            "employmentType": ["PART_TIME", "TEMPORARY"],
            "totalJobOpenings": 2,
            "datePosted": "2025-05-01",
            "validThrough": "2025-06-30T23:59",
            "qualifications": "NVQ level 2",
        },
    )
    assert (one.id, one.title, one.employer, one.occupation) == ("77", "Hotel Cook", "Grand Hotel", "cook")
    assert one.pay is not None
    assert (one.pay.least, one.pay.most) == (13.0, 14.5)
    assert one.point is not None
    assert (one.point.latitude, one.point.longitude, one.point.blur) == (54.69, -1.21, 0)
    assert one.hours == (16.0, 20.0)
    assert one.times == frozenset(slot(day, Part.DAY) for day in range(5))
    assert (one.level, one.contract, one.headcount, one.training) == (2, Contract.TEMPORARY, 2, True)
    assert (one.posted, one.closes) == (date(2025, 5, 1), date(2025, 6, 30))
    assert (set(one.essential), set(one.optional)) == ({"prepare-food"}, {"greet-guests"})
    assert one.reads == "v.jsonl, row 1"


def test_the_documented_example_of_schema_org_abroad(tmp_path: Path) -> None:
    """A job elsewhere has no place here, and says so."""
    path = write(
        tmp_path,
        {
            "@type": "JobPosting",
            "title": "Clerk",
            "jobLocation": {"geo": {"latitude": 42.3, "longitude": -83.0}},
            "hiringOrganization": "M",
        },
    )
    read = vacancies(path)
    assert read.good[0].point is None
    assert (1, "latitude", "the point is not in the United Kingdom") in faults(read)


def test_apprenticeships(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    advert = {
        "title": "Cook apprentice",
        "vacancyReference": "VAC1",
        "employerName": "Grand Hotel",
        "hoursPerWeek": 30,
        "numberOfPositions": 3,
        "wage": {"wageType": "ApprenticeshipMinimum", "wageUnit": "Weekly", "wageAdditionalInformation": ""},
        "addresses": [
            {
                "addressLine1": "1 High Street",
                "addressLine3": "Leeds",
                "postcode": "LS1 4BN",
                "latitude": 53.79,
                "longitude": -1.55,
            }
        ],
        "course": {"larsCode": 1, "level": 4},
        "isDisabilityConfident": True,
        "qualifications": [
            {"qualificationType": "GCSE", "subject": "Maths", "weighting": "Essential"},
            {"qualificationType": "A level", "subject": "English", "weighting": "Desired"},
        ],
        "postedDate": "2025-05-01T00:00:00Z",
        "closingDate": "2025-07-01T00:00:00Z",
    }
    path.write_text(json.dumps({"vacancies": [advert], "total": 1}), "utf-8")
    (one,) = vacancies(path).good
    assert (one.id, one.contract, one.headcount, one.hours, one.training) == ("VAC1", Contract.APPRENTICESHIP, 3, (30, 30), True)
    assert one.level == 2  # what it asks for, not the level it leads to
    assert one.pay is not None
    assert one.pay.least == 7.55
    assert one.protects == {"disability-confident"}


def test_adzuna_with_a_modelled_salary(tmp_path: Path) -> None:
    advert = {
        "id": "9",
        "adref": "changes",
        "title": "<strong>Cook</strong>",
        "company": {"display_name": "Grand Hotel"},
        "location": {"display_name": "Hartlepool, Durham", "area": ["UK", "North East England", "Hartlepool"]},
        "salary_min": 25350.0,
        "salary_max": 25350.0,
        "salary_is_predicted": "1",
        "contract_type": "permanent",
        "contract_time": "full_time",
        "created": "2025-05-02T10:00:00Z",
    }
    one = only(tmp_path, advert)
    assert one.title == "Cook"
    assert one.pay is not None
    assert (one.pay.least, one.pay.modelled) == (13.0, True)
    assert (one.contract, one.hours) == (Contract.PERMANENT, (30, 48))
    assert one.point is not None
    assert one.point.blur > 0
    assert only(tmp_path, advert | {"adref": "changed"}) == one
    stated = only(tmp_path, advert | {"salary_is_predicted": "0"})
    assert stated.pay is not None
    assert not stated.pay.modelled


def test_a_table_with_its_own_words(tmp_path: Path) -> None:
    path = tmp_path / "v.csv"
    path.write_text(
        "Job Ref,Position,Company,Town,Wage,Weekly hours,Shift pattern,Skills,Licences,Physical demands,"
        "Closing date,Work mode,No. of positions\n"
        "1,Night porter,Hotel,Hartlepool,£13.50 an hour,20,Fri-Sat nights,lift heavy weights; juggling,driving licence,"
        "standing,31/12/2025,hybrid,2\n",
        "utf-8",
    )
    (one,) = vacancies(path).good
    assert one.times == frozenset({slot(4, Part.NIGHT), slot(5, Part.NIGHT)})
    assert one.essential == {"lift-heavy-weights"}
    assert one.licences == {"driving-licence"}
    # Said in its field, by its times, by its title, and by the essential skills of a porter.
    assert one.demands == {"standing", "nights", "weekends", "heavy-lifting"}
    assert (one.headcount, one.remote, one.closes) == (2, False, date(2025, 12, 31))


def test_what_is_missing_is_told_and_the_vacancy_is_used(tmp_path: Path) -> None:
    read = vacancies(write(tmp_path, {"title": "Cook"}, {"title": "Porter", "salary": "Competitive", "place": "Nowhere at all"}))
    assert len(read.good) == 2
    assert {(1, "pay", "none is stated"), (1, "place", "none is stated")} <= faults(read)
    assert {(2, "pay", "it names no amount"), (2, "place", "no area is known by it")} <= faults(read)
    assert {fault.value for fault in read.noted if fault.row == 2} >= {"Competitive", "Nowhere at all"}


def test_what_is_no_vacancy_is_refused_with_its_reason(tmp_path: Path) -> None:
    read = vacancies(
        write(tmp_path, {"@type": "Organization", "name": "x"}, {"salary": "£13"}, {"title": "  "}, {"title": "Cook"})
    )
    assert [fault.reason for fault in read.refused] == [
        "it is no JobPosting but: Organization",
        "it has no title",
        "it has no title",
    ]
    assert len(read.good) == 1


def test_odd_values_are_told_and_do_no_harm(tmp_path: Path) -> None:
    odd: list[Any] = [
        None,
        True,
        [],
        {},
        [[[]]],
        {"a": {"b": {"c": {"d": 1}}}},
        1e308,
        float("nan"),
        -5,
        "x" * 100_000,
        "<script>alert(1)</script>",
    ]
    for value in odd:
        names = ("title", "salary", "hours", "latitude", "longitude", "closing date", "skills", "headcount", "id", "description")
        read = vacancies(write(tmp_path, *({"title": "Cook", name: value} for name in names)))
        assert all("<script" not in f"{one.title}{one.id}{one.place}" for one in read.good)
    for shape in ("baseSalary", "jobLocation", "identifier", "hiringOrganization", "employmentType"):
        vacancies(write(tmp_path, *({"@type": "JobPosting", "title": "Cook", shape: value} for value in odd)))


def test_faults_show_values_cut_and_safe(tmp_path: Path) -> None:
    read = vacancies(write(tmp_path, {"title": "Cook", "closing date": "\x1b[31m<b>soon</b>\n" + "y" * 500}))
    (value,) = {fault.value for fault in read.noted if fault.field == "closes"}
    assert len(value) <= 60
    assert value.isprintable()
    assert "<" not in value


# -- duplicates


def advert(**changed: Any) -> dict[str, Any]:
    base = {"id": "1", "title": "Cook", "employer": "Grand Hotel", "place": "Leeds", "pay": "£13 an hour", "description": TEXT}
    return base | changed


def merged(folder: Path, *adverts: dict[str, Any]) -> list[tuple[str, tuple[str, ...], int]]:
    return [(one.id, one.merged, one.headcount) for one in vacancies(write(folder, *adverts)).good]


def test_the_same_key_title_and_employer_are_one(tmp_path: Path) -> None:
    assert merged(tmp_path, advert(), advert(place="Hull", pay="£14 an hour")) == [("1", ("1",), 1)]


def test_one_key_for_two_jobs_is_told_apart(tmp_path: Path) -> None:
    assert merged(tmp_path, advert(), advert(title="Porter", description="")) == [("1", (), 1), ("1#2", (), 1)]


def test_the_same_words_under_two_keys_are_one(tmp_path: Path) -> None:
    again = advert(id="2", title="COOK!", employer="grand hotel", description=TEXT.replace("Duty 3", "Task 3"))
    assert merged(tmp_path, advert(), again) == [("1", ("2",), 1)]


def test_two_wards_with_texts_of_their_own_are_two(tmp_path: Path) -> None:
    other = " ".join(f"Another ward with patient {n} who needs quite different things altogether." for n in range(12))
    assert len(merged(tmp_path, advert(), advert(id="2", description=other))) == 2


def test_other_pay_place_or_employer_is_another_vacancy(tmp_path: Path) -> None:
    others = [advert(id="2", pay="£15 an hour"), advert(id="3", place="Hull"), advert(id="4", employer="Small Hotel")]
    assert len(merged(tmp_path, advert(), *others)) == 4


def test_without_texts_the_same_employer_title_place_and_pay_are_one(tmp_path: Path) -> None:
    assert merged(tmp_path, advert(description=""), advert(id="2", description="")) == [("1", ("2",), 1)]


def test_posts_are_added_up_only_where_the_advert_says_that_there_are_several(tmp_path: Path) -> None:
    assert merged(tmp_path, advert(headcount=2), advert(id="2", headcount=3)) == [("1", ("2",), 5)]
    assert merged(tmp_path, advert(headcount=2), advert(headcount=3)) == [("1", ("1",), 3)]
    assert merged(tmp_path, advert(), advert(id="2")) == [("1", ("2",), 1)]


def test_the_fullest_of_several_is_kept(tmp_path: Path) -> None:
    (one,) = vacancies(write(tmp_path, advert(), advert(id="2", hours="37.5", posted="2025-01-01"))).good
    assert (one.id, one.hours) == ("2", (37.5, 37.5))


def test_several_registrations_are_no_limit(tmp_path: Path) -> None:
    read = vacancies(write(tmp_path, {"title": "Practitioner", "description": "NMC registered or HCPC registered."}))
    assert read.good[0].licences == frozenset()
    assert any(fault.field == "licences" for fault in read.noted)


@pytest.mark.parametrize("text", ["HGV Class 1 driver or HGV Class 2 driver", "HGV Class 2 driver"])
def test_of_licences_that_include_each_other_the_least_is_needed(tmp_path: Path, text: str) -> None:
    assert only(tmp_path, {"title": "Driver", "description": text}).licences == {"lgv-c"}


def test_a_text_adds_to_the_skills_of_the_occupation(tmp_path: Path) -> None:
    told = "You will greet our guests and lift heavy weights."
    cook = only(tmp_path, {"job title": "Cook", "description": told})
    assert cook.essential == {"prepare-food", "greet-guests"}
    assert cook.optional == {"lift-heavy-weights"}
    assert cook.said == {"greet-guests", "lift-heavy-weights"}
    silent = only(tmp_path, {"job title": "Cook", "description": "A nice place."})
    assert silent.essential == {"prepare-food"}
    assert silent.optional == {"greet-guests"}
    assert silent.said == frozenset()


def test_where_no_occupation_is_known_a_few_words_of_a_text_are_too_little_to_go_by(tmp_path: Path) -> None:
    one = only(tmp_path, {"job title": "Zzyzx", "description": "Bookkeeping for a small firm. You greet guests."})
    assert one.occupation == ""
    assert one.essential == one.optional == one.said == frozenset()
    many = frozenset("abcdefgh")
    assert skills_asked(None, frozenset(), frozenset(), many).essential == many
    assert one.optional == frozenset()


def test_a_list_of_its_own_stands_and_what_is_not_known_of_it_is_told(tmp_path: Path) -> None:
    advert = {"job title": "Cook", "description": "You lift heavy weights.", "skills": "preparing food, juggling, bookkeeping"}
    read = vacancies(write(tmp_path, {**advert, "desirable skills": "greet guests; eel handling"}))
    (one,) = read.good
    assert one.essential == {"prepare-food", "bookkeeping"}
    assert one.optional == {"greet-guests"}
    assert one.said == {"prepare-food", "bookkeeping", "greet-guests"}
    assert {(1, "skills", "1 of 3 mean no skill that is known")} <= faults(read)
    assert {(1, "optional_skills", "1 of 2 mean no skill that is known")} <= faults(read)


def test_a_list_of_which_nothing_is_known_leaves_the_occupations(tmp_path: Path) -> None:
    one = only(tmp_path, {"job title": "Cook", "skills": "juggling"})
    assert one.essential == {"prepare-food"}
    assert one.said == frozenset()
