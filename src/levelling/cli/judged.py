"""The day entries of a directory are judged at: the one asked for, else today. The machine's clock is read here alone."""

from levelling.core.period import Period


def judged_at(as_of: str) -> Period:
    """The day that was asked for, or today where none was.

    Raises:
        UserError: It is no day, month or year.

    Example:
        >>> judged_at("2026-11").label
        'November 2026'
    """
    from datetime import datetime

    from levelling.core.errors import UserError
    from levelling.core.period import UnreadablePeriod

    try:
        return Period.parse(as_of or f"{datetime.now().astimezone():%Y-%m-%d}")
    except UnreadablePeriod as error:
        raise UserError(f"'{as_of[:40]}' is not a date.", "Give a day (2026-11-28), a month (2026-11) or a year.") from error
