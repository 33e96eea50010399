"""The figures that come with the package are whole, small, and every one of them is accounted for."""

from functools import cache

from levelling.atlas.catalogue import Catalogue
from levelling.atlas.check import check_figures
from levelling.atlas.ledger import LEDGER, read_ledger
from levelling.atlas.store import Store
from tests.project import FIGURES

BUDGET = 15_000_000  # bytes, all files together


@cache
def indicators_with_figures() -> frozenset[str]:
    rows = Store(FIGURES).query("SELECT DISTINCT indicator FROM estimates WHERE value IS NOT NULL")
    small = Store(FIGURES).query("SELECT DISTINCT indicator FROM small_area_figures")
    return frozenset(slug for (slug,) in [*rows, *small])


def test_every_file_is_there_and_as_the_ledger_says() -> None:
    assert check_figures(FIGURES).faults == ()


def test_no_file_is_there_that_the_ledger_does_not_name() -> None:
    named = {file.file for file in read_ledger(FIGURES).files} | {LEDGER}
    strays = sorted(path.name for path in FIGURES.iterdir() if path.name not in named)
    assert strays == [], "run: levelling figures prune"


def test_all_figures_fit_the_budget() -> None:
    assert sum(path.stat().st_size for path in FIGURES.iterdir()) <= BUDGET


def test_every_declared_indicator_has_figures() -> None:
    assert sorted({item.slug for item in Catalogue.load().all()} - indicators_with_figures()) == []


def test_every_indicator_with_figures_is_declared() -> None:
    assert sorted(indicators_with_figures() - {item.slug for item in Catalogue.load().all()}) == []


def test_every_indicator_comes_from_a_release_in_the_ledger() -> None:
    releases = read_ledger(FIGURES).entries
    strangers = {item.slug: item.release for item in Catalogue.load().all() if item.release not in releases}
    assert strangers == {}


def test_every_indicator_is_declared_in_full() -> None:
    """What the reader of a plan is told of each: titles apart, meanings that are sentences, labels for what a plan shows."""
    items = Catalogue.load().all()
    assert len({item.title for item in items}) == len(items), "two indicators have the same title"
    wanting = [item.slug for item in items if not item.meaning.rstrip().endswith(".")]
    wanting += [item.slug for item in items if any(not caveat.rstrip().endswith(".") for caveat in item.caveats)]
    wanting += [item.slug for item in items if bool(item.dimension) != bool(item.categories)]
    wanting += [item.slug for item in items if item.category and item.category not in item.categories]
    assert wanting == []


def test_every_release_can_be_walked_back_to() -> None:
    """Each names its publisher, title, licence and address, and the hashes of the files its figures were compiled from."""
    ledger = read_ledger(FIGURES)
    wanting = [
        key
        for key, entry in ledger.entries.items()
        if not (entry.release.publisher and entry.release.title and entry.release.licence and ledger.inputs.get(entry.source))
        or not entry.release.address.startswith("https://")
    ]
    assert wanting == []
    assert all(len(digest) == 64 for files in ledger.inputs.values() for digest in files.values())


def test_at_least_sixty_indicators_of_explore_local_statistics() -> None:
    releases = read_ledger(FIGURES).entries
    taken = [item for item in Catalogue.load().all() if releases[item.release].source == "ons-local-statistics"]
    assert len(taken) >= 60
