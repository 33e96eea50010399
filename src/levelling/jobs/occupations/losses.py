"""What did not join between ESCO, the UK's occupations, Nesta's and O*NET's, in words and counts."""

from collections.abc import Iterator, Mapping, Sequence

from levelling.atlas.occupations import OccupationRow, SkillRow
from levelling.atlas.onet import NestaRow, OnetRow
from levelling.jobs.occupations.catalogue import Loss, Occupation


def losses_of(
    rows: Sequence[OccupationRow],
    skills: Sequence[SkillRow],
    counts: Mapping[str, int],
    occupations: Mapping[str, Occupation],
    nesta: Mapping[str, NestaRow],
    onet: Mapping[str, OnetRow],
    moves: Mapping[str, str],
) -> tuple[Loss, ...]:
    """Every loss that is not nought: within ESCO first, then of each join."""
    found = [*_within(rows, skills, counts), *_of_joins(occupations), *_of_nesta(occupations, nesta, onet, moves)]
    return tuple(loss for loss in found if loss.count)


def _within(rows: Sequence[OccupationRow], skills: Sequence[SkillRow], counts: Mapping[str, int]) -> Iterator[Loss]:
    whole, in_release = len(skills), counts.get("skills in the release", len(skills))
    yield Loss("skills of the release stand in no occupation and are left out", in_release - whole, in_release)
    unaddressed = sum(not skill.addressed for skill in skills)
    yield Loss("skills have no address here, so their key is made from the label", unaddressed, whole)
    yield Loss("skills have no skill group here", sum(not skill.group for skill in skills), whole)
    yield Loss("skills are not known to be knowledge or skill", sum(not skill.kind for skill in skills), whole)
    twice = sum(len({*row.essential} & {*row.optional}) for row in rows)
    yield Loss("optional links are essential as well and count once", twice, sum(len(row.optional) for row in rows))


def _of_joins(occupations: Mapping[str, Occupation]) -> Iterator[Loss]:
    items, whole = list(occupations.values()), len(occupations)
    if any(item.soc for item in items):
        yield Loss("occupations have no SOC 2020 unit group", sum(not item.soc for item in items), whole)
    unscored = [item for item in items if item.risk is None]
    if len(unscored) < whole:
        yield Loss("occupations have no risk of automation", len(unscored), whole)
        below = sum(_scored_above(item, occupations) for item in unscored)
        yield Loss("occupations without a risk are a narrower kind of one that has a risk", below, len(unscored))
    joined = [item for item in items if item.onet]
    if joined:
        yield Loss("occupations have no O*NET occupation", whole - len(joined), whole)
        unzoned = sum(item.zone is None for item in joined)
        yield Loss("occupations joined to O*NET have no job zone and no activities there", unzoned, len(joined))


def _of_nesta(
    occupations: Mapping[str, Occupation],
    nesta: Mapping[str, NestaRow],
    onet: Mapping[str, OnetRow],
    moves: Mapping[str, str],
) -> Iterator[Loss]:
    gone = sum(key not in occupations for key in nesta)
    yield Loss("occupations that Nesta placed (ESCO 1.0.3) are no longer in ESCO", gone, len(nesta))
    scored = [key for key, row in nesta.items() if row.risk is not None]
    yield Loss("occupations that Nesta scored are no longer in ESCO", sum(key not in occupations for key in scored), len(scored))
    kept = [(occupations[key].isco, row.isco) for key, row in nesta.items() if key in occupations]
    moved = sum(now != then for now, then in kept)
    yield Loss("occupations that Nesta placed lie in another ISCO unit group since", moved, len(kept))
    codes = {row.onet for row in nesta.values() if row.onet} if onet else set()
    led = {code for code in codes if code in moves and moves[code] in onet}
    yield Loss("O*NET codes of 2010 that Nesta used are no more, and were led on to those of 2019", len(led), len(codes))
    yield Loss("O*NET codes that Nesta used lead nowhere", len(codes - onet.keys() - led), len(codes))


def _scored_above(item: Occupation, occupations: Mapping[str, Occupation]) -> bool:
    while item.parent:
        item = occupations[item.parent]
        if item.risk is not None:
            return True
    return False
