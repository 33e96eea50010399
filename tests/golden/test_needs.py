"""A need's size, worked by hand from published figures."""

import pytest

from levelling.atlas import Atlas
from levelling.challenge import diagnose
from levelling.challenge.needs import needs
from levelling.core.comparison import Verdict


def test_more_people_in_work_in_hartlepool() -> None:
    """Annual Population Survey, 2023: 67.9% of people aged 16 to 64 in Hartlepool were in work, 75.7% in the United Kingdom.

    ONS, Regional labour market: local indicators (LI01). Census 2021 counted 56,449 people aged 16 to 64 in Hartlepool (TS007,
    https://www.nomisweb.co.uk/datasets/c2021ts007). By hand:
    (75.7 - 67.9) / 100 x 56,449 = 4,403.
    """
    atlas = Atlas.open()
    area = atlas.area("Hartlepool")
    found = {item.id: item for item in needs(atlas, area, diagnose(atlas, area))}
    need = found["employment"]
    assert (need.value, need.against_value) == (67.9, 75.7)
    assert need.size.value == pytest.approx(4_403, abs=0.5)
    assert need.verdict is Verdict.WORSE


def test_long_term_sickness_in_hartlepool() -> None:
    """Census 2021, TS066: 5,432 of 74,685 people aged 16 and over in Hartlepool were long-term sick or disabled and inactive.

    https://www.ons.gov.uk/datasets/TS066/editions/2021/versions/3. In England and Wales 4.1708%.
    By hand: 5,432 - 0.041708 x 74,685 = 2,317.
    """
    atlas = Atlas.open()
    area = atlas.area("Hartlepool")
    need = next(item for item in needs(atlas, area) if item.id == "long-term-sickness")
    assert need.people == 5_432
    assert need.size.value == pytest.approx(2_317, abs=1)
    assert need.ages == "16 and over"
