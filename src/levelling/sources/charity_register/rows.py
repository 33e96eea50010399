"""From a row of a register of charities to a service and its provider, with what was wrong."""

import re
from collections.abc import Mapping
from math import isfinite

from levelling.core.markup import without_formula, without_markup
from levelling.core.service import Problem, Provider, Service, Standing

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("name", "charity_name", "charity", "organisation_name", "organisation", "organization"),
    "number": (
        *("number", "charity_number", "reg_number", "registered_number", "registered_charity_number"),
        *("registered_number_of_charity", "reg_charity_number", "charity_registration_number", "regno", "org_id"),
    ),
    "postcode": ("postcode", "post_code", "charity_contact_postcode", "contact_postcode", "postal_code"),
    "activities": ("activities", "charity_activities", "what_the_charity_does", "public_benefit", "description"),
    "objects": ("objects", "charitable_objects", "purposes", "objectives", "charity_objects"),
    "income": ("income", "latest_income", "total_income", "most_recent_year_income", "total_gross_income"),
    "area": ("area", "local_authority", "authority", "area_of_benefit", "laua", "lad", "geographic_spread"),
    "standing": ("active", "charity_registration_status", "registration_status", "charity_status", "status"),
}
"""What each column is called by one register or another, in small letters with underlines."""

LONGEST = 20_000
"""Characters of a description that are kept."""
_FEWEST = 20
_MONEY = re.compile(r"^[£\s]*(-?[\d,]+(?:\.\d+)?)\s*$")
_GONE = frozenset({"false", "no", "removed", "inactive", "0", "ceased", "deregistered"})
_ABSENT = frozenset({"", "none", "null", "n/a", "na", "-"})


def told(activities: str, objects: str) -> str:
    """What a charity does; what it was set up to do where it says nothing else.

    Objects are lists of all that a charity may do, often copied from a model, and so say little of what it does.

    Example:
        >>> told("Runs a job club on Tuesdays", "To relieve need by reason of youth, age or disability")
        'Runs a job club on Tuesdays'
    """
    return activities if len(activities.strip()) >= _FEWEST else f"{activities} . {objects}".strip(" .")


def read_row(row: Mapping[str, str], page: str, at: int) -> tuple[Service | None, list[Problem]]:
    """A charity as a service, and what was wrong with its row; no service where it has no name.

    Args:
        row: Cells by the names of `COLUMNS`.
        page: The file, to name it in problems.
        at: The row, from 1.
    """
    problems: list[Problem] = []
    cells = {field: _clean(row.get(field) or "", field, page, at, problems) for field in COLUMNS}
    name, unsafe = without_formula(cells["name"])
    if not name or name.lower() in _ABSENT:
        return None, [*problems, Problem(page, at, "name", "it has no name, and was passed over")]
    if unsafe:
        problems.append(Problem(page, at, "name", "it begins with a sign that a spreadsheet would run, which was left out", True))
    number = cells["number"]
    if not number:
        problems.append(Problem(page, at, "number", "it has no number, so that it is told from others by its name alone", True))
    text = told(cells["activities"], cells["objects"])
    if not text:
        problems.append(Problem(page, at, "activities", "it does not say what it does: only its name was searched", True))
    provider = Provider(number or name.casefold(), name, number, cells["postcode"], _income(cells["income"], page, at, problems))
    return (
        Service(
            id=provider.id,
            name=name,
            provider=provider,
            description=text,
            standing=Standing.INACTIVE if cells["standing"].lower() in _GONE else Standing.ACTIVE,
            areas=(cells["area"],) if cells["area"] else (),
            postcodes=(cells["postcode"],) if cells["postcode"] else (),
            page=page,
            row=at,
        ),
        problems,
    )


def _clean(text: str, field: str, page: str, at: int, problems: list[Problem]) -> str:
    if len(text) > LONGEST:
        text = text[:LONGEST]
        problems.append(Problem(page, at, field, f"it is longer than {LONGEST:,} characters: the beginning was used", True))
    plain, marked = without_markup(text)
    if marked:
        problems.append(Problem(page, at, field, "it holds HTML: the words were kept and the rest left out", True))
    return "" if plain.lower() in _ABSENT else plain


def _income(text: str, page: str, at: int, problems: list[Problem]) -> float | None:
    if not text:
        return None
    found = _MONEY.match(text)
    amount = float(found[1].replace(",", "")) if found and found[1].strip(",") else float("nan")
    if isfinite(amount) and amount >= 0:
        return amount
    reason = "is below nought" if isfinite(amount) else "is not an amount of money"
    problems.append(Problem(page, at, "income", f"'{text[:40]}' {reason}, and was left out", True))
    return None
