"""Duties of body clauses (trách nhiệm trong thân văn bản)."""

from __future__ import annotations

from dataclasses import dataclass

from luocdo.graph.records import AllocationRecord, Issue, TargetRecord, TaskRecord
from luocdo.loaders.context import ReadingContext


@dataclass(frozen=True, slots=True)
class DutyReading:
    """What the body clauses mandate: tasks, targets, sums, and what could not be read."""

    tasks: tuple[TaskRecord, ...] = ()
    targets: tuple[TargetRecord, ...] = ()
    allocations: tuple[AllocationRecord, ...] = ()
    issues: tuple[Issue, ...] = ()


def read_duties(context: ReadingContext) -> DutyReading:
    """Read the clauses of the document."""
    del context
    return DutyReading()
