"""Loading files into a store (nạp): read in parallel, unchanged files skipped, a bad file never losing the others."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from luocdo.graph.errors import SourceError
from luocdo.graph.library import change
from luocdo.graph.records import FileRecord, decode
from luocdo.loaders.reading import READER_VERSION, read_file, read_record
from luocdo.loaders.source import decode_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from luocdo.graph.stores.base import Store

_IGNORED = frozenset({".tsv", ".json", ".yml", ".yaml", ".toml", ".py"})
_WORTH_A_POOL = 4
STANDARD_INPUT = "-"


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
    """Load files and folders into ``store``; ``say`` hears of progress."""
    files, refused = _files(paths)
    known = {} if again else {file: _stamp(line) for file, line in store.records().items()}
    skipped = [path for path in files if known.get(path.name) == (_digest(path), READER_VERSION)]
    todo = [path for path in files if path not in set(skipped)]
    read: dict[str, FileRecord] = {}
    for done, (name, result) in enumerate(_results(todo, jobs or os.cpu_count() or 1), 1):
        if isinstance(result, FileRecord):
            read[name] = result
        else:
            refused.append((name, result))
        if done % 10 == 0 or done == len(todo):
            say(f"đọc {done}/{len(todo)}")
    if read:
        change(store, read)
    documents = [document for record in read.values() for document in record.documents]
    return LoadReport(
        tuple(sorted(read)),
        tuple(sorted(path.name for path in skipped)),
        tuple(sorted(refused)),
        len(documents),
        sum(len(document.tasks) for document in documents),
    )


def forget_paths(store: Store, names: Sequence[str]) -> tuple[str, ...]:
    """Withdraw the files ``names`` (paths or bare names); facts that other files state stay.

    Raises:
        SourceError: a file is not in the store.
    """
    kept = store.records()
    gone = frozenset(Path(name).name for name in names)
    for name in sorted(gone - set(kept)):
        raise SourceError(name, "tệp này không có trong kho")
    change(store, {}, gone)
    return tuple(sorted(gone))


def _files(paths: Sequence[Path]) -> tuple[list[Path], list[tuple[str, str]]]:
    """List the files under ``paths``, in order; links inside folders are not followed."""
    files: dict[str, Path] = {}
    refused: list[tuple[str, str]] = []
    for path in paths:
        if path.is_dir():
            found = sorted(
                p
                for p in path.rglob("*")
                if p.is_file()
                and not p.is_symlink()
                and p.suffix.lower() not in _IGNORED
                and not p.name.startswith((".", "README", "__init__"))
            )
        else:
            found = [path]
        for one in found:
            if one.name in files and files[one.name] != one:
                refused.append((str(one), f"trùng tên với {files[one.name]}: mỗi tệp một tên"))
            else:
                files[one.name] = one
    return list(files.values()), refused


def _stamp(line: bytes) -> tuple[str, str]:
    record = decode(line)
    return record.digest, record.reader


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _results(paths: list[Path], jobs: int) -> Iterator[tuple[str, FileRecord | str]]:
    if jobs == 1 or len(paths) < _WORTH_A_POOL:
        yield from map(_read_one, paths)
        return
    with ProcessPoolExecutor(min(jobs, len(paths)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(_read_one, sorted(paths, key=_size, reverse=True))


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _read_one(path: Path) -> tuple[str, FileRecord | str]:
    """Read one file; what it is refused for is words, so that it can travel between processes."""
    try:
        if str(path) == STANDARD_INPUT:
            record = read_record(decode_source("stdin.txt", sys.stdin.buffer.read()))
            return record.file, record
        return path.name, read_file(path)
    except SourceError as error:
        return path.name, error.reason
