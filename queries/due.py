"""What is due (việc đến hạn): by a day, in a period, of one unit, of what derives from one
document.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Note
from luocdo.queries.as_of import COMMAND
from luocdo.queries.describe import date_vi
from luocdo.queries.gathering import Via, gather, issued_until, nearest_first
from luocdo.queries.left_out import table_warnings
from luocdo.queries.owners import owners
from luocdo.queries.periods import FIRST, LAST, in_order, next_day, occurrences, series
from luocdo.queries.runner import run
from luocdo.queries.task_rows import DueBetweenRow, DueOtherwiseRow
from luocdo.queries.unit import lived_on
from luocdo.queries.unit_rows import UnitAssignmentsRow, UnitThroughGroupsRow

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from luocdo.graph.answers import Assignment, Block, State
    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode, UnitNode


@dataclass(frozen=True, slots=True)
class DueOptions:
    """The period (both days included), and what it is narrowed to.

    ``recurring`` counts out what comes again on its days in the period; what "must be finished in
    2025" is only what ends then, so a whole year is asked for without it. ``series`` gives what
    comes again without end as one row with its rule.
    """

    start: str
    finish: str
    unit: UnitNode | None = None
    document: DocumentNode | None = None
    drafts: bool = False
    overdue: bool = False
    recurring: bool = False
    series: bool = False

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
    in_order(options.start, options.finish)
    found, later = _gathered(store, options, as_of)
    within = [each for one in found for each in _within(one, options, as_of)]
    shown = tuple(
        one for one in within if (options.drafts or not one.draft) and _is_asked(one, options)
    )
    return Answer(
        kind="due",
        title=_title(options),
        assignments=tuple(sorted(shown, key=lambda one: nearest_first(one, as_of))),
        notes=(
            *later,
            *_notes(store, options, sum(one.draft for one in within) if not options.drafts else 0),
            *table_warnings(store, {one.source for one in shown}),
        ),
        as_of=as_of.isoformat(),
        command=options.command,
    )


def _gathered(
    store: Store, options: DueOptions, as_of: datetime.date
) -> tuple[tuple[Assignment, ...], tuple[Note, ...]]:
    """Return what may be due: of the unit, by its name or as one of a collective, from the
    document.
    """
    leaves, groups = _dated(store, options), {}
    if options.unit:
        own = _own(store, options.unit)
        groups = _through_groups(store, options.unit, own)
        leaves &= own | groups.keys()
    found, later = _given(store, options.document, leaves, as_of)
    lived = (
        one
        for one in found
        if one.leaf not in groups or (options.unit and lived_on(options.unit, one))
    )
    return tuple(_through(one, groups.get(one.leaf, "")) for one in lived), later


def _dated(store: Store, options: DueOptions) -> set[str]:
    """Return the assignments whose limit lies within the time asked for, those that return among
    them where they count.
    """
    beyond = next_day(options.finish)  # "trước ngày 15" is due on the 14th
    leaves = {row.leaf_id for row in run(store, DueBetweenRow, start=options.start, finish=beyond)}
    returning = (options.series or _is_bounded(options)) and not options.overdue
    return leaves | _recurring(store) if returning else leaves


def _given(
    store: Store, document: DocumentNode | None, leaves: set[str], as_of: datetime.date
) -> tuple[tuple[Assignment, ...], tuple[Note, ...]]:
    """Return the assignments of ``leaves``, of the document alone where one is named, with what
    came later.
    """
    if document is None:
        return issued_until(gather(store, {leaf: Via("stated") for leaf in leaves}, as_of), as_of)
    answer = owners(store, document, as_of)
    later = tuple(note for note in answer.notes if note.command == COMMAND)
    return tuple(
        one for one in answer.assignments if one.leaf in leaves and one.block != "words"
    ), later


def _through(one: Assignment, group: str) -> Assignment:
    """Say that the assignment falls to the unit as one of a collective, where it does."""
    if not group:
        return one
    block: Block = "inferred" if one.block in ("direct", "stated") else one.block
    return replace(one, block=block, via=group, via_relation="MEMBER_OF", reading="inferred")


def _is_bounded(options: DueOptions) -> bool:
    """Return whether what comes again is counted out: when it is asked for, within a period that
    has both ends.
    """
    return options.recurring and options.start > FIRST and options.finish < LAST


def _recurring(store: Store) -> set[str]:
    return {row.leaf_id for row in run(store, DueOtherwiseRow) if row.kind == "recurring"}


def _within(one: Assignment, options: DueOptions, as_of: datetime.date) -> Iterator[Assignment]:
    """Yield the assignment once for each day in the period on which it is due; yearly work ends
    with its document's period.
    """
    limit = one.limit
    if limit is None or limit.end_date or limit.kind != "recurring":
        if limit is None or options.start <= limit.last_day <= options.finish:
            yield one
        return
    first = max(
        options.start, one.document_date if len(one.document_date) == len(options.start) else ""
    )
    last = min(options.finish, one.period_end or LAST)
    days = occurrences(limit.recurrence, first, last)
    if options.series:
        if day := next(days, None):
            rule = series(limit.recurrence, one.period_end)
            yield replace(one, limits=(replace(limit, start_date=day, recurrence=rule),))
        return
    for day in days:
        state: State = "open" if day >= as_of.isoformat() else "overdue"
        yield replace(one, limits=(replace(limit, end_date=day, state=one.reported or state),))


def _is_asked(one: Assignment, options: DueOptions) -> bool:
    return one.state in ("overdue", "late") if options.overdue else True


def _own(store: Store, unit: UnitNode) -> set[str]:
    return {row.leaf_id for row in run(store, UnitAssignmentsRow, id=unit.id)}


def _through_groups(store: Store, unit: UnitNode, own: set[str]) -> dict[str, str]:
    """Return what falls to the unit through a collective name only, and that name."""
    groups: dict[str, str] = {}
    for row in run(store, UnitThroughGroupsRow, id=unit.id):
        if row.leaf_id not in own:
            groups.setdefault(row.leaf_id, row.via_group)
    return groups


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
    counted = (
        kinds.count("recurring")
        if (options.series or _is_bounded(options)) and not options.overdue
        else 0
    )
    named = (
        "" if counted else "hằng năm, "
    ) + "thường xuyên, theo điều kiện hoặc chỉ có ngày bắt đầu"
    notes = [
        Note(
            f"{len(kinds) - wrong - counted} phân công {named} không nằm ở đây",
            "luocdo query due_otherwise",
        )
    ]
    notes += (
        [
            Note(
                f"{wrong} hạn in sai (ngày không có thật) không nằm ở đây",
                "luocdo query impossible_deadlines",
            )
        ]
        if wrong
        else []
    )
    notes += (
        [Note(f"DỰ THẢO để ngoài: {drafts} phân công", f"{options.command} --drafts")]
        if drafts
        else []
    )
    return tuple(notes)
