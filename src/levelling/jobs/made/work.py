"""Kinds of work to draw from: sub-major groups, the unit groups in each by their jobs, ESCO's occupations in each of those."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from levelling.atlas import Atlas
from levelling.atlas.pay_by_occupation import OccupationPay, pay_by_occupation
from levelling.atlas.uk_occupations import Fact, Occupations, leads, occupations
from levelling.core.errors import UserError
from levelling.jobs.occupations.catalogue import Catalogue

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Whole = NDArray[np.int64]

BY_OCCUPATION = "employment-by-occupation"
OFFICE = frozenset("1234")
"""Major groups of SOC 2020 that are managers, professionals, associate professionals and administrators."""
SERVICE = frozenset({"61", "62", "71", "72", "92"})
"""Sub-major groups in which part-time work is common: care, leisure, sales, customer service, elementary services."""
_SKILL = {"1": 4, "2": 4, "3": 3, "4": 2, "5": 3, "6": 2, "7": 2, "8": 2, "9": 1}
_UNKNOWN_JOBS = 1.0
"""Thousands of jobs of a unit group whose number the survey withholds because it is small."""


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """Every kind of work, as arrays to draw from.

    Attributes:
        categories: The sub-major groups as the figures of an area name them, in order.
        codes: Their codes in SOC 2020, in the same order.
        units: Unit groups, those of one sub-major group together.
        unit_starts: Where each sub-major group's unit groups begin.
        unit_sums: Running sums of their employee jobs in the United Kingdom.
        keys: ESCO occupations, those of one unit group together; one may come in several.
        key_starts: Where each unit group's occupations begin.
        key_sums: Running sums of how surely each lies there.
        pay: What each unit group pays.
        entry: What is known of the way into each unit group.
        losses: What could not be joined, in sentences.
    """

    categories: tuple[str, ...]
    codes: tuple[str, ...]
    units: tuple[str, ...]
    unit_starts: "Whole"
    unit_sums: "Floats"
    keys: tuple[str, ...]
    key_starts: "Whole"
    key_sums: "Floats"
    pay: tuple[OccupationPay | None, ...]
    entry: Mapping[str, Mapping[Fact, str]]
    losses: tuple[str, ...]

    def skill(self, code: str) -> int:
        """The level of skill of a sub-major group, 1 to 4, as SOC 2020 has it.

        Managers of small concerns (12) are at level 3, other managers at 4.
        """
        return 3 if code == "12" else _SKILL[code[0]]


def kinds_of_work(atlas: Atlas, catalogue: Catalogue) -> Work:
    """Read every kind of work.

    Args:
        atlas: The figures.
        catalogue: ESCO's occupations.

    Raises:
        UserError: The figures hold no occupations to draw from.
    """
    import numpy as np

    uk = occupations(atlas.store)
    by_unit = _occupations_of(atlas, catalogue)
    if not by_unit:
        raise UserError(
            "The figures hold no occupations to make a caseload from.", "Build them again, or install levelling again."
        )
    names = dict(atlas.catalogue.get(BY_OCCUPATION).categories)
    coded = {group.title: code for code, group in uk.groups.items() if group.level == "sub-major"}
    ordered = sorted(names, key=lambda category: coded[names[category]])
    codes = tuple(coded[names[category]] for category in ordered)
    units = tuple(code for sub in codes for code in _units(uk, sub) if code in by_unit)
    pay = pay_by_occupation(atlas.store)
    jobs = [row.jobs if (row := pay.pay(unit)) is not None and row.jobs else _UNKNOWN_JOBS for unit in units]
    keys = [(key, share) for unit in units for key, share in by_unit[unit]]
    return Work(
        categories=tuple(ordered),
        codes=codes,
        units=units,
        unit_starts=np.searchsorted([unit[:2] for unit in units], [*codes, "99"]).astype(np.int64),
        unit_sums=np.cumsum(np.array(jobs)),
        keys=tuple(key for key, _ in keys),
        key_starts=np.concatenate(([0], np.cumsum([len(by_unit[unit]) for unit in units]))).astype(np.int64),
        key_sums=np.cumsum(np.array([share for _, share in keys])),
        pay=tuple(pay.nearest(unit) for unit in units),
        entry=uk.entry,
        losses=_losses(uk, by_unit),
    )


def _units(uk: Occupations, sub: str) -> list[str]:
    return sorted(code for code, group in uk.groups.items() if group.level == "unit" and code.startswith(sub))


def _occupations_of(atlas: Atlas, catalogue: Catalogue) -> dict[str, list[tuple[str, float]]]:
    """ESCO occupations of each unit group, by key, with how surely each lies there.

    Where the two classifications disagree on the kind of work, an occupation counts only if its unit group has no other.
    """
    clear: dict[str, list[tuple[str, float]]] = {}
    clashing: dict[str, list[tuple[str, float]]] = {}
    for key, items in sorted(leads(atlas.store).items()):
        if key in catalogue.occupations and catalogue.occupations[key].essential:
            for item in items:
                (clashing if item.clash else clear).setdefault(item.soc, []).append((key, item.share))
    return clashing | clear


def _losses(uk: Occupations, by_unit: Mapping[str, object]) -> tuple[str, ...]:
    units = [code for code, group in uk.groups.items() if group.level == "unit"]
    lost = sum(unit not in by_unit for unit in units)
    if not lost:
        return ()
    return (f"{lost} of {len(units)} unit groups have no occupation of ESCO: the rest of their sub-major group stands in.",)
