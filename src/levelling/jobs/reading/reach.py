"""How far and how somebody can travel, in words and in columns."""

import re
from collections.abc import Mapping
from functools import cache

from levelling.jobs.person import Mode, Reach
from levelling.jobs.reading.declared import wording

KM_A_MILE = 1.609344
MOST_MINUTES, MOST_KM = 240.0, 1_000.0
"""Longer journeys to work than these are slips of the pen."""
_NO_LENGTH = "it is no length of a journey"

_PARTS = re.compile(r"[;|\n]|,(?=\s*[a-z])|\band\b|\bor\b|\bplus\b", re.IGNORECASE)
_MINUTES = re.compile(r"(\d{1,4}(?:\.\d+)?)\s*(?:minutes?|mins?|m(?![a-z]))\b", re.IGNORECASE)
_HOURS = re.compile(r"(\d{1,2}(?:\.\d+)?|an|one|half an|1/2|two)\s*(?:hours?|hrs?|h)\b", re.IGNORECASE)
_KM = re.compile(r"(\d{1,4}(?:\.\d+)?)\s*(?:km|kms|kilomet(?:re|er)s?|k)\b", re.IGNORECASE)
_MILES = re.compile(r"(\d{1,4}(?:\.\d+)?|a|one)\s*(?:miles?|mi)\b", re.IGNORECASE)
_WORDS = {"an": 1.0, "one": 1.0, "a": 1.0, "half an": 0.5, "1/2": 0.5, "two": 2.0}


def in_words(text: str) -> tuple[tuple[Reach, ...], str]:
    """The ways of travelling that a field names, and what could not be read of it.

    Args:
        text: Such as 'bus 40 min; walk 3 km'.

    Example:
        >>> in_words("bus 40 min; walk 3 km")[0]
        (Reach(mode=<Mode.BUS: 'bus'>, minutes=40.0, km=None), Reach(mode=<Mode.WALK: 'walk'>, minutes=None, km=3.0))
        >>> in_words("45 minutes")
        ((Reach(mode=<Mode.BUS: 'bus'>, minutes=45.0, km=None),), 'no way of travelling is named: taken as by bus')
        >>> in_words("drives")
        ((), 'it says how, and not how far')
    """
    found: list[Reach] = []
    faults: list[str] = []
    carried: Mode | None = None
    for part in _PARTS.split(text[:300]):
        mode = mode_of(part) or carried
        minutes, km = _minutes(part), _km(part)
        if minutes is None and km is None:
            carried = mode or carried
            continue
        fault = impossible(minutes, km)
        if fault:
            faults.append(fault)
            continue
        if mode is None:
            faults.append("no way of travelling is named: taken as by bus")
        found.append(Reach(mode or Mode.BUS, minutes, km if minutes is None else None))
        carried = None
    if not found and not faults and text.strip():
        faults.append("it says how, and not how far" if carried else "how far is not said in minutes, kilometres or miles")
    return tuple(found), "; ".join(dict.fromkeys(faults))


def in_columns(fields: Mapping[str, str]) -> tuple[tuple[Reach, ...], list[tuple[str, str]]]:
    """The ways of travelling that columns of numbers name ('bus minutes', 'walk km'), and the faults of each column.

    Example:
        >>> in_columns({"bus_minutes": "40", "car_km": "-3"})
        ((Reach(mode=<Mode.BUS: 'bus'>, minutes=40.0, km=None),), [('car_km', 'it is no length of a journey')])
    """
    found: list[Reach] = []
    faults: list[tuple[str, str]] = []
    for mode in Mode:
        for unit in ("minutes", "km"):
            name = f"{mode.value}_{unit}"
            if name not in fields:
                continue
            amount = number(fields[name])
            minutes, km = (amount, None) if unit == "minutes" else (None, amount)
            if fault := _NO_LENGTH if amount is None else impossible(minutes, km):
                faults.append((name, fault))
            else:
                found.append(Reach(mode, minutes, km))
    return tuple(found), faults


def mode_of(text: str) -> Mode | None:
    """The way of travelling that a text names.

    Example:
        >>> mode_of("by public transport"), mode_of("on foot"), mode_of("any")
        (<Mode.BUS: 'bus'>, <Mode.WALK: 'walk'>, None)
    """
    words = f" {' '.join(re.sub('[^a-z ]', ' ', text.lower()).split())} "
    return next((mode for phrase, mode in _modes() if f" {phrase} " in words), None)


def number(text: str) -> float | None:
    """A number above nothing in a field of its own; `None` where there is none."""
    match = re.fullmatch(r"\s*(\d{1,6}(?:\.\d+)?)\s*(?:minutes?|mins?|km|miles?)?\s*", text, re.IGNORECASE)
    return float(match[1]) if match and float(match[1]) > 0 else None


def impossible(minutes: float | None, km: float | None) -> str:
    """What is wrong with a length; empty where nothing is."""
    if (minutes is not None and minutes > MOST_MINUTES) or (km is not None and km > MOST_KM):
        return "the journey is too long to be meant"
    if (minutes is not None and minutes <= 0) or (km is not None and km <= 0):
        return _NO_LENGTH
    return ""


def _minutes(text: str) -> float | None:
    hours = _HOURS.search(text)
    minutes = _MINUTES.search(text)
    if not hours and not minutes:
        return None
    whole = (_WORDS.get(hours[1].lower()) or float(hours[1])) * 60 if hours else 0.0
    return whole + (float(minutes[1]) if minutes else 0.0)


def _km(text: str) -> float | None:
    if match := _KM.search(text):
        return float(match[1])
    if match := _MILES.search(text):
        return round((_WORDS.get(match[1].lower()) or float(match[1])) * KM_A_MILE, 3)
    return None


@cache
def _modes() -> tuple[tuple[str, Mode], ...]:
    named = [(phrase, Mode(mode)) for mode, phrases in wording().modes.items() for phrase in phrases]
    return tuple(sorted(named, key=lambda one: (-len(one[0]), one[0])))
