"""Optimism bias as a file says it: a number, a range, or a kind of cost of the dated table with how far its risks are managed."""

from typing import Any

from levelling.practice.appraisal.green_book import green_book
from levelling.practice.appraisal.option import Term
from levelling.practice.appraisal.quantity import point
from levelling.practice.appraisal.terms import term_of


def bias_of(raw: Any) -> Term:
    """The term of an optimism bias.

    A letter or number of confidence is refused: no source was found that says which percentage belongs to which grade.

    Raises:
        ValueError: It is none of what is taken.
        UserError: The table has no such kind of cost.

    Example:
        >>> bias_of({"kind": "outsourcing operating cost", "managed": 0.5}).quantity.value
        0.205
    """
    table = green_book().optimism
    if isinstance(raw, str):
        raise ValueError(  # noqa: TRY004 - a word is a wrong value of this field
            f"'{raw[:20]}' is a grade or a name, and no source turns one into a percentage: give a number such as 0.1, a range, "
            'or { kind = "...", managed = 0.0 } with a kind of cost of the table: ' + "; ".join(table.cost)
        )
    if not (isinstance(raw, dict) and "kind" in raw):
        return term_of(raw)
    if set(raw) - {"kind", "managed"}:
        raise ValueError(f"there is no such field: {', '.join(sorted(set(raw) - {'kind', 'managed'}))}")
    managed = raw.get("managed")
    if isinstance(managed, bool) or not isinstance(managed, int | float) or not 0 <= managed <= 1:
        raise ValueError("managed is missing or not from 0 to 1: it is the share of the risks that is managed, 0 at the start")
    value = table.of(str(raw["kind"]), float(managed))
    note = f"The upper value for {raw['kind']}, with {managed:.0%} of its risks managed."
    return Term(quantity=point(value, f"{table.source}, {table.date}", note, address=table.address))
