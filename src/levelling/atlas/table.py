"""A table of figures that goes on to polars, pandas or Arrow, or to CSV, CSVW, JSON or Parquet."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from levelling.core.errors import UserError

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

Cell = str | float | int | None


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """Rows of figures under named columns.

    Attributes:
        columns: The columns' names, in order.
        rows: The rows; numbers are numbers, text is text, `None` is absent.
        about: What each column holds, by name, for CSVW.
        title: What the table is.
        notes: Source, licence and caveats, in sentences.

    Example:
        >>> table = Table(("area_code", "value"), (("E06000001", 69.1),))
        >>> table.records()
        [{'area_code': 'E06000001', 'value': 69.1}]
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    about: tuple[tuple[str, str], ...] = ()
    title: str = ""
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        return iter(self.records())

    def records(self) -> list[dict[str, Cell]]:
        """The rows as dictionaries."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def polars(self) -> "pl.DataFrame":
        """The table as a polars data frame."""
        import polars as pl

        schema = {name: _polars_type(self._values(index)) for index, name in enumerate(self.columns)}
        return pl.DataFrame(self.rows, schema=schema, orient="row")

    def pandas(self) -> "pd.DataFrame":
        """The table as a pandas data frame.

        Raises:
            UserError: pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise UserError("pandas is not installed.", "Install the extra: pip install 'levelling[pandas]'.") from error
        return pd.DataFrame(list(self.rows), columns=list(self.columns))

    def arrow(self) -> "pa.Table":
        """The table as a pyarrow table.

        Raises:
            UserError: pyarrow is not installed.
        """
        try:
            import pyarrow as pa
        except ImportError as error:
            raise UserError("pyarrow is not installed.", "Install the extra: pip install 'levelling[pandas]'.") from error
        return pa.table(self)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The Arrow stream interface: anything that reads Arrow takes a `Table` without copying by hand."""
        return self.polars().__arrow_c_stream__(requested_schema)

    def csv(self) -> str:
        """The table as CSV with a header line."""
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows(self.rows)
        return stream.getvalue()

    def json(self) -> str:
        """The table as a JSON list of records."""
        return json.dumps(self.records(), ensure_ascii=False, indent=1)

    def csvw(self, address: str) -> str:
        """The W3C 'CSV on the Web' description of the table, to stand beside its CSV file.

        Args:
            address: The name of the CSV file it describes.
        """
        about = dict(self.about)
        columns = [
            {
                "name": name,
                "titles": name,
                "datatype": "number" if _is_number(self._values(index)) else "string",
                "dc:description": about.get(name, ""),
            }
            for index, name in enumerate(self.columns)
        ]
        description = {
            "@context": "http://www.w3.org/ns/csvw",
            "url": address,
            "dc:title": self.title,
            "rdfs:comment": list(self.notes),
            "tableSchema": {"columns": columns},
        }
        return json.dumps(description, ensure_ascii=False, indent=1)

    def parquet(self) -> bytes:
        """The table as a Parquet file's bytes."""
        stream = io.BytesIO()
        self.polars().write_parquet(stream)
        return stream.getvalue()

    def __repr__(self) -> str:
        return f"<{self.title or 'Table'}: {len(self.rows):,} rows of {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        head = "".join(f"<th scope='col'>{escape(name)}</th>" for name in self.columns)
        shown = self.rows[:20]
        body = "".join(
            "<tr>" + "".join(f"<td>{escape('' if cell is None else str(cell))}</td>" for cell in row) + "</tr>" for row in shown
        )
        more = f"<p>{len(self.rows) - len(shown)} more rows.</p>" if len(self.rows) > len(shown) else ""
        return f"<table><caption>{escape(self.title)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"

    def _values(self, index: int) -> Sequence[Cell]:
        return [row[index] for row in self.rows]


def _is_number(values: Sequence[Cell]) -> bool:
    present = [value for value in values if value is not None]
    return bool(present) and all(isinstance(value, int | float) for value in present)


def _polars_type(values: Sequence[Cell]) -> Any:
    import polars as pl

    present = [value for value in values if value is not None]
    if present and all(isinstance(value, int) for value in present):
        return pl.Int64
    return pl.Float64 if _is_number(values) else pl.String
