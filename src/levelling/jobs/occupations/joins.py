"""From the tables of the figures to the catalogue: what joins, and a count of what does not."""

from collections.abc import Iterable

from levelling.atlas.occupations import OccupationRow, SkillRow, read_counts, read_isco, read_occupations, read_skills, read_soc
from levelling.atlas.store import Store
from levelling.jobs.occupations.catalogue import Catalogue, Loss, Occupation, Skill, rarity


def read(store: Store) -> Catalogue:
    """The catalogue that some figures hold."""
    skills = read_skills(store)
    rows = read_occupations(store)
    keys = [skill.key for skill in skills]
    soc = read_soc(store)
    whole = len(rows)
    return Catalogue(
        {row.key: _occupation(row, keys, soc.get(row.key, ())) for row in rows},
        {row.key: Skill(row.key, row.label, row.group, rarity(row.uses, whole), row.kind, row.marks) for row in skills},
        read_isco(store),
        _losses(rows, skills, read_counts(store), soc),
    )


def _occupation(row: OccupationRow, keys: list[str], soc: tuple[str, ...]) -> Occupation:
    essential = frozenset([keys[at] for at in row.essential])
    return Occupation(
        key=row.key,
        label=row.label,
        isco=row.isco,
        essential=essential,
        optional=frozenset([keys[at] for at in row.optional]) - essential,
        soc=soc,
        onet="",
        zone=None,
        risk=None,
        resists=None,
        risk_class="",
        activities=frozenset(),
        titles=row.titles,
        regulated=row.regulated,
    )


def _losses(
    rows: tuple[OccupationRow, ...], skills: tuple[SkillRow, ...], counts: dict[str, int], soc: dict[str, tuple[str, ...]]
) -> tuple[Loss, ...]:
    if not rows:
        return ()
    in_release = counts.get("skills in the release", len(skills))
    unaddressed = _count(not skill.addressed for skill in skills)
    links = sum(len(row.optional) for row in rows)
    found = [
        Loss("skills of the release stand in no occupation and are left out", in_release - len(skills), in_release),
        Loss("skills have no address here, so their key is made from the label", unaddressed, len(skills)),
        Loss("skills have no skill group here", _count(not skill.group for skill in skills), len(skills)),
        Loss("skills are not known to be knowledge or skill", _count(not skill.kind for skill in skills), len(skills)),
        Loss(
            "optional links are essential as well and count once", sum(len({*r.essential} & {*r.optional}) for r in rows), links
        ),
    ]
    if soc:
        found.append(Loss("occupations have no SOC 2020 unit group", _count(row.key not in soc for row in rows), len(rows)))
    return tuple(loss for loss in found if loss.count)


def _count(flags: Iterable[bool]) -> int:
    return sum(flags)
