"""Every fund is whole: on an enabler of the register, in areas that exist, within the sums that are published of it."""

import pytest

from levelling.atlas import Atlas
from levelling.solutions.funding import Fund, funds
from levelling.solutions.funding.placing import place
from levelling.solutions.register import Kind, register

ATLAS = Atlas.open()
FUNDS = {item.slug: item for item in funds(ATLAS)}


@pytest.mark.parametrize("slug", sorted(FUNDS))
def test_a_fund_stands_on_an_enabler_that_gives_money(slug: str) -> None:
    enabler = register().get(FUNDS[slug].enabler)
    assert enabler.kind in {Kind.FUND, Kind.PROGRAMME}
    assert set(FUNDS[slug].nations) <= set(enabler.nations)


@pytest.mark.parametrize("slug", sorted(FUNDS))
def test_every_award_leads_to_where_it_was_read(slug: str) -> None:
    fund: Fund = FUNDS[slug]
    cited = [award.cited for award in fund.awards]
    cited += [item.cited for item in fund.not_found] + [item.cited for item in fund.controls]
    assert cited
    assert all(item.title and item.addresses for item in cited)
    assert all(item.release in ATLAS.store.ledger.entries for item in cited if item.release)


@pytest.mark.parametrize("slug", sorted(FUNDS))
def test_every_area_of_a_fund_exists_and_has_people(slug: str) -> None:
    fund = FUNDS[slug]
    codes = {code for award in fund.awards for code in award.areas} | {code for item in fund.not_found for code in item.areas}
    for code in codes:
        area = ATLAS.gazetteer.get(ATLAS.gazetteer.current(code))
        assert ATLAS.movements.crossings.cells_of(area), code
    assert place(ATLAS, fund).placed + sum(award.pounds for award in fund.awards if not award.areas) == pytest.approx(fund.total)


@pytest.mark.parametrize("slug", sorted(FUNDS))
def test_awards_stay_within_the_published_sum(slug: str) -> None:
    fund = FUNDS[slug]
    if fund.controls:
        assert fund.total <= max(control.pounds for control in fund.controls)


@pytest.mark.parametrize("slug", sorted(FUNDS))
def test_sentences_end_as_sentences_do(slug: str) -> None:
    fund = FUNDS[slug]
    told = [fund.what, fund.completeness, *fund.cautions, *(item.why for item in fund.not_found)]
    assert [sentence for sentence in told if not sentence.endswith(".")] == []
