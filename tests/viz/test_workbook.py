"""An answer as a workbook: real days, a filter, wrapped cells, and a link to the file that each
row was read from.
"""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING

import openpyxl
import pytest
from click.testing import CliRunner

from luocdo.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


@pytest.fixture
def book(sample_store: str, tmp_path: Path) -> Workbook:
    return kept(tmp_path, sample_store, "unit", "cuc cntt")


def kept(folder: Path, store: str, *arguments: str) -> Workbook:
    out = folder / "tra-loi.xlsx"
    result = CliRunner().invoke(main, [*arguments, "--store", store, "-o", str(out)])
    assert result.exit_code == 0, result.output
    return openpyxl.load_workbook(io.BytesIO(out.read_bytes()))


def column(page: Worksheet, head: str) -> list[object]:
    heads = [cell.value for cell in page[1]]
    return [row[heads.index(head)].value for row in page.iter_rows(min_row=2)]


def test_days_are_days_and_every_column_can_be_filtered(book: Workbook) -> None:
    page = book["Phân công"]
    days = [value for value in column(page, "Đến hạn") if value is not None]
    assert days
    assert all(isinstance(value, datetime.datetime) for value in days)
    assert page.auto_filter.ref == page.dimensions
    assert page.freeze_panes == "A2"
    assert all(
        cell.alignment.wrap_text
        for row in page.iter_rows(min_row=2)
        for cell in row
        if cell.data_type == "s"
    )


def test_the_file_of_a_row_is_a_link_to_where_it_was_read(book: Workbook) -> None:
    page = book["Phân công"]
    links = {link.target for row in page.iter_rows() for cell in row if (link := cell.hyperlink)}
    assert any(str(target).endswith("qd-bgddt-2022.txt") for target in links)


def test_a_table_keeps_its_columns_but_no_marks(sample_store: str, tmp_path: Path) -> None:
    found = kept(tmp_path, sample_store, "find", "dữ liệu")
    page = next(one for one in found if one.title.startswith("1. VIỆC"))
    heads = [cell.value for cell in page[1]]
    assert {"Hạn", "Việc", "Chủ trì", "Văn bản", "Chỗ", "Câu trích", "Tệp"} <= set(heads)
    assert not [head for head in heads if "khớp" in str(head)]
    assert any(isinstance(value, datetime.datetime) for value in column(page, "Hạn"))
