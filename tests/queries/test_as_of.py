"""The state of a day: papers issued later are in no answer, and each answer says how many it left
out.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from written_papers import paper_of, read, said, table, written

from luocdo.queries.check import check
from luocdo.queries.document import document
from luocdo.queries.due import DueOptions, due
from luocdo.queries.force import force_notes
from luocdo.queries.inventory import documents
from luocdo.queries.lineage import lineage
from luocdo.queries.listing import reports
from luocdo.queries.naming import the_unit
from luocdo.queries.owners import owners
from luocdo.queries.unit import unit

if TYPE_CHECKING:
    from luocdo.graph.stores.base import Store

ORIGIN = "Quyết định số 71/QĐ-TTg ngày 10 tháng 01 năm 2024 của Thủ tướng Chính phủ phê duyệt Đề án nhà văn hóa số"
HEADS = "TT | Nội dung | Cơ quan chủ trì | Thời hạn"
PAPERS = {
    "a.txt": written(
        "30/KH-BNV", "Bộ Nội vụ", "2024-03-01", "Kế hoạch", "Nhà văn hóa số",
        f"Thực hiện {ORIGIN}, Bộ Nội vụ ban hành Kế hoạch:",
        table(HEADS, "1 | Lắp mạng nhà văn hóa | Vụ Pháp chế | Trước ngày 15/12/2025", "2 | Mua máy | Vụ Pháp chế | 31/11/2025"),
    ),
    "b.txt": written(
        "90/KH-BYT", "Bộ Y tế", "2025-12-05", "Kế hoạch", "Góc sức khỏe trong nhà văn hóa số",
        f"Thực hiện {ORIGIN}, Bộ Y tế ban hành Kế hoạch:",
        table(HEADS, "1 | Dựng góc sức khỏe | Vụ Pháp chế | 31/6/2026"),
    ),
    "c.txt": written(
        "950/QĐ-TTg", "Thủ tướng Chính phủ", "2025-12-10", "Quyết định", "Phê duyệt Đề án nhà văn hóa thông minh",
        "QUYẾT ĐỊNH:",
        "Điều 1. Phê duyệt Đề án nhà văn hóa thông minh.",
        "Điều 2. Quyết định này có hiệu lực từ ngày ký, thay thế Quyết định số 71/QĐ-TTg ngày 10 tháng 01 năm 2024 của Thủ tướng "
        "Chính phủ.",
    ),
}  # fmt: skip
BEFORE, AFTER = datetime.date(2025, 11, 23), datetime.date(2025, 12, 31)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return read(tmp_path_factory.mktemp("days"), PAPERS)


def test_lineage_holds_the_papers_of_the_day(store: Store) -> None:
    origin = paper_of(store, "71/QĐ-TTg")
    before, after = said(lineage(store, origin, BEFORE)), said(lineage(store, origin, AFTER))
    assert "30/KH-BNV" in before
    assert "90/KH-BYT" not in before
    assert "BAN HÀNH SAU 23/11/2025, để ngoài: 2 văn bản" in before
    assert "90/KH-BYT" in after
    assert "để ngoài" not in after


def test_what_a_later_paper_ended_was_not_ended_yet(store: Store) -> None:
    origin = paper_of(store, "71/QĐ-TTg")
    assert "950/QĐ-TTg" not in " ".join(note.text for note in force_notes(store, origin, BEFORE))
    assert "hết toàn bộ (950/QĐ-TTg" in " ".join(
        note.text for note in force_notes(store, origin, AFTER)
    )
    before, after = said(document(store, origin, BEFORE)), said(document(store, origin, AFTER))
    assert "10/12/2025" not in before
    assert "để ngoài: 2 câu của văn bản khác" in before
    assert "10/12/2025" in after


def test_a_paper_asked_for_before_its_day_says_so(store: Store) -> None:
    later = paper_of(store, "90/KH-BYT")
    for answer in (
        document(store, later, BEFORE),
        lineage(store, later, BEFORE),
        reports(store, later, BEFORE),
    ):
        assert "Đến 23/11/2025 văn bản này chưa ban hành (ngày 05/12/2025)." in said(answer)
    assert "chưa ban hành" not in said(document(store, later, AFTER))


def test_owners_units_and_due_leave_later_papers_out(store: Store) -> None:
    answer = owners(store, paper_of(store, "71/QĐ-TTg"), BEFORE)
    assert {one.document for one in answer.assignments} == {"30/KH-BNV"}
    assert "90/KH-BYT" not in said(answer)
    assert "để ngoài: 1 phân công của 1 văn bản" in said(answer)
    assert unit(store, the_unit(store, "Vụ Pháp chế Bộ Y tế")[0], BEFORE).assignments == ()
    assert [
        one.code for one in due(store, DueOptions("2025-12-01", "2025-12-14"), BEFORE).assignments
    ] == ["1"]


def test_check_and_the_list_of_documents_know_the_day(store: Store) -> None:
    assert "31/6/2026" not in said(check(store, BEFORE))
    assert "để ngoài: 1 điều của 2 tệp" in said(check(store, BEFORE))
    assert "31/6/2026" in said(check(store, AFTER))
    assert "để ngoài: 2 văn bản" in said(documents(store, BEFORE))
    assert "90/KH-BYT" in said(documents(store, AFTER))
