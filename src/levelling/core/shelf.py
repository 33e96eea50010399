"""A shelf of things known by their ids: one is found by its id, or by words, and near ids are offered."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import ClassVar, Generic, Protocol, TypeVar

from levelling.core.errors import UserError
from levelling.core.fulltext import FullText
from levelling.core.ids import as_id


class Named(Protocol):
    """What can stand on a shelf: it has an id."""

    @property
    def id(self) -> str:
        """Its id, in small letters with hyphens."""
        ...


_Item = TypeVar("_Item", bound=Named)


class Shelf(ABC, Generic[_Item]):
    """Things known by their ids.

    A kind of shelf says what one thing is called (`ONE`), how all are seen (`ADVICE`), how much a word counts in each field of a
    text (`WEIGHTS`), and gives the texts that are searched (`texts_of`).

    Args:
        items: Each by its id.
    """

    ONE: ClassVar[str]
    ADVICE: ClassVar[str]
    WEIGHTS: ClassVar[Mapping[str, float]]

    def __init__(self, items: Mapping[str, _Item]) -> None:
        self._items = dict(items)

    @abstractmethod
    def texts_of(self, item: _Item) -> Mapping[str, str]:
        """The texts that a thing is found by, by field."""

    def get(self, name: str) -> _Item:
        """The thing with this id.

        Raises:
            UserError: There is none; the nearest are offered.
        """
        wanted = as_id(name)
        if wanted not in self._items:
            near = [*get_close_matches(wanted, self._items, n=4, cutoff=0.6), *self._index.search(name, 3)]
            raise UserError(f"There is no {self.ONE} '{name[:80]}'.", self.ADVICE, near=list(dict.fromkeys(near))[:4])
        return self._items[wanted]

    def knows(self, name: str) -> bool:
        """Whether there is a thing with exactly this id."""
        return as_id(name) in self._items

    def near(self, name: str) -> tuple[str, ...]:
        """Ids that are nearly this one, nearest first."""
        return tuple(get_close_matches(as_id(name), self._items, n=3, cutoff=0.8))

    def all(self) -> tuple[_Item, ...]:
        """Everything on the shelf, by id."""
        return tuple(self._items.values())

    def with_words(self, query: str) -> tuple[_Item, ...]:
        """What holds the words, best match first; everything, by id, where there is no word."""
        return tuple(self._items[name] for name in self._index.search(query)) if query.strip() else self.all()

    def __iter__(self) -> Iterator[_Item]:
        return iter(self._items.values())

    def __len__(self) -> int:
        return len(self._items)

    @cached_property
    def _index(self) -> FullText:
        return FullText({name: self.texts_of(item) for name, item in self._items.items()}, self.WEIGHTS)
