"""NHS hospital trusts of England by where those they treat live. The figures hold trusts' codes, not their names."""

from dataclasses import dataclass

from levelling.atlas.store import Store

_TABLE = "trust_catchments"


@dataclass(frozen=True, slots=True)
class TrustShare:
    """How much of what one trust does is for one authority's people.

    Attributes:
        trust: The trust's code in the NHS organisation data service.
        area_code: The local authority.
        share: Share of the trust's admissions that came from the authority, 0 to 1; shares below 0.01 are not held.
        release: The key of the release in the ledger.
    """

    trust: str
    area_code: str
    share: float
    release: str


def trust_shares(store: Store) -> tuple[TrustShare, ...]:
    """Every share the figures hold, by trust and authority; none where they were built without.

    Example:
        >>> store = Store()
        >>> {item.trust for item in trust_shares(store) if item.area_code == "E06000052" and item.share > 0.9}
        {'REF'}
        >>> store.close()
    """
    if not store.has(_TABLE):
        return ()
    return tuple(TrustShare(*row) for row in store.query(f"SELECT trust, area_code, share, release FROM {_TABLE} ORDER BY ALL"))
