"""Laws of anchors: shares of a whole, sums, and what a date may not change."""

from collections import defaultdict
from functools import cache
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from levelling.atlas import Atlas
from levelling.atlas.trusts import trust_shares
from levelling.core.area import Area, Level
from levelling.core.period import Period
from levelling.solutions.anchors import anchors, doors, employers, means, trusts

TODAY = Period.parse("2026-11")


@cache
def atlas() -> Atlas:
    return Atlas.open()


@cache
def places() -> tuple[Area, ...]:
    kinds = (Level.LAD, Level.CAUTH, Level.ICB, Level.COUNTY)
    return tuple(area for level in kinds for area in atlas().gazetteer.all(level))


def test_the_shares_of_a_trust_are_parts_of_one() -> None:
    sums: dict[str, float] = defaultdict(float)
    for item in trust_shares(atlas().store):
        assert 0.01 <= item.share <= 1
        sums[item.trust] += item.share
    assert len(sums) == 138
    assert all(total <= 1.001 for total in sums.values())


@settings(max_examples=25)
@given(st.integers(0, 10_000))
def test_what_holds_of_every_place(seed: int) -> None:
    area = places()[seed % len(places())]
    treated = trusts(atlas(), area)
    assert all(1 <= item.share <= 100 for item in treated)
    assert all(one.share >= two.share for one, two in pairwise(treated))
    assert not treated or area.nation == "E"
    counted = employers(atlas(), area)
    if counted.public is not None:
        assert 0 < counted.public.share < 100
    found = doors(atlas(), area)
    if found is not None and found.people is not None:
        assert found.people == sum(item.value or 0.0 for item in found.known)
        assert len({item.period for item in found.known}) == 1
        widths = [item.upper - (item.value or 0) for item in found.known if item.upper is not None]
        assert found.half is None or max(widths) - 1e-6 <= found.half <= sum(widths) + 1e-6


@settings(max_examples=10)
@given(st.sampled_from(["2020-12", "2022-06", "2024-06", "2026-11"]), st.sampled_from(["Hartlepool", "Cardiff", "Belfast"]))
def test_nothing_closed_is_usable_and_a_date_changes_status_alone(day: str, name: str) -> None:
    found = means(atlas(), atlas().area(name), Period.parse(day))
    assert [item.enabler.id for item in found] == [item.enabler.id for item in means(atlas(), atlas().area(name), TODAY)]
    for item in found:
        assert not item.usable or (item.status.status.value == "open" and item.reach.answer.value != "no")


@settings(max_examples=15)
@given(st.integers(0, 10_000))
def test_records_have_the_same_fields_and_every_number_a_source(seed: int) -> None:
    area = places()[seed % len(places())]
    records = anchors(atlas(), area, TODAY).records()
    assert len({tuple(record) for record in records}) == 1
    assert all(record["source"] for record in records if record["value"] is not None and record["part"] != "neighbourhood")
