"""Texts of pay, made up in the manner of real adverts, with pay for an hour worked out by hand.

A year is 52 weeks of 37.5 hours, 1,950 hours, where the advert names no others: the divisor is beside each case.
"""

from datetime import date

import pytest

from levelling.jobs.reading.pay import Advertised, hourly

IN_2025 = date(2025, 6, 1)  # legal minimum £12.21, apprentices £7.55; real Living Wage £12.60, London £13.85

CASES: list[tuple[str, tuple[float, float] | None, float, float]] = [
    # an hour, as stated
    ("£12.21 per hour", None, 12.21, 12.21),
    ("£12.60 - £14.20 p/h", None, 12.60, 14.20),
    ("£13ph to £15ph", None, 13.00, 15.00),
    ("£11.44/hour", None, 11.44, 11.44),
    ("£12.75 an hour, 16 hours a week", (16, 16), 12.75, 12.75),
    ("£12.50 hourly plus weekend enhancements", None, 12.50, 12.50),
    ("12.85", None, 12.85, 12.85),
    ("£19.50 Monday to Friday 8-4", None, 19.50, 19.50),
    # both an hour and a year: the hour is stated most exactly
    ("£26,000 pa (£13.34 per hour)", None, 13.34, 13.34),
    ("£13.34 per hour, £26,000 a year", None, 13.34, 13.34),
    # a year over 1,950 hours
    ("£25,350 - £29,250 per annum", None, 13.00, 15.00),  # 25350/1950, 29250/1950
    ("£25,350 - £29,250 pa pro rata", (20, 20), 13.00, 15.00),  # pro rata: the full-time week counts, not the 20 hours
    ("£25,350 to £29,250 p.a. inclusive of HCAS", None, 13.00, 15.00),
    ("£25k-£30k", None, 12.82, 15.38),  # 25000/1950 = 12.8205, 30000/1950 = 15.3846
    ("25-30k DOE", None, 12.82, 15.38),
    ("£30 - £35,000 per annum", None, 15.38, 17.95),  # 35000/1950 = 17.9487
    ("£31.200.00 per annum", None, 16.00, 16.00),  # a full stop for the comma
    ("£ 31 200 a year", None, 16.00, 16.00),
    ("GBP 31200 annually", None, 16.00, 16.00),
    ("31200", None, 16.00, 16.00),
    ("£24,375.00 plus £2,000 welcome bonus", None, 12.50, 12.50),
    ("24375.00 + up to £3k bonus", None, 12.50, 12.50),
    ("£24,375 + £1,200 car allowance", None, 12.50, 12.50),
    ("£1,000 signing on bonus, £24,375 pa", None, 12.50, 12.50),
    ("£24,375 basic, OTE £40,000", None, 12.50, 12.50),
    ("£25k to £30k OTE £45k", None, 12.82, 15.38),
    ("£24,375 &amp; benefits", None, 12.50, 12.50),
    ("Grade 4 £25,350 - £29,250", None, 13.00, 15.00),
    ("Band 5 £31,200 to £39,000 pa", None, 16.00, 20.00),
    ("£15,600 (£26,000 FTE)", (22.5, 22.5), 13.33, 13.33),  # the full-time amount over 1,950
    # a year over the hours of the post
    ("£27,040 a year", (40, 40), 13.00, 13.00),  # 27040/2080
    ("£26,936 a year", (37, 37), 14.00, 14.00),  # 26936/1924
    # part-time and not said to be pro rata: full-time pay, unless that would be unlawful
    ("£26,000 a year", (20, 20), 13.33, 13.33),  # 26000/1950
    ("£13,520 a year", (20, 20), 13.00, 13.00),  # 13520/1950 = 6.93 would be unlawful: 13520/1040
    # other lengths of time
    ("£500 per week", None, 13.33, 13.33),  # 500/37.5
    ("£260 a week", (20, 20), 13.00, 13.00),  # 260/20
    ("£2,112.50 per month", None, 13.00, 13.00),  # 2112.50 x 12 / 1950
    ("£2,112.50 pcm", None, 13.00, 13.00),
    ("£105 a day", None, 14.00, 14.00),  # 105/7.5
    ("£120 - £150 per day", None, 16.00, 20.00),
    # one end
    ("up to £30,000", None, 12.21, 15.38),
    ("from £14 per hour", None, 14.00, 14.00),
    ("£27,300+ DOE", None, 14.00, 14.00),
    # a rate by its name
    ("Real Living Wage", None, 12.60, 12.60),
    ("London Living Wage", None, 13.85, 13.85),
    ("National Living Wage", None, 12.21, 12.21),
    ("NMW", None, 12.21, 12.21),
    ("Apprentice rate", None, 7.55, 7.55),
    # a band by its name: £31,049 to £37,796 over 1,950 in 2025/26
    ("AfC Band 5", None, 15.92, 19.38),
    ("Band 5/6 depending on experience", None, 15.92, 23.89),  # 46580/1950
]


@pytest.mark.parametrize(("text", "hours", "least", "most"), CASES, ids=[case[0] for case in CASES])
def test_pay_for_an_hour(text: str, hours: tuple[float, float] | None, least: float, most: float) -> None:
    pay = hourly(Advertised(text), hours, IN_2025).pay
    assert pay is not None
    assert (pay.least, pay.most) == (least, most)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Competitive", "no amount"),
        ("Negotiable, depending on experience", "no amount"),
        ("", ""),
        ("£500", "a day, a week or a month"),
        ("£10,000 per session", "session"),
        ("OTE £45,000", "earnings on target"),
        ("£25,000 - £33,00", "too far apart"),
        ("£3,500 pa", "no such amount"),
        ("01429 555 0123", "no amount"),
        ("TS24 7NT", "no amount"),
        ("8a", "no amount"),
        ("£9,000 a year", "below any legal minimum"),
        ("£0.00", "no amount"),
    ],
)
def test_what_cannot_be_read_says_why(text: str, why: str) -> None:
    read = hourly(Advertised(text), None, IN_2025)
    assert read.pay is None
    assert why in read.reason


def test_every_assumption_is_told() -> None:
    told = {
        "£25,350 pa pro rata": "£25,350 a year, over 52 weeks of 37.5 hours, pro rata",
        "31200": "taken as a year by its size",
        "12.85": "taken as an hour by its size",
        "up to £30,000": "the legal minimum stands for the lower end",
        "from £14 per hour": "the upper end is not stated",
        "£13,520 a year": "the 20 hours of the post",
        "£26,000 a year": "as if it were stated for full-time work",
    }
    for text, words in told.items():
        pay = hourly(Advertised(text), (20, 20), IN_2025).pay
        assert pay is not None
        assert words in pay.worked_out, text
    mistaken = hourly(Advertised(least=14, most=14, unit="YEAR"), None, IN_2025).pay
    assert mistaken is not None
    assert mistaken.worked_out == "taken as an hour by its size, since £14 a year cannot be"
    stated = hourly(Advertised("£12.60 per hour"), None, IN_2025).pay
    assert stated is not None
    assert stated.worked_out == ""


def test_amounts_in_fields_of_their_own() -> None:
    as_year = hourly(Advertised(least=25350, most=29250, unit="YEAR"), None, IN_2025).pay
    as_hour = hourly(Advertised(least=13, most=15, unit="HOUR"), None, IN_2025).pay
    assert as_year is not None
    assert as_hour is not None
    assert (as_year.least, as_year.most) == (as_hour.least, as_hour.most) == (13.0, 15.0)
    wrong_unit = hourly(Advertised(least=13, most=15, unit="YEAR"), None, IN_2025).pay
    assert wrong_unit is not None
    assert (wrong_unit.least, wrong_unit.most) == (13.0, 15.0)
    assert "£15 a year cannot be" in wrong_unit.worked_out


def test_earnings_on_target_are_not_pay_though_they_stand_in_fields_too() -> None:
    assert hourly(Advertised("Potential to earn £43,000", least=43_000, most=43_000, unit="YEAR"), None, IN_2025).pay is None


def test_modelled_pay_is_marked_and_foreign_pay_is_not_read() -> None:
    modelled = hourly(Advertised(least=25350, most=25350, unit="year", modelled=True), None, IN_2025).pay
    assert modelled is not None
    assert modelled.modelled
    assert "predicted by the publisher" in modelled.worked_out
    assert hourly(Advertised("30 - 40", foreign="EUR"), None, IN_2025).reason == "it is in EUR, not in pounds"


def test_a_band_is_read_only_for_the_year_whose_scale_is_known() -> None:
    assert hourly(Advertised("Band 5"), None, date(2020, 6, 1)).pay is None
