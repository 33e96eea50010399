"""From need to enabler: what in the register may help with each need of a place, in an order that anyone can check.

For each need, enablers come in this order, and there is no score:

1. relevance: a fund or programme chiefly about the need that acts on it; then one that does so beside other things or for some of
   the people; then a duty, standard or levy of that kind; then what plans it, measures it or joins people up around it; then a
   fund or programme for something near to it;
2. reach: a source names an area that holds the place; it reaches the whole nation; it reaches the place in part; one cannot tell;
3. status at the date: open; not yet begun; one cannot tell. What is closed or replaced is never offered, nor a fund or programme
   of which one cannot tell and that no source shows open in the last five years: they are told apart, with what followed;
4. money: a sum for the named area is known, larger for each person first; a sum for all together is known, larger first, though
   sums of different periods are not of one kind; none is known;
5. name.

What an enabler must be about to help with each need is declared in `levelling.solutions.match.fits`.
"""

from levelling.solutions.match.fits import FITS, Fit, fit_of
from levelling.solutions.match.matching import Matcher, match, rank_of
from levelling.solutions.match.offer import Known, Money, Offer, Relevance
from levelling.solutions.match.reach import Ground, Reached, Reaches, ground_of, reach_of
from levelling.solutions.match.result import Answered, Ended, Matched

__all__ = [
    "FITS",
    "Answered",
    "Ended",
    "Fit",
    "Ground",
    "Known",
    "Matched",
    "Matcher",
    "Money",
    "Offer",
    "Reached",
    "Reaches",
    "Relevance",
    "fit_of",
    "ground_of",
    "match",
    "rank_of",
    "reach_of",
]
