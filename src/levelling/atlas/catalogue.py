"""The catalogue of indicators, declared by people in `facts/indicators/`, one TOML file each."""

import tomllib
from collections.abc import Container, Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from levelling.core.errors import ContractBroken, Fault, UnknownIndicator
from levelling.core.ids import as_id, near_ids
from levelling.core.indicator import Break, Direction, Framework, Indicator, Movement, OfficialStatus, Topic
from levelling.core.period import Period

Sentence = Annotated[str, Field(min_length=10)]


class _BreakFile(BaseModel):
    model_config = ConfigDict(extra="forbid")
    period: str | int | date
    note: Sentence


class IndicatorFile(BaseModel):
    """What one file in `facts/indicators/` may say. `Indicator` says what each field means."""

    model_config = ConfigDict(extra="forbid")
    title: Annotated[str, Field(min_length=5)]
    short: Annotated[str, Field(min_length=3, max_length=48)]
    meaning: Sentence
    unit: Annotated[str, Field(min_length=1)]
    decimals: Annotated[int, Field(ge=0, le=4)]
    direction: Direction
    topic: Topic
    framework: Framework
    denominator: str
    publisher: Annotated[str, Field(min_length=3)]
    release: Annotated[str, Field(min_length=3)]
    official_status: OfficialStatus
    movement: Movement
    dimension: str = ""
    category: str = ""
    frozen: str = ""
    headline: bool = True
    caveats: tuple[Sentence, ...] = ()
    categories: dict[str, str] = {}
    breaks: tuple[_BreakFile, ...] = ()

    def indicator(self, slug: str) -> Indicator:
        """The frozen indicator this file declares."""
        fields: dict[str, Any] = {name: getattr(self, name) for name in type(self).model_fields if name != "breaks"}
        breaks = tuple(Break(Period.parse(str(item.period)), item.note) for item in self.breaks)
        return Indicator(slug=slug, breaks=breaks, **fields)


class Catalogue:
    """Every indicator, by slug.

    Example:
        >>> Catalogue.load().get("employment-rate").unit
        '%'
    """

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        self._by_slug = {indicator.slug: indicator for indicator in sorted(indicators, key=_order)}

    @classmethod
    def load(cls, folder: Path | None = None) -> "Catalogue":
        """Read every file in a folder (by default the one shipped with the package).

        Raises:
            ContractBroken: Lists every file and field that is wrong.
        """
        return _shipped() if folder is None else cls(_read(folder))

    def among(self, releases: Container[str]) -> "Catalogue":
        """The indicators whose release is among these: a folder of figures need not hold every publisher's."""
        return Catalogue(item for item in self._by_slug.values() if item.release in releases)

    def get(self, slug: str) -> Indicator:
        """The indicator with this slug.

        Raises:
            UnknownIndicator: Names the nearest slugs.
        """
        wanted = as_id(slug)
        if wanted not in self._by_slug:
            near = near_ids(wanted, self._by_slug, 0.6)
            raise UnknownIndicator(
                f"There is no indicator '{slug[:80]}'.", "See them all with: levelling figures list.", near=near
            )
        return self._by_slug[wanted]

    def all(self, topic: Topic | None = None, *, headline: bool | None = None) -> tuple[Indicator, ...]:
        """Every indicator in the order of a plan, or those of one topic, or those a plan shows (or does not)."""
        return tuple(
            item
            for item in self._by_slug.values()
            if (topic is None or item.topic == topic) and (headline is None or item.headline == headline)
        )

    def __contains__(self, slug: str) -> bool:
        return slug in self._by_slug

    def __len__(self) -> int:
        return len(self._by_slug)


def _order(indicator: Indicator) -> tuple[int, bool, str]:
    return (list(Topic).index(indicator.topic), not indicator.headline, indicator.slug)


@cache
def _shipped() -> Catalogue:
    return Catalogue(_read(Path(str(files("levelling") / "facts" / "indicators"))))


def _read(folder: Path) -> list[Indicator]:
    indicators: list[Indicator] = []
    faults: list[Fault] = []
    adapter = TypeAdapter(IndicatorFile)
    for path in sorted(folder.glob("*.toml")):
        try:
            with path.open("rb") as stream:
                raw: Mapping[str, Any] = tomllib.load(stream)
            indicators.append(adapter.validate_python(raw).indicator(path.stem))
        except ValidationError as error:
            wrong = [f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors()]
            faults.append(Fault(path.name, len(wrong), tuple(wrong[:5])))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValueError) as error:
            faults.append(Fault(path.name, 1, (str(error),)))
    if faults:
        raise ContractBroken("facts/indicators", faults)
    return indicators
