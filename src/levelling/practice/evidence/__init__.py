"""What a body of cases says: votes with a grade in plain words, results pooled where they may be, and what belongs together."""

from levelling.practice.evidence.answer import VOTES_LIMIT, Evidence, evidence, heap_told, pooled_told, told
from levelling.practice.evidence.body import Body, Contrast, Entry, Heap, body
from levelling.practice.evidence.comparable import Kind, Refused, Usable, error_from, judge
from levelling.practice.evidence.own import Own, OwnResult, read_own
from levelling.practice.evidence.pooling import Method, Pooled, Study, pool
from levelling.practice.evidence.votes import Aim, Grade, Votes, votes

__all__ = [
    "VOTES_LIMIT",
    "Aim",
    "Body",
    "Contrast",
    "Entry",
    "Evidence",
    "Grade",
    "Heap",
    "Kind",
    "Method",
    "Own",
    "OwnResult",
    "Pooled",
    "Refused",
    "Study",
    "Usable",
    "Votes",
    "body",
    "error_from",
    "evidence",
    "heap_told",
    "judge",
    "pool",
    "pooled_told",
    "read_own",
    "told",
    "votes",
]
