"""Figures of every local authority that made-up caseloads follow, with a stand-in where an authority has none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from levelling.atlas import Atlas
from levelling.core.area import NATIONS, Level
from levelling.core.period import Period

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

OWN = "its own figure"


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """One margin of one authority.

    Attributes:
        values: A number for each category.
        period: The period they are of; ISO 8601.
        whose: Whose figures they are: its own, or those of the area that stands in, in words.
        filled: Categories that are withheld for the authority and filled in the proportions of its region or country.
    """

    values: "Floats"
    period: str
    whose: str
    filled: int


class Figures:
    """Reads one indicator for many authorities, each by its own figures or, where it has none, those of the area around it.

    Args:
        atlas: The figures.
    """

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        lads = atlas.gazetteer.all(Level.LAD)
        self._around: dict[str, list[tuple[str, frozenset[str]]]] = {area.code: [] for area in lads}
        for region in sorted(atlas.gazetteer.all(Level.REGION), key=lambda area: area.code):
            codes = frozenset(atlas.gazetteer.authorities(region))
            for code in codes & self._around.keys():
                self._around[code].append((f"the authorities of the {region.name} that have figures", codes))
        for letter, name in NATIONS.items():
            codes = frozenset(code for code in self._around if code.startswith(letter))
            for code in codes:
                self._around[code].append((f"the authorities of {name} that have figures", codes))
        for whole in self._around.values():
            whole.append(("the authorities of other nations that have figures", frozenset(self._around)))

    def read(self, slug: str, categories: Sequence[str], wanted: Sequence[str]) -> dict[str, Read]:
        """The newest figures of some authorities.

        Args:
            slug: The indicator.
            categories: Its categories, in the order of the numbers.
            wanted: Codes of authorities.

        Returns:
            By code. An authority with no category of its own has the sums (for shares, the means) of the nearest group around it
            that has any: its region, its nation, the others. Single categories that are withheld are filled in proportion.
        """
        import numpy as np

        newest = self._newest(slug, categories)
        groups: dict[frozenset[str], Floats | None] = {}

        def of_group(codes: frozenset[str]) -> "Floats | None":
            if codes not in groups:
                rows = [newest[code][1] for code in sorted(codes & newest.keys())]
                groups[codes] = np.nanmean(np.array(rows), axis=0) if rows and not np.isnan(rows).all(axis=0).any() else None
            return groups[codes]

        period = max((key for key, _ in newest.values()), key=lambda key: Period.parse(key).end, default="")
        found = {}
        for code in wanted:
            whose, around = next(
                ((told, values) for told, codes in self._around.get(code, []) if (values := of_group(codes)) is not None),
                ("", np.full(len(categories), np.nan)),
            )
            if code not in newest:
                found[code] = Read(around, period, whose, 0)
                continue
            own_period, own = newest[code]
            absent = np.isnan(own)
            scale = own[~absent].sum() / max(around[~absent].sum(), 1e-12)
            found[code] = Read(np.where(absent, around * scale, own), own_period, OWN, int(absent.sum()))
        return found

    def _newest(self, slug: str, categories: Sequence[str]) -> "Mapping[str, tuple[str, Floats]]":
        """Of each authority with any value, the newest period that has one, and its values; not a number where withheld."""
        import numpy as np

        place = {category: at for at, category in enumerate(categories)}
        marks = ", ".join("?" for _ in categories)
        # The periods of one indicator are written alike, so that the newest is the last in the order of text.
        sql = (
            f"SELECT area_code, period, category, value FROM estimates WHERE indicator = ? AND category IN ({marks}) "
            f"AND value IS NOT NULL QUALIFY period = max(period) OVER (PARTITION BY area_code)"
        )
        found: dict[str, tuple[str, Floats]] = {}
        for code, period, category, value in self._atlas.store.query(sql, [slug, *categories]):
            if code in self._around:
                row = found.setdefault(code, (period, np.full(len(categories), np.nan)))[1]
                row[place[category]] = value
        return found
