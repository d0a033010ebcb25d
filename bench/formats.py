"""Pages a second by format, beside the bare library: what the grid, the paragraphs and the text
add to reading a file.

usage: python bench/formats.py [--rows 400]

A plan with a table of ``--rows`` tasks is set as Word, sheet and (where LibreOffice is installed)
PDF; each is read by the library alone (words and tables of every page, cells of every row) and by
the project up to its text and its grid: what is read from the words (tasks, units, times) is the
language's, whatever the format, and is not counted. Processor time, both in turn, the median of
their rounds. A scan of its first pages is read once, by Tesseract alone (its words) and by the
project (its cells, one by one).
"""

from __future__ import annotations

import argparse
import io
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pdfplumber
from docx import Document
from python_calamine import CalamineWorkbook

from luocdo.loaders.formats.engines import PAGE, engine_for
from luocdo.loaders.source import decode_source

if TYPE_CHECKING:
    from collections.abc import Callable

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))
from drawn_tables import page_of, set_as_sheet, set_as_word  # the tests draw the tables

RUNS = 7
ROWS_OF_A_PAGE = 20
MOST = 1.5
SCANNED, SCAN_DPI = 2, 200
HEADING = ("TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn", "Sản phẩm")
TITLE = "KẾ HOẠCH\nCông tác năm 2026"


def main() -> int:
    """Print a line of figures for each format; fail where the project takes more than 1.5 times as
    long.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=400)
    rows = parser.parse_args().rows
    pages = rows / ROWS_OF_A_PAGE
    slow = 0
    with tempfile.TemporaryDirectory() as folder:
        for path, bare in _papers(Path(folder), rows):
            data = path.read_bytes()
            alone, ours = _medians(partial(bare, data), partial(decode_source, path.name, data))
            print(
                f"{path.suffix[1:]:5} {pages / alone:8.1f} pages/s by the library"
                f" {pages / ours:8.1f} by the project  {ours / alone:5.2f} times"
            )
            slow += ours > MOST * alone
        if (paper := Path(folder) / "a.pdf").exists():
            _print_scan(paper, Path(folder) / "scan.pdf")
    return slow


def _print_scan(paper: Path, path: Path) -> None:
    """Print how fast a scan of the first pages of ``paper`` is read; what is read twice as a page
    and as cells takes its time.
    """
    with pdfplumber.open(paper) as document:
        first, *others = [
            page.to_image(resolution=SCAN_DPI).original for page in document.pages[:SCANNED]
        ]
    first.save(path, save_all=True, append_images=others, resolution=SCAN_DPI)
    engine, pictures = engine_for(path.name), [first, *others]
    alone = _once(
        lambda: [list(engine.rows(picture.convert("L"), SCAN_DPI, PAGE)) for picture in pictures]
    )
    ours = _once(partial(decode_source, path.name, path.read_bytes()))
    print(
        f"scan  {len(pictures) / alone:8.2f} pages/s by the library {len(pictures) / ours:8.2f} by"
        f" the project  {ours / alone:5.2f} times"
    )


def _once(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _papers(folder: Path, rows: int) -> list[tuple[Path, Callable[[bytes], object]]]:
    table = (HEADING, *(_row(number) for number in range(1, rows + 1)))
    word, sheet = (
        set_as_word(TITLE, table, folder / "a.docx"),
        set_as_sheet(TITLE, table, folder / "a.xlsx"),
    )
    page = folder / "a.html"
    page.write_text(page_of(TITLE, table), encoding="utf-8")
    found: list[tuple[Path, Callable[[bytes], object]]] = [(word, _words), (sheet, _cells)]
    soffice = shutil.which("soffice")
    if soffice:
        command = [
            soffice,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(word),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        found.append((folder / "a.pdf", _pages))
    return found


def _row(number: int) -> tuple[str, ...]:
    words = f"Xây dựng bộ quy trình số {number} để các đơn vị dùng chung từ quý sau"
    return (
        str(number),
        words,
        "Sở Nội vụ",
        "Các sở, ban, ngành",
        f"Tháng {number % 12 + 1}/2026",
        f"Quy trình {number}",
    )


def _words(data: bytes) -> object:
    document = Document(io.BytesIO(data))
    tables = [
        [[cell.text for cell in row.cells] for row in table.rows] for table in document.tables
    ]
    return [paragraph.text for paragraph in document.paragraphs], tables


def _cells(data: bytes) -> object:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names]


def _pages(data: bytes) -> object:
    with pdfplumber.open(io.BytesIO(data)) as document:
        return [(page.extract_words(), page.find_tables()) for page in document.pages]


def _medians(*runs: Callable[[], object]) -> list[float]:
    """Return the median processor time of each of ``runs``, which take turns: a busy machine
    troubles all alike.
    """
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(RUNS):
        for run, found in zip(runs, times, strict=True):
            start = time.process_time()
            run()
            found.append(time.process_time() - start)
    return [statistics.median(found) for found in times]


if __name__ == "__main__":
    sys.exit(main())
