"""The needs of a place: what its diagnosis hands on to whoever looks for help, each with its size.

A place has a need where its figure is on the worse side of the widest area it can be held against (the United Kingdom, else
its nation, else its region). They come in this order, and there is no score:

1. needs that are surely more than chance, or of which no margin of error is known, before those that cannot be told from chance;
2. the further from the comparator the earlier, in three steps: a long way (one usual spread between places or more), some way
   (half of one or more), a little; where the spread is not known, last;
3. sure ones before those without a margin of error;
4. the larger size in people, jobs or businesses first; needs sized in pounds, and those without a size, after them;
5. by key.

Needs overlap: one person may be counted in several. Their sizes are not to be added up. Ages are as published: 16 to 64, never
set against 18 to 66.
"""

from levelling.challenge.needs.evidence import few
from levelling.challenge.needs.measures import MEASURES, NAMES, SLUGS
from levelling.challenge.needs.result import chosen, needs, ordered, summed_up

__all__ = ["MEASURES", "NAMES", "SLUGS", "chosen", "few", "needs", "ordered", "summed_up"]
