"""The jobs chapter in Python: every door answers with records and a table, and says of files what the verbs say."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import levelling as lv
from levelling.api.jobs_here import MadeUp
from levelling.core.errors import UserError
from levelling.jobs.caseload import Caseload
from levelling.jobs.explaining import Matches
from levelling.jobs.person import Person
from levelling.jobs.vacancy import Vacancy
from tests.command import levelling

DAY = "2026-11-28"


@pytest.fixture(scope="module")
def atlas() -> lv.Atlas:
    return lv.open()


@pytest.fixture(scope="module")
def made(atlas: lv.Atlas) -> lv.Answer:
    return atlas.area("Hartlepool").made_caseload(people=12, vacancies=200, seed=5)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("made")
    counts = ("--people", "12", "--vacancies", "200", "--seed", "5")
    assert levelling("jobs", "synth", "--area", "Hartlepool", *counts, "--out", str(out)).returncode == 0
    return out


def objects(made: lv.Answer) -> tuple[list[Person], list[Vacancy]]:
    assert isinstance(made.result, MadeUp)
    return made.result.people, made.result.vacancies


def caseload(found: lv.Answer) -> Caseload:
    assert isinstance(found.result, Matches)
    return found.result.caseload


DOORS: dict[str, Callable[[lv.Atlas, list[Person], list[Vacancy]], lv.Answer]] = {
    "match": lambda atlas, people, vacancies: atlas.match(people, vacancies, k=2, as_of=DAY),
    "best people": lambda atlas, people, vacancies: atlas.match(people, vacancies, k=2, as_of=DAY, best="people"),
    "share": lambda atlas, people, vacancies: atlas.share(people, vacancies, as_of=DAY, per_place=2, floor=0.5),
    "pathways": lambda atlas, *_: atlas.pathways("sales assistant", area="Hartlepool", top=2),
    "create_jobs": lambda atlas, people, _: atlas.create_jobs("care-worker", ["Hartlepool"], as_of=DAY, people=people),
    "demand": lambda atlas, people, vacancies: atlas.area("Hartlepool").demand(vacancies, people, as_of=DAY),
    "pathways here": lambda atlas, *_: atlas.area("Hartlepool").pathways("sales assistant", top=2),
    "ways_on": lambda atlas, *_: atlas.area("Hartlepool").ways_on(top=2),
    "made_caseload": lambda atlas, *_: atlas.area("Hartlepool").made_caseload(people=2, vacancies=2),
}


@pytest.mark.parametrize("name", DOORS)
def test_every_door_answers_with_records_and_a_table(atlas: lv.Atlas, made: lv.Answer, name: str) -> None:
    answer = DOORS[name](atlas, *objects(made))
    assert answer.records()
    assert len(answer.table().records()) == len(answer.records())
    assert "<table" in answer._repr_html_()


def test_one_person_is_explained(atlas: lv.Atlas, made: lv.Answer) -> None:
    people, vacancies = objects(made)
    person = atlas.match(people, vacancies, as_of=DAY).records()[0]["person"]
    assert {record["person"] for record in atlas.explain(person, people, vacancies, as_of=DAY).records()} == {person}
    (one,) = atlas.explain(person, people, vacancies, vacancies[0].id, as_of=DAY).records()
    assert (one["vacancy"], one["rank"]) == (vacancies[0].id, None)
    with pytest.raises(UserError, match=f"No person has the key 'x{person}'.* Did you mean .*{person}"):
        atlas.explain(f"x{person}", people, vacancies, as_of=DAY)


def test_the_interface_and_the_command_line_say_the_same_of_files_and_of_what_was_read(atlas: lv.Atlas, folder: Path) -> None:
    people, vacancies = folder / "people.csv", folder / "vacancies.csv"
    given = ("--people", str(people), "--vacancies", str(vacancies), "--as-of", DAY, "--json")
    found = atlas.match(str(people), [vacancies], as_of=DAY)
    printed = json.loads(levelling("jobs", "match", *given).stdout)
    assert printed == json.loads(json.dumps(list(found.records()))) != []
    read = caseload(found)
    assert atlas.match(read.people.good, read.vacancies.good, as_of=DAY).records() == found.records()
    here = levelling("jobs", "pathways", "--area", "Hartlepool", "--top", "2", "--json")
    assert json.loads(here.stdout) == atlas.area("Hartlepool").ways_on(top=2).records()


def test_what_of_a_file_could_not_be_used_is_kept_with_the_answer(atlas: lv.Atlas, tmp_path: Path) -> None:
    adverts = tmp_path / "adverts.csv"
    adverts.write_text("id,title,place,pay\n1,Cook,Hartlepool,£13.50 an hour\n2,,Hartlepool,\n", "utf-8")
    cook = Person("ann", remote_only=True)
    found = atlas.match([cook], [adverts, Vacancy("own", "Cook", remote=True)], as_of=DAY)
    read = caseload(found).vacancies
    assert ([one.id for one in read.good], read.refused_count, read.rows) == (["1", "own"], 1, 3)


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda atlas: atlas.match([], [], as_of="soon"), "as_of cannot be 'soon'"),
        (lambda atlas: atlas.match([], [], k=0, as_of=DAY), "There cannot be 0 matches"),
        (lambda atlas: atlas.match([], [], as_of=DAY, best="jobs"), "best cannot be 'jobs'"),
        (lambda atlas: atlas.share([], [], as_of=DAY, floor=2), "The floor 2.0 is no share"),
        (lambda atlas: atlas.create_jobs("care-worker", ["Hartlepool"], as_of=DAY, sector="moon"), "'moon' is no sector"),
        (lambda atlas: atlas.area("Hartlepool").demand(people=[], as_of=DAY), "no vacancies to hold them against"),
    ],
)
def test_what_cannot_be_asked_is_told_in_a_sentence(atlas: lv.Atlas, ask: Callable[[lv.Atlas], object], says: str) -> None:
    with pytest.raises(UserError, match=says):
        ask(atlas)
