"""What each of the UK's occupations pays: the Annual Survey of Hours and Earnings by four-digit occupation.

One table, `occupation_pay`: one row for each release, occupation group, pay by the hour or the year, and all employees or those
full time: `classification, release, period, per, who, code, title, jobs, median, p10, p25, p75, p90, change, blank`. Pounds;
`jobs` in thousands; `change` of the median on the year before, per cent. `blank` says why a number is not there.

Four releases stand on three classifications (SOC 2000, 2010 and 2020). A code means another occupation in each: `classification`
is part of the key, and nothing is carried from one to the next.
"""

from datetime import date

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.ons_pay_by_occupation.tidy import FILES, tidy

_ADDRESS = (
    "https://www.ons.gov.uk/employmentandlabourmarket/peopleinwork/earningsandworkinghours/datasets/"
    "occupation4digitsoc2010ashetable14"
)
_NOTE = "Sheets of gross pay, all employees and full time, trimmed of men and women, part time and measures of precision."


def _release(key: str, year: str, released: date | None = None) -> Release:
    return Release(
        id=f"ons-ashe-table-14-{key}",
        publisher="Office for National Statistics",
        title=f"Annual Survey of Hours and Earnings: occupation by four-digit SOC, Table 14, {year}",
        released=released,
        address=_ADDRESS,
        licence="Open Government Licence v3.0",
        note=_NOTE,
    )


SOURCE = Source(
    name="ons-pay-by-occupation",
    releases=(
        _release("2010r", "2010 revised (SOC 2000)"),
        _release("2011r", "2011 revised (SOC 2010)"),
        _release("2021r", "2021 revised (SOC 2020)"),
        _release("2023p", "2023 provisional (SOC 2020)", date(2023, 11, 1)),
    ),
    files=FILES,
    tidy=tidy,
    cadence="Every autumn, for April; revised a year later",
    geography="United Kingdom, by occupation",
)
