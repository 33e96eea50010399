"""Money against need: who was given how much of a fund, per head, and whether more went where need is greater.

Amounts are facts with a source. What is moved from a partnership or a county to authorities is moved by people, and says so. What
was not found is not filled in: an area outside a list that is not whole is unknown, not nought.
"""

from levelling.solutions.funding.against import FEWEST, AgainstNeed, Row, against_need
from levelling.solutions.funding.declared import fund, funds
from levelling.solutions.funding.fund import Also, Award, Cited, Control, Fund, NotFound, RowFault
from levelling.solutions.funding.here import Here, MoneyHere, lay_all, money_here, standing_of
from levelling.solutions.funding.need import NeedFigures, need_of, usual_need
from levelling.solutions.funding.own import own_fund
from levelling.solutions.funding.placing import Given, Placing, Share, Split, levels_of, place

__all__ = [
    "FEWEST",
    "AgainstNeed",
    "Also",
    "Award",
    "Cited",
    "Control",
    "Fund",
    "Given",
    "Here",
    "MoneyHere",
    "NeedFigures",
    "NotFound",
    "Placing",
    "Row",
    "RowFault",
    "Share",
    "Split",
    "against_need",
    "fund",
    "funds",
    "lay_all",
    "levels_of",
    "money_here",
    "need_of",
    "own_fund",
    "place",
    "standing_of",
    "usual_need",
]
