"""Plans for every area of a level, over all the processors there are."""

import gc
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from levelling.atlas.atlas import Atlas
from levelling.core.area import Area
from levelling.core.errors import UserError
from levelling.plan.build import build
from levelling.plan.save import file_name, save
from levelling.plan.templates import Template

_ATLAS: Atlas | None = None


def save_all(
    atlas: Atlas,
    areas: Sequence[Area],
    folder: Path,
    form: str = "html",
    against: Sequence[Area] = (),
    template: Template | None = None,
) -> Iterator[Path]:
    """Write a plan for each area, and give each path as it is written.

    The figures are only read, so each process opens them for itself and none waits for another.

    Args:
        atlas: The figures.
        areas: Which areas.
        folder: Where to write; it is made where it is not there.
        form: `html`, `json` or `md`.
        against: Areas to compare each with.
        template: The headings to arrange each under; the plan's own where none is given.

    Raises:
        UserError: The folder cannot be made or written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            f"The folder {folder} cannot be made: {(error.strerror or '').lower()}.", "Choose another with --out."
        ) from error
    named = template.name if template else ""
    tasks = [(area, folder / file_name(area, form, named), form, tuple(against), template) for area in areas]
    workers = min(os.cpu_count() or 1, len(tasks))
    with ProcessPoolExecutor(workers, get_context("spawn"), _open, (atlas.store.folder,)) as pool:
        try:
            yield from pool.map(_write, tasks, chunksize=4)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _open(folder: Path) -> None:
    global _ATLAS  # noqa: PLW0603 - one atlas a process, opened once for all its plans
    _ATLAS = Atlas.open(folder)
    # A page is let go of as soon as it is written, and nothing in it points back to itself: looking for cycles finds none
    # and takes a fifth of the time.
    gc.disable()


def _write(task: tuple[Area, Path, str, tuple[Area, ...], Template | None]) -> Path:
    area, path, form, against, template = task
    atlas = _ATLAS or Atlas.open()
    return save(build(atlas, area, against=against, template=template), path, form)
