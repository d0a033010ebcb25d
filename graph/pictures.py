"""A picture before it is drawn (hình): nodes in layers from the origin to the units, edges with
their sentences.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from luocdo.graph.answers import State


@dataclass(frozen=True, slots=True)
class PictureNode:
    """A box: ``layer`` counts from the left, ``kind`` is a label of the schema, ``lines`` are told
    on a click.

    ``due`` is the last day of a task's nearest time limit (ISO) or how it is printed, ``state``
    how it stands; ``also`` are other names by which it is searched.
    """

    id: str
    kind: str
    caption: str
    layer: int
    lines: tuple[tuple[str, str], ...] = ()
    faint: bool = False
    due: str = ""
    state: State = "none"
    also: str = ""


@dataclass(frozen=True, slots=True)
class PictureEdge:
    """An arrow: ``relation`` is an edge type; ``inferred`` ones are dashed; ``quote`` and
    ``source`` prove it.
    """

    start: str
    end: str
    relation: str
    term: str
    quote: str = ""
    source: str = ""
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """What a page draws; ``notes`` say what is not in it."""

    title: str
    nodes: tuple[PictureNode, ...]
    edges: tuple[PictureEdge, ...]
    notes: tuple[str, ...] = ()
