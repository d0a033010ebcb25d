"""Kinds of documents (tên loại văn bản): name, symbols, nature, what they may do to others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from luocdo.graph.vocabulary.rows import read_table
from luocdo.graph.vocabulary.term import Meaning


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of document: ``symbols`` stand in numbers, ``nature`` is normative, individual,
    administrative or party.

    ``heads``: it is printed in capitals at the head of a document; ``changes``: it may replace,
    amend or repeal others; ``central``: no province issues it; ``joint``: several bodies issue it
    together; ``asks``: it asks others to act; ``cited``: it stands before a number; ``serial``:
    its serial alone names one ("Quyết định 131"); ``lettered``: its letters stand for it in prose
    ("QĐ 131"); ``any``: the word is of no kind by itself ("văn bản"). ``names`` are all its
    prints.
    """

    name: str
    names: tuple[str, ...]
    symbols: tuple[str, ...]
    source: str
    nature: str
    heads: bool
    changes: bool
    central: bool
    joint: bool
    asks: bool
    cited: bool
    serial: bool
    lettered: bool
    any: bool


@cache
def document_kinds() -> tuple[DocumentKind, ...]:
    """Return all kinds in the order of the table."""
    return tuple(
        DocumentKind(
            name=row["term"],
            names=(row["term"], *filter(None, row["prints"].split("|"))),
            symbols=tuple(filter(None, row["symbols"].split("|"))),
            source=row["source"],
            nature=row["nature"],
            heads="heads" in row["does"],
            changes="changes" in row["does"],
            central="central" in row["does"],
            joint="joint" in row["does"],
            asks="asks" in row["does"],
            cited="cited" in row["does"],
            serial="serial" in row["does"],
            lettered="lettered" in row["does"],
            any="any" in row["does"],
        )
        for row in read_table(Meaning.DOCUMENT_KIND)
    )
