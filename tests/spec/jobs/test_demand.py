"""Local demand, from small tables and lists to answers worked out by hand."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from levelling.atlas import Atlas
from levelling.atlas.declared import FactsBroken
from levelling.jobs.demand import Way, asked, demand, doors, gaps, read_rules, rules, standing
from levelling.jobs.demand.doors import way_of
from levelling.jobs.demand.told import parts, sentences
from levelling.jobs.occupations import Catalogue, Occupation, Skill
from levelling.jobs.person import Person, Point
from levelling.jobs.vacancy import Contract, Pay, Vacancy

TRUST = "Leeds Teaching Hospitals NHS Trust"
HARTLEPOOL, LEEDS = Point(54.686, -1.212), Point(53.8, -1.55)


def occupation(key: str, isco: str, soc: tuple[str, ...] = (), *, regulated: bool = False) -> Occupation:
    nothing = frozenset[str]()
    return Occupation(key, key, isco, nothing, nothing, soc, "", None, None, None, "", nothing, regulated=regulated)


OCCUPATIONS = (
    occupation("porter", "9621"),
    occupation("clerk", "3343", ("4159",)),
    occupation("technician", "3211", ("3213",)),
    occupation("manager", "1212"),
    occupation("nurse", "2221", regulated=True),
    occupation("cleaner", "9112"),
)
CATALOGUE = Catalogue(
    {item.key: item for item in OCCUPATIONS},
    {key: Skill(key, f"{key} well", "", 1.0) for key in ("lift", "write")},
    {"96": "Refuse workers and other elementary workers", "91": "Cleaners and helpers", "33": "Business associates"},
)


@pytest.fixture(scope="module")
def atlas() -> Iterator[Atlas]:
    opened = Atlas.open()
    yield opened
    opened.store.close()


def vacancy(name: str, occupation: str = "", **said: Any) -> Vacancy:
    return Vacancy(name, name, employer=TRUST, occupation=occupation, **said)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (vacancy("a", "porter"), Way.BY_OCCUPATION),
        (vacancy("b", "clerk"), Way.BY_OCCUPATION),
        (vacancy("c", "technician"), Way.DEGREE_BY_OCCUPATION),
        (vacancy("d", "technician", level=3), Way.STATED),
        (vacancy("e", "porter", level=4), Way.DEGREE),
        (vacancy("f", "manager", level=2), Way.CONTRADICTS),
        (vacancy("g", "nurse", level=2), Way.REGULATED),
        (vacancy("h", "porter", licences=frozenset({"driving"})), Way.LICENCE),
        (vacancy("i"), Way.UNKNOWN),
        (vacancy("j", level=0), Way.STATED),
    ],
)
def test_what_a_vacancy_asks_of_those_who_come(given: Vacancy, expected: Way) -> None:
    assert way_of(given, CATALOGUE, rules()) is expected


@pytest.mark.parametrize(
    ("employer", "kind"),
    [
        ("LEEDS TEACHING HOSPITALS NHS TRUST", "nhs"),
        ("Leicestershire Partnership Trust", "nhs"),
        ("University Hospitals of Leicester", "nhs"),
        ("Imperial College Healthcare NHS Trust", "nhs"),
        ("Betsi Cadwaladr University Health Board", "nhs"),
        ("Hartlepool Borough Council", "council"),
        ("Teesside University", "university"),
        ("Hartlepool College of Further Education", "college"),
        ("Arts Council England", ""),
        ("Medical Research Council", ""),
        ("Royal College of Nursing", ""),
        ("NHS Professionals", ""),
        ("Priory Group", ""),
        ("Councillor's Cafe", ""),
        ("", ""),
    ],
)
def test_anchors_are_told_by_their_names(employer: str, kind: str) -> None:
    found = rules().anchor(employer)
    assert (found.key if found else "") == kind


def test_doors_are_counted_with_where_and_at_what_pay() -> None:
    given = [
        vacancy("1", "porter", pay=Pay(9.0, 10.0), contract=Contract.PERMANENT, headcount=3),
        vacancy("2", "clerk", pay=Pay(12.0, 14.0)),
        vacancy("3", "cleaner", pay=Pay(11.0, 11.0, modelled=True)),
        vacancy("4", "nurse", pay=Pay(20.0, 22.0)),
        Vacancy("5", "Clerk", employer="A shop", occupation="clerk", pay=Pay(30.0, 30.0)),
        Vacancy("6", "Clerk", occupation="clerk"),
    ]
    found = doors(given, CATALOGUE, places={"1": "Leeds", "2": "York", "3": "Leeds"}, living_wage=9.5)
    assert [door.vacancy.id for door in found.items] == ["2", "1", "3"]
    whole = found.all
    assert (whole.vacancies, whole.doors, whole.posts, whole.employers, whole.stated) == (4, 3, 5, 1, 2)
    assert (whole.lowest, whole.median, whole.highest, whole.secure) == (9.0, 10.5, 12.0, 1)
    assert (found.others, found.nameless, found.below) == (1, 1, 1)
    assert found.places == (("Leeds", 2), ("York", 1))
    assert dict(found.ways) == {Way.BY_OCCUPATION: 3, Way.REGULATED: 1}


def test_people_and_vacancies_by_group_both_ways_with_small_numbers_withheld() -> None:
    given = [vacancy("1", "porter", headcount=20), vacancy("2", "cleaner", headcount=2), vacancy("3", "clerk"), vacancy("4")]
    people = [Person(f"p{at}", wants=("cleaner",), occupations=("porter",)) for at in range(12)]
    people += [Person(f"q{at}", occupations=("unheard-of", "porter")) for at in range(8)]
    people += [Person("r", wants=("clerk",)), *(Person(f"s{at}") for at in range(9))]
    found = asked(given, people, CATALOGUE)
    assert (found.vacancies, found.posts, found.people) == (4, 24, 30)
    assert [(group.code, group.posts, group.people, group.gap) for group in found.groups] == [
        ("96", 20, 10, 10),
        ("91", 2, 10, -8),
        ("33", 1, None, None),
    ]
    assert [group.code for group in found.wanting] == ["96"]
    assert [group.code for group in found.waiting] == ["91"]
    assert (found.unsorted_vacancies, found.unsorted_people) == (1, 10)


def test_skills_most_asked_for_that_fewest_have_come_first() -> None:
    lift, write = frozenset({"lift"}), frozenset({"write"})
    given = [vacancy("1", "porter", essential=lift, headcount=3), vacancy("2", "clerk", essential=write, headcount=2)]
    people = [Person(f"p{at}", skills=lift if at < 16 else frozenset()) for at in range(20)]
    found = asked(given, people, CATALOGUE)
    assert [(skill.key, skill.label, skill.posts, skill.people) for skill in found.skills] == [
        ("write", "write well", 2, 0),
        ("lift", "lift well", 3, 15),
    ]
    assert asked(given, [Person(f"p{at}", skills=lift | write) for at in range(9)], CATALOGUE).skills == ()


def test_only_vacancies_of_the_place_or_from_home_count(atlas: Atlas) -> None:
    given = [
        vacancy("1", "porter", point=HARTLEPOOL),
        vacancy("2", "porter", point=LEEDS),
        vacancy("3", "porter", remote=True),
        vacancy("4", "porter"),
        vacancy("5", "porter", point=HARTLEPOOL, closes=date(2020, 11, 1)),
        vacancy("6", "porter", point=HARTLEPOOL, closes=date(2020, 11, 20)),
    ]
    found = demand(atlas, atlas.area("Hartlepool"), vacancies=given, catalogue=CATALOGUE, on=date(2020, 11, 20))
    assert found.given is not None
    assert found.asked is not None
    assert found.doors is not None
    counts = found.given
    assert (counts.here, counts.remote, counts.elsewhere, counts.unplaced, counts.closed) == (2, 1, 1, 1, 1)
    assert found.asked.posts == 3
    assert found.doors.living_wage == 9.3
    told = " ".join(sentences(found))
    assert "Vacancies given that count: 2 in Hartlepool and 1 from home." in told
    assert "Left out: elsewhere 1, place not known 1 and closed 1." in told


def test_the_publishers_own_area_is_named_and_nothing_is_shared_out(atlas: Atlas) -> None:
    camden = atlas.area("Camden")
    where = standing(atlas, "online-adverts-by-occupation", camden)
    assert where is not None
    assert (where.area.code, where.same) == ("E69000013", False)
    found = demand(atlas, camden)
    assert found.adverts is not None
    assert found.adverts.whole.moved is None
    assert "Greater London (local skills improvement plan area around Camden)" in sentences(found)[0]
    assert any("for work in Camden" in item.question for item in found.open)
    assert found.fields is None
    assert found.january is None


def test_scotland_has_no_adverts_and_says_so(atlas: Atlas) -> None:
    found = demand(atlas, atlas.area("Glasgow City"))
    assert (found.adverts, found.fields, found.trend, found.gaps, found.residents) == (None, None, None, None, None)
    assert found.measured is not None
    assert found.measured.standing.same
    assert any(item.why == "Such adverts are held for England only." for item in found.open)


def test_groups_without_a_margin_are_not_told_as_more_than_chance(atlas: Atlas) -> None:
    found = parts(demand(atlas, atlas.area("Leeds")))
    assert found["measured"].endswith(
        "all more than chance but elementary trades and related occupations, for which no margin is published."
    )
    assert found["residents"].endswith("no margins are published.")


def test_areas_put_together_wrongly_are_stood_in_for_by_the_right_ones(atlas: Atlas) -> None:
    where = standing(atlas, "online-adverts-by-month", atlas.area("Dorset"))
    assert where is not None
    assert where.area.code == "E37000009"


def test_a_region_is_not_passed_off_as_a_town(atlas: Atlas) -> None:
    found = standing(atlas, "online-adverts-index", atlas.area("Cumberland"))
    assert found is None


def test_textkernel_fields_never_meet_people_by_occupation(atlas: Atlas) -> None:
    found = demand(atlas, atlas.area("Hartlepool"))
    held = gaps(atlas, found.area)
    assert held is not None
    assert found.fields is not None
    assert {gap.key for gap in held.items}.isdisjoint({part.key for part in found.fields.parts})
    assert any("no table leads from one to the other" in item.why for item in found.open)


def test_records_tell_part_area_and_reason(atlas: Atlas) -> None:
    records = demand(atlas, atlas.area("Hartlepool")).records()
    parts = {record["part"] for record in records}
    assert {
        "adverts by occupation",
        "adverts by month",
        "adverts against people",
        "jobs to 2035 by occupation",
        "cannot tell",
    } <= parts
    assert all(record["area"] == "E92000001" for record in records if record["part"].startswith("jobs to 2035"))
    assert all(record["why"] for record in records if record["part"] == "cannot tell")


def test_rules_of_ones_own_and_their_faults(tmp_path: Path) -> None:
    path = tmp_path / "doors.toml"
    path.write_text(
        '[most_level]\nvalue = 2\nreason = "School alone."\n[isco_groups]\nvalue = []\nreason = "None of them."\n'
        '[soc_groups]\nvalue = []\nreason = "None of them."\n'
        '[[anchors]]\nkey = "mill"\nname = "mill"\nwords = ["mill"]\nreason = "The mill is all there is."\n',
        "utf-8",
    )
    own = read_rules(path)
    assert own.anchor("Old Mill Ltd") is not None
    assert way_of(vacancy("1", "porter", level=3), CATALOGUE, own) is Way.DEGREE
    assert way_of(vacancy("1", "porter"), CATALOGUE, own) is Way.DEGREE_BY_OCCUPATION
    path.write_text(path.read_text("utf-8").replace("value = 2", "value = 9"), "utf-8")
    with pytest.raises(FactsBroken, match="most_level, value"):
        read_rules(path)
    path.write_text("[most_level", "utf-8")
    with pytest.raises(FactsBroken, match="is not TOML"):
        read_rules(path)
    with pytest.raises(FactsBroken, match="cannot be read"):
        read_rules(tmp_path / "nowhere.toml")
