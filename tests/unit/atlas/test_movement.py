from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from levelling.atlas.movement import MovedFigure, Movements
from levelling.atlas.overlaps import CELL_COLUMNS
from levelling.atlas.store import Store
from levelling.core.area import Area, Level
from levelling.core.estimate import Status
from levelling.core.indicator import Direction, Framework, Indicator, Movement, OfficialStatus, Topic
from tests.unit.atlas import country
from tests.unit.atlas.figures import write_figures


def indicator(slug: str, movement: Movement) -> Indicator:
    return Indicator(
        slug=slug,
        title=slug,
        short=slug,
        meaning="",
        unit="",
        decimals=1,
        direction=Direction.NEITHER,
        topic=Topic.WORK,
        framework=Framework.PEOPLE,
        denominator="",
        publisher="",
        release="r",
        official_status=OfficialStatus.OFFICIAL,
        movement=movement,
    )


RATE, COUNT, MEDIAN = (
    indicator(slug, kind) for slug, kind in (("rate", Movement.MEAN), ("count", Movement.SUM), ("median", Movement.FIXED))
)
SCORE, HOMES = indicator("score", Movement.MEAN), indicator("homes", Movement.SUM)
ESTIMATES = (
    ("rate", "E06000063", "2024", 10.0),
    ("rate", "E06000064", "2024", 30.0),
    ("rate", "E08000038", "2024", 20.0),
    ("rate", "E06000063", "2025", 11.0),
    ("rate", "E07000026", "2019", 4.0),
    ("rate", "E07000028", "2019", 7.0),
    ("count", "E06000063", "2024", 101.0),
    ("count", "E06000064", "2024", 7.0),
    ("count", "E08000038", "2024", 40.0),
    ("count", "E07000026", "2019", 5.0),
    ("count", "E07000028", "2019", 6.0),
    ("median", "E06000063", "2024", 500.0),
    ("median", "E06000064", "2024", 600.0),
    ("median", "TLD1", "2024", 555.0),
    ("regional", "E12000001", "2024", 1.0),
)
SMALL = (
    *((f"E0100000{place}", 2011, people, place) for place, people in enumerate((100, 50, 150, 50, 400, 10))),
    ("W01000001", 2011, 20, 6),
    ("E01000000", 2021, 60, 0),
    ("E01999999", 2021, 60, 0),
    *((f"E0100000{place}", 2021, people, place) for place, people in enumerate((60, 150, 50, 400, 10), start=1)),
    ("W01000001", 2021, 20, 6),
)


def small_areas() -> pl.DataFrame:
    """One small area for each cell of the small country; the first was cut in two for 2021."""
    rows = [(code, vintage, people, *country.CELLS[place][:-1]) for code, vintage, people, place in SMALL]
    schema = {"code": pl.String, "vintage": pl.Int16, "population": pl.Int32, **dict.fromkeys(CELL_COLUMNS, pl.String)}
    return pl.DataFrame(rows, schema=schema, orient="row")


@pytest.fixture(scope="module")
def movements(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Movements]:
    folder: Path = tmp_path_factory.mktemp("figures")
    scores = [("score", code, float(place), "2019") for place, code in enumerate(f"E0100000{place}" for place in range(6))]
    scores += [("score", "E01000000", 1.0, "2025"), ("score", "E01999999", 3.0, "2025"), ("score", "E01000001", 5.0, "2025")]
    scores += [("homes", f"E0100000{place}", 10.0 + place, "2019") for place in range(6)]
    store = Store(write_figures(folder, ESTIMATES, scores, {"small_areas": small_areas()}))
    yield Movements(store, country.gazetteer())
    store.close()


def made(movements: Movements, what: Indicator, area: Area, period: str | None = "2024") -> MovedFigure:
    figure = movements.move(what, area, "", period)
    assert figure is not None
    return figure


def test_a_rate_is_averaged_over_people(movements: Movements) -> None:
    figure = made(movements, RATE, country.NORTH_REGION)
    assert figure.value == pytest.approx((10 * 300 + 30 * 50) / 350)
    assert (figure.status, figure.lower, figure.upper) == (Status.MODELLED, None, None)
    assert figure.moved.parts == 2
    assert figure.moved.inside == 1
    assert figure.moved.how == "Averaged over people from the figures of 2 local authorities."


def test_a_rate_moves_to_a_body_that_cuts_an_authority(movements: Movements) -> None:
    assert made(movements, RATE, country.EAST).value == pytest.approx((10 * 150 + 30 * 50 + 20 * 400) / 600)


def test_a_count_of_whole_authorities_is_added_up_and_is_no_model(movements: Movements) -> None:
    figure = made(movements, COUNT, country.NORTH_REGION)
    assert (figure.value, figure.status) == (108.0, Status.NORMAL)
    assert figure.moved.how == "Added up from 2 local authorities."


def test_counts_of_a_level_add_up_to_what_was_published(movements: Movements) -> None:
    """Cumberland's 101 do not halve: one care board gets 51 and the other 50, and together they have all that was published."""
    boards = movements.column(COUNT, Level.ICB, "", "2024")
    assert sum(figure.value for figure in boards.values()) == 101 + 7 + 40
    assert boards["E54000048"].value in {50, 51}
    assert boards["E54000050"].status is Status.MODELLED
    assert "1 of which cross the boundary" in boards["E54000050"].moved.how


def test_the_same_people_under_another_code_keep_the_published_figure(movements: Movements) -> None:
    figure = made(movements, MEDIAN, country.CUMBRIA_POLICE)
    assert (figure.value, figure.status) == (555.0, Status.NORMAL)
    assert figure.moved.how == "Published for the same people as the ITL2 area Cumbria."


def test_a_median_is_not_made_from_parts(movements: Movements) -> None:
    assert movements.move(MEDIAN, country.EAST, "", "2024") is None


def test_a_figure_of_a_region_is_not_passed_off_as_an_authoritys(movements: Movements) -> None:
    assert movements.move(indicator("regional", Movement.MEAN), country.WESTMORLAND, "", "2024") is None


def test_figures_of_ended_authorities_make_those_of_what_followed(movements: Movements) -> None:
    assert made(movements, COUNT, country.CUMBERLAND, "2019").value == 11
    assert made(movements, RATE, country.CUMBERLAND, "2019").value == pytest.approx((4 * 100 + 7 * 200) / 300)


def test_without_a_period_the_newest_that_covers_the_area_is_taken(movements: Movements) -> None:
    # 2025 has Cumberland only: 300 of the region's 350 people are too few.
    assert made(movements, RATE, country.NORTH_REGION, None).period == "2024"


def test_small_areas_are_averaged_for_any_area(movements: Movements) -> None:
    figure = made(movements, SCORE, country.EAST, "2019")
    assert figure.value == pytest.approx((2 * 150 + 3 * 50 + 4 * 400) / 600)
    assert figure.moved.from_level == "small areas"


def test_small_areas_of_2021_are_weighed_by_the_people_of_2021(movements: Movements) -> None:
    figure = made(movements, SCORE, country.WEST, "2025")
    assert figure.value == pytest.approx((1 * 60 + 3 * 60 + 5 * 60) / 180)
    assert figure.moved.parts == 3


def test_small_areas_are_added_up(movements: Movements) -> None:
    assert made(movements, HOMES, country.CUMBERLAND, "2019").value == 10 + 11 + 12


def test_a_nation_without_small_area_figures_has_none(movements: Movements) -> None:
    assert movements.move(SCORE, country.ANGLESEY, "", "2019") is None


def test_published_says_whether_the_level_has_figures(movements: Movements) -> None:
    assert movements.published("rate", "", country.HULL, "2024")
    assert not movements.published("rate", "", country.HULL, "2001")
    assert not movements.published("rate", "", country.WEST, "2024")
