"""How people come into an occupation, as facts: read by rule from what the publisher says of each unit group, never carried over.

Each sentence is held against patterns, one for each fact. A fact is `usual` where a sentence says it without reserve, and `some`
where it is hedged ('may', 'for some posts', 'an advantage', 'or relevant experience') or merely there to be taken up.
"""

import re
from enum import StrEnum

from levelling.atlas.uk_occupations import Fact


class Said(StrEnum):
    """How firmly it is said."""

    USUAL = "usual"
    SOME = "some"


_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z])")
_HEDGED = re.compile(
    r"\b(may|might|some|sometimes|possible|possibly|advantage|advantageous|available|can be|could|certain|either|alternatively"
    r"|and/or|or relevant (work )?experience|accelerated|larger (companies|chains)|depend\w*|expect\w*|preferred"
    r"|trainee schemes|whether"
    r"|variety of)\b",
    re.IGNORECASE,
)
_TYPICAL = re.compile(r"\b(typically|usually|generally|normally|most common\w*|required|must)\b", re.IGNORECASE)
_PATTERNS = {
    Fact.DEGREE: re.compile(r"\b(degrees?|graduates?|postgraduate|qualified teacher|Masters)\b", re.IGNORECASE),
    Fact.SCHOOL: re.compile(r"\b(GCSEs?|A[- ]levels?|S grades|H grades)\b"),
    Fact.REGISTRATION: re.compile(
        r"\b(registered|register (with|as|to)|(must|to|be) register|state regist\w+|licen[cs]ed (by|with)"
        r"|(hold|holders?|obtain|possess|require\w*|need) (a|an|the)? ?((?!driving|car|clean|vehicle)\w+ )*licen[cs]e"
        r"|personal licence|SIA licence|awarding licences|certificate of (professional )?competenc\w+|(?<!post-)registration)\b",
        re.IGNORECASE,
    ),
    Fact.DRIVING: re.compile(
        r"\b(driving|car|LGV|PCV|HGV|C1|category C\w?) licen[cs]es?|\b(LGV|PCV|HGV)\b|driving test|current,? driving",
        re.IGNORECASE,
    ),
    Fact.CHECK: re.compile(
        r"\b(DBS|Disclosure|background (security )?checks?|security (checks?|clearance|vetting)|vetting)\b", re.IGNORECASE
    ),
    Fact.APPRENTICESHIP: re.compile(r"\b(apprentice\w*|traineeships?)\b", re.IGNORECASE),
    Fact.VOCATIONAL: re.compile(
        r"\b(S?/?NVQs?|SVQs?|S/NVQs?|BTEC|SQA|HN[CD]s?|vocational|City and Guilds|diplomas?)\b", re.IGNORECASE
    ),
}
_OPEN = re.compile(
    r"\b(no|not?)\b[^.;]{0,40}\b(formal|academic|pre-?set|minimum|educational|set|specific|standard)\b[^.;]{0,40}"
    r"\b(requirements?|qualifications?|standards?|required|entry)\b"
    r"|\bqualifications? (are|is) not (normally |usually |always |generally )?required\b"
    r"|\bno (qualifications?|entry requirements?|requirements?)\b",
    re.IGNORECASE,
)
_OPEN_HEDGED = re.compile(
    r"\b(academic|formal) qualifications? may not be required|may not depend (up)?on academic|not always required", re.IGNORECASE
)


def facts(entry: str, title: str = "") -> dict[Fact, Said]:
    """What a publisher's words on entry say, by fact; `CANNOT_TELL` alone where no rule finds anything.

    Args:
        entry: The publisher's sentences on one occupation.
        title: Its name: an occupation that is called registered is.

    Example:
        >>> said = facts("No formal academic entry requirements. A full driving licence is required. A DBS check may be needed.")
        >>> {fact.value: how.value for fact, how in said.items()}
        {'driving licence': 'usual', 'background check': 'some', 'no set requirements': 'usual'}
        >>> list(facts("Entry is by election."))
        [<Fact.CANNOT_TELL: 'cannot tell'>]
    """
    found: dict[Fact, Said] = {Fact.REGISTRATION: Said.USUAL} if "registered" in title.lower() else {}
    for sentence in _SENTENCE.split(" ".join(entry.split())):
        for fact, pattern in _PATTERNS.items():
            if pattern.search(sentence):
                found[fact] = _firmer(found.get(fact), _how(fact, sentence))
        if _OPEN_HEDGED.search(sentence):
            found[Fact.OPEN] = _firmer(found.get(Fact.OPEN), Said.SOME)
        elif _OPEN.search(sentence):
            found[Fact.OPEN] = Said.USUAL
    return {fact: found[fact] for fact in Fact if fact in found} or {Fact.CANNOT_TELL: Said.USUAL}


def _how(fact: Fact, sentence: str) -> Said:
    if fact in {Fact.APPRENTICESHIP, Fact.VOCATIONAL}:
        return Said.USUAL if _TYPICAL.search(sentence) and not _HEDGED.search(sentence) else Said.SOME
    return Said.SOME if _HEDGED.search(sentence) else Said.USUAL


def _firmer(one: Said | None, other: Said) -> Said:
    return Said.USUAL if Said.USUAL in {one, other} else Said.SOME
