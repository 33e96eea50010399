"""What is held against what, and the four kinds of place that come of it."""

from enum import StrEnum

UK = "K02000001"
OUTPUT = "gva-per-head-index"
INCOME = "gdhi-per-head-index"
JOBS = "filled-jobs"
PEOPLE = "implied-population"
RESIDENTS = "working-age-population"


class Measure(StrEnum):
    """What output is divided by."""

    HEAD = "head"
    HOUR = "hour"
    JOB = "job"

    @property
    def slug(self) -> str:
        """The indicator, UK = 100. Per hour and per job are smoothed by the publisher, the only form there is for authorities."""
        return _SLUGS[self]

    @property
    def words(self) -> str:
        """The measure in words."""
        return _WORDS[self]


_SLUGS = {Measure.HEAD: OUTPUT, Measure.HOUR: "gva-per-hour-worked-index", Measure.JOB: "gva-per-filled-job-index"}
_WORDS = {Measure.HEAD: "output per head", Measure.HOUR: "output per hour worked", Measure.JOB: "output per job"}


class Quadrant(StrEnum):
    """On which side of the UK a place's output and household income lie."""

    BOTH_HIGH = "high output, high income"
    OUTPUT_ONLY = "high output, low income"
    INCOME_ONLY = "low output, high income"
    BOTH_LOW = "low output, low income"

    @classmethod
    def of(cls, output: float, income: float) -> "Quadrant":
        """The quadrant of two indices; 100 itself counts as high.

        Example:
            >>> Quadrant.of(134, 79).value
            'high output, low income'
        """
        if output >= 100:
            return cls.BOTH_HIGH if income >= 100 else cls.OUTPUT_ONLY
        return cls.INCOME_ONLY if income >= 100 else cls.BOTH_LOW
