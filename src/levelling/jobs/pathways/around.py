"""What is known around occupations: what they pay, who in a place does them, which apprenticeships teach them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from levelling.jobs.occupations.catalogue import Occupation
from levelling.jobs.pathways.result import Median, Pay, Presence


@dataclass(frozen=True, slots=True)
class Standard:
    """An apprenticeship standard.

    Attributes:
        name: What it is called.
        level: Its level in words.
        starts: How many began it in England in the period; `None` where not known.
        period: When.
    """

    name: str
    level: str
    starts: int | None
    period: str


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around occupations. Everything may be empty: then it cannot be told.

    Attributes:
        pay: Median pay by SOC 2020 unit group.
        leads: Unit groups each occupation may lie in, by its key, each with how likely that is, of 100, the likeliest first;
            where an occupation is not there, its own first `soc` is taken as sure.
        sure: Of 100, how likely one must be to stand for the occupation alone.
        presence: People of the place by sub-major group of SOC 2020 (the first two digits).
        standards: Apprenticeship standards.
        titles: Job titles of each unit group.
    """

    pay: Mapping[str, Median] = field(default_factory=dict)
    leads: Mapping[str, Sequence[tuple[str, int]]] = field(default_factory=dict)
    sure: int = 50
    presence: Mapping[str, Presence] = field(default_factory=dict)
    standards: tuple[Standard, ...] = ()
    titles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def titles_of(self, one: Occupation) -> tuple[str, ...]:
        """Job titles of the unit group that stands for an occupation; none where none is sure."""
        groups = self.groups_of(one)
        return self.titles.get(groups[0], ()) if len(groups) == 1 else ()

    def groups_of(self, one: Occupation) -> tuple[str, ...]:
        """The unit group that stands for an occupation; all that it may lie in where none is sure."""
        found = self.leads.get(one.key, [(soc, 100) for soc in one.soc[:1]])
        if found and found[0][1] >= self.sure:
            return (found[0][0],)
        return tuple(soc for soc, _ in found)

    def pay_of(self, one: Occupation) -> Pay | None:
        """What its groups pay; `None` where it has none, or the pay of one is not published for the same time."""
        medians = [self.pay.get(soc) for soc in self.groups_of(one)]
        known = tuple(dict.fromkeys(median for median in medians if median is not None))
        whole = bool(known) and None not in medians and len({median.period for median in known}) == 1
        return Pay(known) if whole else None

    def presence_of(self, one: Occupation) -> Presence | None:
        """People of the place in its sub-major group; `None` where its groups lie in several."""
        wider = {soc[:2] for soc in self.groups_of(one)}
        return self.presence.get(wider.pop()) if len(wider) == 1 else None
