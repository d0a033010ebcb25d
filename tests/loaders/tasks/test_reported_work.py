"""Work that ends in its report is due with it and reported to the same; a letter binds those whom
its items name, and its own offices.
"""

from __future__ import annotations

import pytest

from luocdo.loaders.reading import read_record
from luocdo.loaders.source import Source

PLAN = """ỦY BAN NHÂN DÂN
TỈNH BẮC NINH
Số: 402/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bắc Ninh, ngày 03 tháng 3 năm 2030

KẾ HOẠCH
Công tác năm 2030

{body}

Nơi nhận:
- Lưu: VT.
CHỦ TỊCH
Phan Thị Yến
"""
LETTER = """UBND TỈNH BẮC NINH
SỞ NỘI VỤ
Số: 946/SNV-VP
V/v kiểm kê tài sản

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bắc Ninh, ngày 18 tháng 5 năm 2030

Kính gửi:
- Sở Y tế;
- Sở Tài chính;
- Kho bạc Nhà nước Khu vực V.

Sở Nội vụ đề nghị các cơ quan thực hiện:

{body}

Nơi nhận:
- Như trên;
- Lưu: VT.
GIÁM ĐỐC
Hoàng Văn Thạch
"""


@pytest.mark.parametrize(
    ("clause", "due", "to"),
    [
        ("Sở Xây dựng lập danh mục, báo cáo UBND tỉnh trước ngày 20/6/2030.", "2030-06-20", "UBND tỉnh"),
        ("Sở Y tế rà soát bếp ăn, gửi Sở Nội vụ trước ngày 12/6/2030.", "2030-06-12", "Sở Nội vụ"),
        ("Sở Y tế xong hồ sơ trước ngày 10/6/2030, báo cáo UBND tỉnh trước ngày 20/6/2030.", "2030-06-10", None),
        ("Sở Y tế tuần tra các chợ. Báo cáo UBND tỉnh trước ngày 20/6/2030.", None, None),
        ("Sở Y tế xử lý vi phạm, kịp thời báo cáo UBND tỉnh.", None, None),
    ],
)  # fmt: skip
def test_work_is_due_with_the_report_that_ends_its_sentence(
    clause: str, due: str | None, to: str | None
) -> None:
    text = PLAN.format(body=f"1. {clause}")
    work, report = read_record(Source("a.txt", text, "0")).documents[0].tasks
    assert [one.end_date for one in work.deadlines] == ([due] if due else [])
    assert [one.target.as_printed for one in work.relations if one.type == "REPORTS_TO"] == (
        [to] if to else []
    )
    assert any(one.type == "REPORTS_TO" for one in report.relations)


@pytest.mark.parametrize(
    ("body", "leads"),
    [
        # an item that asks one of those addressed ends no list of what all are asked
        ("1. Đề nghị Sở Y tế kiểm kê thuốc.\n2. Đề nghị Kho bạc Nhà nước Khu vực V quan tâm, đối chiếu.", ["Sở Y tế", "Kho bạc Nhà nước Khu vực V"]),
        # offices of its own
        ("1. Sở Y tế kiểm kê thuốc.\n\nPhòng Công nghệ thông tin trích xuất dữ liệu, chuyển các sở trước ngày 16/6/2030.", ["Sở Y tế", "Phòng Công nghệ thông tin"]),
        # below a heading that is a unit, in a paragraph
        ("1. Đối với Kho bạc Nhà nước Khu vực V\nĐối chiếu số dư tài khoản.\n2. Đối với Sở Y tế\nKiểm kê thuốc.", ["Kho bạc Nhà nước Khu vực V", "Sở Y tế"]),
    ],
)  # fmt: skip
def test_a_letter_binds_whom_its_items_name(body: str, leads: list[str]) -> None:
    tasks = read_record(Source("a.txt", LETTER.format(body=body), "0")).documents[0].tasks
    found = [
        one.target.as_printed for task in tasks for one in task.relations if one.type == "LED_BY"
    ]
    assert found == leads


@pytest.mark.parametrize(
    ("body", "leads"),
    [
        # among the recipients, as a heading, behind a label: it ends before a verb that no list has
        ("1. Bộ môn Toán chấm phúc khảo.", ["Bộ môn Toán"]),
        ("1. Tổ Sửa chữa lưu động đường ống\n- Vá điểm rò.\n2. Sở Y tế\n- Kiểm kê thuốc.\n3. Tổ Sửa chữa lưu động đường ống trực đêm.",
         ["Tổ Sửa chữa lưu động đường ống", "Sở Y tế", "Tổ Sửa chữa lưu động đường ống"]),
        # but never before a longer name, or before the places that it is meant of
        ("1. Phòng Kinh tế - Hạ tầng gút số liệu.", ["Phòng Kinh tế - Hạ tầng"]),
        ("1. Hội Người mù các xã, phường vá áo.", ["Hội Người mù các xã, phường"]),
    ],
)  # fmt: skip
def test_a_name_that_the_paper_prints_whole_ends_itself(body: str, leads: list[str]) -> None:
    recipients = "- Bộ môn Toán;\n- Phòng Kinh tế;\n- Hội Người mù;\n- Lưu: VT."
    text = PLAN.format(body=body).replace("- Lưu: VT.", recipients)
    tasks = read_record(Source("a.txt", text, "0")).documents[0].tasks
    found = [
        one.target.as_printed for task in tasks for one in task.relations if one.type == "LED_BY"
    ]
    assert found == leads
