"""What became of it (kết quả): a notice that repeats a task reports of it; its words reach the
task wherever it stands.

Nobody is late without news of results: "đã hoàn thành", "quá hạn" stand only where a paper says so
(meaning.md 19).
"""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Assignment, Note, Table
from luocdo.graph.vocabulary import Meaning, phrases
from luocdo.queries.as_of import is_later
from luocdo.queries.describe import date_vi
from luocdo.queries.joined_rows import ReportedRow
from luocdo.queries.runner import run_in_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from luocdo.graph.stores.base import Store

_STEPS = 2  # a plan's row, its decision's row, the notice that repeats the decision's
_COLUMNS = (
    "state",
    "text",
    "document",
    "place",
    "end_date",
    "result",
    "reported_by",
    "reported_place",
    "quote",
    "source",
)
_HEADS = (
    ("Tình trạng", "State"),
    ("Việc", "Task"),
    ("Văn bản", "Paper"),
    ("Chỗ", "Place"),
    ("Hạn", "Due"),
    ("Kết quả", "Result"),
    ("Theo", "Reported by"),
    ("Chỗ trong đó", "Its place"),
    ("Câu trích", "Quote"),
    ("Tệp", "File"),
)
_BY_DAY = {
    "overdue": "đã qua hạn, chưa có thông tin kết quả",
    "open": "còn hạn",
    "recurring": "định kỳ",
    "ongoing": "thường xuyên",
    "lapsed": "hết giai đoạn",
    "conditional": "theo điều kiện",
    "invalid": "hạn in sai",
    "none": "không ghi hạn",
    "done": "đã hoàn thành",
    "late": "chậm",
}


@dataclass(frozen=True, slots=True)
class Report:
    """What one paper says: ``words`` as printed in its column or heading, the result, where it
    says so.
    """

    words: str
    result: str
    document: str
    place: str
    day: str = ""


def reports(store: Store, rows: Iterable[str], as_of: datetime.date) -> dict[str, Report]:
    """Return for each printed row (by its id) what the latest paper by ``as_of`` reports that
    repeats it, directly or by one row between.
    """
    wanted = {row: {row} for row in rows}
    found: dict[str, Report] = {}
    for _ in range(_STEPS):
        told, onward = _asked(store, sorted(set().union(*wanted.values())), as_of)
        found |= {row: said for row, nears in wanted.items() if (said := _first_told(told, nears))}
        wanted = {row: _beyond(onward, nears) for row, nears in wanted.items() if row not in found}
    return found


def _beyond(onward: Mapping[str, Iterable[str]], rows: Iterable[str]) -> set[str]:
    """Return the rows that are one with any of ``rows``."""
    return {far for near in rows for far in onward.get(near, ())}


def _first_told(told: Mapping[str, Report], rows: Iterable[str]) -> Report | None:
    return next((told[row] for row in sorted(rows) if row in told), None)


def _asked(
    store: Store, rows: Sequence[str], as_of: datetime.date
) -> tuple[dict[str, Report], dict[str, list[str]]]:
    """Return what is reported of ``rows``, the latest first, and the rows that are one work with
    them.
    """
    told: dict[str, Report] = {}
    onward: dict[str, list[str]] = {}
    found = run_in_pieces(store, ReportedRow, "rows", rows)
    for row in (row for row in found if not is_later(row.document_date, as_of)):
        onward.setdefault(row.task, []).append(row.other)
        if words := row.progress or state_in(row.section):
            told.setdefault(
                row.task, Report(words, row.result, row.document, row.place, row.document_date)
            )
    return told, onward


def state_in(heading: str) -> str:
    """Return the words of a heading that say what became of the rows below it; empty where it says
    nothing.

    >>> state_in("2. Các nhiệm vụ về chuyển đổi số quá hạn chưa hoàn thành")
    'quá hạn chưa hoàn thành'
    """
    hits = list(phrases(Meaning.RESULT_STATE, accents=True).find(heading.lower()))
    return heading.lower()[hits[-1].start : hits[-1].end] if hits else ""


def status(store: Store, answer: Answer) -> Answer:
    """Return ``answer`` (of a unit) as a table of what became of each assignment that the unit
    leads.
    """
    mine = [
        one
        for one in answer.assignments
        if any(role.unit_id == answer.subject for role in one.units("LED_BY"))
    ]
    day = datetime.date.fromisoformat(answer.as_of)
    said = reports(store, {one.top for one in mine}, day)
    lines = [_line(one, said.get(one.top)) for one in mine]
    counts = Counter(line[0] for line in lines)
    summary = " · ".join(f"{number} {state}" for state, number in counts.most_common())
    table = Table(
        (f"TÌNH TRẠNG ({len(lines)})", f"STATE ({len(lines)})"),
        _COLUMNS,
        _HEADS,
        tuple(lines),
        under=("quote", "source"),
    )
    notes = (
        Note(
            "tình trạng lấy từ văn bản báo cáo được nối theo độ giống (suy ra)",
            "luocdo query joined_pairs",
        ),
    )
    return Answer(
        kind="status",
        title=f"{answer.title}: {summary}",
        tables=(table,) if lines else (),
        heads=answer.heads,
        notes=(*notes, *answer.notes),
        as_of=answer.as_of,
        subject=answer.subject,
        command=f"{answer.command} --status",
    )


def _line(one: Assignment, report: Report | None) -> tuple[str, ...]:
    own = "" if one.reported_by else one.progress or state_in(one.section)
    state = own or (report.words if report else _BY_DAY[one.state])
    result = one.result or (report.result if report and not own else "")
    day = date_vi(one.limit.end_date) if one.limit else ""
    by = ("", "") if own or report is None else (report.document, report.place)
    return (
        state,
        one.text or one.top_text,
        one.short,
        one.place,
        day,
        result,
        *by,
        one.quote,
        one.source,
    )
