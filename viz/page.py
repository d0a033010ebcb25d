"""One self-contained page (trang tự đủ): the picture through pyvis and a template of our own, nothing from the network.

The words of documents are untrusted: they reach the page only as JSON with ``<``, ``>``, ``&`` and ``/`` escaped, and
are set as text, never as HTML.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pyvis
from jinja2 import Environment
from pyvis.network import Network

from luocdo.graph.schema import NODE_TYPES
from luocdo.viz.layout import positions

if TYPE_CHECKING:
    from luocdo.graph.pictures import Picture

_LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"
_DASHED = frozenset({"COORDINATED_BY", "CITES"})
_EDGE_COLOURS = {
    "LED_BY": "#2e7d32",
    "COORDINATED_BY": "#9e9e9e",
    "MANDATES": "#b0bec5",
    "IMPLEMENTS": "#1f5fa8",
    "BASED_ON": "#5e7fa8",
}
_OTHER = "#90a4ae"


def page(picture: Picture, *, lang: str = "vi") -> str:
    """Return ``picture`` as one HTML page."""
    network = _network(picture)
    template = (files("luocdo.viz") / "templates" / "page.html").read_text("utf-8")
    legend = [
        {"term": kind.term, "colour": kind.colour}
        for label, kind in NODE_TYPES.items()
        if any(n.kind == label for n in picture.nodes)
    ]
    return (
        Environment(autoescape=True)
        .from_string(template)
        .render(
            title=picture.title,
            lang=lang,
            notes=picture.notes,
            legend=legend,
            arrows=_arrows(picture),
            faint=any(node.faint for node in picture.nodes),
            library=_library(),
            nodes=_json(network.nodes),
            edges=_json(network.edges),
            facts=_json({node.id: node.lines for node in picture.nodes}),
        )
    )


def _network(picture: Picture) -> Network:
    network = Network(directed=True)
    places = positions(picture)
    for node in picture.nodes:
        x, y = places[node.id]
        colour = NODE_TYPES[node.kind].colour
        network.add_node(
            node.id,
            label=node.caption,
            x=x,
            y=y,
            physics=False,
            shape="box",
            caption=node.caption,
            term=NODE_TYPES[node.kind].term,
            color={"background": "#ffffff" if node.faint else _tint(colour), "border": colour},
            borderWidth=1,
            shapeProperties={"borderDashes": [5, 4] if node.faint else False},
        )
    for number, edge in enumerate(picture.edges):
        network.add_edge(
            edge.start,
            edge.end,
            id=number,
            term=edge.term,
            quote=edge.quote,
            file=edge.source,
            dashes=edge.inferred or edge.relation in _DASHED,
            color=_EDGE_COLOURS.get(edge.relation, _OTHER),
        )
    return network


def _arrows(picture: Picture) -> list[dict[str, str]]:
    """Return what the colours of the arrows mean, for those that are drawn."""
    relations = {edge.relation: edge.term for edge in picture.edges}
    return [
        {
            "term": term,
            "colour": _EDGE_COLOURS.get(relation, _OTHER),
            "style": "dashed" if relation in _DASHED else "solid",
        }
        for relation, term in relations.items()
    ]


def _library() -> str:
    """Return the drawing library that pyvis ships, every address in it spelt so that nothing can take it for a link."""
    words = (Path(pyvis.__file__).parent / _LIBRARY).read_text("utf-8")
    return words.replace("://", ":\\/\\/").replace("</script", "<\\/script")


def _json(value: object) -> str:
    words = json.dumps(value, ensure_ascii=False)
    for character, escaped in (
        ("<", "\\u003c"),
        (">", "\\u003e"),
        ("&", "\\u0026"),
        ("/", "\\/"),
        ("\u2028", "\\u2028"),
        ("\u2029", "\\u2029"),
    ):
        words = words.replace(character, escaped)
    return words


def _tint(colour: str) -> str:
    """Return a light shade of ``#rrggbb`` for a box's ground."""
    parts = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(255 - (255 - part) * 0.16):02x}" for part in parts)
