"""What the practice chapter says of no one place: cases, evidence, options appraised."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from levelling.api.appraisal import ask_appraisal
from levelling.api.place import Place
from levelling.api.shown import Answer
from levelling.atlas import Atlas as Figures
from levelling.core.choice import chosen


class PracticeAnswers:
    """The part of `Atlas` that asks the practice chapter.

    Attributes:
        _figures: The figures it reads.
    """

    _figures: Figures

    def cases(
        self,
        query: str = "",
        *,
        mechanism: str = "",
        people: str = "",
        grade: int | None = None,
        nation: str = "",
        source_paper: bool = False,
        like: str | None = None,
    ) -> Answer:
        """What has been tried, for whom, and what is known to have come of it.

        Args:
            query: Words; every case where there is none.
            mechanism: How it works, such as `health support`.
            people: Whom it is for, such as `young people`.
            grade: The lowest grade of the Maryland scale, 0 to 5.
            nation: Where it ran, such as `Scotland`, or `abroad`.
            source_paper: Whether the paper of 2020 must tell of it.
            like: A place: cases like it come first, with why in words.

        Example:
            >>> from levelling import open
            >>> [found["id"] for found in open().cases("community catalysts somerset").records()][0]
            'community-catalysts-somerset'
        """
        from levelling.practice.cases import filters, find, library

        wanted = filters(mechanism=mechanism, people=people, grade=grade, nation=nation, source_paper=source_paper)
        if like is not None:
            return Place(self._figures.area(like), self._figures).cases(query, **wanted)
        return Answer("What has been tried", find(library(), query, wanted))

    def appraise(
        self,
        *files: str | Path,
        area: str | None = None,
        given: Mapping[str, Mapping[str, Any]] | None = None,
        draws: int = 10_000,
        seed: int = 2020,
        prices: int | None = None,
    ) -> Answer:
        """What options would be worth by the Green Book: value, who pays, who saves, payback, what to learn first.

        Args:
            files: Files that end in .toml, or names of options that come with the package.
            area: The place that fills them.
            given: What you suppose: for each option, a number or a range for each input by name.
            draws: How many draws.
            seed: Where they begin.
            prices: The year of the prices to tell everything in.
        """
        place = self._figures.area(area) if area else None
        return ask_appraisal(self._figures, place, files, given, (draws, seed), prices)

    def evidence(self, mechanism: str = "", people: str = "", add: str | Path | None = None) -> Answer:
        """What the cases of a way of working say together: votes with a grade, what can be pooled, and what belongs together.

        Args:
            mechanism: A way of working, such as `health support`; each in turn where left out.
            people: Whom cases must be for.
            add: A .csv or .toml file of your own results, to be pooled with those of the same kind.

        Example:
            >>> from levelling import open
            >>> open().evidence("social prescribing").records()[0]["grade"]
            'not known'
        """
        from levelling.practice.cases import Group, Mechanism, library
        from levelling.practice.evidence import evidence, read_own

        way = chosen(Mechanism, mechanism, "mechanism") if mechanism else None
        group = chosen(Group, people, "people") if people else None
        found = evidence(library(), way, group=group, own=read_own(Path(add)) if add is not None else None)
        return Answer(f"Evidence on {way.value if way is not None else 'every way of working'}", found)

    def logic(self, model: str | Path, change: str = "", *, matrix: bool = False, draws: int = 4_000, seed: int = 2020) -> Answer:
        """A logic model, by name or from a file: its links; what follows if `change` (`node=amount`) is put in; or the matrix."""
        from levelling.api.logic import ask_logic

        return ask_logic(model, change, draws, seed, matrix=matrix)
