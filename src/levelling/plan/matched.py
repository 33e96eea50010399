"""A page of matches: for each person (or vacancy) what was found and why, to be printed and talked over.

All that stands on it comes from the user's own files and from declared judgements. Names of vacancies are other people's words:
they go in as labels, which every renderer escapes.
"""

from levelling.atlas import Atlas
from levelling.jobs.explaining import Explained, Matches
from levelling.jobs.whose import Best
from levelling.plan.document import Block, Bullets, Document, Group, Label, Paragraph, Section, Text, prose
from levelling.plan.leaf import leaf

MOST = 300
"""People (or vacancies) a page holds; a caseload beyond that is for a table."""


def page(atlas: Atlas, told: Matches) -> Document:
    """A page of matches.

    Args:
        atlas: Where what the page is signed with is read.
        told: What was matched, and whose best few.
    """
    found = told.found
    keys = list(found.pairs)[:MOST]
    sections = tuple(_section(told, key, number) for number, key in enumerate(keys, 1))
    people, vacancies = f"{len(found.people):,} people", f"{len(found.vacancies):,} vacancies"
    best = f"{vacancies} for {people}" if told.best is Best.VACANCIES else f"{people} for {vacancies}"
    left = len(found.pairs) - len(keys)
    more = f" {left:,} more are not on this page: write a table for them." if left else ""
    summary = (
        f"The best of {best}, each with the reasons, as things stood on {found.by.day.day} {found.by.day:%B %Y}. No limit that "
        f"anybody set is broken. Fit and quality are points of 100 after declared judgements.{more}"
    )
    return leaf(atlas, "Matches", prose(Label(summary)), sections, kind="From your own files", kicker="People and vacancies")


def _section(told: Matches, key: str, number: int) -> Section:
    by_person = told.best is Best.VACANCIES
    name = key if by_person else told.found.vacancies[key].title
    matches = enumerate(told.explained(key), 1)
    blocks: tuple[Block, ...] = tuple(_match(one, number, rank, by_person) for rank, one in matches)
    none = f"{'No vacancy' if by_person else 'Nobody'} keeps all limits and fits well enough to be proposed."
    return Section(f"match-{number}", name, name, blocks or (Paragraph(_said(none)),))


def _match(one: Explained, number: int, rank: int, by_person: bool) -> Group:
    lines = [f"{one.scores} Vacancy {one.vacancy.id}."]
    lines += [" ".join(told) for told in (one.fits, one.missing, one.rubs, one.asks) if told]
    head = one.heading if by_person else one.person
    return Group(f"match-{number}-{rank}", f"{rank}. {head}", (Bullets(tuple(_said(line) for line in lines)),))


def _said(line: str) -> Text:
    return prose(Label(line))
