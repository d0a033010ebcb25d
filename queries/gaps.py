"""What is not taken up (việc chưa được triển khai): rows of a decision that no loaded plan carries
out, with what is nearest.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Assignment, Note, Table
from luocdo.queries.as_of import is_later, left_later, not_yet, until
from luocdo.queries.describe import READINGS, short_name
from luocdo.queries.gathering import Via, gather
from luocdo.queries.joined_rows import CarryingOutRow, JoinsRow
from luocdo.queries.left_out import table_warnings
from luocdo.queries.nearest import Nearest, nearest_rows
from luocdo.queries.runner import run
from luocdo.queries.task_rows import DocumentAssignmentsRow
from luocdo.queries.unit_rows import UnitAssignmentsRow, UnitThroughGroupsRow

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode, UnitNode

_COLUMNS = (
    "place", "text", "lead", "deadline", "end_date",
    "nearest_document", "nearest_place", "nearest_text", "score", "quote", "source",
)  # fmt: skip
_HEADS = (
    ("Chỗ", "Place"),
    ("Việc", "Task"),
    ("Chủ trì", "Lead"),
    ("Hạn", "Due"),
    ("Ngày", "Day"),
    ("Gần nhất: văn bản", "Nearest: paper"),
    ("Chỗ gần nhất", "Nearest: place"),
    ("Việc gần nhất", "Nearest: task"),
    ("Độ giống", "Likeness"),
    ("Câu trích", "Quote"),
    ("Tệp", "File"),
)
_TAKEN_COLUMNS = (
    "place",
    "text",
    "end_date",
    "plan",
    "plan_place",
    "plan_text",
    "score",
    "reading",
    "reasons",
)
_TAKEN_HEADS = (
    ("Chỗ", "Place"),
    ("Việc", "Task"),
    ("Hạn", "Due"),
    ("Văn bản triển khai", "Taken up by"),
    ("Chỗ trong đó", "Its place"),
    ("Việc trong đó", "Its task"),
    ("Độ giống", "Likeness"),
    ("Cách đọc", "Reading"),
    ("Lý do", "Reasons"),
)


@dataclass(frozen=True, slots=True)
class GapsOptions:
    """What is asked: of one unit, in one plan, body clauses too, what is taken up as well."""

    unit: UnitNode | None = None
    plan: DocumentNode | None = None
    duties: bool = False
    taken: bool = False


def gaps(
    store: Store, document: DocumentNode, as_of: datetime.date, options: GapsOptions
) -> Answer:
    """Answer which rows of ``document`` no loaded paper takes up: of one unit, in one plan where
    they are named.
    """
    joins, later = _joins(store, document, options, as_of)
    given = _given(store, document, options, as_of)
    through = _through(store, options)
    shown = {
        top: found for top, found in given.items() if options.duties or found[0].origin == "annex"
    }
    open_rows = {top: found for top, found in shown.items() if top not in joins}
    near = nearest_rows(
        store,
        {top: found[0] for top, found in open_rows.items()},
        _papers(store, document, options, as_of),
    )
    direct = {top: found for top, found in open_rows.items() if not _only_through(found, through)}
    shared = {top: found for top, found in open_rows.items() if top not in direct}
    tables = [_table("CHƯA THẤY TRIỂN KHAI", "NOT TAKEN UP", direct, near)]
    tables += (
        [
            _table(
                "GIAO CHUNG, CHƯA THẤY TRIỂN KHAI", "GIVEN TO A CLASS, NOT TAKEN UP", shared, near
            )
        ]
        if shared
        else []
    )
    tables += [_taken(shown, joins)] if options.taken else []
    return Answer(
        kind="gaps",
        title=_title(document, options, len(shown), len(open_rows)),
        heads=not_yet(document, as_of),
        tables=tuple(table for table in tables if table.rows),
        notes=(
            *_notes(document, options, given, shown, joins),
            *left_later(len(later), "văn bản triển khai", as_of),
            *table_warnings(store, {one[0].source for one in shown.values()}),
        ),
        as_of=as_of.isoformat(),
        subject=document.id,
        command=_command(document, options),
    )


def _joins(
    store: Store, document: DocumentNode, options: GapsOptions, as_of: datetime.date
) -> tuple[dict[str, list[JoinsRow]], set[str]]:
    """Return the joins that count by row, and the papers that would count had they not come after
    ``as_of``.
    """
    counting = [
        row for row in run(store, JoinsRow, id=document.id) if _counts(row, document, options)
    ]
    known, later = until(counting, lambda row: row.other_date, as_of)
    found: dict[str, list[JoinsRow]] = defaultdict(list)
    for row in known:
        found[row.task].append(row)
    return found, {row.other_document for row in later}


def _counts(row: JoinsRow, document: DocumentNode, options: GapsOptions) -> bool:
    """Return whether a join says that the row is taken up: any in a plan that is named, else what
    carries the decision out.
    """
    if options.plan:
        return row.other_document == options.plan.id
    return row.relation == "TAKES_UP" and row.other_date >= document.day_or_year


def _given(
    store: Store, document: DocumentNode, options: GapsOptions, as_of: datetime.date
) -> dict[str, list[Assignment]]:
    """Return the rows of the document with their assignments, those of the unit where one is
    named.
    """
    leaves = {row.leaf_id for row in run(store, DocumentAssignmentsRow, id=document.id)}
    if options.unit:
        own = {
            row.leaf_id
            for row in run(store, UnitAssignmentsRow, id=options.unit.id)
            if row.role == "LED_BY"
        }
        leaves &= own | _through(store, options)
    found: dict[str, list[Assignment]] = defaultdict(list)
    for one in gather(store, {leaf: Via("direct") for leaf in leaves}, as_of):
        found[one.top].append(one)
    return found


def _through(store: Store, options: GapsOptions) -> set[str]:
    if options.unit is None:
        return set()
    return {
        row.leaf_id
        for row in run(store, UnitThroughGroupsRow, id=options.unit.id)
        if row.role == "LED_BY"
    }


def _only_through(found: Iterable[Assignment], through: set[str]) -> bool:
    return all(one.leaf in through for one in found)


def _papers(
    store: Store, document: DocumentNode, options: GapsOptions, as_of: datetime.date
) -> list[str]:
    """Return the papers among whose rows the nearest is looked for."""
    if options.plan:
        return [options.plan.id]
    rows = run(store, CarryingOutRow, id=document.id)
    return [row.document for row in rows if not is_later(row.issued, as_of)]


def _table(
    title: str, english: str, rows: Mapping[str, list[Assignment]], near: Mapping[str, Nearest]
) -> Table:
    lines = [_line(found, near.get(top)) for top, found in _in_order(rows)]
    return Table(
        (f"{title} ({len(lines)})", f"{english} ({len(lines)})"),
        _COLUMNS,
        _HEADS,
        tuple(lines),
        under=("quote",),
        hidden=frozenset({"end_date", "nearest_place", "nearest_text", "source"}),
    )


def _line(found: list[Assignment], near: Nearest | None) -> tuple[str, ...]:
    first = found[0]
    leads = dict.fromkeys(role.unit for one in found for role in one.units("LED_BY"))
    limits = dict.fromkeys(limit.text for one in found for limit in one.limits)
    days = sorted({limit.end_date for one in found for limit in one.limits if limit.end_date})
    nearest = (
        (near.document, near.place, near.text, f"{near.score:.2f}") if near else ("", "", "", "")
    )
    return (
        first.place,
        first.top_text or first.text,
        "; ".join(leads),
        "; ".join(limits),
        "; ".join(days),
        *nearest,
        first.quote,
        first.source,
    )


def _in_order(rows: Mapping[str, list[Assignment]]) -> list[tuple[str, list[Assignment]]]:
    return sorted(rows.items(), key=lambda one: (one[1][0].ordinal, one[0]))


def _taken(rows: Mapping[str, list[Assignment]], joins: Mapping[str, list[JoinsRow]]) -> Table:
    lines = [
        (
            found[0].place,
            found[0].top_text or found[0].text,
            "; ".join(
                sorted({limit.end_date for one in found for limit in one.limits if limit.end_date})
            ),
            join.other_name,
            join.other_place,
            join.other_text,
            f"{join.score:.2f}",
            READINGS.get(join.reading, join.reading),
            join.reasons,
        )
        for top, found in _in_order(rows)
        for join in joins.get(top, ())
    ]
    title = (f"ĐÃ THẤY TRIỂN KHAI ({len(lines)})", f"TAKEN UP ({len(lines)})")
    return Table(title, _TAKEN_COLUMNS, _TAKEN_HEADS, tuple(lines), under=("reasons",))


def _title(document: DocumentNode, options: GapsOptions, rows: int, left: int) -> str:
    whose = f" giao {options.unit.display}" if options.unit else ""
    where = short_name(options.plan) if options.plan else "văn bản nào trong kho"
    return (
        f"{short_name(document)}: {rows} nhiệm vụ{whose}; {left} chưa thấy trong {where},"
        f" {rows - left} đã thấy"
    )


def _notes(
    document: DocumentNode,
    options: GapsOptions,
    given: Mapping[str, list[Assignment]],
    shown: Mapping[str, list[Assignment]],
    joins: Mapping[str, list[JoinsRow]],
) -> tuple[Note, ...]:
    command = _command(document, options)
    inferred = sum(any(one.reading == "inferred" for one in joins.get(top, ())) for top in shown)
    notes = [
        Note(
            f"{inferred} việc coi là đã triển khai do suy ra từ độ giống, chưa ai xác nhận",
            f"{command} --taken",
        )
    ]
    if left := len(given) - len(shown):
        notes.append(
            Note(f"{left} trách nhiệm trong thân văn bản để ngoài", f"{command} --duties")
        )
    notes.append(
        Note("nói lại cho đúng", "luocdo correct same DOC CHỖ DOC CHỖ · luocdo correct not-same …")
    )
    return tuple(notes)


def _command(document: DocumentNode, options: GapsOptions) -> str:
    pieces = [f'luocdo gaps "{short_name(document)}"']
    pieces += [f'--unit "{options.unit.display}"'] if options.unit else []
    pieces += [f'--in "{short_name(options.plan)}"'] if options.plan else []
    return " ".join(pieces)
