"""Rules 20 to 23 of meaning: work that two papers date, gaps, papers without number, money."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from written_papers import TODAY, paper_of, read, said, table, written

from luocdo.queries.check import check
from luocdo.queries.conflicts import conflicts
from luocdo.queries.listing import money
from luocdo.queries.owners import owners

if TYPE_CHECKING:
    from luocdo.graph.stores.base import Store

DECISION = written(
    "61/QĐ-TTg",
    "Thủ tướng Chính phủ",
    "2024-01-10",
    "Quyết định",
    "Phê duyệt Đề án vườn trường xanh mẫu giai đoạn 2024 - 2027",
    "QUYẾT ĐỊNH:",
    "Điều 1. Phê duyệt Đề án vườn trường xanh mẫu giai đoạn 2024 - 2027.",
    "Điều 2. Kinh phí thực hiện: 248.540 triệu đồng, trong đó ngân sách trung ương 148.540 triệu đồng, ngân sách "
    "địa phương 100.000 triệu đồng.",
    table(
        "TT | Nội dung | Cơ quan chủ trì | Thời hạn",
        "1 | Xây dựng bộ giống cây bản địa cho vườn trường | Bộ Giáo dục và Đào tạo | Năm 2025",
        "2 | Dựng nhà lưới thí điểm tại trường nội trú | Bộ Giáo dục và Đào tạo | Năm 2026",
        "7 | Lập bản đồ nước tưới | Bộ Nông nghiệp và Môi trường | Năm 2026",
        "8 | Tập huấn giáo viên | Bộ Giáo dục và Đào tạo | Năm 2026",
    ),
)
PLAN = written(
    "120/KH-BGDĐT",
    "Bộ Giáo dục và Đào tạo",
    "2024-03-05",
    "Kế hoạch",
    "Thực hiện Đề án vườn trường xanh mẫu",
    "Thực hiện Quyết định số 61/QĐ-TTg ngày 10 tháng 01 năm 2024 của Thủ tướng Chính phủ, Bộ Giáo dục và Đào tạo "
    "ban hành Kế hoạch:",
    table(
        "TT | Nội dung | Cơ quan chủ trì | Thời hạn | Văn bản giao nhiệm vụ",
        "1 | Xây dựng bộ giống cây bản địa cho vườn trường | Vụ Giáo dục Tiểu học | Năm 2026 | Quyết định số "
        "61/QĐ-TTg ngày 10/01/2024",
        "2 | In tờ rơi | Vụ Giáo dục Tiểu học | | ",
        "3 | Mua hạt giống | Văn phòng | Năm 2025 | Đề án nước sạch học đường",
    ),
)
BLANK = written(
    "      /KH-BGDĐT",
    "Bộ Giáo dục và Đào tạo",
    "2024-03-05",
    "Kế hoạch",
    "Truyền thông về vườn trường xanh mẫu trong các cơ sở giáo dục mầm non",
    "Bộ Giáo dục và Đào tạo ban hành Kế hoạch truyền thông:",
    "Kinh phí in tờ rơi: 4 tỷ đồng, gồm ngân sách nhà nước 3 tỷ đồng và tài trợ 2 tỷ đồng.",
    table(
        "TT | Nội dung | Cơ quan chủ trì | Thời hạn",
        "1 | Phát tờ rơi ở trường | Văn phòng | Năm 2025",
    ),
).replace("ngày 05 tháng 03 năm 2024", "ngày     tháng     năm 2024")
CITING = written(
    "33/BGDĐT-VP",
    "Bộ Giáo dục và Đào tạo",
    "2024-06-05",
    "",
    "V/v truyền thông",
    "Kính gửi: Các Sở Giáo dục và Đào tạo",
    "Kế hoạch số 121/KH-BGDĐT ngày 12 tháng 3 năm 2024 của Bộ Giáo dục và Đào tạo về Truyền thông về vườn trường "
    "xanh mẫu trong "
    "các cơ sở giáo dục mầm non đã được ban hành. Đề nghị các Sở Giáo dục và Đào tạo phổ biến kế hoạch này.",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    papers = {"a.txt": DECISION, "b.txt": PLAN, "c.txt": BLANK, "d.txt": CITING}
    return read(tmp_path_factory.mktemp("missing"), papers)


def test_rule_20_one_row_shows_both_dates_the_later_paper_first(store: Store) -> None:
    words = said(conflicts(store, TODAY))
    (line,) = [line for line in words.splitlines() if "bộ giống cây bản địa" in line]
    assert line.index("120/KH-BGDĐT") < line.index("61/QĐ-TTg")
    assert line.index("31/12/2026") < line.index("31/12/2025")


def test_rule_20_joining_is_inferred_with_score_and_quotes_and_merges_no_nodes(
    store: Store,
) -> None:
    rows = store.run(
        "MATCH (a:Task)-[e:TAKES_UP]->(b:Task) RETURN a.code AS a, b.code AS b, e.reading AS reading, e.score AS "
        "score, e.quote AS quote",
        {},
    ).dicts()
    (row,) = [row for row in rows if row["b"] == "1"]
    assert row["reading"] == "inferred"
    assert 0 < float(str(row["score"])) <= 1
    tasks = store.run(
        "MATCH (t:Task) WHERE t.text = 'Xây dựng bộ giống cây bản địa cho vườn trường' RETURN count(t) AS n",
        {},
    ).dicts()
    assert tasks == [{"n": 2}]


def test_rule_21_a_jump_in_numbering_is_listed_and_said_by_answers_that_touch_it(
    store: Store,
) -> None:
    gaps = [
        line for line in said(check(store, TODAY)).splitlines() if "a.txt" in line and "7" in line
    ]
    assert gaps
    answer = owners(store, paper_of(store, "61/QĐ-TTg"), TODAY)
    assert any("a.txt" in note.text for note in answer.notes)


def test_rule_22_a_paper_without_number_is_joined_by_a_readers_word_only(store: Store) -> None:
    numbered = paper_of(store, "121/KH-BGDĐT")
    assert not numbered.loaded
    assert "có thể là" in said(check(store, TODAY)).lower()
    (blank,) = store.run(
        "MATCH (d:Document) WHERE d.source = 'c.txt' RETURN d.id AS id", {}
    ).dicts()
    assert blank["id"] != numbered.id


def test_rule_22_an_empty_cell_is_none_and_an_unresolved_one_is_kept_apart(store: Store) -> None:
    rows = store.run(
        "MATCH (d:Document {number: '120/KH-BGDĐT'})-[:MANDATES]->(t:Task) WHERE t.origin = 'annex' RETURN t.code "
        "AS code, t.basis AS basis ORDER BY code",
        {},
    ).dicts()
    assert [(row["code"], row["basis"]) for row in rows] == [
        ("1", "own"),
        ("2", "none"),
        ("3", "own_unresolved"),
    ]
    answer = owners(store, paper_of(store, "61/QĐ-TTg"), TODAY)
    assert [one.code for one in answer.assignments if one.document == "120/KH-BGDĐT"] == ["1", "2"]
    assert any("chưa xác định được văn bản" in note.text for note in answer.notes)


def test_rule_23_parts_of_a_sum_are_part_of_it_and_the_unit_is_as_printed(store: Store) -> None:
    answer = money(store, paper_of(store, "61/QĐ-TTg"), TODAY)
    (table_,) = answer.tables
    rows = [dict(zip(table_.columns, row, strict=True)) for row in table_.rows]
    assert [(row["amount"], row["unit"]) for row in rows] == [
        ("248.540.000.000", "triệu đồng"),
        ("148.540.000.000", "triệu đồng"),
        ("100.000.000.000", "triệu đồng"),
    ]
    assert [bool(row["part_of"]) for row in rows] == [False, True, True]


def test_rule_23_parts_that_come_to_more_than_their_sum_are_reported(store: Store) -> None:
    assert "cộng các phần được 5000000000 đồng" in said(check(store, TODAY, ("sum_mismatch",)))
