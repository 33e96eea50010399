"""Adverts in the shapes that feeds and files have become one shape, still in their own words.

Shapes: schema.org's `JobPosting`, the Display Advert API of the Department for Education (apprenticeships, version 2), Adzuna's
search, and tables or objects with columns that are recognised.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from levelling.jobs.reading.columns import Headings, as_list, as_text
from levelling.jobs.reading.markup import plain_text
from levelling.jobs.reading.pay import Advertised
from levelling.jobs.reading.places import Said

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SHORT = 300


@dataclass(frozen=True, slots=True)
class Advert:
    """An advert in its own words.

    Attributes:
        id: Its key; empty where it has none.
        title: The job title.
        employer: Who offers it.
        text: The description, without markup.
        pay: What it says of pay.
        place: What it says of where.
        remote: What its field for remote work says.
        occupation: An occupation it names.
        skills: Skills it asks for.
        optional: Skills it wishes for.
        hours: What its field for hours says.
        times: What its field for days and shifts says.
        level: What its field for qualifications says.
        licences: What its field for licences says.
        demands: What its field for demands says.
        contract: What its field for the kind of contract says.
        protects: What its field for benefits says.
        training: What its field for training says.
        headcount: What its field for the number of posts says.
        posted: When it was advertised, as written.
        closes: When it closes, as written.
        apprenticeship: Whether its feed holds apprenticeships alone.
    """

    id: str = ""
    title: str = ""
    employer: str = ""
    text: str = ""
    pay: Advertised = field(default_factory=Advertised)
    place: Said = field(default_factory=Said)
    remote: str = ""
    occupation: str = ""
    skills: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    hours: str = ""
    times: str = ""
    level: str = ""
    licences: str = ""
    demands: str = ""
    contract: str = ""
    protects: str = ""
    training: str = ""
    headcount: str = ""
    posted: str = ""
    closes: str = ""
    apprenticeship: bool = False


def shape_of(fields: Mapping[str, Any]) -> str:
    """Which shape a record has: `schema.org`, `apprenticeship`, `adzuna` or `columns`; otherwise why it is no advert.

    Example:
        >>> shape_of({"@type": "JobPosting"}), shape_of({"salary_is_predicted": "0"}), shape_of({"Job title": "Cook"})
        ('schema.org', 'adzuna', 'columns')
    """
    kind = fields.get("@type")
    kinds = [kind] if isinstance(kind, str) else kind if isinstance(kind, list) else []
    if any(str(one).endswith("JobPosting") for one in kinds) or "hiringOrganization" in fields:
        return "schema.org"
    if kinds and isinstance(kind, str):
        return f"it is no JobPosting but: {plain_text(kind, 40)}"
    if "vacancyReference" in fields or {"hoursPerWeek", "employerName"} <= fields.keys():
        return "apprenticeship"
    if "salary_is_predicted" in fields or "adref" in fields or ("redirect_url" in fields and "company" in fields):
        return "adzuna"
    return "columns"


def from_schema(fields: Mapping[str, Any]) -> Advert:
    """An advert as schema.org's `JobPosting`."""
    identifier = fields.get("identifier")
    organisation = fields.get("hiringOrganization")
    applicants = fields.get("applicantLocationRequirements")
    wanted = [as_text(fields.get(name)) for name in ("educationRequirements", "qualifications")]
    credential = _inside(fields.get("educationRequirements"), "credentialCategory")
    text = [plain_text(as_text(fields.get(name))) for name in ("description", "responsibilities", "experienceRequirements")]
    return Advert(
        id=_short(_inside(identifier, "value") or identifier),
        title=_line(fields.get("title") or fields.get("name")),
        employer=_line(_inside(organisation, "name") or organisation),
        text="\n".join(filter(None, text)),
        pay=_schema_pay(fields.get("baseSalary") or fields.get("estimatedSalary"), modelled="baseSalary" not in fields),
        place=_schema_place(fields.get("jobLocation"), applicants),
        remote=_short(fields.get("jobLocationType")),
        occupation=_line(fields.get("occupationalCategory")),
        skills=tuple(as_list(fields.get("skills"))),
        hours=_short(fields.get("workHours")),
        level=_line("; ".join(filter(None, (*wanted, credential)))),
        licences=_line(fields.get("qualifications")),
        demands=_line(fields.get("physicalRequirement")),
        contract=_line(fields.get("employmentType")),
        protects=plain_text(as_text(fields.get("jobBenefits") or fields.get("benefits"))),
        headcount=_short(fields.get("totalJobOpenings")),
        posted=_short(fields.get("datePosted")),
        closes=_short(fields.get("validThrough")),
    )


def from_apprenticeship(fields: Mapping[str, Any]) -> Advert:
    """An advert of the Display Advert API. Its course's level is what it leads to, not what it asks for."""
    wage = fields.get("wage") if isinstance(fields.get("wage"), Mapping) else {}
    addresses = fields.get("addresses") or [fields.get("address") or fields.get("location") or {}]
    first = addresses[0] if isinstance(addresses, list) and addresses and isinstance(addresses[0], Mapping) else {}
    lines = [as_text(first.get(f"addressLine{line}")) for line in (4, 3, 2, 1)]
    pay = Advertised(
        text=_line("; ".join(filter(None, (_inside(wage, name) for name in ("wageAdditionalInformation", "wageType"))))),
        least=_amount(_inside(wage, "wageAmountLowerBound") or _inside(wage, "wageAmount")),
        most=_amount(_inside(wage, "wageAmountUpperBound") or _inside(wage, "wageAmount")),
        unit=_short(_inside(wage, "wageUnit")),
    )
    texts = ("description", "fullDescription", "trainingDescription", "thingsToConsider", "outcomeDescription")
    asked = fields.get("qualifications")
    essential = [
        f"{as_text(one.get('qualificationType'))} {as_text(one.get('subject'))}"
        for one in (asked if isinstance(asked, list) else [])
        if isinstance(one, Mapping) and as_text(one.get("weighting") or "Essential").lower() == "essential"
    ]
    confident = "disability confident" if fields.get("isDisabilityConfident") is True else ""
    return Advert(
        id=_short(fields.get("vacancyReference")),
        title=_line(fields.get("title")),
        employer=_line(fields.get("employerName")),
        text="\n".join(filter(None, (plain_text(as_text(fields.get(name))) for name in texts))),
        pay=pay,
        place=Said(
            latitude=_short(first.get("latitude")),
            longitude=_short(first.get("longitude")),
            postcode=_short(first.get("postcode")),
            place=_line(", ".join(filter(None, lines))),
        ),
        skills=tuple(as_list(fields.get("skills"))),
        hours=_short(fields.get("hoursPerWeek")),
        times=_line(_inside(wage, "workingWeekDescription") or fields.get("workingWeek")),
        level=_line("; ".join(essential)),
        contract="apprenticeship",
        protects=confident,
        training="yes",
        headcount=_short(fields.get("numberOfPositions")),
        posted=_short(fields.get("postedDate")),
        closes=_short(fields.get("closingDate")),
        apprenticeship=True,
    )


def from_adzuna(fields: Mapping[str, Any]) -> Advert:
    """An advert of Adzuna's search. `adref` and the address, which change with every call, are not read."""
    location = fields.get("location")
    area = as_list(_raw(location, "area"))
    named = [_inside(location, "display_name"), *reversed(area)]
    modelled = as_text(fields.get("salary_is_predicted")) in {"1", "true"}
    least, most = _amount(fields.get("salary_min")), _amount(fields.get("salary_max"))
    return Advert(
        id=_short(fields.get("id")),
        title=_line(fields.get("title")),
        employer=_line(_inside(fields.get("company"), "display_name")),
        text=plain_text(as_text(fields.get("description"))),
        pay=Advertised(least=least, most=most, unit="year" if least or most else "", modelled=modelled),
        place=Said(_short(fields.get("latitude")), _short(fields.get("longitude")), place=_line(", ".join(filter(None, named)))),
        contract=_line("; ".join(as_text(fields.get(name)) for name in ("contract_type", "contract_time"))),
        posted=_short(fields.get("created")),
    )


def from_columns(fields: Mapping[str, Any], headings: Headings) -> Advert:
    """An advert of a table, or of an object, with columns that are recognised."""
    said = headings.said(fields)
    least, most = _amount(said.get("pay_least")), _amount(said.get("pay_most"))
    lines: dict[str, Any] = {name: _line(said[name]) for name in _LINES & said.keys()}
    return Advert(
        pay=Advertised(
            text=_line(said.get("pay")),
            least=least,
            most=most,
            unit=_short(said.get("pay_unit")),
            modelled=as_text(said.get("modelled")).lower() in {"1", "yes", "true", "y"},
        ),
        place=Said(*(_line(said.get(name)) for name in Said.__dataclass_fields__)),
        text=plain_text(as_text(said.get("description"))),
        skills=tuple(as_list(said.get("skills"))),
        optional=tuple(as_list(said.get("optional_skills"))),
        **lines,
    )


_LINES = frozenset(
    {"id", "title", "employer", "remote", "occupation", "hours", "times", "level", "licences", "demands", "contract", "protects"}
    | {"training", "headcount", "posted", "closes"}
)


def _schema_pay(salary: Any, *, modelled: bool) -> Advertised:
    if isinstance(salary, list):
        salary = salary[0] if salary else None
    if not isinstance(salary, Mapping):
        return Advertised(text=_line(salary), modelled=modelled and salary is not None)
    value = salary.get("value")
    inner = value if isinstance(value, Mapping) else salary
    stated = inner.get("value") if isinstance(value, Mapping) else value
    currency = as_text(salary.get("currency") or inner.get("currency")).upper()
    return Advertised(
        text=_line(stated),
        least=_amount(inner.get("minValue") or salary.get("minValue")),
        most=_amount(inner.get("maxValue") or salary.get("maxValue")),
        unit=_short(inner.get("unitText") or salary.get("unitText")),
        modelled=modelled,
        foreign=plain_text(currency, 10) if currency not in {"", "GBP", "£"} else "",
    )


def _schema_place(location: Any, applicants: Any) -> Said:
    if isinstance(location, list):
        location = location[0] if location else None
    if not isinstance(location, Mapping):
        return Said(place=_line(location or _inside(applicants, "name")))
    address, geo = location.get("address"), location.get("geo")
    geo = geo if isinstance(geo, Mapping) else location
    if not isinstance(address, Mapping):
        return Said(_short(geo.get("latitude")), _short(geo.get("longitude")), place=_line(address or location.get("name")))
    named = (as_text(address.get(name)) for name in ("addressLocality", "addressRegion"))
    return Said(
        latitude=_short(geo.get("latitude")),
        longitude=_short(geo.get("longitude")),
        postcode=_short(address.get("postalCode")),
        place=_line(", ".join(filter(None, named))),
    )


def _raw(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, Mapping) else None


def _inside(value: Any, name: str) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    return as_text(_raw(value, name))


def _line(value: Any) -> str:
    text = as_text(value)
    return " ".join(plain_text(text[: 20 * _SHORT], 5 * _SHORT).split()) if text else ""


def _short(value: Any) -> str:
    return _line(value)[:_SHORT]


def _amount(value: Any) -> float | None:
    """A number of pounds, as a number or as text with signs around it; `None` where there is none above nothing."""
    match = _NUMBER.search(as_text(value)[:60].replace(",", ""))
    amount = float(match[0]) if match else 0.0
    return amount if isfinite(amount) and 0 < amount < 1e7 else None
