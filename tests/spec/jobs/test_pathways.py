"""What pathways promise, on a country small enough to reckon by hand."""

from dataclasses import replace

import pytest

from levelling.core.errors import UserError
from levelling.jobs.pathways import Around, Index, Median, Presence, Standard, occupation, reckon, rules
from levelling.jobs.pathways.likeness import UNKNOWN
from levelling.jobs.pathways.routes import routes_to
from tests.pathway_world import catalogue, job, skill

EXACT = replace(rules(), kindred=0, grouped=0, shared=1)
SKILLS = [skill("serve", 1.0), skill("till", 2.0), skill("stock", 1.0), skill("plan", 3.0)]
HIGH, LOW = (4.0, 0.2, "High risk"), (3.0, 0.6, "Low risk")
JOBS = [
    job("shop", "serve till", "stock", zone=2, risk=HIGH, soc="7111"),
    job("cafe", "serve till", zone=2, risk=LOW, soc="9272"),
    job("store", "stock plan", zone=3, risk=LOW, soc="9241"),
    job("head", "serve plan", zone=5, risk=LOW, soc="1190"),
    job("bank", "till", zone=2, risk=HIGH, soc="4123"),
]


def test_a_share_is_what_the_other_asks_that_this_one_brings_rare_things_weighing_more() -> None:
    near = Index(catalogue(JOBS, SKILLS), EXACT)
    found = near.of("shop")
    at = near.at
    assert found.essential[at["cafe"]] == 10_000
    assert found.every[at["cafe"]] == 10_000
    # stock 1.00 of stock 1.00 and plan 3.00, and only among all skills.
    assert found.essential[at["store"]] == 0
    assert found.every[at["store"]] == 2_500
    assert found.total[at["store"]] == 1_250
    assert found.activities[at["store"]] == UNKNOWN
    # The other way round: a store hand brings stock, which a shop does not ask for.
    assert near.of("store").total[at["shop"]] == 0


def test_a_skill_with_most_words_in_common_counts_in_part_and_a_group_a_little() -> None:
    skills = [
        skill("a", label="clean guest rooms"),
        skill("b", label="clean guest corridors"),
        skill("c", label="mend boots", group="crafts"),
        skill("d", label="sew sails", group="crafts"),
    ]
    known = catalogue([job("one", "a c"), job("two", "b"), job("three", "d")], skills)
    near = Index(known, replace(rules(), kindred=50, words=30, grouped=10))
    found = near.of("one")
    assert found.essential[near.at["two"]] == 5_000
    assert found.essential[near.at["three"]] == 1_000


def test_activities_join_in_only_where_both_sides_have_them() -> None:
    jobs = [job("one", "serve", activities="lift"), job("two", "serve plan", activities="lift carry"), job("three", "serve")]
    near = Index(catalogue(jobs, SKILLS), EXACT)
    found = near.of("one")
    assert found.activities[near.at["three"]] == UNKNOWN
    assert found.total[near.at["three"]] == 10_000
    # lift is done by both that have activities: ln(2/2) = 0 weighs 1; carry weighs round(100 ln 2) = 69.
    assert found.activities[near.at["two"]] == 10_000 * 1 // 70
    assert found.total[near.at["two"]] == (2_500 + 2_500 + 142) // 3


def test_by_default_a_way_is_near_with_no_long_preparation_not_too_poor_and_not_at_high_risk() -> None:
    pay = {"7111": 10.0, "9272": 8.0, "9241": 7.4, "4123": 12.0}
    around = Around({soc: Median(soc, pounds, "2023") for soc, pounds in pay.items()})
    found = reckon(Index(catalogue(JOBS, SKILLS), EXACT), "shop", around)
    # The store pays 74% of the shop; the bank is at high risk; the head is three job zones up.
    assert [one.occupation.key for one in found.destinations] == ["cafe"]
    assert (found.counts.near, found.counts.viable, found.counts.desirable, found.counts.safe) == (4, 3, 2, 1)
    assert found.destinations[0].pay_share == (80, 80)
    every = reckon(Index(catalogue(JOBS, SKILLS), EXACT), "shop", around, everything=True)
    assert [one.occupation.key for one in every.destinations] == ["bank", "cafe", "store"]
    assert [one.desirable for one in every.destinations] == [True, True, False]
    assert [one.safe for one in every.destinations] == [False, True, True]


def test_what_cannot_be_told_hides_nothing_and_is_said() -> None:
    jobs = [job("shop", "serve", zone=2, risk=HIGH, soc="7111"), job("cafe", "serve")]
    found = reckon(Index(catalogue(jobs, SKILLS), EXACT), "shop")
    (way,) = found.destinations
    assert (way.desirable, way.safe, way.safer, way.zone_step, way.pay, way.presence) == (None,) * 6
    assert found.records()[0]["pays_enough"] == "cannot tell"
    assert (found.counts.pay_unknown, found.counts.risk_unknown) == (1, 1)


def test_pay_of_another_year_is_not_compared() -> None:
    jobs = [job("shop", "serve", soc="7111"), job("cafe", "serve", soc="9272")]
    around = Around({"7111": Median("", 10.0, "2023"), "9272": Median("", 2.0, "2021")})
    (way,) = reckon(Index(catalogue(jobs, SKILLS), EXACT), "shop", around).destinations
    assert way.pay_share is None
    assert way.desirable is None


def test_where_the_unit_group_is_not_sure_pay_is_a_range_and_only_all_of_it_settles() -> None:
    jobs = [job("here", "serve"), job("above", "serve"), job("below", "serve"), job("astride", "serve"), job("partly", "serve")]
    pay = {soc: Median(soc, pounds, "2023") for soc, pounds in (("1", 10.0), ("2", 8.0), ("3", 6.0))}
    leads = {
        "here": [("1", 90)],
        "above": [("1", 40), ("2", 30)],
        "below": [("3", 80), ("1", 20)],
        "astride": [("2", 40), ("3", 40)],
        "partly": [("1", 40), ("9", 40)],
    }
    found = reckon(Index(catalogue(jobs, SKILLS), EXACT), "here", Around(pay, leads), everything=True)
    told = {one.occupation.key: (one.pay_share, one.desirable) for one in found.destinations}
    assert told == {
        "above": ((80, 100), True),
        "below": ((60, 60), False),
        "astride": ((60, 80), None),
        "partly": (None, None),
    }
    assert (found.counts.desirable, found.counts.pay_unknown) == (1, 2)


def test_one_skill_in_common_is_no_ground_by_default() -> None:
    jobs = [job("here", "serve till"), job("one", "serve"), job("two", "serve till plan")]
    found = reckon(Index(catalogue(jobs, SKILLS), replace(EXACT, shared=2)), "here")
    assert [one.occupation.key for one in found.destinations] == ["two"]


def test_skill_levels_of_isco_stand_in_where_the_job_zone_is_not_known() -> None:
    jobs = [
        job("clerk", "serve", isco="4132"),
        job("technician", "serve", isco="3513"),
        job("professional", "serve", isco="2521"),
        job("shop manager", "serve", isco="1420"),
        job("bank manager", "serve", isco="1346"),
    ]
    found = reckon(Index(catalogue(jobs, SKILLS), EXACT), "clerk")
    assert [one.occupation.key for one in found.destinations] == ["shop manager", "technician"]
    assert {one.level_step for one in found.destinations} == {1}


def test_one_of_each_unit_group_is_shown_and_the_others_are_named() -> None:
    jobs = [job("shop", "serve till", isco="5223"), job("books", "serve till", isco="5223"), job("boots", "serve", isco="5223")]
    known = catalogue([*jobs, job("cafe", "serve plan", isco="5131")], SKILLS)
    found = reckon(Index(known, EXACT), "shop")
    assert [(one.occupation.key, one.also) for one in found.destinations] == [("books", ("boots",)), ("cafe", ())]
    every = reckon(Index(known, replace(EXACT, each_group=0)), "shop")
    assert [one.occupation.key for one in every.destinations] == ["books", "boots", "cafe"]
    assert reckon(Index(known, EXACT), "shop", top=1).destinations == found.destinations[:1]


def test_skills_to_gain_come_rarest_first_each_with_its_kin() -> None:
    skills = [skill("a", label="clean guest rooms"), skill("b", 1.0, "clean guest corridors"), skill("c", 5.0, "pilot ships")]
    known = catalogue([job("one", "a"), job("two", "a b c")], skills)
    (way,) = reckon(Index(known, replace(rules(), words=25, shared=1)), "one").destinations
    assert way.shared == ("clean guest rooms",)
    assert [(gain.label, gain.kindred) for gain in way.gains] == [
        ("pilot ships", ""),
        ("clean guest corridors", "clean guest rooms"),
    ]


def test_safer_asks_for_less_risk_and_more_that_resists() -> None:
    jobs = [
        job("here", "serve", risk=(4.0, 0.3, "Other")),
        job("less", "serve", risk=(3.5, 0.4, "Other")),
        job("softer", "serve", risk=(3.5, 0.2, "Other")),
    ]
    found = reckon(Index(catalogue(jobs, SKILLS), EXACT), "here")
    assert {one.occupation.key: one.safer for one in found.destinations} == {"less": True, "softer": False}


def test_people_of_the_place_are_those_of_the_sub_major_group() -> None:
    sales = Presence("Sales occupations", 2200.0, None, None, "2024", "SOC 2020")
    jobs = [job("cafe", "serve"), job("shop", "serve", soc="7111"), job("mender", "serve", soc="5221")]
    found = reckon(Index(catalogue(jobs, SKILLS), EXACT), "cafe", Around(presence={"71": sales}))
    assert {one.occupation.key: one.presence for one in found.destinations} == {"shop": sales, "mender": None}
    torn = Around(presence={"71": sales}, leads={"shop": [("7111", 40), ("7214", 40)], "mender": [("7111", 40), ("7121", 40)]})
    found = reckon(Index(catalogue(jobs, SKILLS), EXACT), "cafe", torn)
    assert {one.occupation.key: one.presence for one in found.destinations} == {"shop": None, "mender": sales}


def test_standards_are_offered_by_a_trade_in_common_not_by_a_rank() -> None:
    standards = (
        Standard("Hospitality supervisor", "Advanced", 900, "2023/24"),
        Standard("Retail supervisor", "Advanced", 800, "2023/24"),
        Standard("Retail manager", "Higher", 700, "2023/24"),
    )
    assert [route.name for route in routes_to(job("retail supervisor"), standards)] == ["Retail supervisor"]
    assert [route.name for route in routes_to(job("retail manager"), standards)] == ["Retail manager"]
    assert routes_to(job("supervisor"), standards) == ()
    assert [route.name for route in routes_to(job("shop boss"), standards, ["retail supervisor"])] == ["Retail supervisor"]


def test_one_word_of_another_name_is_no_route() -> None:
    standards = (
        Standard("Sports coach", "Higher", 597, "2023/24"),
        Standard("Bus and coach driver", "Intermediate", 806, "2023/24"),
    )
    assert [route.name for route in routes_to(job("bus driver"), standards, ["coach"])] == ["Bus and coach driver"]


def test_a_name_is_found_however_it_is_written_and_near_ones_are_offered() -> None:
    known = catalogue([job("hotel concierge"), job("hotel porter")], SKILLS)
    assert occupation(known, " Hotel  CONCIERGE").key == "hotel concierge"
    with pytest.raises(UserError, match="No occupation goes by the name 'hotel consierge'") as caught:
        occupation(known, "hotel consierge")
    assert caught.value.near == ("hotel concierge", "hotel porter")
    with pytest.raises(UserError, match="No occupation is named"):
        occupation(known, "")
    with pytest.raises(UserError, match="hold no occupations"):
        occupation(catalogue([], SKILLS), "porter")


def test_another_name_will_do_where_one_occupation_alone_has_it() -> None:
    concierge, porter = job("hotel concierge"), job("hotel porter")
    known = catalogue([replace(concierge, titles=("concierge", "greeter")), replace(porter, titles=("greeter",))], SKILLS)
    assert occupation(known, "Concierge").key == "hotel concierge"
    with pytest.raises(UserError, match=r"2 occupations go by the name 'greeter'.* hotel concierge or hotel porter"):
        occupation(known, "greeter")
