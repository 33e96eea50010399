"""Which skills an advert asks for: those it names itself, beside those ESCO lists for its occupation."""

from dataclasses import dataclass

from levelling.jobs.occupations.catalogue import Occupation

NAME_SKILLS = "Name each in a few words, or by ESCO's name or key."
"""What to do about skills that are not known."""
_NONE = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Asked:
    """The skills an advert asks for.

    Attributes:
        essential: Those it cannot do without.
        optional: Those that help.
        said: Those of both that the advert itself names.
    """

    essential: frozenset[str]
    optional: frozenset[str]
    said: frozenset[str]


def asked_for(item: Occupation | None, named: frozenset[str], wished: frozenset[str], spoken: frozenset[str]) -> Asked:
    """Which skills an advert asks for.

    A list of its own stands as it is. A text alone is a poor list, since most adverts leave unsaid what all know of such work:
    what it speaks of adds to the occupation's skills. One that ESCO lists as optional becomes essential, any other is optional.
    Where the occupation is not known, what the text speaks of is all there is.

    Args:
        item: The occupation; `None` where not known.
        named: Skills of a list of its own.
        wished: Those it lists as wished for.
        spoken: Those its text speaks of.

    Example:
        >>> none = frozenset()
        >>> cook = Occupation("k", "cook", "5120", frozenset("ab"), frozenset("cd"), (), "", None, None, None, "", none)
        >>> asked = asked_for(cook, none, none, frozenset("acx"))
        >>> sorted(asked.essential), sorted(asked.optional), sorted(asked.said)
        (['a', 'b', 'c'], ['d', 'x'], ['a', 'c', 'x'])
    """
    usual, helpful = (item.essential, item.optional) if item else (_NONE, _NONE)
    if named:
        essential, optional = named, wished or helpful
    elif item:
        essential, optional = usual | (spoken & helpful), (wished or helpful) | spoken
    else:
        essential, optional = spoken, wished
    optional -= essential
    return Asked(essential, optional, (named | wished | spoken) & (essential | optional))
