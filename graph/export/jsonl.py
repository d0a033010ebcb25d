"""JSON Lines in the form of Neo4j's APOC: a line per node, then a line per edge, in the order of
ids.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, BinaryIO

from luocdo.graph.visible import escaped

if TYPE_CHECKING:
    from luocdo.graph.export.laid_out import Shown


def write(leaving: Shown, stream: BinaryIO) -> None:
    """Write the lines; search-only properties and contacts are left out."""
    for node in leaving.nodes:
        line = {
            "type": "node",
            "id": node.id,
            "labels": [node.label],
            "properties": dict(sorted(node.properties.items())),
        }
        stream.write(escaped(json.dumps(line, ensure_ascii=False)).encode() + b"\n")
    for edge in leaving.edges:
        line = {
            "type": "relationship",
            "id": edge.id,
            "label": edge.type,
            "start": {"id": edge.start},
            "end": {"id": edge.end},
            "properties": dict(sorted(edge.properties.items())),
        }
        stream.write(escaped(json.dumps(line, ensure_ascii=False)).encode() + b"\n")
