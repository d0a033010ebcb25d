"""How texts name documents: what is found, what the text says of it, and what is no citation."""

from __future__ import annotations

import pytest

from luocdo.loaders.citations.finding import Citation, find_citations
from luocdo.loaders.text.page import Page, Span


def read(text: str) -> list[Citation]:
    page = Page.of("x.txt", text)
    return [one for one in find_citations(page, Span(0, len(page.flat))) if not one.mention.local]


def numbers(text: str) -> list[str | None]:
    return [one.mention.number for one in read(text)]


NUMBERS = [
    ("Căn cứ Quyết định số 131/QĐ-TTg ngày 25/01/2022;", ["131/QĐ-TTg"]),
    ("theo quy định tại Nghị\n\nđịnh 73/2019/NĐ-CP", ["73/2019/NĐ-CP"]),  # cut by a page, no "số"
    ("ban hành Quyết định số 131/QĐ-\nTTg phê duyệt", ["131/QĐ-TTg"]),  # cut by a line
    ("Quyét dinh sé 131/Qb-\nTTg phé duyét", ["131/QĐ-TTg"]),  # OCR without accents
    (
        "Nghị định số 81/2021/NĐ-CP và Nghị định số 97/2023/NĐ-CP",
        ["81/2021/NĐ-CP", "97/2023/NĐ-CP"],
    ),
    (
        "các Quyết định số 1/QĐ-UBND, số 2/QĐ-UBND",
        ["1/QĐ-UBND", "2/QĐ-UBND"],
    ),  # one kind, several numbers
    (
        "văn bản số 1552/BTTTT-TTH và 708/BTTTT-CATTT",
        ["1552/BTTTT-TTH", "708/BTTTT-CATTT"],
    ),  # letters
    ("Kế hoạch số 02-KH/BCĐTW, Chỉ thị 42-CT/TW", ["02-KH/BCĐTW", "42-CT/TW"]),  # the Party
    (
        "công văn số 6006/BGDĐT ngày 29/9/2025",
        ["6006/BGDĐT"],
    ),  # a symbol of one piece needs its kind word
    (
        "Công văn số 15972/SXD-QLN& TTBĐS ngày 05/8/2025",
        ["15972/SXD-QLN&TTBĐS"],
    ),  # a blank beside &
    ("Công văn số 812/SGD & ĐT-VP và số 15/STC-TH&QLCS", ["812/SGD&ĐT-VP", "15/STC-TH&QLCS"]),
    ("theo TCVN 14423:2025 về an ninh mạng", ["TCVN 14423:2025"]),
    ("QUYẾT ĐỊNH SỐ 12/2020/QĐ-UBND NGÀY 01/02/2020", ["12/2020/QĐ-UBND"]),  # a title in capitals
    ("trực 24/7, tỷ lệ 3/4, ngày 25/01/2022", []),  # rates and days
    ("Tờ khai theo mẫu số 05-KK/TNCN", []),  # a form
    ("giai đoạn 2022-2025, năm 2026/2027", []),
    ("Nghị quyết số      /NQ-CP ngày 01 tháng 01 năm 2025", []),  # the number left blank
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_numbers_are_found_whole_and_nothing_else(text: str, expected: list[str]) -> None:
    assert numbers(text) == expected


DATES = [
    ("Quyết định số 1/QĐ-TTg ngày 26 tháng 01 năm 2021 của", "2021-01-26"),
    ("Quyết định số 1/QĐ-TTg, ngày 26/01/2021", "2021-01-26"),  # a comma before
    ("Quyết định số 1/QĐ-TTg ngày 31/3/2022.", "2022-03-31"),  # no leading zero
    ("Quyết định số 1/QĐ-TTg\nngày 15/06/2021", "2021-06-15"),  # on the next line
    (
        "Quyết định số 1/QĐ-TTg của Thủ tướng Chính phủ ngày 15/06/2021 về",
        "2021-06-15",
    ),  # behind the issuer
    (
        "Ngày 25/01/2022, Thủ tướng Chính phủ đã ban hành Quyết định số 1/QĐ-TTg",
        "2022-01-25",
    ),  # before the name
    ("Quyết định số 1/QĐ-TTg ngày 30 tháng 02 năm 2025", None),  # no such day
    ("Quyết định số 1/QĐ-TTg và báo cáo trước ngày 15/06/2021", None),  # a deadline, not its date
    ("Quyết định số 1/QĐ-TTg Ngày 15 tháng 6 năm 2021, Bộ A họp", None),  # the next sentence
    ("QUYẾT ĐỊNH SỐ 1/QĐ-TTG NGÀY 15/6/2021", "2021-06-15"),  # a title in capitals
    # two numbers of one symbol behind one kind share the date
    ("Công điện số 8/CĐ-UBND và số 9/CĐ-UBND ngày 19/11/2025", "2025-11-19"),
    ("các Kế hoạch số 4/KH-SYT và 5/KH-SYT ngày 02/3/2026", "2026-03-02"),
    ("Công văn số 8/UBND-VX và số 9/UBND-KT ngày 19/11/2025", None),  # of two rooms
    ("Kế hoạch số 8/KH-UBND và Kế hoạch số 9/KH-UBND ngày 19/11/2025", None),  # each has its own
    ("Công điện số 8/CĐ-UBND, số 9/CĐ-UBND ngày 19/11/2025", None),  # a list says it of the last
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_the_date_is_read_only_where_it_belongs_to_the_document(
    text: str, expected: str | None
) -> None:
    assert read(text)[0].mention.date == expected


TITLES = [
    # text, issuer, title
    (
        "Quyết định số 1/QĐ-TTg ngày 25/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án “Dạy số; học\n\nsố”; các",
        "Thủ tướng Chính phủ",
        "phê duyệt Đề án “Dạy số; học số”",  # nothing ends it between quotation marks
    ),
    (
        "Nghị định số 1/2020/NĐ-CP ngày 09/4/2020 của Chính phủ về quản lý dữ liệu và các quy định hiện hành",
        "Chính phủ",
        "về quản lý dữ liệu",
    ),
    (
        "Kế hoạch số 2/KH-UBND của Ủy ban nhân dân tỉnh Sơn La về bảo vệ rừng; phòng cháy",
        "Ủy ban nhân dân tỉnh Sơn La",  # "La" is no "là"
        "về bảo vệ rừng",
    ),
    (
        "Quyết định số 3/QĐ-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch ban hành Quy chế.",
        "Bộ Văn hóa, Thể thao và Du lịch",  # the comma is part of the name
        "ban hành Quy chế",
    ),
    (
        "Nghị quyết số 03/NQ-CP của Chính phủ về dữ liệu, Bộ Tài chính ban hành Kế hoạch như sau",
        "Chính phủ",
        "về dữ liệu",  # the sentence goes on with its own subject
    ),
]


@pytest.mark.parametrize(("text", "issuer", "title"), TITLES)
def test_issuer_and_title_end_where_the_clause_does(text: str, issuer: str, title: str) -> None:
    mention = read(text)[0].mention
    assert (mention.issuer, mention.title) == (issuer, title)


LAWS = [
    # text, name, number, date
    (
        "Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;",
        "Luật Tổ chức Chính phủ",
        None,
        "2025-02-18",
    ),
    ("Căn cứ Luật Đất đai số 31/2024/QH15;", "Luật Đất đai", "31/2024/QH15", None),
    (
        "theo Luật Bảo vệ môi trường và Nghị định",
        "Luật Bảo vệ môi trường",
        None,
        None,
    ),  # "vệ" is no "về"
    ("theo Luật Đê điều, Luật Giá", "Luật Đê điều", None, None),  # "điều" is part of the name
    (
        "của Luật Đất đai mà hộ gia đình đang ở",
        "Luật Đất đai",
        None,
        None,
    ),  # a known name ends where it ends
    ("của Luật Đất đai bao gồm", "Luật Đất đai", None, None),
    ("Luật Việc làm 1 quy định", "Luật Việc làm", None, None),  # the mark of a footnote
    (
        "theo Luật Hội và các quy định",
        "Luật Hội",
        None,
        None,
    ),  # one that nobody knows ends where the sentence goes on
    ("theo Luật Hội mà người dân", "Luật Hội", None, None),
    (
        "luật khác. Luật sử dụng năng lượng tiết kiệm và hiệu quả",
        "Luật sử dụng năng lượng tiết kiệm và hiệu quả",
        None,
        None,
    ),
    (
        "Luật Phòng, chống tham nhũng được sửa đổi",
        "Luật Phòng, chống tham nhũng",
        None,
        None,
    ),  # commas inside
    ("Bộ luật Lao động quy định", "Bộ luật Lao động", None, None),
    # a name in abbreviations is the one law whose words they shorten
    ("theo Luật BHXH về đóng bù", "Luật Bảo hiểm xã hội", None, None),
    (
        "tại Điều 9 Luật KH,CN&ĐMST năm 2025",
        "Luật Khoa học, công nghệ và đổi mới sáng tạo",
        None,
        None,
    ),
    ("theo Luật MTTQ Việt Nam, các đoàn thể", "Luật Mặt trận Tổ quốc Việt Nam", None, None),
    ("theo Luật XYZ của bên kia", "Luật XYZ", None, None),  # nobody knows it
    ("Căn cứ Luật Hội số……………\nCăn cứ……………", "Luật Hội", None, None),  # a form with blanks
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Giá và Luật Đấu thầu ngày 22 tháng 11 năm 2019;",
        "Luật sửa đổi, bổ sung một số điều của Luật Giá và Luật Đấu thầu",  # one name
        None,
        "2019-11-22",
    ),
]


@pytest.mark.parametrize(("text", "name", "number", "date"), LAWS)
def test_laws_are_named_by_name_number_and_date(
    text: str, name: str, number: str | None, date: str | None
) -> None:
    mention = read(text)[0].mention
    assert (mention.name, mention.number, mention.date) == (name, number, date)


@pytest.mark.parametrize(
    "text", ["theo Luật sư của bên kia", "LUẬT SƯ VÀ KHÁCH HÀNG", "pháp LUẬT Điều 15 quy định"]
)
def test_words_that_begin_like_a_law_are_none(text: str) -> None:
    assert [one.mention.name for one in read(text)] == []


def test_a_law_still_to_be_made_is_no_citation_but_the_one_it_amends_is() -> None:
    assert [one.mention.name for one in read("Xây dựng Luật Nhà giáo")] == []
    assert [one.mention.name for one in read("Xây dựng Luật Viên chức (sửa đổi)")] == [
        "Luật Viên chức"
    ]


def test_documents_inside_a_title_are_found_nested() -> None:
    found = read(
        "Nghị quyết số 03/NQ-CP ngày 09/01/2025 của Chính phủ ban hành Chương trình hành động "
        "thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá"
    )
    assert [(one.mention.number, one.nested) for one in found] == [
        ("03/NQ-CP", False),
        ("57-NQ/TW", True),
    ]
    assert "57-NQ/TW" in (found[0].mention.title or "")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("theo QĐ 131 của Thủ tướng", "Quyết định 131"),
        ("triển khai Đề án 06 tại địa phương", "Đề án 06"),
        ("theo Chỉ thị 18 và", "Chỉ thị 18"),
        ("Kế hoạch 5 năm 2026-2030", None),  # a period
        ("Kế hoạch 2025 của Sở", None),  # a year
    ],
)
def test_short_forms_keep_kind_and_serial(text: str, name: str | None) -> None:
    assert [one.mention.name for one in read(text)] == ([name] if name else [])


def test_a_programme_is_named_by_its_quoted_title() -> None:
    (found,) = read("gắn với Đề án “Phát triển ứng dụng dữ liệu dân cư tại địa phương”.")
    assert found.mention.kind == "Đề án"
    assert found.mention.title == "Phát triển ứng dụng dữ liệu dân cư tại địa phương"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Kế hoạch phát triển giai đoạn 2026-2030 trong giai đoạn 2026-2030 của tỉnh", None),
        ("Chương trình hành động thời kỳ 2026-2030, tầm nhìn đến năm 2045", None),
        (
            "Kế hoạch phát triển ngành muối đến năm 2030 và giai đoạn 2031-2035",
            "phát triển ngành muối đến năm 2030",
        ),
    ],
)
def test_a_programme_is_named_by_more_than_its_time(text: str, title: str | None) -> None:
    assert [one.mention.title for one in read(text)] == ([title] if title else [])


def test_the_document_itself_is_local() -> None:
    page = Page.of("x.txt", "Quyết định này có hiệu lực; Kế hoạch này được công bố")
    found = find_citations(page, Span(0, len(page.flat)))
    assert [(one.mention.as_printed, one.mention.local) for one in found] == [
        ("Quyết định này", True),
        ("Kế hoạch này", True),
    ]


def test_the_name_as_printed_keeps_the_letters_of_the_source() -> None:
    (found,) = read("theo **Quyết định** số 131/QÐ-TTg")
    assert found.mention.as_printed == "Quyết định số 131/QÐ-TTg"
    assert found.mention.number == "131/QĐ-TTg"


def test_a_notice_keeps_its_office_as_issuer_and_says_whose_words_it_carries() -> None:
    (found,) = read("TBKL số 331/TB-VPCP ngày 10/12/2021 của TTgCP tại phiên họp")
    assert (found.mention.issuer, found.conveys) == (None, "TTgCP")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("công văn số 3316/CT-CS", "Công văn"),  # an office called CT
        ("Đề án 131/QĐ-TTg", "Quyết định"),  # what the decision approves
        ("Văn bản số 1552/BTTTT-TTH", "Công văn"),  # a word for any paper
        ("Quy định số 69-QĐ/TW", "Quy định"),  # QĐ is Quyết định or Quy định in the Party
        ("Bộ luật số 45/2019/QH14", "Bộ luật"),  # the symbol does not say
    ],
)
def test_the_kind_is_that_of_the_symbol_unless_the_words_know_better(text: str, kind: str) -> None:
    assert read(text)[0].mention.kind == kind


def test_what_the_document_says_next_is_not_its_title() -> None:
    assert (
        read("Nghị định 175/2025/NĐ-CP quy định từ ngày Nghị định này có hiệu lực")[
            0
        ].mention.title
        is None
    )


@pytest.mark.parametrize(
    ("words", "names"),
    [
        # what is to be amended exists, with brackets or without
        ("Xây dựng Luật Viên chức sửa đổi, bổ sung", ["Luật Viên chức"]),
        ("Xây dựng Luật Viên chức mới", []),
        # a resolution that its session names
        (
            "theo Nghị quyết phiên họp Chính phủ thường kỳ tháng 10/2025 về đầu tư công",
            ["Nghị quyết phiên họp Chính phủ thường kỳ tháng 10/2025"],
        ),
        (
            "tại Nghị quyết phiên họp thường kỳ Chính phủ tháng 9 năm 2025, các bộ",
            ["Nghị quyết phiên họp thường kỳ Chính phủ tháng 9 năm 2025"],
        ),
        ("tại phiên họp Chính phủ thường kỳ tháng 10/2025", []),
    ],
)
def test_documents_that_their_name_alone_tells(words: str, names: list[str]) -> None:
    assert [one.mention.name for one in read(words)] == names
