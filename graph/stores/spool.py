"""A graph on its way into the embedded engine (hàng chờ ghi): one CSV file a table, for the
engine's bulk path.

Measured on the 278 documents at hand, COPY of such files is several times as fast as UNWIND …
CREATE, and nothing as large as the graph is handed over in memory. Text is always quoted and an
absent value is an empty field, so that both come back as they were.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TextIO

from luocdo.graph.schema import EDGE_TYPES, NODE_TYPES
from luocdo.graph.stores.rows import edge_tables, file_rows, node_tables

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from luocdo.graph.stores.growth import Telling
    from luocdo.graph.stores.rows import Row

READ = "HEADER=false, PARALLEL=false, AUTO_DETECT=false, DELIM=',', QUOTE='\"', ESCAPE='\"'"


@dataclass(slots=True)
class Table:
    """One CSV file: the statement that takes it in, and how many ``rows`` the ``question`` behind
    it must count.
    """

    copy: str
    stream: TextIO
    columns: tuple[str, ...]
    question: str
    rows: int = 0

    def write(self, row: Row) -> None:
        """Add a row."""
        self.stream.write(",".join(_printed(row[name]) for name in self.columns) + "\n")
        self.rows += 1


@dataclass(slots=True)
class Spool:
    """The CSV files of one graph in ``folder``."""

    folder: Path
    tables: dict[tuple[str, ...], Table] = field(default_factory=dict)
    _open: ExitStack = field(default_factory=ExitStack)

    def add(self, key: tuple[str, ...], row: Row) -> None:
        """Add a row to the table of a label, or of a type of edge and the labels of its ends."""
        if key not in self.tables:
            self.tables[key] = self._table(key)
        self.tables[key].write(row)

    def close(self) -> None:
        """Let the files be read."""
        self._open.close()

    def copies(self) -> list[str]:
        """Return the statements that take the files in, nodes before the edges that join them."""
        return [
            self.tables[key].copy for key in sorted(self.tables, key=lambda key: (len(key), key))
        ]

    def counts(self) -> dict[str, int]:
        """Return question -> the count it must be answered with."""
        found: dict[str, int] = defaultdict(int)
        for table in self.tables.values():
            found[table.question] += table.rows
        return dict(found)

    def _table(self, key: tuple[str, ...]) -> Table:
        name = f"{len(self.tables)}.csv"
        stream = self._open.enter_context(
            (self.folder / name).open("w", encoding="utf-8", newline="")
        )
        if len(key) == 1:
            columns = tuple(one.name for one in NODE_TYPES[key[0]].properties)
            return Table(f"COPY {key[0]} FROM '{name}' ({READ})", stream, columns, _counting(key))
        kind, start, end = key
        columns = ("from_id", "to_id", *(one.name for one in EDGE_TYPES[kind].all_properties))
        copy = f"COPY {kind} FROM '{name}' (FROM='{start}', TO='{end}', {READ})"
        return Table(copy, stream, columns, _counting(key))


def spool(graph: Telling, checksums: Mapping[str, str], folder: Path) -> Spool:
    """Write ``graph`` and the ``checksums`` of the records it was built from to files in
    ``folder``.
    """
    out = Spool(folder)
    try:
        for row in file_rows(checksums):
            out.add(("SourceFile",), row)
        for label, row in node_tables(graph):
            out.add((label,), row)
        for key, row in edge_tables(graph):
            out.add(key, row)
    finally:
        out.close()
    return out


def _counting(key: tuple[str, ...]) -> str:
    if len(key) == 1:
        return f"MATCH (n:{key[0]}) RETURN count(*)"
    return f"MATCH ()-[r:{key[0]}]->() RETURN count(*)"


def _printed(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f'"{value.replace(chr(34), chr(34) * 2)}"'
    return str(value).lower() if isinstance(value, bool) else repr(value)
