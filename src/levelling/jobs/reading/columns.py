"""Which column of a user's file is which: names are recognised generously, by a declared list of what people call them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from levelling.jobs.reading.declared import columns

_OTHER = re.compile(r"[^a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Headings:
    """What the headings of a file mean.

    Attributes:
        ours: Our name of each heading that is known.
        strange: Headings that are not known.
        private: Headings that belong in no such file and are not read.
    """

    ours: Mapping[str, str]
    strange: tuple[str, ...]
    private: tuple[str, ...]

    def said(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Fields by our names; of several columns that mean the same the first that is not empty counts."""
        found: dict[str, Any] = {}
        for name, value in fields.items():
            if (ours := self.ours.get(name)) and value not in (None, "", [], {}):
                found.setdefault(ours, value)
        return found


def headings_of(names: Iterable[str], kind: str) -> Headings:
    """What the headings of a file mean.

    Args:
        names: The headings as they stand.
        kind: `vacancies`, `people` or `postcodes`.

    Example:
        >>> dict(headings_of(["Job Title", "salary_min", "Mood"], "vacancies").ours)
        {'Job Title': 'title', 'salary_min': 'pay_least'}
        >>> headings_of(["ID", "Date of Birth"], "people").private
        ('Date of Birth',)
    """
    known, private = _known(kind), _private(kind)
    ours: dict[str, str] = {}
    strange: list[str] = []
    kept_out: list[str] = []
    for name in names:
        plain = as_heading(name)
        if plain in private:
            kept_out.append(name)
        elif plain in known:
            ours[name] = known[plain]
        elif plain:
            strange.append(name)
    return Headings(ours, tuple(strange), tuple(kept_out))


def as_heading(name: str) -> str:
    """A heading as it is compared.

    Example:
        >>> as_heading("Salary_Min (£)"), as_heading("jobTitle")
        ('salary min', 'job title')
    """
    return " ".join(_OTHER.sub(" ", _CAMEL.sub(" ", name[:200]).lower()).split())


def flat(fields: Mapping[str, Any], depth: int = 2) -> dict[str, Any]:
    """Fields with those of objects inside them, named 'outer inner'.

    Example:
        >>> flat({"home": {"latitude": 54.7}, "skills": ["a", "b"]})
        {'home latitude': 54.7, 'skills': ['a', 'b']}
    """
    found: dict[str, Any] = {}
    for name, value in fields.items():
        if isinstance(value, Mapping) and depth:
            found.update({f"{name} {inner}": one for inner, one in flat(value, depth - 1).items()})
        else:
            found[str(name)] = value
    return found


def as_text(value: Any) -> str:
    """A field as text: a list joined by semicolons, nothing for what is no value.

    Example:
        >>> as_text([1, "b", None]), as_text(True), as_text(12.0), as_text({"name": "x"})
        ('1; b', 'true', '12', 'x')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else str(value)
    if isinstance(value, int):
        return str(value) if abs(value) < 10**15 else ""
    if isinstance(value, list | tuple):
        return "; ".join(text for one in value[:200] if (text := as_text(one)))
    if isinstance(value, Mapping):
        return next((as_text(value[name]) for name in ("name", "value", "label", "display_name", "text") if value.get(name)), "")
    return ""


def as_list(value: Any) -> list[str]:
    """A field as a list: of a list its parts, of a text what stands between semicolons, bars or lines, else between commas.

    Example:
        >>> as_list("sales assistant; cook"), as_list("cook, waiter"), as_list(["a, b", "c"])
        (['sales assistant', 'cook'], ['cook', 'waiter'], ['a, b', 'c'])
    """
    if isinstance(value, list | tuple):
        return [text for one in value[:200] if (text := as_text(one))]
    text = as_text(value)
    parts = re.split(r"[;|\n]", text) if re.search(r"[;|\n]", text) else text.split(",")
    return [part for one in parts if (part := one.strip())]


def as_flag(text: str) -> bool:
    """Whether a field says yes.

    Example:
        >>> as_flag("Y"), as_flag("no"), as_flag("")
        (True, False, False)
    """
    return text.strip().lower() in {"y", "yes", "true", "1", "x", "t", "✓", "ja", "only"}


@cache
def _known(kind: str) -> dict[str, str]:
    read = columns()
    lists = {"vacancies": read.vacancies, "people": read.people, "postcodes": read.postcodes}[kind]
    found: dict[str, str] = {}
    for ours, theirs in lists.items():
        for name in (ours.replace("_", " "), *theirs):
            found.setdefault(as_heading(name), ours)
    return found


@cache
def _private(kind: str) -> frozenset[str]:
    return frozenset(map(as_heading, columns().never.get(kind, ())))
