"""What a picture shows at first (gập lại): about sixty boxes, the rest folded into counts that
open.

Tasks are folded under the document that gives them, documents under the one they rest on, units
that few arrows reach into one count. What a fold holds is cut into pieces, so that opening one
never floods the picture.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from luocdo.graph.pictures import Picture, PictureNode

MOST = 60  # boxes
PIECE = 30  # boxes that one fold opens into
_FEWEST = 3  # boxes that are worth folding
_UNITS = 24  # units that stand outside a fold
TERMS = {"Task": "nhiệm vụ", "Document": "văn bản", "Unit": "đơn vị"}


@dataclass(frozen=True, slots=True)
class Fold:
    """A box that stands for ``members`` (ids of boxes or of other folds) until it is opened."""

    id: str
    kind: str
    caption: str
    layer: int
    members: tuple[str, ...]


def folds(picture: Picture, order: Sequence[str], most: int = MOST) -> tuple[Fold, ...]:
    """Return the folds of ``picture``, inner ones first; ``order`` are all boxes as they stand
    from top to bottom.
    """
    visible = len(picture.nodes)
    found: list[Fold] = []
    for number, (members, caption) in enumerate(_groups(picture, order)):
        if visible <= most:
            break
        visible -= len(members) - 1
        found += _pieces(f"gập {number}", members, caption)
    return tuple(found)


def _of_one_parent(
    picture: Picture, nodes: Mapping[str, PictureNode], order: Sequence[str]
) -> dict[tuple[str, int, str], list[PictureNode]]:
    """Return the nodes of one kind, layer and parent together; units have no parent, what else has
    none stays alone.
    """
    above = {edge.end: edge.start for edge in reversed(picture.edges) if edge.start in nodes}
    groups: dict[tuple[str, int, str], list[PictureNode]] = defaultdict(list)
    for node in (nodes[key] for key in order):
        parent = "" if node.kind == "Unit" else above.get(node.id, "")
        if parent or node.kind == "Unit":
            groups[node.kind, node.layer, parent].append(node)
    return groups


def _groups(picture: Picture, order: Sequence[str]) -> Iterator[tuple[list[PictureNode], str]]:
    """Yield what may be folded, the largest group first, each with what its count is called by."""
    nodes = {node.id: node for node in picture.nodes}
    reached = Counter(edge.end for edge in picture.edges)
    groups = _of_one_parent(picture, nodes, order)
    for (kind, _, parent), members in sorted(groups.items(), key=lambda one: -len(one[1])):
        kept = _often(members, reached) if kind == "Unit" else set()
        rest = [node for node in members if node.id not in kept]
        if len(rest) >= _FEWEST:
            yield rest, nodes[parent].caption if parent else ""


def _often(units: Sequence[PictureNode], reached: Counter[str]) -> set[str]:
    return {node.id for node in sorted(units, key=lambda node: -reached[node.id])[:_UNITS]}


def _pieces(key: str, members: Sequence[PictureNode], under: str) -> list[Fold]:
    """Return one fold, or pieces of equal size within one."""
    first = members[0]
    term = TERMS.get(first.kind, "")
    told = f" · {under}" if under else ""
    ids = [node.id for node in members]
    if len(ids) <= PIECE:
        return [Fold(key, first.kind, f"{len(ids)} {term}{told}", first.layer, tuple(ids))]
    cuts = range(0, len(ids), PIECE)
    inner = [
        Fold(
            f"{key}.{at}",
            first.kind,
            f"{term} {at + 1} - {min(at + PIECE, len(ids))}",
            first.layer,
            tuple(ids[at : at + PIECE]),
        )
        for at in cuts
    ]
    whole = Fold(
        key, first.kind, f"{len(ids)} {term}{told}", first.layer, tuple(one.id for one in inner)
    )
    return [*inner, whole]
