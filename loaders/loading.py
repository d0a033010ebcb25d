"""Loading files into a store (nạp): read in parallel, unchanged files skipped, a bad file never losing the others."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from luocdo.graph.errors import SourceError
from luocdo.graph.library import change
from luocdo.graph.records import FileRecord, decode
from luocdo.loaders.arrivals import Arrival, arrivals
from luocdo.loaders.reading import read_record
from luocdo.loaders.version import reader_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from luocdo.graph.stores.base import Store

_WORTH_A_POOL = 4
_ABORTED = "việc đọc bị dừng giữa chừng (hết bộ nhớ?)"

Result = tuple[str, FileRecord | str]


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did: files ``read``, ``skipped`` as unchanged, ``refused`` with the reason; the graph's size."""

    read: tuple[str, ...]
    skipped: tuple[str, ...]
    refused: tuple[tuple[str, str], ...]
    documents: int = 0
    tasks: int = 0

    def summary(self) -> str:
        """Return the report in one line."""
        return (
            f"đã đọc {len(self.read)} tệp ({self.documents} văn bản, {self.tasks} nhiệm vụ), "
            f"không đổi {len(self.skipped)}, không nạp {len(self.refused)}"
        )


def load_paths(
    store: Store,
    paths: Sequence[Path],
    *,
    jobs: int | None = None,
    again: bool = False,
    say: Callable[[str], None] = lambda _: None,
) -> LoadReport:
    """Load files, folders and archives into ``store``; ``say`` hears of progress."""
    files, refused = arrivals(paths)
    known = {} if again else {file: _stamp(line) for file, line in store.records().items()}
    skipped = {one.name for one in files if one.name in known and known[one.name] == (one.digest(), reader_version())}
    todo = [one for one in files if one.name not in skipped]
    read: dict[str, FileRecord] = {}
    for done, (name, result) in enumerate(_results(todo, jobs or os.cpu_count() or 1), 1):
        if isinstance(result, FileRecord):
            read[name] = result
        else:
            refused.append((name, result))
        if done % 10 == 0 or done == len(todo):
            say(f"đọc {done}/{len(todo)}")
    if read:
        change(store, read, say=say)
    documents = [document for record in read.values() for document in record.documents]
    return LoadReport(
        tuple(sorted(read)),
        tuple(sorted(skipped)),
        tuple(sorted(refused)),
        len(documents),
        sum(len(document.tasks) for document in documents),
    )


def forget_paths(store: Store, names: Sequence[str]) -> tuple[str, ...]:
    """Withdraw the files ``names`` (paths, bare names, archives with all they hold); what other files state stays.

    Raises:
        SourceError: a file is not in the store.
    """
    kept = store.records()
    gone: set[str] = set()
    for name in names:
        found = _named(name, kept)
        if not found:
            raise SourceError(Path(name).name, "tệp này không có trong kho")
        gone |= found
    change(store, {}, frozenset(gone))
    return tuple(sorted(gone))


def _named(name: str, kept: dict[str, bytes]) -> set[str]:
    """Return the files in the store that ``name`` means."""
    if name in kept:
        return {name}
    bare = Path(name).name
    return {file for file in kept if file == bare or file.startswith(f"{bare}/")}


def _stamp(line: bytes) -> tuple[str, str]:
    record = decode(line)
    return record.digest, record.reader


def _results(files: list[Arrival], jobs: int) -> Iterator[Result]:
    if jobs == 1 or len(files) < _WORTH_A_POOL:
        yield from map(_read_one, files)
        return
    done: set[str] = set()
    largest_first = sorted(files, key=lambda one: one.size, reverse=True)
    try:
        for name, result in _pooled(largest_first, min(jobs, len(files))):
            done.add(name)
            yield name, result
    except BrokenProcessPool:
        yield from (_read_apart(one) for one in files if one.name not in done)


def _pooled(files: Sequence[Arrival], jobs: int) -> Iterator[Result]:
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        for one in as_completed([pool.submit(_read_one, file) for file in files]):
            yield one.result()


def _read_apart(file: Arrival) -> Result:
    """Read a file in a process of its own: one that dies takes no other file with it."""
    try:
        return next(_pooled([file], 1))
    except BrokenProcessPool:
        return file.name, _ABORTED


def _read_one(file: Arrival) -> Result:
    """Read one file; what it is refused for is words, so that it can travel between processes."""
    try:
        return file.name, read_record(file.source())
    except SourceError as error:
        return file.name, error.reason
    except Exception as error:  # noqa: BLE001 - whatever a file is, the others are read
        return file.name, f"lỗi khi đọc: {type(error).__name__}: {error}"
