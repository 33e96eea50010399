"""What a body of cases says, on small tables: votes, grades, what may be pooled, and what must be read together."""

from dataclasses import replace

import pytest

from levelling.practice.cases import Case, Direction, Group, Library, Mechanism, Outcome, Result, library
from levelling.practice.evidence import Aim, Grade, Refused, Usable, body, judge, votes

TRIAL = library().get("thrive-into-work")
MATCHED = library().get("work-choice")
G, N, H, U = Direction.GAIN, Direction.NONE, Direction.HARM, Direction.NOT_READ


def case(name: str, *found: Direction, like: Case = MATCHED, about: Outcome = Outcome.IN_WORK) -> Case:
    first = like.results[0]
    results = tuple(replace(first, found=one, about=about, value=None, unit="") for one in found)
    return replace(like, id=name, name=name, results=results, read_with=())


@pytest.mark.parametrize(
    ("cases", "grade"),
    [
        ([], Grade.NOT_KNOWN),
        ([case("a", U)], Grade.NOT_KNOWN),
        ([case("a", G)], Grade.THIN),
        ([case("a", G), case("b", G)], Grade.FAIR),
        ([case("a", G), case("b", G), case("c", G)], Grade.FAIR),
        ([case("a", G), case("b", G), case("c", G, like=TRIAL)], Grade.STRONG),
        ([case("a", G), case("b", G), case("c", G, like=TRIAL), case("d", N)], Grade.MIXED),
        ([case("a", G, N)], Grade.MIXED),
        ([case("a", G), case("b", H)], Grade.MIXED),
        ([case("a", N), case("b", N)], Grade.NO_EFFECT),
        ([case("a", N), case("b", H)], Grade.HARM),
        ([case("a", N, U)], Grade.NO_EFFECT),
    ],
)
def test_the_grade_follows_its_rule(cases: list[Case], grade: Grade) -> None:
    assert votes(cases)[0].grade is grade


def test_reviews_and_poor_comparisons_have_no_vote() -> None:
    review, poor = replace(case("a", G), review=True), replace(case("b", G), maryland=2)
    assert votes([review, poor])[0].counted == 0
    ungraded = replace(case("c", G), results=tuple(replace(item, graded=False) for item in case("c", G).results))
    assert votes([ungraded])[0].counted == 0


def test_each_aim_is_counted_apart() -> None:
    found = {item.aim: item for item in votes([case("a", G), case("b", N, about=Outcome.EARNINGS)])}
    assert (found[Aim.WORK].grade, found[Aim.EARNINGS].grade) == (Grade.THIN, Grade.NO_EFFECT)
    assert Aim.HEALTH not in found


def result(**changes: object) -> Result:
    first = MATCHED.results[0]
    plain: dict[str, object] = {"value": 5.0, "lower": 1.0, "upper": 9.0, "level": 95.0, "unit": "percentage points"}
    return replace(first, **{**plain, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"lower": None, "upper": None, "level": None}, "no interval was read"),
        ({"level": None}, "its source does not say how sure its interval is"),
        ({"value": None, "lower": None, "upper": None, "level": None}, "its size was not read"),
        ({"found": U, "value": None, "lower": None, "upper": None, "level": None}, "its answer was not read"),
        ({"graded": False}, "how it was compared was not read"),
        ({"lower": 5.0, "upper": 5.0}, "no interval was read"),
    ],
)
def test_what_may_not_be_pooled_says_why(changes: dict[str, object], why: str) -> None:
    judged = judge(MATCHED, result(**changes))
    assert isinstance(judged, Refused)
    assert judged.why == why


def test_an_interval_becomes_a_standard_error_and_a_ratio_a_logarithm() -> None:
    plain = judge(MATCHED, result())
    assert isinstance(plain, Usable)
    assert (plain.study.effect, round(plain.study.error, 4), plain.middle) == (5.0, 2.0409, False)
    middle = judge(MATCHED, result(value=None))
    assert isinstance(middle, Usable)
    assert (middle.study.effect, middle.middle) == (5.0, True)
    ratio = judge(MATCHED, result(value=2.0, lower=1.0, upper=4.0, unit="risk ratio"))
    assert isinstance(ratio, Usable)
    assert round(ratio.study.effect, 4) == 0.6931
    known = judge(MATCHED, result(lower=None, upper=None, level=None, standard_error=1.5))
    assert isinstance(known, Usable)
    assert known.study.error == 1.5


def shelf(*cases: Case) -> Library:
    return Library({item.id: item for item in cases})


def test_only_one_result_of_a_case_and_only_of_one_kind_is_pooled() -> None:
    one = replace(MATCHED, id="one", name="one", results=(result(months=6), result(value=7.0, months=24)))
    two = replace(MATCHED, id="two", name="two", results=(result(value=3.0),))
    three = replace(MATCHED, id="three", name="three", results=(result(about=Outcome.EVER_WORKED),))
    four = replace(MATCHED, id="four", name="four", results=(result(unit="weeks"),))
    found = {heap.kind.words: heap for heap in body(shelf(one, two, three, four), Mechanism.BROKERAGE).heaps}
    together = found["in work at a time, in percentage points"]
    assert together.pooled is not None
    assert [item.effect for item in together.pooled.studies] == [7.0, 3.0]
    for kind in ("ever in work, in percentage points", "in work at a time, in weeks"):
        assert found[kind].pooled is None
        assert "one result alone can be used" in found[kind].why_not


def test_a_group_narrows_the_body() -> None:
    found = body(library(), Mechanism.BROKERAGE, Group.LONE_PARENTS)
    assert [item.id for item in found.cases] == ["making-it-work"]
    assert found.grade is Grade.NOT_KNOWN


def test_the_honest_null_and_the_conflicts_of_the_library_are_told() -> None:
    health = body(library(), Mechanism.HEALTH_SUPPORT)
    earnings = next(item for item in health.votes if item.aim is Aim.EARNINGS)
    assert {item.id for item in earnings.none} == {"thrive-into-work", "sheffield-health-led-trial"}
    assert earnings.sentence == "For earnings: no clear effect found. Both cases with a good comparison found no clear effect."
    pairs = {frozenset(item.id for item in contrast.cases): contrast.parts for contrast in health.contrasts}
    trials = pairs[frozenset({"thrive-into-work", "sheffield-health-led-trial"})]
    assert "+4 percentage points" in trials[0]
    assert "Work: no clear effect" in trials[1]
    pathways = pairs[frozenset({"pathways-to-work"})]
    assert "+7 percentage points" in pathways[0]
    assert "at the national roll-out: no clear effect" in pathways[1]
    brokerage = body(library(), Mechanism.BROKERAGE)
    talent = next(item.parts for item in brokerage.contrasts if item.cases[0].id == "talent-match")
    assert "Found a job: 46%" in talent[0]
    assert "from −1 to +3 percentage points" in talent[1]


def test_nothing_in_the_library_is_pooled_without_an_interval() -> None:
    for mechanism in Mechanism:
        for heap in body(library(), mechanism).heaps:
            assert heap.pooled is None
            assert heap.why_not.startswith("Cannot be pooled, because ")
