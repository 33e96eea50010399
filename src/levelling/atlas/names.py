"""Names of places made comparable: case, accents, punctuation and the words councils wrap around a name do not matter."""

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

from levelling.core.area import Level

LONGEST_NAME = 200
_TO_SPACE = '-–—_,.;:()[]{}/\\|"!?*#+@%~<>=\u00a0'
_TO_NOTHING = "'`\u2018\u2019\u00b4\u00ad"
_MARKS = {ord(mark): " " for mark in _TO_SPACE} | {ord(mark): None for mark in _TO_NOTHING}
_WRAPPING = frozenset(
    {
        *(
            "and",
            "of",
            "the",
            "to",
            "city",
            "county",
            "borough",
            "boro",
            "district",
            "royal",
            "metropolitan",
            "unitary",
            "ua",
            "upper",
        ),
        *(
            "authority",
            "council",
            "corporation",
            "combined",
            "mayoral",
            "strategic",
            "ca",
            "cc",
            "cca",
            "mbc",
            "mca",
            "mdc",
            "gov",
            "uk",
        ),
        *(
            "nhs",
            "integrated",
            "care",
            "system",
            "board",
            "icb",
            "ics",
            "icp",
            "clinical",
            "commissioning",
            "group",
            "ccg",
            "trust",
        ),
        *("health", "social", "sustainability", "transformation", "partnership", "stp", "local", "enterprise", "lep"),
        *("skills", "improvement", "plan", "lsip"),
        *("police", "force", "fire", "rescue", "service", "services", "travel", "work", "ttwa"),
    }
)
_LAST_WORDS = {
    "region": Level.REGION,
    "combined authority": Level.CAUTH,
    "combined county authority": Level.CAUTH,
    "mayoral combined authority": Level.CAUTH,
    "mayoral combined county authority": Level.CAUTH,
    "strategic authority": Level.CAUTH,
    "ca": Level.CAUTH,
    "cca": Level.CAUTH,
    "mca": Level.CAUTH,
    "icb": Level.ICB,
    "integrated care board": Level.ICB,
    "ccg": Level.CCG,
    "clinical commissioning group": Level.CCG,
    "stp": Level.STP,
    "lep": Level.LEP,
    "local enterprise partnership": Level.LEP,
    "lsip": Level.LSIP,
    "ttwa": Level.TTWA,
    "travel to work area": Level.TTWA,
    "health board": Level.HEALTH_BOARD,
    "health and social care trust": Level.HEALTH_BOARD,
    "police": Level.POLICE,
    "constabulary": Level.POLICE,
    "police force area": Level.POLICE,
    "fire and rescue": Level.FIRE,
    "fire and rescue service": Level.FIRE,
    "fire and rescue authority": Level.FIRE,
    "itl1": Level.ITL1,
    "itl2": Level.ITL2,
    "itl3": Level.ITL3,
}
_LEVEL_WORDS = (
    _LAST_WORDS
    | {word: level for level in Level for word in (level.value.replace("-", " "), level.words.lower().replace("-", " "))}
    | {
        "country": Level.NATION,
        "council": Level.LAD,
        "district": Level.LAD,
        "borough": Level.LAD,
        "unitary": Level.LAD,
        "la": Level.LAD,
    }
    | {
        "fire": Level.FIRE,
        "trust": Level.HEALTH_BOARD,
        "county council": Level.COUNTY,
        "itl 1": Level.ITL1,
        "itl 2": Level.ITL2,
        "itl 3": Level.ITL3,
    }
)


def plain(name: str) -> str:
    """The name in lower case, without accents or punctuation, with `&` as `and`: two spellings of one name become equal.

    Example:
        >>> plain("Ynys Môn"), plain("Bath & North-East Somerset"), plain("King's Lynn")
        ('ynys mon', 'bath and north east somerset', 'kings lynn')
    """
    text = name[:LONGEST_NAME].casefold()
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(text.replace("&", " and ").translate(_MARKS).split())


def bare(name: str) -> str:
    """What is left of a plain name without the words bodies wrap around it: council, city of, borough, NHS, combined authority.

    Empty where nothing would be left.

    Example:
        >>> bare("City of Bradford Metropolitan District Council"), bare("Bristol, City of")
        ('bradford', 'bristol')
        >>> bare("NHS Cheshire and Merseyside Integrated Care Board")
        'cheshire merseyside'
    """
    return " ".join(word for word in plain(name).split() if word not in _WRAPPING)


def split_level(text: str) -> tuple[str, Level | None]:
    """A name and the level asked for with it, in brackets or as the last words; `None` where none is.

    Example:
        >>> split_level("North East (region)")
        ('North East', <Level.REGION: 'region'>)
        >>> split_level("Tees Valley Combined Authority")
        ('Tees Valley', <Level.CAUTH: 'cauth'>)
        >>> split_level("Hartlepool")
        ('Hartlepool', None)
    """
    name, bracket, rest = text.strip().rpartition("(")
    if bracket and rest.endswith(")"):
        level = _LEVEL_WORDS.get(plain(rest))
        return (name.strip(), level) if level and name.strip() else (text, None)
    words = text.split()
    for count in (4, 3, 2, 1):
        if count < len(words) and (level := _LAST_WORDS.get(plain(" ".join(words[-count:])))):
            return " ".join(words[:-count]), level
    return text, None


def nearest(asked: str, names: Iterable[str], count: int = 5) -> list[str]:
    """The plain names most like a misspelt one, best first; empty where none is like it.

    Args:
        asked: What was typed.
        names: Plain names to choose from.
        count: How many to give at most.

    Example:
        >>> nearest("Hartlepol", ["hartlepool", "harlow", "darlington"])
        ['hartlepool']
    """
    wanted = plain(asked)
    if len(wanted) < 3:
        return []
    names = list(names)
    begun = [name for name in names if name.startswith(f"{wanted} ")]
    pairs = _pairs(wanted)
    likeness = ((_dice(pairs, _pairs(name)), name) for name in names)
    shortlist = sorted((one for one in likeness if one[0] > 0.25), reverse=True)[:40]
    scored = [(SequenceMatcher(None, wanted, name).ratio(), name) for _, name in shortlist]
    best = max((score for score, _ in scored), default=0.0)
    near = [(score, name) for score, name in scored if score >= max(0.68, best - 0.12)]
    ranked = [name for _, name in sorted(near, key=lambda one: (-one[0], one[1]))]
    return list(dict.fromkeys([*sorted(begun, key=len), *ranked]))[:count]


def _pairs(name: str) -> set[str]:
    padded = f" {name} "
    return {padded[start : start + 2] for start in range(len(padded) - 1)}


def _dice(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
