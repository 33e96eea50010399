"""Laws of matching, on registers made by chance: what is closed never appears, and newcomers do not reorder the rest."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from levelling.atlas import Atlas
from levelling.challenge.needs import needs
from levelling.core.need import Need
from levelling.core.period import Period
from levelling.solutions.match import match
from levelling.solutions.register import Enabler, Extent, Kind, Mechanism, Status, Topic
from tests.enabler_shelf import TODAY, made_up, shelf


@cache
def _atlas() -> Atlas:
    return Atlas.open()


@cache
def _needs() -> tuple[Need, ...]:
    return needs(_atlas(), _atlas().area("Hartlepool"), every=True)


@st.composite
def _enablers(draw: st.DrawFn) -> list[Enabler]:
    keys = draw(st.lists(st.integers(0, 99), unique=True, max_size=6))
    return [draw(_enabler(f"enabler-{key}")) for key in keys]


def _enabler(key: str) -> st.SearchStrategy[Enabler]:
    return st.builds(
        lambda kind, topics, way, extent, nations, ended: made_up(
            key,
            kind=kind,
            topics=tuple(topics),
            mechanism=way,
            extent=extent,
            nations=nations,
            ended=ended,
            attested=(Period.parse("2025-06"),),
        ),
        st.sampled_from(Kind),
        st.lists(st.sampled_from(Topic), min_size=1, max_size=3, unique=True),
        st.sampled_from(Mechanism),
        st.sampled_from([Extent.EVERYWHERE, Extent.INCOMPLETE]),
        st.sampled_from([("E",), ("S",), ("E", "W")]),
        st.sampled_from([None, Period.parse("2026-03-31"), Period.parse("2027-03-31")]),
    )


def _offered(enablers: list[Enabler], wanted: tuple[Need, ...]) -> dict[str, list[str]]:
    found = match(_atlas(), wanted[0].area, wanted, TODAY, known=shelf(*enablers))
    over = {Status.CLOSED, Status.REPLACED}
    assert not any(offer.status.status in over for answer in found.answers for offer in answer.offers)
    assert [answer.need for answer in found.answers] == list(wanted)
    return {answer.need.id: [offer.enabler.id for offer in answer.offers] for answer in found.answers}


@given(_enablers(), _enabler("newcomer"))
@settings(max_examples=30, deadline=None)
def test_what_is_closed_never_appears_and_a_newcomer_does_not_reorder_the_rest(
    enablers: list[Enabler], newcomer: Enabler
) -> None:
    before = _offered([*enablers, made_up("always")], _needs())
    after = _offered([newcomer, *enablers, made_up("always")], _needs())
    for need, names in after.items():
        assert [name for name in names if name != "newcomer"] == before[need]


@given(_enablers())
@settings(max_examples=15, deadline=None)
def test_the_order_does_not_hang_on_the_order_of_the_register(enablers: list[Enabler]) -> None:
    held = [*enablers, made_up("always")]
    assert _offered(held, _needs()) == _offered(held[::-1], _needs())
