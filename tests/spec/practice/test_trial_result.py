"""After a trial: outcomes read, the difference, the sentence that may be written, and nobody known by it."""

from pathlib import Path

import pytest

from levelling.core.errors import UserError
from levelling.core.small_numbers import shown
from levelling.practice.trial import Arm, Assigned, Outcomes, Result, read, result


def file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "outcomes.csv"
    path.write_text(text, "utf-8")
    return path


def counts(yes: int, other: int, assigned: Assigned = Assigned.RANDOM, people: int = 100) -> Result:
    arms = Arm("helped", people, yes, yes / people, None), Arm("usual", people, other, other / people, None)
    return result(Outcomes(arms), "Helped", assigned)


def test_totals_and_a_row_a_client_say_the_same(tmp_path: Path) -> None:
    totals = read(file(tmp_path, "arm,people,successes\nhelped,30,20\nusual,40,12\n"))
    rows = ["helped,yes"] * 20 + ["helped,no"] * 10 + ["usual,1"] * 12 + ["usual,0"] * 28
    clients = read(file(tmp_path, "\ufeffArm,Outcome\r\n" + "\r\n".join(rows) + "\n"))
    assert clients.arms[0].successes == totals.arms[0].successes == 20
    assert result(clients, "helped", Assigned.RANDOM).found == result(totals, "helped", Assigned.RANDOM).found


def test_means_are_made_from_numbers(tmp_path: Path) -> None:
    rows = [f"helped,{value}" for value in range(10, 20)] + [f"usual,{value}" for value in range(8, 18)]
    found = read(file(tmp_path, "arm,outcome\n" + "\n".join(rows)))
    helped, usual = found.arms
    assert (helped.people, helped.mean, usual.mean) == (10, 14.5, 12.5)
    assert helped.sd == pytest.approx(3.0277, abs=1e-4)
    given = read(file(tmp_path, f"arm,people,mean,sd\nhelped,10,14.5,{helped.sd}\nusual,10,12.5,{usual.sd}\n"))
    assert result(found, "helped", Assigned.RANDOM).found.lower == pytest.approx(
        result(given, "helped", Assigned.RANDOM).found.lower
    )


def test_an_empty_outcome_is_missing_and_told(tmp_path: Path) -> None:
    rows = ["a,yes"] * 20 + ["a,"] * 12 + ["b,no"] * 20
    found = result(read(file(tmp_path, "arm,outcome\n" + "\n".join(rows))), "a", Assigned.RANDOM)
    assert found.helped.missing == 12
    assert any("About 10 people have no outcome" in sentence for sentence in found.sentences)


def test_clusters_are_counted_once_each(tmp_path: Path) -> None:
    arms = {"a": (5, 6, 7), "b": (1, 2, 3)}
    rows = [f"{arm},{mean},{arm}{mean}" for arm, means in arms.items() for mean in means for _ in range(9)]
    found = result(read(file(tmp_path, "arm,outcome,cluster\n" + "\n".join(rows))), "a", Assigned.RANDOM)
    # Two sets of three means, each with a standard deviation of 1: t with 4 degrees of freedom, 2.776, times sqrt(2/3).
    assert (found.found.lower, found.found.upper) == pytest.approx((4 - 2.2669, 4 + 2.2669), abs=1e-3)
    assert "3 clusters against 3" in found.method


@pytest.mark.parametrize(
    ("assigned", "says", "effect"),
    [
        (Assigned.RANDOM, "the help made that difference", True),
        (Assigned.MATCHED, "the matching did not see", False),
        (Assigned.UNMATCHED, "cannot be called an effect", False),
        (Assigned.BEFORE_AFTER, "cannot be called an effect", False),
    ],
)
def test_what_may_be_said_hangs_on_who_was_helped(assigned: Assigned, says: str, effect: bool) -> None:
    found = counts(60, 30, assigned)
    assert says in found.sentence
    assert found.claims_effect is effect
    assert found.verdict == "higher"


@pytest.mark.parametrize("assigned", list(Assigned))
def test_nothing_that_could_be_told_is_not_nothing(assigned: Assigned) -> None:
    found = counts(42, 40, assigned)
    assert found.sentence.startswith("No difference that could be told from chance was found;")
    assert "could have been as" in found.sentence
    assert found.sentence.endswith("That is not to say that there was none.")
    assert not found.claims_effect


def test_small_counts_are_withheld() -> None:
    found = counts(4, 20)
    record = found.record()
    assert found.protected
    assert (record["helped_value"], record["other_value"]) == (None, None)
    assert record["difference"] == round(record["difference"])
    assert "withheld" in " ".join(found.sentences)
    assert counts(96, 60).protected  # four did not succeed
    plain = counts(40, 20).record()
    assert (plain["helped_value"], plain["helped_people"]) == (40.0, 100)
    assert [shown(count) for count in (0, 1, 7, 8, 12, 13)] == [0, None, None, 10, 10, 15]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", ["is empty"]),
        ("arm,outcome\nhelped,yes\n", ["there are 1 arms"]),
        ("arm,outcome\na,yes\nb,no\nc,no\n", ["there are 3 arms"]),
        ("arm,name,born,outcome\nhelped,Ann,1980,yes\n", ["column 2: is none of", "column 3: is none of"]),
        ("people,successes\n10,5\n", ["column arm: is missing"]),
        ("arm,people,mean\na,10,5\n", ["column sd: is missing"]),
        ("arm,outcome,people\na,yes,5\n", ["column people: does not go with"]),
        (
            "arm,people,successes\na,10,11\nb,-3,2\n",
            ["row 2, successes: are more", "row 3, people: is not a whole number above 0"],
        ),
        ("arm,people,successes\na,ten,1\na,10,-1\n", ["row 2, people", "row 3, successes"]),
        ("arm,people,mean,sd\na,10,x,1\nb,10,3,-1\n", ["row 2, mean: is not a number", "row 3, sd: is not a number"]),
        ("arm,outcome,cluster\na,1,x\nb,0,x\n", ["a cluster stands in both arms"]),
    ],
)
def test_every_fault_of_a_file_is_told(text: str, says: list[str], tmp_path: Path) -> None:
    with pytest.raises(UserError) as told:
        read(file(tmp_path, text))
    for words in says:
        assert words in str(told.value)


def test_no_value_of_a_row_is_ever_told(tmp_path: Path) -> None:
    path = file(tmp_path, "arm,outcome\n" + "a,yes\n" * 9 + "b,no\n" * 9 + "b,Ann Example\n,yes\n")
    found = result(read(path), "a", Assigned.RANDOM)
    assert found.left_out == ("row 20, outcome: is neither yes nor no", "row 21, arm: is empty")
    assert "Ann" not in " ".join(found.sentences) + str(found.record())
    with pytest.raises(UserError) as told:
        read(file(tmp_path, "Ann Example,1980,yes\nBo Example,1981,no\n"))
    assert "example" not in str(told.value).lower()


def test_arms_that_cannot_be_compared_are_refused(tmp_path: Path) -> None:
    arms = Arm("a", 7, 3, 3 / 7, None), Arm("b", 20, 3, 0.15, None)
    with pytest.raises(UserError) as told:
        result(Outcomes(arms), "c", Assigned.RANDOM)
    assert "--helped cannot be 'c'" in str(told.value)
    assert "fewer than 8 people" in str(told.value)
    rows = ["a,1,one"] * 9 + ["b,0,two"] * 9
    with pytest.raises(UserError, match="fewer than two clusters"):
        result(read(file(tmp_path, "arm,outcome,cluster\n" + "\n".join(rows))), "a", Assigned.RANDOM)
    with pytest.raises(UserError, match="cannot be read"):
        read(tmp_path / "nowhere.csv")
    (tmp_path / "latin.csv").write_bytes("arm,outcome\ncaf\xe9,yes\n".encode("latin-1"))
    with pytest.raises(UserError, match="not UTF-8"):
        read(tmp_path / "latin.csv")


def test_no_scatter_at_all_is_no_doubt() -> None:
    arms = Arm("a", 10, None, 3.0, 0.0), Arm("b", 10, None, 3.0, 0.0)
    assert result(Outcomes(arms), "a", Assigned.RANDOM).verdict == "cannot tell"
