"""Names of places made comparable: case, accents, punctuation and the words councils wrap around a name do not matter."""

import unicodedata

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
        *("police", "force", "fire", "rescue", "service", "services", "travel", "work", "ttwa"),
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
