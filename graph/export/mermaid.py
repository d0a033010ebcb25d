"""Mermaid (lược đồ văn bản): how documents relate, as text that GitHub, GitLab and many notebooks
draw.

Only documents and what joins them: a drawing of thousands of tasks tells nobody anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from luocdo.graph.schema import EDGE_TYPES
from luocdo.graph.visible import visible

if TYPE_CHECKING:
    from luocdo.graph.export.laid_out import Shown
    from luocdo.graph.model import Node

_LONGEST = 90
_WIDE = 40  # letters of a line within a box
# What Mermaid takes for its own within a label, by its entity codes.
_ENTITIES = str.maketrans(
    {
        '"': "#quot;",
        "<": "#lt;",
        ">": "#gt;",
        "#": "#35;",
        "&": "#amp;",
        "`": "#96;",
        "\\": "#92;",
        "|": "#124;",
    }
)


def write(leaving: Shown, stream: BinaryIO) -> None:
    """Write a flowchart: loaded documents as boxes, those only cited rounded, drafts dashed; each
    edge with its term.
    """
    documents = {node.id: node for node in leaving.nodes_of("Document")}
    joined = [edge for edge in leaving.edges if {edge.start, edge.end} <= documents.keys()]
    met = {end for edge in joined for end in (edge.start, edge.end)}
    loaded = {key for key, node in documents.items() if node.properties.get("status") == "loaded"}
    names = {key: f"d{number}" for number, key in enumerate(sorted(met | loaded), 1)}
    lines = ["flowchart LR", *(f"  {name}{_box(documents[key])}" for key, name in names.items())]
    steps = dict.fromkeys(
        (names[edge.start], _term(edge.type), names[edge.end]) for edge in joined
    )
    lines += [f'  {start} -->|"{term}"| {end}' for start, term, end in steps]
    if drafts := [name for key, name in names.items() if documents[key].properties.get("draft")]:
        lines += ["  classDef draft stroke-dasharray: 4 4", f"  class {','.join(drafts)} draft"]
    stream.write(("\n".join(lines) + "\n").encode())


def _box(node: Node) -> str:
    words = _label(node)
    return f'["{words}"]' if node.properties.get("status") == "loaded" else f'("{words}")'


def _label(node: Node) -> str:
    name = " ".join(visible(str(node.properties.get("name") or node.id)).split())
    cut = name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
    lines: list[str] = [""]
    for word in cut.split():
        if lines[-1] and len(lines[-1]) + len(word) >= _WIDE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br/>".join(line.translate(_ENTITIES) for line in lines)


def _term(kind: str) -> str:
    return EDGE_TYPES[kind].term.split(",")[0]
