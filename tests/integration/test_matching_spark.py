"""Matching on Spark, in a session of two cores of this machine: the same answer as on one machine, to the byte."""

import sys
from collections.abc import Iterator
from dataclasses import astuple

import numpy as np
import pytest
from pyspark.sql import SparkSession

from levelling.core.errors import UserError
from levelling.jobs.matching import engine, spark
from levelling.jobs.matching.arrays import People, Vacancies
from levelling.jobs.matching.best import Best
from levelling.jobs.matching.partitions import Partition, partitions
from levelling.jobs.matching.pieces import cut, people_of, vacancies_of
from tests.matching_columns import world

# Spark leaves the sockets through which it broadcasts to be closed by whoever collects rubbish.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    started = spark.session("local[2]", name="test")
    started.sparkContext.setLogLevel("OFF")
    yield started
    started.stop()


def same(one: Best, other: Best) -> bool:
    return all(a.dtype == b.dtype and a.tobytes() == b.tobytes() for a, b in zip(astuple(one), astuple(other), strict=True))


def test_spark_and_one_machine_give_the_same_bytes(session: SparkSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spark, "PEOPLE", 700)
    monkeypatch.setattr(spark, "WAVE", 2)
    people, vacancies, rules = world(7, 4_000, 3_000)
    alone = engine.vacancies_for_people(people, vacancies, rules, 10)
    assert (alone.index >= 0).mean() > 0.2
    assert (alone.hectometres > 0).any()
    assert ((alone.index >= 0) & (alone.hectometres == 0)).any()
    assert same(spark.match_on(session, people, vacancies, rules, 10), alone)
    strict = rules._replace(drop_unknown=True)
    assert same(spark.match_on(session, people, vacancies, strict, 3), engine.vacancies_for_people(people, vacancies, strict, 3))


def test_nobody_and_nothing_are_matched_too(session: SparkSession) -> None:
    people, vacancies, rules = world(7, 50, 40)
    nobody, nothing = people_of(people, np.arange(0)), vacancies_of(vacancies, np.arange(0))
    for some, theirs in ((nobody, vacancies), (people, nothing)):
        found = spark.match_on(session, some, theirs, rules, 2)
        assert same(found, engine.vacancies_for_people(some, theirs, rules, 2))
        assert (found.index == -1).all()


def test_a_piece_holds_what_it_needs_and_nothing_else() -> None:
    people, vacancies, _ = world(7, 400, 300)
    part = min(partitions(people, vacancies), key=lambda one: len(one.near))
    piece = cut(people, vacancies, part.who, [part])
    assert len(piece.people.level) == len(part.who) < 400
    assert sorted(piece.names) == sorted(part.near)
    assert len(piece.vacancies.total) == len(np.unique(vacancies.profile[vacancies.kind[part.near]])) < len(vacancies.total)
    (again,) = piece.parts()
    assert isinstance(again, Partition)
    assert (piece.names[again.near] == part.near).all()
    for row, person in enumerate(part.who):
        assert skills(piece.people, row) == skills(people, person)
    for row, vacancy in enumerate(piece.names):
        assert asked(piece.vacancies, row) == asked(vacancies, vacancy)


def test_without_spark_or_java_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as gone:
        gone.setitem(sys.modules, "pyspark.sql", None)
        with pytest.raises(UserError, match=r"pip install levelling\[spark\]"):
            spark.session()
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(UserError, match="Java 17"):
        spark.session()


def skills(people: People, row: int) -> list[int]:
    found: list[int] = people.skill[people.skill_start[row] : people.skill_start[row + 1]].tolist()
    return found


def asked(vacancies: Vacancies, row: int) -> tuple[object, ...]:
    kind = vacancies.kind[row]
    profile = vacancies.profile[kind]
    span = slice(vacancies.skill_start[profile], vacancies.skill_start[profile + 1])
    lists = (vacancies.skill[span].tolist(), vacancies.doubled[span].tolist())
    return (*lists, vacancies.level[kind], vacancies.total[profile], vacancies.occupation[profile], vacancies.rank[row])
