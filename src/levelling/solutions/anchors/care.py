"""Work in adult social care: what is known of it for England, the year of the source paper beside the newest."""

from dataclasses import dataclass

from levelling.atlas.parameters import Parameter, parameter

CARE = (
    ("Staff who left in a year", "care-turnover-2019", "care-turnover-2024"),
    ("Posts vacant", "care-vacancy-rate-2019", "care-vacancy-rate-2024"),
    ("Vacant posts", "care-vacancies-2019", "care-vacancies-2024"),
    ("Workforce on zero-hours contracts", "care-zero-hours-2019", ""),
    ("Home care workers on zero-hours contracts", "home-care-workers-zero-hours-2019", ""),
    ("Recruits who came from another job in care", "care-recruits-from-care-2019", ""),
    ("Providers that pay no more sick pay than the law asks", "", "care-without-better-sick-pay-2024"),
)
"""What is measured, its number in 2019/20 and in 2024/25; an empty name where none was found. Never averaged, nor taken apart."""


@dataclass(frozen=True, slots=True)
class CareFact:
    """One thing measured of adult social care in England.

    Attributes:
        name: What is measured.
        then: In 2019/20; `None` where not found.
        now: In 2024/25; `None` where not found.
    """

    name: str
    then: Parameter | None
    now: Parameter | None


def care() -> tuple[CareFact, ...]:
    """Every fact, in the order declared.

    Example:
        >>> [fact.then.value for fact in care()[:2]]
        [30.4, 7.3]
    """
    return tuple(CareFact(name, parameter(then) if then else None, parameter(now) if now else None) for name, then, now in CARE)
