"""Functions are compiled when first called, and the machine code (nothing else) is kept for the next time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from pickle import UnpicklingError
from typing import Any, TypeVar

import numba
from numba.core import caching

from levelling.jobs import travel

_CONFIG: Any = numba.config
_LOST = (OSError, UnpicklingError, EOFError, ValueError, IndexError, KeyError, AttributeError, ImportError)
"""What reading half a file of machine code may raise, or writing one where there is no room."""
_Function = TypeVar("_Function", bound=Callable[..., Any])


@cache
def _stamp() -> str:
    """Stands for all sources here that are compiled or are shapes these read: what one compiles holds what it calls."""
    sources = (path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    compiled_here = (one for one in sources if b"@compiled" in one or b"(NamedTuple)" in one)
    # The one number that is compiled in and stands elsewhere.
    return sha256(b"\0".join((*compiled_here, str(travel.EARTH).encode()))).hexdigest()


class _Stamped:
    def get_source_stamp(self) -> str:
        # numba looks at the function's own file alone, and would run old code after another was changed.
        return _stamp()


class Given(_Stamped, caching.UserProvidedCacheLocator):
    """Keeps machine code in the folder that NUMBA_CACHE_DIR names."""


class Beside(_Stamped, caching.InTreeCacheLocator):
    """Keeps machine code beside the sources."""


class Users(_Stamped, caching.UserWideCacheLocator):
    """Keeps machine code in the user's cache folder, where none may be written beside the sources."""


class _Kept(caching.FunctionCache):
    """Machine code on disk that may be damaged, or that there may be no room for: it is then made anew, or not kept."""

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        kept: Any = super()
        try:
            return kept.load_overload(sig, target_context)
        except _LOST:
            with suppress(OSError):
                kept.flush()
            return None

    def save_overload(self, sig: Any, data: Any) -> None:
        kept: Any = super()
        with suppress(*_LOST):
            kept.save_overload(sig, data)


def compiled(function: _Function) -> _Function:
    """Compile a function when it is first called, with no lock on Python while it runs."""
    njit: Any = numba.njit
    keeping: Any = _Kept
    made: Any = njit(nogil=True, error_model="numpy")(function)
    if made is not function:  # as it is where compiling is switched off
        with _own_places(), suppress(RuntimeError):  # no folder may be written
            made._cache = keeping(function)  # noqa: SLF001 - numba has no other door
    ready: _Function = made
    return ready


@contextmanager
def _own_places() -> Iterator[None]:
    """For our functions alone: what else numba compiles in this process is kept as it always is."""
    others = _CONFIG.CACHE_LOCATOR_CLASSES
    _CONFIG.CACHE_LOCATOR_CLASSES = ",".join(f"{__name__}.{one.__name__}" for one in (Given, Beside, Users))
    try:
        yield
    finally:
        _CONFIG.CACHE_LOCATOR_CLASSES = others
