"""For which area a figure of work stands: the place itself, or the smallest published area that takes it in."""

from dataclasses import dataclass

from levelling.atlas import Atlas
from levelling.core import words
from levelling.core.area import Area, Level

ALL = 0.995
"""Share of a place's people that a wider area must hold for its figures to stand in."""
_TOO_WIDE = frozenset({Level.UK, Level.NATION, Level.REGION, Level.ITL1})
"""Of these nothing is said for a place within them: a region's figure is never passed off as a town's. London is the exception:
its plan area is the whole of it, and stands as a plan area."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The area that figures are published for, beside the place that was asked about.

    Attributes:
        place: The place asked about.
        area: The area the figures are for.
        same: Whether both are the same people.
    """

    place: Area
    area: Area
    same: bool

    @property
    def words(self) -> str:
        """The area as it stands in a sentence: 'Tees Valley (local skills improvement plan area around Hartlepool)'."""
        if self.area == self.place:
            return words.place(self.area)
        around = "" if self.same else f" around {words.place(self.place)}"
        return f"{words.place(self.area)} ({self.area.level.words}{around})"


def standing(atlas: Atlas, slug: str, area: Area) -> Standing | None:
    """The place, or the smallest area around it that holds all of it, for which an indicator is published.

    Args:
        atlas: The figures.
        slug: The indicator.
        area: The place asked about.

    Returns:
        The area; `None` where neither the place nor an area around it (a region and wider apart) has a figure of its own.

    Example:
        >>> atlas = Atlas.open()
        >>> standing(atlas, "online-adverts-by-occupation", atlas.area("Camden")).words
        'Greater London (local skills improvement plan area around Camden)'
    """
    if slug not in atlas.catalogue:
        return None
    return next((one for one in candidates(atlas, area) if _published(atlas, slug, one.area)), None)


def candidates(atlas: Atlas, area: Area) -> list[Standing]:
    """The place itself, then the areas that hold all of it, fewest people first; regions and wider areas are left out.

    Of several areas with the same people, the areas of local skills improvement plans come first: adverts were put together
    for them.
    """
    around = [one for one in atlas.overlaps(area) if one.share_here >= ALL and one.area.level not in _TOO_WIDE]
    around.sort(key=lambda one: (-one.share_there, one.area.level is not Level.LSIP, one.area.level.value, one.area.code))
    return [Standing(area, area, same=True), *(Standing(area, one.area, same=one.share_there >= ALL) for one in around)]


def _published(atlas: Atlas, slug: str, area: Area) -> bool:
    series = atlas.store.area(area.code).get((slug, ""), {})
    return any(figure.value is not None for figure in series.values())
