"""Why one document is tied to another: by derivation, which points upwards; else by what is called
something else.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from written_papers import TODAY, paper_of, read, said, table, written

from luocdo.queries.why import why

if TYPE_CHECKING:
    from luocdo.graph.answers import Answer
    from luocdo.graph.stores.base import Store

HEADS = "TT | Nội dung | Cơ quan chủ trì | Thời hạn | Văn bản giao nhiệm vụ"
ORIGIN = "Nghị quyết số 12-NQ/TW ngày 10 tháng 01 năm 2024 của Bộ Chính trị"
PAPERS = {
    "a.txt": written(
        "8/NQ-CP", "Chính phủ", "2024-02-01", "Nghị quyết", "Chương trình hành động về kho sách",
        f"Thực hiện {ORIGIN}, Chính phủ ban hành Chương trình hành động:", "1. Bộ Nội vụ rà soát kho sách.",
    ),
    "b.txt": written(
        "30/KH-BNV", "Bộ Nội vụ", "2024-03-01", "Kế hoạch", "Kho sách",
        "Căn cứ Nghị định số 63/2022/NĐ-CP ngày 12 tháng 9 năm 2022 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ "
        "cấu tổ chức của Bộ Nội vụ;",
        "Thực hiện Nghị quyết số 8/NQ-CP ngày 01 tháng 02 năm 2024 của Chính phủ, Bộ Nội vụ ban hành Kế hoạch:",
        table(
            HEADS,
            "1 | Lập mục lục kho sách | Vụ Pháp chế | 2026 | Quyết định số 5/QĐ-TTg ngày 03/01/2024",
            "2 | Sửa đổi Quyết định số 40/QĐ-BNV ngày 07/02/2020 | Vụ Pháp chế | 2026 | ",
            "3 | Đóng bìa theo Quyết định số 41/QĐ-TTg ngày 09/02/2023 | Vụ Pháp chế | 2026 | ",
        ),
    ),
    "c.txt": written(
        "44/KH-BYT", "Bộ Y tế", "2025-12-04", "Kế hoạch", "Tủ sách y tế",
        "Thực hiện Nghị quyết số 8/NQ-CP ngày 01 tháng 02 năm 2024 của Chính phủ, Bộ Y tế ban hành Kế hoạch:",
        table(HEADS, "1 | Mua sách | Vụ Pháp chế | 2026 | "),
    ),
}  # fmt: skip
LATER = datetime.date(2025, 12, 31)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return read(tmp_path_factory.mktemp("why"), PAPERS)


def asked(store: Store, first: str, second: str, day: datetime.date = TODAY) -> Answer:
    return why(store, paper_of(store, first), paper_of(store, second), day)


def way(answer: Answer) -> tuple[str, list[tuple[str, ...]]]:
    (found,) = answer.tables
    return found.title[0], [row[:3] for row in found.rows]


CHAIN = [("30/KH-BNV", "triển khai", "8/NQ-CP"), ("8/NQ-CP", "triển khai", "12-NQ/TW")]


@pytest.mark.parametrize(
    ("first", "second"), [("30/KH-BNV", "12-NQ/TW"), ("12-NQ/TW", "30/KH-BNV")]
)
def test_a_derivation_points_upwards_and_says_so(first: str, second: str, store: Store) -> None:
    answer = asked(store, first, second)
    assert way(answer) == ("BẮT NGUỒN", CHAIN)
    assert "30/KH-BNV bắt nguồn từ 12-NQ/TW." in said(answer)


def test_an_origin_in_common_is_no_derivation(store: Store) -> None:
    title, steps = way(asked(store, "30/KH-BNV", "44/KH-BYT", LATER))
    assert title == "CÓ LIÊN QUAN, KHÔNG BẮT NGUỒN"
    assert steps == [
        ("30/KH-BNV", "triển khai", "8/NQ-CP"),
        ("44/KH-BYT", "triển khai", "8/NQ-CP"),
    ]


@pytest.mark.parametrize(
    ("second", "title", "step"),
    [
        ("5/QĐ-TTg", "BẮT NGUỒN", ("30/KH-BNV, 1", "nhiệm vụ có căn cứ riêng là", "5/QĐ-TTg")),
        (
            "40/QĐ-BNV",
            "CÓ LIÊN QUAN, KHÔNG BẮT NGUỒN",
            ("30/KH-BNV, 2", "nhiệm vụ được giao sửa đổi", "40/QĐ-BNV"),
        ),
        (
            "41/QĐ-TTg",
            "DẪN CHIẾU ĐỂ THỰC HIỆN, QUA LỜI CỦA NHIỆM VỤ",
            ("30/KH-BNV, 3", "nhiệm vụ dẫn chiếu để thực hiện", "41/QĐ-TTg"),
        ),
        (
            "63/2022/NĐ-CP",
            "CÓ LIÊN QUAN, KHÔNG BẮT NGUỒN",
            ("30/KH-BNV", "căn cứ (thẩm quyền)", "63/2022/NĐ-CP"),
        ),
    ],
    ids=("own basis", "to be changed", "carried out by its words", "competence"),
)
def test_a_row_that_names_the_other_is_one_step(
    second: str, title: str, step: tuple[str, ...], store: Store
) -> None:
    assert way(asked(store, "30/KH-BNV", second)) == (title, [step])


def test_a_paper_of_a_later_day_ties_nothing(store: Store) -> None:
    answer = asked(store, "30/KH-BNV", "44/KH-BYT")
    assert answer.tables == ()
    assert "chưa ban hành" in said(answer)


def test_every_step_has_its_sentence_and_file(store: Store) -> None:
    (found,) = asked(store, "30/KH-BNV", "12-NQ/TW").tables
    assert all(row[3] and row[5] in PAPERS for row in found.rows)
