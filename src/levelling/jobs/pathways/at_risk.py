"""Which of a place's jobs are at high risk of automation: where its people would need a way on first."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from levelling.atlas import Atlas
from levelling.core.area import Area
from levelling.jobs.occupations.catalogue import Catalogue, Occupation
from levelling.jobs.pathways.likeness import words_of
from levelling.jobs.pathways.local import presence
from levelling.jobs.pathways.paths import HIGH
from levelling.jobs.pathways.result import Presence


@dataclass(frozen=True, slots=True)
class AtRisk:
    """A unit group of SOC 2020 with people of the place in it, some or all of it at high risk.

    Attributes:
        soc: The unit group.
        title: Its title.
        people: How many of the place work in it: **modelled**, the people of its sub-major group shared out as they are in a
            sample of the whole country.
        share: Share of it at high risk, 0 to 1: by the job titles that it has in common with ISCO-08.
        group: What is published of its sub-major group.
        occupations: ESCO's occupations in it that are at high risk, those with a name like its title first.
    """

    soc: str
    title: str
    people: float
    share: float
    group: Presence
    occupations: tuple[Occupation, ...]

    @property
    def people_at_risk(self) -> float:
        """How many work in it and are at high risk, modelled."""
        return self.people * self.share


def at_risk(atlas: Atlas, catalogue: Catalogue, area: Area, *, top: int = 10) -> tuple[AtRisk, ...]:
    """The unit groups of a place with most people at high risk, most first.

    Groups whose number is withheld are left out; so is all of Northern Ireland, where the survey is not published by occupation.

    Args:
        atlas: The figures.
        catalogue: Occupations.
        area: The place.
        top: How many at most.
    """
    if not atlas.store.has("automation_groups"):
        return ()
    here = presence(atlas, area)
    rows = atlas.store.query("SELECT code, title, sub_major, share, isco, sample FROM automation_groups ORDER BY code")
    whole: dict[str, float] = defaultdict(float)
    for _, _, group, _, _, sample in rows:
        whole[group] += sample
    all_risky = risky(catalogue)
    found = []
    for code, title, group, share, isco, sample in rows:
        people = here[group].people if group in here else None
        if share and people and whole[group]:
            modelled = people * sample / whole[group]
            found.append(AtRisk(code, title, modelled, share, here[group], in_group(all_risky, code, title, isco.split(","))))
    found.sort(key=lambda one: (-one.people_at_risk, one.soc))
    return tuple(found[: max(0, top)])


def risky(catalogue: Catalogue) -> list[Occupation]:
    """Every occupation at high risk, by name."""
    found = (one for one in catalogue.occupations.values() if one.risk_class == HIGH)
    return sorted(found, key=lambda one: (one.label, one.key))


def in_group(at_risk: Sequence[Occupation], code: str, title: str, isco: Sequence[str]) -> tuple[Occupation, ...]:
    """The occupations at high risk in a unit group, those with a name like its title first.

    Those whose likeliest unit group it is; where there are none, those of the ISCO groups that its titles lead to.

    Args:
        at_risk: Every occupation at high risk.
        code: The unit group of SOC 2020.
        title: Its title.
        isco: ISCO groups that its titles lead to.
    """
    own = [one for one in at_risk if one.soc[:1] == (code,)] or [one for one in at_risk if one.isco in isco]
    words = words_of(title)
    return tuple(sorted(own, key=lambda one: (-len(words & words_of(one.label)), len(words_of(one.label)), one.label, one.key)))
