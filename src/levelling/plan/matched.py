"""A page of matches: for each person (or vacancy) what was found and why, to be printed and talked over.

All that stands on it comes from the user's own files and from declared judgements. Names of vacancies are other people's words:
they go in as labels, which every renderer escapes.
"""

from levelling.atlas import Atlas
from levelling.jobs.explaining import Explained, explain
from levelling.jobs.matching import Matched
from levelling.jobs.occupations import Catalogue
from levelling.plan.document import Block, Bullets, Document, Group, Label, Paragraph, Section, Text, prose
from levelling.plan.leaf import leaf

MOST = 300
"""People (or vacancies) a page holds; a caseload beyond that is for a table."""


def page(found: Matched, catalogue: Catalogue, *, by_person: bool = True) -> Document:
    """A page of matches.

    Args:
        found: What was matched.
        catalogue: Occupations and skills.
        by_person: Whether the best vacancies of each person were found; otherwise the best people of each vacancy.
    """
    keys = list(found.pairs)[:MOST]
    sections = tuple(_section(found, key, number, catalogue, by_person) for number, key in enumerate(keys, 1))
    who = "each person" if by_person else "each vacancy"
    left = len(found.pairs) - len(keys)
    more = f" {left:,} more are not on this page: write a table for them." if left else ""
    summary = (
        f"The best of {len(found.vacancies):,} vacancies for {len(found.people):,} people, for {who} with the reasons, as things "
        f"stood on {found.by.day.day} {found.by.day:%B %Y}. No limit that anybody set is broken. Fit and quality are points of "
        f"100 after declared judgements.{more}"
    )
    title = "Matches"
    return leaf(Atlas.open(), title, prose(Label(summary)), sections, kind="From your own files", kicker="People and vacancies")


def _section(found: Matched, key: str, number: int, catalogue: Catalogue, by_person: bool) -> Section:
    pairs = found.pairs[key]
    name = key if by_person else found.vacancies[key].title
    told = [explain(found.people[pair.person], found.vacancies[pair.vacancy], catalogue, found.by) for pair in pairs]
    blocks: tuple[Block, ...] = tuple(_match(one, number, rank, by_person) for rank, one in enumerate(told, 1))
    none = f"{'No vacancy' if by_person else 'Nobody'} keeps all limits and fits well enough to be proposed."
    return Section(f"match-{number}", name, name, blocks or (Paragraph(_said(none)),))


def _match(one: Explained, number: int, rank: int, by_person: bool) -> Group:
    lines = [f"{one.scores} Vacancy {one.vacancy.id}."]
    lines += [" ".join(told) for told in (one.fits, one.missing, one.rubs, one.asks) if told]
    head = one.heading if by_person else one.person
    return Group(f"match-{number}-{rank}", f"{rank}. {head}", (Bullets(tuple(_said(line) for line in lines)),))


def _said(line: str) -> Text:
    return prose(Label(line))
