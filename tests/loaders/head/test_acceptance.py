"""What is a document and what is none: a lost head refuses no plan, a motto makes no form a
document.
"""

from __future__ import annotations

import pytest

from luocdo.graph.errors import SourceError
from luocdo.loaders.reading import read_record
from luocdo.loaders.source import decode_source

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
ITEMS = (
    "1. Phòng Hạ tầng chủ trì lập danh mục tuyến phố, hoàn thành trước ngày 30/6/2026.\n"
    "2. Văn phòng Sở phối hợp chuẩn bị kinh phí.\n"
)
ROLES = """BẢNG THEO DÕI NHIỆM VỤ THÁNG 3 CỦA CÁC ĐƠN VỊ
STT\tNhiệm vụ\tĐơn vị chủ trì\tThời hạn
1\tLập danh mục tuyến phố\tSở Xây dựng\t30/6/2026
"""
PAPERS = {
    "kind and issuer in the title": f"KẾ HOẠCH\nTrồng cây của Sở Xây dựng\n{ITEMS}",
    "body whose meeting is concluded": f"KẾT LUẬN CUỘC HỌP BAN CHỈ ĐẠO TRỒNG CÂY TỈNH NGHỆ AN\n{ITEMS}",
    "issuer alone": f"SỞ XÂY DỰNG\nTỈNH NGHỆ AN\n\nPHÂN CÔNG VIỆC TRỒNG CÂY NĂM 2026\n\n{ITEMS}",
    "number in a sentence": f"Kế hoạch số 77/KH-UBND ngày 04/3/2026 của UBND tỉnh Nghệ An về trồng cây\n{ITEMS}",
    "minutes with a number": f"{MOTTO}BIÊN BẢN HỌP\nSố: 5/BB-SXD\n{ITEMS}",
}
BLANK = 30 * "."
OTHERS = (
    (
        "bài viết",
        f"""Phê duyệt Kế hoạch trồng cây
(Chinhphu.vn) - Thủ tướng Chính phủ vừa phê duyệt Kế hoạch trồng cây.
{ITEMS}""",
    ),
    (
        "bài viết",
        f"""BỘ XÂY DỰNG CÔNG BỐ KẾ HOẠCH TRỒNG CÂY
Ngày đăng: 04/3/2026 - Lượt xem: 120
{ITEMS}Tác giả: Hoa Mai
""",
    ),
    (
        "bài viết",
        f"""LUẬT CÂY XANH: NHỮNG ĐIỂM MỚI
Căn cứ Luật Cây xanh, bài viết dưới đây nêu những điểm mới.
{ITEMS}""",
    ),
    (
        "biểu mẫu",
        f"""Mẫu số 01
{MOTTO}ĐƠN ĐỀ NGHỊ CẤP GIẤY PHÉP
Kính gửi: {BLANK}
1. Tên tổ chức: {BLANK}
2. Địa chỉ: {BLANK}
Tôi xin cam kết thực hiện đúng nội dung giấy phép và chịu trách nhiệm trước pháp luật.
""",
    ),
    (
        "biểu mẫu",
        f"""{MOTTO}TỜ KHAI ĐĂNG KÝ TRỒNG CÂY
Kính gửi: Ủy ban nhân dân phường {BLANK}
Họ và tên: {BLANK} Ngày sinh: {BLANK}
Đề nghị cấp giấy đăng ký trồng cây.
""",
    ),
    (
        "biểu mẫu",
        f"""TÊN CƠ QUAN, TỔ CHỨC
{MOTTO}Số: .../BC-...
BÁO CÁO
Về việc {BLANK}
Kính gửi: {BLANK}
1. Tình hình: {BLANK}
2. Kết quả: {BLANK}
3. Kiến nghị: {BLANK}
Nơi nhận:
- ...;
- Lưu: ...
""",
    ),
    (
        "thủ tục hành chính",
        """Thủ tục cấp giấy phép trồng cây
Trình tự thực hiện:
Bước 1: Tổ chức nộp hồ sơ.
Bước 2: Sở Xây dựng thẩm định.
Thành phần hồ sơ:
1. Đơn.
2. Bản vẽ.
Thời hạn giải quyết: 05 ngày làm việc
Cơ quan thực hiện: Sở Xây dựng
Lệ phí: không
""",
    ),
    (
        "thủ tục hành chính",
        """STT\tTên thủ tục\tThời hạn giải quyết\tCơ quan thực hiện\tPhí, lệ phí
1\tCấp giấy phép trồng cây\t05 ngày\tSở Xây dựng\tKhông
2\tGia hạn giấy phép trồng cây\t03 ngày\tSở Xây dựng\tKhông
""",
    ),
    (
        "bảng kê",
        """BẢNG GIÁ CÂY GIỐNG
TT\tTên cây\tĐơn vị tính\tĐơn giá
1\tBàng\tcây\t120.000
2\tPhượng\tcây\t90.000
3\tXà cừ\tcây\t100.000
""",
    ),
    (
        "bảng kê",
        """KẾ HOẠCH BÀI DẠY
Quang hợp ở cây xanh
I. MỤC TIÊU
1. Về kiến thức: học sinh trình bày được quang hợp.
2. Về năng lực: học sinh tự làm thí nghiệm.
""",
    ),
)


@pytest.mark.parametrize("text", PAPERS.values(), ids=PAPERS)
def test_a_paper_that_lost_its_head_is_read(text: str) -> None:
    record = read_record(decode_source("a.txt", text.encode()))
    assert sum(len(one.tasks) for one in record.documents) >= 1


@pytest.mark.parametrize(("what", "text"), OTHERS)
def test_what_is_no_document_is_refused_by_name(what: str, text: str) -> None:
    with pytest.raises(SourceError, match=what):
        read_record(decode_source("a.txt", text.encode()))


def test_a_refusal_says_what_was_missing_and_how_to_load_it_anyway() -> None:
    with pytest.raises(SourceError, match=r"thiếu số, ký hiệu, cơ quan ban hành.*--anyway"):
        read_record(decode_source("a.txt", OTHERS[-2][1].encode()))


def test_a_table_of_work_without_a_head_is_read_where_it_is_wished() -> None:
    with pytest.raises(SourceError, match="bảng kê"):
        read_record(decode_source("a.txt", ROLES.encode()))
    (document,) = read_record(decode_source("a.txt", ROLES.encode()), anyway=True).documents
    assert [task.text for task in document.tasks] == ["Lập danh mục tuyến phố"]


def test_anyway_it_is_read_and_reported() -> None:
    record = read_record(decode_source("a.txt", OTHERS[0][1].encode()), anyway=True)
    assert [one.kind for one in record.issues if one.kind == "not_a_document"] == [
        "not_a_document"
    ]


def test_the_issuer_of_a_paper_without_kind_and_date_is_its_letterhead() -> None:
    record = read_record(decode_source("a.txt", PAPERS["issuer alone"].encode()))
    assert record.documents[0].header.issuer == "Sở Xây dựng tỉnh Nghệ An"
