"""What is known about every area: names, boundaries, overlaps, and estimates. The only package that speaks DuckDB."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from levelling.atlas.atlas import Atlas
    from levelling.atlas.table import Table

__all__ = ["Atlas", "Table"]


def __getattr__(name: str) -> Any:
    # Loaded when first used: a source that only checks its indicators needs no gazetteer.
    if name == "Atlas":
        from levelling.atlas.atlas import Atlas

        return Atlas
    if name == "Table":
        from levelling.atlas.table import Table

        return Table
    raise AttributeError(f"module 'levelling.atlas' has no attribute '{name}'")
