"""Text written by others, made safe to show: without markup, scripts, control characters and spreadsheet formulas."""

import re
from html import unescape

# Each pattern stops at the next bracket, so that a text of unclosed tags takes no longer than any other.
_NOT_SHOWN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template|iframe|object|noscript|svg|math)\b[^<>]*>.*?(?:</\1\b[^<>]*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_IN_LINE = re.compile(r"</?(?:a|abbr|b|code|em|font|i|mark|q|s|small|span|strong|sub|sup|u)\b[^<>]*>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
_UNCLOSED = re.compile(r"<(?=[a-zA-Z/!?])")
# Controls, marks that turn the direction of writing, and halves of characters that no file can hold.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+")
_TAG = re.compile(r"<[a-zA-Z/!?]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_FORMULA = re.compile(r"^[=+@\-\s]+(?=\S)")


def without_markup(text: str) -> tuple[str, bool]:
    """The words of a text that may hold HTML, on one line, and whether it held any.

    Scripts and styles go with all they hold; other tags go and their words stay; entities become characters. What is left is
    plain text: whoever shows it must still escape it.

    Example:
        >>> without_markup("<p>Help with <b>debt</b> &amp; rent</p><script>alert(1)</script>")
        ('Help with debt & rent', True)
        >>> without_markup("For people with < £100 a week")
        ('For people with < £100 a week', False)
    """
    found = False
    if _TAG.search(text) or _ENTITY.search(text):
        found = True
        # Twice, since some publishers escape their HTML before they send it: `&lt;b&gt;`.
        text = _stripped(_stripped(text)) if "&lt;" in text else _stripped(text)
    return " ".join(_UNSEEN.sub(" ", text).split()), found


def _stripped(text: str) -> str:
    text = _NOT_SHOWN.sub(" ", text)
    # A tag within a line parts no words: `h<sub>2</sub>o`. Any other does.
    text = _ANY_TAG.sub(" ", _IN_LINE.sub("", text))
    return unescape(_UNCLOSED.sub(" ", text))


def without_formula(text: str) -> tuple[str, bool]:
    """A name without signs at its beginning that a spreadsheet would run, and whether there were any.

    Example:
        >>> without_formula("=HYPERLINK(1)"), without_formula("Step Forward")
        (('HYPERLINK(1)', True), ('Step Forward', False))
    """
    kept = _FORMULA.sub("", text)
    return kept, kept != text
