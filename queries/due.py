"""What is due (việc đến hạn): by a day, in a period, of one unit, of what derives from one document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Note
from luocdo.queries.as_of import COMMAND
from luocdo.queries.describe import date_vi
from luocdo.queries.gathering import Via, gather, issued_until, nearest_first
from luocdo.queries.left_out import table_warnings
from luocdo.queries.owners import owners
from luocdo.queries.periods import FIRST, LAST, next_day, occurrences
from luocdo.queries.runner import run
from luocdo.queries.task_rows import DueBetweenRow, DueOtherwiseRow
from luocdo.queries.unit_rows import UnitAssignmentsRow, UnitThroughGroupsRow

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from luocdo.graph.answers import Assignment, State
    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode, UnitNode


@dataclass(frozen=True, slots=True)
class DueOptions:
    """The period (both days included), and what it is narrowed to.

    ``recurring`` counts out what comes again on its days in the period; what "must be finished in 2025" is only what ends
    then, so a whole year is asked for without it.
    """

    start: str
    finish: str
    unit: UnitNode | None = None
    document: DocumentNode | None = None
    drafts: bool = False
    overdue: bool = False
    recurring: bool = False

    @property
    def command(self) -> str:
        """Return the command that asks the same again."""
        days = [f"--from {self.start}", f"--to {self.finish}"]
        pieces = [day for day in days if not day.endswith((FIRST, LAST))]
        pieces += [f'--unit "{self.unit.display}"'] if self.unit else []
        pieces += [f'--document "{self.document.name}"'] if self.document else []
        return " ".join(("luocdo due", *pieces))


def due(store: Store, options: DueOptions, as_of: datetime.date) -> Answer:
    """Answer which assignments end within the period; nobody is late without news of results."""
    beyond = next_day(options.finish)  # "trước ngày 15" is due on the 14th
    ending = {row.leaf_id for row in run(store, DueBetweenRow, start=options.start, finish=beyond)}
    again = set() if options.overdue or not _is_bounded(options) else _recurring(store)
    ending |= again
    leaves = ending & _own(store, options.unit) if options.unit else ending
    if options.document:
        answer = owners(store, options.document, as_of)
        later = tuple(note for note in answer.notes if note.command == COMMAND)
        found = tuple(one for one in answer.assignments if one.leaf in leaves and one.block != "words")
    else:
        found, later = issued_until(gather(store, {leaf: Via("stated") for leaf in leaves}, as_of), as_of)
    within = [each for one in found for each in _within(one, options, as_of)]
    shown = tuple(one for one in within if (options.drafts or not one.draft) and _is_asked(one, options))
    return Answer(
        kind="due",
        title=_title(options),
        assignments=tuple(sorted(shown, key=lambda one: nearest_first(one, as_of))),
        notes=(
            *later,
            *_through_groups(store, options, ending),
            *_notes(store, options, sum(one.draft for one in within) if not options.drafts else 0),
            *table_warnings(store, {one.source for one in shown}),
        ),
        as_of=as_of.isoformat(),
        command=options.command,
    )


def _is_bounded(options: DueOptions) -> bool:
    """Tell whether what comes again is counted out: when it is asked for, within a period that has both ends."""
    return options.recurring and options.start > FIRST and options.finish < LAST


def _recurring(store: Store) -> set[str]:
    return {row.leaf_id for row in run(store, DueOtherwiseRow) if row.kind == "recurring"}


def _within(one: Assignment, options: DueOptions, as_of: datetime.date) -> Iterator[Assignment]:
    """Yield the assignment once for each day in the period on which it is due; yearly work ends with its document's period."""
    limit = one.limit
    if limit is None or limit.end_date or limit.kind != "recurring":
        if limit is None or options.start <= limit.last_day <= options.finish:
            yield one
        return
    first = max(options.start, one.document_date if len(one.document_date) == len(options.start) else "")
    last = min(options.finish, one.period_end or LAST)
    for day in occurrences(limit.recurrence, first, last):
        state: State = "open" if day >= as_of.isoformat() else "overdue"
        yield replace(one, limits=(replace(limit, end_date=day, state=one.reported or state),))


def _is_asked(one: Assignment, options: DueOptions) -> bool:
    return one.state in ("overdue", "late") if options.overdue else True


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
    pieces = [_period(options)]
    pieces += [options.unit.display] if options.unit else []
    pieces += [f"thuộc {options.document.name}"] if options.document else []
    return " · ".join(pieces)


def _period(options: DueOptions) -> str:
    if options.overdue:
        return f"ĐÃ QUA HẠN ĐẾN {date_vi(options.finish)}"
    start = f"TỪ {date_vi(options.start)}" if options.start > FIRST else ""
    finish = f"ĐẾN {date_vi(options.finish)}" if options.finish < LAST else ""
    return " ".join(piece for piece in ("HẠN", start, finish) if piece)


def _notes(store: Store, options: DueOptions, drafts: int) -> tuple[Note, ...]:
    kinds = [row.kind for row in run(store, DueOtherwiseRow)]
    wrong = kinds.count("invalid")
    counted = kinds.count("recurring") if _is_bounded(options) and not options.overdue else 0
    named = ("" if counted else "hằng năm, ") + "thường xuyên, theo điều kiện hoặc chỉ có ngày bắt đầu"
    notes = [
        Note(
            f"{len(kinds) - wrong - counted} phân công {named} không nằm ở đây",
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
