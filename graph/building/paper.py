"""What one document of one file says (lời của một văn bản trong một tệp), as nodes and edges.

Edges are named by their type, ends, source file and place, so that two files may state one fact
and each be withdrawn alone. Nothing is invented: a mention that does not resolve is an issue, not
an edge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from luocdo.graph.building.changes import CHANGING, backwards_issue, dated, is_backwards
from luocdo.graph.building.tasks import TaskBuilder
from luocdo.graph.records import (
    DocumentMention,
    DocumentRecord,
    Issue,
    PersonMention,
    Relation,
    Statement,
    UnitMention,
    Value,
)
from luocdo.graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from luocdo.graph.building.documents import Resolved
    from luocdo.graph.building.draft import Draft
    from luocdo.graph.building.editions import Edition
    from luocdo.graph.building.units import UnitBuilder
    from luocdo.graph.units.resolving import UnitContext


class Meant(Protocol):
    """What the mentions of a file mean, and what is known of documents."""

    @property
    def own(self) -> Sequence[str]:
        """Return the ids of the file's documents."""

    def find(self, at: int, mention: DocumentMention) -> Resolved:
        """Return which document a mention means in the document ``at`` that place of the file."""

    def facts(self, document: str) -> Mapping[str, Value]:
        """Return a document's properties."""


class Paper:
    """Builds what one document of one file says."""

    def __init__(self, draft: Draft, units: UnitBuilder, meant: Meant, edition: Edition) -> None:
        """Write what ``edition`` says into ``draft``."""
        self._draft, self._units, self._meant, self._edition = draft, units, meant, edition
        self._file, self._ordinal = edition.record.file, edition.ordinal
        self._id = meant.own[edition.ordinal]

    def build(self) -> None:
        """Write the document's relations, statements, enclosure, tasks, targets and
        allocations.
        """
        document = self._edition.document
        context = self._context(document)
        for relation in document.relations:
            self.relate(self._id, relation, context, draft_document=document.header.draft)
        for statement in document.statements:
            self._state(statement, context)
        self._enclose(document)
        tasks = TaskBuilder(
            self._draft,
            self._units,
            self,
            self._file,
            self._id,
            context,
            draft_document=document.header.draft,
        )
        tasks.build(document, self._edition.before)

    def relate(
        self, start: str, relation: Relation, context: UnitContext, *, draft_document: bool
    ) -> None:
        """Write one edge from ``start``, its target resolved."""
        target = relation.target
        if isinstance(target, UnitMention):
            self._units.relate(self._file, start, relation, target, context)
        elif isinstance(target, PersonMention):
            self._person(start, relation, target, context)
        elif target.local and relation.type == "CITES":
            return
        else:
            self._to_document(start, relation, target, draft_document=draft_document)

    def find(self, mention: DocumentMention) -> Resolved:
        """Resolve a mention of a document as this document means it."""
        return self._meant.find(self._ordinal, mention)

    def _to_document(
        self, start: str, relation: Relation, target: DocumentMention, *, draft_document: bool
    ) -> None:
        found = self.find(target)
        if found.id is None:
            self._unresolved(relation, found.reason)
        elif found.id == start:
            return
        elif not start.startswith("doc:"):
            self._draft.edge(
                relation.type, start, found.id, self._file, relation.evidence, relation.properties
            )
        else:
            self._between(start, relation, found.id, draft_document=draft_document)

    def _between(self, start: str, relation: Relation, end: str, *, draft_document: bool) -> None:
        """Write an edge from document to document; of a change that cannot be, only that the one
        names the other.
        """
        kind, properties = relation.type, dict(relation.properties)
        if kind in CHANGING:
            changing, changed = self._meant.facts(start), self._meant.facts(end)
            properties = dated(properties, changing)
            if is_backwards(changing, changed):
                self._draft.issue(self._file, backwards_issue(relation, changing, changed))
                kind, properties = "CITES", {"manner": "mention"}
        properties["derives"] = kind != "CITES" and _derives(
            relation, properties, draft_document=draft_document
        )
        self._draft.edge(kind, start, end, self._file, relation.evidence, properties)

    def _unresolved(self, relation: Relation, reason: str) -> None:
        evidence = relation.evidence
        message = f"«{evidence.as_printed or ''}»: {reason}"
        issue = Issue(
            kind="unresolved_document",
            message=message,
            place=evidence.place,
            quote=evidence.quote[:300],
            from_char=evidence.from_char,
        )
        self._draft.issue(self._file, issue)

    def _person(
        self, start: str, relation: Relation, person: PersonMention, context: UnitContext
    ) -> None:
        """Write a person, known by name and body: two bodies may have a Nguyễn Văn An each."""
        body = self._units.institution(context)
        key = f"person:{body.id.removeprefix('unit:')}/" if body else "person:"
        facts = {
            "name": person.name,
            "title": person.title,
            "body": body.display if body else None,
        }
        node = self._draft.node(
            "Person",
            key + fold(person.name).replace(" ", "-"),
            {**facts, "name_fold": fold(person.name)},
        )
        self._draft.edge(
            relation.type, start, node, self._file, relation.evidence, dict(relation.properties)
        )

    def _state(self, statement: Statement, context: UnitContext) -> None:
        subject = self.find(statement.subject)
        if subject.id is not None:
            self.relate(subject.id, statement.relation, context, draft_document=False)

    def _enclose(self, document: DocumentRecord) -> None:
        if document.enclosure_of is None or document.enclosure_evidence is None:
            return
        carrier = self._meant.own[document.enclosure_of]
        properties: dict[str, Value] = {
            "mode": document.enclosure_mode,
            "derives": document.enclosure_mode == "issued_with",
        }
        self._draft.edge(
            "ATTACHED_TO", self._id, carrier, self._file, document.enclosure_evidence, properties
        )

    def _context(self, document: DocumentRecord) -> UnitContext:
        return self._units.context(document.header, document.abbreviations, self._id)


def _derives(relation: Relation, properties: Mapping[str, Value], *, draft_document: bool) -> bool:
    """Return whether an edge conveys derivation: not a competence, not from a draft, not what is
    merely sent with.
    """
    if draft_document or properties.get("basis_kind") == "competence" or properties.get("planned"):
        return False
    return (
        relation.type in ("IMPLEMENTS", "BASED_ON", "AMENDS", "GUIDES")
        and properties.get("derives") is not False
    )
