"""Ranks with intervals: small tables, and what must be said of them."""

import pytest

from levelling.challenge.lineup import line_up
from levelling.challenge.rank import Fifth, Ranking, rank, rank_of
from levelling.core.area import Level
from levelling.core.errors import NotEnoughData, UnknownIndicator, UserError
from levelling.core.indicator import Direction, Movement
from tests.challenge_world import BELFAST, NORTH_EAST, OTHERS, SOUTH_EAST, TOWN, Row, World, indicator

SLUG = "employment-rate"


def world(rows: list[tuple[float | None, float | None]], **how: object) -> World:
    """Places in code order, each with a value and half the width of its interval."""
    areas = [TOWN, *OTHERS]
    made: list[Row] = []
    for area, (value, half) in zip(areas, rows, strict=False):
        ends = (value - half, value + half) if value is not None and half is not None else (None, None)
        made.append((SLUG, area, "2023", value, *ends))
    return World([indicator(SLUG, **how)], made)  # type: ignore[arg-type]


def ranked(rows: list[tuple[float | None, float | None]], **how: object) -> Ranking:
    [found] = rank(world(rows, **how), [SLUG])
    return found


def by_name(found: Ranking, field: str) -> dict[str, object]:
    return {record["name"]: record[field] for record in found.records()}


def test_places_far_apart_have_ranks_without_doubt() -> None:
    found = ranked([(90.0, 1.0), (80.0, 1.0), (70.0, 1.0)])
    for record, position in zip(found.records(), (1, 2, 3), strict=True):
        fields = ("rank", "rank_lower", "rank_upper", "rank_lower_simultaneous", "rank_upper_simultaneous", "of")
        assert [record[field] for field in fields] == [position] * 5 + [3]


def test_places_that_cannot_be_told_apart_may_have_each_others_rank() -> None:
    # With three places, a difference must reach about 2.2 standard errors; one of 1 in errors of 1.96 / 1.96 does not.
    found = ranked([(71.0, 1.96), (70.0, 1.96), (40.0, 1.96)])
    assert by_name(found, "rank") == {"Hartlepool": 1, "Place 1": 2, "Place 2": 3}
    assert by_name(found, "rank_lower") == {"Hartlepool": 1, "Place 1": 1, "Place 2": 3}
    assert by_name(found, "rank_upper") == {"Hartlepool": 2, "Place 1": 2, "Place 2": 3}


def test_first_is_lowest_where_low_is_good_and_highest_where_neither_way_is() -> None:
    rows: list[tuple[float | None, float | None]] = [(10.0, 1.0), (20.0, 1.0)]
    assert by_name(ranked(rows, direction=Direction.LOWER_BETTER), "rank") == {"Hartlepool": 1, "Place 1": 2}
    neither = ranked(rows, direction=Direction.NEITHER)
    assert by_name(neither, "rank") == {"Hartlepool": 2, "Place 1": 1}
    assert "Neither way is good" in neither.notes[0]


def test_equal_values_share_the_better_rank() -> None:
    found = ranked([(70.0, 1.0), (70.0, 1.0), (60.0, 1.0)])
    assert by_name(found, "rank") == {"Hartlepool": 1, "Place 1": 1, "Place 2": 3}
    assert by_name(found, "tied") == {"Hartlepool": 1, "Place 1": 1, "Place 2": 0}
    assert by_name(found, "rank_upper") == {"Hartlepool": 2, "Place 1": 2, "Place 2": 3}
    assert "joint 1st of 3" in found.told(found.ranked[0])


def test_a_place_without_an_interval_has_a_rank_and_no_interval_and_is_nobodys_sure_better_or_worse() -> None:
    found = ranked([(90.0, 1.0), (80.0, None), (70.0, 1.0)])
    assert by_name(found, "rank") == {"Hartlepool": 1, "Place 1": 2, "Place 2": 3}
    assert by_name(found, "rank_lower") == {"Hartlepool": 1, "Place 1": None, "Place 2": 2}
    assert by_name(found, "rank_upper") == {"Hartlepool": 2, "Place 1": None, "Place 2": 3}
    middle = found.of(OTHERS[0])
    assert middle is not None
    assert middle.reason == "No usable interval is published for this place, so its rank has none."
    assert found.notes[0].startswith("1 of the 3 have no usable interval")


@pytest.mark.parametrize("odd", [(80.0, 80.0, 80.0), (80.0, 81.0, 82.0)])
def test_an_interval_without_width_or_without_its_value_in_it_is_none(odd: tuple[float, float, float]) -> None:
    made = World([indicator(SLUG)], [(SLUG, TOWN, "2023", *odd), (SLUG, OTHERS[0], "2023", 70, 69, 71)])
    [found] = rank(made, [SLUG])
    assert by_name(found, "rank_lower") == {"Hartlepool": None, "Place 1": None}


def test_a_lean_interval_counts_on_the_side_that_faces_the_other_place() -> None:
    # 5 above the other. Towards it the truth may lie 2 away, on the far side 20: only the near side speaks against the claim.
    rows: list[Row] = [(SLUG, TOWN, "2023", 75, 73, 95), (SLUG, OTHERS[0], "2023", 70, 68, 90)]
    facing = World([indicator(SLUG)], [rows[0], (SLUG, OTHERS[0], "2023", 70, 50, 72)])
    away = World([indicator(SLUG)], rows)
    assert by_name(rank(facing, [SLUG])[0], "rank_upper") == {"Hartlepool": 1, "Place 1": 2}
    assert by_name(rank(away, [SLUG])[0], "rank_upper") == {"Hartlepool": 2, "Place 1": 2}


def test_an_indicator_without_intervals_has_ranks_and_a_note() -> None:
    found = ranked([(90.0, None), (80.0, None)])
    assert by_name(found, "rank") == {"Hartlepool": 1, "Place 1": 2}
    assert set(by_name(found, "rank_lower").values()) == {None}
    assert not found.has_intervals
    assert found.notes == ("No interval is published with these figures, so their ranks have none.",)


def test_a_count_says_that_its_ranks_say_who_is_large() -> None:
    assert "who is large" in ranked([(90.0, 1.0), (80.0, 1.0)], movement=Movement.SUM).notes[0]


def test_the_missing_are_listed_with_why() -> None:
    found = ranked([(90.0, 1.0), (80.0, 1.0), (None, None)])
    whole = found.records(with_missing=True)
    assert len(found.records()) == 2
    blank = {record["name"]: record["reason"] for record in whole if record["rank"] is None}
    assert blank["Belfast"] == "Not published for Northern Ireland."
    assert blank["Place 2"] == "The publisher withheld the figure or could not measure it reliably."
    assert blank["Place 3"] == "Not published for Place 3 for this period."
    assert all(list(record) == list(whole[0]) for record in whole)


def test_ranked_within_a_region() -> None:
    made = world([(90.0, 1.0), (80.0, 1.0)])
    made.store.rows[BELFAST.code] = made.store.rows[TOWN.code]
    assert line_up(made, SLUG).ranks == (1, 3, 1)
    assert line_up(made, SLUG, within=NORTH_EAST).ranks == (1, 2)
    assert line_up(made, SLUG, within=NORTH_EAST).who == "local authorities in the North East"


def test_one_place_alone_is_ranked_as_among_all() -> None:
    made = world([(71.0, 2.0), (70.0, 2.5), (66.0, 1.0), (None, None), (60.0, None), (50.0, 3.0)])
    [found] = rank(made, [SLUG], simultaneous=False)
    lineup = line_up(made, SLUG)
    assert [rank_of(lineup, item.area) for item in found.ranked] == list(found.ranked)
    assert rank_of(lineup, OTHERS[2]) is None


def test_it_is_said_aloud() -> None:
    found = ranked([(71.0, 1.96), (70.0, 1.96), (40.0, 1.96)])
    assert found.told(found.ranked[0]) == (
        "Employment rate: Hartlepool has 71.0% in 2023, 1st of 3 local authorities. "
        "Its true place may be between 1st and 2nd of 3."
    )


@pytest.mark.parametrize(
    ("lower", "upper", "says"),
    [
        (1, 20, Fifth.BEST),
        (1, 21, Fifth.CANNOT_TELL),
        (81, 100, Fifth.WORST),
        (80, 100, Fifth.CANNOT_TELL),
        (21, 80, Fifth.MIDDLE),
        (20, 80, Fifth.CANNOT_TELL),
        (21, 81, Fifth.CANNOT_TELL),
    ],
)
def test_fifths(lower: int, upper: int, says: Fifth) -> None:
    assert Fifth.of(lower, upper, 100) == says


def test_bad_requests_are_one_sentence() -> None:
    made = world([(90.0, 1.0)])
    with pytest.raises(UnknownIndicator):
        rank(made, ["employment-rat"])
    with pytest.raises(UserError, match="3 draws are too few"):
        rank(made, [SLUG], draws=3)
    with pytest.raises(UserError, match="has no category 'men'"):
        rank(made, [SLUG], category="men")
    with pytest.raises(UserError, match="No local authority lies wholly inside the South East"):
        rank(made, [SLUG], within=SOUTH_EAST)
    with pytest.raises(NotEnoughData, match="is not published for regions"):
        rank(made, [SLUG], level=Level.REGION)
    with pytest.raises(NotEnoughData, match=r"There is no figure of employment-rate for local authorities for 1999\."):
        rank(made, [SLUG], period=line_up(made, SLUG).period.__class__.year(1999))
