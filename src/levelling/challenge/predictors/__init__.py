"""What goes with growth: the source paper's four families, how much each explains, and what is left unexplained."""

from levelling.challenge.predictors.explained import Explained, Made, Standing, explain, make
from levelling.challenge.predictors.outcomes import Outcome, Question, ask

__all__ = ["Explained", "Made", "Outcome", "Question", "Standing", "ask", "explain", "make"]
