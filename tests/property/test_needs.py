"""Laws of needs: sizes are never below nought, and the order does not hang on the order they come in."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from levelling.challenge.needs import needs, ordered
from levelling.challenge.needs.sizes import about
from levelling.core.area import Area
from levelling.core.comparison import Verdict
from levelling.core.estimate import Estimate
from levelling.core.indicator import Direction, Movement, Topic
from levelling.core.need import Need, Size
from levelling.core.period import Period
from tests.challenge_world import TOWN, UK, World, indicator

RATE = indicator("employment-rate")
PEOPLE = indicator("working-age-population", unit="people", movement=Movement.SUM, direction=Direction.NEITHER)
_rates = st.floats(0, 100)
_margins = st.floats(0, 20)


@given(_rates, _margins, _rates, _margins, st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_a_size_is_never_below_nought_and_lies_within_its_ends(
    here: float, wide: float, there: float, other: float, people: int
) -> None:
    rows: list[tuple[str, Area, str, float | None, float | None, float | None]] = [
        ("employment-rate", TOWN, "2023", here, here - wide, here + wide),
        ("employment-rate", UK, "2023", there, there - other, there + other),
        ("working-age-population", TOWN, "2023", people, None, None),
    ]
    for need in needs(World([RATE, PEOPLE], rows), TOWN, every=True):
        size = need.size
        assert (need.verdict is Verdict.BETTER) == (need.difference >= 0)
        if size.value is not None:
            assert size.value >= 0
            assert size.lower is None or size.upper is None or 0 <= size.lower <= size.value + 1e-6 <= size.upper + 2e-6


def _need(key: int, verdict: Verdict, distance: float | None, size: float | None) -> Need:
    inputs: tuple[Estimate, ...] = ()
    return Need(
        id=f"need-{key}",
        name="A need",
        topic=Topic.WORK,
        group="people",
        ages="",
        area=TOWN,
        period=Period.year(2023),
        measure="made-up",
        value=1.0,
        unit="%",
        against="the United Kingdom",
        against_value=2.0,
        difference=-1.0,
        verdict=verdict,
        distance=distance,
        size=Size(size, "people", ""),
        people=None,
        sentence="It is so.",
        inputs=inputs,
        releases=(),
    )


_verdicts = st.sampled_from([Verdict.WORSE, Verdict.NOT_COMPARABLE, Verdict.CANNOT_TELL, Verdict.BETTER])
_made = st.tuples(_verdicts, st.none() | st.floats(0, 5), st.none() | st.floats(0, 1e6))


@given(st.lists(_made, max_size=8), st.randoms())
def test_the_order_does_not_hang_on_the_order_they_come_in(
    made: list[tuple[Verdict, float | None, float | None]], chance: Random
) -> None:
    found = [_need(key, *parts) for key, parts in enumerate(made)]
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert ordered(shuffled) == ordered(found)


@given(st.floats(0.5, 1e12))
def test_what_is_said_of_a_size_is_within_a_twentieth_of_it(value: float) -> None:
    text = about(value, "people").replace(",", "")
    assert abs(float(text) - value) <= max(0.5, 0.05 * value)
