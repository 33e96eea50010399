"""A charity's file, good and bad: the good is used, and everything bad is told at once."""

from pathlib import Path

import pytest

from levelling.core.errors import UserError
from levelling.solutions.align import framework, read_organisation
from levelling.solutions.align.ages import Ages


def write(tmp_path: Path, name: str, text: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_csv_gathers_the_rows_of_an_activity(tmp_path: Path) -> None:
    text = (
        "\ufeffactivity,does,for,outcome,count\nJob club,CVs,people aged 18 to 24,Started work,24\nJob club,,,Began training,\n"
    )
    found = read_organisation(write(tmp_path, "bridges.csv", text))
    (activity,) = found.activities
    assert found.name == "bridges"
    assert activity.ages == Ages(18, 24)
    assert [(item.what, item.count) for item in activity.recorded] == [("Started work", 24), ("Began training", None)]
    assert found.faults == ()


def test_bad_rows_are_told_and_good_ones_used(tmp_path: Path) -> None:
    text = "activity,outcom,outcome,count\nJob club,,Started work,many\n,,lost,3\nClub,,Started work,1,extra\n"
    found = read_organisation(write(tmp_path, "a.csv", text))
    assert [item.name for item in found.activities] == ["Job club", "Club"]
    told = "\n".join(found.faults)
    assert "column 'outcom': there is no such column; did you mean outcome" in told
    assert "row 2, count: 'many'" in told
    assert "row 3, activity: is missing" in told
    assert "row 4: has more cells" in told


def test_every_fault_of_a_toml_file_is_told_at_once(tmp_path: Path) -> None:
    text = (
        'nmae = "x"\n[[activities]]\nages = "young"\nname = "Club"\n[[activities]]\nname = "B"\ncolour = 1\n'
        'outcomes = [{ what = "x", count = -1 }]\n'
    )
    with pytest.raises(UserError) as caught:
        read_organisation(write(tmp_path, "a.toml", text))
    said = str(caught.value)
    for words in ("nmae", "activities 1, ages: 'young'", "activities 2", "colour", "count"):
        assert words in said


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.toml", "name = ", "is not TOML"),
        ("a.toml", b"\xff\xfe\x00", "is not text in UTF-8"),
        ("a.toml", "", "holds no activity"),
        ("a.toml", "activities = 3", "should be a list"),
        ("a.csv", "", "holds no activity"),
        ("a.csv", "name,what\nx,y\n", "column 'activity': is missing"),
        ("a.csv", 'activity\n"open', "is not CSV"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, name: str, text: str | bytes, says: str) -> None:
    with pytest.raises(UserError, match=says):
        read_organisation(write(tmp_path, name, text))


def test_a_file_that_is_not_there_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(UserError, match="cannot be read"):
            read_organisation(path)


WRONG = """
title = "Mine"
short = "Mine"
publisher = "A funder"
what = "What a funder of mine wants."
standing = "current"
nations = ["E", "X"]
colour = "red"
[sources.a]
title = "A page"
address = "not an address"
"""
OUTCOMES = """
title = "Mine"
short = "Mine"
publisher = "A funder"
what = "What a funder of mine wants."
standing = "current"
nations = ["E"]
[sources.a]
title = "A page"
[[outcomes]]
key = "one"
title = "In work"
definition = "People in work, all of them."
kind = "population"
ages = "18 to 66"
level = "council"
standing = "current"
source = "b"
activities = ["job-serch-help"]
indicators = [
  { slug = "employment-rate", how = "same" },
  { slug = "employment-rat", how = "near", differs = "it is another" },
  { slug = "claimant-count", how = "near" },
  { slug = "economic-activity-census", category = "long-sick", how = "near", differs = "it is another" },
]
[[outcomes]]
key = "one"
title = "Helped"
definition = "People who were helped by it."
kind = "client"
ages = "grown up"
level = "council"
standing = "current"
source = "a"
"""


def test_every_fault_of_a_framework_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        framework(str(write(tmp_path, "mine.toml", WRONG)))
    for words in ("nations 2", "colour", "address", "outcomes: is missing"):
        assert words in str(caught.value), words
    with pytest.raises(UserError) as caught:
        framework(str(write(tmp_path, "mine.toml", OUTCOMES)))
    for words in (
        "source: there is no source 'b'",
        "job-serch-help' is not in the list of activities; did you mean job-search-help",
        "it is not the same: the ages asked for are 18 to 66, those of employment-rate are 16 to 64",
        "there is no indicator 'employment-rat'; did you mean employment-rate",
        "indicators 3, differs",
        "no category 'long-sick'; did you mean long-term-sick",
        "'one' is there twice",
        "'grown up' are no ages",
        "results: an outcome that is counted from people helped",
    ):
        assert words in str(caught.value), words


def test_a_framework_of_ones_own_is_used(tmp_path: Path) -> None:
    good = OUTCOMES.split("[[outcomes]]", maxsplit=1)[0] + (
        '[[outcomes]]\nkey = "one"\ntitle = "In work"\ndefinition = "People in work, all of them."\nkind = "population"\n'
        'ages = "16 to 64"\nlevel = "council"\nstanding = "current"\nsource = "a"\n'
        'indicators = [{ slug = "employment-rate", how = "same" }]\n'
    )
    assert framework(str(write(tmp_path, "mine.toml", good))).slug == "mine"


def test_an_unknown_framework_offers_near_ones() -> None:
    with pytest.raises(UserError) as caught:
        framework("get-britain-workin")
    assert caught.value.near[0] == "get-britain-working"


def test_a_table_parted_by_semicolons_is_read_and_an_endless_count_told(tmp_path: Path) -> None:
    text = f"activity;outcome;count\nJob club;Started work;{'9' * 5000}\nJob club;Stayed;3\n"
    found = read_organisation(write(tmp_path, "a.csv", text))
    assert [(item.what, item.count) for item in found.activities[0].recorded] == [("Started work", None), ("Stayed", 3)]
    assert len(found.faults) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = " + "[" * 20_000 + "]" * 20_000, "is too deep"),
        ("a = " + "9" * 5_000, "holds a number that is too large"),
        ("a" * 5_000_001, "it is larger than 5 million bytes"),
    ],
)
def test_a_file_made_to_choke_on_is_refused(tmp_path: Path, text: str, told: str) -> None:
    path = write(tmp_path, "a.toml", text)
    with pytest.raises(UserError, match=told):
        read_organisation(path)
    with pytest.raises(UserError, match=told):
        framework(str(path))
