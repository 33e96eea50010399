"""An assessment held against its place: what comes first, where the place is poor already, who must act, what is not finished."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from levelling.core.area import Area
from levelling.core.comparison import Comparison
from levelling.core.words import listed
from levelling.solutions.hiap.assessment import Amount, Assessment, Direction, Effect, Likelihood
from levelling.solutions.hiap.determinants import Determinants, determinants
from levelling.solutions.hiap.partners import Bodies, PartnerBody, bodies
from levelling.solutions.hiap.screening import Screened, screen
from levelling.solutions.hiap.unfinished import OpenPoint, unfinished

_DIRECTIONS = [Direction.WORSE, Direction.MIXED, Direction.CANNOT_TELL, Direction.BETTER, Direction.NONE, Direction.NOT_SAID]
_SIZES, _LIKELIHOODS = list(Amount), list(Likelihood)


@dataclass(frozen=True, slots=True)
class Hiap:
    """A health impact assessment, held against its place.

    Attributes:
        assessment: As its author wrote it.
        area: The place.
        known: The list it goes through.
        effects: The effects in order: harm before good, where the place is poor before elsewhere, then larger, then likelier.
        screened: How the place stands on every determinant, those it is poor on first.
        partners: The bodies that must act, with their boundaries.
        open: What is not answered yet; empty when it is finished.
    """

    assessment: Assessment
    area: Area
    known: Determinants
    effects: tuple[Effect, ...]
    screened: tuple[Screened, ...]
    partners: tuple[PartnerBody, ...]
    open: tuple[OpenPoint, ...]

    @property
    def finished(self) -> bool:
        """Whether nothing is left to answer."""
        return not self.open

    def stands(self, determinant: str) -> Screened:
        """How the place stands on a determinant."""
        return next(item for item in self.screened if item.determinant.slug == determinant)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it comes to, each to be read aloud."""
        told = [effect for effect in self.effects if effect.direction not in {Direction.NOT_SAID, Direction.NONE}]
        harm = [effect for effect in told if effect.direction in {Direction.WORSE, Direction.MIXED}]
        again = [effect for effect in harm if self.stands(effect.determinant).poor]
        good = [effect for effect in told if effect.direction is Direction.BETTER and self.stands(effect.determinant).poor]
        said = []
        if harm:
            said.append(f"It may do harm through {self._titles(harm)}.")
        elif told:
            said.append("Its author expects no harm.")
        if again:
            said.append(f"The place is already worse off on this: {self._titles(again)}. Look there first.")
        if good:
            said.append(f"It may do good where the place is worse off: {self._titles(good)}.")
        said.append("It is finished." if self.finished else "It is not finished: what is left to answer is listed.")
        return tuple(said)

    def _titles(self, effects: list[Effect]) -> str:
        return listed(list(dict.fromkeys(self.known.all[effect.determinant].title.lower() for effect in effects)))

    def records(self) -> list[dict[str, Any]]:
        """One record an effect, in order, then one for each point that is open. `record` tells which."""
        place = {
            "area": self.area.code,
            "name": self.area.name,
            "title": self.assessment.title,
            "scope": self.assessment.scope.value,
        }
        found = [{"record": "effect", **place, **self._effect(effect)} for effect in self.effects]
        return found + [{"record": "open", **place, "where": point.where, "what": point.what} for point in self.open]

    def _effect(self, effect: Effect) -> dict[str, Any]:
        stands = self.stands(effect.determinant)
        return {
            "determinant": effect.determinant,
            "groups": list(effect.groups),
            "direction": effect.direction.value or None,
            "size": effect.size.value or None,
            "likelihood": effect.likelihood.value or None,
            "lasting": effect.lasting.value or None,
            "people": effect.people,
            "why": effect.why,
            "standing": stands.standing,
            "screening": stands.sentence,
            "evidence": [
                {"finding": one.finding, "source": one.source, "address": one.address, "grade": one.grade}
                for one in effect.evidence
            ],
            "actions": [{"what": one.what, "who": one.who, "by": one.by} for one in effect.actions],
            "partners": list(stands.determinant.partners),
            "bodies": [one.overlap.area.name for one in self.partners if stands.determinant.title in one.determinants],
        }


def assess(atlas: Bodies, assessment: Assessment, area: Area, comparisons: Mapping[str, Comparison]) -> Hiap:
    """Hold an assessment against its place.

    Args:
        atlas: Where the bodies over the place are read.
        assessment: As its author wrote it.
        area: The place.
        comparisons: The place's figures against one comparator, by indicator, from chapter 1.
    """
    known = determinants()
    screened = screen(list(known.all.values()), comparisons)
    poor = {item.determinant.slug: item.poor for item in screened}
    ordered = sorted(assessment.effects, key=lambda effect: _order(effect, poor))
    touched = [effect for effect in assessment.effects if effect.direction not in {Direction.NONE, Direction.NOT_SAID}]
    slugs = dict.fromkeys(effect.determinant for effect in touched)
    wanted = [(partner, known.all[slug].title) for slug in slugs for partner in known.all[slug].partners]
    return Hiap(
        assessment=assessment,
        area=area,
        known=known,
        effects=tuple(ordered),
        screened=tuple(sorted(screened, key=lambda item: not item.poor)),
        partners=bodies(atlas, area, wanted),
        open=unfinished(assessment, known, screened),
    )


def _order(effect: Effect, poor: Mapping[str, bool]) -> tuple[int, bool, int, int]:
    return (
        _DIRECTIONS.index(effect.direction),
        not poor[effect.determinant],
        _SIZES.index(effect.size),
        _LIKELIHOODS.index(effect.likelihood),
    )
