"""Futures: what would follow here if work were lost. Never a forecast, and never a line: a fan."""

from levelling.challenge.future.answer import Future, future
from levelling.challenge.future.country import Exposure, Exposures, exposure
from levelling.challenge.future.history import Aftermath, after_2008
from levelling.challenge.future.outcomes import Band, Inputs, Outcome, simulate
from levelling.challenge.future.scenario import Scenario, read_scenario, scenario, scenarios

__all__ = [
    "Aftermath",
    "Band",
    "Exposure",
    "Exposures",
    "Future",
    "Inputs",
    "Outcome",
    "Scenario",
    "after_2008",
    "exposure",
    "future",
    "read_scenario",
    "scenario",
    "scenarios",
    "simulate",
]
