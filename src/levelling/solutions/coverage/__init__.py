"""Who covers a place: every body over it at a date, who sits on its board, and how badly their boundaries fit."""

from levelling.solutions.coverage.alignment import Pair, alignment
from levelling.solutions.coverage.bodies import Body, Standing
from levelling.solutions.coverage.country import Everywhere, Row, everywhere
from levelling.solutions.coverage.dates import EARLIEST, read_as_of
from levelling.solutions.coverage.facts import Board, boards
from levelling.solutions.coverage.kinds import BodyKind
from levelling.solutions.coverage.phrases import called, on, score_words
from levelling.solutions.coverage.place import Coverage, Covering, coverage, place_at
from levelling.solutions.coverage.records import board_records
from levelling.solutions.coverage.standing import standing

__all__ = [
    "EARLIEST",
    "Board",
    "Body",
    "BodyKind",
    "Coverage",
    "Covering",
    "Everywhere",
    "Pair",
    "Row",
    "Standing",
    "alignment",
    "board_records",
    "boards",
    "called",
    "coverage",
    "everywhere",
    "on",
    "place_at",
    "read_as_of",
    "score_words",
    "standing",
]
