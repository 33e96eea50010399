"""One row of a file of people becomes one person."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from levelling.atlas.wage_floors import legal_floor, living_wage
from levelling.jobs.limits import NAMED_TIMES
from levelling.jobs.occupations.advert_words import advert_words
from levelling.jobs.person import Mode, Person, Point, Reach
from levelling.jobs.reading import hours as hours_of
from levelling.jobs.reading import reach, times
from levelling.jobs.reading.asked import not_known
from levelling.jobs.reading.columns import as_flag, as_list, as_text
from levelling.jobs.reading.declared import demands, licences, pay_rules
from levelling.jobs.reading.known import Known
from levelling.jobs.reading.money import Per
from levelling.jobs.reading.pay import Advertised, hourly
from levelling.jobs.reading.phrases import Phrases, Text, plain
from levelling.jobs.reading.places import Said
from levelling.jobs.reading.qualifications import of_person
from levelling.jobs.reading.result import Faults, one_line

_ONLY_A_NUMBER = re.compile(r"\s*£?\s*(\d{1,9}(?:\.\d+)?)\s*")
_REAL = re.compile(r"real living wage|\brlw\b|living wage foundation", re.IGNORECASE)
_LEGAL = re.compile(r"minimum wage|national living wage|\bnmw\b|\bnlw\b|legal minimum|living wage", re.IGNORECASE)
_NOTHING = frozenset({"", "none", "no", "n/a", "na", "nil", "-", "0", "not known", "unknown"})
_LONGEST_ID = 80
_SIGNS = {"limits": demands, "licences": licences}


def key_of(said: Mapping[str, Any]) -> str:
    """The key that a row gives its person, on one line and with nothing a terminal could obey; empty where it gives none."""
    return one_line(as_text(said.get("id")))[:_LONGEST_ID]


class Reader:
    """Reads one row.

    Args:
        said: Its fields by our names.
        known: Places, occupations and skills.
        file: The file, for the list of faults.
        row: The row, for the same.
        faults: Told of every field that cannot be used.
    """

    def __init__(self, said: Mapping[str, Any], known: Known, file: str, row: int, faults: Faults) -> None:
        self._said, self._known = said, known
        self._file, self._row, self._faults = file, row, faults

    def person(self, key: str) -> tuple[Person, str]:
        """The person, without occupations and skills, and the postcode to look up; empty where none is needed."""
        point, postcode = self._point()
        week = self._times()
        limits = self._signs("limits", "the work must not ask")
        if week is not None:
            limits |= {name for name, slots in NAMED_TIMES.items() if not week & slots}
        held = self._signs("licences", "what they hold")
        person = Person(
            id=key,
            point=point,
            reach=self._reach(),
            level=self._level(),
            hours=self._hours(),
            times=week,
            floor=self._floor(),
            licences=frozenset(held).union(*(licences()[one].includes for one in held)),
            limits=frozenset(limits),
            remote_only=as_flag(self._text("remote_only")),
            furthest=as_flag(self._text("furthest")),
        )
        return person, postcode

    def _text(self, field: str) -> str:
        return as_text(self._said.get(field))

    def _note(self, field: str, reason: str, advice: str = "") -> None:
        self._faults.note(self._file, self._row, field, reason, advice)

    def _point(self) -> tuple[Point | None, str]:
        said = Said(**{name: self._text(name) for name in Said.__dataclass_fields__})
        if not said.anything:
            return None, ""
        placed = self._known.places.find(said)
        for field, reason in placed.faults:
            self._note(field, reason)
        return placed.point, placed.postcode

    def _reach(self) -> tuple[Reach, ...]:
        found, faults = reach.in_columns({name: self._text(name) for name in self._said})
        for field, reason in faults:
            self._note(field, reason)
        words = self._text("travel")
        mode = reach.mode_of(words)
        for field, factor in (("minutes", 1.0), ("km", 1.0), ("miles", reach.KM_A_MILE)):
            if not (text := self._text(field)):
                continue
            amount = reach.number(text)
            minutes = amount if field == "minutes" else None
            km = round(amount * factor, 3) if amount is not None and field != "minutes" else None
            if amount is None or (reason := reach.impossible(minutes, km)):
                self._note(field, "it is no length of a journey" if amount is None else reason)
                continue
            if mode is None:
                self._note(field, "no way of travelling is named: taken as by bus")
            found = (*found, Reach(mode or Mode.BUS, minutes, km))
        if words:
            more, reason = reach.in_words(words)
            found = (*found, *more)
            if reason and not (found and "not how far" in reason):
                self._note("travel", reason, "" if more else "Write it as 'bus 40 min' or 'walk 3 km'.")
        return tuple(dict.fromkeys(found))

    def _level(self) -> int | None:
        text = self._text("level")
        level = of_person(text) if text else None
        if text and level is None:
            self._note(
                "level", "no level of qualification is known by it", "Write a level from 0 to 8, or 'GCSE', 'A level', 'degree'."
            )
        return level

    def _hours(self) -> tuple[float, float] | None:
        text = self._text("hours")
        found = hours_of.from_field(text) if text else None
        if text and found is None and text.lower() not in {"any", "flexible", "no limit"}:
            self._note("hours", "no possible hours a week can be read", "Write them as '16-30'.")
        low, high = found or (None, None)
        for field in ("hours_least", "hours_most"):
            if not (text := self._text(field)):
                continue
            match = _ONLY_A_NUMBER.fullmatch(text)
            amount = float(match[1]) if match else -1.0
            if not 0 <= amount <= hours_of.MOST:
                self._note(field, "no possible hours a week can be read")
            elif field == "hours_least":
                low = amount
            else:
                high = amount
        if found and found[0] == found[1] and low == high and low is not None:
            # One number says how many they want: they can work as many, and fewer cannot be ruled out.
            low = 0.0 if not self._text("hours_least") else low
        if low is None and high is None:
            return None
        low, high = low or 0.0, hours_of.MOST if high is None else high
        if low > high:
            self._note("hours", "the least was more than the most: they were turned round")
            low, high = high, low
        return low, high

    def _times(self) -> frozenset[int] | None:
        text, week = self._text("times"), None
        if text:
            week = times.slots(text)
            if week is None:
                self._note("times", "no days or times can be read", "Write them as 'Mon-Fri days; not Wednesday'.")
        for field, blocked in (("not_times", False), ("caring", True)):
            if (text := self._text(field)).strip().lower() in _NOTHING:
                continue
            taken = times.slots(text, blocked=blocked)
            if taken is None:
                self._note(field, "no days or times can be read", "Write when: 'Mon-Fri 15:00-18:00'.")
            elif not taken and blocked:
                self._note(field, "it takes up less than half of any part of a day, so that no part was taken out")
            else:
                week = (times.ALL if week is None else week) - taken
        if week is not None and not week:
            self._note("times", "no time of the week is left, so that no work can be matched")
        return None if week == times.ALL else week

    def _floor(self) -> float | None:
        text, day = self._text("floor"), self._known.day
        if text.strip().lower() in _NOTHING:
            return None
        for words, rate in ((_REAL, living_wage(day, london="london" in text.lower())), (_LEGAL, legal_floor(day))):
            if words.search(text):
                if rate is None:
                    self._note("floor", f"the rate it names is not known for {day.isoformat()}")
                return rate.pounds if rate else None
        if match := _ONLY_A_NUMBER.fullmatch(text.replace(",", "")):
            floor: float | None = float(match[1])
        else:
            paid = hourly(Advertised(text, unit=Per.HOUR.value), None, day)
            floor = paid.pay.least if paid.pay else None
            if paid.pay and paid.pay.worked_out:
                self._note("floor", "it was worked out for an hour, over 52 weeks of 37.5 hours where it is for longer")
        least, most = pay_rules().floor.value
        if floor is None or not least <= floor <= most:
            reason = "no amount can be read" if floor is None else "it cannot be pay for an hour"
            self._note("floor", f"{reason}: the legal minimum is taken", "Write pounds an hour, or add 'a year'.")
            return None
        return floor

    def _signs(self, field: str, what: str) -> set[str]:
        found: set[str] = set()
        for part in as_list(self._said.get(field)):
            if part.strip().lower() in _NOTHING:
                continue
            keys = _said_of(field, part)
            if not keys:
                self._note(
                    field, f"a part of it is not known, and counts for nothing ({what})", f"Known: {', '.join(_SIGNS[field]())}."
                )
            found |= keys
        return found


def with_work(
    people: Sequence[Person],
    said: Mapping[str, Mapping[str, Any]],
    known: Known,
    faults: Faults,
    origins: Sequence[tuple[str, int]],
) -> list[Person]:
    """People with their occupations and skills; names are looked up all at once.

    A person who names no skills, or only a few, has the essential ones of what they have done beside those.
    """
    fields = [said[person.id] for person in people]
    named = {field: [as_list(one.get(field)) for one in fields] for field in ("occupations", "wants")}
    distinct = list(dict.fromkeys(name for lists in named.values() for names in lists for name in names))
    keys = dict(zip(distinct, known.occupations(distinct), strict=True))
    done = []
    for at, person in enumerate(people):
        found = {field: tuple(dict.fromkeys(key for name in lists[at] if (key := keys[name]))) for field, lists in named.items()}
        for field, lists in named.items():
            lost = sum(not keys[name] for name in lists[at])
            if lost:
                faults.note(*origins[at], field, f"{lost} of {len(lists[at])} find no occupation", "Use ESCO's name or key.")
        names = as_list(fields[at].get("skills"))
        skills, lost = known.skills(names)
        if lost:
            faults.note(*origins[at], "skills", *not_known(lost, len(names)))
        if len(skills) < advert_words().few:
            items = (known.catalogue.occupations[key] for key in found["occupations"])
            skills |= {skill for item in items for skill in item.essential}
        if not found["occupations"] and not found["wants"] and not skills:
            faults.note(*origins[at], "occupations", "neither work nor skills are known, so that nothing can fit")
        done.append(replace(person, occupations=found["occupations"], wants=found["wants"], skills=skills))
    return done


def _said_of(field: str, part: str) -> frozenset[str]:
    words = plain(part).strip(" .")
    keys = {key for key, sign in _SIGNS[field]().items() if words in {plain(key).strip(), plain(sign.label).strip()}}
    return frozenset(keys) or _persons(field).found(Text(part))


@cache
def _persons(field: str) -> Phrases:
    said = {key: (*sign.phrases, *sign.person) for key, sign in _SIGNS[field]().items()}
    # 'No lifting' is how people write a limit; 'no driving licence' is how they write that they hold none.
    return Phrases(said, wishes=True, denials=field == "limits")
