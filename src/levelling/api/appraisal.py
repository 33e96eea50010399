"""Options appraised, asked from Python."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from levelling.api.shown import Answer
from levelling.atlas import Atlas as Figures
from levelling.core.area import Area


def ask_appraisal(
    figures: Figures,
    area: Area | None,
    files: Sequence[str | Path],
    given: Mapping[str, Mapping[str, Any]] | None,
    how: tuple[int, int],
    prices: int | None,
) -> Answer:
    """Options appraised, for a place or for none.

    Args:
        figures: Where the place's figures are read.
        area: The place; `None` for none.
        files: The options.
        given: What the user supposes, by option and input.
        how: How many draws, and where they begin.
        prices: The year of the prices to tell everything in.
    """
    from levelling.practice.appraisal import appraise, ask

    place = (figures, area) if area is not None else None
    found = appraise(ask(files, place, given, prices), *how)
    return Answer(f"Options appraised{f' for {area.name}' if area else ''}", found)
