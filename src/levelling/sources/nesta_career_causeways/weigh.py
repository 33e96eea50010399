"""From unit groups to sub-major groups: the level at which numbers of people are published for places.

Within a sub-major group, unit groups weigh as the people of the publisher's sample of two codings do, self-employed and all.
`share` passes over unit groups that no title led to. `low` counts only unit groups whose every matched title is at high risk;
`high` counts every unit group with any title at high risk, and every one that no title led to. The truth about the crosswalk
lies between, unless titles mislead.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import polars as pl

from levelling.sources.nesta_career_causeways.titles import Match
from levelling.sources.soc_2020 import Unit

_LEADING = 3
_SOC2010 = {
    "11": "corporate-managers-and-directors",
    "12": "other-managers-and-proprietors",
    "21": "science-research-engineering-and-technology-professionals",
    "22": "health-professionals",
    "23": "teaching-and-educational-professionals",
    "24": "business-media-and-public-service-professionals",
    "31": "science-engineering-and-technology-associate-professionals",
    "32": "health-and-social-care-associate-professionals",
    "33": "protective-service-occupations",
    "34": "culture-media-and-sports-occupations",
    "35": "business-and-public-service-associate-professionals",
    "41": "administrative-occupations",
    "42": "secretarial-and-related-occupations",
    "51": "skilled-agricultural-and-related-trades",
    "52": "skilled-metal-electrical-and-electronic-trades",
    "53": "skilled-construction-and-building-trades",
    "54": "textiles-printing-and-other-skilled-trades",
    "61": "caring-personal-service-occupations",
    "62": "leisure-travel-and-related-personal-service-occupations",
    "71": "sales-occupations",
    "72": "customer-service-occupations",
    "81": "process-plant-and-machine-operatives",
    "82": "transport-and-mobile-machine-drivers-and-operatives",
    "91": "elementary-trades-and-related-occupations",
    "92": "elementary-administration-and-service-occupations",
}


def unit_table(
    units: Sequence[Unit], matches: Mapping[str, Match], sample: Mapping[tuple[str, str], float], scored: pl.DataFrame
) -> pl.DataFrame:
    """One row for each SOC 2020 unit group: how it was matched, its share at high risk, its weight."""
    weights: dict[str, float] = defaultdict(float)
    for (_, new), people in sample.items():
        weights[new] += people
    families: dict[str, set[str]] = defaultdict(set)
    for isco, family, category in scored.select("isco_code", "sub_sector_code", "risk_category").iter_rows():
        if family and category == "High risk":
            families[isco].add(family)
    rows = []
    for unit in units:
        found = matches[unit.code]
        near = sorted({family for isco in found.isco for family in families[isco]}) if found.share else []
        rows.append(
            {
                "code": unit.code,
                "title": unit.title,
                "sub_major": unit.code[:2],
                "titles": found.titles,
                "matched": found.matched,
                "route": found.route.value,
                "share": None if found.share is None else round(found.share, 4),
                "isco": ",".join(found.isco),
                "families": ",".join(near),
                "sample": round(weights[unit.code], 1),
            }
        )
    return pl.DataFrame(rows, schema_overrides={"share": pl.Float64}, infer_schema_length=None).sort("code")


def by_sub_major(
    table: pl.DataFrame, sample: Mapping[tuple[str, str], float], units: Sequence[Unit], scored: pl.DataFrame
) -> pl.DataFrame:
    """One row for each sub-major group of SOC 2020 and of SOC 2010, with the names the figures of places use."""
    rows = {row["code"]: row for row in table.iter_rows(named=True)}
    newer: dict[str, dict[str, float]] = defaultdict(dict)
    older: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for code, row in rows.items():
        newer[code[:2]][code] = row["sample"]
    for (old, new), people in sample.items():
        if old[:2] in _SOC2010 and new in rows:
            older[old[:2]][new] += people
    names = {unit.code[:2]: _slug(unit.sub_major) for unit in units}
    made = [_group("soc2020", code, names[code], weights, rows, scored) for code, weights in sorted(newer.items())]
    made += [_group("soc2010", code, _SOC2010[code], weights, rows, scored) for code, weights in sorted(older.items())]
    return pl.DataFrame(made, infer_schema_length=None)


def _group(
    scheme: str,
    code: str,
    occupation: str,
    weights: Mapping[str, float],
    rows: Mapping[str, dict[str, object]],
    scored: pl.DataFrame,
) -> dict[str, object]:
    whole = sum(weights.values())
    shares = {unit: share for unit in weights if isinstance(share := rows[unit]["share"], float)}
    matched = sum(weights[unit] for unit in shares)
    high = {unit: weights[unit] * share for unit, share in shares.items() if share > 0}
    sure = sum(weights[unit] for unit in high if shares[unit] >= 1)
    possible = sum(weights[unit] for unit in weights if unit not in shares or unit in high)
    leading = sorted(high, key=lambda unit: (-high[unit], unit))[:_LEADING]
    families = {family for unit in high for family in str(rows[unit]["families"]).split(",") if family}
    safe = scored.filter(pl.col("sub_sector_code").is_in(sorted(families)) & (pl.col("risk_category") != "High risk"))
    return {
        "classification": scheme,
        "code": code,
        "occupation": occupation,
        "share": round(sum(high.values()) / matched, 4) if matched else 0.0,
        "low": round(sure / whole, 4) if whole else 0.0,
        "high": round(possible / whole, 4) if whole else 1.0,
        "matched": round(matched / whole, 4) if whole else 0.0,
        "unit_groups": "; ".join(str(rows[unit]["title"]) for unit in leading),
        "families": ",".join(sorted(families)),
        "moves": safe["id"].n_unique(),
    }


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
