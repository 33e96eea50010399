"""The parts of an option's file: each field read on its own, so that one that is wrong hides no other."""

import difflib
from collections.abc import Mapping
from typing import Any, TypeVar

from levelling.core.errors import UserError
from levelling.practice.appraisal.bias import bias_of
from levelling.practice.appraisal.green_book import Rate
from levelling.practice.appraisal.option import Benefit, Body, Correlation, Cost, Kind, Term, Transfer
from levelling.practice.appraisal.terms import term_of

OWN = ("deadweight", "displacement", "substitution", "leakage", "multiplier", "drop_off")
_YEARS = ("name", "year", "from_year", "to_year", "grade")
_Word = TypeVar("_Word", Body, Kind, Rate)

_OF_A_NUMBER = ("price_year", "currency", "low", "mode", "high", "value", "source", "address", "times", "per", "parameter")


class Part:
    """One table of a file, with its place; what is wrong with it is added to the faults.

    Attributes:
        place: Where it stands: `benefit 2`.
        broken: Whether anything in it is wrong.
    """

    def __init__(self, raw: Any, place: str, faults: list[str], known: tuple[str, ...]) -> None:
        self.place = place
        self.raw: Mapping[str, Any] = raw if isinstance(raw, dict) else {}
        self._faults = faults
        self.broken = False
        if not isinstance(raw, dict):
            self.fault("", "should be a table of fields")
        for field in self.raw:
            if field not in known:
                if field in _OF_A_NUMBER:
                    self.fault(field, f"stands within a number, as in amount = {{ value = 1, {field} = ... }}")
                    continue
                near = difflib.get_close_matches(field, known, n=1, cutoff=0.75)
                self.fault(field, f"there is no such field{f' (did you mean {near[0]}?)' if near else ''}")

    def fault(self, field: str, what: str) -> None:
        """Something is wrong with a field, or with the part."""
        self.broken = True
        self._faults.append(f"{self.place}{', ' if field else ''}{field}: {what}")

    def text(self, field: str) -> str:
        """A field of words; empty where it is not there."""
        found = self.raw.get(field, "")
        if not isinstance(found, str):
            self.fault(field, "should be words in quotation marks")
            return ""
        return found

    def term(self, field: str) -> Term | None:
        """A number, a range or a reference; `None` where it is not there, or wrong."""
        if field not in self.raw:
            return None
        try:
            return bias_of(self.raw[field]) if field == "optimism_bias" else term_of(self.raw[field])
        except (ValueError, UserError) as error:
            self.fault(field, str(error).rstrip("."))
            return None

    def needed(self, field: str) -> Term:
        """A term that must be there; one that is nothing where it is missing or wrong."""
        if field not in self.raw:
            self.fault(field, "is missing: give a value")
        return self.term(field) or Term()

    def word(self, kind: type[_Word], field: str, instead: _Word) -> _Word:
        """One of several words; another instead where it is missing or none of them."""
        known = [item.value for item in kind if item.value != Rate.LOW.value]
        choice = f"{', '.join(known[:-1])} or {known[-1]}"
        if field not in self.raw:
            self.fault(field, f"is missing: it is {choice}")
            return instead
        word = self.raw[field]
        wanted = word.strip().lower().replace("_", " ") if isinstance(word, str) else ""
        found = next((item for item in kind if item.value.lower() == wanted and item.value in known), None)
        if found is None:
            near = difflib.get_close_matches(wanted, known, n=1, cutoff=0.6)
            said = f"'{str(word)[:40]}'{f' (did you mean {near[0]}?)' if near else ''}"
            self.fault(field, f"cannot be {said}: it is {choice}")
            return instead
        return found

    def years(self, horizon: object) -> tuple[int, int]:
        """The first and the last year."""
        year, first, last = (self._whole(field) for field in ("year", "from_year", "to_year"))
        if year is not None and (first is not None or last is not None):
            self.fault("", "say year, or from_year and to_year, not both")
        first, last = (year, year) if year is not None else (first, last)
        if first is None or last is None:
            if not any(field in self.raw for field in ("year", "from_year", "to_year")):
                self.fault("", "its years are missing: give year, or from_year and to_year")
            elif (first is None) != (last is None):
                self.fault("", "from_year and to_year come together")
            return 0, 0
        if first > last:
            self.fault("", f"its years are the wrong way round, {first} to {last}")
        if min(first, last) < 0:
            self.fault("", f"year {min(first, last)} is before the start, which is year 0")
        if isinstance(horizon, int) and max(first, last) > horizon:
            self.fault("", f"year {max(first, last)} lies beyond the horizon of {horizon} years")
        return first, last

    def _whole(self, field: str) -> int | None:
        found = self.raw.get(field)
        if found is not None and (isinstance(found, bool) or not isinstance(found, int)):
            self.fault(field, "should be a whole number of years from the start, which is year 0")
            return None
        return found

    def own(self) -> dict[str, Term]:
        """Its own shares, where it has any."""
        return {field: term for field in OWN if (term := self.term(field)) is not None}

    def grade(self) -> str:
        """How strong its evidence is; empty where not graded."""
        found = self.text("grade")
        if found not in {"", "A", "B", "C", "D", "E"}:
            self.fault("grade", "should be a letter from A, the strongest, to E")
        return found


def read_cost(raw: Any, place: str, horizon: object, faults: list[str]) -> tuple[Cost, bool]:
    """A cost, and whether anything in it is wrong."""
    part = Part(raw, place, faults, (*_YEARS, "payer", "amount", "optimism_bias"))
    payer = part.word(Body, "payer", Body.SOCIETY)
    bias = part.term("optimism_bias")
    own = {"optimism_bias": bias} if bias is not None else {}
    found = Cost(part.text("name") or place, place, payer, *part.years(horizon), part.needed("amount"), own)
    return found, part.broken


def read_benefit(raw: Any, place: str, horizon: object, faults: list[str]) -> tuple[Benefit, bool]:
    """A benefit, and whether anything in it is wrong."""
    fields = ("beneficiary", "kind", "amount", "wellbys", "rate", "group_income", "counts_same_as")
    part = Part(raw, place, faults, (*_YEARS, *fields, *OWN))
    whom, kind = part.word(Body, "beneficiary", Body.SOCIETY), part.word(Kind, "kind", Kind.CASH)
    usual = Rate.HEALTH if kind is Kind.HEALTH else Rate.STANDARD
    rate = part.word(Rate, "rate", usual) if "rate" in part.raw else usual
    in_wellbys = "wellbys" in part.raw
    if in_wellbys == ("amount" in part.raw):
        part.fault("", "give an amount in pounds a year, or wellbys, and not both")
    if in_wellbys and part.raw.get("kind") != Kind.WELLBEING.value:
        part.fault("wellbys", "only a benefit of kind wellbeing is counted in them")
    amount = part.term("wellbys" if in_wellbys else "amount") or Term()
    years, own, group = part.years(horizon), part.own(), part.term("group_income")
    same = part.text("counts_same_as") if "counts_same_as" in part.raw else None
    name = part.text("name") or place
    found = Benefit(name, place, whom, kind, *years, amount, in_wellbys, rate, own, group, same, part.grade())
    return found, part.broken


def read_transfer(raw: Any, place: str, horizon: object, faults: list[str]) -> tuple[Transfer, bool]:
    """A transfer, and whether anything in it is wrong."""
    part = Part(raw, place, faults, (*_YEARS, "from", "to", "amount", *OWN))
    giver, taker = part.word(Body, "from", Body.SOCIETY), part.word(Body, "to", Body.SOCIETY)
    if giver is taker and not part.broken:
        part.fault("", f"it passes from {giver.value} to {taker.value}, so nothing passes")
    years, amount = part.years(horizon), part.needed("amount")
    return Transfer(part.text("name") or place, place, giver, taker, *years, amount, part.own()), part.broken


def read_correlation(raw: Any, place: str, faults: list[str]) -> Correlation | None:
    """A correlation; `None` where it is wrong."""
    part = Part(raw, place, faults, ("between", "value"))
    pair, value = part.raw.get("between"), part.raw.get("value")
    if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(name, str) for name in pair)):
        part.fault("between", "should be the names of two inputs")
    if isinstance(value, bool) or not isinstance(value, int | float) or not -1 < value < 1:
        part.fault("value", "should be between -1 and 1, and neither of them: two inputs that move as one are one input")
    if part.broken or not isinstance(pair, list) or value is None:
        return None
    return Correlation((pair[0], pair[1]), float(value))
