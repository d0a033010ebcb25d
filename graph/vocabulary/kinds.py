"""Kinds of documents (tên loại văn bản): name, symbols, nature, what they may do to others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from luocdo.graph.vocabulary.rows import read_table
from luocdo.graph.vocabulary.term import Meaning


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of document: ``symbols`` stand in numbers, ``nature`` is normative, individual, administrative or party.

    ``heads``: it is printed in capitals at the head of a document; ``changes``: it may replace, amend or repeal others;
    ``central``: no province issues it; ``joint``: several bodies issue it together; ``asks``: it asks others to act.
    """

    name: str
    symbols: tuple[str, ...]
    source: str
    nature: str
    heads: bool
    changes: bool
    central: bool
    joint: bool
    asks: bool


@cache
def document_kinds() -> tuple[DocumentKind, ...]:
    """Return all kinds in the order of the table."""
    return tuple(
        DocumentKind(
            name=row["term"],
            symbols=tuple(filter(None, row["symbols"].split("|"))),
            source=row["source"],
            nature=row["nature"],
            heads="heads" in row["does"],
            changes="changes" in row["does"],
            central="central" in row["does"],
            joint="joint" in row["does"],
            asks="asks" in row["does"],
        )
        for row in read_table(Meaning.DOCUMENT_KIND)
    )
