"""Where a person lives or work is: coordinates, neighbourhoods, authorities and named places become points with a blur."""

import re
from dataclasses import dataclass

from levelling.atlas.atlas import Atlas
from levelling.atlas.centres import Centre, Centres
from levelling.atlas.locate import in_the_uk
from levelling.core.remember import remembered
from levelling.jobs.person import Point

_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)(?:\s*(\d[A-Z]{2})|\s+(\d))\b")
_SMALL = re.compile(r"^(?:[EWS]01\d{6}|95[A-Z]{2}\d{2}[A-Z]\d|N20\d{6}|N21\d{6})$")
_LONGEST = 120
_REMEMBERED = 65_536


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says of a place.

    Attributes:
        latitude: Degrees north, as written.
        longitude: Degrees east, as written.
        neighbourhood: A code of an LSOA, data zone or super output area.
        authority: A code or name of an authority.
        postcode: A postcode or postcode sector.
        place: Any other words.
    """

    latitude: str = ""
    longitude: str = ""
    neighbourhood: str = ""
    authority: str = ""
    postcode: str = ""
    place: str = ""

    @property
    def anything(self) -> bool:
        """Whether anything is said at all."""
        parts = (self.latitude, self.longitude, self.neighbourhood, self.authority, self.postcode, self.place)
        return any(part.strip() for part in parts)


@dataclass(frozen=True, slots=True)
class Placed:
    """A place found, or on its way.

    Attributes:
        point: Where; `None` where not found, or not yet.
        postcode: The postcode that a table of postcodes would place better; empty where none is needed.
        faults: Field and reason of what could not be used.
    """

    point: Point | None
    postcode: str = ""
    faults: tuple[tuple[str, str], ...] = ()


class Places:
    """Finds points for what files say. What is most exact is used first; words are looked up once and remembered.

    Args:
        atlas: The areas and the middles of neighbourhoods.

    Example:
        >>> places = Places(Atlas.open())
        >>> places.find(Said(latitude="54.69", longitude="-1.21")).point
        Point(latitude=54.69, longitude=-1.21, blur=0.0, said='54.69, -1.21')
        >>> places.find(Said(place="Hartlepool")).point.blur > 1
        True
    """

    def __init__(self, atlas: Atlas) -> None:
        self._gazetteer = atlas.gazetteer
        self._centres = Centres(atlas.store, atlas.gazetteer)
        self._found: dict[str, Centre | None] = {}

    def find(self, said: Said) -> Placed:
        """The point that is meant."""
        faults: list[tuple[str, str]] = []
        if said.latitude.strip() or said.longitude.strip():
            point, fault = coordinates(said.latitude, said.longitude)
            if point is not None:
                return Placed(point, faults=((("latitude", fault),) if fault else ()))
            faults.append(("latitude", fault))
        if code := said.neighbourhood.strip().upper():
            if centre := self._centres.neighbourhood(code):
                return Placed(_point(centre, code), faults=tuple(faults))
            faults.append(("neighbourhood", "there is no neighbourhood with this code"))
        postcode = as_postcode(said.postcode) or as_postcode(said.place)
        if said.postcode.strip() and not postcode:
            faults.append(("postcode", "it is no postcode or postcode sector"))
        point = None
        for field, words in (("authority", said.authority), ("place", said.place)):
            if point is None and words.strip():
                point = self.words(words)
                if point is None and not (field == "place" and as_postcode(words)):
                    faults.append((field, "no area is known by it"))
        if point is not None and postcode:
            faults = [fault for fault in faults if fault[0] != "place"]
        return Placed(point, postcode, tuple(faults))

    def words(self, text: str) -> Point | None:
        """The point that a code or a name of an area means, or the first part of a text between commas that is one."""
        text = text.strip()[:_LONGEST]
        code = text.upper()
        if _SMALL.match(code):
            centre = self._centres.neighbourhood(code)
            return _point(centre, code) if centre else None
        for words in dict.fromkeys((text, *re.split(r"[,;/()\n]| - ", text))):
            name = words.strip(" .")
            if name and not name.isdigit() and (centre := self._named(name)):
                return _point(centre, text)
        return None

    def _named(self, words: str) -> Centre | None:
        """The middle of the area that words mean, looked up once; `None` where they mean none."""
        return remembered(self._found, words, self._look_up, _REMEMBERED)

    def _look_up(self, words: str) -> Centre | None:
        area = self._gazetteer.known(words) or self._gazetteer.known(f"{words} (ttwa)")
        return self._centres.area(area) if area else None


def coordinates(latitude: str, longitude: str) -> tuple[Point | None, str]:
    """A point from two numbers as written, and what is wrong with them. Numbers that stand the wrong way round are turned.

    Example:
        >>> point, fault = coordinates("-1.21", "54.69")
        >>> point.latitude, fault
        (54.69, 'latitude and longitude stood the wrong way round')
        >>> coordinates("0", "0")
        (None, 'the point is not in the United Kingdom')
    """
    try:
        north, east = float(latitude.replace(",", ".")), float(longitude.replace(",", "."))
    except ValueError:
        return None, "the point is not two numbers"
    said = f"{latitude.strip()}, {longitude.strip()}"[:60]
    if in_the_uk(north, east):
        return Point(north, east, 0.0, said), ""
    if in_the_uk(east, north):
        return Point(east, north, 0.0, said), "latitude and longitude stood the wrong way round"
    return None, "the point is not in the United Kingdom"


def as_postcode(text: str) -> str:
    """The postcode or postcode sector in a text, as they are written; empty where there is none.

    Example:
        >>> as_postcode("ts24 7nt"), as_postcode("TS24 7"), as_postcode("12 High Street, TS247NT"), as_postcode("TS24")
        ('TS24 7NT', 'TS24 7', 'TS24 7NT', '')
    """
    match = _POSTCODE.search(text[:300].upper())
    return f"{match[1]} {match[2] or match[3]}" if match else ""


def _point(centre: Centre, said: str) -> Point:
    return Point(centre.latitude, centre.longitude, centre.spread, said[:60])
