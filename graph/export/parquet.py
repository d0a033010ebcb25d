"""Parquet, a file for each kind of node and of edge, in one zip: written by the embedded engine
itself, for data tools.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from luocdo.graph.export.zipped import zipped
from luocdo.graph.schema import EDGE_TYPES, EVIDENCE, NODE_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from luocdo.graph.declaring import EdgeType
    from luocdo.graph.export.laid_out import Shown


def write(leaving: Shown, stream: BinaryIO) -> None:
    """Write ``Task.parquet``, ``LED_BY.parquet`` and so on; edges carry ``from_id``
    and ``to_id``.
    """
    # other formats need no engine
    from luocdo.graph.stores.bulk import write_graph  # noqa: PLC0415
    from luocdo.graph.stores.engine import Engine  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.lbug"
        write_graph(path, leaving, {}, "")
        engine = Engine(path)
        try:
            for name, question in _tables(leaving.labels(), leaving.types()):
                engine.raw(f"COPY ({question}) TO '{(Path(folder) / name).as_posix()}.parquet'")
        finally:
            engine.close()
        zipped(stream, ((file.name, file) for file in sorted(Path(folder).glob("*.parquet"))))


def _tables(labels: Iterable[str], types: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each table's name and the question whose rows are in it."""
    for label in labels:
        names = [one.name for one in NODE_TYPES[label].properties if one.exported]
        told = ", ".join(f"n.{name} AS {name}" for name in names)
        yield label, f"MATCH (n:{label}) RETURN {told} ORDER BY n.id"
    for name in types:
        told = ", ".join(f"r.{one} AS {one}" for one in _facts(EDGE_TYPES[name]))
        yield (
            name,
            (
                f"MATCH (a)-[r:{name}]->(b) RETURN a.id AS from_id, b.id AS to_id, {told} ORDER BY"
                " r.id"
            ),
        )


def _facts(kind: EdgeType) -> list[str]:
    return list(dict.fromkeys(["id", *(one.name for one in (*EVIDENCE, *kind.properties))]))
