"""What is known about every area: names, boundaries, overlaps, and estimates. The only package that speaks DuckDB."""

from levelling.atlas.atlas import Atlas
from levelling.atlas.table import Table

__all__ = ["Atlas", "Table"]
