"""What reading needs to know beside the files: places, occupations and skills, and how titles find them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Protocol

from levelling.atlas.atlas import Atlas
from levelling.core.remember import remembered
from levelling.jobs.occupations.catalogue import Catalogue, load, plainly
from levelling.jobs.occupations.titles import Titles
from levelling.jobs.occupations.wording import Wording
from levelling.jobs.reading.declared import demands
from levelling.jobs.reading.places import Places

_REMEMBERED = 100_000


class Found(Protocol):
    """An occupation that a title found."""

    @property
    def key(self) -> str:
        """The occupation's key."""
        ...


class TitleFinder(Protocol):
    """What finds occupations for titles; `jobs.occupations.titles.Titles` does."""

    def find_all(self, titles: Sequence[str], n: int = 1) -> Sequence[Sequence[Found]]:
        """The nearest occupations of each title; empty where none is near enough."""
        ...


@dataclass
class Known:
    """What reading needs to know.

    Attributes:
        places: Finds points.
        catalogue: Occupations and skills; without it nothing is known of either.
        titles: Finds occupations for titles; without it only keys and ESCO's own names do.
        day: The day for which a legal minimum or a pay scale counts where an advert bears no date.
        postcodes: A user's own table of postcodes; `None` where there is none.
    """

    places: Places
    catalogue: Catalogue = field(default_factory=lambda: Catalogue({}, {}))
    titles: TitleFinder | None = None
    day: date = date(2026, 4, 1)
    postcodes: Path | None = None
    _said: dict[str, frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _asked: dict[str, frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, atlas: Atlas, day: date, postcodes: Path | None = None) -> "Known":
        """What the figures know of places, occupations and skills.

        Args:
            atlas: The figures.
            day: The day for which a legal minimum or a pay scale counts where an advert bears no date.
            postcodes: A user's own table of postcodes.

        Example:
            >>> known = Known.of(Atlas.open(), date(2026, 6, 1))
            >>> known.catalogue.occupations[known.occupations(["Bricklayers wanted"])[0]].label
            'bricklayer'
        """
        catalogue = load(atlas)
        return cls(Places(atlas), catalogue, Titles.of(catalogue) if catalogue.occupations else None, day, postcodes)

    def occupation(self, named: str) -> str:
        """The key of an occupation that is named by its key, its address or a name of ESCO's; empty where there is none."""
        key = named.strip().rstrip("/").rpartition("/")[2]
        if key in self.catalogue.occupations:
            return key
        return self.catalogue.names.get(plainly(named), "")

    def occupations(self, named: Sequence[str]) -> list[str]:
        """For each name the occupation it means, by its key, by ESCO's names or by its words; empty where there is none."""
        found = [self.occupation(name) for name in named]
        if self.titles is not None:
            missing = list(dict.fromkeys(name for name, key in zip(named, found, strict=True) if not key and name.strip()))
            nearest = {name: near[0].key for name, near in zip(missing, self.titles.find_all(missing, 1), strict=True) if near}
            found = [key or nearest.get(name, "") for name, key in zip(named, found, strict=True)]
        return found

    def skill(self, named: str) -> str:
        """The key of a skill that is named by its key, its address or ESCO's name; empty where there is none."""
        key = named.strip().rstrip("/").rpartition("/")[2]
        return key if key in self.catalogue.skills else self.catalogue.skill_names.get(plainly(named), "")

    def skills(self, named: Sequence[str]) -> tuple[frozenset[str], int]:
        """The skills that entries of a list mean, by key, by ESCO's names or in other words; and how many entries mean none.

        Args:
            named: As they stand in somebody's list of skills: a name, a few words or a sentence each.

        Example:
            >>> known = Known.of(Atlas.open(), date(2026, 6, 1))
            >>> found, lost = known.skills(["cook fish", "Excel", "juggling with eels"])
            >>> sorted(known.catalogue.skills[key].label for key in found), lost
            (['cook fish', 'use spreadsheets software'], 1)
        """
        found = [remembered(self._said, name, self._named, _REMEMBERED) for name in named]
        return frozenset().union(*found), sum(not some for some in found)

    def spoken_of(self, text: str, occupation: str) -> frozenset[str]:
        """The skills that the text of an advert speaks of.

        Args:
            text: The description.
            occupation: The key of what the advert is for; empty where not known.
        """
        return frozenset(skill.key for skill in self._wording.skills(text, occupation or None)) if text else frozenset()

    def _named(self, name: str) -> frozenset[str]:
        exact = self.skill(name)
        return frozenset([exact]) if exact else frozenset(skill.key for skill in self._wording.listed(name))

    @cached_property
    def _wording(self) -> Wording:
        return Wording.of(self.catalogue)

    def asks(self, occupation: str) -> frozenset[str]:
        """What an occupation's essential skills ask of a body and a life."""
        if occupation not in self._asked:
            item = self.catalogue.occupations.get(occupation)
            skills = item.essential if item else frozenset()
            self._asked[occupation] = frozenset(key for skill in skills for key in self._asking.get(skill, ()))
        return self._asked[occupation]

    @cached_property
    def _asking(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for key, sign in demands().items():
            for label in sign.skills:
                if skill := self.catalogue.skill_names.get(plainly(label)):
                    found[skill] = (*found.get(skill, ()), key)
        return found
