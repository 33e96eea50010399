"""Both ways of matching, in NumPy and compiled, held against each other in a made-up country."""

from dataclasses import astuple

import pytest

from levelling.jobs.matching import engine, partitions, plain
from tests import matching_columns


@pytest.mark.parametrize(("seed", "k"), [(1, 10), (2, 1), (3, 25)])
def test_compiled_or_in_numpy_a_country_has_one_answer(seed: int, k: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partitions, "FROM_HOME", 7)
    people, vacancies, rules = matching_columns.world(seed, 700, 900)
    rules = rules._replace(drop_unknown=seed == 2)
    for name in ("vacancies_for_people", "people_for_vacancies"):
        compiled, in_numpy = (getattr(one, name)(people, vacancies, rules, k) for one in (engine, plain))
        assert (in_numpy.index >= 0).mean() > 0.1
        for mine, theirs in zip(astuple(compiled), astuple(in_numpy), strict=True):
            assert mine.tolist() == theirs.tolist()
