"""Lists of recipients: who is named, however the list is printed and shortened; what names nobody
is reported.
"""

from __future__ import annotations

import pytest

from luocdo.graph.records import UnitMention
from luocdo.loaders.reading import read_record
from luocdo.loaders.source import decode_source

PROVINCE = """ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 77/KH-UBND
Nghệ An, ngày 04 tháng 3 năm 2026

KẾ HOẠCH
Trồng cây bóng mát năm 2026

Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
1. Sở Xây dựng lập danh mục tuyến phố.
{closing}
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Nam
"""
LETTER = """BỘ Y TẾ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 88/BYT-VP
V/v tủ thuốc trường học
Hà Nội, ngày 04 tháng 3 năm 2026
{to}
Thực hiện Luật Dược, Bộ Y tế đề nghị rà soát tủ thuốc.

Nơi nhận:
- Như trên;
- Lưu: VT, VP.

BỘ TRƯỞNG
Trần Văn Nam
"""


def named(text: str, edge: str = "SENT_TO") -> list[str]:
    record = read_record(decode_source("a.txt", text.encode()))
    relations = [one for one in record.documents[0].relations if one.type == edge]
    return [one.target.name for one in relations if isinstance(one.target, UnitMention)]


def listed(*lines: str, edge: str = "SENT_TO") -> list[str]:
    return named(PROVINCE.format(closing="\n".join(("Nơi nhận:", *lines))), edge)


def test_the_first_recipient_is_read_whether_or_not_the_list_refers_to_an_article() -> None:
    assert listed("- Bộ Y tế;", "- Sở Tài chính;", "- Lưu: VT.") == ["Bộ Y tế", "Sở Tài chính"]
    assert listed("- Như Điều 3;", "- Bộ Y tế;", "- Lưu: VT.") == ["Bộ Y tế"]
    assert named(PROVINCE.format(closing="Nơi nhận: Bộ Y tế;\n- Sở Tài chính;\n- Lưu: VT.")) == [
        "Bộ Y tế",
        "Sở Tài chính",
    ]
    assert named(PROVINCE.format(closing="Nơi nhận: - Bộ Y tế; - Sở Tài chính; - Lưu: VT.")) == [
        "Bộ Y tế",
        "Sở Tài chính",
    ]


def test_nothing_behind_the_filing_entry_is_a_recipient() -> None:
    assert listed("- Bộ Y tế;", "- Lưu: VT.", "Ghi chú", "- Bỏ cụm từ trong tên thủ tục;") == [
        "Bộ Y tế"
    ]


def test_a_signature_beside_the_list_is_no_recipient() -> None:
    table = "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Bộ Y tế;\tCHỦ TỊCH\n- Sở Tài chính;\n- Lưu: VT.\tTrần Văn Nam"
    assert named(PROVINCE.format(closing=table)) == ["Bộ Y tế", "Sở Tài chính"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        # the head of a list goes to each
        ("- Thường trực: Tỉnh ủy, HĐND tỉnh;", ["Thường trực Tỉnh ủy", "Thường trực HĐND tỉnh"]),
        ("- Các phòng thuộc Sở: GDMN, GDTH;", ["Phòng GDMN", "Phòng GDTH"]),
        ("- Các Bộ: XD, TC;", ["Bộ XD", "Bộ TC"]),
        ("- Phòng QLDN, KTR1;", ["Phòng QLDN", "Phòng KTR1"]),
        # the people of an office stand for it
        ("- Chánh, các PCVP UBND tỉnh;", ["Văn phòng UBND tỉnh"]),
        ("- LĐVP;", ["Văn phòng"]),
        ("- VP UBND tỉnh: LĐVP, TH, KT;", ["VP UBND tỉnh"]),
        ("- VPCP: BTCN, các PCN; các Vụ: TH, NN;", ["VPCP"]),
        # one class of several bodies is one recipient, bodies of one place are several
        ("- HĐND, UBND các tỉnh, TP trực thuộc Trung ương;", ["HĐND, UBND các tỉnh, TP trực thuộc Trung ương"]),
        ("- Thường trực Huyện ủy, Thành ủy;", ["Thường trực các Huyện ủy, Thành ủy"]),
        ("- Tỉnh ủy, HĐND, UBND tỉnh Phú Thọ;", ["Tỉnh ủy Phú Thọ", "HĐND tỉnh Phú Thọ", "UBND tỉnh Phú Thọ"]),
        # a unit and the body it belongs to
        ("- Cục KSTTHC, Văn phòng Chính phủ;", ["Cục KSTTHC - Văn phòng Chính phủ"]),
        ("- Vụ Pháp chế (Bộ Công Thương);", ["Vụ Pháp chế - Bộ Công Thương"]),
        ("- Cục Kiểm tra văn bản và Quản lý xử lý vi phạm hành chính\n- Bộ Tư pháp;",
         ["Cục Kiểm tra văn bản và Quản lý xử lý vi phạm hành chính - Bộ Tư pháp"]),
        # posts in short form
        ("- PTTg Trần Văn Nam;", ["Phó Thủ tướng Chính phủ"]),
        ("- TTgCP, các PTTgCP;", ["Thủ tướng Chính phủ", "các Phó Thủ tướng Chính phủ"]),
        ("- Cổng thông tin điện tử tỉnh;", ["Cổng thông tin điện tử tỉnh"]),
    ],
)  # fmt: skip
def test_an_entry_names_whom_a_clerk_would_write_to(line: str, names: list[str]) -> None:
    assert listed(line, "- Lưu: VT.") == names


def test_a_dot_within_a_post_parts_nothing() -> None:
    assert listed("- Chủ tịch, các PCT. UBND tỉnh;", "- Lưu: VT.") == [
        "Chủ tịch UBND tỉnh",
        "các Phó Chủ tịch UBND tỉnh",
    ]


def test_a_sign_is_the_unit_that_the_document_names_with_these_initials() -> None:
    text = PROVINCE.replace(
        "1. Sở Xây dựng", "1. Phòng Hạ tầng kỹ thuật đô thị phối hợp. Sở Xây dựng"
    )
    record = read_record(
        decode_source(
            "a.txt",
            text.format(closing="Nơi nhận:\n- Bộ Y tế;\n- Lưu: VT, Phòng HTKTĐT.").encode(),
        )
    )
    assert record.documents[0].abbreviations["Phòng HTKTĐT"] == "Phòng Hạ tầng kỹ thuật đô thị"


def test_what_a_recipient_gets_it_for_is_no_part_of_the_name() -> None:
    text = PROVINCE.format(
        closing="Nơi nhận:\n- Bộ Y tế (để b/c);\n- Sở Nội vụ để t/h;\n- Sở Tư pháp (p/h);\n- Lưu: VT."
    )
    sent = [
        one
        for one in read_record(decode_source("a.txt", text.encode())).documents[0].relations
        if one.type == "SENT_TO"
    ]
    assert [
        (one.target.as_printed, one.properties["purpose"])
        for one in sent
        if isinstance(one.target, UnitMention)
    ] == [
        ("Bộ Y tế", "để b/c"),
        ("Sở Nội vụ", "để t/h"),
        ("Sở Tư pháp", "p/h"),
    ]


def test_a_head_printed_once_is_quoted_with_each_name() -> None:
    text = PROVINCE.format(closing="Nơi nhận:\n- Thường trực: Tỉnh ủy, HĐND tỉnh;\n- Lưu: VT.")
    sent = [
        one
        for one in read_record(decode_source("a.txt", text.encode())).documents[0].relations
        if one.type == "SENT_TO"
    ]
    assert [(one.evidence.quote, one.evidence.as_printed) for one in sent] == [
        ("Thường trực … Tỉnh ủy", "Thường trực Tỉnh ủy"),
        ("Thường trực … HĐND tỉnh", "Thường trực HĐND tỉnh"),
    ]


@pytest.mark.parametrize("line", ["- Trần Văn Nam (để báo cáo);", "- Bà Lê Thị Hoa;"])
def test_a_person_is_no_unit_and_is_reported(line: str) -> None:
    text = PROVINCE.format(closing=f"Nơi nhận:\n{line}\n- Lưu: VT.")
    record = read_record(decode_source("a.txt", text.encode()))
    assert listed(line, "- Lưu: VT.") == []
    assert [one.kind for one in record.issues if one.kind == "recipient"] == ["recipient"]


@pytest.mark.parametrize(
    ("line", "units"),
    [
        ("- Lưu: VT, HCQT, NC.Châu.", ["HCQT", "NC"]),
        ("- Lưu: VT, N.H.Điệp.", []),
        ("- Lưu: VT (VDuẩn).", []),
        ("- Lưu: VT, (ĐT/VMN).", ["ĐT"]),
        ("- Lưu VT, CS", ["CS"]),
        ("- Lưu: VT, VP10, 11.", ["VP10", "VP11"]),
        ("- Lưu: VT, Vụ KHTC (5b).", ["Vụ KHTC"]),
        ("- Lưu Văn phòng Trung ương Đảng.", ["Văn phòng Trung ương Đảng"]),
    ],
)
def test_the_filing_entry_names_the_drafting_units(line: str, units: list[str]) -> None:
    assert listed("- Bộ Y tế;", line, edge="DRAFTED_BY") == units


@pytest.mark.parametrize(
    "to",
    [
        "Kính gửi:\n- Sở Y tế các tỉnh;\n- Các Viện Pasteur.\n",
        "Kính gửi:\t- Sở Y tế các tỉnh;<br>- Các Viện Pasteur.\n",
        "Kính gửi:\t- Sở Y tế các tỉnh;\n\t- Các Viện Pasteur.\n",
        "| Kính gửi: | - Sở Y tế các tỉnh; - Các Viện Pasteur. |\n|---|---|\n",
        "Kính gửi: Sở Y tế các tỉnh;\nCác Viện Pasteur.\n",
        "Kính gửi: Sở Y tế các tỉnh; Các Viện Pasteur. Căn cứ tình hình dịch bệnh, Bộ Y tế có ý kiến như sau:\n",
    ],
)
def test_addressees_stand_on_the_line_below_it_in_a_cell_or_in_a_table(to: str) -> None:
    assert named(LETTER.format(to=to)) == ["Sở Y tế các tỉnh", "Các Viện Pasteur"]


def test_details_of_an_addressee_are_no_addressees() -> None:
    to = "Kính gửi:\nCông ty cổ phần Hoa Sen; Mã số thuế: 0100100100; Địa chỉ: số 1 phố Hoa, Hà Nội.\n"
    assert named(LETTER.format(to=to)) == ["Công ty cổ phần Hoa Sen"]


def test_a_telegram_is_sent_to_those_it_is_wired_to() -> None:
    text = (
        "THỦ TƯỚNG CHÍNH PHỦ\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---\n"
        "Số: 99/CĐ-TTg\nHà Nội, ngày 04 tháng 3 năm 2026\nCÔNG ĐIỆN\nVề việc chống hạn\nTHỦ TƯỚNG CHÍNH PHỦ điện:\n"
        "- Bộ trưởng Bộ Y tế;\n- Chủ tịch Ủy ban nhân dân tỉnh Nghệ An.\nĐể chống hạn, Thủ tướng Chính phủ yêu cầu:\n"
        "1. Bộ Y tế cấp thuốc.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTHỦ TƯỚNG\nTrần Văn Nam\n"
    )
    assert named(text) == ["Bộ trưởng Bộ Y tế", "Chủ tịch Ủy ban nhân dân tỉnh Nghệ An"]
