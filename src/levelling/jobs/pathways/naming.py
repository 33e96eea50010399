"""An occupation by the name somebody typed."""

from levelling.core.errors import UserError
from levelling.core.ids import near_ids
from levelling.jobs.occupations.catalogue import Catalogue, Occupation
from levelling.jobs.pathways.likeness import words_of

_OFFERED = 6


def occupation(catalogue: Catalogue, name: str) -> Occupation:
    """The occupation with this key or name, however its letters are written.

    Args:
        catalogue: Occupations.
        name: ESCO's key or preferred label, such as `hotel concierge`.

    Raises:
        UserError: None has it; the nearest are offered.
    """
    typed = " ".join(name.split())
    if typed in catalogue.occupations:
        return catalogue.occupations[typed]
    wanted = typed.casefold()
    same = sorted(key for key, one in catalogue.occupations.items() if one.label.casefold() == wanted)
    if same:
        return catalogue.occupations[same[0]]
    shown = typed[:80] or "no name"
    raise UserError(f"There is no occupation '{shown}'.", "Name one as ESCO does.", near=near(catalogue, typed))


def near(catalogue: Catalogue, name: str) -> list[str]:
    """Names of occupations that share most words with this one, then those spelt nearly like it."""
    wanted = words_of(name)
    labels = sorted({one.label for one in catalogue.occupations.values()})
    shared = [(len(wanted & words), len(words - wanted), label) for label in labels if (words := words_of(label)) & wanted]
    by_words = [label for _, _, label in sorted(shared, key=lambda found: (-found[0], found[1], found[2]))]
    by_letters = [] if len(by_words) >= _OFFERED else near_ids(name.casefold()[:80], labels, cutoff=0.6)
    return list(dict.fromkeys([*by_words[:_OFFERED], *by_letters]))[:_OFFERED]
