"""The style sheet of Neo4j Browser (bảng kiểu): colours and captions of the schema, edges called
by their Vietnamese terms.
"""

from __future__ import annotations

from luocdo.graph.schema import EDGES, NODE_TYPES, NODES

_WHITE, _INK = "#ffffff", "#263238"


def style() -> str:
    """Return the sheet in Browser's own form, GraSS; it is dropped onto Browser's window."""
    return "\n".join(_rule(selector, facts) for selector, facts in _rules())


def _rules() -> list[tuple[str, dict[str, str]]]:
    nodes = [
        (
            f"node.{node.label}",
            {
                "color": node.colour,
                "border-color": node.colour,
                "caption": _quoted(f"{{{node.caption}}}"),
            },
        )
        for node in NODES
        if node.exported
    ]
    edges = [
        (
            f"relationship.{edge.name}",
            {"color": NODE_TYPES[edge.pairs[0][1]].colour, "caption": _quoted(edge.term)},
        )
        for edge in EDGES
    ]
    every_node = {
        "diameter": "65px",
        "border-width": "2px",
        "font-size": "10px",
        "text-color-internal": _WHITE,
    }
    every_edge = {
        "shaft-width": "2px",
        "padding": "3px",
        "font-size": "8px",
        "text-color-external": _INK,
    }
    return [("node", every_node), ("relationship", every_edge), *nodes, *edges]


def _quoted(words: str) -> str:
    return f'"{words}"'


def _rule(selector: str, facts: dict[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in facts.items())
    return f"{selector} {{\n{lines}}}\n"
