"""What the UK's occupations pay: points of the distribution, employee jobs, and why a number is not there."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from levelling.atlas.store import Store
from levelling.core.errors import UserError

NEWEST = "ons-ashe-table-14-2023p"
"""The newest release held; provisional."""
_COLUMNS = "code, title, classification, release, period, per, who, jobs, median, p10, p25, p75, p90, change, blank"


class Per(StrEnum):
    """Pay by the hour, or by the year."""

    HOUR = "hour"
    YEAR = "year"


class Who(StrEnum):
    """Whose pay."""

    ALL = "all"
    FULL_TIME = "full-time"


@dataclass(frozen=True, slots=True)
class OccupationPay:
    """Gross pay of one occupation group in the United Kingdom, in pounds.

    The tenth percentile is what all but the lowest paid tenth of jobs are paid at least; and so on. Overtime is in. The
    self-employed are not. Pay by the year is that of employees who held the same job for more than a year.

    Attributes:
        code: The group; empty for all employees.
        title: Its name.
        classification: `soc2000`, `soc2010` or `soc2020`: a code means another occupation in each.
        release: The key of the release in the ledger.
        period: The month for pay by the hour, the tax year for pay by the year; ISO 8601.
        per: By the hour or the year.
        who: All employees, or those full time.
        jobs: Employee jobs, thousands; the publisher gives them as a guide only.
        median: Half of jobs are paid less.
        p10: The tenth percentile.
        p25: The lower quarter.
        p75: The upper quarter.
        p90: The ninetieth percentile.
        change: Of the median on the year before, per cent.
        blank: Why each number that is `None` is not there: `unreliable` (the publisher holds it back where the coefficient of
            variation is above 20%), `disclosive`, `not applicable` or `not given`.
    """

    code: str
    title: str
    classification: str
    release: str
    period: str
    per: Per
    who: Who
    jobs: float | None
    median: float | None
    p10: float | None
    p25: float | None
    p75: float | None
    p90: float | None
    change: float | None
    blank: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PayByOccupation:
    """One release of pay by occupation, read once.

    Attributes:
        release: Its key in the ledger.
        classification: The classification its codes are of.
        rows: By group, by the hour or the year, and whose.
    """

    release: str
    classification: str
    rows: Mapping[tuple[str, Per, Who], OccupationPay]

    def pay(self, soc: str, per: Per = Per.HOUR, who: Who = Who.ALL) -> OccupationPay | None:
        """Pay of one group of any level; `None` where the release has no such group.

        Args:
            soc: The group's code, in the classification of the release; empty for all employees.
            per: By the hour or the year.
            who: All employees, or those full time.

        Example:
            >>> found = pay_by_occupation(Store()).pay("6135")
            >>> found.median, found.jobs, found.period
            (11.82, 592.0, '2023-04')
        """
        return self.rows.get((soc, per, who))

    def nearest(self, soc: str, per: Per = Per.HOUR, who: Who = Who.ALL) -> OccupationPay | None:
        """The same, of the narrowest group around a unit group whose median is published: the row says which group it is.

        Example:
            >>> pay_by_occupation(Store()).nearest("1112").code
            '111'
        """
        around = (soc[:digits] for digits in range(len(soc), 0, -1))
        found = (row for code in around if (row := self.pay(code, per, who)) is not None and row.median is not None)
        return next(found, None)


def pay_by_occupation(store: Store, release: str = NEWEST) -> PayByOccupation:
    """One release of pay by occupation. Releases on different classifications are never read together.

    Args:
        store: The figures.
        release: The key of the release in the ledger.

    Raises:
        UserError: The figures hold no such release; says which they hold.

    Example:
        >>> pay_by_occupation(Store(), "ons-ashe-table-14-2011r").classification
        'soc2010'
    """
    has = store.has("occupation_pay")
    held = [row[0] for row in store.query("SELECT DISTINCT release FROM occupation_pay ORDER BY 1")] if has else []
    if release not in held:
        raise UserError(
            f"The figures hold no pay by occupation of the release '{release}'.",
            f"They hold {', '.join(held)}." if held else "Build them again, or install levelling again.",
        )
    found: dict[tuple[str, Per, Who], OccupationPay] = {}
    for code, title, scheme, key, period, per, who, *numbers, blank in store.query(
        f"SELECT {_COLUMNS} FROM occupation_pay WHERE release = ? ORDER BY ALL", [release]
    ):
        why = MappingProxyType(dict(item.split(":", 1) for item in blank.split(";") if item))
        jobs, median, p10, p25, p75, p90, change = numbers
        whose = Per(per), Who(who)
        found[code, *whose] = OccupationPay(
            code, title, scheme, key, period, *whose, jobs, median, p10, p25, p75, p90, change, why
        )
    return PayByOccupation(release, next(iter(found.values())).classification, MappingProxyType(found))
