from collections.abc import Iterator

import pytest

from levelling.atlas.coverage import Coverage
from levelling.atlas.store import Store
from levelling.core.area import Area, Level
from levelling.core.indicator import Movement
from tests.unit.atlas import country
from tests.unit.atlas.figures import write_figures
from tests.unit.atlas.test_movement import indicator

ROWS = (
    ("rate", "E06000063", "2024", 1.0),
    ("rate", "E12000001", "2024", 1.0),
    ("rate", "K02000001", "2024", 1.0),
    ("pay", "E12000001", "2024", 1.0),
    ("pay", "TLC", "2024", 1.0),
    ("pay", "TLD1", "2024", 1.0),
    ("empty", "E06000063", "2024", None),
    ("national", "K02000001", "2024", 1.0),
)


@pytest.fixture(scope="module")
def coverage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Coverage]:
    store = Store(write_figures(tmp_path_factory.mktemp("figures"), ROWS))
    yield Coverage(store)
    store.close()


def test_levels_and_nations_of_an_indicator(coverage: Coverage) -> None:
    assert coverage.levels("rate", "") == {Level.LAD: {"E"}, Level.REGION: {"E"}, Level.UK: {"K"}}
    assert coverage.levels("pay", "") == {Level.REGION: {"E"}, Level.ITL1: {"E"}, Level.ITL2: {"E"}}
    assert coverage.levels("empty", "") == {}


LARGER = "Published for regions, ITL1 regions and ITL2 areas"


@pytest.mark.parametrize(
    ("slug", "movement", "area", "said"),
    [
        ("rate", Movement.MEAN, country.ANGLESEY, "Published for England only."),
        ("rate", Movement.MEAN, country.BARNSLEY, "Not published for Barnsley, though it is for other local authorities."),
        ("pay", Movement.FIXED, country.BARNSLEY, f"{LARGER}; a figure of this kind cannot be averaged for other areas."),
        ("pay", Movement.MEAN, country.BARNSLEY, f"{LARGER}, none of which fit Barnsley closely enough to make its figure."),
        ("national", Movement.MEAN, country.BARNSLEY, "Published for the United Kingdom as a whole only."),
        ("empty", Movement.MEAN, country.BARNSLEY, "No figures of this are held."),
    ],
)
def test_why_an_area_has_no_figure(coverage: Coverage, slug: str, movement: Movement, area: Area, said: str) -> None:
    assert coverage.why_absent(indicator(slug, movement), area, "") == said
