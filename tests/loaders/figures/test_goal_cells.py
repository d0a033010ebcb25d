"""A column of aims in a table of tasks sets the goals of its tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.loaders.reading import read_file

if TYPE_CHECKING:
    from pathlib import Path

PAPER = """ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN
Số: 88/KH-UBND
Nghệ An, ngày 04 tháng 3 năm 2026

KẾ HOẠCH
Thư viện số giai đoạn 2026 - 2028

Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
I. NHIỆM VỤ
TT\tNhiệm vụ\tMục tiêu đến năm 2028\tĐơn vị chủ trì\tThời gian
1\tXây dựng thư viện số\t100% trường học; trên 50% xã có thư viện số\tSở Nội vụ\tNăm 2027
2\tTập huấn\tNâng cao kỹ năng\tSở Y tế\tNăm 2026

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Nam
"""


def test_each_figure_of_a_cell_of_aims_is_a_goal_of_its_task_by_the_years_end(
    tmp_path: Path,
) -> None:
    source = tmp_path / "88.txt"
    source.write_text(PAPER, encoding="utf-8")
    (document,) = read_file(source).documents
    first, second = (task for task in document.tasks if task.origin == "annex")
    assert [(one.value, one.unit, one.by) for one in first.targets] == [
        ("100%", "%", "2028-12-31"),
        ("trên 50%", "%", "2028-12-31"),
    ]
    assert second.targets == ()
