"""What can be wrong between the fields of a case, where each field alone is well formed."""

from typing import TYPE_CHECKING

from levelling.practice.cases.case import GOOD_COMPARISON
from levelling.practice.cases.vocabulary import Comparison, Direction, Extent, Measures, ReturnKind

if TYPE_CHECKING:
    from levelling.practice.cases.reading import CaseFile, ResultFile

_HIGHEST = {Comparison.NONE: 1, Comparison.BEFORE_AFTER: 2, Comparison.MATCHED: 4, Comparison.RANDOMISED: 5}
"""The highest grade of the Maryland scale that each comparison can have; 1 where what happened was recorded and no more."""


def faults_of_result(file: "ResultFile") -> list[str]:
    """What is wrong with a result; empty where nothing is."""
    wrong = []
    lower, upper, value = file.lower, file.upper, file.value
    if (lower is None) != (upper is None):
        wrong.append("lower and upper come together or not at all")
    elif lower is not None and upper is not None:
        if lower > upper:
            wrong.append(f"the interval is upside down: {lower:g} to {upper:g}")
        elif value is not None and not lower <= value <= upper:
            wrong.append(f"the value {value:g} lies outside its interval, {lower:g} to {upper:g}")
    elif file.level is not None:
        wrong.append("a level is only for an interval")
    if (value is not None or lower is not None) and not file.unit:
        wrong.append("a number needs a unit")
    return wrong + _directions(file) + _possible(file)


def _directions(file: "ResultFile") -> list[str]:
    if file.measures is Measures.EFFECT:
        if file.found is None:
            return ["an effect says what was found: gain, no clear effect, harm or not read"]
        sized = file.value is not None or file.lower is not None
        if file.found is Direction.NOT_READ and sized:
            return ["an effect that was not read has no number"]
        if file.significant is True and file.found is Direction.NONE:
            return ["what is significant is no 'no clear effect'"]
        if file.significant is False and file.found in {Direction.GAIN, Direction.HARM}:
            return [f"what is not significant is no {file.found.value}: say 'no clear effect'"]
        return []
    if file.found is not None:
        return [f"a {file.measures.value} is only what happened: it finds no effect"]
    return ["a count has a number"] if file.measures is Measures.COUNT and file.value is None else []


def _possible(file: "ResultFile") -> list[str]:
    value, unit = file.value, file.unit
    if value is None:
        return []
    if file.measures is Measures.RATE and unit == "%" and not 0 <= value <= 100:
        return [f"a share of {value:g}% cannot be"]
    if file.measures is Measures.COUNT and value < 0:
        return [f"a count cannot be below nought: {value:g}"]
    if unit == "risk ratio" and (value <= 0 or (file.lower is not None and file.lower <= 0)):
        return ["a risk ratio is above nought"]
    return []


def faults_of_case(file: "CaseFile") -> list[str]:
    """What is wrong between the parts of a case; empty where nothing is."""
    return [*_cited(file), *_placed(file), *_compared(file)]


def _cited(file: "CaseFile") -> list[str]:
    told = [("results", at, one.source) for at, one in enumerate(file.results, 1)]
    told += [("returns", at, one.source) for at, one in enumerate(file.returns, 1)]
    wrong = [f"{part} {at}, source: there is no source '{key}' in this file" for part, at, key in told if key not in file.sources]
    if file.cost is not None and file.cost.source not in file.sources:
        wrong.append(f"cost, source: there is no source '{file.cost.source}' in this file")
    return wrong


def _placed(file: "CaseFile") -> list[str]:
    wrong = []
    if file.started is not None and file.ended is not None and file.ended.end < file.started.start:
        wrong.append(f"ended: {file.ended.label} is before its start, {file.started.label}")
    if file.extent is Extent.PLACES and not file.codes:
        wrong.append("extent: is 'places', and no codes are given: say 'not named'")
    if file.extent is Extent.ABROAD:
        if not file.country:
            wrong.append("country: is missing for a case abroad")
        if file.codes or file.nations:
            wrong.append("extent: is 'abroad', but codes or nations are given")
    elif not file.nations:
        wrong.append("nations: is missing for a case in the United Kingdom")
    return wrong


def _compared(file: "CaseFile") -> list[str]:
    wrong = []
    highest = _HIGHEST[file.comparison]
    if file.maryland > highest:
        wrong.append(f"maryland: {file.maryland} is too high for '{file.comparison.value}': {highest} at the most")
    if file.maryland < GOOD_COMPARISON:
        wrong += [
            f"results {at}: an effect needs a comparison of grade {GOOD_COMPARISON} or better; this is a rate or a count"
            for at, one in enumerate(file.results, 1)
            if one.measures is Measures.EFFECT and one.graded
        ]
        wrong += [
            f"returns {at}, kind: nothing was measured against a comparison, so it is assumed or forecast"
            for at, one in enumerate(file.returns, 1)
            if one.kind is ReturnKind.MEASURED
        ]
    return wrong
