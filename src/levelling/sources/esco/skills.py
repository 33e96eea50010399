"""Skills: their addresses where a file gives them, what sort they are, and the group they belong to."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import polars as pl

from levelling.atlas.occupations import skill_key
from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Inputs

_FOLDER = "esco-1.2.0"
GROUPS = f"{_FOLDER}/skillGroups_en.csv"
PARENTS = f"{_FOLDER}/broaderRelationsSkillPillar_en.csv"
MARKS = {mark: f"{_FOLDER}/{mark}SkillsCollection_en.csv" for mark in ("digital", "green", "language", "transversal")}

_KNOWLEDGE = "knowledge"
_SKILL = "skill"


def skill_table(
    inputs: Inputs, labels: Sequence[str], knowledge: Collection[str], surely_not: Collection[str]
) -> tuple[pl.DataFrame, int]:
    """One row for each label, and how many skills the whole release holds.

    Args:
        inputs: The files.
        labels: Skills that occupations ask for, in the order of their numbers.
        knowledge: Those known to be knowledge.
        surely_not: Those known not to be.

    Raises:
        SourceChanged: A file is not in the known shape, or two skills would have the same key.
    """
    address: dict[str, str] = {}
    kinds: dict[str, str] = {}
    marked: dict[str, set[str]] = {}
    for mark, file in MARKS.items():
        frame = inputs.csv(file, ["conceptUri", "preferredLabel", "skillType"])
        rows = [(uri, trimmed(label), kind) for uri, label, kind in frame.rows()]
        marked[mark] = {label for _, label, _ in rows}
        address |= {label: uri for uri, label, _ in rows}
        kinds |= {label: _KNOWLEDGE if kind == "knowledge" else _SKILL for _, label, kind in rows}
    kinds |= dict.fromkeys(knowledge, _KNOWLEDGE) | dict.fromkeys(surely_not, _SKILL)
    group, in_release = _groups_of(inputs, [address[label] for label in labels if label in address])
    _require_keys_apart({label: address.get(label, "") for label in labels})
    table = pl.DataFrame(
        {
            "number": pl.Series(range(len(labels)), dtype=pl.UInt16),
            "address": [address.get(label, "").rpartition("/")[2] for label in labels],
            "label": list(labels),
            "kind": [kinds.get(label, "") for label in labels],
            "group": [group.get(address.get(label, ""), "") for label in labels],
            **{mark: [label in found for label in labels] for mark, found in marked.items()},
        }
    )
    return table, in_release


def group_table(inputs: Inputs) -> pl.DataFrame:
    """Every group of skills and field of knowledge by its code."""
    frame = inputs.csv(GROUPS, ["code", "preferredLabel"]).rename({"preferredLabel": "title"})
    return frame.filter(pl.col("code").is_not_null()).sort("code")


def trimmed(label: str) -> str:
    r"""A label without the stray spaces that some have.

    Example:
        >>> trimmed(" document\xa0prior learning ")
        'document prior learning'
    """
    return " ".join(label.split())


def _groups_of(inputs: Inputs, wanted: Sequence[str]) -> tuple[dict[str, str], int]:
    code = dict(inputs.csv(GROUPS, ["conceptUri", "code"]).drop_nulls().rows())
    parents: Mapping[str, list[str]] = defaultdict(list)
    frame = inputs.csv(PARENTS, ["conceptType", "conceptUri", "broaderUri"])
    for _, child, parent in frame.rows():
        parents[child].append(parent)
    in_release = frame.filter(pl.col("conceptType") == "KnowledgeSkillCompetence")["conceptUri"].n_unique()
    return {uri: found for uri in wanted if (found := _nearest(uri, parents, code))}, in_release


def _nearest(uri: str, parents: Mapping[str, list[str]], code: Mapping[str, str]) -> str:
    # The groups one step up come before those two steps up; of several, the first by code.
    level, seen = [uri], {uri}
    while level:
        above = sorted({parent for item in level for parent in parents.get(item, ())} - seen)
        groups = sorted(code[parent] for parent in above if parent in code)
        if groups:
            return groups[0]
        seen.update(above)
        level = above
    return ""


def _require_keys_apart(addresses: Mapping[str, str]) -> None:
    holders: dict[str, list[str]] = defaultdict(list)
    for label, address in addresses.items():
        holders[address.rpartition("/")[2] or skill_key(label)].append(label)
    twice = sorted((labels for labels in holders.values() if len(labels) > 1), key=lambda labels: labels[0])
    if twice:
        raise SourceChanged(
            f"{len(twice)} keys would stand for more than one skill, such as '{twice[0][0]}' and '{twice[0][1]}'.",
            "The rule that makes a key from a label must tell them apart.",
        )
