"""The figures on disk, read through DuckDB: the only place that speaks it."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from levelling.atlas.ledger import Ledger, read_ledger
from levelling.core.errors import UserError

_KEPT_AREAS = 256
_COLUMNS = "indicator, category, period, area_code, value, lower, upper, status, release"


BY_AREA = "estimates_by_area"
"""The estimates once more, in the order of areas: one place's figures stand together."""


class Figure(NamedTuple):
    """One row of the figures, without its key. Light: there are tens of thousands on a page's charts."""

    value: float | None
    lower: float | None
    upper: float | None
    status: str
    release: str


Series = dict[str, Figure]
"""The figures of one indicator, category and area, by period."""

Column = dict[str, Figure]
"""The figures of one indicator, category and period, by area code."""


def shipped_figures() -> Path:
    """The folder of figures that comes with the package."""
    return Path(str(files("levelling") / "figures"))


class Store:
    """Figures in one folder, opened read-only.

    Args:
        folder: A folder with a ledger; by default the figures shipped with the package.
        ledger: The ledger to go by, where it is not the one in the folder (a build that is not done).
        only: Indicators to read when areas are read; all of them where none is named. For a few figures of very many areas.

    Raises:
        UserError: There are no figures there.
    """

    def __init__(self, folder: Path | None = None, ledger: Ledger | None = None, only: Iterable[str] = ()) -> None:
        self.folder = folder or shipped_figures()
        self.ledger = ledger or read_ledger(self.folder)
        self._only = tuple(dict.fromkeys(only))
        self._connection: Any = None
        self._unseen = self._views()
        self._areas: OrderedDict[str, dict[tuple[str, str], Series]] = OrderedDict()
        self._columns: dict[tuple[str, str, str], Column] = {}

    def query(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one read of the figures. Views: `estimates`, `small_area_figures`, and each table by its name.

        Raises:
            UserError: A file of figures is missing or damaged.
        """
        import duckdb

        try:
            cursor = self._connect(sql).execute(sql, list(parameters) or None)
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        except (duckdb.IOException, duckdb.InvalidInputException, duckdb.CatalogException) as error:
            raise UserError(
                f"A file of figures in {self.folder} is missing or damaged.",
                "Install levelling again, or build the figures again.",
            ) from error
        return rows

    def has(self, table: str) -> bool:
        """Whether the figures hold this table."""
        return any(file.name == table for file in self.ledger.of_kind("table"))

    def area(self, code: str) -> dict[tuple[str, str], Series]:
        """Every figure of one area: by indicator and category, then by period. The last areas asked for are kept."""
        if code not in self._areas:
            self.load_areas([code])
        self._areas.move_to_end(code)
        return self._areas[code]

    def load_areas(self, codes: Iterable[str]) -> None:
        """Read several areas in one go."""
        wanted = [code for code in dict.fromkeys(codes) if code not in self._areas]
        if not wanted:
            return
        for code in wanted:
            self._areas[code] = {}
        marks = ", ".join("?" for _ in wanted)
        among = f"AND indicator IN ({', '.join('?' for _ in self._only)}) " if self._only else ""
        sql = f"SELECT {_COLUMNS} FROM estimates_by_area WHERE area_code IN ({marks}) {among}ORDER BY period"
        for slug, category, period, code, *rest in self.query(sql, [*wanted, *self._only]):
            self._areas[code].setdefault((slug, category), {})[period] = Figure(*rest)
        while len(self._areas) > max(_KEPT_AREAS, len(wanted)):
            self._areas.popitem(last=False)

    def column(self, slug: str, category: str, period: str) -> Column:
        """Every area's figure for one indicator, category and period."""
        key = (slug, category, period)
        if key not in self._columns:
            self.load_columns([key])
        return self._columns[key]

    def load_columns(self, keys: Iterable[tuple[str, str, str]]) -> None:
        """Read several columns in one go."""
        wanted = [key for key in dict.fromkeys(keys) if key not in self._columns]
        if not wanted:
            return
        for key in wanted:
            self._columns[key] = {}
        marks = ", ".join(f"({number}, ?, ?, ?)" for number in range(len(wanted)))
        slugs = sorted({slug for slug, _, _ in wanted})
        # The column's number stands for its three names in each row: a third of the reading. The indicators are named once more,
        # since a plain filter lets whole stretches of the file be passed over.
        sql = (
            f"SELECT number, area_code, value, lower, upper, status, release FROM estimates "
            f"JOIN (VALUES {marks}) AS wanted(number, indicator, category, period) USING (indicator, category, period) "
            f"WHERE indicator IN ({', '.join('?' for _ in slugs)})"
        )
        columns = [self._columns[key] for key in wanted]
        for number, code, *rest in self.query(sql, [part for key in wanted for part in key] + slugs):
            columns[number][code] = Figure(*rest)

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
            self._unseen = self._views()

    def _connect(self, sql: str) -> Any:
        if self._connection is None:
            import duckdb

            settings: dict[str, str | bool | int | float | list[str]] = {
                "threads": 2,
                "autoinstall_known_extensions": False,
                "parquet_metadata_cache": True,
            }
            self._connection = duckdb.connect(":memory:", config=settings)
        # A view opens its files to learn their columns, so only those that a read names are made.
        for name in [name for name in self._unseen if name in sql]:
            paths = ", ".join("'" + str(self.folder / file).replace("'", "''") + "'" for file in self._unseen.pop(name))
            self._connection.execute(f'CREATE VIEW "{name}" AS SELECT * FROM read_parquet([{paths}])')
        return self._connection

    def _views(self) -> dict[str, list[str]]:
        views = {
            view: [file.file for file in self.ledger.of_kind(kind)]
            for view, kind in ((BY_AREA, "estimates"), ("estimates", "estimates"), ("small_area_figures", "small-areas"))
        }
        views |= {table.name: [table.file] for table in self.ledger.of_kind("table")}
        return {name: files for name, files in views.items() if files}
