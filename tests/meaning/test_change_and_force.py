"""Rules 7 to 10 of meaning: what changes another act, from which day, and what is
still in force.
"""

from __future__ import annotations

import datetime
import io
import json
from typing import TYPE_CHECKING

import pytest
from written_papers import TODAY, paper_of, read, table, written

from luocdo.graph.export import write
from luocdo.queries.due import DueOptions, due
from luocdo.queries.force import force_notes
from luocdo.queries.owners import owners

if TYPE_CHECKING:
    from luocdo.graph.stores.base import Store

OLD = "Quyết định số 21/QĐ-TTg ngày 05 tháng 01 năm 2021 của Thủ tướng Chính phủ phê duyệt Chương trình đường sách"
OTHER = "Quyết định số 33/QĐ-TTg ngày 06 tháng 01 năm 2022 của Thủ tướng Chính phủ phê duyệt Đề án phố sách"
REPLACING = written(
    "940/QĐ-TTg",
    "Thủ tướng Chính phủ",
    "2025-10-20",
    "Quyết định",
    "Phê duyệt Chương trình đường sách giai đoạn 2025 - 2030",
    "Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;",
    "QUYẾT ĐỊNH:",
    "Điều 1. Phê duyệt Chương trình đường sách giai đoạn 2025 - 2030.",
    "Điều 2. Quyết định này có hiệu lực thi hành từ ngày 01 tháng 12 năm 2025 và thay thế Quyết định số 21/QĐ-TTg "
    "ngày 05 "
    "tháng 01 năm 2021 của Thủ tướng Chính phủ. Bãi bỏ khoản 3 Điều 2 Quyết định số 44/QĐ-TTg ngày 07 tháng 02 năm "
    "2022 của "
    "Thủ tướng Chính phủ.",
)
PLAN = written(
    "52/KH-BNV",
    "Bộ Nội vụ",
    "2022-03-01",
    "Kế hoạch",
    "Phát triển đường sách giai đoạn 2022 - 2024",
    f"Thực hiện {OTHER}, Bộ Nội vụ ban hành Kế hoạch:",
    "Nghị định số 82/2021/NĐ-CP ngày 10/7/2021 sửa đổi Nghị định số 73/2019/NĐ-CP ngày 05/9/2019 cũng được xem xét.",
    table(
        "TT | Nội dung | Cơ quan chủ trì | Thời hạn | Căn cứ",
        "1 | Mở phố sách | Vụ Pháp chế | Năm 2026 | Quyết định số 21/QĐ-TTg ngày 05/01/2021; Quyết định số "
        "33/QĐ-TTg ngày 06/01/2022",
        "2 | Dựng quầy sách | Vụ Pháp chế | Năm 2026 | Quyết định số 21/QĐ-TTg ngày 05/01/2021",
        "3 | Sửa đổi Quyết định số 12/QĐ-BNV ngày 03/3/2020 | Vụ Pháp chế | Năm 2026 | Quyết định số 33/QĐ-TTg "
        "ngày 06/01/2022",
    ),
)
PARTY = written(
    "15-NQ/TW",
    "Bộ Chính trị",
    "2024-12-01",
    "Nghị quyết",
    "về phát triển văn hóa đọc",
    "Bộ Chính trị yêu cầu các cấp ủy phát triển văn hóa đọc.",
)
BEFORE, AFTER = TODAY, datetime.date(2025, 12, 1)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return read(
        tmp_path_factory.mktemp("force"), {"a.txt": REPLACING, "b.txt": PLAN, "c.txt": PARTY}
    )


def test_rule_07_a_change_says_its_extent_its_part_and_the_day_it_takes_effect(
    store: Store,
) -> None:
    rows = store.run(
        "MATCH (a:Document {number: '940/QĐ-TTg'})-[e:REPLACES|REPEALS]->(b:Document) RETURN b.number AS number, "
        "type(e) AS kind, "
        "e.extent AS extent, e.part AS part, e.effective_on AS day ORDER BY number",
        {},
    ).dicts()
    assert [(row["number"], row["kind"], row["extent"], row["day"]) for row in rows] == [
        ("21/QĐ-TTg", "REPLACES", "whole", "2025-12-01"),
        ("44/QĐ-TTg", "REPEALS", "part", "2025-12-01"),
    ]
    assert "khoản 3 Điều 2" in rows[1]["part"]


def test_rule_07_the_subject_of_the_verb_is_what_changes(store: Store) -> None:
    rows = store.run(
        "MATCH (a:Document)-[:AMENDS]->(b:Document) RETURN a.number AS a, b.number AS b", {}
    ).dicts()
    assert rows == [{"a": "82/2021/NĐ-CP", "b": "73/2019/NĐ-CP"}]


def test_rule_07_what_a_task_is_to_change_is_planned_and_no_status(store: Store) -> None:
    (row,) = store.run(
        "MATCH (:Task)-[e:AMENDS]->(b:Document) RETURN e.planned AS planned, b.number AS number",
        {},
    ).dicts()
    assert row == {"planned": True, "number": "12/QĐ-BNV"}
    assert "sửa đổi" not in said_of(store, "12/QĐ-BNV", AFTER)


def said_of(store: Store, words: str, day: datetime.date) -> str:
    return " ".join(note.text for note in force_notes(store, paper_of(store, words), day))


@pytest.mark.parametrize(
    ("words", "day", "state"),
    [
        ("21/QĐ-TTg", BEFORE, "sẽ hết toàn bộ"),
        ("21/QĐ-TTg", AFTER, "hết toàn bộ (940/QĐ-TTg thay thế từ 01/12/2025"),
        ("44/QĐ-TTg", AFTER, "hết một phần"),
        ("940/QĐ-TTg", BEFORE, "chưa có hiệu lực"),
        ("940/QĐ-TTg", AFTER, "có từ 01/12/2025"),
        ("33/QĐ-TTg", AFTER, "không rõ"),
        ("52/KH-BNV", AFTER, "hết giai đoạn 2022–2024"),
        ("52/KH-BNV", AFTER, "không rõ"),
    ],
)
def test_rule_08_force_is_what_a_document_says_of_that_day(
    store: Store, words: str, day: datetime.date, state: str
) -> None:
    assert state in said_of(store, words, day)


def test_rule_09_a_task_on_a_replaced_basis_says_what_replaced_it_and_what_remains(
    store: Store,
) -> None:
    rows = {
        one.code: one.standing
        for one in due(store, DueOptions("2026-01-01", "2026-12-31"), AFTER).assignments
    }
    assert rows["1"] == "21/QĐ-TTg: 940/QĐ-TTg thay thế từ 01/12/2025; còn 33/QĐ-TTg"
    assert rows["2"] == "21/QĐ-TTg: 940/QĐ-TTg thay thế từ 01/12/2025; không còn căn cứ nào"
    assert rows["3"] == ""
    earlier = due(store, DueOptions("2026-01-01", "2026-12-31"), BEFORE).assignments
    assert {one.standing for one in earlier} == {""}


def test_rule_09_replacing_hands_no_task_on(store: Store) -> None:
    assert owners(store, paper_of(store, "940/QĐ-TTg"), AFTER).assignments == ()
    assert [
        one.code for one in owners(store, paper_of(store, "21/QĐ-TTg"), AFTER).assignments
    ] == ["1", "2"]


def test_rule_10_a_party_document_has_its_system_and_is_no_legal_resource(store: Store) -> None:
    party, state = paper_of(store, "15-NQ/TW"), paper_of(store, "940/QĐ-TTg")
    assert (party.system, party.nature) == ("party", "party")
    assert state.system == "state"
    stream = io.BytesIO()
    write(store.contents(), "jsonld", stream)
    types = {
        node["@id"]: node["@type"]
        for node in json.loads(stream.getvalue())["@graph"]
        if "@type" in node
    }
    told = {one.number: types[f"urn:luocdo:{one.id}"] for one in (party, state)}
    assert "LegalResource" not in str(told["15-NQ/TW"])
    assert "LegalResource" in str(told["940/QĐ-TTg"])
