"""People from tables and JSON: what each column gives, what cannot be, and that nothing of theirs gets into a message."""

import gc
import gzip
import json
from pathlib import Path

import pytest

from levelling.atlas import Atlas
from levelling.jobs.limits import Part, slot
from levelling.jobs.person import Mode, Person, Reach
from levelling.jobs.reading import Known, Places, read_people, times
from tests.unit.jobs.reading.world import CATALOGUE, TODAY, Titles, faults, people


def table(folder: Path, text: str, name: str = "p.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def one(folder: Path, **columns: str) -> tuple[Person, set[tuple[int, str, str]]]:
    path = folder / "one.json"
    path.write_text(json.dumps([{"id": "a", **columns}]), "utf-8")
    read = people(path)
    (person,) = read.good
    return person, {fault for fault in faults(read) if fault[1] not in {"place", "occupations"}}


def test_a_whole_row(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "Ref;LSOA;Travel;Past jobs;Looking for;Skills;Qualification;Hours;Availability;Pay floor;Health;Licences;Furthest\n"
        "7;E01011949;bus 40 min, walk 3 km;cook;porter;bookkeeping;A level;16-30;Mon-Fri days;£12.50;no heavy lifting;"
        "full UK licence;yes\n",
    )
    read = people(path)
    (person,) = read.good
    assert read.noted == ()
    assert person.id == "7"
    assert person.point is not None
    assert 54.6 < person.point.latitude < 54.7
    assert 0 < person.point.blur < 1
    assert person.reach == (Reach(Mode.BUS, 40.0), Reach(Mode.WALK, None, 3.0))
    assert (person.occupations, person.wants, set(person.skills)) == (("cook",), ("porter",), {"bookkeeping", "prepare-food"})
    assert (person.level, person.hours, person.floor, person.furthest) == (3, (16, 30), 12.5, True)
    assert person.times == frozenset(slot(day, Part.DAY) for day in range(5))
    assert person.licences == {"driving-licence"}
    # Who cannot work at night, in the evening or at weekends is not sent where an advert asks for it without saying when.
    assert person.limits == {"heavy-lifting", "nights", "evenings", "weekends"}


def test_skills_not_named_are_those_of_what_they_have_done(tmp_path: Path) -> None:
    assert one(tmp_path, occupations="cook; porter")[0].skills == {"prepare-food", "lift-heavy-weights"}


@pytest.mark.parametrize("column", ["skills", "what I can do", "about me"])
def test_skills_are_named_in_peoples_own_words(tmp_path: Path, column: str) -> None:
    person, told = one(tmp_path, occupations="porter", **{column: "I have prepared food; juggling; greeting the guests"})
    # A few words are no whole list: what a porter usually does stands beside them.
    assert person.skills == {"prepare-food", "greet-guests", "lift-heavy-weights"}
    assert {text for _, field, text in told if field == "skills"} == {"1 of 3 mean no skill that is known"}


def test_json_with_objects_and_lists(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl.gz"
    person = {
        "id": 5,
        "home": {"latitude": 54.69, "longitude": -1.21},
        "occupations": ["cook", "http://data.europa.eu/esco/occupation/porter"],
    }
    path.write_bytes(gzip.compress(json.dumps(person).encode()))
    (found,) = people(path).good
    assert (found.id, found.occupations) == ("5", ("cook", "porter"))
    assert found.point is not None
    assert found.point.blur == 0


@pytest.mark.parametrize(
    ("column", "value", "attribute", "expected"),
    [
        ("floor", "12.5", "floor", 12.5),
        ("floor", "£13 an hour", "floor", 13.0),
        ("floor", "real living wage", "floor", 12.6),
        ("floor", "national living wage", "floor", 12.21),
        ("floor", "£25,350 a year", "floor", 13.0),
        ("floor", "none", "floor", None),
        ("hours", "20", "hours", (0, 20)),
        ("hours", "any", "hours", None),
        ("hours", "30-16", "hours", (16, 30)),
        ("max hours", "16", "hours", (0, 16)),
        ("caring", "Mon-Fri 8am-6pm", "times", times.ALL - {slot(day, Part.DAY) for day in range(5)}),
        ("times", "any", "times", None),
        ("remote only", "yes", "remote_only", True),
        ("licences", "HGV Class 1", "licences", {"lgv-ce", "lgv-c", "lgv-c1", "driving-licence"}),
        ("licences", "no driving licence", "licences", frozenset()),
        ("limits", "bad back; stairs", "limits", {"heavy-lifting", "stairs"}),
        ("bus minutes", "40", "reach", (Reach(Mode.BUS, 40.0),)),
        ("miles", "10", "reach", (Reach(Mode.BUS, None, 16.093),)),
        ("qualification", "none", "level", 0),
    ],
)
def test_columns(tmp_path: Path, column: str, value: str, attribute: str, expected: object) -> None:
    assert getattr(one(tmp_path, **{column: value})[0], attribute) == expected


@pytest.mark.parametrize(
    ("column", "value", "field"),
    [
        *(("floor", "10000", "floor"), ("floor", "lots", "floor"), ("hours", "200", "hours"), ("max hours", "-3", "hours_most")),
        *(("times", "never you mind", "times"), ("times", "not any; not weekdays; not weekends", "times")),
        *(("level", "wizard", "level"), ("limits", "purple things", "limits"), ("licences", "dragon", "licences")),
        *(("travel", "far", "travel"), ("bus minutes", "9000", "bus_minutes"), ("caring", "20", "caring")),
        *(("latitude", "54.7", "latitude"), ("lsoa", "E01999999", "neighbourhood"), ("postcode", "TS24 7NT", "postcode")),
        *(("postcode", "here", "postcode"), ("skills", "juggling", "skills"), ("authority", "Atlantis", "authority")),
    ],
)
def test_what_cannot_be_used_is_told_and_the_person_is_kept(tmp_path: Path, column: str, value: str, field: str) -> None:
    _, found = one(tmp_path, **{column: value})
    assert {name for _, name, _ in found} == {field}


def test_a_person_without_a_place_is_told_of(tmp_path: Path) -> None:
    read = people(table(tmp_path, "id,occupation\n1,cook\n"))
    assert (2, "place", "where they live is not known: only work from home can be matched") in faults(read)


def test_the_same_row_again_is_merged_and_another_with_its_id_is_refused(tmp_path: Path) -> None:
    read = people(table(tmp_path, "id,occupation,hours\n1,cook,20\n1,cook,20\n1,porter,20\n2,cook,\n"))
    assert ([person.id for person in read.good], read.merged, read.refused_count) == (["1", "2"], 1, 1)


def test_a_file_without_headings_is_refused_row_by_row_in_silence_of_what_it_says(tmp_path: Path) -> None:
    read = people(table(tmp_path, "Ann Smith,TS24 7NT,cook\nBob Jones,TS24 8AA,porter\n"))
    assert read.good == ()
    assert "Ann" not in repr(read)
    assert "Bob" not in repr(read)


def test_columns_that_belong_in_no_such_file_are_not_read(tmp_path: Path) -> None:
    read = people(table(tmp_path, "id,Name,Date of Birth,NI number,occupation\n1,Ann Smith,1990-01-01,QQ123456C,cook\n"))
    assert {fault.field for fault in read.noted if fault.row == 0} == {"Name", "Date of Birth", "NI number"}
    assert "Smith" not in repr(read)


def test_no_word_of_theirs_outlives_what_was_read(tmp_path: Path) -> None:
    word = f"quxozzle{id(tmp_path)}"  # written whole, it would stand in this test's own code
    file = table(tmp_path, f'id,authority,wants,skills\n{word},"12 {word} Row",{word} cook,"prepare food with {word}; {word}"\n')
    atlas = Atlas.open()
    gc.collect()
    gc.disable()  # what goes only when cycles are next collected may stay for hours
    try:
        known = Known(Places(atlas), CATALOGUE, Titles(), TODAY)
        read = read_people([file], known)
        assert read.good[0].skills == {"prepare-food"}
        assert _held(word)  # what looks for it finds it
        del read, known
        assert not _held(word)
    finally:
        gc.enable()


def _held(word: str) -> list[type]:
    """What in memory holds a text with a word."""
    found: list[type] = []
    for one in gc.get_objects():
        texts = [text for text in gc.get_referents(one) if type(text) is str]
        if word in " ".join(texts):  # no comprehension, which would hold the word itself in a cell
            found.append(type(one))
    return found


def test_a_users_own_table_of_postcodes(tmp_path: Path) -> None:
    directory = table(
        tmp_path,
        "pcd,pcds,doterm,oseast1m,lat,long\nTS247NT,TS24 7NT,,450000,54.690,-1.210\nTS247NU,TS24 7NU,,450000,54.692,-1.214\n"
        "TS258AA,TS25 8AA,,0,99.999999,0\n",
        "onspd.csv",
    )
    rows = "id,postcode,occupation\n1,ts247nt,cook\n2,TS24 7,cook\n3,TS25 8AA,cook\n4,TS99 9ZZ,cook\n"
    read = people(table(tmp_path, rows), postcodes=directory)
    points = [person.point for person in read.good]
    assert points[0] is not None
    assert points[1] is not None
    assert (points[0].latitude, points[0].longitude, points[0].blur) == (54.69, -1.21, 0)
    # A sector lies at the mean of its postcodes.
    assert (points[1].latitude, points[1].longitude) == pytest.approx((54.691, -1.212))
    assert points[1].blur == pytest.approx(0.2, abs=0.05)
    assert points[2] is points[3] is None
    assert {
        (4, "postcode", "it is not in the table of postcodes"),
        (5, "postcode", "it is not in the table of postcodes"),
    } <= faults(read)


def test_code_point_open_has_no_headings_and_the_national_grid(tmp_path: Path) -> None:
    directory = table(tmp_path, '"TS24 7NT",10,450900,533200,"E92000001"\n"TS24 7NU",10,450900,533400,"E92000001"\n', "ts.csv")
    (person,) = people(table(tmp_path, "id,postcode,occupation\n1,TS24 7NT,cook\n"), postcodes=directory).good
    assert person.point is not None
    assert (person.point.latitude, person.point.longitude) == pytest.approx((54.691, -1.212), abs=0.01)
