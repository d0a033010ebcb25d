"""The head says what a document is: number, date, title, who issued and who signed it, from when
it is in force.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.loaders.reading import read_record
from luocdo.loaders.source import decode_source

if TYPE_CHECKING:
    from luocdo.graph.records import HeaderRecord

DECISION = """ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc
Số: {number}
Hà Tĩnh, ngày 05 tháng 01 năm 2026
QUYẾT ĐỊNH VỀ VIỆC CÔNG NHẬN LÀNG NGHỀ {enacting}Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15; QUYẾT ĐỊNH:
Điều 1. Công nhận 3 làng nghề.
Điều 2. Quyết định này có hiệu lực thi hành {force}.
Nơi nhận:
- Như Điều 2;
- Lưu: VT, PKT.
CHỦ TỊCH Nguyễn Văn An
"""


def header(text: str) -> HeaderRecord:
    (document,) = read_record(decode_source("a.txt", text.encode())).documents
    return document.header


def decision(
    number: str = "12/QĐ-UBND", enacting: str = "", force: str = "kể từ ngày ký"
) -> HeaderRecord:
    return header(DECISION.format(number=number, enacting=enacting, force=force))


@pytest.mark.parametrize(
    ("number", "enacting", "issuer"),
    [
        ("12/QĐ-UBND", "", "Ủy ban nhân dân tỉnh Hà Tĩnh"),  # the letterhead alone
        (
            "12/QĐ-UBND",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ",
            "Chủ tịch Ủy ban nhân dân tỉnh Hà Tĩnh",
        ),  # of its province
        ("12/2026/QĐ-CTUBND", "", "Chủ tịch Ủy ban nhân dân tỉnh Hà Tĩnh"),  # the symbol says so
    ],
)
def test_who_enacts_is_the_issuer(number: str, enacting: str, issuer: str) -> None:
    found = decision(number, enacting)
    assert found.issuer == issuer
    assert found.title == "VỀ VIỆC CÔNG NHẬN LÀNG NGHỀ"
    assert found.signer_title == "CHỦ TỊCH"


@pytest.mark.parametrize(
    ("force", "day"),
    [
        ("kể từ ngày ký", "2026-01-05"),
        ("từ ngày 01 tháng 02 năm 2026", "2026-02-01"),
        ("sau 10 ngày, kể từ ngày ký", "2026-01-15"),
        ("sau 15 (mười lăm) ngày kể từ ngày ký ban hành", "2026-01-20"),
        ("từ ngày được thông qua", "2026-01-05"),
        ("từ ngày Hội đồng nhân dân tỉnh thông qua", "2026-01-05"),
        ("từ 00 giờ ngày 01/02/2026", "2026-02-01"),
    ],
)
def test_the_day_of_force_is_its_own(force: str, day: str) -> None:
    assert decision(force=force).effective_from == day


@pytest.mark.parametrize(
    ("force", "day"),
    [
        (
            "từ ngày ký đến hết ngày 31 tháng 12 năm 2027",
            "2028-01-01",
        ),  # the first day on which it is over
        ("từ ngày ký. Quyết định này hết hiệu lực kể từ ngày 01/7/2026", "2026-07-01"),
        ("từ ngày ký", None),
    ],
)
def test_the_day_of_its_end_is_the_first_on_which_it_is_no_longer_in_force(
    force: str, day: str | None
) -> None:
    assert decision(force=force).effective_to == day


@pytest.mark.parametrize(
    "words",
    [
        # of something else, from or before the day on which it takes effect
        "từ ngày ký, trừ khoản 2 tiếp tục có hiệu lực đến hết ngày 31 tháng 12 năm 2026",
        "từ ngày ký.\n2. Thẻ cấp trước khi Quyết định này có hiệu lực được dùng đến hết ngày 31/12/2026",
        "từ ngày ký.\n2. Quy chế cũ hết hiệu lực kể từ ngày Quyết định này có hiệu lực, trừ Điều 5 áp dụng đến hết ngày 31/12/2026",
        # of a document of another kind
        "từ ngày ký.\n2. Nghị định này có hiệu lực từ ngày 01/3/2026 đến hết ngày 31/12/2026",
    ],
)
def test_what_lasts_until_a_day_is_not_always_the_document(words: str) -> None:
    assert decision(force=words).effective_to is None


@pytest.mark.parametrize(
    ("words", "excepted"),
    [
        ("từ ngày 01/02/2026, trừ Điều 5 có hiệu lực từ ngày 01/7/2026", "trừ Điều 5 có hiệu lực từ ngày 01/7/2026"),
        ("từ ngày ký; riêng Điều 2 có hiệu lực từ ngày 01/7/2026", "riêng Điều 2 có hiệu lực từ ngày 01/7/2026"),
        ("từ ngày ký.\n2. Khoản 1 Điều 1 có hiệu lực từ ngày 01/7/2026", "Khoản 1 Điều 1 có hiệu lực từ ngày 01/7/2026"),
        ("từ ngày ký", None),
        ("từ ngày ký.\n2. Điều 4 Quyết định số 5/QĐ-UBND tiếp tục có hiệu lực", None),  # another's
        ("từ ngày ký.\n2. Điều 4 Quyết định số 5/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực", None),
    ],
)  # fmt: skip
def test_what_takes_effect_on_another_day_is_kept_in_its_words(
    words: str, excepted: str | None
) -> None:
    assert decision(force=words).effective_except == excepted


def test_the_force_of_another_document_is_not_its_own() -> None:
    other = "kể từ ngày ký" + ".\n2. Nghị định số 5/2020/NĐ-CP có hiệu lực từ ngày 01/3/2020"
    text = DECISION.format(number="12/QĐ-UBND", enacting="", force=other).replace(
        "Quyết định này có hiệu lực", "Giao Sở Y tế"
    )
    assert header(text).effective_from is None


def test_a_law_has_its_number_and_the_day_it_was_adopted() -> None:
    law = header("""QUỐC HỘI
_______
Luật số: 999/2025/QH15

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

LUẬT
LÀNG NGHỀ

Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật Làng nghề.

Điều 1. Luật này quy định về làng nghề.
Điều 2. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2026.
Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV, kỳ họp thứ 10 thông qua ngày 10 tháng 12 năm 2025.

CHỦ TỊCH QUỐC HỘI

Nguyễn Văn An
""")
    assert (law.number, law.date, law.title) == ("999/2025/QH15", "2025-12-10", "LÀNG NGHỀ")
    assert (law.signer, law.effective_from) == ("Nguyễn Văn An", "2026-07-01")


def test_the_matter_of_a_letter_ends_before_its_place_and_date() -> None:
    letter = header("""BỘ TÀI CHÍNH
CỤC THUẾ
Số: 12/CT-CS V/v hoàn thuế
Hà Nội, ngày 05 tháng 01 năm 2026
Kính gửi: Thuế tỉnh Vĩnh Long. Cục Thuế trả lời công văn ngày 02 tháng 01 năm 2026 như sau:
Đề nghị Thuế tỉnh Vĩnh Long thực hiện theo quy định.
Nơi nhận:
- Như trên;
- Lưu: VT, CS.
""")
    assert (letter.title, letter.issuer) == ("hoàn thuế", "Cục Thuế")


def test_a_department_is_named_with_its_province() -> None:
    letter = header("""UBND TỈNH QUẢNG NGÃI
SỞ GIÁO DỤC VÀ ĐÀO TẠO
Số: 12/SGDĐT-VP
Quảng Ngãi, ngày 05 tháng 01 năm 2026
Kính gửi: Các trường trung học phổ thông.
Đề nghị các trường báo cáo trước ngày 10 tháng 01 năm 2026.
Nơi nhận:
- Như trên;
- Lưu: VT.
""")
    assert letter.issuer == "Sở Giáo dục và Đào tạo tỉnh Quảng Ngãi"


def test_an_organ_is_named_with_the_body_above_it() -> None:
    plan = header("""ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM
XÃ HOA SEN
BAN THƯỜNG TRỰC
Số: 12/KH-MTTQ-BTT
Hoa Sen, ngày 02 tháng 3 năm 2026

KẾ HOẠCH
Giám sát việc thử nghiệm mẫu

1. Các thôn lập danh sách mẫu trước ngày 30/4/2026.
""")
    assert plan.issuer is not None
    assert plan.issuer.casefold() == "ban thường trực ủy ban mặt trận tổ quốc việt nam xã hoa sen"


def test_enacting_words_are_no_signature() -> None:
    text = DECISION.format(number="12/QĐ-UBND", enacting="", force="kể từ ngày ký").replace(
        " QUYẾT ĐỊNH:", "\nQUYẾT ĐỊNH:"
    )
    (document,) = read_record(
        decode_source(
            "a.txt",
            text.replace(
                "Điều 2. Quyết", "Điều 2. Sở Y tế chịu trách nhiệm thi hành Quyết"
            ).encode(),
        )
    ).documents
    assert [task.origin for task in document.tasks] == ["body"]


def test_a_title_in_capitals_goes_on_below_the_line_of_its_kind() -> None:
    notice = header("""**VĂN PHÒNG CHÍNH PHỦ**

Số: 12/TB-VPCP

Hà Nội, ngày 05 tháng 01 năm 2026

**THÔNG BÁO KẾT LUẬN**

CỦA PHÓ THỦ TƯỚNG TẠI BUỔI LÀM VIỆC VỚI BỘ Y TẾ

VỀ CHĂM SÓC TRẺ EM

Ngày 02 tháng 01 năm 2026, Phó Thủ tướng đã chủ trì buổi làm việc.

1. Bộ Y tế rà soát quy trình.

Nơi nhận:
- Lưu: VT.
""")
    title = "KẾT LUẬN CỦA PHÓ THỦ TƯỚNG TẠI BUỔI LÀM VIỆC VỚI BỘ Y TẾ VỀ CHĂM SÓC TRẺ EM"
    assert " ".join((notice.title or "").replace("*", "").split()) == title


def test_a_copy_may_mark_the_signature_without_the_post() -> None:
    decree = header("""CHÍNH PHỦ

Số: 999/2025/NĐ-CP

NGHỊ ĐỊNH

QUY ĐỊNH VỀ LÀNG NGHỀ

Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;

Điều 1. Phạm vi điều chỉnh

Điều 2. Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026.

- Lưu: VT, NC (02). | (Đã ký) Nguyễn Văn An |
""")
    assert decree.signer == "Nguyễn Văn An"


@pytest.mark.parametrize(
    "cell", ["CHỦ TỊCH QUỐC HỘI <br> Nguyễn Văn An", "CHỦ TỊCH QUỐC HỘI  Đã ký: Nguyễn Văn An"]
)
def test_a_law_is_signed_where_post_and_name_share_a_cell(cell: str) -> None:
    law = header(f"""QUỐC HỘI

Luật số: 99/2026/QH16

LUẬT

LÀNG NGHỀ

Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;

Điều 1. Phạm vi điều chỉnh

Điều 2. Luật này có hiệu lực từ ngày 01 tháng 7 năm 2027.

Luật này được Quốc hội thông qua ngày 20 tháng 6 năm 2026.

\t{cell}
""")
    assert (law.signer, law.signer_title) == ("Nguyễn Văn An", "CHỦ TỊCH QUỐC HỘI")
