"""Confidence sets for ranks: where a place may truly stand among others, given the margins of error of all of them.

A rank is a count of places that are better. Place `j` is surely worse than place `k` where the difference of their estimates,
in standard errors, is larger than chance makes the largest of all such differences. So

    rank_lower = 1 + (places surely better),    rank_upper = places - (places surely worse),

and the places that cannot be told from `j` lie between the two. The *marginal* set covers the true rank of one place with 95%
confidence; the *simultaneous* sets cover the true ranks of all places at once. Each pair of places gives two hypotheses, one a
way. What is rejected is put aside and the rest is held to the smaller bar that then suffices (step-down), until nothing more
is rejected. Places that truly tie have a set of ranks, and the whole of it is covered.

References:
    Mogstad, M., Romano, J. P., Shaikh, A. M. and Wilhelm, D. (2024). Inference for Ranks with Applications to Mobility across
        Neighbourhoods and Academic Achievement across Countries. Review of Economic Studies 91, 476-518.
        doi:10.1093/restud/rdad006.
    Romano, J. P. and Wolf, M. (2005). Exact and approximate stepdown methods for multiple hypothesis testing. Journal of the
        American Statistical Association 100, 94-108.
"""

from levelling.challenge.rank_sets.measured import LEVEL, Measured
from levelling.challenge.rank_sets.one import Told, critical, tell_apart

__all__ = ["LEVEL", "Measured", "Told", "critical", "tell_apart"]
