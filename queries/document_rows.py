"""Rows of the questions about documents (hàng của câu hỏi về văn bản): one struct per question,
its columns in order.
"""

from __future__ import annotations

from typing import NamedTuple

from luocdo.queries.nodes import AnyNode, DocumentNode, Link, PathOfOne


class ChangesToRow(NamedTuple):
    """What ends, suspends or amends a document."""

    document_id: str
    relation: str
    extent: str
    part: str
    effective_on: str
    effective_by: str
    other: DocumentNode
    quote: str
    source: str


class CitingDocumentsRow(NamedTuple):
    """A document that names one."""

    document: str
    citing: str


class DerivationRow(NamedTuple):
    """An edge between documents that derive from one; ``parent`` is an id."""

    child: DocumentNode
    relation: str
    link: Link
    parent: str


class Around(NamedTuple):
    """An edge at a document, and what stands at its other end."""

    relation: str
    link: Link
    other: AnyNode


class DocumentFactsRow(Around):
    """What a document says of itself."""


class DocumentMentionsRow(Around):
    """What others say of a document."""


class DocumentNodesRow(NamedTuple):
    """A whole document."""

    node: DocumentNode


class DocumentsRow(NamedTuple):
    """A document by what people name it by."""

    id: str
    status: str
    source: str
    name: str
    number: str
    kind: str
    issuer: str
    date: str
    year: int
    title: str
    name_fold: str
    title_fold: str


class DocumentsNamedRow(DocumentsRow):
    """A document that an index says may be meant, by what people name it by."""


class LineageDownRow(NamedTuple):
    """An edge among what rests on a document."""

    child: DocumentNode
    relation: str
    link: Link
    parent: DocumentNode


class LineageUpRow(NamedTuple):
    """An edge among what a document rests on."""

    child: DocumentNode
    relation: str
    link: Link
    parent: DocumentNode


class NotLoadedRow(NamedTuple):
    """A document that is cited and not loaded."""

    document: str
    number: str
    issued: str
    issuer: str
    title: str
    cited_by: int
    legal_basis_of: int
    task_basis: int
    id: str


class RemarksRow(NamedTuple):
    """Something to be looked at."""

    kind: str
    source: str
    place: str
    message: str
    quote: str
    from_char: int


class TiesRow(NamedTuple):
    """A document directly tied to a given one."""

    near_id: str
    far_id: str
    p: PathOfOne
