"""Money against need: small tables, answers worked by hand."""

from pathlib import Path

import numpy as np
import pytest

from levelling.atlas import Atlas
from levelling.core.area import Level
from levelling.core.errors import NotEnoughData, UserError
from levelling.core.period import Period
from levelling.solutions.funding import (
    Award,
    Cited,
    Fund,
    NotFound,
    Split,
    against_need,
    money_here,
    need_of,
    own_fund,
    place,
)
from levelling.solutions.funding.alike import alike
from levelling.solutions.funding.declared import FundFile, load
from levelling.solutions.funding.measures import concentration, curve, interval, share_of_neediest

HARTLEPOOL, STOCKTON, CARDIFF = "E06000001", "E06000004", "W06000015"
CITED = Cited("A list", ("https://example.org/",))
IMD = "index-of-multiple-deprivation-2019-england"


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas.open()


def made(*awards: Award, complete: bool = True, nations: tuple[str, ...] = ("E",), not_found: tuple[NotFound, ...] = ()) -> Fund:
    return Fund(
        "made-up", "Made-up fund", "", "A fund.", nations, Level.LAD, Period.year(2022), complete, "So it is.", awards, not_found
    )


def award(name: str, *areas: str, pounds: float = 100.0) -> Award:
    return Award(name, areas, pounds, CITED, unplaced="" if areas else "No code.")


def test_the_index_of_four_areas_by_hand() -> None:
    """People 10, 20, 30, 40 with need 4, 3, 2, 1 and 8, 6, 4, 2 pounds a head.

    In the order of need (the least first) shares are .4, .3, .2, .1 and ranks .2, .55, .8, .95; money 80, 120, 120, 80 of 400.
    C = 2 x (80 x .2 + 120 x .55 + 120 x .8 + 80 x .95) / 400 - 1 = 2 x 254 / 400 - 1 = 0.27.
    """
    money = np.array([80.0, 120, 120, 80])
    found = concentration(money, np.array([10.0, 20, 30, 40]), np.array([4.0, 3, 2, 1]))
    assert found == pytest.approx(0.27)


def test_areas_with_the_same_need_share_one_rank() -> None:
    people, need = np.array([1.0, 1, 2]), np.array([1.0, 1, 5])
    assert concentration(np.array([4.0, 0, 4]), people, need) == pytest.approx(concentration(np.array([0.0, 4, 4]), people, need))


def test_the_curve_begins_with_the_greatest_need() -> None:
    points = curve([80, 120, 120, 80], [10, 20, 30, 40], [4, 3, 2, 1])
    assert [(round(point.people, 2), round(point.money, 2)) for point in points] == [
        (0, 0),
        (0.1, 0.2),
        (0.3, 0.5),
        (0.6, 0.8),
        (1, 1),
    ]
    assert share_of_neediest(points, 0.2) == pytest.approx(0.35)


def test_an_interval_holds_the_index_and_is_the_same_each_time() -> None:
    rng = np.random.default_rng(3)
    people, need = rng.uniform(50, 100, 60), np.arange(60.0)
    money = people * (need + rng.uniform(0, 40, 60))
    found = interval(money, people, need, 400)
    assert found is not None
    assert found.lower < float(concentration(money, people, need)) < found.upper
    assert interval(money, people, need, 400) == found


def test_no_interval_where_most_draws_hold_no_money() -> None:
    money = np.zeros(40)
    assert interval(money, np.ones(40), np.arange(40.0), 50) is None


def test_groups_of_like_need_and_what_each_got() -> None:
    need = {f"area {place}": float(place) for place in range(10)}
    low, high = alike(need, dict.fromkeys(need, 0.0) | {"area 9": 50.0}, dict.fromkeys(need, 5.0))
    assert (low.per_head, high.per_head) == (0.0, 2.0)
    assert high.codes == ("area 5", "area 6", "area 7", "area 8", "area 9")


def test_one_authority_has_its_award_as_it_is_and_several_share_by_people(atlas: Atlas) -> None:
    found = place(atlas, made(award("own", HARTLEPOOL), award("both", HARTLEPOOL, STOCKTON, pounds=300)))
    here = {item.area.code: item for item in found.given}
    one, other = here[HARTLEPOOL], here[STOCKTON]
    assert [share.modelled for share in one.shares] == [False, True]
    assert (one.pounds or 0) + (other.pounds or 0) == 400
    assert ((one.pounds or 0) - 100) / 300 == pytest.approx(one.people / (one.people + other.people), abs=0.01)
    assert found.modelled == 300


def test_several_named_authorities_may_share_equally(atlas: Atlas) -> None:
    found = place(atlas, made(award("both", HARTLEPOOL, STOCKTON, pounds=301)), split=Split.EQUAL)
    here = {item.area.code: item.pounds for item in found.given}
    assert (here[HARTLEPOOL], here[STOCKTON]) == (150.5, 150.5)


def test_outside_a_whole_list_is_nought_and_outside_one_that_is_not_is_unknown(atlas: Atlas) -> None:
    whole = {item.area.code: item for item in place(atlas, made(award("own", HARTLEPOOL))).given}
    part = {item.area.code: item for item in place(atlas, made(award("own", HARTLEPOOL), complete=False)).given}
    assert (whole[STOCKTON].pounds, whole[STOCKTON].per_head) == (0, 0)
    assert (part[STOCKTON].pounds, part[STOCKTON].per_head, part[STOCKTON].known) == (None, None, False)
    assert CARDIFF not in whole


def test_who_was_given_what_nobody_found_is_unknown_even_in_a_whole_list(atlas: Atlas) -> None:
    lost = NotFound("Tees Valley", ("E47000006",), "Its sum was not found.", "", CITED)
    found = {item.area.code: item for item in place(atlas, made(award("own", HARTLEPOOL), not_found=(lost,))).given}
    assert (found[HARTLEPOOL].pounds, found[HARTLEPOOL].per_head) == (100, None)
    assert found[STOCKTON].why == "Tees Valley: Its sum was not found."
    assert found["E08000021"].pounds == 0


def test_what_cannot_be_placed_is_kept_and_told(atlas: Atlas) -> None:
    fund = made(award("own", HARTLEPOOL), award("Atlantis", pounds=7))
    found = against_need(atlas, fund, IMD, draws=0)
    records = found.records()
    assert records[-1] | {"note": ""} == records[-1] | {"note": "", "area": None, "name": "Atlantis", "amount": 7}
    assert sum(record["amount"] or 0 for record in records) == fund.total
    assert any("£7 could not be placed: Atlantis." in sentence for sentence in found.sentences)


def test_a_partnership_that_shared_a_district_has_its_money_for_all_its_people(atlas: Atlas) -> None:
    """Leeds City Region of 2020 held Craven, Harrogate and Selby, which are a part of North Yorkshire today."""
    found = place(atlas, made(award("Leeds City Region", "E37000050", pounds=1_000_000)))
    here = {item.area.name: item for item in found.given if item.pounds}
    assert set(here) == {"Bradford", "Calderdale", "Kirklees", "Leeds", "North Yorkshire", "Wakefield", "York"}
    assert sum(item.pounds or 0 for item in here.values()) == 1_000_000
    assert (here["North Yorkshire"].pounds or 0) / 1_000_000 < 0.5 * here["North Yorkshire"].people / here["Bradford"].people


def test_money_moved_up_to_partnerships_that_overlap_is_counted_once(atlas: Atlas) -> None:
    """Redditch is wholly in two partnerships: half of its money is told in each."""
    found = place(atlas, made(award("Redditch", "E07000236", pounds=100)), Level.LEP)
    some = {item.area.name: item.pounds for item in found.given if item.pounds}
    assert some == {"Greater Birmingham and Solihull": pytest.approx(50), "Worcestershire": pytest.approx(50)}


def test_lower_pay_is_more_need(atlas: Atlas) -> None:
    placing = place(atlas, made(award("own", HARTLEPOOL)))
    need = need_of(atlas, placing, "gross-median-weekly-pay")
    assert need.sign == -1
    richest = max(need.values, key=lambda code: need.values[code])
    assert need.of(richest) == min(need.of(code) for code in need.values)


@pytest.mark.parametrize(
    ("slug", "level", "match"),
    [
        ("population", None, "neither way"),
        ("employment-deprived-people-2019-england", None, "count"),
        ("gross-median-weekly-pay", Level.LEP, "cannot be averaged"),
        ("index-of-multiple-deprivation-2019-wales", None, "no figures for any"),
        ("no-such-thing", None, "no-such-thing"),
    ],
)
def test_needs_that_do_not_suit_are_refused(atlas: Atlas, slug: str, level: Level | None, match: str) -> None:
    with pytest.raises((UserError, NotEnoughData), match=match):
        against_need(atlas, made(award("own", HARTLEPOOL)), slug, level)


def test_a_nation_s_money_is_moved_nowhere_and_four_nations_have_no_index(atlas: Atlas) -> None:
    from levelling.solutions.funding import fund

    with pytest.raises(UserError, match="cannot be laid on local authorities"):
        against_need(atlas, fund(atlas, "ukspf-2022-25"), level=Level.LAD)
    found = against_need(atlas, fund(atlas, "ukspf-2022-25"))
    assert (found.index, found.interval) == (None, None)
    assert "too few for an index" in found.sentences[-1]


def test_a_need_of_one_nation_leaves_the_others_out(atlas: Atlas) -> None:
    fund = made(award("own", HARTLEPOOL), award("other", CARDIFF), nations=("E", "W"))
    found = against_need(atlas, fund, IMD, draws=0)
    by_code = {row.given.area.code: row for row in found.rows}
    assert (by_code[CARDIFF].need, by_code[CARDIFF].group, by_code[CARDIFF].given.pounds) == (None, None, 100)
    assert len(found.held) == 296


def test_a_fund_of_which_nothing_is_known_is_refused(atlas: Atlas) -> None:
    from levelling.solutions.funding import fund

    with pytest.raises(NotEnoughData, match="No amount of Local Growth Fund is known"):
        against_need(atlas, fund(atlas, "local-growth-fund"))


def test_all_funds_in_a_place_stand_side_by_side(atlas: Atlas) -> None:
    found = money_here(atlas, atlas.area("Glasgow"), Period.parse("2026-11"))
    assert {item.fund.slug: item.status.status.value for item in found.items}["local-growth-fund-scotland"] == "open"
    assert all("S" in item.fund.nations for item in found.items)
    scotland = next(item for item in found.items if item.fund.slug == "local-growth-fund-scotland")
    assert scotland.given is None
    assert "Scotland £140.0 million" in scotland.why


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "our-grants.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_a_file_of_your_own_is_read_as_people_write_it(atlas: Atlas, tmp_path: Path) -> None:
    text = 'Period;Comment;Area;Amount\n2024/25;x;Hartlepool;"£1,234.50"\n2024-25;;E07000026;100\n2024;;Hull;0\n\n'
    fund = own_fund(atlas, written(tmp_path, text, "utf-8-sig"))
    assert [(item.name, item.pounds) for item in fund.awards] == [
        ("Hartlepool", 1234.5),
        ("Allerdale", 100),
        ("Kingston upon Hull, City of", 0),
    ]
    assert fund.faults == ()
    assert fund.cautions == ("Amounts of 2 periods are added up: 2024 and April 2024 to March 2025.",)
    here = {item.area.name: item.pounds for item in place(atlas, fund).given if item.shares}
    assert here == {"Hartlepool": 1234.5, "Cumberland": 100, "Kingston upon Hull, City of": 0}


@pytest.mark.parametrize(
    ("row", "field", "reason"),
    [
        ("Hartlepol,5,2024", "area", "No area is called 'Hartlepol'"),
        (",5,2024", "area", "no area is named"),
        ("West Midlands,5,2024", "area", "may be"),
        ("England,5,2024", "area", "whole nation"),
        ("Cardiff,-5,2024", "amount", "below nought"),
        ("Cardiff,(5),2024", "amount", "below nought"),
        ("Cardiff,\u22125,2024", "amount", "below nought"),
        ("Cardiff,,2024", "amount", "no amount"),
        ("Cardiff,five,2024", "amount", "no amount in pounds"),
        ("Cardiff,1e999,2024", "amount", "no amount in pounds"),
        ("Cardiff,nan,2024", "amount", "no amount in pounds"),
        ('Cardiff,"1.234,50",2024', "amount", "no amount in pounds"),
        ("Cardiff,5,", "period", "no period"),
        ("Cardiff,5,soon", "period", "'soon' is no period"),
        ("Cardiff,5,2024/26", "period", "is no period"),
        ("Hartlepool,7,2024", "area", "says again what row 2 says"),
    ],
)
def test_rows_that_cannot_be_used_are_listed_and_the_good_ones_kept(
    atlas: Atlas, tmp_path: Path, row: str, field: str, reason: str
) -> None:
    fund = own_fund(atlas, written(tmp_path, f"area,amount,period\nHartlepool,7,2024\n{row}\n"))
    assert [item.name for item in fund.awards] == ["Hartlepool"]
    (fault,) = fund.faults
    assert (fault.row, fault.field) == (3, field)
    assert reason in fault.reason


def test_a_file_saved_by_excel_without_unicode_keeps_its_pounds(atlas: Atlas, tmp_path: Path) -> None:
    fund = own_fund(atlas, written(tmp_path, "area,amount,period\r\nHartlepool,£7,2024\r\n", "cp1252"))
    assert fund.awards[0].pounds == 7


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("", "is empty"),
        ("area,amount,period\n", "no rows"),
        ("\x00\x01\x02", "is not text"),
        ("area,pounds,period\nHartlepool,7,2024\n", "column named amount; it has area, pounds and period"),
        ("area,amount,amount,period\nHartlepool,7,7,2024\n", "column named amount"),
        ("area,amount,period\nNowhere,7,2024\nCardiff,x,2024\n", "No row of our-grants.csv can be used. Row 2, area"),
    ],
)
def test_files_that_hold_nothing_are_refused_in_a_sentence(atlas: Atlas, tmp_path: Path, text: str, match: str) -> None:
    with pytest.raises(UserError, match=match):
        own_fund(atlas, written(tmp_path, text))


def test_a_file_that_is_not_there_is_told(atlas: Atlas, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        own_fund(atlas, tmp_path / "none.csv")


WHOLE = """title = "A fund"
enabler = "ukspf"
what = "Money for something."
nations = ["E"]
level = "lad"
period = "2024"
complete = true
completeness = "All are listed."
[[awards]]
name = "Hartlepool"
areas = ["E06000001"]
pounds = 5
confidence = "high"
source = "A page"
addresses = ["https://example.org/"]
"""


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("pounds = 5", "pounds = -5", "awards 1, pounds"),
        ('source = "A page"', "", "awards 1, source: is missing"),
        ('["https://example.org/"]', "[]", "awards 1, addresses"),
        ('["E06000001"]', '["Hartlepool"]', "awards 1, areas"),
        ('["E06000001"]', "[]", "says in 'unplaced' why it has none"),
        ('period = "2024"', 'period = "soon"', "period"),
        ('nations = ["E"]', 'nations = ["X"]', "nations"),
        ('level = "lad"', 'level = "village"', "level"),
        ("complete = true", "", "complete: is missing"),
        ("complete = true", "complete = true\nextra = 1", "extra: there is no such field"),
    ],
)
def test_a_fund_that_is_not_whole_does_not_load(tmp_path: Path, old: str, new: str, fault: str) -> None:
    (tmp_path / "fund.toml").write_text(WHOLE, "utf-8")
    assert isinstance(load(tmp_path)["fund"], FundFile)
    (tmp_path / "fund.toml").write_text(WHOLE.replace(old, new), "utf-8")
    with pytest.raises(UserError) as told:
        load(tmp_path)
    assert f"fund.toml, {fault}" in str(told.value) or fault in str(told.value)
