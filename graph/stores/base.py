"""What every store can do (hợp đồng của kho): hold one graph with the records it was built from,
and answer questions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, Self

from luocdo.graph.errors import QueryError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from luocdo.graph.model import Graph
    from luocdo.graph.stores.copies import Copies
    from luocdo.graph.stores.growth import Growth, Telling
    from luocdo.graph.stores.stamps import Arrived, Stamp

Parameters = Mapping[str, object]
Say = Callable[[str], None]
_PARAMETER = re.compile(r"\$([A-Za-z_]\w*)")
# A comment or a string, whichever begins first: an apostrophe in a comment opens no string, // in
# a string no comment.
_WORDS = re.compile(
    r"(?P<comment>//[^\n]*|/\*.*?\*/)|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Rows:
    """What a question returned: ``columns`` and ``rows``; nodes and edges are dicts with
    ``_label`` or ``_type``.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]

    def dicts(self) -> list[dict[str, object]]:
        """Return each row under its column names."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class Growing(Protocol):
    """A store that is told what changes, and reads no more of what it holds than that."""

    @property
    def ledger(self) -> Path:
        """Where what the graph was made of is kept."""
        ...

    def checksums(self) -> dict[str, str]:
        """Return the checksum of each kept record, SHA-256 in hexadecimal digits."""
        ...

    def record(self, file: str) -> bytes:
        """Return the kept record of ``file``."""
        ...

    def generation(self) -> str:
        """Return what the set of kept records is told by; empty for the empty set."""
        ...

    def change(
        self, new: Mapping[str, bytes], gone: AbstractSet[str], growth: Growth, say: Say = ...
    ) -> None:
        """Put ``new`` records in place of the files' older ones and take ``gone`` out; make the
        graph the one that grew.

        A crash on the way leaves the old state. What has arrived and is among ``new`` no longer
        waits.
        """
        ...


class Store(Protocol):
    """A place that holds one graph; the same contract for every engine."""

    url: str

    @property
    def copies(self) -> Copies | None:
        """Where copies of loaded files are kept; None where the store has no place for them."""
        ...

    def run(self, query: str, parameters: Parameters | None = None) -> Rows:
        """Answer a read-only ``query`` in the portable subset of Cypher.

        Raises:
            QueryError: a parameter is missing or unused, the text is no Cypher, or it tries to
            write. StoreError: the engine cannot be reached or is busy.
        """
        ...

    def named(self, label: str, words: str) -> tuple[str, ...] | None:
        """Return the ids of the nodes of ``label`` (Document, Unit) that ``words`` may mean, and
        maybe of some others.

        All that ``words`` may mean, as `queries.naming` understands them, are among them. None
        where no index tells: then every name is to be read.
        """
        ...

    def state(self) -> str:
        """Return what tells whether the graph is still the one it was: another after
        every change.
        """
        ...

    def beside(self, what: str) -> Path:
        """Return the file in which an index of kind ``what`` over the graph may be kept; it need
        not be there.
        """
        ...

    def records(self) -> dict[str, bytes]:
        """Return the kept records: file name -> encoded `FileRecord`."""
        ...

    def stamps(self) -> dict[str, Stamp]:
        """Return of each kept file what tells whether it must be read again."""
        ...

    def arrived(self) -> dict[str, Stamp]:
        """Return the same of the files that were read but are not yet in the graph."""
        ...

    def arrived_records(self, files: Iterable[str]) -> dict[str, bytes]:
        """Return the records of those of ``files`` that have arrived."""
        ...

    def stage(self, batch: Iterable[Arrived]) -> None:
        """Keep what was just read, in one transaction; the graph does not change."""
        ...

    def writing(self) -> AbstractContextManager[None]:
        """Hold the store as its one writer: what is read and changed within is nobody else's to
        change meanwhile.

        Raises:
            BusyError: another writes for longer than one may wait; it is named.
        """
        ...

    @property
    def growing(self) -> Growing | None:
        """Return it as a store that changes by what was added; None where it compares the whole
        graph with what it holds.
        """
        ...

    def replace(self, records: Mapping[str, bytes], graph: Telling, say: Say = ...) -> None:
        """Make the store hold exactly ``graph`` and ``records``; a crash on the way leaves the old
        state.

        What has arrived and is among ``records`` no longer waits. ``say`` hears of progress.
        """
        ...

    def contents(self) -> Graph:
        """Read back the graph that the engine really holds."""
        ...

    def holding(self) -> Telling:
        """Tell of the same, a piece at a time where the engine can."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...

    def __enter__(self) -> Self:
        """Open for a with statement."""
        ...

    def __exit__(self, *_: object) -> None:
        """Close."""
        ...


def silent(_: str) -> None:
    """Hear of progress and say nothing."""


@lru_cache(maxsize=256)  # a look-up asks the same few questions again and again
def bare(query: str) -> str:
    """Return ``query`` without its comments and with its strings emptied: what is left is
    structure.
    """
    return _WORDS.sub(lambda found: "" if found["comment"] else "''", query)


def check_parameters(query: str, parameters: Parameters) -> None:
    """Refuse a query whose parameters are not exactly the ones given.

    Raises:
        QueryError: one is missing (an engine may take it for NULL without a word) or not used.
    """
    wanted = set(_PARAMETER.findall(bare(query)))
    if missing := sorted(wanted - set(parameters)):
        message = f"thiếu tham số: {', '.join('$' + name for name in missing)}"
        raise QueryError(message)
    if unused := sorted(set(parameters) - wanted):
        message = f"tham số không dùng: {', '.join('$' + name for name in unused)}"
        raise QueryError(message)


def batches(
    rows: Sequence[dict[str, object]], size: int = 5000
) -> list[Sequence[dict[str, object]]]:
    """Cut ``rows`` for UNWIND; never an empty one."""
    return [rows[start : start + size] for start in range(0, len(rows), size)]
