"""What does not agree (chỗ mâu thuẫn): one work with two dates or two leads, a plan laxer than its
decision, and in the papers.

The later paper stands first, both dates in one row (căn cứ: việc được nối, suy ra hoặc do người
đọc nói).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Assignment, Note, Table
from luocdo.graph.issue_kinds import ISSUE_KINDS
from luocdo.graph.joining.responsibility import Tie
from luocdo.queries.as_of import left_later, not_yet, until
from luocdo.queries.describe import READINGS, date_vi
from luocdo.queries.document_rows import DocumentsRow, RemarksRow
from luocdo.queries.gathering import Via, gather
from luocdo.queries.joined_pairs import Pair, pairs_asked
from luocdo.queries.joined_rows import JoinedPairsRow, RowAssignmentsRow
from luocdo.queries.runner import run, run_in_pieces

if TYPE_CHECKING:
    import datetime

    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode

_PAIR_COLUMNS = (
    "later_document", "later_place", "later_value", "earlier_document", "earlier_place",
    "earlier_value", "text", "score", "reading", "quote", "other_quote", "reasons",
    "source", "other_source",
)  # fmt: skip
_PAIR_HEADS = (
    ("Văn bản sau", "Later paper"),
    ("Chỗ", "Place"),
    ("Ghi", "Says"),
    ("Văn bản trước", "Earlier paper"),
    ("Chỗ", "Place"),
    ("Ghi", "Says"),
    ("Việc", "Task"),
    ("Độ giống", "Likeness"),
    ("Cách đọc", "Reading"),
    ("Câu trích sau", "Later quote"),
    ("Câu trích trước", "Earlier quote"),
    ("Lý do nối", "Why joined"),
    ("Tệp sau", "Later file"),
    ("Tệp trước", "Earlier file"),
)
_IN_PAPERS = ("both_roles", "two_dates", "header_conflict", "ring_of_bases")
_PAPER_COLUMNS = ("source", "place", "message", "quote")
_PAPER_HEADS = (
    ("Tệp", "File"),
    ("Chỗ", "Place"),
    ("Điều mâu thuẫn", "What"),
    ("Câu trích", "Quote"),
)
_NAMED_COLUMNS = ("title", "date", "numbers")
_NAMED_HEADS = (("Trích yếu", "Title"), ("Ngày", "Date"), ("Các số", "Numbers"))
_LEAST_TITLE = 5  # words by which a document is known without its number
_NOT_ONE = (Tie.APART.value, Tie.HELPS.value)


@dataclass(frozen=True, slots=True)
class _Row:
    """A printed row with all its assignments."""

    first: Assignment
    days: tuple[str, ...]
    leads: tuple[str, ...]


def conflicts(
    store: Store,
    as_of: datetime.date,
    document: DocumentNode | None = None,
    other: DocumentNode | None = None,
) -> Answer:
    """Answer what does not agree: in the whole store, in one paper, between two; what came after
    ``as_of`` stays out.
    """
    asked = tuple(one for one in (document, other) if one)
    known, later = until(run(store, DocumentsRow), lambda one: one.date, as_of)
    young = {one.id for one in later}
    joined = [
        one
        for one in run(store, JoinedPairsRow)
        if not young & {one.later_document, one.earlier_document}
    ]
    pairs = pairs_asked(joined, asked)
    rows = _rows(store, {key for pair in pairs for key in (pair.later, pair.earlier)}, as_of)
    pairs = [pair for pair in pairs if pair.later in rows and pair.earlier in rows]
    tables = [
        *_between_rows(pairs, rows),
        *([] if asked else [_two_numbers(known)]),
        *_in_papers(_remarks(store, known, later), {one.source for one in asked}),
    ]
    shown = tuple(table for table in tables if table.rows)
    return Answer(
        kind="conflicts",
        title=_title(asked, sum(len(table.rows) for table in shown)),
        heads=tuple(note for one in asked for note in not_yet(one, as_of)),
        tables=shown,
        notes=(
            Note(
                f"so trên {len(pairs)} cặp việc được nối; cặp «suy ra» chưa ai xác nhận",
                "luocdo query joined_pairs",
            ),
            Note("nói lại cho đúng", "luocdo correct not-same DOC CHỖ DOC CHỖ"),
            *left_later(sum(one.status == "loaded" for one in later), "văn bản đã nạp", as_of),
        ),
        as_of=as_of.isoformat(),
        command="luocdo conflicts",
    )


def _between_rows(pairs: list[Pair], rows: Mapping[str, _Row]) -> list[Table]:
    """Return where two rows that are one work have other dates or other leads."""
    dated = [pair for pair in pairs if _differ(rows[pair.later].days, rows[pair.earlier].days)]
    laxer = [pair for pair in dated if _is_laxer(pair, rows)]
    led = [pair for pair in pairs if any(words in pair.reasons for words in _NOT_ONE)]
    return [
        _pair_table("LỎNG HƠN VĂN BẢN TRÊN", "LAXER THAN ITS DECISION", laxer, rows, _days),
        _pair_table(
            "HAI NGÀY", "TWO DATES", [pair for pair in dated if pair not in laxer], rows, _days
        ),
        _pair_table("HAI CƠ QUAN CHỦ TRÌ", "TWO LEADS", led, rows, _leads),
    ]


def _remarks(
    store: Store, known: Iterable[DocumentsRow], later: Iterable[DocumentsRow]
) -> list[RemarksRow]:
    """Return what reading remarked, but in files that hold only papers of a later day."""
    young = {one.source for one in later} - {one.source for one in known}
    return [row for row in run(store, RemarksRow) if row.source not in young]


def _title(asked: Sequence[DocumentNode], number: int) -> str:
    where = "".join(f" · {one.name}" for one in asked)
    return f"CHỖ KHÔNG KHỚP: {number}{where}"


def _rows(store: Store, keys: set[str], as_of: datetime.date) -> dict[str, _Row]:
    above = {
        row.leaf_id: row.row_id
        for row in run_in_pieces(store, RowAssignmentsRow, "rows", sorted(keys))
    }
    found: dict[str, list[Assignment]] = defaultdict(list)
    for one in gather(store, {leaf: Via("direct") for leaf in above}, as_of):
        if not one.draft:
            found[above[one.leaf]].append(one)
    return {key: _row(each) for key, each in found.items()}


def _row(found: list[Assignment]) -> _Row:
    days = sorted({limit.end_date for one in found for limit in one.limits if limit.end_date})
    leads = dict.fromkeys(role.display for one in found for role in one.units("LED_BY"))
    return _Row(found[0], tuple(days), tuple(leads))


def _differ(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return bool(mine) and bool(theirs) and not set(mine) & set(theirs)


def _is_laxer(pair: Pair, rows: Mapping[str, _Row]) -> bool:
    """Return whether the plan ends later than the decision that it carries out."""
    return pair.relation == "TAKES_UP" and rows[pair.later].days[-1] > rows[pair.earlier].days[-1]


def _days(row: _Row) -> str:
    return "; ".join(date_vi(day) for day in row.days)


def _leads(row: _Row) -> str:
    return "; ".join(row.leads)


def _pair_table(
    title: str,
    english: str,
    pairs: list[Pair],
    rows: Mapping[str, _Row],
    says: Callable[[_Row], str],
) -> Table:
    lines = [
        _pair_line(pair, *_later_first(rows[pair.later], rows[pair.earlier]), says)
        for pair in pairs
    ]
    return Table(
        (f"{title} ({len(lines)})", f"{english} ({len(lines)})"),
        _PAIR_COLUMNS,
        _PAIR_HEADS,
        tuple(sorted(lines)),
        under=("reasons",),
        hidden=frozenset({"quote", "other_quote", "source", "other_source"}),
    )


def _later_first(one: _Row, other: _Row) -> tuple[_Row, _Row]:
    return (one, other) if one.first.document_date >= other.first.document_date else (other, one)


def _pair_line(
    pair: Pair, later: _Row, earlier: _Row, says: Callable[[_Row], str]
) -> tuple[str, ...]:
    return (
        later.first.short,
        later.first.place,
        says(later),
        earlier.first.short,
        earlier.first.place,
        says(earlier),
        later.first.top_text or later.first.text,
        f"{pair.score:.2f}",
        READINGS.get(pair.reading, pair.reading),
        later.first.quote,
        earlier.first.quote,
        pair.reasons,
        later.first.source,
        earlier.first.source,
    )


def _two_numbers(documents: Iterable[DocumentsRow]) -> Table:
    """Find acts of one issuer, kind, day and title that are cited with several numbers."""
    named: dict[tuple[str, str, str, str], dict[str, str]] = defaultdict(dict)
    for one in documents:
        if one.number and one.date and len(one.title_fold.split()) >= _LEAST_TITLE:
            named[one.kind, one.issuer, one.date, one.title_fold][one.number] = one.title
    lines = [
        (next(iter(numbers.values())), date_vi(key[2]), "; ".join(sorted(numbers)))
        for key, numbers in sorted(named.items())
        if len(numbers) > 1
    ]
    title = (f"MỘT VĂN BẢN, HAI SỐ ({len(lines)})", f"ONE ACT, TWO NUMBERS ({len(lines)})")
    return Table(title, _NAMED_COLUMNS, _NAMED_HEADS, tuple(lines))


def _in_papers(remarks: list[RemarksRow], files: set[str]) -> list[Table]:
    """Return what reading found to contradict within the papers."""
    kept = [row for row in remarks if not files or row.source in files]
    return [_paper_table(kind, [row for row in kept if row.kind == kind]) for kind in _IN_PAPERS]


def _paper_table(kind: str, rows: list[RemarksRow]) -> Table:
    lines = tuple(
        (row.source, row.place, " ".join(row.message.split()), " ".join(row.quote.split()))
        for row in rows
    )
    title = (f"{ISSUE_KINDS[kind].upper()} ({len(lines)})", f"{kind} ({len(lines)})")
    return Table(title, _PAPER_COLUMNS, _PAPER_HEADS, lines, under=("quote",))
