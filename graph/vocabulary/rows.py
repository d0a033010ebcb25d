"""The files of the vocabulary: one table a meaning, a row a term, # begins a remark."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.term import Meaning, Scope, Term

if TYPE_CHECKING:
    from collections.abc import Iterator


def read_table(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of ``data/name.tsv`` by their headings; what a row leaves out at its end is
    empty.
    """
    text = (files(__package__) / "data" / f"{name}.tsv").read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")


@cache
def terms(meaning: Meaning, scope: Scope | None = None) -> tuple[Term, ...]:
    """Return the terms of ``meaning``, those that count in ``scope`` where one is named, in the
    order of the table.
    """
    rows = tuple(_term(meaning, row) for row in read_table(meaning))
    return rows if scope is None else tuple(row for row in rows if scope in row.scopes)


def prints(meaning: Meaning, scope: Scope | None = None) -> frozenset[str]:
    """Return all spellings of the terms of ``meaning``."""
    return frozenset(spelt for term in terms(meaning, scope) for spelt in term.prints)


def _term(meaning: Meaning, row: dict[str, str]) -> Term:
    return Term(
        meaning=meaning,
        prints=(row["term"], *_several(row["prints"])),
        value=row["value"],
        not_before=_several(row["not_before"]),
        not_behind=_several(row["not_behind"]),
        scopes=frozenset(map(Scope, _several(row["scope"]))),
        source=row["source"],
        witness=row["witness"],
        counter=row["counter"],
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)
