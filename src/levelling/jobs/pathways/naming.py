"""An occupation by the name somebody typed."""

from difflib import get_close_matches

from levelling.core.errors import UserError
from levelling.core.words import listed
from levelling.jobs.occupations.catalogue import Catalogue, Occupation, plainly
from levelling.jobs.occupations.titles import Titles
from levelling.jobs.pathways.likeness import words_of

_OFFERED = 6
_SHOWN = 80
_SURE = 0.995
"""How near a title must be, of 1, to name an occupation without being asked again."""


def occupation(catalogue: Catalogue, name: str) -> Occupation:
    """The occupation with this key or name, however its letters are written.

    Args:
        catalogue: Occupations.
        name: ESCO's key, its preferred label such as `hotel concierge`, another name that only one occupation has, or a job title
            that names one beyond doubt, such as `HGV driver`.

    Raises:
        UserError: None goes by it, or several do; the nearest, or the several, are offered.
    """
    if name.strip() in catalogue.occupations:
        return catalogue.occupations[name.strip()]
    wanted = plainly(name)
    same = sorted((one for one in catalogue.occupations.values() if plainly(one.label) == wanted), key=lambda one: one.key)
    if not same:
        same = [one for one in catalogue.occupations.values() if wanted in map(plainly, one.titles)]
    if len(same) == 1 or (same and plainly(same[0].label) == wanted):
        return same[0]
    shown = " ".join(name.split())[:_SHOWN]
    if same:
        labels = sorted(one.label for one in same)
        raise UserError(f"{len(labels)} occupations go by the name '{shown}'.", f"Name one of them: {listed(labels, 'or')}.")
    if not catalogue.occupations:
        raise UserError("The figures hold no occupations.", "Build the figures again.")
    if not shown:
        raise UserError("No occupation is named.", "Name one as ESCO does, such as 'hotel concierge'.")
    meant = Titles.of(catalogue).find(name, _OFFERED)
    if meant and meant[0].score >= _SURE and (len(meant) == 1 or meant[1].score < _SURE):
        return catalogue.occupations[meant[0].key]
    like = near(catalogue, name)
    found = [catalogue.occupations[one.key].label for one in meant]
    offered = list(dict.fromkeys([*like[:1], *found, *like]))[:_OFFERED]
    raise UserError(f"No occupation goes by the name '{shown}'.", "Name one as ESCO does.", near=offered)


def near(catalogue: Catalogue, name: str) -> list[str]:
    """Names of occupations that are spelt much like this one, then those that share most words with it."""
    wanted = words_of(name)
    labels = sorted({one.label for one in catalogue.occupations.values()})
    spelt = get_close_matches(plainly(name)[:_SHOWN], labels, n=2, cutoff=0.8)
    shared = [(len(wanted & words), len(words - wanted), label) for label in labels if (words := words_of(label)) & wanted]
    by_words = [label for _, _, label in sorted(shared, key=lambda found: (-found[0], found[1], found[2]))]
    return list(dict.fromkeys([*spelt, *by_words]))[:_OFFERED]
