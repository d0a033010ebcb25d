"""A table reads as it is drawn, whatever it comes as: the same cells with the same spans, merged
and empty told apart.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from drawn_tables import ABOVE, TABLES, drawn_cells, page_of, set_as_sheet, set_as_word
from rendered_papers import convert, likeness, scanned

from luocdo.graph.text import squeeze
from luocdo.loaders.formats.blocks import Grid, Place
from luocdo.loaders.formats.rendering import render
from luocdo.loaders.source import read_source

if TYPE_CHECKING:
    from pathlib import Path

    from drawn_tables import Rows

    from luocdo.loaders.source import Source

ABOVE_IT = "KẾ HOẠCH\nCông tác năm 2026 của các cơ quan, đơn vị trên địa bàn tỉnh"
LEAST_OF_PDF, LEAST_OF_SCAN = 0.98, 0.90
PDF: dict[str, dict[str, object]] = {
    "ruled": {},
    "double-ruled": {"rules": "double"},
    "landscape": {"landscape": True},
    "cut": {"height": 95},
    "unruled": {"rules": "nil"},
}


def drawn_in(manner: str, rows: Rows) -> Rows:
    """Return what is drawn: without rulings nobody can see what a cell covers below it, so that
    those places are left empty.
    """
    if manner != "unruled":
        return rows
    return tuple(tuple("" if words == ABOVE else words for words in row) for row in rows)


def seen(cells: Counter[str]) -> Counter[str]:
    """Return the words of cells with their places alone: without rulings no more can be seen."""
    pieces = (cell.split(" ") for cell in cells.elements())
    return Counter(f"{row} {column} {words}" for row, column, _, words in pieces if words)


def wanted(rows: Rows) -> Counter[str]:
    return Counter(
        f"{one.row} {one.column} {one.rows}x{one.columns} {squeeze(one.words)}"
        for one in drawn_cells(rows)
    )


def found(source: Source) -> Counter[str]:
    """Return the cells of the largest table of a source, as `wanted` prints them; a heading
    printed again counts once.
    """
    table = max(source.tables, key=lambda one: len(one.lines), default=None)
    rows = [] if table is None else list(table.rows(source.text))
    first = [source.text[cell.start : cell.end] for cell in rows[0].cells] if rows else []
    told: Counter[str] = Counter()
    again = 0
    for row in rows:
        words = [source.text[cell.start : cell.end] for cell in row.cells]
        if row.number and words == first and len(set(words)) > 1:
            again += 1
            continue
        for cell in {id(cell): cell for cell in row.cells}.values():
            if cell.row == row.number:
                print_of = squeeze(source.text[cell.start : cell.end].replace("<br>", " "))
                told[
                    f"{cell.row - again} {cell.column} {cell.rows}x{cell.columns} {print_of}"
                ] += 1
    return told


def share(pairs: list[tuple[Counter[str], Counter[str]]]) -> float:
    """Return the share of cells that are right, over all tables."""
    right = sum((want & have).total() for want, have in pairs)
    return right / sum(max(want.total(), have.total()) for want, have in pairs)


@pytest.mark.parametrize("name", TABLES)
def test_word_pages_and_sheets_draw_the_very_grid(name: str, tmp_path: Path) -> None:
    rows = TABLES[name]
    (tmp_path / "a.html").write_text(page_of(ABOVE_IT, rows), encoding="utf-8")
    papers = (
        set_as_word(ABOVE_IT, rows, tmp_path / "a.docx"),
        tmp_path / "a.html",
        set_as_sheet(ABOVE_IT, rows, tmp_path / "a.xlsx"),
    )
    for paper in papers:
        assert found(read_source(paper)) == wanted(rows), paper.suffix


@pytest.mark.office
@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_older_and_open_sheets_draw_the_very_grid(
    soffice: str, ending: str, tmp_path: Path
) -> None:
    papers = [
        set_as_sheet(ABOVE_IT, rows, tmp_path / f"{at}.xlsx")
        for at, rows in enumerate(TABLES.values())
    ]
    convert(soffice, papers, ending, tmp_path / ending)
    for at, rows in enumerate(TABLES.values()):
        assert found(read_source(tmp_path / ending / f"{at}.{ending}")) == wanted(rows)


@pytest.fixture(scope="module")
def pages(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds the tables as PDF, each drawn in each manner."""
    folder = tmp_path_factory.mktemp("drawn")
    papers = [
        set_as_word(ABOVE_IT, drawn_in(manner, rows), folder / f"{manner}-{at}.docx", **options)  # type: ignore[arg-type] - options by name
        for manner, options in PDF.items()
        for at, rows in enumerate(TABLES.values())
    ]
    convert(soffice, papers, "pdf", folder / "pdf")
    return folder / "pdf"


@pytest.mark.office
@pytest.mark.parametrize("manner", PDF)
def test_pages_draw_the_grid(pages: Path, manner: str) -> None:
    told = [
        (wanted(rows), found(read_source(pages / f"{manner}-{at}.pdf")))
        for at, rows in enumerate(TABLES.values())
    ]
    told = [(seen(want), seen(have)) for want, have in told] if manner == "unruled" else told
    assert share(told) >= LEAST_OF_PDF, [
        (want - have, have - want) for want, have in told if want != have
    ]


@pytest.mark.office
@pytest.mark.ocr
def test_scans_draw_the_grid(pages: Path, tmp_path: Path) -> None:
    told = []
    for at, rows in enumerate(TABLES.values()):
        want, have = (
            wanted(rows),
            found(read_source(scanned(pages / f"ruled-{at}.pdf", tmp_path / f"{at}.pdf"))),
        )
        told.append((want, _mended(want, have)))
    assert share(told) >= LEAST_OF_SCAN, [
        (want - have, have - want) for want, have in told if want != have
    ]


def _mended(want: Counter[str], have: Counter[str]) -> Counter[str]:
    """Take a cell whose place and span are right and whose words differ in a letter for the right
    one.
    """
    places = {words.rsplit(" ", 1)[0]: words for words in want}
    near = {
        words: places[place]
        for words in have
        if (place := words.rsplit(" ", 1)[0]) in places
        and likeness(Counter([places[place]]), Counter([words])) == 1.0
    }
    return Counter(near.get(words, words) for words in have.elements())


def test_the_words_of_a_table_are_gathered_once_however_many_rows_it_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []
    gathered = Grid.words.fget
    assert gathered is not None

    def words(grid: Grid) -> object:
        asked.append(len(grid.rows))
        return gathered(grid)

    monkeypatch.setattr(Grid, "words", property(words))
    render([Grid(tuple((Place((str(at),)), Place(("a",)), Place(("b",))) for at in range(500)))])
    assert asked == [500]
