"""Appraisal: what an option would be worth, who pays, who saves, how sure that is, and what to learn first."""

from levelling.practice.appraisal.answer import Appraisal, Appraisals, Assumption, Difference, Share, Spread
from levelling.practice.appraisal.appraise import DRAWS, SEED, appraise
from levelling.practice.appraisal.ask import ask
from levelling.practice.appraisal.green_book import GreenBook, Rate, Schedule, green_book
from levelling.practice.appraisal.model import Model
from levelling.practice.appraisal.option import Body, Kind, Option
from levelling.practice.appraisal.reading import option_of, read_option, shipped
from levelling.practice.appraisal.ready import ready
from levelling.practice.appraisal.records import flat
from levelling.practice.appraisal.suppositions import read_suppositions

__all__ = [
    "DRAWS",
    "SEED",
    "Appraisal",
    "Appraisals",
    "Assumption",
    "Body",
    "Difference",
    "GreenBook",
    "Kind",
    "Model",
    "Option",
    "Rate",
    "Schedule",
    "Share",
    "Spread",
    "appraise",
    "ask",
    "flat",
    "green_book",
    "option_of",
    "read_option",
    "read_suppositions",
    "ready",
    "shipped",
]
