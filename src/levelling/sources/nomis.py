"""Workbooks of Nomis: blocks one below the other, each under lines of its own (date, industry) and a row of headings.

What is the same in every one of them is read here; what the cells of a row mean is known to the source that reads it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from levelling.sources.inputs import Cell, Inputs
from levelling.sources.places import COMBINED_AUTHORITIES, ENGLAND, authority_codes, partnership_codes

OWN = "User Defined Geography:"
_KINDS = ("ladu:", "lep:", "country:", OWN)


@dataclass(frozen=True, slots=True)
class Line:
    """One area's row of one block.

    Attributes:
        area: The area as Nomis writes it, with its kind: `ladu:Hartlepool`.
        about: The lines above the block by their first word: `date`, `industry`.
        headings: The headings of the columns, by place.
        cells: The cells of the row, by place.
    """

    area: str
    about: Mapping[str, str]
    headings: Mapping[int, str]
    cells: list[Cell]


def lines(rows: list[list[Cell]]) -> Iterator[Line]:
    """Every area's row of every block, in the order of the sheet. Notes and empty rows are passed over."""
    about: dict[str, str] = {}
    headings: dict[int, str] = {}
    for row in rows:
        first = str(row[0] or "")
        if first == "Area":
            headings = {at: str(cell) for at, cell in enumerate(row) if at and cell is not None}
        elif headings and first.startswith(_KINDS):
            yield Line(first, about, headings, row)
        elif first and len(row) > 1 and row[1] is not None:
            about = about | {first: _written(row[1])}


def area_codes(inputs: Inputs) -> dict[str, str]:
    """The code of each area as Nomis writes it; areas of local skills improvement plans, which Nomis cuts short, are not read.

    Raises:
        SourceChanged: A file of names is not in the known shape.
    """
    codes = {f"ladu:{name}": code for name, code in authority_codes(inputs).items()}
    codes["ladu:Rhondda Cynon Taff"] = codes.get("ladu:Rhondda Cynon Taf", "")
    codes |= {f"lep:{name}": code for name, code in partnership_codes(inputs).items()}
    for name, code in COMBINED_AUTHORITIES.items():
        codes |= dict.fromkeys((f"{OWN}{name}-MCA", f"{OWN}{name}-MCA - from dn81838"), code)
    return codes | {"country:England": ENGLAND}


def _written(cell: Cell) -> str:
    # A workbook holds a year as 2022.0.
    return str(int(cell)) if isinstance(cell, float) and cell == int(cell) else str(cell)
