"""Funds against what was published of them.

Cited: MHCLG, Towns Fund grants awarded (town deals of £2,342.8m, 72 future high streets of £830.6m); DLUHC, Levelling Up Fund
successful bids (round 1: 105 bids of £1,693m; round 2: 111 of £2,088m); Open Innovations, True North, 'Levelling Up Fund by local
authority', which shares a bid of several authorities equally among them; House of Commons Library, SN07120 and CDP-2020-0176.
"""

from collections.abc import Iterator

import pytest

from levelling.atlas import Atlas
from levelling.solutions.funding import Split, fund, place


@pytest.fixture(scope="module")
def atlas() -> Iterator[Atlas]:
    opened = Atlas.open()
    yield opened
    opened.store.close()


@pytest.mark.parametrize(
    ("slug", "awards", "millions"),
    [
        ("town-deals", 100, 2342.8),
        ("future-high-streets", 72, 830.6),
        ("levelling-up-fund-round-1", 105, 1693.3),
        ("levelling-up-fund-round-2", 111, 2088.2),
    ],
)
def test_totals_are_those_published_and_every_pound_has_a_place(atlas: Atlas, slug: str, awards: int, millions: float) -> None:
    found = fund(atlas, slug)
    assert (len(found.awards), round(found.total / 1e6, 1)) == (awards, millions)
    placing = place(atlas, found)
    assert placing.unplaced == ()
    assert placing.placed == pytest.approx(found.total, abs=0.01)


SHOWN = {
    "levelling-up-fund-round-1": {
        "E06000004": 20_000_000,
        "E06000006": 6_253_333,
        "W06000023": 22_386_183,
        "E06000001": 0,
        "E06000007": 0,
    },
    "levelling-up-fund-round-2": {
        "E06000001": 20_010_875,
        "E06000002": 3_556_984,
        "E06000003": 23_556_843,
        "E06000004": 3_556_984,
        "E06000005": 3_556_984,
        "E06000008": 20_000_000,
        "E06000009": 40_000_000,
        "W06000022": 0,
    },
}
"""Some of what Open Innovations shows, pennies dropped; the build of the figures holds all 361 against the bids."""


@pytest.mark.parametrize("slug", SHOWN)
def test_shared_equally_the_bids_are_as_open_innovations_shows_them(atlas: Atlas, slug: str) -> None:
    found = {item.area.code: item.pounds or 0 for item in place(atlas, fund(atlas, slug), split=Split.EQUAL).given}
    assert {code: int(found[code]) for code in SHOWN[slug]} == SHOWN[slug]


def test_hartlepool_has_less_of_the_tees_valley_bid_by_people_than_by_fifths(atlas: Atlas) -> None:
    """Its own bid is £16,453,891; of £17,784,924 for Tees Valley a fifth would be £3,556,985."""
    found = next(item for item in place(atlas, fund(atlas, "levelling-up-fund-round-2")).given if item.area.code == "E06000001")
    assert [(share.pounds, share.modelled) for share in found.shares if not share.modelled] == [(16_453_891, False)]
    (moved,) = [share for share in found.shares if share.modelled]
    assert 2_300_000 < moved.pounds < 2_600_000


def test_growth_deals_found_are_5_82_of_9_1_billion(atlas: Atlas) -> None:
    found = fund(atlas, "growth-deals")
    assert (len(found.awards), len(found.not_found)) == (23, 16)
    assert round(found.total / 1e9, 2) == 5.82
    assert max(control.pounds for control in found.controls) == 9_100_000_000
    placing = place(atlas, found)
    assert sum(item.known for item in placing.given) == 23
    manchester = next(item for item in placing.given if item.area.name == "Greater Manchester")
    assert (manchester.pounds, round(manchester.per_head or 0)) == (663_400_000, 235)


def test_sums_that_are_told_in_two_ways_are_both_kept(atlas: Atlas) -> None:
    doubtful = {award.name: award for award in fund(atlas, "growth-deals").awards if award.also}
    liverpool = doubtful["Liverpool City Region"]
    assert liverpool.doubtful
    assert (liverpool.pounds, [other.pounds for other in liverpool.also]) == (335_900_000, [334_500_000])
    assert {"Greater Lincolnshire", "New Anglia", "North East", "West of England"} <= set(doubtful)


@pytest.mark.parametrize(
    ("slug", "millions"), [("ukspf-2022-25", 2504.0), ("connect-to-work", 515.8), ("local-growth-fund-scotland", 140.0)]
)
def test_sums_quoted_from_pages_come_to_what_was_found(atlas: Atlas, slug: str, millions: float) -> None:
    assert round(fund(atlas, slug).total / 1e6, 1) == millions
