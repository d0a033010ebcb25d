"""Heads as real copies print them: numbers with blanks or by hand, dates in short, joint issuers,
signers of every print.
"""

from __future__ import annotations

import pytest

from luocdo.graph.records import DocumentMention, DocumentRecord, PersonMention, UnitMention
from luocdo.loaders.reading import read_record
from luocdo.loaders.source import decode_source

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n"
PROVINCE = "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\n-------\n"
BODY = "\nI. NHIỆM VỤ\n1. Sở Nội vụ theo dõi việc trồng cây trước ngày 30/6/2026.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n"
SIGNED = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Nam\n"


def read(text: str) -> DocumentRecord:
    return read_record(decode_source("a.txt", text.encode())).documents[0]


def plan(
    number: str = "Số: 5/KH-UBND",
    day: str = "Nghệ An, ngày 04 tháng 3 năm 2026",
    signed: str = SIGNED,
    above: str = PROVINCE,
    kind: str = "KẾ HOẠCH\nTrồng cây",
) -> DocumentRecord:
    return read(f"{above}{MOTTO}{number}\n{day}\n{kind}\n{BODY}{signed}")


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("Số: 321/KH - UBND", "321/KH-UBND"),
        ("Số: 321/KH- UBND", "321/KH-UBND"),
        ("Số : 321 / KH - UBND", "321/KH-UBND"),
        ("Số: 15/KH –UBND", "15/KH-UBND"),
        ("Số: 1 234/KH-UBND", "1234/KH-UBND"),
        ("Số: 12/KH-UBND - Nghệ An, mùa xuân", "12/KH-UBND"),
        ("Số: 7⁄KH-UBND", "7/KH-UBND"),
    ],
)
def test_blanks_within_a_number_are_passed_over(printed: str, number: str) -> None:
    assert plan(printed).header.number == number


@pytest.mark.parametrize(
    "printed", ["Số: …/CT-UBND", "Số: ......./CT-UBND", "Số:        /CT-UBND", "Số: 4%1/CT-UBND"]
)
def test_a_number_that_is_blank_or_written_by_hand_still_tells_kind_and_issuer(
    printed: str,
) -> None:
    header = plan(
        printed, kind="CHỈ THỊ\nVề việc trồng cây", signed="CHỦ TỊCH\nTrần Văn Nam\n"
    ).header
    assert (header.number, header.unnumbered, header.body) == (
        None,
        True,
        "Ủy ban nhân dân tỉnh Nghệ An",
    )


@pytest.mark.parametrize(
    ("printed", "day", "year"),
    [
        ("Nghệ An, ngày 04/3/2026", "2026-03-04", 2026),
        ("Nghệ An, 4.3.2026", "2026-03-04", 2026),
        ("Nghệ An, ngày 04 tháng 3 năm 20 26", "2026-03-04", 2026),
        ("Nghệ An, ngày … tháng 3 năm 2026", None, 2026),
        ("Nghệ An, ngày.....tháng.....năm 2026", None, 2026),
    ],
)
def test_dates_in_all_prints(printed: str, day: str | None, year: int) -> None:
    header = plan(day=printed).header
    assert (header.date, header.year) == (day, year)


def test_letters_of_old_fonts_are_read_as_the_letters_they_stand_for() -> None:
    document = read(
        f"TRƢỜNG ĐẠI HỌC HOA SEN\n-------\n{MOTTO}Số: 25/QĐ-HS\nHà Nội, ngày 04 tháng 3 năm 2026\nQUYẾT ĐỊNH\n"
        "Về việc khen thƣởng\nHIỆU TRƢỞNG TRƢỜNG ĐẠI HỌC HOA SEN\nCăn cứ Điều lệ Trƣờng Đại học Hoa Sen;\nQUYẾT ĐỊNH:\n"
        "Điều 1. Giao Phòng Đào tạo chủ trì trƣớc ngày 15 tháng 4 năm 2026.\n\nNơi nhận:\n- Nhƣ Điều 1;\n- Lƣu: VT, ĐT.\n\n"
        "KT. HIỆU TRƢỞNG\nPHÓ HIỆU TRƢỞNG\nTrần Văn Nam\n"
    )
    assert document.header.issuer == "Trường Đại học Hoa Sen"
    assert document.header.title == "Về việc khen thưởng"
    assert document.header.signer_title == "KT. HIỆU TRƯỞNG PHÓ HIỆU TRƯỞNG"
    assert [one.evidence.quote for one in document.relations if one.type == "DRAFTED_BY"] == [
        "Lƣu: VT, ĐT."
    ]


def test_a_page_number_on_its_own_line_is_no_part_of_a_number() -> None:
    text = f"{PROVINCE}{MOTTO}Số: 5/QĐ-UBND\nNghệ An, ngày 04 tháng 3 năm 2026\nQUYẾT ĐỊNH\nVề việc trồng cây\n"
    text += "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Quyết định số\n2\n131/QĐ-TTg ngày\n3\n25 tháng 01 năm 2022 của Thủ tướng;\n"
    document = read(f"{text}QUYẾT ĐỊNH:\nĐiều 1. Trồng cây.\n{BODY}{SIGNED}")
    bases = [one.target for one in document.relations if one.type == "BASED_ON"]
    cited = [(one.number, one.date) for one in bases if isinstance(one, DocumentMention)]
    assert cited == [("131/QĐ-TTg", "2022-01-25")]


def test_several_bodies_issue_and_sign_together() -> None:
    document = plan(
        "Số: 12/2015/TTLT-BNV-BTC",
        "Hà Nội, ngày 04 tháng 3 năm 2015",
        "KT. BỘ TRƯỞNG BỘ TÀI CHÍNH\nTHỨ TRƯỞNG\nTrần Văn Nam\n\nKT. BỘ TRƯỞNG BỘ NỘI VỤ\nTHỨ TRƯỞNG\nLê Văn Bình\n",
        "BỘ NỘI VỤ - BỘ TÀI CHÍNH\n-------\n",
        "THÔNG TƯ LIÊN TỊCH\nHướng dẫn trồng cây",
    )
    issued = [one.target for one in document.relations if one.type == "ISSUED_BY"]
    signed = [one.target for one in document.relations if one.type == "SIGNED_BY"]
    assert [one.name for one in issued if isinstance(one, UnitMention)] == [
        "Bộ Nội vụ",
        "Bộ Tài chính",
    ]
    assert [one.name for one in signed if isinstance(one, PersonMention)] == [
        "Trần Văn Nam",
        "Lê Văn Bình",
    ]
    assert (
        plan(above="BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI\n-------\n").header.issuer
        == "Bộ Lao động - Thương binh và Xã hội"
    )


@pytest.mark.parametrize(
    ("block", "name", "post"),
    [
        ("CHỦ TỊCH\n\nTRẦN VĂN NAM\n", "Trần Văn Nam", "CHỦ TỊCH"),
        ("CHỈ HUY TRƯỞNG\nĐại tá Trần Văn Nam\n", "Trần Văn Nam", "CHỈ HUY TRƯỞNG"),
        ("TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ Y TẾ\n(Đã ký)\nPGS. TS. Trần Văn Nam\n", "Trần Văn Nam", "TUQ. CHỦ TỊCH GIÁM ĐỐC SỞ Y TẾ"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nĐã ký: Trần Văn Nam\n", "Trần Văn Nam", "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH"),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nY Hoa Niê Kđăm\n", "Y Hoa Niê Kđăm", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH"),
        ("Q. GIÁM ĐỐC\nTrần Văn Nam\n", "Trần Văn Nam", "Q. GIÁM ĐỐC"),
    ],
)  # fmt: skip
def test_signers_in_all_prints(block: str, name: str, post: str) -> None:
    header = plan(signed=block).header
    assert (header.signer, header.signer_title) == (name, post)


def test_a_digital_signature_printed_as_text_signs_where_no_block_is_printed() -> None:
    seal = "Ký bởi: {}\nCơ quan: Ủy ban nhân dân tỉnh Nghệ An\nNgày ký: 04/03/2026 {} +07:00\n"
    document = plan(
        signed=seal.format("Lê Văn Bình", "14:00:00")
        + seal.format("Trần Văn Nam", "15:11:03")
        + seal.format("Ủy ban nhân dân tỉnh Nghệ An", "16:00:00")
    )
    edges = [one for one in document.relations if one.type == "SIGNED_BY"]
    signed = [(getattr(one.target, "name", None), one.properties["signature"]) for one in edges]
    assert signed == [
        ("Lê Văn Bình", "initial"),
        ("Trần Văn Nam", "digital"),
        ("Ủy ban nhân dân tỉnh Nghệ An", "digital"),
    ]
    assert document.header.signer == "Trần Văn Nam"


def test_a_stamp_above_the_letterhead_is_no_issuer() -> None:
    stamp = "Người ký: CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ\nEmail: a@chinhphu.vn\nThời gian ký: 04.03.2026 15:11:03 +07:00\n"
    assert plan(above=stamp + PROVINCE).header.issuer == "Ủy ban nhân dân tỉnh Nghệ An"


def test_a_body_in_the_title_is_no_issuer() -> None:
    kind = "NGHỊ QUYẾT\nCHI PHỤC VỤ BẦU CỬ ĐẠI BIỂU QUỐC HỘI KHÓA XVI VÀ ĐẠI BIỂU HỘI ĐỒNG NHÂN DÂN CÁC CẤP"
    header = plan(
        "Số: 9/2026/NQ-HĐND", above="HỘI ĐỒNG NHÂN DÂN\nTỈNH NGHỆ AN\n-------\n", kind=kind
    ).header
    assert header.issuer == "Hội đồng nhân dân tỉnh Nghệ An"


@pytest.mark.parametrize(
    "head",
    [
        "UBND TỈNH HÀ TĨNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ CÔNG THƯƠNG\tĐộc lập - Tự do - Hạnh phúc\n",
        "UBND TỈNH HÀ TĨNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ CÔNG THƯƠNG\nĐộc lập - Tự do - Hạnh phúc\n",
        "UBND TỈNH HÀ TĨNH\nSỞ CÔNG THƯƠNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n",
    ],
)
def test_the_motto_beside_the_issuer_does_not_cut_its_lines(head: str) -> None:
    text = f"{head}Số: 61/KH-SCT\nHà Tĩnh, ngày 03 tháng 02 năm 2026\nKẾ HOẠCH\nBình ổn giá\n{BODY}GIÁM ĐỐC\nTrần Văn Nam\n"
    assert read(text).header.issuer == "Sở Công Thương tỉnh Hà Tĩnh"


@pytest.mark.parametrize(
    ("above", "number", "kind", "issuer"),
    [
        (
            "SỞ Y TẾ - BẢO HIỂM XÃ HỘI TỈNH\n-------\n",
            "12/CTPH-SYT-BHXH",
            "CHƯƠNG TRÌNH PHỐI HỢP\nQuản lý",
            "Sở Y tế",
        ),
        (
            "HỘI NÔNG DÂN - HỘI LÀM VƯỜN\n-------\n",
            "3/KHLT-HND-HLV",
            "KẾ HOẠCH LIÊN TỊCH\nTrồng cây",
            "Hội nông dân",
        ),
        (
            "TỈNH ĐOÀN - HỘI SINH VIÊN\n-------\n",
            "7/QCPH-TĐ-HSV",
            "QUY CHẾ PHỐI HỢP\nTrồng cây",
            "Tỉnh đoàn",
        ),
    ],
)
def test_bodies_that_nobody_knows_issue_together_too(
    above: str, number: str, kind: str, issuer: str
) -> None:
    header = plan(f"Số: {number}", above=above, kind=kind).header
    assert header.number == number
    assert header.kind == kind.split("\n", maxsplit=1)[0].capitalize()
    assert header.issuer
    assert header.issuer.lower() == issuer.lower()


@pytest.mark.parametrize(
    "name", ["Lan Thị Vân", "Y Biêr Niê", "H'Yim Kđoh", "Sùng A Hồ", "Điểu Huỳnh Sang"]
)
@pytest.mark.parametrize(
    "above", ["TM. BAN THƯỜNG TRỰC\nCHỦ TỊCH\n", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\n\n"]
)
def test_a_name_of_a_rare_family_signs_below_its_post(name: str, above: str) -> None:
    assert plan(signed=f"{above}{name}\n").header.signer == name


@pytest.mark.parametrize("line", ["Như trên", "Sở Nội vụ", "Hà Nội, ngày 5", "xem Phụ lục"])
def test_what_is_no_name_below_a_post_signs_nothing(line: str) -> None:
    assert plan(signed=f"TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n{line}\n").header.signer is None


@pytest.mark.parametrize(
    ("letterhead", "issuer"),
    [
        # a name over two lines, whose second begins no name, or whose first is a head word alone
        ("TỈNH ỦY\nNGHỆ AN\n*\n", "Tỉnh ủy Nghệ An"),
        ("TẬP ĐOÀN CÔNG NGHIỆP\nTHAN - KHOÁNG SẢN VIỆT NAM\n", "Tập đoàn Công nghiệp Than - Khoáng sản Việt Nam"),
        ("TỔNG CÔNG TY\nĐIỆN LỰC MIỀN NAM\n", "Tổng Công Ty Điện Lực Miền Nam"),
        ("BỘ CÔNG THƯƠNG\nCỤC XÚC TIẾN\nTHƯƠNG MẠI\n", "Cục Xúc tiến thương mại"),
        # a name beside the motto, also where a hook was lost
        (f"ỦY BAN NHÂN DÂN\t{MOTTO.splitlines()[0]}\nTỈNH NGHỆ AN\tĐộc lập - Tự do\n", "Ủy ban nhân dân tỉnh Nghệ An"),
        (f"UY BAN NHÂN DÂN      {MOTTO.splitlines()[0]}\nTỈNH NGHỆ AN      Độc lập - Tự do\n", "Ủy ban nhân dân tỉnh Nghệ An"),
        # a unit below its ministry
        ("BỘ Y TẾ\nCỤC QUẢN LÝ DƯỢC\n", "Cục Quản lý Dược"),
    ],
)  # fmt: skip
def test_an_issuer_over_two_lines_is_one(letterhead: str, issuer: str) -> None:
    header = plan("Số: 5/KH", above=letterhead).header
    assert header.issuer == issuer
