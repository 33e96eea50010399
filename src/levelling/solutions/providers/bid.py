"""What a bid asks of its partners: themes, an area, how many for each theme, who must and who must not be in."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from levelling.atlas.own_file import read_own_file
from levelling.core.errors import UserError

MOST_ALTERNATIVES = 20


class BidFile(BaseModel):
    """What a bid file may say. `Bid` says what each field means."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)
    title: Annotated[str, Field(min_length=3, max_length=200)] = "The bid"
    themes: Annotated[tuple[Annotated[str, Field(min_length=2)], ...], Field(max_length=60)] = ()
    area: str = ""
    at_least: Annotated[int, Field(ge=1, le=20)] = 1
    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    most: Annotated[int, Field(ge=1, le=500)] | None = None
    alternatives: Annotated[int, Field(ge=0, le=MOST_ALTERNATIVES)] = 5
    fresh_only: bool = False


@dataclass(frozen=True, slots=True)
class Bid:
    """What a bid asks of its partners.

    Attributes:
        themes: The barriers and groups it must cover, as written.
        area: The place it is for, as written; empty where it is for no one place.
        at_least: How many members must serve each theme.
        must: Providers that must be in, by name or id.
        never: Providers that must not be in.
        most: How many members there may be; `None` for no limit.
        alternatives: How many other sets of the same size are looked for.
        fresh_only: Whether providers are left out whose entries are all stale or undated.
        title: What it is called.
    """

    themes: tuple[str, ...]
    area: str = ""
    at_least: int = 1
    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    most: int | None = None
    alternatives: int = 5
    fresh_only: bool = False
    title: str = "The bid"

    def __post_init__(self) -> None:
        if not self.themes:
            raise UserError(
                "A consortium needs themes to cover.", "Name them with --themes employability,money or in a bid file."
            )
        if not 1 <= self.at_least <= 20:
            raise UserError(
                f"At least {self.at_least} members for each theme cannot be asked for.", "Give a number from 1 to 20."
            )
        if self.most is not None and self.most < 1:
            raise UserError(f"A consortium of {self.most} members cannot be.", "Give at least 1 with --most.")
        if not 0 <= self.alternatives <= MOST_ALTERNATIVES:
            raise UserError(
                f"{self.alternatives} alternatives cannot be looked for.", f"Give a number from 0 to {MOST_ALTERNATIVES}."
            )


def read_bid(path: Path, **given: Any) -> Bid:
    """A bid from a file, with what was given beside it in place of what the file says.

    Args:
        path: A TOML file with any of the fields of `BidFile`.
        given: Fields of `Bid`; `None` and empty ones leave the file's as they are.

    Raises:
        UserError: The file cannot be read, or says what it may not: every fault with its place.
    """
    declared = read_own_file(path, BidFile, "bid", advice=f"It may hold: {', '.join(BidFile.model_fields)}.")
    fields = {name: value for name, value in given.items() if value not in (None, "", ())}
    read = {**declared.model_dump(), **fields}
    return replace(Bid(themes=tuple(read.pop("themes"))), **read)
