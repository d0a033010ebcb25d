"""Rows of the questions about tasks (hàng của câu hỏi về nhiệm vụ): one struct per question, its
columns in order.
"""

from __future__ import annotations

from typing import NamedTuple

from luocdo.queries.nodes import DeadlineNode, DocumentNode, Link, TaskNode


class AssignmentBasesRow(NamedTuple):
    """A document that an assignment rests on: its own (``own``), else one its document rests on
    (``above``).
    """

    leaf_id: str
    state: str
    own: str
    own_id: str
    own_from: int
    above: str
    above_id: str
    carried_out: bool
    derives: bool


class AssignmentProductsRow(NamedTuple):
    """A product of an assignment."""

    leaf_id: str
    text: str


class AssignmentRolesRow(NamedTuple):
    """A unit in a role."""

    leaf_id: str
    role: str
    unit_id: str
    unit: str
    display: str
    unit_kind: str
    known: bool
    as_printed: str
    reading: str
    heading: str
    through: str
    quote: str
    source: str
    place: str


class AssignmentsRow(NamedTuple):
    """An assignment with one of its time limits."""

    leaf: TaskNode
    top: TaskNode
    document: DocumentNode
    mandate: Link
    due: Link
    deadline: DeadlineNode


class DocumentAssignmentsRow(NamedTuple):
    """An assignment of a document."""

    leaf_id: str
    ordinal: int


class _DerivedRow(NamedTuple):
    via_id: str
    relation: str
    link_quote: str
    link_source: str
    link_place: str
    top_id: str
    leaf_id: str


class OwnersRow(_DerivedRow):
    """An assignment that derives from a document, and the edge that links it."""


class OwnersAllBasesRow(_DerivedRow):
    """The same, through bases of competence as well."""


class DraftsRow(_DerivedRow):
    """An assignment of a draft that carries out a document."""


class DueBetweenRow(NamedTuple):
    """An assignment that ends within a period."""

    leaf_id: str
    finish: str


class DueOtherwiseRow(NamedTuple):
    """An assignment whose time limit gives no last day."""

    leaf_id: str
    kind: str


class ImpossibleDeadlinesRow(NamedTuple):
    """A time limit that cannot be."""

    document: str
    place: str
    lead: str
    text: str
    printed: str
    quote: str
    source: str
    leaf_id: str


class NamedInWordsRow(NamedTuple):
    """An assignment whose words name a document."""

    top_id: str
    leaf_id: str
    manner: str
    link_quote: str
    link_source: str
    link_place: str


class OwnBasesElsewhereRow(NamedTuple):
    """A row with a basis of its own."""

    document_id: str
    task: str
    code: str
    ordinal: int
    state: str
    basis: str
    basis_name: str


class PlannedChangesRow(NamedTuple):
    """A change of a document that a task is to make."""

    task: str
    relation: str
    target: str
    target_date: str
    lead: str
    deadline: str
    end_date: str
    quote: str
    source: str
    ordinal: int
    leaf_id: str


class ReportsRow(NamedTuple):
    """A report that somebody owes."""

    code: str
    place: str
    text: str
    unit: str
    recipient: str
    through: str
    deadline: str
    end_date: str
    recurrence: str
    quote: str
    source: str
    ordinal: int
    leaf_id: str


class ApprovalsRow(NamedTuple):
    """Work that somebody approves."""

    approver: str
    code: str
    place: str
    text: str
    lead: str
    deadline: str
    end_date: str
    quote: str
    source: str
    ordinal: int
    leaf_id: str


class MoneyRow(NamedTuple):
    """A sum that a document names."""

    text: str
    amount: int
    unit: str
    year: int
    sources: str
    part_of: str
    task: str
    quote: str
    source: str
    money_id: str


class TargetsRow(NamedTuple):
    """A target that a document sets."""

    document: str
    text: str
    value: str
    unit: str
    by: str
    place: str
    quote: str
    source: str
    target_id: str
    tracker: str


class RowTiesRow(NamedTuple):
    """A document that a row names, and how."""

    task: str
    code: str
    place: str
    link: Link
    named: DocumentNode


class TasksRestingOnRow(NamedTuple):
    """A row that names a document as its own basis, carries it out by its words, or is to change
    it.
    """

    document: DocumentNode
    task: str
    code: str
    place: str
    relation: str
    quote: str
    source: str


class TasksOfIdsRow(NamedTuple):
    """An assignment by its id, as a search shows it."""

    id: str
    text: str
    place: str


class UnresolvedBasesRow(NamedTuple):
    """A row whose own basis could not be resolved."""

    document: str
    code: str
    place: str
    task: str


class WithoutLeadRow(NamedTuple):
    """An assignment without a lead."""

    document: str
    code: str
    place: str
    text: str
    leaf_id: str
