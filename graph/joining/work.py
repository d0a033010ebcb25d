"""A printed row as it is compared with others (nhiệm vụ đem so): its words, who leads it, what it
acts on, what it makes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from luocdo.graph.joining.making import law_made
from luocdo.graph.text import fold
from luocdo.graph.vocabulary import document_kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from luocdo.graph.model import Edge, Graph, Node

_CHANGES = frozenset({"AMENDS", "REPLACES", "REPEALS", "SUSPENDS", "CORRECTS", "CONSOLIDATES"})


@dataclass(frozen=True, slots=True)
class Work:
    """One row of one document, its assignments taken together.

    ``words`` is the row without accents, abbreviations in full; ``body`` the syllables of its
    issuer's name; ``leads`` and ``helpers`` are ids of units, ``changes`` of documents it is to
    amend or replace; ``products`` are without accents; ``dated`` is its paper's day or year;
    ``own_paper``: it speaks of its own paper ("Kế hoạch này"); ``law`` the title of the law that
    it is to make, without accents.
    """

    task: str
    document: str
    file: str
    place: str
    text: str
    from_char: int
    origin: str
    words: str
    dated: str = ""
    body: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    helpers: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()
    products: tuple[str, ...] = ()
    days: frozenset[str] = frozenset()
    own_paper: bool = False
    law: str = ""


@dataclass(slots=True)
class _Told:
    """What edges tell of one row while they are gathered."""

    leads: set[str] = field(default_factory=set)
    helpers: set[str] = field(default_factory=set)
    changes: set[str] = field(default_factory=set)
    products: list[str] = field(default_factory=list)
    days: set[str] = field(default_factory=set)


def works_of(graph: Graph, abbreviations: Mapping[str, str]) -> dict[str, tuple[Work, ...]]:
    """Return document id -> its rows in the order of the paper; day and issuer of the document are
    yet to be told.
    """
    nodes = {node.id: node for node in graph.nodes}
    told = _told(graph.edges, nodes, _tops(graph.edges, nodes))
    found: dict[str, list[Work]] = defaultdict(list)
    for edge in graph.edges:
        if edge.type == "MANDATES":
            found[edge.start].append(_work(edge, nodes[edge.end], told[edge.end], abbreviations))
    return {document: tuple(sorted(works, key=ordinal)) for document, works in found.items()}


def _work(mandate: Edge, node: Node, told: _Told, abbreviations: Mapping[str, str]) -> Work:
    text = str(node.properties.get("text") or mandate.properties.get("quote") or "")
    words = compared(text, abbreviations)
    return Work(
        task=node.id,
        document=mandate.start,
        file=str(mandate.properties["source"]),
        place=str(node.properties.get("place") or ""),
        text=text,
        from_char=int(str(mandate.properties.get("from_char") or 0)),
        origin=str(node.properties.get("origin") or ""),
        words=words,
        leads=frozenset(told.leads),
        helpers=frozenset(told.helpers),
        changes=frozenset(told.changes),
        products=tuple(sorted(set(told.products))),
        days=frozenset(told.days),
        law=law_made(text),
        own_paper=_own_paper().search(words) is not None,
    )


def compared(text: str, abbreviations: Mapping[str, str]) -> str:
    """Return the words of a row as rows are compared: without accents, abbreviations in full."""
    return fold(" ".join(_in_full(word, abbreviations) for word in text.split()))


def _in_full(word: str, abbreviations: Mapping[str, str]) -> str:
    return abbreviations.get(word.strip('(),;.:“”"/'), word)


@cache
def _own_paper() -> re.Pattern[str]:
    """Match "Quyết định này", "Kế hoạch này" without accents."""
    kinds = "|".join(re.escape(fold(kind.name)) for kind in document_kinds())
    return re.compile(rf"\b(?:{kinds}) nay\b")


def _tops(edges: Iterable[Edge], nodes: Mapping[str, Node]) -> dict[str, str]:
    """Return assignment id -> the id of the printed row it is part of."""
    above = {
        edge.start: edge.end
        for edge in edges
        if edge.type == "PART_OF" and nodes[edge.start].label == "Task"
    }
    return {task: _last(task, above) for task in above}


def _last(task: str, above: Mapping[str, str]) -> str:
    while task in above:
        task = above[task]
    return task


def _told(
    edges: Iterable[Edge], nodes: Mapping[str, Node], tops: Mapping[str, str]
) -> Mapping[str, _Told]:
    told: dict[str, _Told] = defaultdict(_Told)
    for edge in edges:
        if nodes[edge.start].label == "Task":
            _tell(told[tops.get(edge.start, edge.start)], edge, nodes[edge.end])
    return told


def _tell(row: _Told, edge: Edge, end: Node) -> None:
    if edge.type == "LED_BY":
        row.leads.add(end.id)
    elif edge.type == "COORDINATED_BY":
        row.helpers.add(end.id)
    elif edge.type in _CHANGES:
        row.changes.add(end.id)
    elif edge.type == "PRODUCES":
        row.products.append(fold(str(end.properties.get("text") or "")))
    elif edge.type == "DUE" and end.properties.get("end_date"):
        row.days.add(str(end.properties["end_date"]))


def earlier_last(one: Work, other: Work) -> tuple[Work, Work]:
    """Return the two rows, that of the later paper first."""
    return (one, other) if (one.dated, one.task) >= (other.dated, other.task) else (other, one)


def ordinal(work: Work) -> int:
    """Return which row of its document it is, counted from 1: a task's id ends with it."""
    return int(work.task.rpartition("#")[2])
