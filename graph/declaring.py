"""How types of nodes and edges are declared (cách khai báo): properties, labels, pairs, and the
evidence that edges carry.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

PropertyType = Literal["string", "integer", "boolean", "number"]


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a node or an edge; what is not ``exported`` serves search only.

    ``type`` is one of string, integer, boolean, number.
    """

    name: str
    term: str
    type: PropertyType = "string"
    exported: bool = True


def searched(name: str, term: str) -> Property:
    """Return a property that serves search only."""
    return Property(name, term, exported=False)


EVIDENCE = (
    Property("id", "mã"),
    Property("source", "tệp"),
    Property("place", "chỗ"),
    Property("quote", "câu trích"),
    Property("from_char", "từ ký tự", "integer"),
    Property("to_char", "đến ký tự", "integer"),
    Property("as_printed", "như in"),
    Property("reading", "cách đọc"),
    Property("confidence", "độ tin cậy nhận dạng", "number"),
)


@dataclass(frozen=True, slots=True)
class NodeType:
    """A kind of node: ``label`` in Cypher, ``term`` in Vietnamese, ``colour`` in pictures,
    ``caption`` its name property.

    Types that are not ``exported`` serve the store alone.
    """

    label: str
    term: str
    colour: str
    caption: str
    properties: tuple[Property, ...]
    iri: str | None = None
    exported: bool = True


@dataclass(frozen=True, slots=True)
class EdgeType:
    """A kind of edge: ``pairs`` are the (from, to) labels it joins; ``read`` ones carry evidence;
    ``iri`` is ELI or ORG.
    """

    name: str
    term: str
    pairs: tuple[tuple[str, str], ...]
    properties: tuple[Property, ...] = ()
    read: bool = True
    iri: str | None = None
    all_properties: tuple[Property, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        """Add the evidence properties that every edge may carry."""
        object.__setattr__(self, "all_properties", (*EVIDENCE, *self.properties))
