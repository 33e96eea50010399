"""All funds in one place: what each gave it, per head, for which years, and whether the fund is still open.

Sums of different funds are for different years and purposes, and some hold each other's money. They stand side by side and are
never added up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from levelling.atlas import Atlas
from levelling.core.area import Area, Level
from levelling.core.period import Period
from levelling.core.words import nations
from levelling.solutions.funding.against import AgainstNeed, Row, against_need, noted
from levelling.solutions.funding.declared import funds
from levelling.solutions.funding.fund import Fund
from levelling.solutions.funding.ground import Ground
from levelling.solutions.funding.placing import Given, Placing, gather, place
from levelling.solutions.funding.told import pounds
from levelling.solutions.register import Status, StatusAt, register

_ALONE = 1


@dataclass(frozen=True, slots=True)
class Here:
    """What one fund gave a place.

    Attributes:
        fund: The fund.
        given: What the place was given; `None` where the fund is not for it, or is known only for a whole nation.
        status: How the fund stands at the date.
        average: What was given per head where it is known, over all its areas.
        row: How the place stands against areas of like need, where that can be said.
        why: Why nothing is given here, where `given` is `None`.
    """

    fund: Fund
    given: Given | None
    status: StatusAt
    average: float | None
    row: Row | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class MoneyHere:
    """All funds in one place.

    Attributes:
        area: The place.
        said: Its name as a sentence says it.
        as_of: The date at which the funds' standing is told.
        items: Each fund that is for the place's nation, the oldest first.
    """

    area: Area
    said: str
    as_of: Period
    items: tuple[Here, ...]

    @property
    def some(self) -> tuple[Here, ...]:
        """The funds that are known to have given it any."""
        return tuple(item for item in self.items if item.given is not None and item.given.pounds)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it says, to be read aloud."""
        name, some = self.said, self.some
        if not some:
            return (
                f"Of the {len(self.items)} funds in our list that were for places there, none is known to have gone to {name}.",
            )
        each = [f"{item.fund.title} ({pounds(item.given.pounds or 0.0)})" for item in some if item.given is not None]
        told = [
            f"Money of {len(some)} of {len(self.items)} funds in our list is known to have gone to {name}: {'; '.join(each)}."
        ]
        if len(some) > _ALONE:
            told.append("They are for different years and purposes, and are not added up.")
        return tuple(told)

    def records(self) -> list[dict[str, Any]]:
        """One record a fund, as plain data."""
        return [self._record(item) for item in self.items]

    def _record(self, item: Here) -> dict[str, Any]:
        given, row = item.given, item.row
        return {
            "area": self.area.code,
            "name": self.area.name,
            "fund": item.fund.slug,
            "title": item.fund.title,
            "enabler": item.fund.enabler,
            "period": item.fund.period.iso,
            "status": item.status.status.value,
            "as_of": self.as_of.iso,
            "amount": given.pounds if given else None,
            "population": round(given.people) if given else None,
            "per_head": given.per_head if given else None,
            "average_per_head": item.average,
            "expected_per_head": row.expected if row else None,
            "beyond_per_head": row.beyond if row else None,
            "modelled": given.modelled if given else None,
            "known": given.known if given else False,
            "note": noted(given) if given else item.why,
        }


def money_here(
    atlas: Atlas,
    area: Area,
    as_of: Period | None = None,
    laid: Mapping[str, AgainstNeed | Placing] | None = None,
    said: str = "",
) -> MoneyHere:
    """All funds in one place.

    Args:
        atlas: Where figures are read.
        area: The place; any area that is made of authorities, whole or in part.
        as_of: The date at which the funds' standing is told; the register's own where none is given.
        laid: Funds laid on authorities already, by slug (see `lay_all`).
        said: The place's name as a sentence says it; its name where none is given.

    Example:
        >>> atlas = Atlas.open()
        >>> found = money_here(atlas, atlas.area("Hartlepool"))
        >>> next(item.given.pounds for item in found.items if item.fund.slug == "town-deals")
        24969328.0
    """
    known = lay_all(atlas) if laid is None else laid
    when = as_of or register().as_of
    items = [_here(atlas, area, found, when) for found in known.values() if _is_for(found.fund, area)]
    return MoneyHere(area, said or area.name, when, tuple(items))


def lay_all(atlas: Atlas) -> dict[str, AgainstNeed | Placing]:
    """Every fund laid on authorities: against the usual need where its list is whole, else alone. The same for every place."""
    found: dict[str, AgainstNeed | Placing] = {}
    for fund in funds(atlas):
        if fund.level is Level.NATION:
            found[fund.slug] = place(atlas, fund)
        elif fund.complete and fund.awards and not fund.not_found:
            found[fund.slug] = against_need(atlas, fund, level=Level.LAD, draws=0, measured=False)
        else:
            found[fund.slug] = place(atlas, fund, Level.LAD)
    return found


def standing_of(fund: Fund, when: Period) -> StatusAt:
    """How a fund stands at a date: as the enabler it belongs to, but closed once its own years are over.

    Example:
        >>> from levelling.solutions.funding.declared import fund
        >>> standing_of(fund(Atlas.open(), "workwell-pilots"), Period.parse("2026-11")).status.value
        'closed'
    """
    enabler = register().get(fund.enabler)
    found = register().status(enabler, when)
    if found.is_open and fund.period.end < when.start:
        return StatusAt(Status.CLOSED, f"Its years ended with {fund.period.label}; {enabler.name} goes on.")
    return found


def _is_for(fund: Fund, area: Area) -> bool:
    return area.nation in fund.nations or area.level is Level.UK


def _here(atlas: Atlas, area: Area, laid: AgainstNeed | Placing, when: Period) -> Here:
    fund = laid.fund
    status = standing_of(fund, when)
    placing = laid.placing if isinstance(laid, AgainstNeed) else laid
    average = _average(placing.given)
    if fund.level is Level.NATION and area.level is not Level.NATION:
        return Here(fund, None, status, average, None, _whole_nation(fund, area))
    if area.level in {Level.LAD, Level.NATION}:
        given = next((item for item in placing.given if item.area.code == area.code), None)
        if given is not None:
            row = next((row for row in laid.rows if row.given is given), None) if isinstance(laid, AgainstNeed) else None
            return Here(fund, given, status, average, row)
    by_code = {item.area.code: item for item in placing.given}
    living = Ground.of(atlas, fund.period).parts([area.code])
    parts = {code: people for code, people in living.items() if code in by_code}
    if not parts:
        return Here(fund, None, status, average, None, f"Where {area.name} lies among authorities cannot be counted.")
    return Here(fund, gather(area, parts, by_code), status, average, None)


def _whole_nation(fund: Fund, area: Area) -> str:
    sums = [f"{award.name} {pounds(award.pounds)}" for award in fund.awards if award.areas[0][0] == area.nation]
    told = f": {'; '.join(sums)}" if sums else f" of {nations(fund.nations)}"
    return f"Known for the whole nation only{told}."


def _average(given: Sequence[Given]) -> float | None:
    known = [item for item in given if item.per_head is not None]
    people = sum(item.people for item in known)
    money = sum(item.pounds or 0.0 for item in known)
    return money / people if money and people else None
