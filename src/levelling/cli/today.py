"""The machine's date: read at this edge alone, and handed on as an argument."""

from levelling.core.period import Period


def this_month() -> Period:
    """The month it is, where the user is."""
    from datetime import datetime

    return Period.parse(f"{datetime.now().astimezone():%Y-%m}")
