"""Which skills an advert asks for: those it names itself, beside those ESCO lists for its occupation; and which are not known."""

from dataclasses import dataclass

from levelling.jobs.occupations.advert_words import advert_words
from levelling.jobs.occupations.catalogue import Occupation

_NONE = frozenset[str]()


@dataclass(frozen=True, slots=True)
class SkillsAsked:
    """The skills an advert asks for.

    Attributes:
        essential: Those it cannot do without.
        optional: Those that help.
        said: Those of both that the advert itself names.
    """

    essential: frozenset[str]
    optional: frozenset[str]
    said: frozenset[str]


def skills_asked(item: Occupation | None, named: frozenset[str], wished: frozenset[str], spoken: frozenset[str]) -> SkillsAsked:
    """Which skills an advert asks for.

    A list of its own stands as it is. A text alone is a poor list, since most adverts leave unsaid what all know of such work:
    what it speaks of adds to the occupation's skills. One that ESCO lists as optional becomes essential, any other is optional.
    Where the occupation is not known, what the text speaks of is all there is; where that is little, nobody is judged by it.

    Args:
        item: The occupation; `None` where not known.
        named: Skills of a list of its own.
        wished: Those it lists as wished for.
        spoken: Those its text speaks of.

    Example:
        >>> none = frozenset()
        >>> cook = Occupation("k", "cook", "5120", frozenset("ab"), frozenset("cd"), (), "", None, None, None, "", none)
        >>> asked = skills_asked(cook, none, none, frozenset("acx"))
        >>> sorted(asked.essential), sorted(asked.optional), sorted(asked.said)
        (['a', 'b', 'c'], ['d', 'x'], ['a', 'c', 'x'])
    """
    usual, helpful = (item.essential, item.optional) if item else (_NONE, _NONE)
    if named:
        essential, optional = named, wished or helpful
    elif item:
        essential, optional = usual | (spoken & helpful), (wished or helpful) | spoken
    else:
        essential, optional = (spoken if len(spoken) >= advert_words().few else _NONE), wished
    optional -= essential
    return SkillsAsked(essential, optional, (named | wished | spoken) & (essential | optional))


def not_known(lost: int, of: int) -> tuple[str, str]:
    """That some entries of a list of skills mean none that is known, and what to do about it.

    Example:
        >>> " - ".join(not_known(1, 3))
        "1 of 3 mean no skill that is known - Name each in a few words, or by ESCO's name or key."
    """
    return f"{lost} of {of} mean no skill that is known", "Name each in a few words, or by ESCO's name or key."
