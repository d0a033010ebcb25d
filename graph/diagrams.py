"""A document among its relatives (lược đồ): named groups of documents around one, each member with
its sentence.

This is the picture that legal portals have made familiar: what it rests on above, what rests on it
below, what changed or cites it on the left, what it changes or cites on the right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Side = Literal["above", "below", "left", "right"]


@dataclass(frozen=True, slots=True)
class Relative:
    """One document of a diagram: ``ended`` where another has replaced or repealed it
    as a whole.
    """

    id: str
    name: str
    title: str
    date: str
    loaded: bool
    draft: bool = False
    ended: bool = False
    quote: str = ""
    source: str = ""
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Kinship:
    """The documents that stand to the middle one in one relation (an edge type seen
    from one end).
    """

    side: Side
    relation: str
    title: tuple[str, str]
    members: tuple[Relative, ...]


@dataclass(frozen=True, slots=True)
class Diagram:
    """The document in the ``middle`` and what surrounds it; ``force`` says how it stands on the
    day asked about.
    """

    middle: Relative
    kinships: tuple[Kinship, ...]
    force: str = ""
