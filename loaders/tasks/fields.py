"""Labelled fields of an item (trường thông tin có nhãn): "Chủ trì: …; phối hợp: …", on lines of
their own, on one, in brackets.

A field ends where the next begins. Within a sentence a label counts behind a stop, a bracket or a
line's end; a comma is enough where fields have begun, or before who leads.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from luocdo.graph.vocabulary import Meaning, Scope, alternation
from luocdo.loaders.tasks.bracketed import pieces_in_brackets, pieces_of_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.text.clauses import Clause

DUE, PRODUCES = "DUE", "PRODUCES"
ROLES = ("LED_BY", "COORDINATED_BY", "APPROVED_BY")
_MEANINGS = {
    "LED_BY": Meaning.LABEL_LEAD,
    "COORDINATED_BY": Meaning.LABEL_COORDINATE,
    "APPROVED_BY": Meaning.LABEL_APPROVER,
    DUE: Meaning.LABEL_TIME,
    PRODUCES: Meaning.LABEL_PRODUCT,
}
_OPENS = frozenset(";.\n([")
_CLOSING = re.compile(r"[)\]]")
_OPENING = re.compile(r"[(\[]")


class Field(NamedTuple):
    """One field: the edge that its label stands for, its clause, where the label and the value
    begin, where it ends.
    """

    kind: str
    clause: Clause
    start: int
    at: int
    end: int


@cache
def _labels() -> str:
    groups = (
        f"(?P<{name}>{alternation(meaning, Scope.LABEL)})" for name, meaning in _MEANINGS.items()
    )
    return rf"(?:{'|'.join(groups)})\s*:"


@cache
def _first() -> re.Pattern[str]:
    return re.compile(rf"(?i)\W*+{_labels()}")


@cache
def _within() -> re.Pattern[str]:
    """Return the pattern of a label inside a clause, behind what may part it from the words
    before.
    """
    return re.compile(
        rf"(?i)(?P<stop>[;.,\n(\[]|\s[-–+*]\s|(?<![ \t])[ \t]{{3,}}+)[\W_]{{0,40}}+{_labels()}"
    )


@cache
def _time() -> re.Pattern[str]:
    return re.compile(rf"(?i){alternation(Meaning.TIME_OPENER, Scope.LABEL)}|\d|thang|quy|nam|lam")


@cache
def _time_behind() -> re.Pattern[str]:
    return re.compile(rf"(?i)[;,]\s*(?={alternation(Meaning.TIME_OPENER, Scope.LABEL)}\b)")


def begins_with_label(text: str, start: int, end: int | None = None) -> bool:
    """Return whether the words from ``start`` of ``text`` (without accents) are a field."""
    return _first().match(text, start, len(text) if end is None else end) is not None


def fields_of(text: str, clause: Clause) -> tuple[Field, ...]:
    """Return the fields of ``clause`` in order; ``text`` is the page without accents."""
    labels = list(_labels_of(text, clause))
    if not labels:
        return _in_brackets(text, clause)
    limits = [*(start for _, start, _ in labels[1:]), clause.span.end]
    fields = (
        Field(kind, clause, start, at, _value_end(text, start, at, limit))
        for (kind, start, at), limit in zip(labels, limits, strict=False)
    )
    parted = (one for field in fields for one in _by_role(text, field))
    return tuple(one for field in parted for one in _timed(text, field))


def _by_role(text: str, field: Field) -> Iterator[Field]:
    """Part "Phân công: Sở A chủ trì; Sở B phối hợp" by the roles that it says itself."""
    pieces = pieces_of_value(text, field.at, field.end) if field.kind == "LED_BY" else ()
    if not pieces:
        yield field
        return
    for role, at, end in pieces:
        kind = role or (DUE if _time().match(text, at, end) else field.kind)
        yield field._replace(kind=kind, at=at, end=end)


def _in_brackets(text: str, clause: Clause) -> tuple[Field, ...]:
    """Return the fields of an item whose roles stand behind their names, in brackets."""
    found = pieces_in_brackets(text, *clause.span)
    if found is None:
        return ()
    opened, pieces = found
    return tuple(
        Field(role or DUE, clause, at if order else opened, at, end)
        for order, (role, at, end) in enumerate(pieces)
        if role or _time().match(text, at, end)
    )


def _timed(text: str, field: Field) -> Iterator[Field]:
    """Yield a field of units, and the time limit that stands behind them without a label: "phối
    hợp: Sở B; hoàn thành trước ngày 30/10/2026".
    """
    limit = _time_behind().search(text, field.at, field.end) if field.kind in ROLES else None
    if limit is None:
        yield field
        return
    yield field._replace(end=limit.start())
    yield Field(DUE, field.clause, limit.end(), limit.end(), field.end)


def _labels_of(text: str, clause: Clause) -> Iterator[tuple[str, int, int]]:
    """Yield kind, beginning and end of each label."""
    place, end = clause.span.start, clause.span.end
    first = _first().match(text, place, end)
    if first:
        yield str(first.lastgroup), place, first.end()
        place = first.end()
    begun = first is not None
    for label in _within().finditer(text, place, end):
        if begun or label["stop"] in _OPENS or label["LED_BY"]:
            begun = True
            yield str(label.lastgroup), label.start(), label.end()


def _value_end(text: str, start: int, at: int, limit: int) -> int:
    """Return where a value ends: at the bracket that its label was opened by, else where the next
    field begins.
    """
    closing = _CLOSING.search(text, at, limit)
    if closing is None or text[start].isalpha() or _OPENING.search(text, at, closing.start()):
        return limit
    return closing.start()
