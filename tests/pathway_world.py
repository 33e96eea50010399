"""A small country of occupations for tests of pathways, and a plain reference for likeness: no arrays, one pair at a time."""

from collections.abc import Iterable

from levelling.jobs.occupations.catalogue import Catalogue, Occupation, Skill
from levelling.jobs.pathways.likeness import UNKNOWN, activity_weights, weight, word_weights, words_of
from levelling.jobs.pathways.rules import Rules


def skill(key: str, rarity: float = 1.0, label: str = "", group: str = "") -> Skill:
    return Skill(key, label or key, group, rarity)


def job(
    key: str,
    essential: str = "",
    optional: str = "",
    *,
    isco: str = "",
    soc: str = "",
    zone: int | None = None,
    risk: tuple[float, float, str] | None = None,
    activities: str = "",
) -> Occupation:
    measure, resists, kind = risk or (None, None, "")
    return Occupation(
        key=key,
        label=key,
        isco=isco or f"{abs(hash_of(key)) % 9000 + 1000}",
        essential=frozenset(essential.split()),
        optional=frozenset(optional.split()),
        soc=tuple(soc.split()),
        onet="",
        zone=zone,
        risk=measure,
        resists=resists,
        risk_class=kind,
        activities=frozenset(activities.split()),
    )


def hash_of(text: str) -> int:
    """A number that hangs on the letters alone: Python's own differs from run to run."""
    return sum(place * ord(letter) for place, letter in enumerate(text, 1))


def catalogue(jobs: Iterable[Occupation], skills: Iterable[Skill]) -> Catalogue:
    return Catalogue({one.key: one for one in jobs}, {one.key: one for one in skills})


def plain(known: Catalogue, rules: Rules, origin: str, destination: str) -> tuple[int, int, int, int]:
    """Likeness, then its three parts, of one pair, in hundredths of a point."""
    here, there = known.occupations[origin], known.occupations[destination]
    essential = _share(known, rules, here.essential, there.essential)
    every = _share(known, rules, here.essential | here.optional, there.essential)
    done = activity_weights(known.occupations[key].activities for key in sorted(known.occupations))
    activities = UNKNOWN
    if here.activities and there.activities:
        both = sum(done[one] for one in here.activities & there.activities)
        activities = 10_000 * both // sum(done[one] for one in there.activities)
    parts = [(rules.essential, essential), (rules.every, every), (rules.activities, activities)]
    told = [(heavy, part) for heavy, part in parts if part != UNKNOWN]
    most = sum(heavy for heavy, _ in told)
    return sum(heavy * part for heavy, part in told) // max(most, 1), essential, every, activities


def _share(known: Catalogue, rules: Rules, held: frozenset[str], asked: frozenset[str]) -> int:
    if not asked:
        return UNKNOWN
    heavy = {key: weight(known.skills[key].rarity) for key in asked}
    return 100 * sum(heavy[key] * _credit(known, rules, held, key) for key in asked) // sum(heavy.values())


def _credit(known: Catalogue, rules: Rules, held: frozenset[str], key: str) -> int:
    if key in held:
        return 100
    wanted = known.skills[key]
    words = word_weights([words_of(known.skills[one].label) for one in sorted(known.skills)])
    grouped = any(wanted.group and known.skills[one].group == wanted.group for one in held)
    kin = False
    for one in held:
        mine, theirs = words_of(known.skills[one].label), words_of(wanted.label)
        common, either = sum(words[word] for word in mine & theirs), sum(words[word] for word in mine | theirs)
        kin = kin or 100 * common // max(either, 1) >= rules.words
    return max(rules.grouped if grouped else 0, rules.kindred if kin else 0)
