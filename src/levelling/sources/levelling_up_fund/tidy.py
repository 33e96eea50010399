"""From two lists of bids to awards, and the check that they give what Open Innovations shows for every authority."""

from fractions import Fraction

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Inputs

ROUND_1 = "levelling-up-fund/levelling-up-fund-round-1.csv"
ROUND_2 = "levelling-up-fund/levelling-up-fund-round-2.csv"
SHOWN = "levelling-up-fund/levelling_up.csv"
FILES = (ROUND_1, ROUND_2, SHOWN)
RELEASE = "levelling-up-fund-awards"
TABLE = "awards_levelling_up_fund"
_YEARS = {"1": "2021", "2": "2023"}
_NAMES = {ROUND_1: "Local Authority Name / Area", ROUND_2: "Legal name of lead applicant organisation"}
_CODE = r"^(E0[6-9]|W06|S12|N09)\d{6}$"
_SHOWN_TOTALS = {"1": "Round 1_duplicated_0", "2": "Round 2_duplicated_0"}
"""The second column of each round, under a heading that stands over five: the sum in pounds."""


def tidy(inputs: Inputs) -> Tidy:
    """One award a bid, with the codes of the authorities it is in.

    Raises:
        SourceChanged: A file is missing, has other columns, amounts that are none, codes of no authority, or the bids do not add
            up to what Open Innovations shows for an authority when each is shared equally among those it is in.
    """
    awards = [row for file, number in ((ROUND_1, "1"), (ROUND_2, "2")) for row in _bids(inputs, file, number)]
    _agree(inputs, awards)
    return Tidy(tables={TABLE: pl.DataFrame(awards, schema_overrides={"area_codes": pl.List(pl.String)})})


def _bids(inputs: Inputs, file: str, number: str) -> list[dict[str, object]]:
    name = _NAMES[file]
    wanted = {name: pl.String, "Bid Name": pl.String, "Bid Value": pl.Float64, "LADs": pl.String, "Notes": pl.String}
    frame = inputs.csv(file, wanted)
    bad = frame.filter(pl.col("Bid Value").is_null() | (pl.col("Bid Value") <= 0))
    if bad.height:
        raise SourceChanged(f"The file {file} has {bad.height} bid(s) without an amount, such as {bad['Bid Name'][0]}.")
    codes = frame["LADs"].fill_null("").str.split(";")
    odd = codes.explode().str.strip_chars().unique().to_frame().filter(~pl.col("LADs").str.contains(_CODE))["LADs"]
    if odd.len():
        raise SourceChanged(f"The file {file} has codes that are of no authority: {', '.join(odd.sort().to_list()[:5])}.")
    return [
        {
            "fund": "levelling-up-fund",
            "round": number,
            "place": str(bid["Bid Name"]).strip(),
            "lead": str(bid[name]).strip().rstrip("*"),
            "area_codes": [code.strip() for code in bid["LADs"].split(";")],
            "pounds": bid["Bid Value"],
            "period": _YEARS[number],
            "release": RELEASE,
            "note": (bid["Notes"] or "").strip(),
        }
        for bid in frame.iter_rows(named=True)
    ]


def _agree(inputs: Inputs, awards: list[dict[str, object]]) -> None:
    """Refuse bids that do not add up, authority by authority, to what Open Innovations shows; it drops pennies."""
    added: dict[tuple[str, str], Fraction] = {}
    for award in awards:
        codes = award["area_codes"]
        for code in codes if isinstance(codes, list) else ():
            key = (str(award["round"]), code)
            added[key] = added.get(key, Fraction(0)) + Fraction(str(award["pounds"])) / len(codes)  # type: ignore[arg-type]
    shown = inputs.csv(SHOWN, ["LAD23CD", *_SHOWN_TOTALS.values()]).filter(pl.col("LAD23CD").str.contains(_CODE))
    for row in shown.iter_rows(named=True):
        for number, column in _SHOWN_TOTALS.items():
            ours, theirs = float(added.pop((number, row["LAD23CD"]), 0)), float(row[column] or 0)
            if abs(ours - theirs) > 1:
                raise SourceChanged(
                    f"The bids of round {number} give {row['LAD23CD']} £{ours:,.0f}, and {SHOWN} shows £{theirs:,.0f}.",
                    "One of the files has changed: compare them with the release this reader was made for.",
                )
    if added:
        raise SourceChanged(f"The file {SHOWN} leaves out {len(added)} authorities with bids, such as {min(added)[1]}.")
