"""Laws of the register: when an enabler can be open, and what a search may give."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from levelling.core.period import Period
from levelling.solutions.register import Enabler, Kind, Status, Topic, User, register, status_at

_days = st.dates(date(2009, 1, 1), date(2030, 12, 31))
_WORDS = [
    "skills",
    "health",
    "fund",
    "young",
    "council",
    "board",
    "levy",
    "Scotland",
    "ESF",
    "voluntary",
    "zzz",
    "",
    "£",
    "'; --",
]


@st.composite
def _vague(draw: st.DrawFn) -> Period:
    day = draw(_days)
    return draw(st.sampled_from([Period(day, day), Period.parse(f"{day:%Y-%m}"), Period.year(day.year)]))


@st.composite
def _enablers(draw: st.DrawFn) -> Enabler:
    started = draw(st.none() | _vague())
    ended = draw(st.none() | _vague())
    if started is not None and ended is not None and ended.end < started.start:
        started, ended = ended, started
    return replace(
        register().get("ukspf"),
        started=started,
        ended=ended,
        seen_ended=None if ended else draw(st.none() | _vague()),
        funded_to=draw(st.none() | _vague()),
        replaced_by=draw(st.sampled_from([(), ("esf",)])),
        law=draw(st.sampled_from(["", "Care Act 2014"])),
        doubt=draw(st.sampled_from(["", "Nobody could say."])),
        attested=tuple(draw(st.lists(_vague(), max_size=3))),
    )


@given(_enablers(), _days)
@settings(max_examples=400)
def test_never_open_before_a_start_or_after_an_end(enabler: Enabler, day: date) -> None:
    found = status_at(enabler, Period(day, day))
    if found.is_open:
        assert enabler.started is None or enabler.started.end <= day
        assert enabler.ended is None or day <= enabler.ended.start or day < enabler.ended.end
        assert enabler.seen_ended is None or day < enabler.seen_ended.start
        assert enabler.attested or enabler.started
    assert found.sentence.endswith(".")


@given(_enablers(), _days, st.integers(1, 2_000))
@settings(max_examples=400)
def test_status_only_moves_forward(enabler: Enabler, day: date, later: int) -> None:
    """What has ended stays ended, and what has begun never has yet to begin."""
    now = status_at(enabler, Period(day, day)).status
    then = status_at(enabler, Period(day + timedelta(later), day + timedelta(later))).status
    if now in {Status.CLOSED, Status.REPLACED}:
        assert then is now
    if now is not Status.NOT_BEGUN:
        assert then is not Status.NOT_BEGUN


@given(_enablers(), _days)
@settings(max_examples=200)
def test_status_asks_the_last_day_of_a_period(enabler: Enabler, day: date) -> None:
    whole, last = Period.year(day.year), Period(date(day.year, 12, 31), date(day.year, 12, 31))
    assert status_at(enabler, whole) == status_at(enabler, last)


@given(
    st.sampled_from(_WORDS),
    st.none() | st.sampled_from(Kind),
    st.none() | st.sampled_from(Status),
    st.none() | st.sampled_from(Topic),
    st.none() | st.sampled_from(User),
    _days,
)
@settings(max_examples=80)
def test_every_filter_narrows_and_nothing_is_given_twice(
    query: str, kind: Kind | None, status: Status | None, topic: Topic | None, user: User | None, day: date
) -> None:
    held, as_of = register(), Period(day, day)
    wide = held.search(query, as_of=as_of)
    narrow = held.search(query, as_of=as_of, kind=kind, status=status, topic=topic, user=user)
    assert set(narrow_ids := [one.id for one in narrow]) <= {one.id for one in wide}
    assert len(narrow_ids) == len(set(narrow_ids))
    for one in narrow:
        assert kind in {None, one.kind}
        assert topic is None or topic in one.topics
        assert user is None or user in one.users
        assert status in {None, status_at(one, as_of).status}


@given(st.text(max_size=40))
@settings(max_examples=60)
def test_any_words_may_be_typed(query: str) -> None:
    assert len(register().search(query)) <= len(register())
