"""What to say of a provider market beside its tables: sentences to be read aloud, and what to mind."""

from levelling.core.words import listed, number
from levelling.solutions.providers.market import Market, gaps_in_words

_SAID = {"eligibility": "who may use them", "waiting_time": "how long people wait", "application_process": "how to ask for them"}
SOURCE_PAPER = (
    "The source paper (section 2.3) finds the local market fragmented, with specialists for single barriers, and asks for "
    "services that take a whole-person approach in one area."
)


def market_notes(found: Market) -> list[str]:
    """The sentences, most important first."""
    said = [found.sentence]
    if found.nobody and found.services:
        said.append(f"Nobody was found to help with {listed([theme.title for theme in found.nobody], 'or')}.")
    if gaps := gaps_in_words(found.gaps):
        said.append(gaps)
    said += [*placing(found), *freshness(found), *quality(found)]
    return said


def placing(found: Market) -> list[str]:
    """How far services could be placed."""
    said = []
    if found.area is not None and found.elsewhere:
        one = found.elsewhere == 1
        reach = (
            "1 service reaches elsewhere only, and is"
            if one
            else f"{number(found.elsewhere, 0)} services reach elsewhere only, and are"
        )
        said.append(f"{reach} not counted.")
    if found.unplaced:
        are = "is" if found.unplaced == 1 else "are"
        left = f"{are} not counted here" if found.area else f"{are} counted in no place"
        codes = ""
        if found.unplaced_postcodes:
            give = "gives" if found.unplaced_postcodes == 1 else "give"
            codes = f" ({number(found.unplaced_postcodes, 0)} {give} a postcode, which the figures cannot place)"
        said.append(f"{number(found.unplaced, 0)} could not be placed{codes}, and {left}.")
    if found.nationwide:
        are = "is" if found.nationwide == 1 else "are"
        said.append(f"{number(found.nationwide, 0)} of those counted {are} for a whole nation or more.")
    return said


def freshness(found: Market) -> list[str]:
    """How fresh the entries are."""
    if not found.services:
        return []
    parts = [
        (found.stale, "was", "were", f"last looked at more than {found.months} months before"),
        (found.undated, "bears", "bear", "no date"),
        (found.dated_ahead, "bears", "bear", "a date still to come"),
    ]
    told = [f"{number(count, 0)} {one if count == 1 else many} {what}" for count, one, many, what in parts if count]
    if not told:
        return [f"Every entry was looked at within {found.months} months of {found.as_of.label}."]
    entries = "entry" if found.services == 1 else "entries"
    return [f"At {found.as_of.label}, of {number(found.services, 0)} {entries} {listed(told)}."]


def quality(found: Market) -> list[str]:
    """What entries leave out, and what could not be used."""
    said = []
    silent = [what for name, what in _SAID.items() if not found.told[name]]
    if silent and found.services:
        said.append(f"No entry says {listed(silent, 'or')}: the UK profile has no field for it, so ask each provider.")
    parts = [
        (found.closed, "is", "are", "not on offer"),
        (found.unsigned, "does", "do", "not say who offers it"),
        (found.unthemed, "shows", "show", "none of the barriers or groups by its words"),
    ]
    said += [
        f"{number(count, 0)} {_kind(count)} {one if count == 1 else many} {what}." for count, one, many, what in parts if count
    ]
    if found.problem_count:
        lost = "every entry could still be used"
        if found.lost:
            lost = f"{number(found.lost, 0)} {'entry or page' if found.lost == 1 else 'entries or pages'} could not be used"
        one = found.problem_count == 1
        things, stood = ("thing", "it") if one else ("things", "they")
        said.append(f"{number(found.problem_count, 0)} {things} in the directory could not be taken as {stood} stood; {lost}.")
    return said


def _kind(count: int) -> str:
    return "service" if count == 1 else "services"
