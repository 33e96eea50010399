"""The provider market: small directories and what is said of them."""

import sys
from dataclasses import replace
from datetime import date

import pytest

from levelling.atlas import Atlas
from levelling.challenge.needs import NAMES, needs
from levelling.core.errors import UserError
from levelling.core.period import Period
from levelling.core.service import Entry, Problem, Service, Standing
from levelling.solutions.providers import Kind, Market, market_notes, survey, themes
from levelling.solutions.providers.concentration import equal_providers, herfindahl, in_words
from levelling.solutions.providers.phrases import Phrases, tokens
from levelling.solutions.providers.places import Places
from levelling.solutions.providers.survey import Survey, months_before
from tests.directory import service

DAY = Period.parse("2026-11-28")
WORK, DEBT, TALK, BUS = "Help to find work", "Debt advice", "Counselling for depression", "A minibus for the village"


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas.open()


def market(atlas: Atlas, *entries: Entry, area: str = "", months: int = 12) -> Market:
    place = atlas.area(area) if area else None
    return survey(atlas, entries, "a directory", DAY, place, months, needs(atlas, place) if place else ())


def served(found: Market) -> dict[str, tuple[int, int]]:
    return {item.theme.id: (item.services, item.providers) for item in found.served if item.services}


def test_who_serves_what(atlas: Atlas) -> None:
    found = market(atlas, service("a", WORK), service("a", DEBT), service("b", WORK), service("c", TALK))
    assert served(found) == {"employability": (2, 2), "money": (1, 1), "mental-health": (1, 1)}
    assert (found.read, found.services, len(found.offers)) == (4, 4, 3)


def test_how_concentrated_each_is(atlas: Atlas) -> None:
    """Three services of four with one provider: 10,000 x (0.75^2 + 0.25^2) = 6,250."""
    found = market(atlas, *(service("a", f"{WORK} {at}") for at in range(3)), service("b", WORK), service("c", TALK))
    work = next(item for item in found.served if item.theme.id == "employability")
    assert (work.index, work.largest, work.largest_share, work.meaning) == (6250.0, "A", 75.0, "concentrated on a few")
    talk = next(item for item in found.served if item.theme.id == "mental-health")
    assert (talk.index, talk.meaning) == (10_000.0, "rests on one provider")
    bus = next(item for item in found.served if item.theme.id == "transport")
    assert (bus.index, bus.meaning) == (None, "offered by nobody")


def test_no_one_is_called_the_largest_where_several_are(atlas: Atlas) -> None:
    work = next(item for item in market(atlas, service("a", WORK), service("b", WORK)).served if item.services)
    assert (work.largest, work.largest_share) == ("", 50.0)


def test_specialists_and_those_who_serve_several(atlas: Atlas) -> None:
    whole = service("w", f"{WORK}. {DEBT}. {TALK}. {BUS}")
    found = market(atlas, service("a", WORK), service("b", WORK), service("b", DEBT), whole, service("n", "Chess for all"))
    assert found.by_barriers == {"none": 1, "one": 1, "two or three": 1, "four or more": 1}
    assert found.single_share == pytest.approx(100 / 3)
    assert next(item for item in found.served if item.theme.id == "employability").specialists == 1
    assert found.unthemed == 1
    assert (
        "Of the 3 providers that help with a barrier to work, 1 helps with a single one and 1 with four or more."
        in found.sentence
    )


def test_a_place_counts_what_reaches_it(atlas: Atlas) -> None:
    entries = (
        service("a", WORK, where="Hartlepool"),
        service("b", DEBT, where="Tees Valley"),
        service("c", TALK, where="England"),
        service("d", BUS, where="Cornwall"),
        service("e", BUS, where="our village"),
        replace(service("f", BUS), postcodes=("TS24 7AA",)),
        replace(service("g", BUS), points=((54.686, -1.212),)),
    )
    found = market(atlas, *entries, area="Hartlepool")
    assert {offer.name for offer in found.offers} == {"A", "B", "C", "G"}
    assert (found.elsewhere, found.unplaced, found.unplaced_postcodes, found.nationwide) == (1, 2, 1, 1)
    assert [(item.area.name, item.services, item.providers) for item in found.places] == [("Hartlepool", 3, 3)]


def test_an_area_it_names_counts_before_the_point_it_is_given_at(atlas: Atlas) -> None:
    reach = Places(atlas).reach(replace(service("a", WORK, where="Darlington"), points=((54.686, -1.212),)))
    assert (reach.codes, reach.how) == (frozenset({"E06000005"}), "areas")


@pytest.mark.parametrize("name", ["Hartlepool Borough Council", "E06000001", "hartlepool ", "Borough of Hartlepool"])
def test_names_as_directories_write_them(atlas: Atlas, name: str) -> None:
    assert Places(atlas).reach(service("a", WORK, where=name)).codes == {"E06000001"}


@pytest.mark.parametrize("name", ["North East", "", "Everyone who lives near us", "Allerdale", "E00000000"])
def test_names_of_no_one_area_are_not_guessed(atlas: Atlas, name: str) -> None:
    assert Places(atlas).reach(service("a", WORK, where=name)).codes == frozenset()


def test_needs_that_nobody_answers(atlas: Atlas) -> None:
    found = market(atlas, service("a", "A group for carers", where="Hartlepool"), area="Hartlepool")
    gaps = {gap.need.id: gap for gap in found.gaps}
    carers = gaps["unpaid-carers"]
    assert (carers.verdict, carers.services) == ("one provider", 1)
    assert carers.need.people is not None
    assert carers.per_10_000 == pytest.approx(10_000 / carers.need.people)
    assert gaps["employment"].verdict == "gap"
    assert gaps["few-jobs"].verdict == "no such service"
    assert gaps["few-jobs"].record()["services"] is None


def test_a_service_for_two_themes_answers_a_need_once(atlas: Atlas) -> None:
    found = market(atlas, service("a", f"{TALK} and for people with cancer", where="Hartlepool"), area="Hartlepool")
    sick = next(gap for gap in found.gaps if gap.need.id == "long-term-sickness")
    assert (sick.services, sick.providers, len(sick.themes)) == (1, 1, 2)


def test_every_need_a_theme_answers_is_a_need() -> None:
    assert {need for theme in themes().all for need in theme.needs} <= set(NAMES)


def test_stale_undated_and_still_to_come(atlas: Atlas) -> None:
    days = [None, date(2020, 1, 1), date(2025, 11, 27), date(2025, 11, 28), date(2026, 11, 28), date(2027, 1, 1)]
    found = market(atlas, *(replace(service(f"p{at}", WORK), assured=day) for at, day in enumerate(days)))
    assert (found.undated, found.stale, found.dated_ahead) == (1, 2, 1)
    work = next(item for item in found.served if item.services)
    assert (work.services, work.stale) == (6, 4)
    assert [offer.fresh for offer in found.offers] == [False, False, False, True, True, False]
    assert any("of 6 entries 2 were last looked at more than 12 months before" in note for note in market_notes(found))


def test_another_limit(atlas: Atlas) -> None:
    entry = replace(service("a", WORK), modified=date(2026, 6, 1))
    assert [market(atlas, entry, months=months).stale for months in (3, 6)] == [1, 0]


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [("2024-03-31", 1, "2024-02-29"), ("2026-01-15", 13, "2024-12-15"), ("2026-11-28", 12, "2025-11-28")],
)
def test_months_before(day: str, months: int, before: str) -> None:
    assert months_before(date.fromisoformat(day), months).isoformat() == before


def test_what_is_not_on_offer_is_not_counted(atlas: Atlas) -> None:
    shut = replace(service("a", WORK), standing=Standing.CLOSED_FOR_NOW)
    found = market(atlas, shut, service("b", DEBT))
    assert (found.read, found.services, found.closed, served(found)) == (2, 1, 1, {"money": (1, 1)})


def test_a_service_of_nobody_counts_as_a_service_alone(atlas: Atlas) -> None:
    found = market(atlas, replace(service("a", WORK), provider=None))
    work = next(item for item in found.served if item.services)
    assert (work.services, work.providers, work.meaning, found.unsigned) == (1, 0, "nobody says who offers it", 1)


def test_what_the_profile_left_out_is_told_of_only_where_nobody_says_it(atlas: Atlas) -> None:
    silent = market(atlas, service("a", WORK))
    assert any("who may use them, how long people wait or how to ask" in note for note in market_notes(silent))
    says = replace(service("a", WORK), eligibility="Adults", waiting_time="A week", application_process="Ring")
    assert not any("No entry says" in note for note in market_notes(market(atlas, says)))


def test_problems_are_kept_and_counted(atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[Survey.__module__], "MOST_PROBLEMS", 2)
    found = market(atlas, *(Problem("page 1", at, "name", "it has no name", at > 3) for at in range(1, 6)))
    assert (len(found.problems), found.problem_count, found.lost) == (2, 5, 3)
    assert "0 services of 0 providers are on offer" in found.sentence


def test_ages_tell_a_group(atlas: Atlas) -> None:
    young, old = replace(service("a", "A club"), maximum_age=25), replace(service("b", "A club"), minimum_age=55)
    assert served(market(atlas, young, old)) == {"young-people": (1, 1), "older-people": (1, 1)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A job club with help to get back to work", {"employability"}),
        ("We help people who are homeless or at risk of eviction", {"housing", "homeless-people"}),
        ("Recovery support for alcohol problems", {"addiction"}),
        ("After-school club and nursery", {"childcare"}),
        ("Support for ex-offenders leaving prison", {"offending", "offenders"}),
        ("ESOL classes for refugees", {"language", "refugees-and-migrants"}),
        ("Women's Aid: refuge from domestic abuse", {"domestic-abuse", "women"}),
        ("Befriending for older people", {"isolation", "older-people"}),
        ("A minibus with volunteer drivers", {"transport"}),
        ("Guides to the museum of transport", set()),
        ("Chess and draughts on Thursdays", set()),
        ("To relieve need without distinction of sex, race or disability", set()),
        ("Men and women of all ages are welcome", set()),
    ],
)
def test_made_up_descriptions(text: str, found: set[str]) -> None:
    told = {theme.id for theme in themes().of(Service("1", "Service", None, text))}
    assert told == found


def test_phrases_do_not_cross_a_full_stop() -> None:
    phrases = Phrases({"work": ["help ... work"]})
    assert phrases.found(tokens("help them into work"))
    assert not phrases.found(tokens("We help. You work"))
    assert not phrases.found(tokens("help with one two three four work"))


@pytest.mark.parametrize("phrase", ["", "...", "... work", "help ...", "w(ork", "a||b", "*"])
def test_a_phrase_that_cannot_be_read(phrase: str) -> None:
    with pytest.raises(UserError):
        Phrases({"x": [phrase]})


def test_a_theme_by_its_name_or_title() -> None:
    assert themes().get("Mental health").id == "mental-health"
    assert themes().get("MONEY").id == themes().get("money, debt and benefits").id == "money"
    with pytest.raises(UserError, match="Did you mean: employability"):
        themes().get("employablity")


def test_every_theme_is_whole() -> None:
    known = themes().all
    assert len({theme.id for theme in known}) == len(known)
    assert {theme.kind for theme in known} == set(Kind)
    assert all(theme.phrases and theme.meaning.endswith(".") for theme in known)


def test_the_index_in_words() -> None:
    assert [in_words(herfindahl([1] * n), n) for n in (1, 4, 8, 20)] == [
        "rests on one provider",
        "concentrated on a few",
        "spread over several",
        "fragmented over many",
    ]
    assert equal_providers(herfindahl([3] * 7) or 0) == pytest.approx(7)
