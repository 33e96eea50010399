"""What employers asked for, in detail: professions in adverts, and England's jobs to 2035."""

from dataclasses import dataclass

from levelling.atlas.store import Store

_PROFESSIONS, _PROJECTIONS = "advert_professions", "job_projections"
_COLUMNS = "kind, code, key, label, jobs_2020, jobs_2025, jobs_2035, net_change, replacement, requirement, release"


@dataclass(frozen=True, slots=True)
class Profession:
    """Adverts in one profession, as the firm that gathers the adverts sorts them. Not an occupation of the UK's classification.

    Attributes:
        field: The key of the field of work it lies in.
        name: Its name.
        adverts: Adverts in October 2022, rounded to five; `None` where withheld for being few.
    """

    field: str
    name: str
    adverts: int | None


@dataclass(frozen=True, slots=True)
class Projected:
    """Jobs in England in one occupation, or with one highest qualification, as projected. All in thousands.

    Attributes:
        kind: `occupation` or `qualification`.
        code: The sub-major group of SOC 2020, or the level of the Regulated Qualifications Framework; empty for all.
        key: The same as a category of the indicators; empty for all.
        label: Its name.
        jobs_2020: Jobs in 2020.
        jobs_2025: Jobs in 2025, itself a projection.
        jobs_2035: Jobs in 2035.
        net_change: More or fewer jobs in 2035 than in 2020.
        replacement: Openings from 2020 to 2035 because people leave work for good.
        requirement: Both together.
        release: The key of the release in the ledger.
    """

    kind: str
    code: str
    key: str
    label: str
    jobs_2020: float
    jobs_2025: float
    jobs_2035: float
    net_change: float
    replacement: float
    requirement: float
    release: str


def professions(store: Store, area_code: str) -> tuple[Profession, ...]:
    """Professions in the adverts of October 2022, most adverts first; none where the area has no such table.

    Args:
        store: The figures.
        area_code: The area of a local skills improvement plan, or England.

    Example:
        >>> store = Store()
        >>> professions(store, "E69000031")[1].name
        'Care Assistants'
        >>> store.close()
    """
    if not store.has(_PROFESSIONS):
        return ()
    sql = (
        f"SELECT field, profession, adverts FROM {_PROFESSIONS} WHERE area_code = ? "
        "ORDER BY adverts DESC NULLS LAST, field, profession"
    )
    return tuple(Profession(*row) for row in store.query(sql, [area_code]))


def projections(store: Store, kind: str) -> tuple[Projected, ...]:
    """England's jobs to 2035, all of them first, then in the order of the classification.

    Args:
        store: The figures.
        kind: `occupation` or `qualification`.

    Example:
        >>> store = Store()
        >>> projections(store, "occupation")[0].jobs_2035
        32070.1
        >>> store.close()
    """
    if not store.has(_PROJECTIONS):
        return ()
    rows = store.query(f"SELECT {_COLUMNS} FROM {_PROJECTIONS} WHERE kind = ? ORDER BY code", [kind])
    return tuple(Projected(*row) for row in rows)
