"""An answer as an Excel workbook (sổ tính): what a clerk hands on - Vietnamese heads, real dates,
one row an assignment.
"""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from luocdo.graph.visible import visible
from luocdo.viz.states import STATES
from luocdo.viz.words import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from luocdo.graph.answers import Answer, Assignment

_MADE = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed mark: the same answer gives the same bytes
_LONGEST = 32_000  # characters that Excel keeps in a cell
_TITLE = 31  # letters of a sheet's name
_FORBIDDEN = str.maketrans("[]:*?/\\", "-------")
_HEADS: tuple[tuple[str, int], ...] = (
    ("Đến hạn", 12), ("Thời hạn in", 20), ("Tình trạng", 18), ("Việc", 60), ("Sản phẩm", 45),
    ("Chủ trì", 28), ("Phối hợp", 28), ("Báo cáo", 22), ("Văn bản", 22), ("Chỗ", 18),
    ("Căn cứ", 22), ("Tiến độ, kết quả", 22), ("Câu trích", 60), ("Tệp", 24),
)  # fmt: skip
_LONGEST_LINK = 2000  # characters that Excel takes for an address
_LINE, _HIGHEST = 15.0, 405.0  # points; Excel shows no row higher than 409
_A4 = 9  # Excel's number of the paper
_WORDY = ("text", "quote", "title", "message", "other_text", "other_quote", "product")
_WIDTH, _WIDE, _DATE_WIDTH = 20, 50, 12


def workbook(answer: Answer, originals: Mapping[str, str] | None = None) -> bytes:
    """Return ``answer`` as a workbook: its assignments, then each of its tables, then what it says
    beside them.

    ``originals`` says where a file was read: its name is a link to it.
    """
    links = originals or {}
    out = io.BytesIO()
    with Workbook(out) as book:
        book.set_properties({"created": _MADE, "title": one_line(answer.title)[:200]})
        bold = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#e8eef5"}
        )
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "dd/mm/yyyy", "align": "left", "valign": "top"})
        if answer.assignments:
            page = book.add_worksheet("Phân công")
            _sheet(
                page,
                _HEADS,
                [_row(one) for one in answer.assignments],
                (bold, wrapped, day),
                links,
            )
        for number, table in enumerate(answer.tables, 1):
            page = book.add_worksheet(f"{number}. {table.title[0].translate(_FORBIDDEN)}"[:_TITLE])
            kept = [at for at, name in enumerate(table.columns) if not _is_for_machines(name)]
            heads = [(table.heads[at][0], _width(table.columns[at])) for at in kept]
            rows = [[_dated(row[at]) for at in kept] for row in table.rows]
            _sheet(page, heads, rows, (bold, wrapped, day), links)
        _notes(book.add_worksheet("Ghi chú"), answer, wrapped)
    return out.getvalue()


Cell = str | datetime.date


def _is_for_machines(column: str) -> bool:
    """Tell a column that says where marks are, or a rule that another column says in words."""
    return column.endswith("marks") or column == "recurrence"


def _width(column: str) -> int:
    return _WIDE if column in _WORDY else _WIDTH


def _sheet(
    page: Worksheet,
    heads: Sequence[tuple[str, int]],
    rows: Sequence[Sequence[Cell]],
    formats: tuple[Format, Format, Format],
    links: Mapping[str, str],
) -> None:
    """Write heads with their widths, rows as high as their words, a filter; printed across one
    page's width.
    """
    bold, wrapped, day = formats
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    for column, (head, width) in enumerate(heads):
        page.set_column(column, column, width)
        page.write_string(0, column, head, bold)
    for at, row in enumerate(rows, 1):
        page.set_row(at, _height(row, [width for _, width in heads]))
        for column, value in enumerate(row):
            if isinstance(value, datetime.date):
                page.write_datetime(at, column, value, day)
            elif not value:
                page.write_blank(at, column, None, wrapped)
            elif value in links and len(links[value]) <= _LONGEST_LINK:
                page.write_url(
                    at, column, f"external:{links[value]}", wrapped, value, "Mở văn bản"
                )
            else:
                page.write_string(at, column, visible(one_line(value))[:_LONGEST], wrapped)
    page.autofilter(0, 0, len(rows), max(0, len(heads) - 1))


def _height(row: Sequence[Cell], widths: Sequence[int]) -> float:
    """Return the height that shows the longest cell whole; not every program fits rows to wrapped
    words by itself.
    """
    lines = max(
        (-(-len(str(value)) // width) for value, width in zip(row, widths, strict=True)), default=1
    )
    return min(_HIGHEST, max(1, lines) * _LINE)


def _row(one: Assignment) -> list[Cell]:
    limit = one.limit
    return [
        datetime.date.fromisoformat(limit.end_date) if limit and limit.end_date else "",
        "; ".join(each.text for each in one.limits),
        STATES[one.state][0],
        one.text or one.top_text,
        "; ".join(one.products),
        *(
            "; ".join(role.display for role in one.units(role_type))
            for role_type in ("LED_BY", "COORDINATED_BY", "REPORTS_TO")
        ),
        one.document,
        one.place,
        one.via + (" (suy ra)" if one.reading == "inferred" else ""),
        one.told or one.result,
        one.via_quote or one.quote,
        one.via_source or one.source,
    ]


def _dated(cell: str) -> Cell:
    """Return a day as Vietnamese write it as a real date, else the words."""
    pieces = cell.split("/")
    if (
        len(pieces) == len(("day", "month", "year"))
        and all(piece.isdigit() for piece in pieces)
        and len(cell) == _DATE_WIDTH - 2
    ):
        return datetime.date(int(pieces[2]), int(pieces[1]), int(pieces[0]))
    return cell


def _notes(page: Worksheet, answer: Answer, wrapped: Format) -> None:
    page.set_column(0, 0, 100)
    told = (
        answer.title,
        *(note.text for note in (*answer.heads, *answer.notes)),
        f"Tính đến {answer.as_of}",
    )
    for at, words in enumerate(told):
        page.write_string(at, 0, visible(one_line(words))[:_LONGEST], wrapped)
