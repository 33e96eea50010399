"""Periods: read, written short, put in words."""

import pytest

from levelling.core.period import Period, UnreadablePeriod


@pytest.mark.parametrize(
    ("text", "iso", "label"),
    [
        ("2023", "2023", "2023"),
        ("2023-01-01/P1Y", "2023", "2023"),
        ("2023-07", "2023-07", "July 2023"),
        ("2023-07-01/P1M", "2023-07", "July 2023"),
        ("2023-03-21", "2023-03-21", "21 March 2023"),
        ("2022-04-01/P1Y", "2022-04-01/P1Y", "April 2022 to March 2023"),
        ("2021-01-01/P3Y", "2021-01-01/P3Y", "2021 to 2023"),
        ("2021-04-01/P2Y", "2021-04-01/P2Y", "April 2021 to March 2023"),
        ("2023-01-01/P3M", "2023-01-01/P3M", "January 2023 to March 2023"),
        ("2024-02-29", "2024-02-29", "29 February 2024"),
        ("2023-01-05/P10D", "2023-01-05/P10D", "5 January 2023 to 14 January 2023"),
    ],
)
def test_a_period_is_read_and_written_in_its_shortest_form(text: str, iso: str, label: str) -> None:
    period = Period.parse(text)
    assert period.iso == iso
    assert period.label == label
    assert Period.parse(period.iso) == period


@pytest.mark.parametrize("text", ["", "last year", "2023-13", "2023-02-30", "2023/24", "2023-01-01/P1W", "0000"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(UnreadablePeriod):
        Period.parse(text)


def test_the_newest_of_a_series_is_its_greatest() -> None:
    series = [Period.parse(text) for text in ("2021", "2023", "2022")]
    assert max(series).iso == "2023"


def test_the_middle_of_a_year_is_half_way() -> None:
    assert Period.parse("2023").middle == pytest.approx(2023.5, abs=0.01)
    assert Period.parse("2022-04-01/P1Y").middle == pytest.approx(2022.75, abs=0.01)
