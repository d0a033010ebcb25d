"""The embedded store (kho nhúng): one graph file, the records it was built from beside it.

The records are the source of truth: where the graph is missing, older or damaged it is built anew
from them. A load writes a new graph beside the old one, opens and counts it, then commits the
records and puts the graph in the place of the old: a crash leaves the old state, or the whole new
one.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from luocdo.graph.errors import EmptyStoreError, StoreError
from luocdo.graph.stores.base import Parameters, Rows, Say, check_parameters, silent
from luocdo.graph.stores.dialect import for_ladybug
from luocdo.graph.stores.engine import VERSION, Engine, patiently
from luocdo.graph.stores.file_records import FileRecords
from luocdo.graph.stores.generation import generation_by
from luocdo.graph.stores.locking import PATIENCE, BusyError
from luocdo.graph.stores.reading_only import refuse_writing
from luocdo.graph.stores.record_file import FORMAT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from contextlib import AbstractContextManager
    from pathlib import Path

    from luocdo.graph.model import Graph
    from luocdo.graph.stores.base import Growing
    from luocdo.graph.stores.growth import Difference, Growth, Telling

    Regrown = Callable[[Growing], AbstractContextManager[Telling]]

_SOON = 2.0  # seconds a question waits for a writer that is about to finish


class LadybugStore(FileRecords):
    """One graph in one file; readers open it read-only, a load replaces it whole."""

    def __init__(self, path: Path, regrown: Regrown, patience: float = PATIENCE) -> None:
        """Name the store at ``path``; ``regrown`` tells the graph of the kept records where the
        file does not hold it.

        A second writer waits ``patience`` seconds for the first.
        """
        super().__init__(path, patience)
        self._regrown = regrown
        self._engine: Engine | None = None

    def run(self, query: str, parameters: Parameters | None = None) -> Rows:
        """Answer a read-only query; see `Store.run`."""
        values = dict(parameters or {})
        check_parameters(query, values)
        refuse_writing(query)
        return self._open().ask(for_ladybug(query), values)

    def named(self, label: str, words: str) -> tuple[str, ...] | None:
        """Return the ids among which what ``words`` mean is; see `Store.named`."""
        # most questions name nothing
        from luocdo.graph.stores.name_index import candidates  # noqa: PLC0415

        self._open()
        return candidates(self._places.names, label, words, self._places.built.read_text("utf-8"))

    def state(self) -> str:
        """Return from which records, and by which engine, the graph that answers was written."""
        self._open()
        return self._places.built.read_text("utf-8")

    @property
    def growing(self) -> Self:
        """Return itself: it changes by what was added."""
        return self

    @property
    def ledger(self) -> Path:
        """Return where what the graph was made of is kept."""
        return self._places.ledger

    def replace(self, records: Mapping[str, bytes], graph: Telling, say: Say = silent) -> None:
        """Write ``graph`` and ``records`` anew, then put them in the place of the old."""
        # a look-up writes nothing
        from luocdo.graph.stores.bulk import write_graph  # noqa: PLC0415
        from luocdo.graph.stores.rows import checksums_of  # noqa: PLC0415

        with self.writing(), self._fresh() as fresh:
            checksums = checksums_of(records)
            write_graph(fresh, graph, checksums, _mark(generation_by(checksums)))
            self._file.put(records)
        say("ghi cả đồ thị")

    def change(
        self, new: Mapping[str, bytes], gone: AbstractSet[str], growth: Growth, say: Say = silent
    ) -> None:
        """Write what changed to a copy of the graph, or all of it where the graph is not the one
        that grew.
        """
        with self.writing():
            before, after = self._file.generation(), self._file.generation_with(new, gone)
            amends = (
                bool(before)
                and growth.since == before
                and self._holds(_mark(before))
                and self._places.names.exists()
            )
            with self._fresh() as fresh:
                if amends:
                    self._amend(fresh, new, gone, growth.difference, _mark(after))
                else:
                    self._write_whole(fresh, new, gone, growth, _mark(after))
                self._file.change(new, gone)
        say(f"ghi {growth.difference.size} nút và cạnh đã đổi" if amends else "ghi cả đồ thị")

    def _amend(
        self,
        fresh: Path,
        new: Mapping[str, bytes],
        gone: AbstractSet[str],
        difference: Difference,
        mark: str,
    ) -> None:
        from luocdo.graph.model import Node  # noqa: PLC0415 - a look-up writes nothing
        from luocdo.graph.stores.bulk import amend_graph  # noqa: PLC0415
        from luocdo.graph.stores.rows import checksums_of  # noqa: PLC0415

        files = (
            Node("SourceFile", file, {"digest": mark}) for file, mark in checksums_of(new).items()
        )
        told = replace(
            difference,
            nodes=(*difference.nodes, *files),
            gone_nodes=(
                *difference.gone_nodes,
                *(("SourceFile", file) for file in sorted(gone - new.keys())),
            ),
        )
        amend_graph(fresh, self.path, told, mark)

    def _write_whole(
        self,
        fresh: Path,
        new: Mapping[str, bytes],
        gone: AbstractSet[str],
        growth: Growth,
        mark: str,
    ) -> None:
        # a look-up writes nothing
        from luocdo.graph.stores.bulk import write_graph  # noqa: PLC0415
        from luocdo.graph.stores.rows import checksums_of  # noqa: PLC0415

        kept = {file: told for file, told in self._file.checksums().items() if file not in gone}
        write_graph(fresh, growth.whole, kept | checksums_of(new), mark)

    @contextmanager
    def _fresh(self) -> Iterator[Path]:
        """Give the place of a new graph; it is put in the place of the old when all
        else is done.
        """
        self.close()
        self._places.clear()
        fresh = self._places.fresh()
        try:
            yield fresh
        except BaseException:
            self._places.clear()
            raise
        self._places.put_in_place(fresh)
        self._places.clear()

    def contents(self) -> Graph:
        """Read back the nodes and edges that the file holds."""
        # a look-up reads rows, never the whole graph
        from luocdo.graph.model import Graph  # noqa: PLC0415

        held = self.holding()
        return Graph(tuple(held.nodes), tuple(held.edges), ())

    def holding(self) -> Telling:
        """Tell of the nodes and edges that the file holds, a row at a time."""
        from luocdo.graph.stores.reading_back import ReadBack  # noqa: PLC0415 - the same

        return ReadBack(self._open())

    def close(self) -> None:
        """Let go of the file."""
        if self._engine is not None:
            self._engine.close()
            self._engine = None

    def __enter__(self) -> Self:
        """Open for a with statement."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()

    def _open(self) -> Engine:
        if self._engine is None:
            wanted = self._records().generation()
            if not wanted:
                message = f"kho trống: {self.path}. Nạp văn bản trước: luocdo load THƯ_MỤC"
                raise EmptyStoreError(message)
            if not self._holds(_mark(wanted)):
                self._restore()
            self._engine = self._opened()
        return self._engine

    def _opened(self) -> Engine:
        """Open the graph; one that the engine cannot open is built anew from the records."""
        try:
            return patiently(self.path)
        except StoreError:
            self._restore(anew=True)
            return patiently(self.path)

    def _holds(self, mark: str) -> bool:
        """Return whether the graph file was written from exactly the records of ``mark``, by this
        engine.
        """
        return self._is_there() and self._places.built.read_text("utf-8") == mark

    def _is_there(self) -> bool:
        return self._places.built.exists() and self.path.exists() and self.path.stat().st_size > 0

    def _restore(self, *, anew: bool = False) -> None:
        """Make the graph that of the records; while another writes, its older state still answers.

        Raises:
            BusyError: another writes, and there is no graph yet.
        """
        try:
            with self._holding(_SOON):
                self._rebuild_graph(anew=anew)
        except BusyError:
            if anew or not self._is_there():
                raise

    def _rebuild_graph(self, *, anew: bool) -> None:
        """Put a graph in place that a writer finished and left, else build one."""
        mark = _mark(self._file.generation())
        if self._holds(mark) and not anew:
            return
        finished = self._places.whole(mark)
        if finished is not None:
            self._places.put_in_place(finished)
            return
        # a look-up writes nothing
        from luocdo.graph.stores.bulk import write_graph  # noqa: PLC0415

        with self._regrown(self) as graph, self._fresh() as fresh:
            write_graph(fresh, graph, self._file.checksums(), mark)


def _mark(generation: str) -> str:
    """Return what says from which records, and by which version of the engine, a graph file was
    written.
    """
    return f"{FORMAT} {VERSION} {generation}"
