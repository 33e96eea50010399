"""Kinds of place: city, town or rural, and on the coast or not. Who is what, how each kind fares, a place among its own.

`levelling.challenge.kinds.sorting` says which authority is of which kind, and by what; `profiles` how each kind fares;
`among` holds a place against the others of its kind.
"""

from levelling.challenge.kinds.among import Among, among_own_kind
from levelling.challenge.kinds.profiles import Profile, Profiles, profiles
from levelling.challenge.kinds.sorting import Kind, Kinds, Settlement, kinds

__all__ = ["Among", "Kind", "Kinds", "Profile", "Profiles", "Settlement", "among_own_kind", "kinds", "profiles"]
