"""Text of adverts without its markup: tags, scripts and styles are thrown away, entities become signs."""

import re
from html import unescape

LONGEST = 20_000
"""Characters of a description that are read."""

_RAW = 400_000
_HIDDEN = re.compile(r"<\s*(script|style|template|noscript)\b.*?(?:<\s*/\s*\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_BREAK = re.compile(r"<\s*/?\s*(?:br|p|div|li|ul|ol|tr|h[1-6]|table|section)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def plain_text(text: str, longest: int = LONGEST) -> str:
    r"""A text as a reader sees it, cut to a length; lines are kept.

    Args:
        text: With markup or without.
        longest: Characters to keep.

    Example:
        >>> plain_text("<p>Nurse &amp; carer</p><script>alert('x')</script><br>£12 &lt; £13")
        'Nurse & carer\n£12 < £13'
    """
    if text.isascii() and text.isprintable() and "<" not in text and "&" not in text:
        return text.strip()[:longest]
    text = text[:_RAW]
    if "<" in text or "&" in text:
        if "&lt;" in text and "<" not in text:
            text = unescape(text)  # markup that was packed as text
        text = _COMMENT.sub(" ", _HIDDEN.sub(" ", text))
        text = unescape(_TAG.sub(" ", _BREAK.sub("\n", text)))
    text = _UNSEEN.sub("", text).replace("\u00a0", " ")
    return "\n".join(line for part in text.split("\n") if (line := part.strip()))[:longest]
