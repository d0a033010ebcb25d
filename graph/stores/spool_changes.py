"""What changes in a graph on its way into the embedded engine (phần thay đổi chờ ghi): CSV files,
and what is done with each.

Each file is loaded once to change the graph and once, behind the change, to count what is there.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TextIO

from luocdo.graph.schema import EDGE_TYPES, NODE_TYPES
from luocdo.graph.stores.ddl import LADYBUG_TYPES
from luocdo.graph.stores.growth import label_of
from luocdo.graph.stores.rows import edge_row, node_row
from luocdo.graph.stores.spool import READ, Table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from luocdo.graph.stores.growth import Difference
    from luocdo.graph.stores.rows import Row

_IN, _OUT, _AGAIN = "+", "-", "~"  # what is taken out and written again is there afterwards


@dataclass(slots=True)
class Changes:
    """The CSV files of what changes in ``folder``, by what is done with them, label or type, and
    the labels of ends.
    """

    folder: Path
    tables: dict[tuple[str, ...], Table] = field(default_factory=dict)
    _open: ExitStack = field(default_factory=ExitStack)

    def add(self, key: tuple[str, ...], row: Row) -> None:
        """Add a row to a table."""
        if key not in self.tables:
            name = f"{len(self.tables)}.csv"
            stream = self._open.enter_context(
                (self.folder / name).open("w", encoding="utf-8", newline="")
            )
            self.tables[key] = _table(key, name, stream)
        self.tables[key].write(row)

    def close(self) -> None:
        """Let the files be read."""
        self._open.close()

    def statements(self) -> list[str]:
        """Return the statements: edges out, nodes out, nodes in, edges in."""
        return [self.tables[key].copy for key in sorted(self.tables, key=_in_order)]

    def counts(self) -> dict[str, int]:
        """Return question -> the count it must be answered with."""
        return {
            table.question: 0 if key[0] == _OUT else table.rows
            for key, table in self.tables.items()
        }


def spool_changes(difference: Difference, folder: Path) -> Changes:
    """Write ``difference`` to files in ``folder``."""
    out, again = Changes(folder), {edge.id for edge in difference.edges}
    try:
        for kind, key, start in difference.gone_edges:
            done = _AGAIN if key in again else _OUT
            out.add((done, kind, label_of(start)), {"from_id": start, "id": key})
        for label, key in difference.gone_nodes:
            out.add((_OUT, label), {"id": key})
        for node in difference.nodes:
            out.add((_IN, node.label), node_row(node))
        for edge in difference.edges:
            out.add((_IN, edge.type, label_of(edge.start), label_of(edge.end)), edge_row(edge))
    finally:
        out.close()
    return out


def _in_order(key: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    done, *what = key
    return (len(what) if done == _IN else -len(what)), key


def _table(key: tuple[str, ...], name: str, stream: TextIO) -> Table:
    done, *what = key
    if done != _IN:
        return (
            _edges_out(name, stream, *what) if len(what) > 1 else _nodes_out(name, stream, *what)
        )
    return _edges_in(name, stream, *what) if len(what) > 1 else _nodes_in(name, stream, *what)


def _edges_out(name: str, stream: TextIO, kind: str, start: str) -> Table:
    meant = (
        f"{_loaded(name, ('STRING', 'STRING'))} MATCH (a:{start} {{id: c0}})-[r:{kind}]->() WHERE"
        " r.id = c1"
    )
    return Table(f"{meant} DELETE r", stream, ("from_id", "id"), f"{meant} RETURN count(*)")


def _nodes_out(name: str, stream: TextIO, label: str) -> Table:
    meant = f"{_loaded(name, ('STRING',))} MATCH (n:{label} {{id: c0}})"
    return Table(f"{meant} DETACH DELETE n", stream, ("id",), f"{meant} RETURN count(*)")


def _nodes_in(name: str, stream: TextIO, label: str) -> Table:
    properties = NODE_TYPES[label].properties
    load = _loaded(name, [LADYBUG_TYPES[one.type] for one in properties])
    names = [one.name for one in properties]
    at = f"c{names.index('id')}"
    told = ", ".join(f"n.{one} = c{place}" for place, one in enumerate(names) if one != "id")
    merged = f"{load} MERGE (n:{label} {{id: {at}}}) SET {told}"
    return Table(
        merged, stream, tuple(names), f"{load} MATCH (n:{label} {{id: {at}}}) RETURN count(*)"
    )


def _edges_in(name: str, stream: TextIO, kind: str, start: str, end: str) -> Table:
    properties = EDGE_TYPES[kind].all_properties
    columns = ("from_id", "to_id", *(one.name for one in properties))
    load = _loaded(name, ["STRING", "STRING", *(LADYBUG_TYPES[one.type] for one in properties)])
    question = (
        f"{load} MATCH (a:{start} {{id: c0}})-[r:{kind}]->(b:{end} {{id: c1}}) WHERE r.id ="
        f" c{columns.index('id')}"
    )
    copy = f"COPY {kind} FROM '{name}' (FROM='{start}', TO='{end}', {READ})"
    return Table(copy, stream, columns, f"{question} RETURN count(*)")


def _loaded(name: str, types: Sequence[str]) -> str:
    columns = ", ".join(f"c{place} {kind}" for place, kind in enumerate(types))
    return f"LOAD WITH HEADERS ({columns}) FROM '{name}' ({READ})"
