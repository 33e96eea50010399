"""Matching on several machines with Apache Spark: the same partitions, the same kernel, the same answer to the byte.

Several partitions near each other make a piece. A piece carries its own people, the vacancies they might reach and the profiles
of those, as arrays in NumPy's own format; what all need (the weights, and the vacancies that can be done from home) is sent to
each machine once. A machine matches its people with what is near, then with work from home, and sends the best few back.

Spark itself and Java are needed (`pip install levelling[spark]`), and levelling on every machine of a cluster.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

from levelling.core.errors import UserError
from levelling.jobs.matching import kernel, pieces
from levelling.jobs.matching.arrays import Array, People, Rules, Vacancies
from levelling.jobs.matching.best import Best, Few
from levelling.jobs.matching.partitions import Partition, from_home, partitions
from levelling.jobs.matching.rows import Everybody, Near, vacancy_rows

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

PEOPLE, NEAR = 20_000, 2_000_000
"""People of a piece, and vacancies of all its partitions together, from which it is large enough."""
WAVE = 8
"""Pieces for each core that are in the memory of whoever sends them at once."""


def session(master: str = "local[*]", *, name: str = "levelling") -> "SparkSession":
    """A Spark session that keeps what it writes to disk on the way encrypted: rows of people are personal data.

    Args:
        master: Where Spark runs: `local[2]` for two cores of this machine, or the address of a cluster.
        name: What Spark calls it.

    Raises:
        UserError: Spark or Java is not installed, or Spark does not start.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise UserError("Spark is not installed.", "Install it: pip install levelling[spark].") from None
    if not _has_java():
        raise UserError("Spark needs Java, and there is none here.", "Install Java 17 or newer, or set JAVA_HOME.")
    if master.startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # Spark would start another Python, which knows nothing of us
    settings = {
        "spark.io.encryption.enabled": "true",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.maxResultSize": "0",
    }
    builder: Any = SparkSession.builder
    try:
        started: SparkSession = builder.master(master).appName(name).config(map=settings).getOrCreate()
    except Exception as error:
        raise UserError(f"Spark did not start on {master}.", "Look at what Spark wrote above.") from error
    return started


def match_on(session: "SparkSession", people: People, vacancies: Vacancies, rules: Rules, k: int) -> Best:
    """The best `k` vacancies for each person on Spark: what `engine.vacancies_for_people` gives on one machine.

    Args:
        session: A session of Spark, such as `session` gives. On a cluster of others' making, set `spark.io.encryption.enabled`.
        people: People, as arrays.
        vacancies: Vacancies, as arrays.
        rules: What fit is worked out with.
        k: How many for each.
    """
    all_found = Few.none(len(people.level), k)
    remote = np.flatnonzero((vacancies.remote == 1) & (vacancies.open == 1)).astype(np.int32)
    context = session.sparkContext
    common = context.broadcast(pieces.common_to_bytes(rules, pieces.vacancies_of(vacancies, remote), remote))
    waiting = _pieces(people, vacancies)
    while wave := list(islice(waiting, WAVE * context.defaultParallelism)):
        sent = [pieces.piece_to_bytes(pieces.cut(people, vacancies, rows, parts)) for rows, parts in wave]
        answers = context.parallelize(sent, len(sent)).map(lambda data: _matched(data, common.value, k)).collect()
        for (rows, _), answer in zip(wave, answers, strict=True):
            found = pieces.of_bytes(answer)
            all_found.best[rows], all_found.held[rows] = found["best"], found["held"]
    common.destroy()
    return all_found.told()


def _matched(data: bytes, common: bytes, k: int) -> bytes:
    """One piece of the work, wherever it runs: what is near first, then work from home."""
    piece, (rules, remote, names) = pieces.piece_of_bytes(data), pieces.common_of_bytes(common)
    everybody, found = Everybody.of(piece.people, rules), Few.none(len(piece.people.level), k)
    for vacancies, called, parts in (
        (piece.vacancies, piece.names, piece.parts()),
        (remote, names, from_home(piece.people, remote)),
    ):
        rows = vacancy_rows(vacancies)
        for part in parts:
            near = Near(part.near, called[part.near], rows[part.near])
            kernel.best_vacancies(everybody, part.who, vacancies, near, rules, found)
    return pieces.to_bytes({"best": found.best, "held": found.held})


def _pieces(people: People, vacancies: Vacancies) -> Iterator[tuple[Array, list[Partition]]]:
    """Partitions by the piece, each with the rows of its people; last those who can reach no place, for work from home."""
    alone = np.ones(len(people.level), bool)
    parts: list[Partition] = []
    for part in partitions(people, vacancies):
        alone[part.who] = False
        parts.append(part)
        if sum(len(one.who) for one in parts) >= PEOPLE or sum(len(one.near) for one in parts) >= NEAR:
            yield np.concatenate([one.who for one in parts]), parts
            parts = []
    if parts:
        yield np.concatenate([one.who for one in parts]), parts
    rest = np.flatnonzero(alone)
    for first in range(0, len(rest), PEOPLE):
        yield rest[first : first + PEOPLE], []


def _has_java() -> bool:
    home = os.environ.get("JAVA_HOME")
    return shutil.which("java", path=os.path.join(home, "bin") if home else None) is not None  # noqa: PTH118 - a search path
