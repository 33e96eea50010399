"""Kinds of place: city, town or country, and on the coast or not. Who is what, how places of a kind fare, and a place among its own.

`levelling.challenge.kinds.sorting` says which authority is of which kind, and by what; `profiles` how each kind fares;
`among` holds a place against the others of its kind.
"""

from levelling.challenge.kinds.sorting import Kind, Kinds, Settlement, kinds

__all__ = ["Kind", "Kinds", "Settlement", "kinds"]
