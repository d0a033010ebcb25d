"""A monitoring notice is read as one: the state of a row is that of its column, else of the
heading over it.
"""

from __future__ import annotations

import pytest

from luocdo.graph.building.states import state_of
from luocdo.graph.records import Evidence, TaskRecord

CASES = [
    # progress, result, section, state
    ("Đã hoàn thành", None, None, "đã hoàn thành"),
    ("Hoàn thành", None, None, "đã hoàn thành"),
    ("Đã hoàn thành quá hạn", None, None, "hoàn thành quá hạn"),
    (
        "Đang thực hiện",
        "Đã hoàn thành nâng cấp hệ thống",
        None,
        "đang thực hiện",
    ),  # the column of states goes first
    ("Chưa hoàn thành", None, "Nhiệm vụ giao Bộ A", "chưa hoàn thành"),
    ("Chậm tiến độ", None, None, "quá hạn chưa hoàn thành"),
    (None, "Đã hoàn thành. Sở A đã có báo cáo", None, "đã hoàn thành"),
    (None, "Đã hoàn thành nâng cấp hệ thống", None, None),  # a part of the work
    (None, None, "1. Các nhiệm vụ về dữ liệu quá hạn chưa hoàn thành", "quá hạn chưa hoàn thành"),
    (None, None, "II. NHIỆM VỤ ĐÃ HOÀN THÀNH QUÁ HẠN", "hoàn thành quá hạn"),
    (None, None, "III. Nhiệm vụ đang thực hiện", "đang thực hiện"),
    (None, None, "Nhiệm vụ đã hoàn thành và đang thực hiện", None),  # either
    (None, None, "II. ĐÃ HOÀN THÀNH", "đã hoàn thành"),
    (None, None, "Quá hạn chưa hoàn thành (12 nhiệm vụ)", "quá hạn chưa hoàn thành"),
    (
        None,
        None,
        "Sở A thông báo về việc đã hoàn thành nghĩa vụ nộp phí cho Ủy ban xã:",
        None,
    ),  # a citizen's debt
    (None, None, "Đối với công trình đã hoàn thành, chủ đầu tư:", None),  # what is built, no task
    (None, None, "3. Hộ dân đang xử lý hồ sơ vay vốn", None),
    (None, None, "Nhiệm vụ phải hoàn thành trong quý I", None),  # a time, no state
    ("Hoàn thành trong quý I năm 2026", None, None, None),
    (None, None, None, None),
]


@pytest.mark.parametrize(("progress", "result", "section", "state"), CASES)
def test_a_row_stands_as_its_column_else_its_heading_says(
    progress: str | None, result: str | None, section: str | None, state: str | None
) -> None:
    evidence = Evidence(place="", quote="x", from_char=0, to_char=1)
    task = TaskRecord(
        place="Phụ lục › 1",
        text="Kết nối dữ liệu",
        origin="annex",
        evidence=evidence,
        progress=progress,
        result=result,
        section=section,
    )
    assert state_of(task) == state
