"""From grants to projects to what each town was awarded, and from the names of councils to their codes."""

import polars as pl

from levelling.atlas.names import bare
from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.places import AUTHORITY_NAMES, authority_codes

GRANTS = "towns-fund/TF-grant-awarded.csv"
PLACES = "towns-fund/place_identifiers_extracted.csv"
LEADS = "towns-fund/place_to_lead_authority_extracted.csv"
FILES = (AUTHORITY_NAMES, GRANTS, LEADS, PLACES)
RELEASE = "towns-fund-awards"
TABLE = "awards_towns_fund"
ROUNDS = {"TD": "town-deals", "HS": "future-high-streets"}
PERIOD = "2019-07-01/P81M"
"""July 2019 to March 2026: the fund's own years."""


def tidy(inputs: Inputs) -> Tidy:
    """One award a town: what its projects were awarded, added up.

    The total of a project is as the file has it, so that all add up to the published sums. Where it does not agree with the
    revenue and capital beside it, or is not there, the town's note says so.

    Raises:
        SourceChanged: A file is missing, has other columns, amounts below nought, or codes of no town.
    """
    towns = _towns(inputs)
    grants = inputs.csv(GRANTS, {"Index Code": pl.String, "RDEL": pl.Float64, "CDEL": pl.Float64, "Total": pl.Float64})
    grants = grants.with_columns(pl.col("Index Code").str.strip_chars().alias("project"))
    if grants.filter(pl.col("Total") < 0).height or grants["project"].is_duplicated().any():
        raise SourceChanged(f"The file {GRANTS} has amounts below nought, or a project twice.")
    parts = pl.col("project").str.split("-")
    keyed = grants.with_columns(parts.list.get(0).alias("prefix"), parts.list.get(1).alias("place_code"))
    strangers = keyed.join(towns, on=["prefix", "place_code"], how="anti")
    if strangers.height:
        raise SourceChanged(
            f"The file {GRANTS} has {strangers.height} project(s) of no known town, such as {strangers['project'][0]}.",
            f"Compare it with {PLACES}.",
        )
    awards = keyed.group_by("prefix", "place_code").agg(
        pl.col("Total").sum().alias("pounds"), pl.struct("project", "RDEL", "CDEL", "Total").alias("projects")
    )
    return Tidy(tables={TABLE: _awards(inputs, awards.join(towns, on=["prefix", "place_code"]))})


def _towns(inputs: Inputs) -> pl.DataFrame:
    places = inputs.csv(PLACES, ["prefix", "place", "place_code"]).with_columns(pl.col("place").str.strip_chars())
    strange = sorted(set(places["prefix"]) - set(ROUNDS))
    if strange:
        raise SourceChanged(f"The file {PLACES} has funds we do not know: {', '.join(strange)}.")
    leads = inputs.csv(LEADS, ["place", "lead_organisation"]).with_columns(pl.col("place", "lead_organisation").str.strip_chars())
    return places.join(leads.unique("place", keep="first"), on="place", how="left")


def _awards(inputs: Inputs, towns: pl.DataFrame) -> pl.DataFrame:
    codes = _by_bare_name(inputs)
    rows = []
    for town in towns.sort("prefix", "place").iter_rows(named=True):
        lead = town["lead_organisation"] or ""
        code = codes.get(bare(lead.removeprefix("London Borough of ")), "")
        why = "" if code else f"No local authority is known as '{lead}'." if lead else "The list of lead councils leaves it out."
        rows.append(
            {
                "fund": "towns-fund",
                "round": ROUNDS[town["prefix"]],
                "place": town["place"],
                "lead": lead,
                "area_codes": [code] if code else [],
                "pounds": town["pounds"],
                "period": PERIOD,
                "release": RELEASE,
                "note": " ".join(filter(None, (why, _doubts(town["projects"])))),
            }
        )
    return pl.DataFrame(rows, schema_overrides={"area_codes": pl.List(pl.String)})


def _by_bare_name(inputs: Inputs) -> dict[str, str]:
    """Codes by what is left of a council's name without 'City of', 'Borough Council' and the like; none where two share it."""
    found: dict[str, set[str]] = {}
    for name, code in authority_codes(inputs).items():
        found.setdefault(bare(name), set()).add(code)
    return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}


def _doubts(projects: list[dict[str, float | str | None]]) -> str:
    """What does not add up among a town's projects, in sentences."""
    told = []
    for item in sorted(projects, key=lambda one: str(one["project"])):
        parts = float(item["RDEL"] or 0) + float(item["CDEL"] or 0)
        total = item["Total"]
        if total is None:
            told.append(f"Project {item['project']} has no total; its parts, £{parts:,.0f}, are not counted.")
        elif parts and abs(parts - float(total)) > 1:
            told.append(f"The parts of project {item['project']} add up to £{parts:,.0f}; its total, £{total:,.0f}, is counted.")
    return " ".join(told)
