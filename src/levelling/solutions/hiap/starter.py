"""The file an author begins with: every question of the list, and how the place stands on each."""

import json
from collections.abc import Iterator, Sequence

from levelling.core.area import Area
from levelling.core.words import listed
from levelling.solutions.hiap.assessment import Amount, Direction, Lasting, Likelihood, Scope
from levelling.solutions.hiap.determinants import Determinants
from levelling.solutions.hiap.screening import Screened

_FIELD = {Scope.STRATEGIC: "policy_areas = []", Scope.PROGRAMME: 'service = ""', Scope.PROCESS: 'mechanism = ""'}
_ASKS = {
    Scope.STRATEGIC: "The policies and departments that bear on the issue.",
    Scope.PROGRAMME: "The service.",
    Scope.PROCESS: "How departments will work together from now on.",
}


def starter(area: Area, scope: Scope, known: Determinants, screened: Sequence[Screened]) -> str:
    """A TOML file with every question of the list, ready to be answered; it reads without a fault as it stands.

    Args:
        area: The place.
        scope: Strategic, programme or process.
        known: The list.
        screened: How the place stands, written beside each question.
    """
    return "\n".join(_lines(area, scope, known, screened)) + "\n"


def _lines(area: Area, scope: Scope, known: Determinants, screened: Sequence[Screened]) -> Iterator[str]:
    yield f"# A health impact assessment for {area.name}. Answer each question: 'none', with a reason, is an answer."
    yield "# See what is left at any time with: levelling hiap THIS-FILE"
    yield ""
    yield 'title = "What is assessed"'
    yield f"scope = {json.dumps(scope.value)}  # {_choices([item.value for item in Scope])}"
    yield f"area = {json.dumps(area.code)}  # {area.name}"
    yield 'date = ""  # such as 2026-11'
    yield 'author = ""'
    yield 'about = ""  # what the policy does, in a sentence or two'
    yield f"{_FIELD[scope]}  # {_ASKS[scope]}"
    yield "not_touched = []  # groups thought of that are touched no otherwise than everyone"
    yield ""
    yield f"# direction: {_choices([item.value for item in Direction])}"
    yield f"# size: {_choices([item.value for item in Amount])}"
    yield f"# likelihood: {_choices([item.value for item in Likelihood])}"
    yield f"# lasting: {_choices([item.value for item in Lasting])} (within a year, within five, longer)"
    yield f"# groups: {', '.join(known.groups)}"
    yield "# evidence, one table each:  [[effect.evidence]]  with  parameter = ...  or  finding, source, address, grade (A to E)"
    yield "# action, one table each:    [[effect.action]]    with  what, who, by"
    for item in screened:
        one = item.determinant
        yield ""
        yield f"# {one.title}. {one.question}"
        yield f"# Here: {item.sentence}"
        yield "[[effect]]"
        yield f"determinant = {json.dumps(one.slug)}"
        yield "groups = []"
        yield from (f'{field} = ""' for field in ("direction", "size", "likelihood", "lasting", "why"))


def _choices(words: Sequence[str]) -> str:
    return listed([word for word in words if word], "or")
