"""Barriers to work and groups of people: how a service is seen to be for them, by words declared in `facts/providers/`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from pydantic import Field

from levelling.atlas.declared import FactsBroken, Strict, read_declared
from levelling.core.errors import UserError
from levelling.core.service import Service
from levelling.solutions.providers.phrases import Phrases, tokens


class Kind(StrEnum):
    """What a theme is about."""

    BARRIER = "barrier"
    GROUP = "group"


class _ThemeFile(Strict):
    id: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
    title: Annotated[str, Field(min_length=3)]
    meaning: Annotated[str, Field(min_length=10)]
    phrases: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    like: str = ""
    youngest_from: float | None = None
    oldest_to: float | None = None
    needs: tuple[str, ...] = ()


class _ThemesFile(Strict):
    theme: Annotated[tuple[_ThemeFile, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Theme:
    """A barrier to work that services help with, or a group of people they are for.

    Attributes:
        id: Its short name, as `--themes` takes it: `mental-health`.
        kind: Whether it is a barrier or a group.
        title: Its name inside a sentence: 'mental health'.
        meaning: What counts as it.
        phrases: Words that show it.
        unless: Longer phrases in which those words mean something else.
        youngest_from: A service whose youngest user is at least this old is for the group.
        oldest_to: A service whose oldest user is at most this old is for the group.
        needs: Keys of the needs of a place that services of the theme answer.
    """

    id: str
    kind: Kind
    title: str
    meaning: str
    phrases: tuple[str, ...]
    unless: tuple[str, ...] = ()
    youngest_from: float | None = None
    oldest_to: float | None = None
    needs: tuple[str, ...] = ()


class Themes:
    """A set of themes, ready to be found in services.

    Args:
        themes: The themes, in the order they are shown.

    Example:
        >>> [theme.id for theme in themes().of(Service("1", "Job club", None, "Debt advice and help to find work"))]
        ['employability', 'money']
    """

    def __init__(self, themes: Sequence[Theme]) -> None:
        self.all = tuple(themes)
        self._by_id = {theme.id: theme for theme in self.all}
        self._phrases = Phrases({theme.id: theme.phrases for theme in self.all})
        self._unless = Phrases({theme.id: theme.unless for theme in self.all})
        self._by_age = tuple(theme for theme in self.all if theme.youngest_from is not None or theme.oldest_to is not None)

    def of(self, service: Service) -> tuple[Theme, ...]:
        """The themes of a service, in the order of the whole set: by its words, and by the ages it is for."""
        found = self._by_words(service.text)
        found |= {theme.id for theme in self._by_age if _by_age(theme, service)}
        return tuple(theme for theme in self.all if theme.id in found)

    def get(self, name: str) -> Theme:
        """A theme by its short name or its title.

        Raises:
            UserError: There is none; near names are offered.
        """
        wanted = "-".join(name.lower().replace("_", " ").replace("-", " ").replace(",", "").split())
        by_title = {theme.title.lower().replace(" ", "-").replace(",", ""): theme for theme in self.all}
        found = self._by_id.get(wanted) or by_title.get(wanted)
        if found is None:
            near = get_close_matches(wanted, [*self._by_id, *by_title], n=3, cutoff=0.5)
            near = list(dict.fromkeys((self._by_id.get(one) or by_title[one]).id for one in near))
            raise UserError(f"There is no theme '{name[:60]}'.", f"The themes are: {', '.join(self._by_id)}.", near)
        return found

    def _by_words(self, text: str) -> set[str]:
        words = tokens(text)
        found = self._phrases.found(words)
        if not found:
            return set()
        apart = self._unless.found(words)
        return {key for key, spans in found.items() if any(_free(span, apart.get(key, ())) for span in spans)}


def _free(span: tuple[int, int], apart: Iterable[tuple[int, int]]) -> bool:
    return not any(start < span[1] and span[0] < end for start, end in apart)


def _by_age(theme: Theme, service: Service) -> bool:
    youngest, oldest = service.minimum_age, service.maximum_age
    return bool(
        (theme.youngest_from is not None and youngest is not None and youngest >= theme.youngest_from)
        or (theme.oldest_to is not None and oldest is not None and 0 < oldest <= theme.oldest_to)
    )


@cache
def themes() -> Themes:
    """The themes that come with the package: barriers first, then groups.

    Raises:
        FactsBroken: Lists every file and field that is wrong.
    """
    folder = Path(str(files("levelling") / "facts" / "providers"))
    return load({Kind.BARRIER: folder / "barriers.toml", Kind.GROUP: folder / "groups.toml"})


def load(paths: dict[Kind, Path]) -> Themes:
    """Themes from files, one for each kind.

    Raises:
        FactsBroken: Lists every file and field that is wrong.
    """
    files, faults = read_declared(paths.values(), _ThemesFile)
    read = [(kind, theme) for kind, path in paths.items() if path.stem in files for theme in files[path.stem].theme]
    made = []
    known = {theme.id: theme for _, theme in read}
    if len(known) < len(read):
        ids = [theme.id for _, theme in read]
        faults += [f"{key}: there are two themes of this id" for key in known if ids.count(key) > 1]
    for kind, theme in read:
        model = known.get(theme.like) if theme.like else theme
        if model is None or not (model.phrases or theme.phrases):
            faults.append(f"{theme.id}: it has no phrases, and is like no theme that has")
            continue
        phrases, unless = dict.fromkeys([*model.phrases, *theme.phrases]), dict.fromkeys([*model.unless, *theme.unless])
        ages = (theme.youngest_from, theme.oldest_to)
        made.append(Theme(theme.id, kind, theme.title, theme.meaning, tuple(phrases), tuple(unless), *ages, theme.needs))
    if faults:
        raise FactsBroken("The themes are not whole", faults)
    return Themes(made)
