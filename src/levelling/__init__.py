"""From the name of a UK place to an honest, sourced plan for good work.

import levelling as lv

atlas = lv.open()
hartlepool = atlas.area("Hartlepool")
hartlepool.estimate("employment-rate")
hartlepool.compare()
lv.plan("Hartlepool").save("hartlepool.html")
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from levelling.api import (
        Answer,
        Atlas,
        Place,
        Plan,
        open,  # noqa: A004 - lv.open() is the natural word
        plan,
        trial_detect,
        trial_result,
        trial_size,
    )

__all__ = ["Answer", "Atlas", "Place", "Plan", "open", "plan", "trial_detect", "trial_result", "trial_size"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    # The interface is loaded when first used, so that the command line starts fast.
    if name in __all__:
        from levelling import api

        return getattr(api, name)
    raise AttributeError(f"module 'levelling' has no attribute '{name}'")


class _Interface(ModuleType):
    """The package as users see it: `plan` is the function, although there is a folder of that name.

    Python sets a package's attribute to a folder when the folder is first imported. Here that is let pass without effect, or
    `lv.plan("Hartlepool")` would work once. `from levelling.plan import build` finds the folder all the same.
    """

    @property
    def plan(self) -> Any:
        from levelling import api

        return api.plan

    @plan.setter
    def plan(self, folder: ModuleType) -> None:
        pass


sys.modules[__name__].__class__ = _Interface
