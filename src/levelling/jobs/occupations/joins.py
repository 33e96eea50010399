"""From the tables of the figures to the catalogue: ESCO's occupations, with what joins them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from levelling.atlas.occupations import OccupationRow, read_counts, read_isco, read_occupations, read_skills, read_soc
from levelling.atlas.onet import NestaRow, OnetRow, read_activities, read_moves, read_nesta, read_onet
from levelling.atlas.store import Store
from levelling.jobs.occupations.catalogue import Catalogue, Occupation, Skill, rarity
from levelling.jobs.occupations.losses import losses_of

_NOBODY = NestaRow("", "", None, None, "", "")
_NOWHERE = OnetRow("", "", None, frozenset(), ())


@dataclass(frozen=True, slots=True)
class Joins:
    """What is joined to ESCO's occupations.

    Attributes:
        soc: SOC 2020 unit groups by occupation.
        nesta: What Nesta says by occupation.
        onet: Occupations of O*NET by code.
        moves: Codes of today by codes that are no more.
    """

    soc: Mapping[str, tuple[str, ...]]
    nesta: Mapping[str, NestaRow]
    onet: Mapping[str, OnetRow]
    moves: Mapping[str, str]

    def code(self, key: str) -> str:
        """The O*NET code of today that an occupation is joined to; empty where none."""
        old = self.nesta.get(key, _NOBODY).onet
        code = self.moves.get(old, old)
        return code if code in self.onet else ""


def read(store: Store) -> Catalogue:
    """The catalogue that some figures hold."""
    skills = read_skills(store)
    rows = read_occupations(store)
    keys = [skill.key for skill in skills]
    activities = read_activities(store)
    joins = Joins(read_soc(store), read_nesta(store), read_onet(store, activities), read_moves(store))
    by_code = {row.code: row.key for row in rows}
    occupations = {row.key: _occupation(row, keys, joins, by_code.get(row.code.rpartition(".")[0], "")) for row in rows}
    return Catalogue(
        occupations,
        {row.key: Skill(row.key, row.label, row.group, rarity(row.uses, len(rows)), row.kind, row.marks) for row in skills},
        read_isco(store),
        losses_of(rows, skills, read_counts(store), occupations, joins.nesta, joins.onet, joins.moves) if rows else (),
        joins.onet,
        activities,
    )


def _occupation(row: OccupationRow, keys: Sequence[str], joins: Joins, parent: str) -> Occupation:
    essential = frozenset([keys[at] for at in row.essential])
    nesta = joins.nesta.get(row.key, _NOBODY)
    code = joins.code(row.key)
    onet = joins.onet.get(code, _NOWHERE)
    return Occupation(
        key=row.key,
        label=row.label,
        isco=row.isco,
        essential=essential,
        optional=frozenset([keys[at] for at in row.optional]) - essential,
        soc=joins.soc.get(row.key, ()),
        onet=code,
        zone=onet.zone,
        risk=nesta.risk,
        resists=nesta.resists,
        risk_class=nesta.risk_class,
        activities=onet.activities,
        titles=row.titles,
        regulated=row.regulated,
        parent=parent,
        family=nesta.family,
    )
