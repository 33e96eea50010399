"""Anchors of a place: everything that is held of them, and what is not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from levelling.atlas import Atlas
from levelling.core.area import Area, Level
from levelling.core.estimate import Estimate
from levelling.core.period import Period
from levelling.core.words import place
from levelling.solutions.anchors.apprentices import apprentices
from levelling.solutions.anchors.bodies import bodies
from levelling.solutions.anchors.care import CareFact, care
from levelling.solutions.anchors.doors import DOORS, OLDER, Doors, doors
from levelling.solutions.anchors.employers import BY_SIZE, Employers, employers
from levelling.solutions.anchors.hospitals import Trust, trusts
from levelling.solutions.anchors.means import Means, means
from levelling.solutions.anchors.reach import Reach, reach
from levelling.solutions.coverage import Covering
from levelling.solutions.register import register


@dataclass(frozen=True, slots=True)
class Anchors:
    """The large and public employers of a place, and where their doors are.

    Attributes:
        area: The place.
        said: Its name inside a sentence.
        as_of: The date that the status of levies, duties and promises is told for.
        bodies: The public bodies over it that employ; none for a region or nation.
        employers: Enterprises by size and industry, and jobs in public services.
        trusts: English hospital trusts that treat its people.
        doors: Residents in work that asks for no degree; `None` where not published.
        apprentices: Apprenticeships begun.
        means: What can open the doors.
        care: Facts of work in adult social care, of England; none for places elsewhere.
        reach: Whom recruitment should reach; `None` where not published.
        missing: What is not held for this place, in sentences.
    """

    area: Area
    said: str
    as_of: Period
    bodies: tuple[Covering, ...]
    employers: Employers
    trusts: tuple[Trust, ...]
    doors: Doors | None
    apprentices: tuple[Estimate, ...]
    means: tuple[Means, ...]
    care: tuple[CareFact, ...]
    reach: Reach | None
    missing: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What stands out, to be read aloud."""
        from levelling.solutions.anchors.told import told

        return told(self)

    def records(self) -> Sequence[dict[str, Any]]:
        """One record a fact, as plain data: what kind it is in `part`, what it is of in `item` and `name`."""
        from levelling.solutions.anchors.records import records

        return records(self)


def anchors(atlas: Atlas, area: Area, as_of: Period | None = None) -> Anchors:
    """The large and public employers of a place, how much work they are, and where their doors are.

    Args:
        atlas: The figures.
        area: The place.
        as_of: The date that levies, duties and promises are told for; when the register was last looked over, if not given.

    Example:
        >>> atlas = Atlas.open()
        >>> found = anchors(atlas, atlas.area("Hartlepool"))
        >>> [item.body.kind.value for item in found.bodies][:3]
        ['council', 'combined authority', 'integrated care board']
    """
    counted, treated, in_work = employers(atlas, area), trusts(atlas, area), doors(atlas, area)
    begun, where = apprentices(atlas, area), reach(atlas, area)
    day = as_of or register().as_of
    return Anchors(
        area=area,
        said=place(area),
        as_of=day,
        bodies=bodies(atlas, area, day),
        employers=counted,
        trusts=treated,
        doors=in_work,
        apprentices=begun,
        means=means(atlas, area, day),
        care=care() if area.nation == "E" else (),
        reach=where,
        missing=tuple(_missing(atlas, area, counted, treated, in_work, begun, where)),
    )


def _missing(
    atlas: Atlas,
    area: Area,
    counted: Employers,
    treated: tuple[Trust, ...],
    in_work: Doors | None,
    begun: tuple[Estimate, ...],
    where: Reach | None,
) -> list[str]:
    told: list[str] = []
    if not counted.sizes:
        told.append(f"Enterprises by size: {_why(atlas, BY_SIZE, area, 'large')}")
    if counted.public is None:
        told.append("Jobs by industry are held for Great Britain only, for 2019; none fits this area or holds it whole.")
    if not treated:
        told.append(_no_trust(area))
    if in_work is None:
        told.append(f"Residents by occupation: {_why(atlas, OLDER, area, DOORS[0])}")
    if not begun:
        told.append("Apprenticeships begun by people who live here are not held for this area.")
    if area.nation != "E":
        told.append("What is known of work in adult social care is for England only.")
    if where is None:
        told.append(
            "The most deprived neighbourhoods are told by each nation's own index, so not for an area of several nations."
        )
    return told


def _why(atlas: Atlas, slug: str, area: Area, category: str) -> str:
    """Why a figure is absent, as it continues a sentence."""
    if slug not in atlas.catalogue:
        return "these figures were built without them."
    told = atlas.estimate(slug, area, None, category).why_absent
    return f"{told[:1].lower()}{told[1:]}"


def _no_trust(area: Area) -> str:
    if area.nation == "E" and area.level is not Level.NATION:
        return "No hospital trust drew as many as one in a hundred of its admissions from here."
    return "Whom a hospital trust treats is held for places in England only."
