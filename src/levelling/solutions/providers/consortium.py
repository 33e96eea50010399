"""A consortium: the smallest set of providers that together cover a bid's themes in its area, and what each brings."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from levelling.core.area import Area
from levelling.core.errors import NotEnoughData, UserError
from levelling.core.words import listed, number
from levelling.solutions.providers.bid import Bid
from levelling.solutions.providers.cover import SECONDS, Candidate, smallest, widest
from levelling.solutions.providers.offers import Covering
from levelling.solutions.providers.themes import Theme, Themes

_Thing = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Member:
    """One provider in the consortium.

    Attributes:
        provider: Who it is and what it covers.
        themes: The bid's themes it serves, by short name.
        alone: Those that rest on it alone.
        needed_for: Those that would be served less often than asked without it.
        at_least: How many members must serve each theme.
        asked_for: Whether the bid says that it must be in.
    """

    provider: Covering
    themes: tuple[str, ...]
    alone: tuple[str, ...]
    needed_for: tuple[str, ...]
    at_least: int
    asked_for: bool

    @property
    def sentence(self) -> str:
        """What it brings, to be read aloud."""
        said = f"{self.provider.name} brings {listed(self.themes) if self.themes else 'none of the themes'}"
        if self.asked_for:
            said += ", and the bid asks for it by name"
        if self.alone:
            return f"{said}; {listed(self.alone)} would be lost without it."
        if self.needed_for:
            return f"{said}; without it fewer than {self.at_least} would serve {listed(self.needed_for)}."
        return f"{said}; nothing would be lost without it."


@dataclass(frozen=True, slots=True)
class Consortium:
    """A set of providers for a bid.

    Attributes:
        bid: What was asked.
        area: The place; `None` where the bid is for no one place.
        themes: The themes asked for.
        candidates: How many providers serve at least one theme there, and may be in.
        members: Who is in, those who bring most first.
        proven: Whether it is proven that no smaller set will do.
        at_least: The fewest members that are proven to be needed.
        best_proven: Whether it is proven that no set of this size is better.
        alternatives: Other sets of the same size, as names.
        more: Whether there may be still others.
        uncovered: Themes not covered as often as asked, where the number of members does not allow more.
        needed: Members that would cover everything, where more are needed than allowed; `None` otherwise.
        unplaced: Providers that could not be placed and so were not considered.
        lost: Entries of the directory that could not be used.
    """

    bid: Bid
    area: Area | None
    themes: tuple[Theme, ...]
    candidates: int
    members: tuple[Member, ...]
    proven: bool
    at_least: int
    best_proven: bool
    alternatives: tuple[tuple[str, ...], ...]
    more: bool
    uncovered: tuple[str, ...]
    needed: int | None
    unplaced: int
    lost: int = 0

    def records(self) -> Sequence[dict[str, Any]]:
        """One record a member, then one an alternative set."""
        return [
            *(
                {
                    "kind": "member",
                    "id": member.provider.id,
                    "name": member.provider.name,
                    "themes": ", ".join(member.themes),
                    "alone": ", ".join(member.alone),
                    "needed_for": ", ".join(member.needed_for),
                    "services": member.provider.services,
                    "newest": member.provider.newest.isoformat() if member.provider.newest else None,
                    "fresh": member.provider.fresh,
                    "asked_for": member.asked_for,
                    "size": len(self.members),
                    "proven": self.proven,
                    "at_least": self.at_least,
                    "uncovered": ", ".join(self.uncovered),
                    "sentence": member.sentence,
                }
                for member in self.members
            ),
            *(
                {"kind": "alternative", "id": f"alternative-{place}", "name": "; ".join(names), "size": len(names)}
                for place, names in enumerate(self.alternatives, 1)
            ),
        ]

    @property
    def sentence(self) -> str:
        """What was found, to be read aloud."""
        where = f" in {self.area.name}" if self.area else ""
        size, themes = len(self.members), len(self.themes)
        told = f"{number(size, 0)} {'provider' if size == 1 else 'providers'}"
        often = f", each at least {self.bid.at_least} times" if self.bid.at_least > 1 else ""
        if self.uncovered:
            return (
                f"With at most {told} the bid cannot be covered{where}: {listed(self.uncovered)} "
                f"would be left out. {self.needed} are needed for all."
            )
        covers = "covers" if size == 1 else "together cover"
        proof = "no smaller set does" if self.proven else f"at least {self.at_least} are needed, and the search ran out of time"
        return f"{told} {covers} {'the theme' if themes == 1 else f'all {themes} themes'} of the bid{where}{often}: {proof}."

    @property
    def fragile(self) -> tuple[str, ...]:
        """The themes that rest on one member alone."""
        return tuple(theme.id for theme in self.themes if any(theme.id in member.alone for member in self.members))

    @property
    def notes(self) -> tuple[str, ...]:
        """What to know beside the members."""
        said = [member.sentence for member in self.members]
        if self.fragile:
            said.append(f"Resting on one member alone: {listed(self.fragile)}.")
        old = [member.provider.name for member in self.members if not member.provider.fresh]
        if old:
            said.append(f"Look at these first, since their entries are stale or bear no date: {listed(old)}.")
        if self.alternatives:
            other = "another set" if len(self.alternatives) == 1 else f"{len(self.alternatives)} other sets"
            many = "at least " if self.more else ""
            said.append(f"There {'is' if len(self.alternatives) == 1 and not many else 'are'} {many}{other} of the same size.")
        elif not self.uncovered and self.bid.alternatives and not self.more:
            said.append("No other set of this size covers the bid.")
        if self.unplaced:
            said.append(_unplaced(self.unplaced))
        if self.lost:
            advice = "levelling providers --show problems lists them"
            said.append(
                f"{number(self.lost, 0)} {'entry' if self.lost == 1 else 'entries'} of the directory could not be used: {advice}."
            )
        return (
            *said,
            "Words in a directory show what a provider says it does, not how well or whether it has room: ask before you bid.",
        )


def consortium(
    providers: Sequence[Covering],
    bid: Bid,
    among: Themes,
    area: Area | None = None,
    codes: frozenset[str] = frozenset(),
    seconds: float = SECONDS,
    lost: int = 0,
) -> Consortium:
    """The smallest set of providers that covers a bid; of several, the one that covers most beyond it and is freshest.

    Each theme must be served by at least `bid.at_least` members, in every local authority of the area.

    Args:
        providers: Who is there, and what each covers where.
        bid: What is asked.
        among: The themes that may be asked for.
        area: The place; `None` where themes alone count.
        codes: Its local authorities.
        seconds: How long the search may take.
        lost: Entries of the directory that could not be used.

    Raises:
        UserError: A theme or a provider that the bid names is not known.
        NotEnoughData: No set covers the bid: says which themes nobody, or too few, cover.
    """
    asked_themes = tuple(dict.fromkeys(among.get(name) for name in bid.themes))
    must, never = _named(providers, bid.must, "must be in"), _named(providers, bid.never, "must not be in")
    if both := sorted(must & never):
        names = [one.name for one in providers if one.id in both]
        raise UserError(f"The bid says of {listed(names)} that it must and must not be in.", "Leave it out of one of the two.")
    where = codes if area else frozenset({""})
    # In order, since a set of codes has none of its own and the answer must not go with it.
    asked = {(theme.id, code): bid.at_least for theme in asked_themes for code in sorted(where)}
    pool = [one for one in providers if one.id not in never and (one.fresh or not bid.fresh_only or one.id in must)]
    covers = {one.id: _covers(one, asked, anywhere=area is None) for one in pool}
    candidates = [_candidate(one, covers[one.id]) for one in pool if covers[one.id] or one.id in must]
    unplaced = sum(not one.placed for one in pool) if area else 0
    _refuse_what_nobody_covers(asked_themes, asked, candidates, bid, area, unplaced)
    found = smallest(candidates, asked, frozenset(must), bid.alternatives, seconds)
    if found.best is None:
        raise NotEnoughData("No set was found in the time allowed.", "Ask for fewer themes, or a smaller area.")
    chosen, needed = found.best.chosen, None
    if bid.most is not None and len(chosen) > bid.most:
        if len(must) > bid.most:
            raise UserError(
                f"The bid names {len(must)} providers that must be in, and allows {bid.most}.", "Allow more with --most."
            )
        needed, chosen = len(chosen), widest(candidates, asked, bid.most, frozenset(must), seconds)
    by_id = {one.id: one for one in pool}
    counts = Counter(thing for id_ in chosen for thing in covers[id_])
    members = [_member(by_id[id_], covers[id_], counts, asked, asked_themes, id_ in must) for id_ in chosen]
    short = [theme.id for theme in asked_themes if any(counts[thing] < asked[thing] for thing in asked if thing[0] == theme.id)]
    return Consortium(
        bid=bid,
        area=area,
        themes=asked_themes,
        candidates=sum(bool(covered) for covered in covers.values()),
        members=tuple(sorted(members, key=lambda one: (-len(one.themes), one.provider.name.casefold(), one.provider.id))),
        proven=found.best.proven,
        at_least=found.best.at_least,
        best_proven=found.best_proven,
        alternatives=() if needed else tuple(tuple(by_id[id_].name for id_ in one) for one in found.others),
        more=found.more and not needed,
        uncovered=tuple(short),
        needed=needed,
        unplaced=unplaced,
        lost=lost,
    )


def _named(providers: Sequence[Covering], names: Sequence[str], what: str) -> frozenset[str]:
    by_name: dict[str, set[str]] = {}
    for one in providers:
        for name in {one.name.casefold(), one.id.casefold()}:
            by_name.setdefault(name, set()).add(one.id)
    found = set()
    for name in names:
        ids = by_name.get(name.strip().casefold(), set())
        if len(ids) != 1:
            known = {one.name.casefold(): one.name for one in providers}
            near = (
                [known[key] for key in get_close_matches(name.strip().casefold(), list(known), n=3, cutoff=0.5)]
                if not ids
                else sorted(ids)
            )
            said = "is not in the directory" if not ids else "is the name of several: give its id"
            raise UserError(f"'{name[:60]}', which {what}, {said}.", near=near)
        found |= ids
    return frozenset(found)


def _covers(one: Covering, asked: dict[_Thing, int], *, anywhere: bool) -> frozenset[_Thing]:
    if anywhere:
        return frozenset((theme, "") for theme in one.reach if (theme, "") in asked)
    return frozenset((theme, code) for theme, codes in one.reach.items() for code in codes if (theme, code) in asked)


def _candidate(one: Covering, covered: frozenset[_Thing]) -> Candidate:
    # Of two sets of one size: the one that covers more, times over, then the one with more fresh members.
    return Candidate(one.id, covered, 2 * len(covered) + one.fresh)


def _member(
    one: Covering,
    covered: frozenset[_Thing],
    counts: Counter[_Thing],
    asked: dict[_Thing, int],
    themes: Sequence[Theme],
    asked_for: bool,
) -> Member:
    def ordered(names: set[str]) -> tuple[str, ...]:
        return tuple(theme.id for theme in themes if theme.id in names)

    return Member(
        provider=one,
        themes=ordered({thing[0] for thing in covered}),
        alone=ordered({thing[0] for thing in covered if counts[thing] == 1}),
        needed_for=ordered({thing[0] for thing in covered if counts[thing] - 1 < asked[thing]}),
        at_least=max(asked.values(), default=1),
        asked_for=asked_for,
    )


def _unplaced(count: int) -> str:
    what = "1 provider" if count == 1 else f"{number(count, 0)} providers"
    return f"{what} could not be placed, and {'was' if count == 1 else 'were'} not considered."


def _refuse_what_nobody_covers(
    themes: Sequence[Theme], asked: dict[_Thing, int], candidates: Sequence[Candidate], bid: Bid, area: Area | None, unplaced: int
) -> None:
    counts = Counter(thing for one in candidates for thing in one.covers)
    least = {theme.id: min(counts[thing] for thing in asked if thing[0] == theme.id) for theme in themes}
    short = [theme for theme in themes if least[theme.id] < bid.at_least]
    if not short:
        return
    where = f" in {'every authority of ' if len(asked) > len(themes) else ''}{area.name}" if area else ""
    nobody = [theme.id for theme in short if not least[theme.id]]
    few = [f"{theme.id} (by {least[theme.id]})" for theme in short if least[theme.id]]
    parts = [f"nobody covers {listed(nobody, 'or')}"] if nobody else []
    parts += [f"fewer than {bid.at_least} cover {listed(few)}"] if few else []
    rest = [theme.id for theme in themes if theme not in short]
    advice = f"The others can be covered: --themes {','.join(rest)}." if rest else "Look further than this directory."
    if unplaced:
        advice = f"{_unplaced(unplaced)} {advice}"
    raise NotEnoughData(f"No set of providers covers the bid{where}: {'; '.join(parts)}.", advice)
