"""Tables as drafters draw them: one description of cells and spans, set as Word, web page and
sheet.

A table is written as rows of cells; ``^`` says "covered by the cell above", ``<`` "covered by the
cell at the left", an empty string is an empty cell. The same description is the grid that a reader
must find.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt
from openpyxl import Workbook

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as Paper

FONT = "DejaVu Serif"  # has all Vietnamese letters and is installed wherever the tests run
ABOVE, LEFT = "^", "<"
Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Drawn:
    """A cell as it is drawn: where it begins, how many rows and columns it covers, its words."""

    row: int
    column: int
    rows: int
    columns: int
    words: str


def drawn_cells(rows: Rows) -> list[Drawn]:
    """Return the cells of a description, in reading order."""
    found = []
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            if words not in (ABOVE, LEFT):
                found.append(
                    Drawn(at, column, _tall(rows, at, column), _wide(rows, at, column), words)
                )
    return found


def _tall(rows: Rows, at: int, column: int) -> int:
    size = 1
    while at + size < len(rows) and rows[at + size][column] == ABOVE:
        size += 1
    return size


def _wide(rows: Rows, at: int, column: int) -> int:
    size = 1
    while column + size < len(rows[at]) and rows[at][column + size] == LEFT:
        size += 1
    return size


def set_as_word(
    above: str,
    rows: Rows,
    path: Path,
    *,
    below: str = "",
    rules: str = "single",
    landscape: bool = False,
    height: int = 297,
) -> Path:
    """Set lines, table and lines as a Word file; ``rules`` is Word's word for its lines ("single",
    "double", "nil").
    """
    paper = Document()
    paper.styles["Normal"].font.name = FONT
    paper.styles["Normal"].font.size = Pt(11)
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(height)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(
        15
    )
    _lines(paper, above)
    _word_table(paper, rows, rules, _widths(rows, 267 if landscape else 180))
    _lines(paper, below)
    paper.save(str(path))
    return path


def _lines(paper: Paper, text: str) -> None:
    for line in text.splitlines():
        paper.add_paragraph(line)


def _widths(rows: Rows, whole: int) -> tuple[int, ...]:
    """Return a width in millimetres for each column: narrow for what is short, the rest in equal
    parts.
    """
    longest = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    narrow = [15 if size <= 5 else 0 for size in longest]
    rest = (whole - sum(narrow)) // max(1, narrow.count(0))
    return tuple(one or rest for one in narrow)


def _word_table(paper: Paper, rows: Rows, rules: str, widths: tuple[int, ...]) -> None:
    table = paper.add_table(rows=len(rows), cols=len(rows[0]))
    table.autofit = False
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(
        f'<w:{side} w:val="{rules}" w:sz="6" w:space="0" w:color="000000"/>' for side in sides
    )
    table._tbl.tblPr.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{borders}</w:tblBorders>"))  # noqa: SLF001 - python-docx cannot set borders
    places = [
        list(row.cells) for row in table.rows
    ]  # asked for once: each question walks the whole table
    for row in places:
        for cell, width in zip(row, widths, strict=True):
            cell.width = Mm(width)
    for one in drawn_cells(rows):
        cell = places[one.row][one.column]
        if one.rows > 1 or one.columns > 1:
            cell = cell.merge(places[one.row + one.rows - 1][one.column + one.columns - 1])
        for paragraph in cell.paragraphs[1:]:
            paragraph._element.getparent().remove(paragraph._element)  # noqa: SLF001 - python-docx cannot remove one
        first, *others = one.words.split("\n")
        cell.paragraphs[0].text = first
        for piece in others:
            cell.add_paragraph(piece)


def page_of(above: str, rows: Rows, below: str = "") -> str:
    """Return lines, table and lines as a web page."""
    cells: list[str] = []
    for at in range(len(rows)):
        cells.append("<tr>")
        cells += [
            f'<td rowspan="{one.rows}" colspan="{one.columns}">{escape(one.words).replace(chr(10), "<br>")}</td>'
            for one in drawn_cells(rows)
            if one.row == at
        ]
        cells.append("</tr>")
    return (
        f"<html><head><meta charset='utf-8'></head><body>{_paragraphs(above)}<table border='1'>{''.join(cells)}</table>"
        f"{_paragraphs(below)}</body></html>"
    )


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())


def set_as_sheet(above: str, rows: Rows, path: Path, *, below: str = "") -> Path:
    """Set lines, table and lines as a sheet of a workbook."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    lines = above.splitlines()
    for at, line in enumerate(lines, start=1):
        sheet.cell(at, 1, line)
    top = len(lines) + 1
    for one in drawn_cells(rows):
        sheet.cell(top + one.row, one.column + 1, one.words or None)
        if one.rows > 1 or one.columns > 1:
            sheet.merge_cells(
                start_row=top + one.row,
                end_row=top + one.row + one.rows - 1,
                start_column=one.column + 1,
                end_column=one.column + one.columns,
            )
    for at, line in enumerate(below.splitlines(), start=top + len(rows) + 1):
        sheet.cell(at, 1, line)
    book.save(path)
    return path


_FIVE = ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn")
_TWO_ROWS = (
    ("TT", "Nhiệm vụ", "Đơn vị thực hiện", LEFT, "Thời hạn"),
    (ABOVE, ABOVE, "Chủ trì", "Phối hợp", ABOVE),
)
TABLES: dict[str, Rows] = {
    "plain": (
        _FIVE,
        ("1", "Lập danh mục", "Sở Tư pháp", "Sở Nội vụ", "Quý I/2026"),
        ("2", "Số hóa", "Sở Y tế", "", ""),
    ),
    "lead merged over numbered rows": (
        _FIVE,
        ("1", "Khoan giếng", "Sở Xây dựng", "Sở Tài chính", "Tháng 6/2026"),
        ("2", "Lắp bể", ABOVE, "Sở Y tế", "Tháng 7/2026"),
        ("3", "Thử nước", ABOVE, "", "Tháng 9/2026"),
    ),
    "empty beside merged": (
        _FIVE,
        ("1", "Kiểm tra kho", "Sở Nội vụ", "Các sở", "Tháng 2/2026"),
        (ABOVE, ABOVE, "Các sở", "", "Tháng 3/2026"),
        ("2", "Dựng giá kệ", "", "Văn phòng", ""),
    ),
    "heading of two rows": (
        *_TWO_ROWS,
        ("1", "Trồng rừng", "Sở Nông nghiệp và Môi trường", "Tỉnh đoàn", "Tháng 2/2026"),
        ("2", "Chăm sóc", ABOVE, ABOVE, "Tháng 5/2026"),
    ),
    "heading of three rows": (
        ("TT", "Nhiệm vụ", "Phân công", LEFT, LEFT),
        (ABOVE, ABOVE, "Đơn vị", LEFT, "Hạn"),
        (ABOVE, ABOVE, "Chủ trì", "Phối hợp", ABOVE),
        ("1", "Rà soát hộ", "Sở Tài chính", "Thuế tỉnh", "Quý II/2026"),
        ("2", "Nhập liệu", "Sở Nội vụ", "", "Quý III/2026"),
    ),
    "groups over the whole width": (
        _FIVE,
        ("Nhóm việc thứ nhất", LEFT, LEFT, LEFT, LEFT),
        ("1", "Cấp thẻ", "Công an tỉnh", "Sở Y tế", "Tháng 4/2026"),
        ("Nhóm việc thứ hai", LEFT, LEFT, LEFT, LEFT),
        ("2", "Khám bệnh", "Sở Y tế", "", "Tháng 8/2026"),
    ),
    "groups with a code": (
        _FIVE,
        ("I", "Hạ tầng", LEFT, LEFT, LEFT),
        ("1", "Nâng đường truyền", "Sở Xây dựng", "Sở Tài chính", "30/6/2026"),
        ("II", "Nhân lực", LEFT, LEFT, LEFT),
        ("1", "Mở lớp", "Sở Nội vụ", "", "30/9/2026"),
    ),
    "all cells of a column merged": (
        _FIVE,
        ("1", "Đo đạc", "Sở Xây dựng", "Công an tỉnh", "30/8/2026"),
        ("2", "Cắm mốc", "Sở Tư pháp", ABOVE, ABOVE),
        ("3", "Bàn giao", "Văn phòng", ABOVE, ABOVE),
    ),
    "block of two by two": (
        _FIVE,
        ("1", "Tổng rà soát", "Các sở, ban, ngành", LEFT, "Quý I/2026"),
        ("2", "Báo cáo", ABOVE, LEFT, "Quý II/2026"),
        ("3", "Công bố", "Văn phòng", "Sở Nội vụ", ""),
    ),
    "last column merged": (
        ("STT", "Nội dung", "Cơ quan chủ trì", "Ghi chú"),
        ("1", "Soạn quy chế", "Vụ Pháp chế", "Theo Quyết định số 131/QĐ-TTg"),
        ("2", "Lấy ý kiến", "Văn phòng", ABOVE),
        ("3", "Ban hành", "Vụ Pháp chế", ""),
    ),
    "first column merged": (
        ("Nhóm", "Công việc", "Đơn vị chủ trì", "Hạn"),
        ("Thể chế", "Sửa quy định", "Sở Tư pháp", "Tháng 3/2026"),
        (ABOVE, "Bãi bỏ thủ tục", "Sở Nội vụ", "Tháng 4/2026"),
        ("Dữ liệu", "Làm sạch", "Sở Y tế", "Tháng 5/2026"),
        (ABOVE, "Kết nối", "Sở Tài chính", ""),
    ),
    "mostly empty": (
        _FIVE,
        ("1", "Thống kê", "", "", ""),
        ("2", "Tổng hợp", "Chi cục Thống kê", "", ""),
        ("3", "Đối chiếu", "", "Sở Tài chính", ""),
        ("4", "Công bố", "", "", "31/12/2026"),
    ),
    "two lines in a cell": (
        _FIVE,
        ("1", "Khám sức khỏe\nTiêm phòng", "Sở Y tế\nSở Nội vụ", "Văn phòng", "Tháng 9/2026"),
        ("2", "Phát thuốc", "Sở Y tế", "Tỉnh đoàn\nHội Nông dân", ""),
    ),
    "products in rows of their own": (
        ("TT", "Nhiệm vụ", "Chủ trì", "Sản phẩm", "Hạn"),
        ("1", "Đánh giá chuyển đổi số", "Sở Khoa học và Công nghệ", "Bộ tiêu chí", "Tháng 6/2026"),
        (ABOVE, ABOVE, ABOVE, "Báo cáo xếp hạng", "Tháng 12/2026"),
        ("2", "Tập huấn", "Sở Nội vụ", "Tài liệu", ABOVE),
    ),
    "crosses under quarters": (
        ("TT", "Công việc", "Chủ trì", "Quý", LEFT, LEFT, LEFT),
        (ABOVE, ABOVE, ABOVE, "I", "II", "III", "IV"),
        ("1", "Giám sát nước", "Sở Y tế", "x", "", "x", ""),
        ("2", "Giám sát khí", "Sở Công Thương", "", "x", "", "x"),
    ),
    "money": (
        ("TT", "Dự án", "Chủ đầu tư", "Kinh phí", LEFT),
        (ABOVE, ABOVE, ABOVE, "2026", "2027"),
        ("1", "Cải tạo trạm", "Sở Y tế", "12.500", "8.000"),
        ("2", "Xây kè", "Ban Quản lý dự án", "", "20.400"),
        ("Cộng", LEFT, LEFT, "12.500", "28.400"),
    ),
    "letters below numbers": (
        _FIVE,
        ("1", "Làm sạch dữ liệu", "", "Sở Tư pháp", "30/8/2026"),
        ("a)", "Dữ liệu đất đai", "Sở Xây dựng", ABOVE, ABOVE),
        ("b)", "Dữ liệu y tế", "Sở Y tế", ABOVE, ABOVE),
        ("2", "Du lịch số", "Sở Du lịch", "", "30/9/2026"),
    ),
    "calendar of a day": (
        ("Thời gian", "Nội dung", "Đơn vị phụ trách"),
        ("Sáng ngày 21/4/2026", LEFT, LEFT),
        ("7h00 - 7h30", "Khai mạc", "Sở Nội vụ"),
        ("7h30 - 9h00", "Thi kể chuyện", "Tỉnh đoàn"),
        ("Chiều ngày 21/4/2026", LEFT, LEFT),
        ("14h00", "Bế mạc", "Sở Nội vụ"),
    ),
    "long cells": (
        _FIVE,
        (
            "1",
            (
                "Xây dựng bộ quy trình dùng chung về cấp phép, kiểm tra và giám sát hoạt động xây dựng trên địa bàn, "
                "bảo đảm mỗi việc chỉ có một đầu mối chịu trách nhiệm"
            ),
            "Sở Nông nghiệp và Môi trường",
            "Các sở, ban, ngành; Ủy ban nhân dân các xã, phường",
            "Trước ngày 30 tháng 6 năm 2026",
        ),
        ("2", "Công khai bộ quy trình trên cổng thông tin", ABOVE, "", "Thường xuyên"),
    ),
    "many rows": (
        _FIVE,
        *(
            (
                str(at),
                f"Việc thứ {at} của kế hoạch năm",
                "Sở Nội vụ" if at % 3 == 1 else ABOVE,
                "",
                f"Tháng {at}/2026",
            )
            for at in range(1, 13)
        ),
    ),
}
