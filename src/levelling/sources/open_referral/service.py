"""One service of a directory: its fields checked one by one, the good ones kept."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from math import isfinite
from typing import Any

from levelling.core.markup import without_formula, without_markup
from levelling.core.service import Problem, Provider, Service, Standing

EXTENSION = "x_levelling"
"""Where a service may hold what the UK profile has no field for: `eligibility`, `waiting_time`, `application_process`."""
_OWN = {
    "eligibility": ("eligibility", "eligibility_description"),
    "waiting_time": ("waiting_time", "wait_time"),
    "application_process": ("application_process", "application_process"),
}
LONGEST = {"description": 20_000, "name": 300, "id": 200}
"""Characters that are kept of a field."""
MOST = 200
"""Places, areas or terms that are kept of a service."""
_OTHER = 2_000
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CODE = re.compile(r"\b[EWSNK]\d{8}\b")


class Reader:
    """Reads one entry of a directory, and gathers what was wrong with it.

    Args:
        page: The page or file it stands on, to name it in problems.
        row: Its place on the page, from 1.
    """

    def __init__(self, page: str, row: int) -> None:
        self.page = page
        self.row = row
        self.problems: list[Problem] = []
        self._seen_places: list[Mapping[str, Any]] | None = None

    def read(self, raw: Any) -> Service | None:
        """The service; `None` where it is no service or lacks a name. `problems` then says why."""
        if not isinstance(raw, dict):
            self._say("", "it is not an object with fields, and was passed over", used=False)
            return None
        name = self._name(raw, "name")
        if not name:
            self._say("name", "it has no name, and was passed over", used=False)
            return None
        id_ = self._text(raw, "id")
        if not id_:
            self._say("id", "it has no id, so that it cannot be told whether it is listed twice")
        if raw.get("status") is None:
            self._say("status", "it has no status, and is taken to be on offer")
        return Service(
            id=id_,
            name=name,
            provider=self._provider(raw),
            description=self._text(raw, "description"),
            standing=self._standing(raw.get("status")),
            points=self._points(raw),
            areas=self._areas(raw),
            postcodes=self._postcodes(raw),
            assured=self._day(raw, "assured_date"),
            modified=self._day(raw, "last_modified"),
            minimum_age=self._age(raw, "minimum_age"),
            maximum_age=self._age(raw, "maximum_age"),
            terms=self._terms(raw),
            page=self.page,
            row=self.row,
            **self._extension(raw),
        )

    # -- fields

    def _provider(self, raw: Mapping[str, Any]) -> Provider | None:
        found = raw.get("organization")
        if not isinstance(found, dict):
            id_ = self._text(raw, "organization_id")
            if id_:
                self._say("organization", "only the id of its organisation is given, which stands for its name")
                return Provider(id_, id_)
            self._say("organization", "it does not say who offers it")
            return None
        id_, name = self._text(found, "id"), self._name(found, "name")
        if not name and not id_:
            self._say("organization", "it does not say who offers it")
            return None
        if not name:
            self._say("organization.name", "its organisation has no name: the id stands for it")
        return Provider(id_ or name.casefold(), name or id_, self._number(found))

    def _number(self, organisation: Mapping[str, Any]) -> str:
        for item in self._listed(organisation, "organization_identifiers", "organization."):
            number = item.get("identifier")
            if "CHC" in str(item.get("identifier_scheme", "")).upper() and isinstance(number, str):
                return number[:20]
        return ""

    def _standing(self, status: Any) -> Standing:
        if status is None:
            return Standing.UNKNOWN
        found = next((one for one in Standing if isinstance(status, str) and one.value == status.strip().lower()), None)
        if found is None:
            self._say("status", f"'{str(status)[:40]}' is no status the standard knows: taken to be on offer")
        return found or Standing.UNKNOWN

    def _points(self, raw: Mapping[str, Any]) -> tuple[tuple[float, float], ...]:
        found = []
        for place in self._located(raw):
            latitude, longitude = place.get("latitude"), place.get("longitude")
            if latitude is None and longitude is None:
                continue
            point = _number(latitude), _number(longitude)
            if point[0] is None or point[1] is None or abs(point[0]) > 90 or abs(point[1]) > 180:
                said = f"{str(latitude)[:20]}, {str(longitude)[:20]} is no latitude and longitude, and was left out"
                self._say("location", said)
            else:
                found.append((point[0], point[1]))
        return tuple(dict.fromkeys(found))

    def _areas(self, raw: Mapping[str, Any]) -> tuple[str, ...]:
        found = []
        for item in self._listed(raw, "service_areas")[:MOST]:
            codes = [code for field in ("extent", "uri") for code in _CODE.findall(str(item.get(field) or "")[:_OTHER])]
            name = self._text(item, "name", "service_areas.name") or self._text(
                item, "service_area", "service_areas.service_area"
            )
            found += codes or [name]
        return tuple(dict.fromkeys(area for area in found if area))

    def _postcodes(self, raw: Mapping[str, Any]) -> tuple[str, ...]:
        codes = (
            item.get("postal_code") for place in self._located(raw) for item in self._listed(place, "addresses", "location.")
        )
        return tuple(dict.fromkeys(code.strip()[:10] for code in codes if isinstance(code, str) and code.strip()))

    def _places(self, raw: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        held = self._listed(raw, "service_at_locations")
        if len(held) > MOST:
            self._say("service_at_locations", f"it has {len(held):,} places: the first {MOST} were used")
        return [item["location"] for item in held[:MOST] if isinstance(item.get("location"), dict)]

    def _located(self, raw: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        # Once for points and once for postcodes: what is wrong is told once.
        if self._seen_places is None:
            self._seen_places = self._places(raw)
        return self._seen_places

    def _terms(self, raw: Mapping[str, Any]) -> tuple[str, ...]:
        terms = (item.get("taxonomy_term") for item in self._listed(raw, "attributes")[:MOST])
        names = (self._text(term, "name", "attributes.taxonomy_term.name") for term in terms if isinstance(term, dict))
        return tuple(dict.fromkeys(name for name in names if name))

    def _extension(self, raw: Mapping[str, Any]) -> dict[str, str]:
        own = raw.get(EXTENSION)
        if own is not None and not isinstance(own, dict):
            self._say(EXTENSION, "it is not an object with fields, and was left out")
        held = own if isinstance(own, dict) else {}
        return {
            field: self._text(held, ours, f"{EXTENSION}.{ours}") or self._text(raw, theirs)
            for field, (ours, theirs) in _OWN.items()
        }

    # -- single values

    def _name(self, raw: Mapping[str, Any], field: str) -> str:
        name, unsafe = without_formula(self._text(raw, field))
        if unsafe:
            self._say(field, "it begins with a sign that a spreadsheet would run, which was left out")
        return name

    def _text(self, raw: Mapping[str, Any], field: str, called: str = "") -> str:
        value = raw.get(field)
        if value is None or value == "":
            return ""
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            self._say(called or field, "it is not text, and was left out")
            return ""
        longest = LONGEST.get(field, _OTHER)
        # HTML may be much longer than its words; what is far too long is not looked at beyond that.
        plain, marked = without_markup(value[: 10 * longest])
        if marked:
            self._say(called or field, "it holds HTML: the words were kept and the rest left out")
        if len(plain) > longest or len(value) > 10 * longest:
            self._say(called or field, f"it is longer than {longest:,} characters: the beginning was used")
        return plain[:longest]

    def _day(self, raw: Mapping[str, Any], field: str) -> date | None:
        value = raw.get(field)
        if value is None or value == "":
            return None
        if isinstance(value, str) and (found := _DAY.match(value.strip())):
            try:
                return date.fromisoformat(found.group())
            except ValueError:
                pass
        self._say(field, f"'{str(value)[:40]}' is no date, and was left out")
        return None

    def _age(self, raw: Mapping[str, Any], field: str) -> float | None:
        value = raw.get(field)
        if value is None or value == "":
            return None
        age = _number(value)
        if age is None or not 0 <= age <= 150:
            self._say(field, f"'{str(value)[:40]}' is no age, and was left out")
            return None
        return age

    def _listed(self, raw: Mapping[str, Any], field: str, within: str = "") -> Sequence[Mapping[str, Any]]:
        value = raw.get(field)
        if value is None:
            return []
        if not isinstance(value, list):
            self._say(within + field, "it is not a list, and was left out")
            return []
        good = [item for item in value if isinstance(item, dict)]
        if len(good) < len(value):
            self._say(
                within + field,
                f"{len(value) - len(good):,} of its {len(value):,} items are not objects with fields, and were left out",
            )
        return good

    def _say(self, field: str, reason: str, *, used: bool = True) -> None:
        self.problems.append(Problem(self.page, self.row, field, reason, used))


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if isfinite(number) else None
