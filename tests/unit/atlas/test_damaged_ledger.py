import json
from pathlib import Path

import pytest

from levelling.atlas.ledger import FORMAT, LEDGER, read_ledger
from levelling.atlas.store import Store
from levelling.core.errors import UserError

WHOLE = {"format": FORMAT, "files": [], "releases": [], "inputs": {}}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        json.dumps({"format": FORMAT}),
        json.dumps({**WHOLE, "files": [{"file": "a"}]}),
        json.dumps({**WHOLE, "releases": [{"id": "a"}]}),
        json.dumps({**WHOLE, "releases": "all"}),
    ],
)
def test_a_damaged_ledger_gets_a_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / LEDGER).write_text(text)
    with pytest.raises(UserError, match=r"ledger\.json cannot be read"):
        read_ledger(tmp_path)


def test_figures_without_a_table_they_need_get_a_sentence(tmp_path: Path) -> None:
    (tmp_path / LEDGER).write_text(json.dumps(WHOLE))
    with pytest.raises(UserError, match="missing or damaged"):
        Store(tmp_path).query("SELECT code FROM areas")
