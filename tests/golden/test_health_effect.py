"""The health effect of employment in Hartlepool by hand, from published figures and quoted research.

- ONS: 56,449 people aged 16 to 64 (Census 2021); employment rate 67.9% (63.0 to 72.8) in 2023; England 76.0%.
- Levelling up through employment (2020), section 1.2: 1% more in work, 2% fewer with a chronic condition.
- ONS (2023): 36% of people of working age had a long-term condition.
- Paul and Moser (2009), as the King's Fund tells: psychological problems of 16% in work, 34% long out of it.
- Northern Health Science Alliance (2018): 10% fewer with a limiting illness, 3 points lower inactivity.
"""

import pytest

from levelling.atlas import Atlas
from levelling.practice.health_effect import health_effect


def test_five_hundred_more_in_work_in_hartlepool() -> None:
    atlas = Atlas.open()
    area = atlas.area("Hartlepool")
    found = health_effect(atlas, area, 500)
    in_work = 56_449 * 0.679
    assert found.base.in_work == pytest.approx(in_work)
    change = {effect.outcome: effect.change for effect in found.effects}
    assert change["chronic-conditions"] == pytest.approx(-0.02 * (100 * 500 / in_work) * 0.36 * 56_449)
    assert change["psychological-problems"] == pytest.approx(-(0.34 - 0.16) * 500)
    assert change["inactive"] == pytest.approx(-0.03 * 56_449)
    england = atlas.estimate("employment-rate", atlas.area("England"), found.base.rate.period if found.base.rate else None)
    assert england.value is not None
    assert change["employment-gap"] == pytest.approx(0.1 * (england.value - 67.9) / 100 * 56_449)
    assert change["deaths"] is None
