"""An annex that came without its document is still that document's: number, kind and issuer stand
in its heading.
"""

from __future__ import annotations

import pytest

from luocdo.graph.errors import SourceError
from luocdo.loaders.reading import read_record
from luocdo.loaders.source import decode_source

TABLE = """
TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian
1\tXây dựng cổng dữ liệu dùng chung của ngành\tBộ Tài chính\tNăm 2026
2\tTập huấn kỹ năng số cho cán bộ các cấp\tBộ Nội vụ\tNăm 2027
"""


@pytest.mark.parametrize(
    ("heading", "number", "kind", "date"),
    [
        (
            "(Kèm theo Quyết định số 12/QĐ-TTg ngày 05/01/2026 của Thủ tướng)",
            "12/QĐ-TTg",
            "Quyết định",
            "2026-01-05",
        ),
        (
            "(Ban hành kèm theo Nghị quyết số      /NQ-CP ngày   tháng 01 năm 2026)",
            None,
            "Nghị quyết",
            None,
        ),  # blank
    ],
)
def test_the_heading_names_the_document(
    heading: str, number: str | None, kind: str, date: str | None
) -> None:
    record = read_record(
        decode_source("a.txt", f"\nPHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n{heading}\n{TABLE}".encode())
    )
    (document,) = record.documents
    header = document.header
    assert (header.number, header.kind, header.date) == (number, kind, date)
    assert header.issuer in {"Thủ tướng Chính phủ", "Chính phủ"}
    assert [task.code for task in document.tasks] == ["1", "2"]


@pytest.mark.parametrize("name", ["a.txt", "a.csv"])
def test_the_heading_names_whose_number_it_is(name: str) -> None:
    heading = "(Kèm theo Kế hoạch số 45/KH-UBND ngày 10/02/2026 của UBND tỉnh Lâm Đồng)"
    record = read_record(decode_source(name, f"PHỤ LỤC\n{heading}\n{TABLE}".encode()))
    header = record.documents[0].header
    assert (header.number, header.issuer) == ("45/KH-UBND", "UBND tỉnh Lâm Đồng")
    assert (header.body, header.title) == ("UBND tỉnh Lâm Đồng", None)


def test_a_table_that_names_no_document_is_none() -> None:
    with pytest.raises(SourceError, match="thiếu số, ký hiệu"):
        read_record(
            decode_source("a.txt", f"PHỤ LỤC I\nBẢNG GIÁ DỊCH VỤ\n{TABLE}{TABLE}".encode())
        )


def test_a_table_of_prices_is_no_document() -> None:
    prices = "TT\tTên dịch vụ\tĐơn vị tính\tĐơn giá\n" + "".join(
        f"{n}\tDịch vụ số {n}\tlần\t10.000\n" for n in range(9)
    )
    with pytest.raises(SourceError, match="thiếu số, ký hiệu"):
        read_record(decode_source("a.txt", f"PHỤ LỤC I\nBẢNG GIÁ DỊCH VỤ\n{prices}".encode()))
