"""Creating jobs: where so many subsidised jobs of a kind would do most good, what is left of them, and who could do them.

What is left hangs on findings that contradict each other or are read at second hand. None is taken in silence: each is shown with
its range and its grade, and whoever asks chooses. Until then the answer is the range over all of them.
"""

from levelling.jobs.creation.create import create, ordered, place
from levelling.jobs.creation.kinds import Claim, Findings, Kind, findings, kind, kinds, sector_of
from levelling.jobs.creation.net import Factor, Net, Option, factors, net, own_figure
from levelling.jobs.creation.people import Caseload, Count, Near, Span, Wanting, caseload, wanting
from levelling.jobs.creation.result import APART, Ask, Creation, PayCheck, Place, options_records

__all__ = [
    "APART",
    "Ask",
    "Caseload",
    "Claim",
    "Count",
    "Creation",
    "Factor",
    "Findings",
    "Kind",
    "Near",
    "Net",
    "Option",
    "PayCheck",
    "Place",
    "Span",
    "Wanting",
    "caseload",
    "create",
    "factors",
    "findings",
    "kind",
    "kinds",
    "net",
    "options_records",
    "ordered",
    "own_figure",
    "place",
    "sector_of",
    "wanting",
]
