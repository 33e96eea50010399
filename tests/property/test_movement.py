"""Laws of apportionment and overlap, and an independent reference in plain Python beside each."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelling.atlas.apportion import average, move_counts, move_means, share_out
from levelling.atlas.gazetteer import Gazetteer
from levelling.atlas.kinship import Member
from levelling.atlas.overlaps import Cell, Overlaps
from levelling.core.area import Area, Level

people = st.integers(0, 5_000)
some_people = st.integers(1, 5_000)
shared_by = st.dictionaries(st.tuples(st.sampled_from("ABCDE"), st.sampled_from("vwxyz")), some_people, min_size=1)
rates = st.floats(0, 100, allow_nan=False).map(lambda rate: round(rate, 1))


def hamilton(count: int, weights: list[int]) -> list[int]:
    """Largest remainder, one seat at a time: the place furthest below its exact share gets the next, of those below a whole."""
    total = sum(weights)
    seats = [count * weight // total for weight in weights]
    while sum(seats) < count:
        short = [Fraction(count * weight, total) - seat for weight, seat in zip(weights, seats, strict=True)]
        seats[short.index(max(short))] += 1
    return seats


@given(st.integers(0, 10**7), st.lists(people, min_size=1, max_size=12).filter(any))
def test_shares_are_those_of_the_reference(count: int, weights: list[int]) -> None:
    places = {f"{place:02}": weight for place, weight in enumerate(weights)}
    assert list(share_out(count, places).values()) == hamilton(count, weights)


@given(
    st.integers(-(10**7), 10**7), st.dictionaries(st.text(max_size=3), people, min_size=1).filter(lambda all_: any(all_.values()))
)
def test_nothing_is_lost_when_a_count_is_shared(count: int, places: dict[str, int]) -> None:
    shares = share_out(count, places)
    assert sum(shares.values()) == count
    everyone = sum(places.values())
    for place, share in shares.items():
        assert abs(share - Fraction(count * places[place], everyone)) < 1


@given(shared_by, st.data())
def test_counts_are_conserved_to_the_last_person(shared: dict[tuple[str, str], int], data: st.DataObject) -> None:
    sources = sorted({source for source, _ in shared})
    counts = {source: data.draw(st.integers(0, 10**6)) for source in sources}
    moved = move_counts(counts, shared)
    assert sum(moved.values()) == sum(counts.values())
    assert all(value == int(value) for value in moved.values())


@given(shared_by, st.data())
def test_amounts_are_conserved_to_a_rounding(shared: dict[tuple[str, str], int], data: st.DataObject) -> None:
    counts = {source: data.draw(st.floats(0.01, 1e6)) for source in sorted({source for source, _ in shared})}
    assert math.isclose(sum(move_counts(counts, shared).values()), sum(counts.values()), rel_tol=1e-9)


@given(st.dictionaries(st.sampled_from("ABCDE"), st.integers(0, 10**6), min_size=1), st.data())
def test_moving_to_the_same_areas_changes_nothing(counts: dict[str, int], data: st.DataObject) -> None:
    shared = {(area, area): data.draw(some_people) for area in counts}
    assert move_counts(counts, shared) == counts
    means = move_means({area: float(count) for area, count in counts.items()}, shared)
    assert {area: mean.value for area, mean in means.items()} == counts


@given(st.dictionaries(st.sampled_from("ABCDE"), st.integers(0, 10**6), min_size=1), st.data())
def test_moving_to_the_union_gives_the_total(counts: dict[str, int], data: st.DataObject) -> None:
    shared = {(area, "all"): data.draw(some_people) for area in counts}
    assert move_counts(counts, shared) == {"all": sum(counts.values())}


@given(shared_by, st.data())
def test_a_mean_lies_between_the_values_it_is_made_of(shared: dict[tuple[str, str], int], data: st.DataObject) -> None:
    values = {source: data.draw(rates) for source in sorted({source for source, _ in shared})}
    for target, mean in move_means(values, shared).items():
        given_ = [values[source] for source, other in shared if other == target]
        assert min(given_) <= mean.value <= max(given_)


@given(shared_by, st.data())
def test_means_are_those_of_the_reference(shared: dict[tuple[str, str], int], data: st.DataObject) -> None:
    """One entry for each person, then the plain mean: slow, and hard to get wrong."""
    small = {pair: 1 + living % 50 for pair, living in shared.items()}
    values = {source: data.draw(rates) for source in sorted({source for source, _ in small})}
    for target, mean in move_means(values, small).items():
        each = [values[source] for (source, other), living in small.items() if other == target for _ in range(living)]
        assert mean.value == pytest.approx(math.fsum(each) / len(each), abs=1e-9)
        assert mean.people == len(each)


@given(shared_by, st.integers(2, 1000), st.data())
def test_only_the_proportions_of_people_matter(shared: dict[tuple[str, str], int], times: int, data: st.DataObject) -> None:
    values = {source: data.draw(rates) for source in sorted({source for source, _ in shared})}
    counts = {source: int(value * 100) for source, value in values.items()}
    scaled = {pair: living * times for pair, living in shared.items()}
    assert move_counts(counts, scaled) == move_counts(counts, shared)
    for target, mean in move_means(values, scaled).items():
        assert mean.value == pytest.approx(move_means(values, shared)[target].value, abs=1e-9)


@given(st.lists(st.tuples(rates, some_people), min_size=1, max_size=8), st.floats(0.1, 50), st.floats(-20, 20))
def test_a_mean_follows_its_unit(parts: list[tuple[float, int]], factor: float, shift: float) -> None:
    changed = [(value * factor + shift, living) for value, living in parts]
    assert average(changed).value == pytest.approx(average(parts).value * factor + shift, abs=1e-6)


cells = st.lists(
    st.tuples(st.sampled_from(["E06000001", "E06000002", "E06000003"]), st.sampled_from(["E54000001", "E54000002"]), some_people),
    min_size=1,
    max_size=20,
)


@given(cells)
def test_overlaps_are_those_counted_one_by_one(rows: list[tuple[str, str, int]]) -> None:
    kin = _country(rows)
    overlaps = Overlaps([Cell(lad, lad, "TLC11", None, None, icb, icb, None, None, living) for lad, icb, living in rows], kin)
    for lad in {row[0] for row in rows}:
        mine = {
            icb: sum(n for other, board, n in rows if (other, board) == (lad, icb))
            for icb in {row[1] for row in rows if row[0] == lad}
        }
        found = {one.area.code: one for one in overlaps.of(kin.get(lad), Level.ICB)}
        assert {code: one.people for code, one in found.items()} == mine
        assert sum(one.share_here for one in found.values()) == pytest.approx(1)
        for code, one in found.items():
            back = next(other for other in overlaps.of(kin.get(code), Level.LAD) if other.area.code == lad)
            assert (back.people, back.share_here, back.share_there) == (one.people, one.share_there, one.share_here)


def _country(rows: list[tuple[str, str, int]]) -> Gazetteer:
    totals: dict[str, int] = {}
    pairs: dict[tuple[str, str], int] = {}
    for lad, icb, living in rows:
        totals[lad] = totals.get(lad, 0) + living
        pairs[lad, icb] = pairs.get((lad, icb), 0) + living
    lads = [Area(code, code, Level.LAD, "E", population=living) for code, living in totals.items()]
    boards = [Area(code, code, Level.ICB, "E") for code in {icb for _, icb in pairs}]
    return Gazetteer(
        [*lads, *boards], (), lambda: [Member(lad, "icb", icb, None, living) for (lad, icb), living in pairs.items()]
    )
