"""Rules 11 to 17 of meaning: whose the work is, who is swallowed by a class, who signs, who holds
it now.
"""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING

import pytest
from written_papers import TODAY, by_code, on_screen, paper_of, read, said, table, written

from luocdo.graph.answers import flat_rows
from luocdo.graph.export import write
from luocdo.queries.due import DueOptions, due
from luocdo.queries.naming import the_unit
from luocdo.queries.owners import owners
from luocdo.queries.unit import unit

if TYPE_CHECKING:
    from luocdo.graph.answers import Answer
    from luocdo.graph.stores.base import Store

DECISION = "Quyết định số 61/QĐ-TTg ngày 10 tháng 01 năm 2024 của Thủ tướng Chính phủ phê duyệt Đề án lớp học xanh"
PLAN = written(
    "700/QĐ-BGDĐT",
    "Bộ Giáo dục và Đào tạo",
    "2024-02-01",
    "Quyết định",
    "Ban hành Kế hoạch lớp học xanh",
    "BỘ TRƯỞNG BỘ GIÁO DỤC VÀ ĐÀO TẠO",
    f"Căn cứ {DECISION};",
    "Theo đề nghị của Vụ trưởng Vụ Giáo dục Tiểu học,",
    "QUYẾT ĐỊNH:",
    "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch lớp học xanh.",
    "Điều 2. Giao Vụ Giáo dục Trung học theo dõi việc thực hiện trước ngày 31 tháng 12 năm 2026. Khuyến khích các "
    "cơ sở giáo dục đại học tặng cây giống trong năm 2026.",
    "Điều 3. Chánh Văn phòng, Vụ trưởng Vụ Giáo dục Tiểu học và Thủ trưởng các đơn vị liên quan chịu trách nhiệm "
    "thi hành Quyết định này.",
    table(
        "TT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Cấp trình phê duyệt | Thời hạn",
        "1 | Trồng cây ở sân trường | Vụ Giáo dục Tiểu học, Cục Công nghệ thông tin | Các đơn vị thuộc Bộ | Bộ "
        "trưởng | Năm 2026",
        "2 | Thông gió lớp học | Các đơn vị thuộc Bộ | Vụ Pháp chế | Thủ tướng Chính phủ | Năm 2026",
        "3 | Đo ánh sáng | Các đơn vị liên quan | | | Năm 2026",
        "4 | Phối hợp với Cục Cơ sở vật chất rà soát bóng đèn | Văn phòng | | | Năm 2026",
        "6 | Mở vườn ươm | Ủy ban nhân dân huyện Nghi Lộc | | | Năm 2026",
        "5 | Đặt giá sách ở hành lang | Chánh Văn phòng | | | Năm 2026",
    ),
    sign="KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nNguyễn Văn Mẫu",
    to="- Thủ tướng Chính phủ (để b/c);\n- Các đơn vị thuộc Bộ (để t/h);\n- Lưu: VT, Vụ GDTH.",
)
LETTER = written(
    "812/BGDĐT-GDTH",
    "Bộ Giáo dục và Đào tạo",
    "2025-10-01",
    "",
    "V/v lớp học xanh",
    "Kính gửi: Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",
    f"Thực hiện {DECISION}, Bộ Giáo dục và Đào tạo đề nghị Ủy ban nhân dân các tỉnh, thành phố gửi báo cáo về Bộ "
    f"Giáo dục và "
    "Đào tạo (qua Vụ Giáo dục Phổ thông) trước ngày 15 tháng 12 năm 2025. Thông tin chi tiết liên hệ bà Trần Thị Mẫu, "
    "điện thoại 0900000000.",
    sign="TL. BỘ TRƯỞNG\nVỤ TRƯỞNG VỤ GIÁO DỤC PHỔ THÔNG\n\nTrần Văn Thử",
    to="- Như trên;\n- Lưu: VT, GDTH.",
)
AFTER = datetime.date(2025, 12, 1)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return read(tmp_path_factory.mktemp("who"), {"a.txt": PLAN, "b.txt": LETTER})


@pytest.fixture(scope="module")
def answer(store: Store) -> Answer:
    return owners(store, paper_of(store, "61/QĐ-TTg"), TODAY)


def of_unit(store: Store, words: str, day: datetime.date = TODAY) -> Answer:
    return unit(store, the_unit(store, words)[0], day)


def test_rule_11_two_leads_are_joint_and_coordinators_stand_apart(answer: Answer) -> None:
    row = by_code(answer, "1")
    assert {role.unit for role in row.units("LED_BY")} == {
        "Vụ Giáo dục Tiểu học",
        "Cục Công nghệ thông tin",
    }
    assert [role.unit for role in row.units("COORDINATED_BY")] == ["Các đơn vị thuộc Bộ"]
    flat = [one["role"] for one in flat_rows(answer) if one["code"] == "1"]
    assert flat.count("lead") == 2


def test_rule_11_counts_of_leads_and_coordinators_are_never_added_up(store: Store) -> None:
    screen = on_screen(of_unit(store, "Vụ Pháp chế Bộ Giáo dục và Đào tạo"))
    assert "CHỦ TRÌ 0" in screen
    assert "PHỐI HỢP 1" in screen


def test_rule_12_a_collective_swallows_no_one(store: Store) -> None:
    found = of_unit(store, "Cục Cơ sở vật chất")
    rows = {one.code: one for one in found.assignments if one.origin == "annex"}
    assert rows["2"].via == "Các đơn vị thuộc Bộ"
    assert rows["2"].via_relation == "MEMBER_OF"
    assert "3" not in rows  # "liên quan" covers nobody
    assert "GIAO CHUNG" in on_screen(found)


def test_rule_12_a_class_of_the_state_has_its_members(store: Store) -> None:
    found = of_unit(store, "Ủy ban nhân dân tỉnh Nghệ An")
    assert [one.document for one in found.assignments] == ["812/BGDĐT-GDTH"]


def test_rule_13_posts_that_are_authorities_are_units_and_heads_below_are_their_unit(
    store: Store, answer: Answer
) -> None:
    assert [role.kind for role in by_code(answer, "2").units("APPROVED_BY")] == ["thẩm quyền"]
    (minister,) = by_code(answer, "1").units("APPROVED_BY")
    assert (minister.unit, minister.kind) == ("Bộ trưởng Bộ Giáo dục và Đào tạo", "thẩm quyền")
    rows = store.run(
        "MATCH (:Unit {id: $id})-[:PART_OF]->(body:Unit) RETURN body.name AS name",
        {"id": minister.unit_id},
    ).dicts()
    assert rows == [{"name": "Bộ Giáo dục và Đào tạo"}]
    (head,) = by_code(answer, "5").units("LED_BY")
    assert (head.unit, head.as_printed) == ("Văn phòng", "Chánh Văn phòng")
    bound = [one for one in answer.assignments if one.origin == "body" and "thi hành" in one.text]
    assert {role.unit for one in bound for role in one.units("LED_BY")} >= {
        "Văn phòng",
        "Vụ Giáo dục Tiểu học",
    }


def test_rule_14_a_partner_named_in_the_words_is_neither_lead_nor_coordinator(
    store: Store, answer: Answer
) -> None:
    row = by_code(answer, "4")
    assert [role.unit for role in row.units("LED_BY")] == ["Văn phòng"]
    assert row.units("COORDINATED_BY") == ()
    assert [role.unit for role in row.units("NAMED_PARTNER")] == ["Cục Cơ sở vật chất"]
    (named,) = [one for one in of_unit(store, "Cục Cơ sở vật chất").assignments if one.code == "4"]
    assert named.block == "words"


def test_rule_15_a_task_has_its_force_and_due_shows_the_softer_ones(
    store: Store, answer: Answer
) -> None:
    forces = {one.force for one in answer.assignments if "cây giống" in one.text}
    assert forces == {"khuyến khích"}
    assert {one.force for one in answer.assignments if one.origin == "annex"} == {"giao"}
    asked = due(store, DueOptions("2025-12-01", "2025-12-31"), TODAY)
    assert [one.force for one in asked.assignments] == ["đề nghị"]
    assert "đề nghị" in on_screen(asked, duties=True)
    later = due(store, DueOptions("2026-01-01", "2026-12-31"), TODAY)
    assert "khuyến khích" in on_screen(later, duties=True)


def test_rule_16_a_signer_has_capacity_and_post_and_is_no_issuer(store: Store) -> None:
    rows = store.run(
        "MATCH (d:Document)-[s:SIGNED_BY]->(p:Person) RETURN d.number AS number, d.issuer AS issuer, s.capacity AS "
        "capacity, "
        "s.post AS post, s.signature AS signature, p.name AS name ORDER BY number",
        {},
    ).dicts()
    assert [(row["capacity"], row["name"], row["issuer"]) for row in rows] == [
        ("KT.", "Nguyễn Văn Mẫu", "Bộ trưởng Bộ Giáo dục và Đào tạo"),
        ("TL.", "Trần Văn Thử", "Bộ Giáo dục và Đào tạo"),
    ]
    assert {row["signature"] for row in rows} == {"printed"}
    assert "thứ trưởng" in str(rows[0]["post"]).lower()


@pytest.mark.parametrize(
    ("edge", "number", "names"),
    [
        ("PROPOSED_BY", "700/QĐ-BGDĐT", {"Vụ Giáo dục Tiểu học"}),
        ("DRAFTED_BY", "700/QĐ-BGDĐT", {"Vụ Giáo dục Tiểu học"}),
        ("SENT_TO", "700/QĐ-BGDĐT", {"Thủ tướng Chính phủ", "Các đơn vị thuộc Bộ"}),
    ],
)
def test_rule_16_who_proposed_drafted_and_receives_are_facts_and_no_basis(
    store: Store, edge: str, number: str, names: set[str]
) -> None:
    query = f"MATCH (d:Document {{number: $number}})-[:{edge}]->(u:Unit) RETURN u.name AS name"
    assert {row["name"] for row in store.run(query, {"number": number}).dicts()} == names


def test_rule_16_a_recipient_is_told_for_what(store: Store) -> None:
    query = "MATCH (:Document {number: '700/QĐ-BGDĐT'})-[to:SENT_TO]->(u:Unit) RETURN u.name AS name, to.purpose AS purpose"
    assert {row["name"]: row["purpose"] for row in store.run(query, {}).dicts()}[
        "Thủ tướng Chính phủ"
    ] == "để b/c"


def test_rule_16_a_contact_is_left_out_of_exports(store: Store) -> None:
    rows = store.run("MATCH (:Document)-[:CONTACT]->(p:Person) RETURN p.name AS name", {}).dicts()
    assert rows == [{"name": "Trần Thị Mẫu"}]
    stream = io.BytesIO()
    write(store.contents(), "jsonl", stream)
    assert "Trần Thị Mẫu" not in stream.getvalue().decode().replace("bà Trần Thị Mẫu", "")


def test_rule_17_who_holds_it_now_is_said_with_the_day_and_the_decree(store: Store) -> None:
    (lead,) = [
        role
        for one in of_unit(store, "Cục CNTT").assignments
        if one.code == "1"
        for role in one.units("LED_BY")
        if "Công nghệ" in role.unit
    ]
    (holder,) = lead.holders
    assert (holder.name.split(" · ")[0], holder.since) == (
        "Cục Khoa học, Công nghệ và Thông tin",
        "2025-03-01",
    )
    assert "37/2025/NĐ-CP" in holder.by


def test_rule_17_the_present_unit_shows_what_it_inherited(store: Store) -> None:
    found = of_unit(store, "Cục Khoa học, Công nghệ và Thông tin", AFTER)
    assert [one.code for one in found.block("inherited")] == ["1"]
    assert {one.reading for one in found.block("inherited")} <= {"inferred", "stated"}


def test_rule_17_a_unit_that_ended_without_successor_says_so(store: Store) -> None:
    assert "không có đơn vị kế thừa ghi nhận" in said(
        of_unit(store, "Ủy ban nhân dân huyện Nghi Lộc", AFTER)
    )
    assert "kế thừa" not in said(
        of_unit(store, "Ủy ban nhân dân huyện Nghi Lộc", datetime.date(2025, 1, 1))
    )
