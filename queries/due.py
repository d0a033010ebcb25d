"""What is due (việc đến hạn): by a day, in a period, of one unit, of what derives from one document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Note
from luocdo.queries.describe import date_vi
from luocdo.queries.gathering import Via, gather
from luocdo.queries.owners import owners
from luocdo.queries.runner import run
from luocdo.queries.unit import nearest_first

if TYPE_CHECKING:
    import datetime

    from luocdo.graph.stores.base import Store

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class DueOptions:
    """The period (both days included), and what it is narrowed to."""

    start: str
    finish: str
    unit: Row | None = None
    document: Row | None = None
    drafts: bool = False


def due(store: Store, options: DueOptions, as_of: datetime.date) -> Answer:
    """Answer which assignments end within the period; nobody is late without news of results."""
    rows = run(store, "due_between", start=options.start, finish=options.finish).dicts()
    leaves = {str(row["leaf_id"]) for row in rows}
    if options.unit:
        own = run(store, "unit_assignments", id=str(options.unit["id"])).dicts()
        leaves &= {str(row["leaf_id"]) for row in own}
    if options.document:
        answer = owners(store, options.document, as_of)
        found = tuple(one for one in answer.assignments if one.leaf in leaves and one.block != "words")
    else:
        found = gather(store, {leaf: Via("stated") for leaf in leaves}, as_of)
    shown = tuple(one for one in found if options.drafts or not one.draft)
    return Answer(
        kind="due",
        title=_title(options),
        assignments=tuple(sorted(shown, key=lambda one: nearest_first(one, as_of))),
        notes=_notes(store, len(found) - len(shown)),
        as_of=as_of.isoformat(),
    )


def _title(options: DueOptions) -> str:
    pieces = [f"HẠN TỪ {date_vi(options.start)} ĐẾN {date_vi(options.finish)}"]
    pieces += [str(options.unit["display"])] if options.unit else []
    pieces += [f"thuộc {options.document['name']}"] if options.document else []
    return " · ".join(pieces)


def _notes(store: Store, drafts: int) -> tuple[Note, ...]:
    kinds = [str(row["kind"]) for row in run(store, "due_otherwise").dicts()]
    wrong = kinds.count("invalid")
    notes = [
        Note(
            f"{len(kinds) - wrong} phân công hằng năm, thường xuyên, theo điều kiện hoặc chỉ có ngày bắt đầu không nằm ở đây",
            "luocdo query due_otherwise",
        )
    ]
    notes += (
        [Note(f"{wrong} hạn in sai (ngày không có thật) không nằm ở đây", "luocdo query impossible_deadlines")]
        if wrong
        else []
    )
    notes += [Note(f"DỰ THẢO để ngoài: {drafts} phân công", "luocdo due --drafts")] if drafts else []
    return tuple(notes)
