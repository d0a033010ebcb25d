"""Texts that OCR read without Vietnamese: number, date, issuer and bases come out, whatever shapes
it left.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest

from luocdo.graph.records import (
    DocumentMention,
    DocumentRecord,
    PersonMention,
    TaskRecord,
    UnitMention,
)
from luocdo.loaders.reading import read_record
from luocdo.loaders.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from luocdo.graph.records import Evidence

LETTER = """BỘ Y TẾ                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                    Độc lập - Tự do - Hạnh phúc

Số: 2615 /BYT-CNTT
V/v đôn đốc thực hiện Quyết định         Hà Nội, ngày 16 tháng 6 năm 2023
số 146/QĐ-TTg ngày 28/01/2022

Kính gửi: Sở Y tế các tỉnh, thành phố trực thuộc Trung ương.

Ngày 28/01/2022, Thủ tướng Chính phủ đã ban hành Quyết định số 146/QĐ-
TTg phê duyệt Đề án về kỹ năng số. Trong đó Thủ tướng Chính phủ giao Bộ Y
tế chủ trì, phối hợp với các bộ, ngành, địa phương tổ chức tập huấn cho nhân viên y tế.

Bộ Y tế đề nghị các Sở Y tế thực hiện các nội dung sau:

1. Chỉ đạo các cơ sở khám bệnh trên địa bàn bố trí cán bộ tham gia tập huấn.

2. Xây dựng báo cáo kết quả tập huấn năm 2023.

Báo cáo kết quả đề nghị gửi về Bộ Y tế trước ngày 15/12/2023 để tổng hợp.

Thông tin liên hệ: Ông Lê Văn Hải, chuyên viên; điện thoại: 0912345678; email: hai@example.vn.
"""
DECISION = """BỘ GIAO THÔNG VẬN TẢI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 876 /QĐ-BGTVT
Hà Nội, ngày 22 tháng 7 năm 2022

QUYẾT ĐỊNH
Phê duyệt Chương trình hành động về chuyển đổi năng lượng xanh của ngành giao thông vận tải

BỘ TRƯỞNG BỘ GIAO THÔNG VẬN TẢI

Căn cứ Nghị định số 56/2022/NĐ-CP ngày 24 tháng 8 năm 2022 của Chính phủ quy định cơ cấu tổ chức của Bộ Giao thông vận tải;
Căn cứ Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt Chương trình chuyển đổi số quốc gia;
Theo đề nghị của Vụ trưởng Vụ Môi trường.

QUYẾT ĐỊNH:

Điều 1. Phê duyệt kèm theo Quyết định này Chương trình hành động.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
"""
PLAN = """ỦY BAN NHÂN DÂN
TỈNH HÀ TĨNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 265 /KH-UBND
Hà Tĩnh, ngày 16 tháng 6 năm 2023

KẾ HOẠCH
Phát triển kinh tế số trên địa bàn tỉnh Hà Tĩnh năm 2023

Thực hiện Quyết định số 411/QĐ-TTg ngày 31 tháng 3 năm 2022 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch:

I. TỔ CHỨC THỰC HIỆN

1. Sở Tài chính

Cân đối, bố trí kinh phí thực hiện Kế hoạch.
"""
EXPECTED = (
    (LETTER, ("Công văn", "2615/BYT-CNTT", "2023-06-16", "Bộ Y tế"), {"146/QĐ-TTg"}),
    (
        DECISION,
        ("Quyết định", "876/QĐ-BGTVT", "2022-07-22", "Bộ trưởng Bộ Giao thông vận tải"),
        {"56/2022/NĐ-CP", "749/QĐ-TTg"},
    ),
    (
        PLAN,
        ("Kế hoạch", "265/KH-UBND", "2023-06-16", "Ủy ban nhân dân tỉnh Hà Tĩnh"),
        {"411/QĐ-TTg"},
    ),
)
_SHAPES = str.maketrans({"ố": "6", "ồ": "6", "ắ": "á", "ế": "é", "ộ": "ó", "ụ": "u", "đ": "d"})


def without_accents(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def foreign_accents(text: str) -> str:
    """Some accents become those of other languages, some letters figures: "số" is "s6"."""
    shaped = text.translate(_SHAPES)
    return "".join(
        c if c in "áéó" else without_accents(c)
        for c in unicodedata.normalize("NFC", shaped.replace("Đ", "P"))
    )


# What OCR does to a text -> how; each stands for a shape that was seen.
DAMAGE: dict[str, Callable[[str], str]] = {
    "accents lost": without_accents,
    "accents of other languages": foreign_accents,
    "Đ read as b": lambda text: without_accents(
        text.replace("QĐ", "Qb").replace("ĐỊNH", "bINH")
    ).replace("bINH", "BINH"),
    "Đ read as P": lambda text: without_accents(text.replace("Đ", "P")),
    "số read as sé": lambda text: (
        without_accents(text).replace("So:", "Sé:").replace("so ", "sé ")
    ),
    "số read as s6": lambda text: (
        without_accents(text).replace("So:", "S6:").replace("so ", "s6 ")
    ),
    "line breaks in a symbol": lambda text: (
        without_accents(text).replace("QD-TTg", "Qb-\nTTg").replace("ND-CP", "ND-\nCP")
    ),
    "line breaks in a serial": lambda text: re.sub(
        r"(so \d)(\d+/)", r"\1\n\2", without_accents(text)
    ),
    "blanks in a serial": lambda text: re.sub(
        r"(\d)(\d)( ?/[A-Z])", r"\1 \2\3", without_accents(text)
    ),
    "blanks around the dash": lambda text: without_accents(text).replace("QD-TTg", "QD - TTg"),
    "6 read as ó": lambda text: re.sub(r"(So: \d*)6", r"\1ó", without_accents(text)).replace(
        "ngay 16", "ngay 1ó"
    ),
    "a stroke too many": lambda text: (
        without_accents(text).replace(" /B", " /IB").replace(" /KH", " /IKH")
    ),
    "the motto misread": lambda text: (
        without_accents(text).replace("HOA XA HOI", "HQA XA HQI").replace("Doc", "Poc")
    ),
}


def read(text: str) -> DocumentRecord:
    (document,) = read_record(Source("x.txt", text, "0")).documents
    return document


def bases(document: DocumentRecord) -> set[str | None]:
    return {
        one.target.number
        for one in document.relations
        if isinstance(one.target, DocumentMention) and one.type in ("BASED_ON", "IMPLEMENTS")
    }


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize(
    ("text", "head", "rests_on"), EXPECTED, ids=("letter", "decision", "plan")
)
def test_head_and_bases_of_a_misread_text(
    text: str, head: tuple[str, ...], rests_on: set[str | None], damage: str
) -> None:
    document = read(DAMAGE[damage](text))
    header = document.header
    assert (header.kind, header.number, header.date, header.issuer) == head
    assert bases(document) == rests_on


@pytest.mark.parametrize("damage", DAMAGE)
def test_whom_a_misread_letter_asks_and_by_when(damage: str) -> None:
    tasks = read(DAMAGE[damage](LETTER)).tasks
    asked = [task for task in tasks if task.mandated_by is None]
    assert len(asked) == 3
    assert all(len(roles(task, "LED_BY")) == 1 for task in asked)
    assert [one.end_date for task in asked for one in task.deadlines] == ["2023-12-15"]


def test_a_mandate_retold_is_that_of_the_document_named() -> None:
    (told,) = (
        task for task in read(without_accents(LETTER)).tasks if task.mandated_by is not None
    )
    assert told.mandated_by is not None
    assert told.mandated_by.number == "146/QĐ-TTg"
    assert roles(told, "LED_BY") == ["Bo Y te"]
    assert roles(told, "COORDINATED_BY") == ["cac bo, nganh, dia phuong"]
    assert told.evidence.reading == "inferred"


def roles(task: TaskRecord, kind: str) -> list[str]:
    return [
        one.target.name
        for one in task.relations
        if one.type == kind and isinstance(one.target, UnitMention)
    ]


def evidences(document: DocumentRecord) -> Iterator[Evidence]:
    yield from (one.evidence for one in document.relations)
    for task in document.tasks:
        yield from (one.evidence for one in (task, *task.relations, *task.deadlines))


def test_what_was_read_from_misread_words_is_marked_as_mended_and_quoted_as_printed() -> None:
    text = without_accents(LETTER)
    found = list(evidences(read(text)))
    assert {one.reading for one in found} == {"corrected", "inferred"}
    assert all(one.quote in text for one in found)
    assert {one.reading for one in evidences(read(DECISION))} == {"stated"}


def test_issuer_is_read_from_a_letterhead_that_shares_its_line_with_the_motto() -> None:
    (issued,) = (one for one in read(foreign_accents(LETTER)).relations if one.type == "ISSUED_BY")
    assert issued.evidence.quote == "BO Y TE"


SEALS = """
\t2023-06-15T09:00:00+0700
\tBộ Y tế - Hà Nội
\tTrần Thị Thu<thu@example.vn> đã ký lên văn bản này!
\t2023-06-16T10:00:00+0700
\tBộ Y tế - Hà Nội
\tPhạm Văn Long<long@example.vn> đã ký lên văn bản này!
\t2023-06-16T11:00:00+0700
\tBộ Y tế - Hà Nội
\tBộ Y tế<byt@example.vn> đã ký lên văn bản này!
"""


def test_digital_signatures_an_initial_is_not_the_signature_and_a_seal_is_the_bodys() -> None:
    document = read(without_accents(LETTER) + SEALS)
    assert document.header.signer == "Phạm Văn Long"
    signed = {
        (one.target.name, one.properties["signature"], isinstance(one.target, PersonMention))
        for one in document.relations
        if one.type == "SIGNED_BY" and isinstance(one.target, PersonMention | UnitMention)
    }
    assert signed == {
        ("Trần Thị Thu", "initial", True),
        ("Phạm Văn Long", "digital", True),
        ("Bộ Y tế", "digital", False),
    }


def test_signatures_with_accents_do_not_hide_that_the_text_lost_them() -> None:
    letter = without_accents(LETTER).replace(" /BYT", " /IBYT")
    document = read(letter[: letter.index("Bo Y te de nghi")] + 20 * SEALS)
    assert document.header.number == "2615/BYT-CNTT"


def test_contact_of_a_misread_letter() -> None:
    (contact,) = (one for one in read(without_accents(LETTER)).relations if one.type == "CONTACT")
    assert contact.properties == {"phone": "0912345678", "email": "hai@example.vn"}
