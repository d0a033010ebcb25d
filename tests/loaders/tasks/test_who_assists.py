"""Who leads and who assists in one duty, wherever the sentence says it: behind a semicolon, in
brackets behind the names, behind a colon.
"""

from __future__ import annotations

import pytest

from luocdo.graph.records import UnitMention
from luocdo.loaders.reading import read_record
from luocdo.loaders.source import decode_source

PLAN = (
    "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\n\nSố: 91/KH-UBND\nLâm Đồng, ngày 12 tháng 02 năm 2026\n\nKẾ HOẠCH\nNâng cấp chợ\n\n"
    "II. NHIỆM VỤ\n{}\n\nNơi nhận:\n- Các sở;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Bình\n"
)
LEADS, ASSISTS = "LED_BY", "COORDINATED_BY"
ONE_DUTY = [
    (
        "Giao Sở Công Thương tổ chức chợ đêm; Sở Y tế, Công an tỉnh có trách nhiệm phối hợp.",
        [(LEADS, "Sở Công Thương"), (ASSISTS, "Sở Y tế"), (ASSISTS, "Công an tỉnh")],
    ),
    (
        "Sở Nội vụ lập danh sách; Sở Y tế phối hợp thực hiện.",
        [(LEADS, "Sở Nội vụ"), (ASSISTS, "Sở Y tế")],
    ),
    (
        "Sở Nội vụ mở lớp bồi dưỡng. Sở Tài chính phối hợp.",
        [(LEADS, "Sở Nội vụ"), (ASSISTS, "Sở Tài chính")],
    ),
    (
        "Sở Xây dựng (chủ trì), Sở Tài chính, Sở Y tế (phối hợp) thay đèn chiếu sáng.",
        [(LEADS, "Sở Xây dựng"), (ASSISTS, "Sở Tài chính"), (ASSISTS, "Sở Y tế")],
    ),
    (
        "Sở Nội vụ (chủ trì) và Sở Y tế (phối hợp) rà soát hồ sơ.",
        [(LEADS, "Sở Nội vụ"), (ASSISTS, "Sở Y tế")],
    ),
    (
        "Sở Nội vụ, Sở Tư pháp (chủ trì), Công an tỉnh (phối hợp) kiểm tra kho.",
        [(LEADS, "Sở Nội vụ"), (LEADS, "Sở Tư pháp"), (ASSISTS, "Công an tỉnh")],
    ),
    (
        "Sở Văn hóa và Thể thao khôi phục lễ hội, phối hợp: Sở Y tế.",
        [(LEADS, "Sở Văn hóa và Thể thao"), (ASSISTS, "Sở Y tế")],
    ),
    (
        "Sở Nội vụ số hóa kho lưu trữ, phối hợp: Sở Tài chính, Công an tỉnh.",
        [(LEADS, "Sở Nội vụ"), (ASSISTS, "Sở Tài chính"), (ASSISTS, "Công an tỉnh")],
    ),
    # the word alone joins nobody
    ("Công an tỉnh ban hành Quy chế phối hợp giữ trật tự.", [(LEADS, "Công an tỉnh")]),
    ("Sở Tài chính nâng cao hiệu quả phối hợp liên ngành.", [(LEADS, "Sở Tài chính")]),
]


@pytest.mark.parametrize(("item", "expected"), ONE_DUTY)
def test_one_duty_has_who_leads_and_who_assists(
    item: str, expected: list[tuple[str, str]]
) -> None:
    source = decode_source("ke-hoach.txt", PLAN.format(f"1. {item}").encode())
    (document,) = read_record(source).documents
    (task,) = document.tasks
    told = [
        (one.type, one.target.name)
        for one in task.relations
        if isinstance(one.target, UnitMention)
    ]
    assert told == expected
