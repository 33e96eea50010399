"""What a health impact assessment still has to answer, in small cases."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelling.core.area import Area, Level, Overlap
from levelling.solutions.hiap import Assessment, Direction, Effect, Scope, assess, determinants
from levelling.solutions.hiap.assessment import Action, Amount, Evidence, Lasting, Likelihood
from levelling.solutions.hiap.unfinished import unfinished

PLACE = Area("E06000001", "Hartlepool", Level.LAD, "E")
BOARD = Area("E54000050", "A board", Level.ICB, "E")
EVERYONE = tuple(slug for slug in determinants().groups if slug != "everyone")
EFFECT = Effect(
    determinant="work",
    groups=("carers",),
    direction=Direction.BETTER,
    size=Amount.SMALL,
    likelihood=Likelihood.PROBABLE,
    lasting=Lasting.SHORT,
    people=None,
    why="It was so elsewhere.",
    evidence=(Evidence("More worked", "A trial", "", "A"),),
    actions=(),
)
WHOLE = Assessment(
    title="Advice",
    scope=Scope.PROGRAMME,
    area="Hartlepool",
    date="2026-11",
    author="A team",
    about="Advice for carers.",
    policy_areas=(),
    service="Advice",
    mechanism="",
    not_touched=EVERYONE,
    effects=(
        EFFECT,
        *(replace(EFFECT, determinant=slug, direction=Direction.NONE) for slug in determinants().all if slug != "work"),
    ),
)


class Around:
    """A board that holds all of the place, which is a tenth of it."""

    def overlaps(self, area: Area, level: Level | None = None) -> list[Overlap]:
        return [Overlap(BOARD, 100, 1.0, 0.1)] if level is Level.ICB else []


def left(assessment: Assessment) -> list[str]:
    return [point.what for point in unfinished(assessment, determinants(), ())]


def with_work(**changes: object) -> Assessment:
    return replace(WHOLE, effects=(replace(EFFECT, **changes), *WHOLE.effects[1:]))  # type: ignore[arg-type]


def test_a_whole_one_is_finished() -> None:
    assert left(WHOLE) == []
    found = assess(Around(), WHOLE, PLACE, {})
    assert found.finished
    assert found.sentences == ("Its author expects no harm.", "It is finished.")


@pytest.mark.parametrize(
    ("assessment", "said"),
    [
        (replace(WHOLE, author=""), "Nothing is said: say who made it."),
        (replace(WHOLE, service=""), "A programme assessment needs it: name the service."),
        (
            replace(WHOLE, scope=Scope.PROCESS),
            "A process assessment needs it: say how departments will work together from now on.",
        ),
        (with_work(why=""), "The reason is not given."),
        (with_work(groups=()), "It is not said whom it touches."),
        (with_work(size=Amount.NOT_SAID), "Its size is not said; 'cannot tell' is an answer for size."),
        (with_work(evidence=()), "It rests on no evidence: give a parameter, or a finding with source and grade."),
        (with_work(direction=Direction.WORSE), "It does harm, and nothing is done about it."),
        (with_work(direction=Direction.CANNOT_TELL), "The direction cannot be told: say what would find out."),
        (with_work(actions=(Action("Ask", "", ""),)), "The action 'Ask' does not say who does it and by when."),
        (replace(WHOLE, not_touched=EVERYONE[:-1]), "No effect speaks of: People who have served in the armed forces."),
    ],
)
def test_what_is_missing_is_told_and_nothing_else(assessment: Assessment, said: str) -> None:
    [only] = left(assessment)
    assert only.startswith(said)


@given(st.permutations(WHOLE.effects))
def test_the_order_in_the_file_changes_nothing(effects: list[Effect]) -> None:
    first = assess(Around(), WHOLE, PLACE, {})
    found = assess(Around(), replace(WHOLE, effects=tuple(effects)), PLACE, {})
    assert found.effects[0] == first.effects[0] == EFFECT
    assert found.sentences == first.sentences


def test_a_body_that_serves_others_too_crosses_the_boundary() -> None:
    found = assess(Around(), with_work(determinant="housing"), PLACE, {})  # the NHS is a partner for housing
    [body] = found.partners
    assert (body.partner, body.crosses, body.determinants) == ("NHS", True, ("Housing",))
