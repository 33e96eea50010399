"""A page of matches: for each person (or vacancy) what was found and why, to be printed and talked over.

All that stands on it comes from the user's own files and from declared judgements. Names of vacancies are other people's words:
they go in as labels, which every renderer escapes.
"""

from levelling.atlas import Atlas
from levelling.core.words import listed
from levelling.jobs.explaining import Explained, Matches
from levelling.jobs.whose import Best
from levelling.plan.document import Bullets, Document, Group, Label, Paragraph, Section, Text, prose
from levelling.plan.leaf import leaf

MOST = 300
"""People (or vacancies) a page holds; a caseload beyond that is for a table."""


def page(atlas: Atlas, told: Matches) -> Document:
    """A page of matches.

    Args:
        atlas: Where what the page is signed with is read.
        told: What was matched, and whose best few.
    """
    found, by_person = told.found, told.best is Best.VACANCIES
    matched = [key for key, pairs in found.pairs.items() if pairs]
    sections = [_section(told, key, number) for number, key in enumerate(matched[:MOST], 1)]
    without = [key for key, pairs in found.pairs.items() if not pairs]
    if without:
        sections.append(_without(without, by_person))
    people, vacancies = _many(len(found.people), "person", "people"), _many(len(found.vacancies), "vacancy", "vacancies")
    best = f"{vacancies} for {people}" if by_person else f"{people} for {vacancies}"
    left = len(matched) - MOST
    more = f" {left:,} more are not on this page: write a table for them." if left > 0 else ""
    summary = (
        f"The best of {best}, each with the reasons, as things stood on {found.by.day.day} {found.by.day:%B %Y}. No limit that "
        "anybody set is broken. Fit is how much of what a job asks for somebody brings; quality, how good the job is by what its "
        f"advert shows. Both are out of 100, and rest on declared judgements.{more}"
    )
    return leaf(atlas, "Matches", prose(Label(summary)), sections, kind="From your own files", kicker="People and vacancies")


def _section(told: Matches, key: str, number: int) -> Section:
    by_person = told.best is Best.VACANCIES
    found = told.explained(key)
    matches = tuple(_match(one, number, rank, by_person) for rank, one in enumerate(found, 1))
    if by_person:
        return Section(f"match-{number}", key, key, matches, kind="sheet")
    first = found[0]
    job = Paragraph(_said(f"{first.quality.sentence} {_key(first)}"))
    return Section(f"match-{number}", first.heading, first.vacancy.title, (job, *matches), kind="sheet")


def _match(one: Explained, number: int, rank: int, by_person: bool) -> Group:
    head = one.heading if by_person else one.person
    lines = (one.scores, *one.reasons, _key(one)) if by_person else (one.fitting, *one.reasons)
    return Group(f"match-{number}-{rank}", f"{rank}. {head}", (Bullets(tuple(_said(line) for line in lines)),), kind="match")


def _key(one: Explained) -> str:
    return f"Key of the vacancy in your files: {one.vacancy.id}."


def _without(keys: list[str], by_person: bool) -> Section:
    """Those of whom there is nothing to tell, in one place."""
    if by_person:
        named = listed([*keys[:MOST], *([f"{len(keys) - MOST:,} more"] if len(keys) > MOST else [])])
        said = (
            f"For {_many(len(keys), 'person', 'people')} no vacancy keeps all their limits and fits well enough to be proposed: "
            f"{named}. For each, levelling jobs explain tells what excludes vacancies, and what lies near."
        )
    else:
        said = f"For {_many(len(keys), 'vacancy', 'vacancies')} there is nobody who could be proposed within all limits."
    return Section("match-none", "Without a match", "Without a match", (Paragraph(_said(said)),))


def _many(count: int, one: str, more: str) -> str:
    return f"{count:,} {one if count == 1 else more}"


def _said(line: str) -> Text:
    return prose(Label(line))
