"""Roles in brackets behind an item's words are read as fields are, each with the names before it;
a time limit behind them is no unit.
"""

from __future__ import annotations

import pytest

from luocdo.graph.records import UnitMention
from luocdo.loaders.reading import read_record
from luocdo.loaders.source import Source

HEAD = (
    "TRƯỜNG ĐẠI HỌC NGOẠI NGỮ\nSố: 402/KH-ĐHNN\n\nĐà Nẵng, ngày 03 tháng 9 năm 2026\n\n"
    "KẾ HOẠCH\nTuần lễ đọc sách\n\nNhà trường ban hành Kế hoạch như sau:\n\n"
)
END = "\n\nNơi nhận:\n- Các đơn vị;\n- Lưu: VT.\nHIỆU TRƯỞNG\nPhan Thị Yến\n"
ROWS = [
    ("(Phòng Đào tạo chủ trì)", ["Phòng Đào tạo"], [], []),
    (
        "(Phòng Đào tạo chủ trì, Khoa Ngữ văn phối hợp, làm thường xuyên)",
        ["Phòng Đào tạo"],
        ["Khoa Ngữ văn"],
        ["ongoing"],
    ),
    (
        "(Phòng Đào tạo chủ trì; Khoa Ngữ văn, Khoa Toán phối hợp; xong trước ngày 30/10/2026)",
        ["Phòng Đào tạo"],
        ["Khoa Ngữ văn", "Khoa Toán"],
        ["2026-10-30"],
    ),
    (  # the same with labels before the names, and a limit without one
        "(Chủ trì: Phòng Đào tạo; phối hợp: Khoa Ngữ văn; hoàn thành trước ngày 30/10/2026)",
        ["Phòng Đào tạo"],
        ["Khoa Ngữ văn"],
        ["2026-10-30"],
    ),
]


@pytest.mark.parametrize(("brackets", "leads", "helps", "limits"), ROWS)
def test_roles_in_brackets_belong_to_the_item(
    brackets: str, leads: list[str], helps: list[str], limits: list[str]
) -> None:
    text = f"{HEAD}1. Bày sách ở sảnh chính {brackets}.\n2. Phòng Đào tạo lập danh mục.{END}"
    (document,) = read_record(Source("ke-hoach.txt", text, "0")).documents
    task = next(one for one in document.tasks if one.code == "1")
    named = [
        (one.type, one.target.name)
        for one in task.relations
        if isinstance(one.target, UnitMention)
    ]
    assert task.text == "Bày sách ở sảnh chính"
    assert [name for kind, name in named if kind == "LED_BY"] == leads
    assert [name for kind, name in named if kind == "COORDINATED_BY"] == helps
    assert [one.end_date or one.kind for one in task.deadlines] == limits
