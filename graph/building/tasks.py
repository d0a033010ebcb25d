"""Tasks of the graph (nút nhiệm vụ): rows and clauses with their leaves, roles, deadlines,
products, targets, money.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from luocdo.graph.building.states import state_of
from luocdo.graph.records import (
    AllocationRecord,
    DocumentMention,
    DocumentRecord,
    Relation,
    TargetRecord,
    TaskRecord,
    UnitMention,
    Value,
)
from luocdo.graph.text import fold

if TYPE_CHECKING:
    from luocdo.graph.building.documents import Resolved
    from luocdo.graph.building.draft import Draft
    from luocdo.graph.building.units import UnitBuilder
    from luocdo.graph.units.resolving import UnitContext


class Relating(Protocol):
    """What writes an edge whose target has still to be resolved."""

    def relate(
        self, start: str, relation: Relation, context: UnitContext, *, draft_document: bool
    ) -> None:
        """Write one edge from ``start``."""

    def find(self, mention: DocumentMention) -> Resolved:
        """Resolve a mention of a document."""


class TaskBuilder:
    """Writes the tasks of one document of one file."""

    def __init__(
        self,
        draft: Draft,
        units: UnitBuilder,
        relating: Relating,
        file: str,
        document: str,
        context: UnitContext,
        *,
        draft_document: bool,
    ) -> None:
        """Write for ``document`` as ``file`` tells it."""
        self._draft, self._units, self._relating = draft, units, relating
        self._file, self._document, self._context = file, document, context
        self._is_draft = draft_document

    def build(self, record: DocumentRecord, before: tuple[int, int, int] = (0, 0, 0)) -> None:
        """Write all tasks, targets and allocations of the document, counted on from those
        ``before`` in other files.
        """
        tasks, targets, sums = before
        for ordinal, task in enumerate(record.tasks, tasks + 1):
            key = f"{self._document}#{ordinal}"
            self._task(key, task, ordinal)
            self._mandate(key, task)
        for number, target in enumerate(record.targets, targets + 1):
            self._target(self._document, f"{self._document}#target{number}", target)
        for number, sum_ in enumerate(record.allocations, sums + 1):
            self._allocation(self._document, f"{self._document}#sum{number}", sum_)

    def _mandate(self, key: str, task: TaskRecord) -> None:
        """A mandate retold is the named document's; the evidence lies in this one."""
        giver = self._document
        if task.mandated_by is not None:
            giver = self._relating.find(task.mandated_by).id or giver
        self._draft.edge("MANDATES", giver, f"task:{key}", self._file, task.evidence, {})

    def _task(self, key: str, task: TaskRecord, ordinal: int) -> None:
        node = f"task:{key}"
        facts: dict[str, Value] = {
            "code": task.code,
            "text": task.text,
            "section": task.section,
            "origin": task.origin,
            "place": task.place,
            "ordinal": ordinal,
            "leaf": not task.parts,
            "basis": task.basis,
            "force": task.force,
            "result": task.result,
            "progress": task.progress,
            "state": state_of(task),
            "text_fold": fold(task.text),
        }
        self._draft.node("Task", node, facts)
        for relation in task.relations:
            self._relating.relate(node, relation, self._context, draft_document=self._is_draft)
        self._details(node, key, task)
        for number, part in enumerate(task.parts, 1):
            self._task(f"{key}/{number}", part, ordinal * 1000 + number)
            self._draft.registry_edge("PART_OF", f"task:{key}/{number}", node)

    def _details(self, node: str, key: str, task: TaskRecord) -> None:
        for number, deadline in enumerate(task.deadlines, 1):
            facts: dict[str, Value] = {
                "kind": deadline.kind,
                "text": deadline.text,
                "start_date": deadline.start_date,
                "end_date": deadline.end_date,
                "exclusive": deadline.exclusive,
                "recurrence": deadline.recurrence,
            }
            limit = self._draft.node("Deadline", f"deadline:{key}.{number}", facts)
            self._draft.edge(
                "DUE", node, limit, self._file, deadline.evidence, {"heading": deadline.heading}
            )
        for number, product in enumerate(task.deliverables, 1):
            made = self._draft.node(
                "Deliverable", f"deliverable:{key}.{number}", {"text": product.text}
            )
            self._draft.edge("PRODUCES", node, made, self._file, product.evidence, {})
        for number, target in enumerate(task.targets, 1):
            self._target(node, f"{key}.target{number}", target)
        for number, sum_ in enumerate(task.allocations, 1):
            self._allocation(node, f"{key}.sum{number}", sum_)

    def _target(self, holder: str, key: str, target: TargetRecord) -> None:
        facts: dict[str, Value] = {
            "origin": target.origin,
            "text": target.text,
            "value": target.value,
            "bound": target.bound,
            "unit": target.unit,
            "by": target.by,
            "place": target.place,
        }
        node = self._draft.node("Target", f"target:{key}", facts)
        self._draft.edge("MEASURED_BY", holder, node, self._file, target.evidence, {})
        for relation in target.relations:
            if isinstance(relation.target, UnitMention):
                self._units.relate(self._file, node, relation, relation.target, self._context)

    def _allocation(
        self, holder: str | None, key: str, sum_: AllocationRecord, whole: str | None = None
    ) -> None:
        facts: dict[str, Value] = {
            "year": sum_.year,
            "amount": sum_.amount,
            "unit": sum_.unit,
            "sources": sum_.sources,
            "text": sum_.text,
        }
        node = self._draft.node("Allocation", f"allocation:{key}", facts)
        if whole is not None:
            self._draft.registry_edge("PART_OF", node, whole)
        if holder is not None:
            self._draft.edge("FUNDED_BY", holder, node, self._file, sum_.evidence, {})
        for number, part in enumerate(sum_.parts, 1):
            self._allocation(holder, f"{key}.{number}", part, node)
