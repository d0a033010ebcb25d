"""Papers as they arrive: a text set as a Word file, rendered to other formats by LibreOffice, and
its facts compared.

A run of lines with tabs becomes a table with rules, its short rows one merged cell; a letterhead
becomes a table without. Where a text leaves out number and words of a row, its empty cells are
what merged ones cover: so they are drawn.
"""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING

import pdfplumber
from docx import Document
from docx.shared import Pt

from luocdo.graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from docx.document import Document as Paper
    from docx.table import Table, _Cell

    from luocdo.graph.records import DocumentRecord, FileRecord, Mention, TaskRecord

FONT = "DejaVu Serif"  # has all Vietnamese letters and is installed wherever the tests run
MARKUP = re.compile(r"</?(?:b|i|u|p|ul|ol|li)\b[^<>]*>|\*+|^[#>]+|^\|\s*|\s*\|$")
DPI = 200
SECTION = 2  # cells of a row that names a part of the table
SAME = 0.9  # two texts of a task are one: an OCR may misread a letter


HEADINGS = (
    "TT",
    "Nội dung nhiệm vụ",
    "Đơn vị chủ trì",
    "Đơn vị phối hợp",
    "Thời gian hoàn thành",
    "Sản phẩm",
)
FIELDS = (
    "học liệu mở",
    "dữ liệu người học",
    "kiểm định chất lượng",
    "an toàn thông tin",
    "thi trên máy tính",
)
LEADS = (
    "Vụ Giáo dục Đại học",
    "Cục Công nghệ thông tin",
    "Vụ Giáo dục Phổ thông",
    "Cục Quản lý chất lượng",
)
PLAN = (
    "BỘ GIÁO DỤC VÀ ĐÀO TẠO\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc",
    "Số: 812/KH-BGDĐT\tHà Nội, ngày 14 tháng 7 năm 2025",
    "KẾ HOẠCH",
    "Làm các bộ quy trình dùng chung của ngành trong hai năm học 2025 - 2026 và 2026 - 2027, theo hướng mỗi việc một đầu mối",
    "Căn cứ Quyết định số 131/QĐ-TTg ngày 25 tháng 01 năm 2022 của Thủ tướng Chính phủ, Bộ ban hành Kế hoạch như sau:",
    "I. MỤC ĐÍCH",
    "Mỗi việc có một nơi làm, một hạn và một sản phẩm để các trường biết mà làm theo.",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Các đơn vị được giao trong Phụ lục làm đúng hạn và báo cáo Bộ trưởng trước ngày 15 tháng 12 năm 2026.",
    "Nơi nhận:",
    "- Các đơn vị thuộc Bộ;",
    "- Lưu: VT, GDĐH.",
    "KT. BỘ TRƯỞNG",
    "THỨ TRƯỞNG",
    "Hoàng Minh Sơn",
    "PHỤ LỤC",
    "(Kèm theo Kế hoạch số 812/KH-BGDĐT ngày 14 tháng 7 năm 2025 của Bộ Giáo dục và Đào tạo)",
)


def set_as_word(text: str, path: Path) -> Path:
    """Set ``text`` as a Word file at ``path``."""
    paper = Document()
    paper.styles["Normal"].font.name = FONT
    paper.styles["Normal"].font.size = Pt(11)
    lines = [
        MARKUP.sub("", line.strip("\n"))
        for line in text.splitlines()
        if line.strip() and not _is_rule(line)
    ]
    for is_table, run in groupby(
        lines, key=lambda line: "\t" in line.rstrip("\t ") or " | " in line
    ):
        if is_table:
            _set_table(paper, [re.split(r"\t|\s\|\s", line) for line in run])
        else:
            for line in run:
                paper.add_paragraph(line.strip())
    paper.save(str(path))
    return path


def _is_rule(line: str) -> bool:
    return not re.search(r"\w", line)


def _set_table(paper: Paper, rows: list[list[str]]) -> None:
    width = max(len(row) for row in rows)
    table = paper.add_table(rows=0, cols=width)
    if width > 2 or len(rows) > 3:
        table.style = paper.styles["Table Grid"]
    for row in rows:
        _set_row(table, row, width)
    for at, row in enumerate(rows[1:], 1):
        if (
            len(row) == len(rows[at - 1]) == width > SECTION
            and not any(row[:SECTION])
            and rows[at - 1] != rows[0]
        ):
            for column in (one for one in range(width) if not row[one].strip()):
                table.cell(at - 1, column).merge(table.cell(at, column))


def _set_row(table: Table, row: list[str], width: int) -> None:
    cells = table.add_row().cells
    for cell, words in zip(cells, row, strict=False):
        _set_cell(cell, words)
    if len(row) <= SECTION < width:
        _set_cell(cells[len(row) - 1].merge(cells[width - 1]), row[-1])


def _set_cell(cell: _Cell, words: str) -> None:
    first, *others = (piece.strip() for piece in words.split("<br>"))
    for paragraph in cell.paragraphs[1:]:
        paragraph._element.getparent().remove(paragraph._element)  # noqa: SLF001 - python-docx cannot remove one
    cell.paragraphs[0].text = first
    for piece in others:
        cell.add_paragraph(piece)


def plan(tasks: int) -> str:
    """Return a plan of our own with a table of ``tasks``; each fourth has a further assignment,
    each tenth a heading.
    """
    rows = [line for number in range(1, tasks + 1) for line in _rows_of_task(number)]
    return "\n".join((*PLAN, "\t".join(HEADINGS), *rows)) + "\n"


def _rows_of_task(number: int) -> Iterator[str]:
    field, lead = FIELDS[number % len(FIELDS)], LEADS[number % len(LEADS)]
    if number % 10 == 1:
        yield f"{'I' * (number // 10 + 1)}\tNHÓM VIỆC THỨ {number // 10 + 1}"
    words = f"Xây dựng bộ quy trình số {number} về {field} để các trường trong ngành dùng chung từ năm học mới"
    yield "\t".join(
        (
            str(number),
            words,
            lead,
            "Văn phòng; các đơn vị liên quan",
            f"Tháng {number % 12 + 1}/2026",
            f"Bộ quy trình số {number}",
        )
    )
    if number % 4 == 0:
        yield "\t".join(
            (
                "",
                "",
                LEADS[(number + 1) % len(LEADS)],
                "Các trường đại học",
                "Năm 2027",
                f"Báo cáo đánh giá lần {number}",
            )
        )


def convert(soffice: str, papers: Iterable[Path], ending: str, folder: Path) -> list[Path]:
    """Convert ``papers`` in one run of LibreOffice, whose start takes longer than the work."""
    folder.mkdir(exist_ok=True)
    given = [str(paper) for paper in papers]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", ending, "--outdir", str(folder), *given],
        check=True,
        capture_output=True,
        timeout=600,
    )
    return sorted(folder.glob(f"*.{ending}"))


def scanned(paper: Path, path: Path) -> Path:
    """Make a scan of ``paper``, a PDF: its pages as pictures, without a text layer."""
    with pdfplumber.open(paper) as document:
        first, *others = [
            page.to_image(resolution=DPI).original.convert("L") for page in document.pages
        ]
    first.save(path, save_all=True, append_images=others, resolution=DPI)
    return path


def facts(record: FileRecord) -> dict[str, Counter[str]]:
    """Return what a file says, as words that compare: ``head``, ``bases`` and ``tasks`` with their
    roles and limits.
    """
    return {
        "head": Counter(words for document in record.documents for words in _head(document)),
        "bases": Counter(
            f"{relation.type} {_named(relation.target)}"
            for document in record.documents
            for relation in document.relations
            if relation.type in ("BASED_ON", "IMPLEMENTS", "AMENDS", "REPLACES", "REPEALS")
        ),
        "tasks": Counter(
            words
            for document in record.documents
            for task in document.tasks
            for words in _task(task)
        ),
    }


def _head(document: DocumentRecord) -> Iterator[str]:
    head = document.header
    for name in ("number", "kind", "issuer", "date", "title", "signer"):
        if value := getattr(head, name):
            yield f"{name} {fold(value)}"


def _named(mention: Mention) -> str:
    return fold(getattr(mention, "number", None) or mention.name or mention.as_printed)


def _task(task: TaskRecord, above: str = "") -> Iterator[str]:
    own = f"{above} {fold(task.text)}"[:200]
    yield own
    for relation in task.relations:
        yield f"{relation.type} {_named(relation.target)} {own[:60]}"
    for deadline in task.deadlines:
        yield f"by {deadline.end_date or fold(deadline.text)} {own[:60]}"
    for deliverable in task.deliverables:
        yield f"gives {fold(deliverable.text)}"[:200]
    for part in task.parts:
        yield from _task(part, own[:60])


def likeness(wanted: Counter[str], found: Counter[str]) -> float:
    """Return the F1 of ``found``; texts that differ in a few letters are the same."""
    total = wanted.total() + found.total()
    if not total:
        return 1.0
    same = (wanted & found).total()
    missed, extra = list((wanted - found).elements()), list((found - wanted).elements())
    for words in missed:
        near = next((one for one in extra if _near(words, one)), None)
        if near is not None:
            extra.remove(near)
            same += 1
    return 2 * same / total


def _near(one: str, other: str) -> bool:
    if one.split(" ", 1)[0] != other.split(" ", 1)[0]:
        return False
    match = SequenceMatcher(None, one, other, autojunk=False)
    return match.quick_ratio() >= SAME and match.ratio() >= SAME
