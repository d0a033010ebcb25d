"""Work that ends in its report (việc kèm báo cáo): "lập danh mục, báo cáo Sở A trước ngày 20/6".

The report is a duty of its own. What it reports on must be done by then: where nothing else is
said of its time, the time at the end of the sentence is its own too, and so is who gets it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from luocdo.graph.records import TaskRecord
    from luocdo.loaders.tasks.duty_roles import Duty

_JOINT = 3  # characters before a report within which its comma stands


def reports_on(text: str, work: Duty, report: Duty) -> bool:
    """Tell a report that ends the sentence of what it reports on, behind a comma."""
    joined = text[max(0, report.start - _JOINT) : report.start].rstrip().endswith(",")
    return joined and report.kind == "reports" != work.kind and report.actor is work.actor


def due_with_report(work: TaskRecord, report: TaskRecord) -> TaskRecord:
    """Return the work with the time of its report and its receivers, if it has none."""
    receivers = tuple(one for one in report.relations if one.type == "REPORTS_TO")
    told = any(one.type == "REPORTS_TO" for one in work.relations)
    if work.deadlines or told or not (report.deadlines and receivers):
        return work
    return msgspec.structs.replace(
        work, deadlines=report.deadlines, relations=(*work.relations, *receivers)
    )
