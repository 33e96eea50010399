"""From what a user names to options ready to be reckoned: all that is wrong with any of them is told at once."""

import difflib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from levelling.atlas import Atlas
from levelling.atlas.declared import FactsBroken
from levelling.core.area import Area
from levelling.core.errors import UserError
from levelling.core.period import Period, UnreadablePeriod
from levelling.practice.appraisal.green_book import green_book
from levelling.practice.appraisal.model import Model
from levelling.practice.appraisal.option import Option
from levelling.practice.appraisal.reading import read_option
from levelling.practice.appraisal.ready import ready


def ask(
    sources: Sequence[str | Path],
    place: tuple[Atlas, Area] | None = None,
    given: Mapping[str, Mapping[str, Any]] | None = None,
    prices: int | None = None,
    as_of: str = "",
) -> list[Model]:
    """Options ready to be reckoned.

    Args:
        sources: Files that end in .toml, or names of options that come with the package.
        place: The figures, and the place to fill options for.
        given: What the user supposes: for each option, by file name without its ending or by its own name, values by input.
        prices: The year of the prices to tell everything in.
        as_of: The date at which the tables of the Green Book are taken; empty for the newest.

    Raises:
        UserError: A file is not there, or a supposition is for no option here.
        FactsBroken: Faults of the files and what is still wanted, each with its place.
    """
    book = green_book(_as_of(as_of))
    faults: list[tuple[str, FactsBroken]] = []
    options: list[tuple[Option, str]] = []
    for source in sources:
        try:
            options.append((read_option(source), Path(source).stem))
        except FactsBroken as error:
            faults.append((Path(source).stem, error))
    supposed = _tables(given)
    _known(supposed, options, [stem for stem, _ in faults])
    models = []
    for option, stem in options:
        own = {**supposed.get(stem, {}), **supposed.get(option.name, {})}
        try:
            models.append(ready(option, book, place, own, prices))
        except FactsBroken as error:
            faults.append((stem, error))
    if len(faults) == 1:
        raise faults[0][1]
    if faults:
        listed = [f"{stem}: {fault}" for stem, error in faults for fault in error.faults]
        raise FactsBroken("The options cannot be appraised yet", listed, "Give what is wanted; 0 is a value.")
    return models


def _as_of(text: str) -> str:
    if text:
        try:
            Period.parse(text)
        except UnreadablePeriod as error:
            raise UserError(
                f"The tables of the Green Book have no date '{text[:20]}'.", "Give a year or a month, such as 2026-02."
            ) from error
    return text


def _tables(given: Any) -> dict[str, Mapping[str, Any]]:
    if given is None:
        return {}
    if not isinstance(given, Mapping) or not all(isinstance(table, Mapping) for table in given.values()):
        raise UserError(
            "What is supposed is of another shape.", 'Give, for each option, its inputs: {"option": {"deadweight": 0.2}}.'
        )
    return dict(given)


def _known(supposed: Mapping[str, Any], options: Sequence[tuple[Option, str]], broken: Sequence[str]) -> None:
    names = {name for option, stem in options for name in (option.name, stem)} | set(broken)
    for name in supposed:
        if name not in names:
            near = difflib.get_close_matches(name, names, n=2, cutoff=0.5)
            raise UserError(f"What is supposed for '{name[:60]}' is for no option that is appraised here.", near=near)
