"""Needs meet a small made-up register: what is offered, in which order, what is not, and what is said where nothing fits."""

from dataclasses import replace

import pytest

from levelling.atlas import Atlas
from levelling.challenge.needs import NAMES, needs
from levelling.core.indicator import Topic as Subject
from levelling.core.need import Need
from levelling.core.period import Period
from levelling.core.source import Source
from levelling.solutions.match import FITS, Answered, Matched, Reaches, Relevance, fit_of, match
from levelling.solutions.register import Amount, Enabler, Extent, Kind, Mechanism, Reach, Topic, User
from tests.enabler_shelf import TODAY, made_up, shelf

SOURCE = Source("A gazette", "https://example.org/a", Period.parse("2026-10"))
ENDED = Period.parse("2026-03-31")


def _reach(name: str, code: str, pounds: float | None = None) -> Reach:
    return Reach(
        name=name,
        codes=(code,),
        within=(),
        pounds=pounds,
        people=None,
        people_a_year=None,
        period="2026-27",
        started=None,
        ended=None,
        note="",
        source=SOURCE,
    )


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas.open()


@pytest.fixture(scope="module")
def hartlepool(atlas: Atlas) -> dict[str, Need]:
    return {item.id: item for item in needs(atlas, atlas.area("Hartlepool"), every=True)}


def _match(atlas: Atlas, need: Need, *enablers: Enabler, user: User | None = None, as_of: Period = TODAY) -> Matched:
    return match(atlas, need.area, [need], as_of, user=user, known=shelf(*enablers))


def _answer(atlas: Atlas, need: Need, *enablers: Enabler) -> Answered:
    [answer] = _match(atlas, need, *enablers).answers
    return answer


def _names(answer: Answered) -> list[str]:
    return [offer.enabler.id for offer in answer.offers]


def test_the_most_direct_help_comes_first(atlas: Atlas, hartlepool: dict[str, Need]) -> None:
    wanted = [
        made_up("z-chiefly"),
        made_up("y-beside-others", topics=(Topic.PLACE, Topic.EMPLOYMENT)),
        made_up("x-rule", kind=Kind.STANDARD),
        made_up("w-board", kind=Kind.BODY, mechanism=Mechanism.GOVERNANCE),
        made_up("v-near", topics=(Topic.SKILLS,)),
    ]
    unlike = made_up("housing", topics=(Topic.HOUSING,))
    answer = _answer(atlas, hartlepool["employment"], unlike, *reversed(wanted))
    assert _names(answer) == [enabler.id for enabler in wanted]


def test_then_reach_then_status_then_money_then_name(atlas: Atlas, hartlepool: dict[str, Need]) -> None:
    here = _reach("Hartlepool", "E06000001")
    rich = _reach("Hartlepool", "E06000001", 5_000_000)
    wanted = [
        made_up("g-named-rich", extent=Extent.LISTED, areas=(rich,)),
        made_up("f-named", extent=Extent.LISTED, areas=(here,)),
        made_up("e-money", amounts=(Amount(1e9, "2026-27", "", SOURCE),)),
        made_up("c-a-name"),
        made_up("d-a-name"),
        made_up("b-not-begun", started=Period.parse("2027-04"), attested=()),
        made_up("a-doubtful", started=Period.parse("2015"), attested=(Period.parse("2022"),)),
        made_up("a-somewhere", extent=Extent.INCOMPLETE),
    ]
    answer = _answer(atlas, hartlepool["employment"], *reversed(wanted))
    assert _names(answer) == [enabler.id for enabler in wanted]
    first = answer.offers[0]
    assert first.reach.answer is Reaches.NAMED
    assert first.money.per_head == pytest.approx(5_000_000 / (hartlepool["employment"].area.population or 0))


def test_what_is_closed_is_told_apart_with_what_followed_it(atlas: Atlas, hartlepool: dict[str, Need]) -> None:
    over = made_up("the-old-one", ended=ENDED, replaced_by=("the-new-one",), attested=())
    gone = made_up("gone", ended=ENDED, attested=())
    answer = _answer(atlas, hartlepool["employment"], over, gone, made_up("the-new-one"))
    assert _names(answer) == ["the-new-one"]
    told = {item.enabler.id: item.sentence for item in answer.ended}
    assert told["the-old-one"] == "The old one: it ended on 31 March 2026; what followed: The new one (open)."
    assert told["gone"].endswith("nothing that follows it is on record.")


def test_a_closed_fund_is_open_at_a_date_when_it_was(atlas: Atlas, hartlepool: dict[str, Need]) -> None:
    over = made_up("the-old-one", started=Period.parse("2022-04"), ended=ENDED, attested=())
    [answer] = _match(atlas, hartlepool["employment"], over, as_of=Period.parse("2024-06")).answers
    assert _names(answer) == ["the-old-one"]


def test_what_is_of_another_nation_or_of_listed_places_elsewhere_is_not_offered(
    atlas: Atlas, hartlepool: dict[str, Need]
) -> None:
    elsewhere = _reach("Leeds", "E08000035")
    answer = _answer(
        atlas,
        hartlepool["employment"],
        made_up("scottish", nations=("S",)),
        made_up("in-leeds", extent=Extent.LISTED, areas=(elsewhere,)),
    )
    assert answer.offers == ()


def test_where_nothing_fits_it_says_so(atlas: Atlas, hartlepool: dict[str, Need]) -> None:
    answer = _answer(atlas, hartlepool["broadband"], made_up("jobs"))
    assert answer.sentence == "No open fund or programme in the register is for faster broadband in Hartlepool."
    [record] = _match(atlas, hartlepool["broadband"], made_up("jobs")).records()
    assert (record["enabler"], record["rank"], record["reason"]) == (None, None, answer.sentence)


def test_what_is_open_but_may_not_reach_the_place_is_said_so(atlas: Atlas, hartlepool: dict[str, Need]) -> None:
    somewhere = made_up("somewhere", extent=Extent.INCOMPLETE)
    told = (
        "For people out of work the register holds Somewhere, but whether it reaches Hartlepool cannot be told from the sources."
    )
    assert _answer(atlas, hartlepool["employment"], somewhere).sentence == told


def test_a_rule_is_in_force_and_no_zone_has_the_money_of_all(atlas: Atlas, hartlepool: dict[str, Need]) -> None:
    rule = made_up("rule", kind=Kind.DUTY)
    zones = made_up("zones", amounts=(Amount(1.6e8, "ten years", "For each zone.", SOURCE),))
    first, second = _answer(atlas, hartlepool["employment"], rule, zones).offers
    assert first.money.words == "for each zone, ten years"
    assert "In force: " in second.reason


def test_an_enabler_is_for_carers_only_where_its_own_words_say_so(atlas: Atlas, hartlepool: dict[str, Need]) -> None:
    for_carers = made_up("respite", purpose="Pays for breaks of unpaid carers, so that they can work.")
    answer = _answer(atlas, hartlepool["unpaid-carers"], made_up("jobs", topics=(Topic.INACTIVITY,)), for_carers)
    assert _names(answer) == ["respite", "jobs"]
    assert answer.offers[1].relevance.words == "helps with something near to it"
    assert "not made for unpaid carers" in answer.offers[1].reason


def test_only_what_a_charity_can_use(atlas: Atlas, hartlepool: dict[str, Need]) -> None:
    mine, theirs = made_up("mine"), made_up("theirs", users=(User.COUNCIL,))
    [answer] = _match(atlas, hartlepool["employment"], mine, theirs, user=User.VCSE).answers
    assert _names(answer) == ["mine"]


def test_combined_authorities_alone_do_not_reach_a_place_without_one(atlas: Atlas) -> None:
    mayoral = made_up("mayoral", levels=("combined authority",), extent=Extent.INCOMPLETE)
    found = {item.id: item for item in needs(atlas, atlas.area("Cornwall"), every=True)}
    assert _answer(atlas, found["employment"], mayoral).offers == ()
    london = {item.id: item for item in needs(atlas, atlas.area("Camden"), every=True)}
    [offer] = _answer(atlas, london["employment"], mayoral).offers
    assert "the Greater London Authority" in offer.who_agrees


def test_the_reasons_steps_and_roles_are_in_words(atlas: Atlas, hartlepool: dict[str, Need]) -> None:
    enabler = made_up("help", conditions=("Apply by letter",), ring_fences=("Adults only.",), extent=Extent.INCOMPLETE)
    [offer] = _answer(atlas, hartlepool["employment"], enabler).offers
    assert offer.reason.startswith("Helps. This programme is about employment and works through advice and bringing people")
    assert offer.first_steps == (
        "Apply by letter.",
        "Mind: adults only.",
        "Ask A ministry whether it reaches Hartlepool.",
        "It can be used by councils and the voluntary sector.",
    )
    assert offer.who_agrees == "Led by A ministry. At the level it works at, Hartlepool is under the council of Hartlepool."
    assert offer.vcse == "The voluntary sector's part: can be the provider."


def test_a_thin_nation_is_owned_up_to(atlas: Atlas) -> None:
    glasgow = needs(atlas, atlas.area("Glasgow City"))
    notes = match(atlas, atlas.area("Glasgow City"), glasgow, TODAY, known=shelf(made_up("english"))).notes
    assert "The register is thin for Scotland: of what is Scotland's alone it holds 0, against 1 for England." in notes[1]


def test_every_need_that_can_be_found_is_matched_on_purpose(hartlepool: dict[str, Need]) -> None:
    assert set(FITS) == set(NAMES)
    for subject in Subject:
        stranger = replace(hartlepool["employment"], id="something-new", topic=subject)
        assert fit_of(stranger).whom


def test_what_nobody_has_seen_for_years_is_told_apart_and_not_offered(atlas: Atlas, hartlepool: dict[str, Need]) -> None:
    unseen = made_up("unseen", started=Period.parse("2015"), attested=(Period.parse("2020"),))
    seen = made_up("seen", started=Period.parse("2015"), attested=(Period.parse("2022"),))
    rule = made_up("rule", kind=Kind.STANDARD, started=Period.parse("2015"), attested=(Period.parse("2020"),))
    answer = _answer(atlas, hartlepool["employment"], unseen, seen, rule)
    assert _names(answer) == ["seen", "rule"]
    assert [item.enabler.id for item in answer.ended] == ["unseen"]
    assert "last seen open in a source of 2020" in answer.ended[0].sentence


def test_a_programme_that_works_another_way_is_near_and_frames_nothing(atlas: Atlas, hartlepool: dict[str, Need]) -> None:
    posts = made_up("posts", topics=(Topic.HEALTH, Topic.EMPLOYMENT), mechanism=Mechanism.JOB_CREATION)
    touching = made_up("touching", topics=(Topic.BUSINESS, Topic.INACTIVITY), mechanism=Mechanism.BROKERAGE)
    [offer] = _answer(atlas, hartlepool["long-term-sickness"], posts).offers
    assert offer.relevance is Relevance.NEAR
    assert _answer(atlas, hartlepool["unpaid-carers"], touching).offers == ()
