"""One self-contained page (trang tự đủ): the picture through pyvis and a template of our own,
nothing from the network.

The words of documents are untrusted: they reach the page only as JSON with ``<``, ``>``, ``&`` and
``/`` escaped, and are set as text, never as HTML.
"""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import pyvis
from jinja2 import Environment
from pyvis.network import Network

from luocdo.graph.schema import NODE_TYPES
from luocdo.viz.folding import TERMS, Fold, folds
from luocdo.viz.layout import positions
from luocdo.viz.states import SIGNS, STATES
from luocdo.viz.words import heading, one_line

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
_FULL = ("Tên đầy đủ", "Nội dung", "Trích yếu")
_STATES = {"overdue": "#a3201f", "late": "#a3201f", "done": "#22683a"}
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def page(picture: Picture, *, lang: str = "vi") -> str:
    """Return ``picture`` as one HTML page that opens in ``lang``; a switch on it turns to the
    other language.
    """
    network = _network(picture)
    folder = files("luocdo.viz") / "templates"
    order = [node["id"] for node in sorted(network.nodes, key=lambda node: node["order"])]
    folded = folds(picture, order)
    return (
        Environment(autoescape=True)
        .from_string((folder / "page.html").read_text("utf-8"))
        .render(
            title=picture.title,
            lang=lang,
            notes=picture.notes,
            legend=_kinds(picture),
            arrows=_arrows(picture),
            marks=_marks(picture),
            faint=any(node.faint for node in picture.nodes),
            folded=bool(folded),
            rows=_rows(picture),
            library=_library(),
            script=(folder / "page.js").read_text("utf-8"),
            data=_json(
                {
                    "nodes": network.nodes,
                    "edges": network.edges,
                    "folds": [_fold(one) for one in folded],
                    "english": _english(picture),
                }
            ),
        )
    )


def _network(picture: Picture) -> Network:
    network = Network(directed=True)
    places = positions(picture)
    ranks = {key: rank for rank, key in enumerate(sorted(places, key=lambda key: places[key][1]))}
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
            full=next((words for term, words in node.lines if term in _FULL), ""),
            also=node.also,
            term=NODE_TYPES[node.kind].term,
            layer=node.layer,
            order=ranks[node.id],
            day=_day(node.due),
            mark=SIGNS[node.state] if node.due else "",
            facts=node.lines,
            color={
                "background": "#ffffff" if node.faint else _tint(colour),
                "border": _STATES.get(node.state, colour),
            },
            borderWidth=2 if node.state in _STATES else 1,
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


class _FoldedBox(TypedDict):
    """A fold as the page's script takes it (page.js)."""

    id: str
    caption: list[str]
    term: str
    layer: int
    members: tuple[str, ...]
    color: dict[str, str]
    borderWidth: int


def _fold(one: Fold) -> _FoldedBox:
    colour = NODE_TYPES[one.kind].colour
    return {
        "id": one.id,
        "caption": _pieces(one),
        "term": NODE_TYPES[one.kind].term,
        "layer": one.layer,
        "members": one.members,
        "color": {"background": "#ffffff", "border": colour},
        "borderWidth": 3,
    }


def _pieces(one: Fold) -> list[str]:
    """Return what a fold is called in pieces, what it holds apart: the reader's language is chosen
    on the page.
    """
    before, term, after = one.caption.partition(TERMS[one.kind])
    return [piece.strip() for piece in (before, term, after) if piece.strip()]


def _english(picture: Picture) -> dict[str, str]:
    """Return what the page says of itself -> the same in English; what papers say stays."""
    text = (files("luocdo.viz") / "page_english.tsv").read_text("utf-8")
    own = dict(line.split("\t") for line in text.splitlines())
    terms = {edge.term for edge in picture.edges} | set(picture.notes)
    states = dict(STATES.values())
    return {words: heading(words, "en") for words in sorted(terms)} | states | own


def _kinds(picture: Picture) -> list[dict[str, str]]:
    drawn = {node.kind for node in picture.nodes}
    return [
        {"term": kind.term, "colour": kind.colour}
        for label, kind in NODE_TYPES.items()
        if label in drawn
    ]


def _marks(picture: Picture) -> list[dict[str, str]]:
    """Return what the marks before days mean, for those that are drawn."""
    drawn = {node.state for node in picture.nodes if node.due}
    return [
        {"mark": SIGNS[state], "words": words[0]}
        for state, words in STATES.items()
        if state in drawn
    ]


def _rows(picture: Picture) -> list[dict[str, str]]:
    """Return the same facts for a table, an arrow a row."""
    nodes = {node.id: node for node in picture.nodes}
    return [
        {
            "start": edge.start,
            "end": edge.end,
            "from": nodes[edge.start].caption,
            "to": nodes[edge.end].caption,
            "term": edge.term,
            "due": _day(nodes[edge.start].due or nodes[edge.end].due),
            "quote": one_line(edge.quote),
            "file": edge.source,
        }
        for edge in picture.edges
    ]


def _day(words: str) -> str:
    return "/".join(reversed(words.split("-"))) if _ISO.fullmatch(words) else words


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
    """Return the drawing library that pyvis ships, every address in it spelt so that nothing can
    take it for a link.
    """
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
