"""Whether a folder of figures is whole: every file there, its bytes and rows as the ledger says."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from levelling.atlas.catalogue import Catalogue
from levelling.atlas.ledger import read_ledger
from levelling.atlas.store import Store
from levelling.core.errors import Fault


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of the figures found.

    Attributes:
        files: How many files the ledger names.
        size: Their bytes in all.
        rows: Their rows in all.
        releases: How many releases they come from.
        faults: What is wrong; empty where all is whole.
    """

    files: int
    size: int
    rows: int
    releases: int
    faults: tuple[Fault, ...]


def check_figures(folder: Path) -> Checked:
    """Check every file of figures against the ledger, and the figures against the catalogue.

    Raises:
        UserError: There is no ledger.
    """
    ledger = read_ledger(folder)
    absent = [file.file for file in ledger.files if not (folder / file.file).is_file()]
    present = [file for file in ledger.files if file.file not in absent]
    changed = [file.file for file in present if hashlib.sha256((folder / file.file).read_bytes()).hexdigest() != file.sha256]
    faults = [
        Fault(what, len(names), tuple(names[:5]))
        for what, names in (("a file the ledger names is missing", absent), ("a file is not as it was compiled", changed))
        if names
    ]
    if not faults:
        store = Store(folder)
        slugs = [slug for (slug,) in store.query("SELECT DISTINCT indicator FROM estimates")]
        stray = sorted(set(slugs) - {item.slug for item in Catalogue.load().all()})
        if stray:
            faults.append(Fault("figures of an indicator that is not declared", len(stray), tuple(stray[:5])))
    size = sum((folder / file.file).stat().st_size for file in present)
    return Checked(len(ledger.files), size, sum(file.rows for file in ledger.files), len(ledger.entries), tuple(faults))
