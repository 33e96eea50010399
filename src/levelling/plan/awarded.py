"""Amounts of public money as they are quoted: each leads to the list or the page it was read from."""

from levelling.atlas import Atlas
from levelling.plan.document import Number, Worked
from levelling.plan.shown import worked
from levelling.solutions.funding.fund import Award, Cited, Control, Fund
from levelling.solutions.funding.told import pounds

_SHARED = "Shared out among the authorities it was for by the people who live in each, as modelled."


def quoted(atlas: Atlas, what: str, cited: Cited, *, period: str = "", modelled: bool = False) -> Worked:
    """How an amount was read: from a release in the figures, or quoted from a page.

    Args:
        atlas: Where releases are read.
        what: What it is.
        cited: Where it was read.
        period: When it is for, in words.
        modelled: Whether it was shared out by people after that.
    """
    shared = _SHARED if modelled else ""
    if cited.release:
        return Worked(what, f"As the publisher lists it. {shared}".strip(), period, releases=(atlas.release(cited.release),))
    return Worked.quoted(what, cited.title, *cited.addresses, cited.date, note=shared, period=period)


def fund_worked(atlas: Atlas, fund: Fund, what: str, how: str) -> Worked:
    """How numbers that rest on all the awards of a fund were come by, with the publications they are listed in."""
    keys = dict.fromkeys(award.cited.release for award in fund.awards if award.cited.release)
    if not keys:
        return Worked.quoted(
            what, "the sources of each award, which the table of awards names", note=how, period=fund.period.label
        )
    return Worked(what, how, fund.period.label, releases=tuple(atlas.release(key) for key in keys))


def award_number(atlas: Atlas, fund: Fund, award: Award) -> Number:
    """An award's sum."""
    about = quoted(
        atlas, f"{fund.title}: {award.name}" if not award.cited.release else fund.title, award.cited, period=fund.period.label
    )
    return money(award.pounds, about)


def control_number(atlas: Atlas, fund: Fund, control: Control) -> Number:
    """A published sum that awards are held against."""
    return money(control.pounds, quoted(atlas, f"{fund.title}: {control.scope}", control.cited, period=fund.period.label))


def money(value: float, about: Worked) -> Number:
    """A sum as it is read: `£2,342.8 million`."""
    return worked(value, about, "£", text=pounds(value))
