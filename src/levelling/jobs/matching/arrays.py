"""People and vacancies as arrays: what the kernel reads, one row each."""

from typing import Any, NamedTuple

Array = Any
"""A NumPy array; this module is read where NumPy is not loaded."""
NO_LIMIT = 2**31 - 1
"""Most hours of those who set no limit."""


class People(NamedTuple):
    """People, one row each; lists of each row lie one after another, with where each begins.

    Attributes:
        xyz: Float64 `[n, 3]`: where they live, on a sphere of radius 1; not a number where unknown.
        reach: Float64: kilometres they can travel one way; -1 for those whom only work from home will do.
        skill_start: Int64 `[n + 1]`: where the skills of each row begin.
        skill: Int32: skills by number, each once for a person.
        occupation_start: Int64 `[n + 1]`.
        occupation: Int32: occupations by number, wanted or done.
        counts: Int32: how much each counts, out of 100 (wanted 100, done less).
        level: Int16: qualification; -1 where unknown.
        hours: Int32 `[n, 2]`: least and most tenths of an hour a week; 0 and `NO_LIMIT` where they set none.
        times: Int32: a bit for each slot of the week they can work; -1 for any.
        floor: Int32: least pay of their own in pence an hour; 0 where they set none. The law's minimum is in `Vacancies.open`.
        licences: Int64: a bit for each licence they hold.
        limits: Int64: a bit for each demand the work must not make.
        furthest: Int8: 1 for those furthest from work.
        rank: Int32: place of the id in the order of all ids.
    """

    xyz: Array
    reach: Array
    skill_start: Array
    skill: Array
    occupation_start: Array
    occupation: Array
    counts: Array
    level: Array
    hours: Array
    times: Array
    floor: Array
    licences: Array
    limits: Array
    furthest: Array
    rank: Array


class Vacancies(NamedTuple):
    """Vacancies, one row each, and the kinds they fall into. What is not stated is told by the value given for it.

    A kind is what fit hangs on: a profile (skills and occupation) and a level. Kinds of one profile have numbers that follow one
    another.

    Attributes:
        xyz: Float64 `[n, 3]`; not a number where the place is unknown.
        remote: Int8: 1 for work from home.
        open: Int8: 1 where it may be proposed on the day: not closed, and paid what the law asks for.
        kind: Int32: the number of its kind.
        profile: Int32: of each kind, its profile.
        level: Int16: of each kind, the level asked for, stated or usual; -1 where none is.
        skill_start: Int64 `[profiles + 1]`: where the skills of each profile begin.
        skill: Int32: skills of profiles, by number.
        doubled: Int8: 2 for an essential skill, 1 for an optional one.
        total: Int32: of each profile, the weight of all its skills together; 0 where it has none.
        occupation: Int32: of each profile; -1 where unknown.
        hours: Int32 `[n, 2]`: tenths of an hour a week; -1 where not stated.
        times: Int32: slots it needs; 0 where not stated.
        pay: Int32: the most it pays in pence an hour; -1 where no employer stated it.
        licences: Int64.
        demands: Int64.
        quality: Int32: 0 to 100: what the advert shows.
        rank: Int32: place of the id in the order of all ids.
    """

    xyz: Array
    remote: Array
    open: Array
    kind: Array
    profile: Array
    level: Array
    skill_start: Array
    skill: Array
    doubled: Array
    total: Array
    occupation: Array
    hours: Array
    times: Array
    pay: Array
    licences: Array
    demands: Array
    quality: Array
    rank: Array


class Rules(NamedTuple):
    """What fit is worked out with, in whole numbers.

    Attributes:
        weight: Int32: by skill, how telling it is (100 times its rarity, rounded).
        unit: Int32: by occupation, its ISCO unit group (four digits).
        parts: Int64: weights of skills, occupation and qualification; they add up to 100.
        likeness: Int64: same occupation, same unit group, same minor group.
        levels: Int64: points for being 0, 1, 2 levels short; further short is nothing.
        level_unknown: Points where a person's level is unknown and the vacancy asks for one.
        least: Points below which nothing is proposed.
        drop_unknown: Whether what is not stated excludes, where the person has a limit on it.
    """

    weight: Array
    unit: Array
    parts: Array
    likeness: Array
    levels: Array
    level_unknown: int
    least: int
    drop_unknown: bool
