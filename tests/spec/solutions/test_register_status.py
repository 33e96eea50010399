"""How an enabler stands at a date: one table of what is known and what is said."""

from dataclasses import replace

import pytest

from levelling.core.period import Period
from levelling.solutions.register import Enabler, Status, register, status_at

P = Period.parse
OPEN, NOT_BEGUN, CLOSED, REPLACED, CANNOT_TELL = Status.OPEN, Status.NOT_BEGUN, Status.CLOSED, Status.REPLACED, Status.CANNOT_TELL


def enabler(**known: object) -> Enabler:
    bare = replace(
        register().get("ukspf"),
        started=None,
        ended=None,
        seen_ended=None,
        funded_to=None,
        replaced_by=(),
        law="",
        doubt="",
        attested=(),
    )
    return replace(bare, **known)  # type: ignore[arg-type]  # the fields are named by the table below


CASES: list[tuple[str, dict[str, object], str, Status, str]] = [
    ("before a start", {"started": P("2022-04")}, "2022-03", NOT_BEGUN, "It begins in April 2022."),
    ("the last day of a vague start", {"started": P("2022-04")}, "2022-04", OPEN, "It began in April 2022."),
    ("inside a vague start", {"started": P("2022")}, "2022-06", CANNOT_TELL, "It began in 2022; on which day was not found."),
    (
        "the last day of an exact end",
        {"ended": P("2026-03-31"), "started": P("2022")},
        "2026-03-31",
        OPEN,
        "It ends on 31 March 2026.",
    ),
    ("the day after", {"ended": P("2026-03-31"), "started": P("2022")}, "2026-04-01", CLOSED, "It ended on 31 March 2026."),
    ("replaced", {"ended": P("2026-03-31"), "replaced_by": ("esf",)}, "2026-04", REPLACED, "It ended on 31 March 2026."),
    (
        "inside a vague end",
        {"started": P("2021"), "ended": P("2026")},
        "2026-11",
        CANNOT_TELL,
        "It ended in 2026; on which day was not found.",
    ),
    ("the last day of a vague end", {"ended": P("2026-03")}, "2026-03", CLOSED, "It ended in March 2026."),
    ("seen alive that year", {"attested": (P("2020"),)}, "2020-12", OPEN, "A source of 2020 shows it open."),
    ("within three years", {"attested": (P("2020"),)}, "2023-12-31", OPEN, "Last seen open in a source of 2020."),
    (
        "after three years",
        {"attested": (P("2020"),)},
        "2024-01-01",
        CANNOT_TELL,
        "Last seen open in a source of 2020; nothing newer was found.",
    ),
    ("never seen", {}, "2024", CANNOT_TELL, "Neither a start nor a source that shows it alive was found."),
    (
        "before it is first seen",
        {"attested": (P("2020"),)},
        "2019",
        CANNOT_TELL,
        "When it began was not found; it is first seen in a source of 2020.",
    ),
    (
        "between two sources",
        {"attested": (P("2020"), P("2025-07"))},
        "2023",
        OPEN,
        "Sources of 2020 and of July 2025 show it open.",
    ),
    (
        "between its start and a later source",
        {"started": P("2016"), "attested": (P("2026-01-15"),)},
        "2020-12",
        OPEN,
        "It began in 2016, and a source of 15 January 2026 shows it open.",
    ),
    (
        "a law",
        {"attested": (P("2012"),), "law": "Care Act 2014"},
        "2026",
        OPEN,
        "It stands on the Care Act 2014; nothing was found that ends it. Last seen open in a source of 2012.",
    ),
    (
        "money told up to a date",
        {"started": P("2025-04"), "attested": (P("2025-05"),), "funded_to": P("2026-03")},
        "2026-04",
        CANNOT_TELL,
        "Its money is told up to March 2026; whether it goes on was not found.",
    ),
    (
        "a doubt",
        {"attested": (P("2026-01"),), "doubt": "It was in committee then."},
        "2026-02",
        CANNOT_TELL,
        "Last seen open in a source of January 2026. It was in committee then.",
    ),
    (
        "shown ended, without a date",
        {"attested": (P("2020"),), "seen_ended": P("2023-06")},
        "2023-06",
        CLOSED,
        "A source of June 2023 shows it ended; the date of its end was not found.",
    ),
    (
        "between the last sight and the first without",
        {"attested": (P("2020"),), "seen_ended": P("2023-06")},
        "2021",
        CANNOT_TELL,
        "Last seen open in a source of 2020; a source of June 2023 shows it ended.",
    ),
    (
        "announced, and never seen since",
        {"started": P("2026-04"), "attested": (P("2025-12"),)},
        "2026-11",
        OPEN,
        "It was to begin in April 2026, by a source of December 2025.",
    ),
    ("an old start alone", {"started": P("2010")}, "2026", CANNOT_TELL, "It began in 2010; nothing newer was found."),
]


@pytest.mark.parametrize(("known", "day", "status", "sentence"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_status(known: dict[str, object], day: str, status: Status, sentence: str) -> None:
    found = status_at(enabler(**known), P(day))
    assert (found.status, found.sentence) == (status, sentence)
