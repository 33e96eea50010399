"""The provider market: which barriers, groups and places are served, by whom, how scattered that is, who could bid together."""

from levelling.solutions.providers.bid import Bid, read_bid
from levelling.solutions.providers.consortium import Consortium, consortium
from levelling.solutions.providers.market import MONTHS, Market
from levelling.solutions.providers.notes import market_notes
from levelling.solutions.providers.offers import Covering, Coverings, coverings
from levelling.solutions.providers.survey import survey
from levelling.solutions.providers.themes import Kind, Theme, Themes, themes

__all__ = [
    "MONTHS",
    "Bid",
    "Consortium",
    "Covering",
    "Coverings",
    "Kind",
    "Market",
    "Theme",
    "Themes",
    "consortium",
    "coverings",
    "market_notes",
    "read_bid",
    "survey",
    "themes",
]
