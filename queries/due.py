"""What is due (việc đến hạn): by a day, in a period, of one unit, of what derives from one document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Note
from luocdo.queries.describe import date_vi
from luocdo.queries.gathering import Via, gather, nearest_first
from luocdo.queries.left_out import table_warnings
from luocdo.queries.owners import owners
from luocdo.queries.runner import run
from luocdo.queries.task_rows import DueBetweenRow, DueOtherwiseRow
from luocdo.queries.unit_rows import UnitAssignmentsRow, UnitThroughGroupsRow

if TYPE_CHECKING:
    import datetime

    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode, UnitNode


@dataclass(frozen=True, slots=True)
class DueOptions:
    """The period (both days included), and what it is narrowed to."""

    start: str
    finish: str
    unit: UnitNode | None = None
    document: DocumentNode | None = None
    drafts: bool = False

    @property
    def command(self) -> str:
        """Return the command that asks the same again."""
        days = [f"--from {self.start}", f"--to {self.finish}"]
        pieces = [day for day in days if not day.endswith(("0001-01-01", "9999-12-31"))]
        pieces += [f'--unit "{self.unit.display}"'] if self.unit else []
        pieces += [f'--document "{self.document.name}"'] if self.document else []
        return " ".join(("luocdo due", *pieces))


def due(store: Store, options: DueOptions, as_of: datetime.date) -> Answer:
    """Answer which assignments end within the period; nobody is late without news of results."""
    ending = {row.leaf_id for row in run(store, DueBetweenRow, start=options.start, finish=options.finish)}
    leaves = ending & _own(store, options.unit) if options.unit else ending
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
        notes=(
            *_through_groups(store, options, ending),
            *_notes(store, options, len(found) - len(shown)),
            *table_warnings(store, {one.source for one in shown}),
        ),
        as_of=as_of.isoformat(),
        command=options.command,
    )


def _own(store: Store, unit: UnitNode) -> set[str]:
    return {row.leaf_id for row in run(store, UnitAssignmentsRow, id=unit.id)}


def _through_groups(store: Store, options: DueOptions, ending: set[str]) -> tuple[Note, ...]:
    """Say how many fall to the unit through a collective name only: they are not in the answer."""
    if options.unit is None:
        return ()
    rows = run(store, UnitThroughGroupsRow, id=options.unit.id)
    left = ({row.leaf_id for row in rows} & ending) - _own(store, options.unit)
    command = f'luocdo unit "{options.unit.display}" --groups'
    return (Note(f"GIAO CHUNG để ngoài: {len(left)} phân công qua tên gọi chung", command),) if left else ()


def _title(options: DueOptions) -> str:
    pieces = [f"HẠN TỪ {date_vi(options.start)} ĐẾN {date_vi(options.finish)}"]
    pieces += [options.unit.display] if options.unit else []
    pieces += [f"thuộc {options.document.name}"] if options.document else []
    return " · ".join(pieces)


def _notes(store: Store, options: DueOptions, drafts: int) -> tuple[Note, ...]:
    kinds = [row.kind for row in run(store, DueOtherwiseRow)]
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
    notes += [Note(f"DỰ THẢO để ngoài: {drafts} phân công", f"{options.command} --drafts")] if drafts else []
    return tuple(notes)


def period_asked(
    today: datetime.date, start: datetime.datetime | None, finish: datetime.datetime | None, year: int | None
) -> tuple[str, str]:
    """Return the first and last day asked for: a year, the days given, else from today on."""
    if year is not None:
        return f"{year}-01-01", f"{year}-12-31"
    first = start.date().isoformat() if start else "0001-01-01" if finish else today.isoformat()
    return first, finish.date().isoformat() if finish else "9999-12-31"
