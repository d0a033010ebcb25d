"""Rows of the questions about joined tasks (hàng của câu hỏi về việc được nối): one struct per
question, its columns in order.
"""

from __future__ import annotations

from typing import NamedTuple


class JoinsRow(NamedTuple):
    """A row of a document, and one of another paper that is the same work."""

    task: str
    other: str
    relation: str
    other_document: str
    other_name: str
    other_date: str
    other_place: str
    other_text: str
    score: float
    reading: str
    reasons: str


class JoinedPairsRow(NamedTuple):
    """Two rows that are one work, that of the later paper first."""

    relation: str
    later: str
    earlier: str
    later_document: str
    earlier_document: str
    score: float
    reading: str
    reasons: str


class RowAssignmentsRow(NamedTuple):
    """An assignment of a printed row."""

    row_id: str
    leaf_id: str


class ReportedRow(NamedTuple):
    """What a paper says became of a row that it repeats."""

    task: str
    other: str
    document: str
    document_date: str
    place: str
    progress: str
    result: str
    section: str


class RowsOfRow(NamedTuple):
    """A printed row of a paper."""

    task: str
    place: str
    text: str
    document: str
    document_name: str


class CarryingOutRow(NamedTuple):
    """A paper that carries a document out."""

    document: str
    issued: str
