"""The Python interface: what `import levelling as lv` gives.

Example:
    >>> import levelling as lv
    >>> atlas = lv.open()
    >>> hartlepool = atlas.area("Hartlepool")
    >>> hartlepool.code
    'E06000001'
"""

from levelling.api.atlas import Atlas, open, plan  # noqa: A004 - lv.open() is the natural word
from levelling.api.place import Place
from levelling.api.shown import Answer, Comparisons, Plan, Shown
from levelling.api.trial import trial_detect, trial_result, trial_size

__all__ = [
    "Answer",
    "Atlas",
    "Comparisons",
    "Place",
    "Plan",
    "Shown",
    "open",
    "plan",
    "trial_detect",
    "trial_result",
    "trial_size",
]
