"""What the look-up files do not say: read from `facts.toml` beside this module, where each is explained."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Body:
    """A body that no look-up gives: its name and the authorities in it."""

    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """The content of `facts.toml`.

    Attributes:
        other_names: What people also call an area, by code.
        lep_2022: Codes of 2022 of the partnerships whose code or name changed, by their name of 2022.
        scottish_health_boards: Names by code.
        districts_1992: Northern Ireland's districts before 2015: code to name and health trust.
        ended_counties: Districts of the county councils that ended before 2023, by county code.
        ended_cauths: Authorities of the combined authorities that have ended, by code.
        city_regions: City regions and the halves of London.
        metropolitan_counties: The six metropolitan counties.
        island_itl3: The ITL3 area in which the island zones lie.
        island_zones: Data zones of Arran and Great Cumbrae.
        older_codes: Old code to newer code of the same area.
    """

    other_names: Mapping[str, tuple[str, ...]]
    lep_2022: Mapping[str, str]
    scottish_health_boards: Mapping[str, str]
    districts_1992: Mapping[str, tuple[str, str]]
    ended_counties: Mapping[str, tuple[str, ...]]
    ended_cauths: Mapping[str, tuple[str, ...]]
    city_regions: Mapping[str, Body]
    metropolitan_counties: Mapping[str, Body]
    island_itl3: str
    island_zones: tuple[str, ...]
    older_codes: Mapping[str, str]


@lru_cache(maxsize=1)
def read_facts() -> Facts:
    """Read `facts.toml`."""
    raw = tomllib.loads((files(__package__) / "facts.toml").read_text(encoding="utf-8"))
    return Facts(
        other_names={code: tuple(names) for code, names in raw["other_names"].items()},
        lep_2022=raw["lep_2022"],
        scottish_health_boards=raw["scottish_health_boards"],
        districts_1992={code: (name, trust) for code, (name, trust) in raw["northern_ireland_1992"].items()},
        ended_counties={code: tuple(districts) for code, districts in raw["ended_counties"].items()},
        ended_cauths={code: tuple(members) for code, members in raw["ended_cauths"].items()},
        city_regions=_bodies(raw["city_regions"]),
        metropolitan_counties=_bodies(raw["metropolitan_counties"]),
        island_itl3=raw["island_zones"]["itl3"],
        island_zones=tuple(raw["island_zones"]["zones"]),
        older_codes=raw["older_codes"],
    )


def _bodies(raw: Mapping[str, Mapping[str, object]]) -> dict[str, Body]:
    return {code: Body(str(body["name"]), tuple(map(str, _listed(body["members"])))) for code, body in raw.items()}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []
