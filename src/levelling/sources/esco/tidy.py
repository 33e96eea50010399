"""From ESCO's files to tables of occupations, skills and groups."""

from collections import Counter

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.esco.skills import GROUPS, MARKS, PARENTS, group_table, skill_table, trimmed
from levelling.sources.inputs import Inputs

_FOLDER = "esco-1.2.0"
OCCUPATIONS = f"{_FOLDER}/occupations_en.csv"
PROFILES = f"{_FOLDER}/esco_occupation_profiles.parquet"
ISCO = f"{_FOLDER}/ISCOGroups_en.csv"
FILES = (OCCUPATIONS, PROFILES, ISCO, GROUPS, PARENTS, *MARKS.values())

_REGULATED = "http://data.europa.eu/esco/regulated-professions/regulated"
_NUMBERS = pl.List(pl.UInt16)


def tidy(inputs: Inputs) -> Tidy:
    """Occupations with their skills by number, skills, groups of both, and counts of what is left out.

    Raises:
        SourceChanged: A file is missing or not in the known shape.
    """
    profiles = _profiles(inputs)
    uses = Counter(label for _, essential, optional, _ in profiles for label in {*essential, *optional})
    number = {label: at for at, label in enumerate(sorted(uses, key=lambda label: (-uses[label], label)))}
    essential = {key: sorted(number[label] for label in labels) for key, labels, _, _ in profiles}
    optional = {key: sorted(number[label] for label in labels) for key, _, labels, _ in profiles}
    occupations = _occupations(inputs)
    if set(occupations["key"]) != set(essential):
        raise SourceChanged(
            f"The files {OCCUPATIONS} and {PROFILES} do not hold the same occupations.", "They may be of two versions of ESCO."
        )
    linked = occupations.with_columns(
        pl.Series("essential", [essential[key] for key in occupations["key"]], dtype=_NUMBERS),
        pl.Series("optional", [optional[key] for key in occupations["key"]], dtype=_NUMBERS),
    )
    knowledge = {label for _, _, _, labels in profiles for label in labels}
    surely_not = {label for _, labels, _, _ in profiles for label in labels} - knowledge
    skills, in_release = skill_table(inputs, list(number), knowledge, surely_not)
    skills = skills.with_columns(pl.Series("uses", [uses[label] for label in number], dtype=pl.UInt16))
    isco = inputs.csv(ISCO, ["code", "preferredLabel"]).rename({"preferredLabel": "title"}).sort("code")
    _require_groups(occupations, isco)
    counts = pl.DataFrame({"what": ["skills in the release"], "count": [in_release]})
    return Tidy(
        tables={
            "esco_occupations": linked,
            "esco_skills": skills,
            "esco_skill_groups": group_table(inputs),
            "isco_groups": isco,
            "esco_counts": counts,
        }
    )


def _last_part(column: str) -> pl.Expr:
    return pl.col(column).str.split("/").list.last()


def _profiles(inputs: Inputs) -> list[tuple[str, list[str], list[str], list[str]]]:
    columns = ["occupation_uri", "essential_skills", "optional_skills", "essential_knowledge"]
    frame = inputs.parquet(PROFILES, columns)
    wrong = [name for name in columns[1:] if frame.schema[name] != pl.List(pl.String)]
    if wrong:
        raise SourceChanged(f"The file {PROFILES} does not hold lists of labels in {', '.join(wrong)}.")
    frame = frame.with_columns(_last_part("occupation_uri")).sort("occupation_uri")
    return [(key, *(sorted(map(trimmed, labels or [])) for labels in lists)) for key, *lists in frame.rows()]


def _occupations(inputs: Inputs) -> pl.DataFrame:
    columns = ["conceptUri", "iscoGroup", "preferredLabel", "altLabels", "regulatedProfessionNote", "code"]
    frame = inputs.csv(OCCUPATIONS, columns)
    bad = frame.filter(
        pl.any_horizontal(pl.col("conceptUri", "iscoGroup", "preferredLabel").is_null())
        | ~pl.col("iscoGroup").str.contains(r"^\d{4}$")
    )
    if bad.height:
        raise SourceChanged(f"The file {OCCUPATIONS} has {bad.height} row(s) without an ISCO unit group of four digits.")
    return frame.select(
        _last_part("conceptUri").alias("key"),
        pl.col("preferredLabel").map_elements(trimmed, pl.String).alias("label"),
        pl.col("iscoGroup").alias("isco"),
        "code",
        (pl.col("regulatedProfessionNote") == _REGULATED).fill_null(False).alias("regulated"),
        pl.col("altLabels").fill_null("").map_elements(_lines, pl.String).alias("titles"),
    ).sort("isco", "key")


def _lines(text: str) -> str:
    return "\n".join(dict.fromkeys(filter(None, map(trimmed, text.splitlines()))))


def _require_groups(occupations: pl.DataFrame, isco: pl.DataFrame) -> None:
    strange = sorted(set(occupations["isco"]) - set(isco["code"]))
    if strange:
        raise SourceChanged(f"The file {ISCO} lacks the unit group(s) {', '.join(strange[:5])} of some occupations.")
