"""Rules 1 to 6 of meaning: what conveys an obligation, and what only looks as if it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from written_papers import TODAY, codes, paper_of, read, said, table, written

from luocdo.queries.document import document
from luocdo.queries.lineage import lineage
from luocdo.queries.naming import the_unit
from luocdo.queries.owners import OwnersOptions, owners
from luocdo.queries.unit import unit

if TYPE_CHECKING:
    from luocdo.graph.stores.base import Store

HEADS = "TT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn | Văn bản giao nhiệm vụ"
DECISION = "Quyết định số 55/QĐ-TTg ngày 10 tháng 01 năm 2024 của Thủ tướng Chính phủ phê duyệt Đề án thư viện số"
PLAN = written(
    "310/QĐ-BNV",
    "Bộ Nội vụ",
    "2024-03-01",
    "Quyết định",
    "Ban hành Kế hoạch thực hiện Đề án thư viện số",
    "BỘ TRƯỞNG BỘ NỘI VỤ",
    "Căn cứ Nghị định số 63/2022/NĐ-CP ngày 12 tháng 9 năm 2022 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn "
    "và cơ cấu tổ chức của Bộ Nội vụ;",
    f"Căn cứ {DECISION};",
    f"Thực hiện {DECISION};",
    "Theo đề nghị của Chánh Văn phòng Bộ,",
    "QUYẾT ĐỊNH:",
    "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch thực hiện Đề án thư viện số.",
    table(
        HEADS,
        "1 | Lập danh mục sách số | Cục Chuyển đổi số | Vụ Pháp chế | Năm 2026 | Quyết định số 55/QĐ-TTg ngày "
        "10/01/2024",
        "2 | Tập huấn thủ thư | Vụ Tổ chức cán bộ | | Năm 2025 | ",
        "3 | Bảo vệ kho mạng | Cục Chuyển đổi số | | Năm 2025 | Quyết định số 88/QĐ-TTg ngày 05/02/2023",
    ),
)
OTHER = written(
    "412/KH-BYT",
    "Bộ Y tế",
    "2024-05-06",
    "Kế hoạch",
    "Mở rộng thư viện y khoa",
    "Bộ Y tế ban hành Kế hoạch mở rộng thư viện y khoa như sau:",
    table(
        "TT | Nội dung | Cơ quan chủ trì | Thời hạn",
        "1 | Số hóa tạp chí theo Quyết định số 55/QĐ-TTg ngày 10/01/2024 | Cục Khoa học công nghệ và Đào tạo | Năm "
        "2026",
        "2 | Sửa đổi Quyết định số 90/QĐ-BYT ngày 07/01/2020 | Vụ Pháp chế | Năm 2026",
        "3 | Mua kệ sách theo quy định tại Nghị định số 24/2024/NĐ-CP ngày 27/02/2024 | Văn phòng Bộ | Năm 2026",
        "4 | Giới thiệu Quyết định số 66/QĐ-TTg ngày 11/01/2024 tới bạn đọc | Văn phòng Bộ | Năm 2026",
    ),
)
SOME = written(
    "77/KH-BTC",
    "Bộ Tài chính",
    "2024-06-01",
    "Kế hoạch",
    "Công tác lưu trữ năm 2024",
    "Bộ Tài chính ban hành Kế hoạch công tác lưu trữ:",
    table(
        HEADS,
        "5.4 | Kiểm kê kho | Văn phòng | | Năm 2024 | ",
        "5.5 | Nối mạng thư viện | Cục Kế hoạch - Tài chính | | Năm 2024 | Quyết định số 55/QĐ-TTg ngày 10/01/2024",
    ),
)
DRAFT = written(
    "   /KH-UBND",
    "Ủy ban nhân dân tỉnh Nghệ An",
    "2024-07-01",
    "Kế hoạch",
    "Triển khai Đề án thư viện số",
    f"Thực hiện {DECISION}, Ủy ban nhân dân tỉnh ban hành Kế hoạch:",
    table(
        "TT | Nội dung | Cơ quan chủ trì | Thời hạn", "1 | Xây kho sách xã | Sở Nội vụ | Năm 2026"
    ),
).replace("ỦY BAN NHÂN DÂN", "DỰ THẢO\nỦY BAN NHÂN DÂN", 1)
RETOLD = written(
    "901/BNV-VP",
    "Bộ Nội vụ",
    "2024-08-01",
    "",
    "V/v phối hợp thực hiện Đề án thư viện số",
    "Kính gửi: Bộ Y tế",
    f"Tại {DECISION}, Thủ tướng Chính phủ giao Bộ Y tế xây dựng tủ sách sức khỏe.",
    "Bộ Nội vụ đề nghị Bộ Y tế gửi kết quả về Bộ Nội vụ trước ngày 15 tháng 12 năm 2025.",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    papers = {"a.txt": PLAN, "b.txt": OTHER, "c.txt": SOME, "d.txt": DRAFT, "e.txt": RETOLD}
    return read(tmp_path_factory.mktemp("bases"), papers)


def test_rule_01_only_a_basis_of_content_conveys_derivation(store: Store) -> None:
    founding = paper_of(store, "63/2022/NĐ-CP")
    asked = owners(store, founding, TODAY)
    assert asked.assignments == ()
    assert any(
        "thẩm quyền" in note.text and note.command.endswith("--all-bases") for note in asked.heads
    )
    assert "3" not in codes(owners(store, founding, TODAY, OwnersOptions(all_bases=True)))
    assert codes(owners(store, founding, TODAY, OwnersOptions(all_bases=True)), "inferred") == [
        "2"
    ]
    above = said(lineage(store, paper_of(store, "310/QĐ-BNV"), TODAY))
    assert "thẩm quyền" in above
    assert "nội dung" in above


def test_rule_02_an_assignment_stands_once_however_many_edges_lead_to_it(store: Store) -> None:
    answer = owners(store, paper_of(store, "QĐ 55"), TODAY)
    rows = [
        one for one in answer.assignments if one.document == "310/QĐ-BNV" and one.origin == "annex"
    ]
    assert sorted((one.code, one.block, one.reading, one.via_relation) for one in rows) == [
        ("1", "stated", "stated", "BASED_ON"),
        ("2", "inferred", "inferred", "IMPLEMENTS"),
    ]


@pytest.mark.parametrize(
    ("number", "manner"),
    [("55/QĐ-TTg", "carries_out"), ("24/2024/NĐ-CP", "procedure"), ("66/QĐ-TTg", "mention")],
)
def test_rule_03_the_words_say_how_a_task_names_a_document(
    store: Store, number: str, manner: str
) -> None:
    rows = store.run(
        "MATCH (task:Task)-[cites:CITES]->(:Document {number: $number}) WHERE task.origin = 'annex' RETURN "
        "cites.manner AS manner",
        {"number": number},
    ).dicts()
    assert {row["manner"] for row in rows} == {manner}


def test_rule_03_what_is_to_be_amended_is_a_planned_change(store: Store) -> None:
    rows = store.run(
        "MATCH (:Task)-[edge:AMENDS]->(d:Document) RETURN d.number AS number, edge.planned AS planned",
        {},
    ).dicts()
    assert rows == [{"number": "90/QĐ-BYT", "planned": True}]


def test_rule_03_words_that_carry_out_stand_in_a_block_of_their_own(store: Store) -> None:
    answer = owners(store, paper_of(store, "55/QĐ-TTg"), TODAY)
    assert [(one.document, one.code) for one in answer.block("words")] == [("412/KH-BYT", "1")]


def test_rule_03_a_paper_that_carries_it_out_by_a_rows_words_stands_in_its_lineage_as_such(
    store: Store,
) -> None:
    answer = lineage(store, paper_of(store, "55/QĐ-TTg"), TODAY)
    (line,) = [row for table_ in answer.tables for row in table_.rows if "412/KH-BYT" in row]
    assert "qua lời nhiệm vụ 1" in line


def test_rule_04_a_paper_of_which_only_a_row_derives_stands_as_through_that_row(
    store: Store,
) -> None:
    answer = lineage(store, paper_of(store, "55/QĐ-TTg"), TODAY)
    (line,) = [row for table_ in answer.tables for row in table_.rows if "77/KH-BTC" in row]
    assert "qua nhiệm vụ 5.5" in line
    assert "có" not in line
    shown = owners(store, paper_of(store, "55/QĐ-TTg"), TODAY)
    assert [one.code for one in shown.assignments if one.document == "77/KH-BTC"] == ["5.5"]


def test_rule_05_tasks_of_a_draft_are_in_no_answer_but_its_own(store: Store) -> None:
    origin = paper_of(store, "55/QĐ-TTg")
    answer = owners(store, origin, TODAY)
    assert not any(one.draft for one in answer.assignments)
    assert any("DỰ THẢO để ngoài: 1" in note.text for note in answer.notes)
    assert [
        one.text for one in owners(store, origin, TODAY, OwnersOptions(drafts=True)).block("draft")
    ] == ["Xây kho sách xã"]
    draft = paper_of(store, "Triển khai Đề án thư viện số")
    assert draft.draft
    assert [
        one.text for one in document(store, draft, TODAY).assignments if one.origin == "annex"
    ] == ["Xây kho sách xã"]
    paper = unit(store, the_unit(store, "Sở Nội vụ tỉnh Nghệ An")[0], TODAY)
    assert paper.assignments == ()
    assert any("DỰ THẢO để ngoài: 1" in note.text for note in paper.notes)


def test_rule_06_a_mandate_retold_is_the_named_documents_and_inferred(store: Store) -> None:
    answer = owners(store, paper_of(store, "55/QĐ-TTg"), TODAY)
    (retold,) = [one for one in answer.assignments if "tủ sách sức khỏe" in one.text]
    assert retold.document == "55/QĐ-TTg"
    assert retold.source == "e.txt"
    assert retold.reading == "inferred"
    assert retold.force == "giao"
    assert [role.unit for role in retold.units("LED_BY")] == ["Bộ Y tế"]
