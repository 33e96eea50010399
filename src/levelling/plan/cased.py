"""What the library of cases quotes, in the parts of a document: results, costs and returns, each number with its source."""

from collections.abc import Sequence

from levelling.core.words import opened
from levelling.plan.document import Label, Link, Table, Text, Worked, prose
from levelling.plan.reckoned import reckoned
from levelling.plan.shown import worked
from levelling.practice.cases import (
    Case,
    Result,
    Return,
    Source,
    cost_told,
    first_result,
    headline,
    result_told,
    return_told,
    took_part,
)
from levelling.practice.evidence import Aim, Body, Votes

COUNTED = Worked("Cases in the library", "Counted in the library of cases.")
"""Where numbers of cases come from."""


def quoted_from(what: str, source: Source, period: str = "") -> Worked:
    """What a number of a case is, and who says so.

    Args:
        what: What it is.
        source: Who says so.
        period: When it is for, in words.
    """
    return Worked.quoted(what, source.title, source.address, note=source.note, period=period)


def result_text(case: Case, result: Result, *, brief: bool = False) -> Text:
    """A result in a line, each number with its source; the words of what was measured hold no figures."""
    about = quoted_from(f"{case.name}: {result.outcome}", result.source)
    return reckoned(result_told(result, brief=brief), about, [opened(result.outcome), result.scope])


def headline_text(case: Case, *, brief: bool = False) -> Text:
    """The one result to name first, or that nothing measured was found."""
    first = first_result(case)
    return result_text(case, first, brief=brief) if first is not None else prose(headline(case))


def cost_text(case: Case) -> Text:
    """What it cost, or that this was not found."""
    if case.cost is None:
        return prose("Not found.")
    return reckoned(cost_told(case.cost), quoted_from(f"{case.name}: cost", case.cost.source))


def return_text(case: Case, item: Return) -> Text:
    """A published return, with how it came about."""
    return reckoned(return_told(item), quoted_from(f"{case.name}: return to {item.to}", item.source), ["each £1"])


def people_text(case: Case) -> Text:
    """How many took part, by the first source of the case."""
    return reckoned(opened(took_part(case)), quoted_from(f"{case.name}: who took part", _told_by(case)))


def words_text(case: Case, sentence: str, what: str) -> Text:
    """A sentence of the case, whose numbers its sources give."""
    return reckoned(sentence, quoted_from(f"{case.name}: {what}", _told_by(case)), [case.name])


def cited_text(source: Source) -> Text:
    """A source with its date, to follow where it has an address."""
    date = f", {source.date.label}" if source.date is not None else ", no date"
    title = Link(source.title, source.address) if source.address else Label(source.title)
    return prose(title, Label(f"{date}.{f' {source.note}' if source.note else ''}"))


def _told_by(case: Case) -> Source:
    """The source of what has none of its own in the file: that of the first result, else the first."""
    return case.results[0].source if case.results else case.sources[-1]


def ways(bodies: Sequence[Body]) -> Table:
    """One row a way of working: its grades for work and for earnings, and what the cases found."""
    rows = tuple(
        (
            prose(Label(opened(item.mechanism.value))),
            prose(Label(opened(item.grade.value))),
            prose(Label(opened(item.of(Aim.EARNINGS).value))),
            (worked(len(item.cases), COUNTED),),
            reckoned(item.votes[0].tally, COUNTED),
        )
        for item in bodies
    )
    return Table(
        "How sure one may be, by way of working",
        ("Way of working", "How sure for work", "For earnings", "Cases", "What they found for work"),
        rows,
    )


def votes_text(item: Votes) -> Text:
    """The votes for one aim, in a sentence."""
    return reckoned(item.sentence, COUNTED)


def rule() -> Text:
    """The rule by which a grade is given."""
    return prose(
        "Strong: three cases or more gained and none failed, one of them a trial by lot. Fair: two or more gained and none "
        "failed. Thin: one gained. Mixed: some gained and others did not. Only cases held against a good comparison count, and "
        "reviews do not."
    )
