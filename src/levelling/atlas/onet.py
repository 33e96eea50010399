"""O*NET's occupations as the figures hold them, and what Nesta joined to the occupations of ESCO."""

from typing import NamedTuple

from levelling.atlas.store import Store


class OnetRow(NamedTuple):
    """An occupation of O*NET-SOC 2019.

    Attributes:
        code: Its code, such as '47-2021.00'.
        title: Its title in the United States.
        zone: The job zone, 1 (little preparation) to 5 (long preparation); `None` where O*NET gives none.
        activities: Codes of its detailed work activities.
        related: Codes of the occupations most like it, the nearest first.
    """

    code: str
    title: str
    zone: int | None
    activities: frozenset[str]
    related: tuple[str, ...]


class NestaRow(NamedTuple):
    """What Nesta says of an occupation of ESCO 1.0.3.

    Attributes:
        isco: The ISCO-08 unit group it lay in then.
        onet: The O*NET-SOC 2010 code it was joined to; empty where none.
        risk: Suitability of its tasks for machine learning, 1 to 5; `None` where not scored.
        resists: Share of its tasks that resist it, 0 to 1; `None` where not scored.
        risk_class: 'High risk', 'Low risk' or 'Other'; empty where not scored.
        family: The code of its family of skills, as in `automation_families`.
    """

    isco: str
    onet: str
    risk: float | None
    resists: float | None
    risk_class: str
    family: str


def read_activities(store: Store) -> dict[str, str]:
    """Titles of detailed work activities by code, in the order that occupations count by; none where figures lack them.

    Example:
        >>> store = Store()
        >>> read_activities(store)["4.A.1.a.1.I01.D01"]
        'Review art or design materials'
        >>> store.close()
    """
    if not store.has("onet_activities"):
        return {}
    return dict(store.query("SELECT code, title FROM onet_activities ORDER BY number"))


def read_onet(store: Store, activities: dict[str, str]) -> dict[str, OnetRow]:
    """Every occupation of O*NET by code; none where the figures were built without.

    Args:
        store: The figures.
        activities: As `read_activities` gives them.

    Example:
        >>> store = Store()
        >>> read_onet(store, read_activities(store))["47-2021.00"].zone
        2
        >>> store.close()
    """
    if not store.has("onet_occupations"):
        return {}
    rows = store.query("SELECT code, title, zone, activities, related FROM onet_occupations ORDER BY number")
    keys, codes = list(activities), [row[0] for row in rows]
    return {
        code: OnetRow(code, title, zone, frozenset([keys[at] for at in done]), tuple([codes[at] for at in related]))
        for code, title, zone, done, related in rows
    }


def read_moves(store: Store) -> dict[str, str]:
    """Codes of O*NET-SOC 2019 by the codes of 2010 that are no more.

    Example:
        >>> store = Store()
        >>> read_moves(store)["25-4021.00"]
        '25-4022.00'
        >>> store.close()
    """
    return dict(store.query("SELECT old, new FROM onet_moves")) if store.has("onet_moves") else {}


def read_nesta(store: Store) -> dict[str, NestaRow]:
    """What Nesta says of each occupation, by its key in ESCO 1.0.3; none where the figures were built without.

    Example:
        >>> store = Store()
        >>> len(read_nesta(store))
        2942
        >>> store.close()
    """
    if not store.has("nesta_occupations"):
        return {}
    sql = (
        "SELECT key, isco, coalesce(onet, ''), risk, resists, coalesce(risk_class, ''), coalesce(family, '') "
        "FROM nesta_occupations ORDER BY key"
    )
    return {key: NestaRow(*rest) for key, *rest in store.query(sql)}
