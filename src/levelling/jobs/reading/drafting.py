"""One advert, in its own words, becomes one vacancy; what cannot be used is told."""

from collections.abc import Callable
from datetime import date
from functools import cache
from hashlib import blake2b

from levelling.jobs.limits import NAMED_TIMES
from levelling.jobs.person import Point
from levelling.jobs.reading import hours as hours_of
from levelling.jobs.reading import terms, times
from levelling.jobs.reading.adverts import Advert
from levelling.jobs.reading.declared import Sign, demands, licences, protects, wording
from levelling.jobs.reading.duplicates import Draft, sketch
from levelling.jobs.reading.known import Known
from levelling.jobs.reading.pay import hourly
from levelling.jobs.reading.phrases import Phrases, Text, plain
from levelling.jobs.reading.qualifications import of_advert, of_person
from levelling.jobs.vacancy import Contract, Vacancy

Note = Callable[[str, str, str, str], None]
"""Takes a field, a reason, advice and the value that stood there."""

_SHOWN_TITLE = 200


def draft(advert: Advert, reads: str, known: Known, note: Note) -> tuple[Draft, str]:
    """A vacancy without its occupation, and the postcode to look up; empty where none is needed.

    Args:
        advert: In its own words.
        reads: The file and row.
        known: Places, and the day that counts where the advert has none.
        note: Told of every field that cannot be used.
    """
    text, title = Text(f"{advert.title}\n{advert.text}"), Text(advert.title)
    posted, closes = _day(advert.posted, "posted", note), _day(advert.closes, "closes", note)
    hours = _hours(advert)
    paid = hourly(advert.pay, hours, posted or known.day)
    if paid.pay is None:
        why = paid.reason or "none is stated"
        note("pay", why, "" if paid.reason else "Ask the employer.", advert.pay.text)
    remote = terms.is_remote(advert.remote, text)
    point, postcode = _point(advert, known, note, remote=remote)
    week = times.slots(advert.times) if advert.times else None
    week = week or times.of_advert(f"{advert.title}\n{advert.text}")
    count, several = terms.headcount_of(advert.headcount, advert.title, advert.text)
    level = of_person(advert.level) if advert.level else None
    contract = terms.contract_of(advert.contract, title, text)
    needed, several_of = _needed(signs_of("licences", text, advert.licences, title), title)
    if several_of:
        note("licences", "it asks for one of several registrations, which is not made a limit", "", several_of)
    vacancy = Vacancy(
        id=advert.id or _made(advert),
        title=advert.title[:_SHOWN_TITLE],
        employer=advert.employer[:_SHOWN_TITLE],
        point=point,
        place=advert.place.place[:_SHOWN_TITLE] or postcode,
        remote=remote,
        pay=paid.pay,
        hours=hours,
        times=week,
        level=of_advert(text) if level is None else level,
        licences=frozenset(key for key in needed if not licences()[key].check),
        checks=frozenset(key for key in needed if licences()[key].check),
        demands=_demands(advert, text, title, week),
        contract=Contract.APPRENTICESHIP if advert.apprenticeship else contract,
        protects=signs_of("protects", text, advert.protects),
        training=advert.apprenticeship or terms.gives_training(advert.training, text),
        headcount=count,
        posted=posted,
        closes=closes,
        reads=reads,
    )
    where = plain(advert.place.place or advert.place.postcode).strip() or (
        f"{point.latitude:.2f} {point.longitude:.2f}" if point else ""
    )
    return Draft(vacancy, not advert.id, several, where, sketch(text.plain)), postcode


def signs_of(name: str, text: Text, field: str = "", title: Text | None = None) -> frozenset[str]:
    """Keys of declared signs that an advert's text, a field of its own or its title says.

    Args:
        name: `licences`, `demands` or `protects`.
        text: The whole text.
        field: The field of its own: keys and labels count there, too.
        title: The job title; one that the law protects says a sign by itself.
    """
    found = set(phrases_of(name).found(text))
    if title is not None:
        found |= _titles(name).found(title)
    if field:
        said = plain(field)
        found |= phrases_of(name).found(Text(field))
        found |= {key for key, names in _labels(name).items() if any(one in said for one in names)}
    return frozenset(found)


@cache
def phrases_of(name: str) -> Phrases:
    """The phrases of `licences`, `demands` or `protects`, made ready once."""
    return Phrases.of(_signs(name))


def _signs(name: str) -> dict[str, Sign]:
    return {"licences": licences, "demands": demands, "protects": protects}[name]()


@cache
def _labels(name: str) -> dict[str, tuple[str, str]]:
    return {key: (plain(key), plain(sign.label)) for key, sign in _signs(name).items()}


@cache
def _titles(name: str) -> Phrases:
    signs = _signs(name)
    lesser = wording().title.lesser if name == "licences" else ()
    said = {key: (*sign.titles, *(f"{title}s" for title in sign.titles)) for key, sign in signs.items() if sign.titles}
    return Phrases(said, {key: (*signs[key].titles_unless, *lesser) for key in said}, wishes=True)


def _needed(found: frozenset[str], title: Text) -> tuple[frozenset[str], str]:
    """The licences that are needed: of several registrations the one of the title; of licences that include others, the least."""
    registrations = {key for key in found if licences()[key].profession}
    told = ""
    if len(registrations) > 1:
        own = registrations & _titles("licences").found(title)
        found -= registrations
        found |= own if len(own) == 1 else frozenset()
        told = "" if len(own) == 1 else ", ".join(sorted(registrations))
    greater = {key for key in found if key != "driving-licence" and set(licences()[key].includes) & (found - {"driving-licence"})}
    return found - greater, told


def _day(text: str, field: str, note: Note) -> date | None:
    day = terms.day_of(text) if text else None
    if text and day is None:
        note(field, "it is no date", "Write it as 2026-04-30.", text)
    return day


def _hours(advert: Advert) -> tuple[float, float] | None:
    kind = hours_of.by_kind(advert.contract) or (hours_of.by_kind(advert.hours) if advert.hours else None)
    text = f"{advert.title}\n{advert.text}"
    found = (hours_of.from_field(advert.hours) if advert.hours else None) or hours_of.from_text(text)
    if found is not None:
        return found
    # Feeds write 'full time' of every post: where the advert itself speaks of part-time work, nothing is known.
    return None if kind and kind[0] > 1 and hours_of.says_part_time(text) else kind or hours_of.by_kind(advert.title)


def _point(advert: Advert, known: Known, note: Note, *, remote: bool) -> tuple[Point | None, str]:
    if not advert.place.anything:
        if not remote:
            note("place", "none is stated", "Add a postcode, a town or coordinates.", "")
        return None, ""
    placed = known.places.find(advert.place)
    for field, reason in placed.faults:
        note(field, reason, "", getattr(advert.place, field))
    return placed.point, placed.postcode


def _demands(advert: Advert, text: Text, title: Text, week: frozenset[int] | None) -> frozenset[str]:
    found = set(signs_of("demands", text, advert.demands, title))
    if advert.times:
        found |= phrases_of("demands").found(Text(advert.times))
        found |= {name for name, slots in NAMED_TIMES.items() if week and week & slots}
    return frozenset(found)


def _made(advert: Advert) -> str:
    """A key for an advert that has none: of its employer, title, place, pay and text."""
    said = "|".join(
        plain(part).strip()
        for part in (
            advert.employer,
            advert.title,
            advert.place.place,
            advert.place.postcode,
            advert.pay.text,
            advert.text[:2000],
        )
    )
    return f"made-{blake2b(said.encode('utf-8', 'replace'), digest_size=8).hexdigest()}"
