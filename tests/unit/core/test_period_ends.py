"""Periods at the ends of the calendar: read, or refused; nothing escapes."""

import pytest

from levelling.core.period import Period, UnreadablePeriod


def test_the_last_year_there_is() -> None:
    assert (Period.parse("9999").iso, Period.parse("9999").label, Period.year(9999).whole_months) == ("9999", "9999", 12)
    assert Period.parse("9999-12-30/P2D").whole_months is None


@pytest.mark.parametrize("text", ["2019-01-01/P0Y", "2019-01-01/P0D", "2019-01-01/P99999Y", f"2019-01-01/P{'9' * 30}D", "0000"])
def test_no_time_at_all_and_more_than_there_is_are_refused(text: str) -> None:
    with pytest.raises(UnreadablePeriod, match="is not a period"):
        Period.parse(text)
