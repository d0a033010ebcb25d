"""An item that begins with a body and became no task is listed, whether anybody knows the body or
its verb.
"""

from __future__ import annotations

import pytest

from luocdo.loaders.reading import read_record
from luocdo.loaders.source import decode_source

PLAN = (
    "SỞ Y TẾ LÂM ĐỒNG\nBỆNH VIỆN ĐA KHOA TỈNH\n\nSố: 33/KH-BVĐK\nLâm Đồng, ngày 12 tháng 02 năm 2026\n\nKẾ HOẠCH\nTrực lễ\n\n"
    "IV. TỔ CHỨC THỰC HIỆN\n{}\n\nNơi nhận:\n- Các khoa;\n- Lưu: VT.\n\nGIÁM ĐỐC\nTrần Văn Bình\n"
)


@pytest.mark.parametrize(
    "item",
    [
        "1. Bộ phận Dược nhúng nhính tủ thuốc.",
        "1. Ban Quản lý Khu bảo tồn đất ngập nước Láng Sen nhúng nhính đàn sếu.",
        "1. Hội Khuyến học phường nhúng nhính học sinh.",
    ],
)
def test_an_item_of_a_body_is_a_task_or_listed(item: str) -> None:
    record = read_record(decode_source("ke-hoach.txt", PLAN.format(item).encode()))
    tasks = [task for document in record.documents for task in document.tasks]
    listed = [issue for issue in record.issues if issue.kind == "unread_duty"]
    assert tasks or listed


def test_a_name_alone_is_not_listed() -> None:
    record = read_record(
        decode_source(
            "ke-hoach.txt", PLAN.format("1. Hội Khuyến học phường\n- Trồng cây.").encode()
        )
    )
    assert [issue for issue in record.issues if issue.kind == "unread_duty"] == []
