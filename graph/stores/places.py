"""The files of an embedded store (các tệp của kho nhúng): what stands where, what is another's and
never overwritten.

``NAME`` is the graph, ``NAME.records`` the records it was built from, ``NAME.ledger`` what each
piece of it was made of, ``NAME.names`` an index of its names, ``NAME.built`` what says from which
records and by which engine; ``NAME.lock`` and ``NAME.writer`` belong to the one who writes,
``NAME.new…`` is what is being written.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION = 0x6C756F63  # "luoc": SQLite's mark of whose file it is, at byte 68
_SQLITE = b"SQLite format 3\0"
_OLD_RECORDS = b'{"luocdo"'
_GRAPH = b"LBUG"
_ENGINE_LEAVES = ("wal", "shadow", "checkpoint", "tmp")


@dataclass(frozen=True, slots=True)
class Places:
    """Where the files of the store ``graph`` stand."""

    graph: Path

    def beside(self, ending: str) -> Path:
        """Return ``NAME.ending``."""
        return self.graph.with_name(f"{self.graph.name}.{ending}")

    @property
    def records(self) -> Path:
        """Return where the records are kept."""
        return self.beside("records")

    @property
    def built(self) -> Path:
        """Return where it is said from what the graph was built."""
        return self.beside("built")

    @property
    def names(self) -> Path:
        """Return where the index of names stands."""
        return self.beside("names")

    @property
    def ledger(self) -> Path:
        """Return where it is kept what the graph was made of."""
        return self.beside("ledger")

    def fresh(self) -> Path:
        """Return where this process writes a graph anew: no other process writes there, not even
        one left for dead.
        """
        return self.beside(f"new.{os.getpid()}")

    def refuse_foreign(self) -> None:
        """Let nothing be written over a file that is not luocdo's.

        Raises:
            StoreError: one of the places is taken by something else.
        """
        if is_records(self.records):
            taken = [self.graph] if self.graph.exists() and not self.graph.is_file() else []
            taken += [] if _is_free(self.ledger) or is_records(self.ledger) else [self.ledger]
        else:
            taken = [
                place for place in (self.graph, self.records, self.ledger) if not _is_free(place)
            ]
            taken += [
                left
                for left in self._leftovers()
                if left.is_file() and not _is_free(left) and not _is_graph(left)
            ]
        if taken:
            message = (
                f"{taken[0]}: không phải kho của luocdo nên không ghi đè; đặt --store tên khác"
            )
            raise StoreError(message)

    def clear(self) -> None:
        """Remove what a writer that died has left, whatever its name, and what an engine left
        beside the graph.
        """
        for left in self._leftovers():
            _remove(left)
        for ending in _ENGINE_LEAVES:
            for left in _siblings(self.graph, ending):
                _remove(left)

    def put_in_place(self, fresh: Path) -> None:
        """Put the graph ``fresh``, and what says from what it was built, in the place
        of the old.
        """
        for ending in _ENGINE_LEAVES:
            for left in _siblings(self.graph, ending):
                _remove(left)
        fresh.replace(self.graph)
        fresh.with_name(f"{fresh.name}.names").replace(self.names)
        fresh.with_name(f"{fresh.name}.built").replace(self.built)

    def whole(self, mark: str) -> Path | None:
        """Return the graph built from ``mark`` that a writer finished but did not come to put in
        place.
        """
        for left in self._leftovers():
            graph = left.with_name(left.name.removesuffix(".built"))
            if (
                left.name.endswith(".built")
                and graph.is_file()
                and left.read_text("utf-8") == mark
            ):
                return graph
        return None

    def _leftovers(self) -> list[Path]:
        return _siblings(self.graph, "new") + _siblings(self.records, "new")


def is_records(path: Path) -> bool:
    """Return whether ``path`` holds luocdo's records, of this form or of the older one."""
    try:
        with path.open("rb") as stream:
            head = stream.read(72)
    except OSError:
        return False
    return head.startswith(_OLD_RECORDS) or (
        head.startswith(_SQLITE) and head[68:72] == APPLICATION.to_bytes(4, "big")
    )


def is_old_form(path: Path) -> bool:
    """Return whether the records at ``path`` are one file of lines, as they once were."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(_OLD_RECORDS)) == _OLD_RECORDS
    except OSError:
        return False


def lasting(path: Path) -> None:
    """Make sure that what was written to ``path`` is on the disk before it takes
    another's place.
    """
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _is_free(path: Path) -> bool:
    """Return whether nothing is lost by writing there: no file, or an empty one."""
    return not path.exists() or (path.is_file() and path.stat().st_size == 0)


def _is_graph(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(len(_GRAPH)) == _GRAPH


def _siblings(path: Path, ending: str) -> list[Path]:
    """Return ``path.ending`` and what is called so with something behind it (.wal, -journal)."""
    name = f"{path.name}.{ending}"
    if not path.parent.is_dir():
        return []
    found = (one for one in path.parent.iterdir() if one.name.startswith(name))
    return sorted(one for one in found if one.name == name or not one.name[len(name)].isalnum())


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(FileNotFoundError):
            path.unlink()
