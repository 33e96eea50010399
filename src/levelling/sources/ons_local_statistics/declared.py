"""What the Explore Local Statistics files are, as `datasets.toml` beside this declares it."""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from levelling.core.indicator import Release

FOLDER = "ons-local-statistics"


class DataFile(BaseModel):
    """One CSV file: the ONS slug of each name in its `indicator` column, and what the publisher says of some of its values."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    rows: Annotated[int, Field(ge=0)] = 0
    indicators: Annotated[dict[str, str], Field(min_length=1)]
    provisional: tuple[str, ...] = ()
    provisional_only: tuple[str, ...] = ()
    modelled: tuple[str, ...] = ()
    known_faults: tuple[Literal["no code", "repeats", "intervals"], ...] = ()

    @property
    def path(self) -> str:
        """Where the file is, below the folder of publishers' files."""
        return f"{FOLDER}/{self.name}.csv"


class Publication(BaseModel):
    """One publication, and the files that hold its figures."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str
    publisher: str
    title: str
    released: date
    address: str
    note: str = ""
    file: Annotated[tuple[DataFile, ...], Field(min_length=1)]


class Declared(BaseModel):
    """Everything in `datasets.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    licence: str
    note: str
    set_aside: dict[str, str]
    recode: dict[str, str]
    superseded: dict[str, str]
    twins: dict[str, str]
    release: Annotated[tuple[Publication, ...], Field(min_length=1)]

    @property
    def releases(self) -> tuple[Release, ...]:
        """The publications as the ledger holds them."""
        return tuple(
            Release(
                id=item.id,
                publisher=item.publisher,
                title=item.title,
                released=item.released,
                address=item.address,
                licence=self.licence,
                attribution=f"Source: {item.publisher}, licensed under the {self.licence}.",
                note=f"{item.note} {self.note}".strip(),
            )
            for item in self.release
        )

    @property
    def files(self) -> tuple[tuple[str, DataFile], ...]:
        """Every file with the key of its release."""
        return tuple((item.id, file) for item in self.release for file in item.file)


@cache
def declared() -> Declared:
    """Read `datasets.toml`, once.

    Example:
        >>> "ons-els-claimant-count" in {release.id for release in declared().releases}
        True
    """
    text = (files("levelling.sources.ons_local_statistics") / "datasets.toml").read_text("utf-8")
    return Declared.model_validate(tomllib.loads(text))
