"""Inputs whose workbooks are given as rows: the sheets a test needs, in place of an .xls that nothing here can write."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Cell, Inputs


class WithSheets(Inputs):
    """Inputs that find workbook sheets in memory and every other file in a folder.

    Args:
        folder: The folder that holds the other files.
        files: The names the source declared.
        sheets: Rows by workbook and sheet.
    """

    def __init__(self, folder: Path, files: Sequence[str], sheets: Mapping[tuple[str, str], list[list[Cell]]]) -> None:
        super().__init__(folder, files)
        self.sheets = sheets

    def sheet(self, name: str, sheet: str) -> list[list[Cell]]:
        """The rows given for a sheet.

        Raises:
            SourceChanged: None were given.
        """
        if (name, sheet) not in self.sheets:
            raise SourceChanged(f"The workbook {name} has no sheet '{sheet}'.")
        return self.sheets[name, sheet]
