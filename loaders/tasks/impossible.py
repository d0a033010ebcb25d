"""Time limits that cannot be (hạn in sai): a 30th of February stays as printed, and is reported
wherever it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.records import Issue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from luocdo.graph.records import TaskRecord


def impossible_limits(tasks: Iterable[TaskRecord]) -> Iterator[Issue]:
    """Yield what `check` says of each impossible time limit of ``tasks`` and of their parts."""
    for task in tasks:
        for deadline in task.deadlines:
            if deadline.kind == "invalid":
                yield Issue(
                    kind="invalid_date",
                    message=f"hạn in sai: {deadline.text}",
                    place=task.place,
                    quote=deadline.evidence.quote,
                    from_char=deadline.evidence.from_char,
                )
        yield from impossible_limits(task.parts)
