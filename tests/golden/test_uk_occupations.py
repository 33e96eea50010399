"""The UK's occupations and their pay, against what the Office for National Statistics publishes.

- Office for National Statistics, SOC 2020 volume 1, structure: 9 major, 26 sub-major, 104 minor and 412 unit groups.
- Office for National Statistics, Annual Survey of Hours and Earnings, Table 14, 2023 provisional (1 November 2023): gross hourly
  and annual pay, from its sheets 14.5a and 14.7a as trimmed in a public copy. The median of all full-time employees for the year,
  £34,963, is also the headline of "Employee earnings in the UK: 2023".
"""

from collections import Counter

import pytest

from levelling.atlas.apprenticeship_standards import standards
from levelling.atlas.pay_by_occupation import OccupationPay, PayByOccupation, Per, Who, pay_by_occupation
from levelling.atlas.store import Store
from levelling.atlas.uk_occupations import from_soc2010, leads, occupations


@pytest.fixture(scope="module")
def pay() -> PayByOccupation:
    return pay_by_occupation(Store())


def row(pay: PayByOccupation, code: str, per: Per = Per.HOUR, who: Who = Who.ALL) -> OccupationPay:
    found = pay.pay(code, per, who)
    assert found is not None
    return found


def test_groups_are_as_many_as_published() -> None:
    found = Counter(group.level for group in occupations(Store()).groups.values())
    assert found == {"major": 9, "sub-major": 26, "minor": 104, "unit": 412}


@pytest.mark.parametrize(
    ("code", "per", "who", "median", "jobs"),
    [
        ("", Per.HOUR, Who.ALL, 15.88, 27283),
        ("", Per.YEAR, Who.FULL_TIME, 34963, 16813),
        ("2237", Per.HOUR, Who.ALL, 20.49, 854),
        ("6135", Per.HOUR, Who.ALL, 11.82, 592),
        ("5315", Per.YEAR, Who.FULL_TIME, 35248, 48),
        ("1111", Per.YEAR, Who.FULL_TIME, 84131, 90),
        ("9267", Per.HOUR, Who.ALL, 10.90, 33),
    ],
)
def test_medians_of_april_2023(pay: PayByOccupation, code: str, per: Per, who: Who, median: float, jobs: float) -> None:
    found = row(pay, code, per, who)
    assert (found.median, found.jobs) == (median, jobs)


def test_what_is_held_back_says_why(pay: PayByOccupation) -> None:
    assert row(pay, "1112").median is None
    assert row(pay, "1112").blank["median"] == "unreliable"


def test_every_unit_group_has_its_pay_row_and_its_group(pay: PayByOccupation) -> None:
    units = {code for code, group in occupations(Store()).groups.items() if group.level == "unit"}
    assert units == {code for code, _, _ in pay.rows if len(code) == 4}


def test_every_lead_goes_to_a_unit_group() -> None:
    units = occupations(Store()).groups
    assert {lead.soc for found in leads(Store()).values() for lead in found} <= units.keys()
    assert {new for found in from_soc2010(Store()).values() for new, _ in found} <= units.keys()


def test_starts_by_standard_add_up_to_what_the_department_publishes() -> None:
    """Department for Education, Apprenticeships: 337,140 starts in 2022/23 and 339,580 in 2023/24, to the nearest ten."""
    found: Counter[str] = Counter()
    for item in standards(Store()):
        found.update({period.iso: count for period, count in item.starts.items()})
    assert [round(found[period], -1) for period in ("2022-08-01/P1Y", "2023-08-01/P1Y")] == [337140, 339580]
