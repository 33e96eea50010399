"""Logic models: what leads to what, how sure that is, what a change would do, and whether it comes about."""

from levelling.practice.logic.change import Change, Effect, change
from levelling.practice.logic.cited import CitedLink, CitedLinks, cited_links, search_links
from levelling.practice.logic.effects import DRAWS, SEED
from levelling.practice.logic.file import read_model, shelf
from levelling.practice.logic.matrix import Matrix, matrix
from levelling.practice.logic.model import Kind, Link, Model, Node, Sign
from levelling.practice.logic.monitor import Monitor, Track, monitor
from levelling.practice.logic.told import Logic, Shelf, logic
from levelling.practice.logic.written import write_model

__all__ = [
    "DRAWS",
    "SEED",
    "Change",
    "CitedLink",
    "CitedLinks",
    "Effect",
    "Kind",
    "Link",
    "Logic",
    "Matrix",
    "Model",
    "Monitor",
    "Node",
    "Shelf",
    "Sign",
    "Track",
    "change",
    "cited_links",
    "logic",
    "matrix",
    "monitor",
    "read_model",
    "search_links",
    "shelf",
    "write_model",
]
