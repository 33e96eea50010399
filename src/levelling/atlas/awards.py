"""Awards of public money, as publishers list them: to whom, of which fund and round, how much, and in which authorities."""

from dataclasses import dataclass

from levelling.atlas.store import Store

_TABLES = ("awards_towns_fund", "awards_levelling_up_fund")
_COLUMNS = "round, place, lead, area_codes, pounds, period, release, note"


@dataclass(frozen=True, slots=True)
class Award:
    """One award as its publisher lists it.

    Attributes:
        round: The round or part of the fund, such as `town-deals` or `2`.
        place: The town, or the name of the bid.
        lead: Who was given it, as the publisher names them.
        codes: Codes of the local authorities it is in, as they were then; empty where they are not known.
        pounds: How much.
        period: When, ISO 8601.
        release: The key of the release in the ledger.
        note: What is to be minded; empty where there is nothing.
    """

    round: str
    place: str
    lead: str
    codes: tuple[str, ...]
    pounds: float
    period: str
    release: str
    note: str


def awards(store: Store, fund: str, round_: str) -> tuple[Award, ...]:
    """The awards of one round of a fund, by place.

    Args:
        store: The figures.
        fund: The fund as its source names it: `towns-fund`, `levelling-up-fund`.
        round_: The round.

    Example:
        >>> store = Store()
        >>> len(awards(store, "towns-fund", "town-deals"))
        100
        >>> store.close()
    """
    found: list[Award] = []
    for table in _TABLES:
        if store.has(table):
            sql = f"SELECT {_COLUMNS} FROM {table} WHERE fund = ? AND round = ? ORDER BY place, lead"
            for name, place, lead, codes, *rest in store.query(sql, [fund, round_]):
                found.append(Award(name, place, lead, tuple(codes), *rest))
    return tuple(found)
