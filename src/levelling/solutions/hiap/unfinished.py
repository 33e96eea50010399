"""What an assessment still has to answer, each point with its place in the file and what to do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from levelling.core.words import listed
from levelling.solutions.hiap.assessment import Amount, Assessment, Direction, Effect, Likelihood, Scope
from levelling.solutions.hiap.determinants import Determinants
from levelling.solutions.hiap.screening import Screened

_NEEDED = {
    Scope.STRATEGIC: ("policy_areas", "name the policies and the departments that bear on the issue"),
    Scope.PROGRAMME: ("service", "name the service"),
    Scope.PROCESS: ("mechanism", "say how departments will work together from now on"),
}


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something not answered yet.

    Attributes:
        where: Its place: a field, or the effect and its determinant.
        what: What is missing, in a sentence.
    """

    where: str
    what: str


def unfinished(assessment: Assessment, known: Determinants, screened: Sequence[Screened]) -> tuple[OpenPoint, ...]:
    """Everything an assessment still has to answer; empty when it is finished.

    Args:
        assessment: The assessment.
        known: The list it goes through.
        screened: How the place stands, so that a determinant on which it is poor is asked for first.
    """
    return (
        *_heading(assessment),
        *_missing(assessment, known, screened),
        *_effects(assessment, known),
        *_groups(assessment, known),
    )


def _heading(assessment: Assessment) -> Iterator[OpenPoint]:
    for field, what in (("about", "say what the policy does"), ("author", "say who made it"), ("date", "say when it was made")):
        if not getattr(assessment, field):
            yield OpenPoint(field, f"Nothing is said: {what}.")
    field, what = _NEEDED[assessment.scope]
    if not getattr(assessment, field):
        yield OpenPoint(field, f"A {assessment.scope.value} assessment needs it: {what}.")


def _missing(assessment: Assessment, known: Determinants, screened: Sequence[Screened]) -> Iterator[OpenPoint]:
    answered = {effect.determinant for effect in assessment.effects if effect.direction is not Direction.NOT_SAID}
    poor = {item.determinant.slug for item in screened if item.poor}
    left = [slug for slug in known.all if slug not in answered]
    for slug in sorted(left, key=lambda slug: slug not in poor):
        more = " The place is poor on it already." if slug in poor else ""
        one = known.all[slug]
        yield OpenPoint(slug, f"{one.title}: {one.question}{more} If there is no effect, say so and why.")


def _effects(assessment: Assessment, known: Determinants) -> Iterator[OpenPoint]:
    for place, effect in enumerate(assessment.effects, 1):
        if effect.direction is not Direction.NOT_SAID:
            where = f"effect {place}, {known.all[effect.determinant].title.lower()}"
            yield from (OpenPoint(where, what) for what in _faults(effect))


def _faults(effect: Effect) -> Iterator[str]:
    if not effect.why:
        yield "The reason is not given."
    if effect.direction is Direction.NONE:
        return
    if not effect.groups:
        yield "It is not said whom it touches."
    left = [
        name for name, empty in (("size", Amount.NOT_SAID), ("likelihood", Likelihood.NOT_SAID)) if getattr(effect, name) is empty
    ]
    if left:
        yield f"Its {listed(left)} {'is' if len(left) == 1 else 'are'} not said; 'cannot tell' is an answer for size."
    if not effect.evidence:
        yield "It rests on no evidence: give a parameter, or a finding with source and grade."
    if effect.direction in {Direction.WORSE, Direction.MIXED} and not effect.actions:
        yield "It does harm, and nothing is done about it."
    if effect.direction is Direction.CANNOT_TELL and not effect.actions:
        yield "The direction cannot be told: say what would find out."
    for action in effect.actions:
        missing = [what for what, said in (("who does it", action.who), ("by when", action.by)) if not said]
        if missing:
            yield f"The action '{action.what}' does not say {listed(missing)}."


def _groups(assessment: Assessment, known: Determinants) -> Iterator[OpenPoint]:
    named = {group for effect in assessment.effects for group in effect.groups} | set(assessment.not_touched)
    left = [one.title for slug, one in known.groups.items() if slug not in named and slug != "everyone"]
    if left:
        yield OpenPoint("groups", f"No effect speaks of: {'; '.join(left)}. Name each in an effect, or in not_touched.")
