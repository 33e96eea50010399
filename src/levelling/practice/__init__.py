"""Chapter 3: what has worked, for whom, at what cost, and what it would be worth here.

One room an analysis: the library of cases, what a body of cases says, logic models, the health effect of work, appraisal, and
how one would know.
"""
