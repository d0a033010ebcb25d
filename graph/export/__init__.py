"""Exports (xuất): one module per format, each deriving from the schema."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO

from luocdo.graph.errors import LuocdoError

if TYPE_CHECKING:
    from collections.abc import Callable

    from luocdo.graph.model import Graph

FORMATS = ("jsonl", "graphml", "cypher", "csv", "xlsx", "jsonld", "parquet", "mermaid")


def write(graph: Graph, form: str, stream: BinaryIO) -> None:
    """Write ``graph`` to ``stream`` in ``form``.

    Raises:
        LuocdoError: there is no such format.
    """
    if form not in FORMATS:
        message = f"không có dạng xuất '{form}'; có: {', '.join(FORMATS)}"
        raise LuocdoError(message)
    writer: Callable[[Graph, BinaryIO], None] = import_module(f"luocdo.graph.export.{form}").write
    writer(graph, stream)
