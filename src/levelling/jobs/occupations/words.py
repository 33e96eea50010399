"""Words of titles and texts as they are compared: small letters, no accents, singular, one spelling."""

import html
import re
import unicodedata
from functools import lru_cache

_TOKEN = re.compile(r"[a-z0-9]+[+#]*")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
# Each begins with the sign it is about, so that it is looked for only where that stands.
_OWNED = re.compile(r"'(?:s\b|(?<=s')(?!\w))")
_FIRSTS = (
    "co",
    "re",
    "pre",
    "sub",
    "multi",
    "bio",
    "micro",
    "tele",
    "post",
    "non",
    "anti",
    "inter",
    "semi",
    "under",
    "over",
    "e",
)
_JOINED = re.compile(r"-(?=[a-z])(?:" + "|".join(rf"(?<=\b{first}-)" for first in _FIRSTS) + ")")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,12}[a-z]?")
_SIGNS = {"’": "'", "‘": "'", "ʼ": "'", "&": " and ", "‐": "-", "‑": "-"}
_SENTENCE = re.compile(r"[;:!?•·▪●*|\n\r\t]|\.(?=\s|\Z|[a-z]{3})|\s[-–—]+\s")
_ROOT_ENDINGS = (("ement", 4), ("ment", 4), ("ation", 4), ("ition", 4), ("ing", 3), ("ion", 4), ("ate", 4), ("ed", 3), ("e", 3))
_ENDINGS = ("sses", "xes", "ches", "shes", "zes")

BETWEEN = frozenset(["of", "in", "for", "with", "to", "at", "and", "on", "by", "from", "or", "as", "who", "under"])
"""Words that end the part of a title that names the worker: 'consultant in medicine', 'head of sales'."""
EMPTY = BETWEEN | frozenset(["the", "a", "an", "our", "your", "you", "we", "is", "are", "be", "all", "its", "this"])
"""Words that tell nothing."""


def plain(text: str) -> str:
    """A text in small letters, without accents, character references and the marks inside words.

    Example:
        >>> plain("Children&#39;s Co-ordinator (A.N.P.) &amp; crèche")
        'children coordinator (anp)  and  creche'
    """
    text = html.unescape(html.unescape(text))
    for sign, stands_for in _SIGNS.items():
        text = text.replace(sign, stands_for)
    text = text.casefold()
    if not text.isascii():
        text = _FOREIGN.sub(_bare, unicodedata.normalize("NFKD", text))
    text = _JOINED.sub("", _OWNED.sub("", text))
    return _DOTTED.sub(lambda found: found.group().replace(".", ""), text)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A word in the singular, and the same for a man, a woman and a person. Light on purpose: 'nursing' stays what it is.

    Example:
        >>> [stem(word) for word in ("nurses", "secretaries", "saleswoman", "salespersons", "business", "draughtsmen")]
        ['nurse', 'secretary', 'salesman', 'salesman', 'business', 'draughtsman']
    """
    long = len(word)
    if long > 4 and word.endswith("ies"):
        word = f"{word[:-3]}y"
    elif long > 4 and word.endswith(_ENDINGS):
        word = word[:-2]
    elif long > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("person", "woman", "women", "men"):
        if word.endswith(ending) and len(word) >= len(ending) + (3 if ending == "men" else 2):
            return f"{word.removesuffix(ending)}man"
    return word


def tokens(text: str) -> list[str]:
    """The words of a text that is plain already, each in the singular.

    Example:
        >>> tokens("c++ developers, 3d and c#")
        ['c++', 'developer', '3d', 'and', 'c#']
    """
    return [stem(word) for word in _TOKEN.findall(text)]


@lru_cache(maxsize=65_536)
def root(word: str) -> str:
    """What a verb, its noun and its '-ing' have in common: 'manage', 'managing', 'management'. For texts, not for titles.

    Example:
        >>> [root(word) for word in ("manage", "managing", "management", "planned", "clean", "cleaning", "assessment", "team")]
        ['manag', 'manag', 'manag', 'plan', 'clean', 'clean', 'assess', 'team']
    """
    for ending, least in _ROOT_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word.removesuffix(ending)
            if ending in {"ing", "ed"} and len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    return word


def forget() -> None:
    """Words that were met are forgotten: what people write of themselves stays no longer in memory than the question asked."""
    stem.cache_clear()
    root.cache_clear()


def sentences(text: str) -> list[str]:
    """The sentences and list items of a plain text.

    Example:
        >>> sentences("greet guests; answer calls. work at night")
        ['greet guests', ' answer calls', ' work at night']
    """
    return [part for part in _SENTENCE.split(text) if part.strip()]


def _bare(letter: re.Match[str]) -> str:
    return "" if unicodedata.combining(letter[0]) else letter[0]
