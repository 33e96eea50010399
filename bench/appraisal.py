"""Measure 100,000 draws of 20 options over 30 years; beside it plain NumPy, plain Python, and a spreadsheet's engine.

    python bench/appraisal.py

The plain NumPy way goes through flows and years one after another over all draws, and keeps every yearly column, as a notebook
would. A spreadsheet reckons one draw after another, cell by cell: that is timed on 200 draws of one option in plain Python, and,
where the `formulas` package is installed (it is not asked for), on a sheet of one draw in its engine. All must find the same,
or the run fails. Writes bench/results/appraisal.json and bench/results/appraisal.md.
"""

import importlib
import json
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from levelling.practice.appraisal import Model, Rate, appraise, green_book, option_of, ready
from levelling.practice.appraisal.draws import draw
from levelling.practice.appraisal.engine import amount

RESULTS = Path(__file__).resolve().parent / "results"
DRAWS, OPTIONS, YEARS, RUNS, FEW, FEWEST = 100_000, 20, 30, 3, 200, 10
GOAL_SECONDS, GOAL_MEGABYTES = 2.0, 1024
COST = {"low": 200, "mode": 300, "high": 500}
ALL_YEARS = {"from_year": 1, "to_year": YEARS}


def option(at: int) -> Model:
    """An option with two costs, three benefits and eight uncertain inputs."""
    raw: dict[str, Any] = {
        "name": f"Option {at}",
        "price_year": 2024,
        "horizon_years": YEARS,
        "optimism_bias": {"low": 0.0, "mode": 0.1, "high": 0.4},
        "deadweight": {"low": 0.1, "mode": 0.3, "high": 0.6},
        "displacement": {"low": 0.0, "mode": 0.1, "high": 0.3},
        "drop_off": {"low": 0.05, "mode": 0.1, "high": 0.3},
        "people_reached": 100 + 10 * at,
        "uptake": {"low": 0.4, "mode": 0.6, "high": 0.8},
        "effect": {"low": 0.0, "mode": 0.05, "high": 0.1},
        "inputs": {"pay": {"low": 9000, "mode": 14000, "high": 24000}},
        "cost": [
            {"payer": "exchequer", "from_year": 0, "to_year": 4, "amount": {**COST, "times": "people_helped"}},
            {"payer": "local authority", "year": 0, "amount": 20_000},
        ],
        "benefit": [
            {"beneficiary": "individual", "kind": "cash", **ALL_YEARS, "amount": {"times": ["outcomes", "pay"]}},
            {"beneficiary": "NHS", "kind": "cash", **ALL_YEARS, "amount": {"value": 500, "times": "outcomes"}},
            {"beneficiary": "society", "kind": "health", **ALL_YEARS, "amount": {"value": 900, "times": "outcomes"}},
        ],
    }
    return ready(option_of(raw), green_book())


def plainly(model: Model, values: Mapping[str, Any], draws: int) -> Any:
    """Net present social value in plain NumPy: flow by flow and year by year over all draws, each year's column kept."""
    columns = []
    rates = {rate: model.book.rates.factors(rate, YEARS) for rate in Rate}
    for flow in model.flows:
        for year in range(flow.first, flow.last + 1):
            left = (1 - values[flow.drop]) ** (year - flow.first) if flow.drop else 1.0
            now = np.broadcast_to(amount(flow, values) * left, (draws,))
            columns.append((1 if flow.receiver else -1) * now * rates[flow.rate][year])
    return np.sum(columns, axis=0)


def cell_by_cell(model: Model, values: Mapping[str, Any], draws: int) -> list[float]:
    """The same as a spreadsheet does it: one draw after another, one cell after another."""
    found = []
    rates = {rate: model.book.rates.factors(rate, YEARS) for rate in Rate}
    for at in range(draws):
        row = {key: value if isinstance(value, float) else float(value[at]) for key, value in values.items()}
        total = 0.0
        for flow in model.flows:
            for year in range(flow.first, flow.last + 1):
                left = (1 - row[flow.drop]) ** (year - flow.first) if flow.drop else 1.0
                total += (1 if flow.receiver else -1) * float(amount(flow, row)) * left * rates[flow.rate][year]
        found.append(total)
    return found


def in_a_spreadsheet(model: Model, values: Mapping[str, Any], draws: int, folder: Path) -> list[float] | None:
    """The same as a workbook with a cell for each flow and year, one row a draw, in the engine of the `formulas` package."""
    try:
        formulas, openpyxl = importlib.import_module("formulas"), importlib.import_module("openpyxl")
    except ImportError:
        return None
    get_column_letter = openpyxl.utils.get_column_letter
    rates = {rate: model.book.rates.factors(rate, YEARS) for rate in Rate}
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "DRAWS"
    for at in range(draws):
        row = {key: value if isinstance(value, float) else float(value[at]) for key, value in values.items()}
        sheet.cell(at + 1, 1, 1 - row["drop_off"])
        column = 2
        for flow in model.flows:
            first = column
            sheet.cell(at + 1, first, (1 if flow.receiver else -1) * float(amount(flow, row)))
            for year in range(flow.first, flow.last + 1):
                column += 1
                left = f"$A{at + 1}^{year - flow.first}*" if flow.drop else ""
                sheet.cell(at + 1, column, f"={left}{get_column_letter(first)}{at + 1}*{rates[flow.rate][year]!r}")
            column += 1
            sheet.cell(at + 1, column, f"=SUM({get_column_letter(first + 1)}{at + 1}:{get_column_letter(column - 1)}{at + 1})")
            row[f"total {flow.name}"] = column
            column += 1
        totals = "+".join(f"{get_column_letter(int(row[f'total {flow.name}']))}{at + 1}" for flow in model.flows)
        sheet.cell(at + 1, column, f"={totals}")
    path = folder / "option.xlsx"
    book.save(path)
    reckoned = formulas.ExcelModel().loads(str(path)).finish().calculate()
    wanted = [f"'[{path.name}]DRAWS'!{get_column_letter(column)}{at + 1}" for at in range(draws)]
    return [float(reckoned[name].value[0, 0]) for name in wanted]


def timed(call: Any, runs: int = RUNS) -> tuple[float, Any]:
    """The median processor time of a call, which what else the machine does leaves as it is; and what the call gave."""
    seconds, found = [], None
    for _ in range(runs):
        begun = time.process_time()
        found = call()
        seconds.append(time.process_time() - begun)
    return statistics.median(seconds), found


def main() -> None:
    """Measure, and write what was found."""
    models = [option(at) for at in range(OPTIONS)]
    own, found = timed(lambda: appraise(models, DRAWS))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    first = draw(models[0], DRAWS, 2020)
    plain, values = timed(lambda: plainly(models[0], first, DRAWS), 1)
    mean = found.items[0].npsv.mean
    if abs(float(values.mean()) - mean) > 1e-6 * abs(mean):
        sys.exit(f"The plain way finds {values.mean()}, and ours {mean}.")
    sheet, cells = timed(lambda: cell_by_cell(models[0], first, FEW), 1)
    if abs(cells[0] - float(values[0])) > 1e-6 * abs(cells[0]):
        sys.exit("The cells find another value.")
    with tempfile.TemporaryDirectory() as folder:
        engine, told = timed(lambda: in_a_spreadsheet(models[0], first, FEWEST, Path(folder)), 1)
    if told is not None and abs(told[0] - float(values[0])) > 1e-6 * abs(told[0]):
        sys.exit("The spreadsheet finds another value.")
    rows = {
        "levelling: value, spread, payback, who pays by year, tornado, worth of learning, every pair": own,
        "of it in megabytes, at the most": memory,
        "plain NumPy, value alone (one option measured, times 20)": plain * OPTIONS,
        "cell by cell, value alone (200 draws of one option measured, times 10,000)": sheet * OPTIONS * DRAWS / FEW,
    }
    if told is not None:
        rows["a spreadsheet's engine (formulas), value alone of 10 draws of one option, as measured"] = engine
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "appraisal.json").write_text(json.dumps(rows, indent=1) + "\n", "utf-8")
    lines = [f"# {DRAWS:,} draws of {OPTIONS} options over {YEARS} years", "", "| | |", "|---|---:|"]
    lines += [
        f"| {name} | {value:,.0f} MB |" if "megabytes" in name else f"| {name} | {value:,.1f} s |" for name, value in rows.items()
    ]
    goal = f"Seconds of one processor. Goal: {GOAL_SECONDS:.0f} s or less, and under {GOAL_MEGABYTES:,} MB."
    (RESULTS / "appraisal.md").write_text("\n".join([*lines, "", goal, ""]), "utf-8")
    print("\n".join(lines))
    if own > GOAL_SECONDS or memory > GOAL_MEGABYTES:
        sys.exit("The goal is missed.")


if __name__ == "__main__":
    main()
