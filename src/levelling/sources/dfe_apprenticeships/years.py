"""Academic years, as the tables of apprenticeships name them."""

from levelling.core.errors import SourceChanged

PART_YEAR = "2025/26 (Aug to Apr)"


def period_of(name: str, year: str) -> str:
    """The period of an academic year, August to July, or of the part of one that is known.

    Args:
        name: The file it stands in.
        year: As the file has it.

    Raises:
        SourceChanged: It is neither.

    Example:
        >>> period_of("a.parquet", "2022/23"), period_of("a.parquet", "2025/26 (Aug to Apr)")
        ('2022-08-01/P1Y', '2025-08-01/P9M')
    """
    if year == PART_YEAR:
        return "2025-08-01/P9M"
    if len(year) != 7 or not year[:4].isdigit():
        raise SourceChanged(
            f"The file {name} has the year '{year}', not a whole academic year nor the part of one that is known.",
            "The publisher may have added months: compare it with the release this reader was made for.",
        )
    return f"{year[:4]}-08-01/P1Y"
