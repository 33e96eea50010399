"""Every occupation and skill, by key and by the names they go by."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from levelling.core.errors import UserError
from levelling.core.ids import near_ids

if TYPE_CHECKING:
    from levelling.atlas import Atlas
    from levelling.atlas.onet import OnetRow

_Named = TypeVar("_Named", "Skill", "Occupation")
_Names = dict[str, str]
_SIGNS = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "\xa0": " "})
_SHOWN = 80
_TELLING = 6
_READ: dict[tuple[object, ...], "Catalogue"] = {}


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill or a piece of knowledge as ESCO names it.

    Attributes:
        key: The last part of ESCO's address (or a stable short key where the release gives none).
        label: ESCO's preferred label.
        group: The skill group it belongs to, in ESCO's words; empty where it cannot be joined.
        rarity: How telling the skill is: the natural logarithm of all occupations over those that ask for it. Fixed by ESCO,
            so that it does not change with what vacancies are at hand.
        kind: `knowledge`, `skill`, or empty where it is not known which.
        marks: Of `digital`, `green`, `language` and `transversal`, the collections of ESCO's it stands in.
    """

    key: str
    label: str
    group: str
    rarity: float
    kind: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation as ESCO names it.

    Attributes:
        key: The last part of ESCO's address.
        label: ESCO's preferred label.
        isco: The ISCO-08 unit group, four digits.
        essential: Keys of the skills it cannot do without.
        optional: Keys of the skills that help; none of them is essential as well.
        soc: SOC 2020 unit groups it may lie in, most likely first; empty where none was found.
        onet: The O*NET occupation Nesta joined it to, as a code of O*NET-SOC 2019; empty where none.
        zone: O*NET's job zone, 1 (little preparation) to 5 (long preparation); `None` where not joined.
        risk: Suitability of its tasks for machine learning, 1 to 5 (Nesta); `None` where not scored.
        resists: Share of its tasks that resist it, 0 to 1; `None` where not scored.
        risk_class: 'High risk', 'Low risk' or 'Other' as Nesta has it; empty where not scored.
        activities: O*NET detailed work activities, as keys; empty where not joined.
        titles: Its other names in ESCO.
        regulated: Whether ESCO marks it as a regulated profession.
        parent: The key of the occupation it is a narrower kind of; empty where there is none.
        family: The code of Nesta's family of skills; empty where it has none.
    """

    key: str
    label: str
    isco: str
    essential: frozenset[str]
    optional: frozenset[str]
    soc: tuple[str, ...]
    onet: str
    zone: int | None
    risk: float | None
    resists: float | None
    risk_class: str
    activities: frozenset[str]
    titles: tuple[str, ...] = ()
    regulated: bool = False
    parent: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that did not join.

    Attributes:
        what: What did not, in words that go on from a count: 'occupations have no risk of automation'.
        count: How many.
        of: Out of how many.

    Example:
        >>> print(Loss("occupations have no risk of automation", 1414, 3039))
        1,414 of 3,039 occupations have no risk of automation
    """

    what: str
    count: int
    of: int

    def __str__(self) -> str:
        return f"{self.count:,} of {self.of:,} {self.what}"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every occupation and skill.

    Attributes:
        occupations: By key.
        skills: By key.
        isco: Titles of the groups of ISCO-08 by code, one digit to four.
        losses: What did not join between the classifications.
        onet: Occupations of O*NET by code: job zone, activities, and those most like each.
        activities: Titles of O*NET's detailed work activities by key.
    """

    occupations: Mapping[str, Occupation]
    skills: Mapping[str, Skill]
    isco: Mapping[str, str] = field(default_factory=dict)
    losses: tuple[Loss, ...] = ()
    onet: Mapping[str, "OnetRow"] = field(default_factory=dict)
    activities: Mapping[str, str] = field(default_factory=dict)
    _names: dict[str, _Names] = field(default_factory=dict, init=False, repr=False, compare=False)

    def by_key(self, key: str) -> Occupation:
        """The occupation with this key.

        Raises:
            UserError: There is none; near keys are offered.
        """
        return _by_key(self.occupations, key, "occupation")

    def skill_by_key(self, key: str) -> Skill:
        """The skill with this key.

        Raises:
            UserError: There is none; near keys are offered.
        """
        return _by_key(self.skills, key, "skill")

    def by_label(self, label: str) -> Occupation:
        """The occupation that goes by this name: ESCO's preferred label, or another name that only one occupation has.

        Capitals, stray spaces and the shape of quotation marks and hyphens do not count.

        Raises:
            UserError: None does, or several do; near names, or the several, are offered.

        Example:
            >>> from levelling.atlas import Atlas
            >>> load(Atlas.open()).by_label(" Brick laying  Worker").label
            'bricklayer'
        """
        key = self.names.get(plainly(label), "")
        if not key:
            self._refuse_if_shared(label)
            raise _nobody(self.names, label, "occupation")
        return self.occupations[key]

    def skill_by_label(self, label: str) -> Skill:
        """The skill that goes by this name.

        Raises:
            UserError: None does; near names are offered.

        Example:
            >>> from levelling.atlas import Atlas
            >>> load(Atlas.open()).skill_by_label("Python (computer programming)").kind
            'knowledge'
        """
        key = self.skill_names.get(plainly(label), "")
        if not key:
            raise _nobody(self.skill_names, label, "skill")
        return self.skills[key]

    @property
    def names(self) -> Mapping[str, str]:
        """Keys of occupations by the names they go by, as `plainly` writes them; a name that several have is left out.

        Where ESCO has another name for an occupation that means something else in the UK ('counsellor' for a lawyer), what
        `facts/jobs/title_words.toml` says of it counts.
        """
        if "occupations" not in self._names:
            self._names["occupations"] = _reviewed(
                _named(self.occupations.values()), {plainly(item.label) for item in self.occupations.values()}
            )
        return self._names["occupations"]

    @property
    def skill_names(self) -> Mapping[str, str]:
        """Keys of skills by their names, as `plainly` writes them."""
        if "skills" not in self._names:
            self._names["skills"] = {plainly(skill.label): skill.key for skill in self.skills.values()}
        return self._names["skills"]

    def _refuse_if_shared(self, label: str) -> None:
        plain = plainly(label)
        holders = sorted(item.label for item in self.occupations.values() if plain in map(plainly, item.titles))
        if len(holders) > 1:
            raise UserError(f"{len(holders)} occupations go by the name '{label[:_SHOWN]}'.", near=holders[:4])


def plainly(name: str) -> str:
    """A name as it is compared: small letters, single spaces, straight quotation marks and hyphens.

    Example:
        >>> plainly(" Adapt  designers’ work ")
        "adapt designers' work"
    """
    return " ".join(name.translate(_SIGNS).casefold().split())


def load(atlas: "Atlas") -> Catalogue:
    """Every occupation and skill that the figures hold; an empty catalogue where they were built without.

    Reading takes most of a second, so the catalogue read last is kept: the same tables in the same folder give the same one.

    Args:
        atlas: The atlas to read.

    Example:
        >>> from levelling.atlas import Atlas
        >>> catalogue = load(Atlas.open())
        >>> bricklayer = catalogue.by_label("bricklayer")
        >>> bricklayer.isco, catalogue.isco[bricklayer.isco], len(bricklayer.essential)
        ('7112', 'Bricklayers and related workers', 19)
        >>> load(Atlas.open()) is catalogue
        True
    """
    from levelling.jobs.occupations.joins import read

    tables = (atlas.store.folder, *atlas.store.ledger.of_kind("table"))
    catalogue = _READ.get(tables)
    if catalogue is None:
        catalogue = read(atlas.store)
        _READ.clear()
        _READ[tables] = catalogue
    return catalogue


def rarity(uses: int, occupations: int) -> float:
    """How telling a skill is: the natural logarithm of all occupations over those that ask for it, essential or optional.

    Args:
        uses: Occupations that ask for it, at least one.
        occupations: All occupations.

    Example:
        >>> round(rarity(1, 2), 3), rarity(2, 2)
        (0.693, 0.0)
    """
    return math.log(occupations / uses)


def _by_key(known: Mapping[str, _Named], key: str, one: str) -> _Named:
    if key not in known:
        # A few letters stand in hundreds of keys by chance.
        near = near_ids(key[:_SHOWN], known, cutoff=0.7) if len(key) >= _TELLING else ()
        raise UserError(f"There is no {one} with the key '{key[:_SHOWN]}'.", near=near)
    return known[key]


def _named(occupations: Iterable[Occupation]) -> _Names:
    items = list(occupations)
    holders = Counter(name for item in items for name in {plainly(title) for title in item.titles})
    names = {name: item.key for item in items for title in item.titles if holders[name := plainly(title)] == 1}
    return names | {plainly(item.label): item.key for item in items}


def _reviewed(names: _Names, preferred: set[str]) -> _Names:
    """The names, with all but the preferred ones turned to what adverts in the UK mean by them."""
    from levelling.jobs.occupations.title_words import title_words

    called = {plainly(title): label for label, titles in title_words().also_called.items() for title in titles}
    turned = {title: names[plainly(label)] for title, label in called.items() if title in names and plainly(label) in names}
    return names | {title: key for title, key in turned.items() if title not in preferred}


def _nobody(names: Mapping[str, str], label: str, one: str) -> UserError:
    near = near_ids(plainly(label)[:_SHOWN], names, cutoff=0.6)
    return UserError(f"No {one} goes by the name '{label[:_SHOWN]}'.", near=near)
