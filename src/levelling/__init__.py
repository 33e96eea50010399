"""From the name of a UK place to an honest, sourced plan for good work.

import levelling as lv

atlas = lv.open()
hartlepool = atlas.area("Hartlepool")
hartlepool.estimate("employment-rate")
hartlepool.compare()
lv.plan("Hartlepool").save("hartlepool.html")
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from levelling.api import Atlas, Place, Plan, open, plan  # noqa: A004 - lv.open() is the natural word

__all__ = ["Atlas", "Place", "Plan", "open", "plan"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    # The interface is loaded when first used, so that the command line starts fast.
    if name in __all__:
        from levelling import api

        return getattr(api, name)
    raise AttributeError(f"module 'levelling' has no attribute '{name}'")
