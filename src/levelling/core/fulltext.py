"""Search by words, best first, without a network: a small index of texts in memory (SQLite's FTS5)."""

import re
import sqlite3
from collections.abc import Mapping, Sequence

_WORD = re.compile(r"[^\W_]+", re.UNICODE)


class FullText:
    """An index of short texts, each with a key and named fields; what is found is ordered by BM25.

    Words are matched by their stem, whatever their case and accents: 'apprentices' finds 'apprenticeship'. All words of a
    query must be found; where no text holds them all, those that hold any are given, most and rarest first.

    Args:
        texts: Each text's fields, by its key.
        weights: How much a word in each field counts; the fields are those named here.

    Example:
        >>> index = FullText({"esf": {"name": "European Social Fund"}, "lep": {"name": "Enterprise Partnership"}}, {"name": 1.0})
        >>> index.search("social funds")
        ['esf']
    """

    def __init__(self, texts: Mapping[str, Mapping[str, str]], weights: Mapping[str, float]) -> None:
        self._weights = tuple(weights.values())
        columns = ", ".join(f"field{at}" for at in range(len(weights)))
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.execute(
            f"CREATE VIRTUAL TABLE texts USING fts5(key UNINDEXED, {columns}, tokenize='porter unicode61 remove_diacritics 2')"
        )
        marks = ", ".join("?" for _ in range(len(weights) + 1))
        rows: Sequence[tuple[str, ...]] = [(key, *(text.get(name, "") for name in weights)) for key, text in texts.items()]
        self._base.executemany(f"INSERT INTO texts VALUES ({marks})", rows)

    def search(self, query: str, most: int = 1_000) -> list[str]:
        """Keys of the texts that hold the words, best first; empty where the query has no word or none is found.

        Args:
            query: Words as a person types them; marks between them are passed over.
            most: How many keys at the most.
        """
        words = [f'"{word}"' for word in _WORD.findall(query)][:32]
        if not words:
            return []
        # The last word may not be typed to its end: the start of a longer one counts as well.
        words[-1] = f"({words[-1]} OR {words[-1]}*)"
        return self._match(" AND ".join(words), most) or self._match(" OR ".join(words), most)

    def _match(self, expression: str, most: int) -> list[str]:
        weights = ", ".join(str(float(weight)) for weight in (0.0, *self._weights))
        sql = f"SELECT key FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, {weights}), rowid LIMIT ?"
        return [key for (key,) in self._base.execute(sql, (expression, most))]
