"""`import levelling as lv` gives the same names whatever was imported before."""

import json
import subprocess
import sys
from collections.abc import Callable

import pytest

import levelling as lv
from levelling.core.errors import UserError


@pytest.mark.parametrize(
    "before",
    [
        "lv.plan('Hartlepool')",
        "import levelling.plan",
        "from levelling.plan import build",
        "import levelling.plan.sections.place",
        "from levelling import plan",
    ],
)
def test_a_plan_can_be_asked_for_again_and_again(before: str) -> None:
    code = f"import levelling as lv\n{before}\nprint(lv.plan('Hartlepool').document.title, lv.plan('Belfast').document.title)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "Hartlepool Belfast", done.stderr


COUNTRY: dict[str, Callable[[lv.Atlas], lv.Answer]] = {
    "rank": lambda atlas: atlas.rank("employment-rate", level="region"),
    "trend": lambda atlas: atlas.trend("employment-rate", level="region"),
    "map": lambda atlas: atlas.map("employment-rate", level="region"),
    "divergence": lambda atlas: atlas.divergence(level="region", year=2017),
    "inequality": lambda atlas: atlas.inequality("gdhi-per-head", level="lad", by="region"),
    "quadrants": lambda atlas: atlas.quadrants(end=2017),
    "predictors": lambda atlas: atlas.predictors("level"),
    "kinds": lambda atlas: atlas.kinds(),
    "low_paid": lambda atlas: atlas.low_paid("region"),
    "automation": lambda atlas: atlas.automation(),
    "learning": lambda atlas: atlas.learning(),
    "health": lambda atlas: atlas.health("region"),
    "vulnerability": lambda atlas: atlas.vulnerability("covid-2020", draws=50),
}
PLACE: dict[str, Callable[[lv.Place], lv.Answer | None]] = {
    "trend": lambda place: place.trend(),
    "divergence": lambda place: place.divergence(),
    "groups": lambda place: place.groups(),
    "align": lambda place: place.align("get-britain-working"),
    "pay": lambda place: place.pay(),
    "learning": lambda place: place.learning(),
    "health": lambda place: place.health(),
    "automation": lambda place: place.automation(),
    "future": lambda place: place.future(draws=200),
}


@pytest.fixture(scope="module")
def atlas() -> lv.Atlas:
    return lv.open()


@pytest.mark.parametrize("name", COUNTRY)
def test_every_analysis_of_the_country_answers_with_records_and_a_table(atlas: lv.Atlas, name: str) -> None:
    answer = COUNTRY[name](atlas)
    records = answer.records()
    assert records
    assert all(record["area"] and record["name"] for record in records)
    assert len(answer.table().records()) == len(records)
    assert "<table" in answer._repr_html_()


@pytest.mark.parametrize("name", PLACE)
def test_every_analysis_of_a_place_answers_with_records_of_it(atlas: lv.Atlas, name: str) -> None:
    answer = PLACE[name](atlas.area("Hartlepool"))
    assert answer is not None
    assert answer.records()
    assert {record["area"] for record in answer.records()} == {"E06000001"}


def test_the_interface_and_the_command_line_say_the_same(atlas: lv.Atlas) -> None:
    command = [sys.executable, "-m", "levelling", "divergence", "--level", "region", "--period", "2017", "--json"]
    printed = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert printed == json.loads(json.dumps(list(atlas.divergence(level="region", year=2017).records())))


def test_a_wrong_choice_is_told_in_a_sentence(atlas: lv.Atlas) -> None:
    with pytest.raises(UserError, match=r"level cannot be 'parish'\. Choose uk, nation"):
        atlas.rank("employment-rate", level="parish")
