"""Names of units are resolved within the body whose document they stand in; cells are split into
units.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

from luocdo.graph.units.cell_units import split_units
from luocdo.graph.units.resolving import UnitContext, UnitResolver

MOET = "unit:bo-giao-duc-va-dao-tao"
MOST = "unit:bo-khoa-hoc-va-cong-nghe"
CENTRE = "unit:chinh-phu/thu-tuong-chinh-phu"
PROVINCE = "unit:uy-ban-nhan-dan-tinh-quang-ngai"
SCHOOLS = f"{PROVINCE}/so-giao-duc-va-dao-tao"


@cache
def resolver() -> UnitResolver:
    return UnitResolver.load()


def context(body: str | None, date: str | None = None, document: str | None = None) -> UnitContext:
    return UnitContext(body, {}, date, document)


RESOLVED = [
    # printed, issuing body, id
    (
        "Cục CNTT",
        MOET,
        f"{MOET}/cuc-cong-nghe-thong-tin",
    ),  # an abbreviation is that of the ministry's own unit
    ("Cục Công nghệ Thông tin", MOET, f"{MOET}/cuc-cong-nghe-thong-tin"),  # capitals differ
    (
        "Cục Công nghệ thông tin, Bộ Giáo dục và Đào tạo",
        PROVINCE,
        f"{MOET}/cuc-cong-nghe-thong-tin",
    ),  # its body stands behind
    (
        "Cục Kiểm soát TTHC - VPCP",
        PROVINCE,
        "unit:chinh-phu/van-phong-chinh-phu/cuc-kiem-soat-thu-tuc-hanh-chinh",
    ),  # short body
    ("Văn phòng", MOET, f"{MOET}/van-phong"),  # every ministry has one: the issuer's is meant
    ("Văn phòng Bộ", MOST, f"{MOST}/van-phong"),
    ("Văn phòng", SCHOOLS, f"{SCHOOLS}/van-phong"),  # a department's own, not the province's
    ("Thanh tra", MOET, f"{MOET}/thanh-tra"),
    ("Chánh Văn phòng", MOET, f"{MOET}/van-phong"),  # a post below the head is the unit
    ("Cục trưởng Cục Công nghệ thông tin", MOET, f"{MOET}/cuc-cong-nghe-thong-tin"),
    ("Giám đốc Sở Tài chính", PROVINCE, f"{PROVINCE}/so-tai-chinh"),
    (
        "Bộ trưởng Bộ Giáo dục và Đào tạo",
        CENTRE,
        f"{MOET}/bo-truong",
    ),  # a minister is an authority of his own
    ("Bộ trưởng", MOET, f"{MOET}/bo-truong"),
    ("Thủ tướng Chính phủ", MOET, "unit:chinh-phu/thu-tuong-chinh-phu"),
    ("Chủ tịch UBND tỉnh", PROVINCE, f"{PROVINCE}/chu-tich"),
    ("UBND tỉnh", PROVINCE, PROVINCE),
    ("UBND tỉnh Quảng Ngãi", CENTRE, PROVINCE),
    (
        "Uỷ ban nhân dân Thành phố Hà Nội",
        CENTRE,
        "unit:uy-ban-nhan-dan-thanh-pho-ha-noi",
    ),  # old tone mark
    ("Sở TT&TT", PROVINCE, f"{PROVINCE}/so-thong-tin-va-truyen-thong"),
    ("Sở Tài chính tỉnh Quảng Ngãi", CENTRE, f"{PROVINCE}/so-tai-chinh"),
    ("Bộ TT&TT", PROVINCE, "unit:bo-thong-tin-va-truyen-thong"),
    ("Bộ Công an (Trung tâm Dữ liệu quốc gia)", CENTRE, "unit:bo-cong-an"),  # the bracket explains
    ("VTV", CENTRE, "unit:dai-truyen-hinh-viet-nam"),
    ("EVN", CENTRE, "unit:tap-doan-dien-luc-viet-nam"),
    ("Tổng Thanh tra Chính phủ", CENTRE, "unit:thanh-tra-chinh-phu"),
    ("Thường trực HĐND tỉnh", PROVINCE, f"{PROVINCE}/thuong-truc-hoi-dong-nhan-dan"),
    ("Cục Thuế", None, "unit:bo-tai-chinh/cuc-thue"),  # called by its name alone everywhere
    (
        "Cục Thuế Thuế tỉnh Tây Ninh",
        None,
        "unit:uy-ban-nhan-dan-tinh-tay-ninh/thue",
    ),  # a letterhead of two lines in one
    ("KGVX", CENTRE, "unit:chinh-phu/van-phong-chinh-phu/vu-khoa-giao-van-xa"),  # "Lưu: VT, KGVX"
    ("CNTT", MOET, f"{MOET}/cuc-cong-nghe-thong-tin"),
    ("Văn phòng · Bộ Nội vụ", None, "unit:bo-noi-vu/van-phong"),  # a display is understood
    (f"{MOET}/van-phong", None, f"{MOET}/van-phong"),  # so is an id
    ("Sở Y tế trong việc tổng hợp", PROVINCE, f"{PROVINCE}/so-y-te"),  # the head of a clause
    (
        "Phó Thủ tướng Chính phủ Nguyễn Văn An",
        CENTRE,
        "unit:chinh-phu/pho-thu-tuong-chinh-phu",
    ),  # a person behind the post
    (
        "Bộ Nội vụ - Cơ quan thường trực Ban Chỉ đạo cải cách",
        CENTRE,
        "unit:bo-noi-vu",
    ),  # what it is in an affair
    ("Sở Y tế – đơn vị đầu mối", PROVINCE, f"{PROVINCE}/so-y-te"),
    ("Sở Y tế - Trưởng ban Ban Chỉ đạo", PROVINCE, f"{PROVINCE}/so-y-te"),
    ("UBND xã Ba Tơ", PROVINCE, f"{PROVINCE}/uy-ban-nhan-dan-xa-ba-to"),  # every commune has one
    (
        "Kho bạc Nhà nước khu vực XII",
        PROVINCE,
        "unit:bo-tai-chinh/kho-bac-nha-nuoc/kho-bac-nha-nuoc-khu-vuc-xii",
    ),
    (
        "Thành phố Hồ Chí Minh",
        CENTRE,
        "unit:thanh-pho-ho-chi-minh",
    ),  # the place itself: not its committee
    ("Bộ", MOET, MOET),  # in its own paper
    ("Sở VH,TT&DL", PROVINCE, f"{PROVINCE}/so-van-hoa-the-thao-va-du-lich"),
    (
        "Cục Kiểm soát TTHC-VPCP",
        PROVINCE,
        "unit:chinh-phu/van-phong-chinh-phu/cuc-kiem-soat-thu-tuc-hanh-chinh",
    ),
    ("tỉnh Quảng Ninh", CENTRE, "unit:tinh-quang-ninh"),
    ("Đà Nẵng", CENTRE, "unit:thanh-pho-da-nang"),
    (
        "Sở KH&CN chủ trì hướng dẫn, tổng hợp",
        PROVINCE,
        f"{PROVINCE}/so-khoa-hoc-va-cong-nghe",
    ),  # what it is to do is no name
]


@pytest.mark.parametrize(("printed", "body", "expected"), RESOLVED)
def test_a_name_is_resolved_within_its_body(printed: str, body: str | None, expected: str) -> None:
    unit = resolver().resolve(printed, context(body))
    assert (unit.id, unit.known, unit.reading) == (expected, True, "stated")


NAMES = [
    # printed, body, name without the body it belongs to, display
    ("Công an tỉnh", PROVINCE, "Công an tỉnh", "Công an tỉnh · Ủy ban nhân dân tỉnh Quảng Ngãi"),
    (
        "Công an tỉnh Quảng Ngãi",
        CENTRE,
        "Công an tỉnh",
        "Công an tỉnh · Ủy ban nhân dân tỉnh Quảng Ngãi",
    ),
    (
        "Thành ủy Hà Nội",
        CENTRE,
        "Thành ủy",
        "Thành ủy · thành phố Hà Nội",
    ),  # a city's, not "Tỉnh ủy"
    (
        "HĐND tỉnh",
        PROVINCE,
        "Hội đồng nhân dân tỉnh Quảng Ngãi",
        None,
    ),  # a body with letterhead and numbers of its own
    (
        "Cục CNTT",
        MOET,
        "Cục Công nghệ thông tin",
        "Cục Công nghệ thông tin · Bộ Giáo dục và Đào tạo",
    ),
]


@pytest.mark.parametrize(("printed", "body", "name", "display"), NAMES)
def test_a_name_goes_without_the_body_and_the_display_with_it(
    printed: str, body: str, name: str, display: str | None
) -> None:
    unit = resolver().resolve(printed, context(body))
    assert (unit.name, unit.known) == (name, True)
    assert display is None or unit.display == display


def test_the_party_and_the_council_are_no_part_of_the_peoples_committee() -> None:
    for words in ("Tỉnh ủy", "HĐND tỉnh", "Tòa án nhân dân tỉnh", "Hội Nông dân"):
        unit = resolver().resolve(words, context(PROVINCE))
        assert unit.known, words
        assert resolver().ancestors(unit) == [], words
        assert resolver().resolve(unit.display, context(None)).id == unit.id, words
    assert [
        above.id
        for above in resolver().ancestors(resolver().resolve("Sở Tài chính", context(PROVINCE)))
    ] == [PROVINCE]


MISPRINTS = [
    # printed, body, name meant; None: stays unresolved
    ("Vụ GD&ĐT", MOET, "Vụ Giáo dục Đại học"),  # one letter away, and no other unit is
    ("Vụ GDĐT", MOET, "Vụ Giáo dục Đại học"),
    ("Vụ HDTH", MOET, "Vụ Giáo dục Tiểu học"),
    ("Cục NGQLCB", MOET, "Cục Nhà giáo và Cán bộ quản lý giáo dục"),  # letters swapped and lost
    ("Ban QLCA", MOET, "Ban Quản lý các dự án"),
    ("Vụ GD&ĐT", MOST, None),  # another ministry has nothing like it
    ("Vụ ABCXYZ", MOET, None),
    ("Cục GDĐH", MOET, None),  # a Cục is no Vụ
]


@pytest.mark.parametrize(("printed", "body", "expected"), MISPRINTS)
def test_a_misprint_is_mended_only_where_one_unit_is_left(
    printed: str, body: str, expected: str | None
) -> None:
    unit = resolver().resolve(printed, context(body, "2025-01-15"))
    if expected is None:
        assert not unit.known
        assert unit.reason
    else:
        assert (unit.name, unit.reading) == (expected, "corrected")
        assert unit.reason


def test_a_department_of_ethnic_education_is_no_misprint() -> None:
    assert resolver().resolve("Vụ GDDT", context(MOET, "2024")).name == "Vụ Giáo dục dân tộc"


GROUPS = [
    # printed, body, name
    (
        "Thủ trưởng các đơn vị thuộc Bộ",
        MOET,
        "Các đơn vị thuộc Bộ",
    ),  # heads of a class stand for the class
    ("các đơn vị thuộc Bộ GDĐT", MOET, "Các đơn vị thuộc Bộ"),  # its own name in its own paper
    ("Các đơn vị thuộc Bộ Công Thương", CENTRE, "Các đơn vị thuộc Bộ Công Thương"),
    ("Các cơ sở GDĐH", MOET, "Các cơ sở giáo dục đại học"),  # abbreviations expanded
    (
        "các cơ sở GDĐH trực thuộc Bộ GD&ĐT",
        PROVINCE,
        "Các cơ sở giáo dục đại học trực thuộc Bộ Giáo dục và Đào tạo",
    ),
    ("Các Bộ trưởng", CENTRE, "Các bộ"),
    ("Bộ trưởng", CENTRE, "Các bộ"),  # in the Government's papers: every minister
    ("Thủ trưởng cơ quan ngang bộ", CENTRE, "Các cơ quan ngang bộ"),
    (
        "Chủ tịch Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương",
        CENTRE,
        "Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương",
    ),
    (
        "UBND các huyện, thị xã, thành phố",
        PROVINCE,
        "Ủy ban nhân dân các huyện, thị xã, thành phố",
    ),
    (
        "UBND 06 thành phố trực thuộc trung ương",
        CENTRE,
        "Ủy ban nhân dân 06 thành phố trực thuộc trung ương",
    ),
    ("Các địa phương chủ trì", CENTRE, "Các địa phương"),
    (
        "các bộ, ngành, địa phương khác có liên quan",
        CENTRE,
        "Các bộ, ngành, địa phương khác có liên quan",
    ),
]


@pytest.mark.parametrize(("printed", "body", "expected"), GROUPS)
def test_a_collective_keeps_its_words_and_loses_its_abbreviations(
    printed: str, body: str, expected: str
) -> None:
    unit = resolver().resolve(printed, context(body))
    assert (unit.kind, unit.name) == ("nhóm", expected)


def test_a_collective_is_one_per_body_and_one_per_document_where_it_says_concerned() -> None:
    def group(words: str, body: str, document: str) -> str:
        return resolver().resolve(words, context(body, document=document)).id

    assert group("Các đơn vị thuộc Bộ", MOET, "a") == group("các đơn vị thuộc Bộ", MOET, "b")
    assert group("Các đơn vị thuộc Bộ", MOET, "a") != group("Các đơn vị thuộc Bộ", MOST, "a")
    assert group("Các đơn vị liên quan", MOET, "a") != group("Các đơn vị liên quan", MOET, "b")


def test_a_collective_covers_the_units_that_lived_then() -> None:
    def covered(words: str, date: str | None) -> set[str]:
        where = context(MOET, date)
        return {unit.name for unit in resolver().members(resolver().resolve(words, where), where)}

    assert {"Cục Công nghệ thông tin", "Văn phòng", "Vụ Giáo dục Mầm non"} <= covered(
        "Các đơn vị thuộc Bộ", "2024-05-01"
    )
    assert "Cục Công nghệ thông tin" not in covered("Các đơn vị thuộc Bộ", "2025-06-01")
    assert (
        covered("Các đơn vị liên quan", "2024-05-01") == set()
    )  # "liên quan" covers nobody by itself


def test_what_the_registry_does_not_have_keeps_its_name_and_says_why() -> None:
    unit = resolver().resolve("Trung tâm Khởi nghiệp xanh", context(PROVINCE))
    assert (unit.name, unit.known, unit.parent) == ("Trung tâm Khởi nghiệp xanh", False, PROVINCE)
    assert unit.reason
    assert "Trung tâm Khởi nghiệp xanh" in unit.reason


def test_a_district_arm_is_not_taken_for_the_provincial_one() -> None:
    assert not resolver().resolve("Công an huyện Ba Tơ", context(PROVINCE)).known


def test_a_unit_of_one_ministry_is_not_taken_for_another_ministrys() -> None:
    assert not resolver().resolve("Trung tâm Công nghệ thông tin", context("unit:bo-y-te")).known
    assert not resolver().resolve("Cục Công nghệ thông tin", context("unit:bo-cong-thuong")).known


SYMBOLS = [
    # symbol, body of the document, id
    ("BGDĐT", None, MOET),
    ("TTg", None, CENTRE),
    ("CP", None, "unit:chinh-phu"),
    ("UBND", None, None),  # which province?
    ("UBND", PROVINCE, PROVINCE),
    ("HĐND", PROVINCE, f"{PROVINCE}/hoi-dong-nhan-dan"),
]


@pytest.mark.parametrize(("symbol", "body", "expected"), SYMBOLS)
def test_the_symbol_of_a_number_names_the_issuer(
    symbol: str, body: str | None, expected: str | None
) -> None:
    unit = resolver().issuer_of_symbol(symbol, body, "2024-01-01")
    assert (unit.id if unit else None) == expected


def test_the_body_behind_a_minister_is_the_ministry_and_the_prime_minister_stays() -> None:
    def behind(words: str) -> str:
        return resolver().body_behind(resolver().resolve(words, context(None))).id

    assert behind("Bộ trưởng Bộ Giáo dục và Đào tạo") == MOET
    assert behind("Chủ tịch UBND tỉnh Quảng Ngãi") == PROVINCE
    assert behind("Thủ tướng Chính phủ") == CENTRE


CELLS = [
    # cell, body, names
    ("Cục CNTT; Văn phòng", MOET, ["Cục CNTT", "Văn phòng"]),
    ("Vụ GDTrH, Vụ GDMN", MOET, ["Vụ GDTrH", "Vụ GDMN"]),
    ("Cục CNTT và đơn vị liên quan", MOET, ["Cục CNTT", "đơn vị liên quan"]),
    (
        "Các bộ, ngành, địa phương",
        CENTRE,
        ["Các bộ, ngành, địa phương"],
    ),  # one determiner, one entry
    (
        "các bộ, ngành, địa phương khác có liên quan",
        CENTRE,
        ["các bộ, ngành, địa phương khác có liên quan"],
    ),
    (
        "các Vụ: GDMN, GDTH; Cục CNTT",
        MOET,
        ["Vụ GDMN", "Vụ GDTH", "Cục CNTT"],
    ),  # the determiner goes to each
    ("Các Vụ, Cục, Ban QLCA", MOET, ["Các Vụ, Cục", "Ban QLCA"]),
    ("các cơ sở GDPT, GDTX", MOET, ["các cơ sở GDPT", "các cơ sở GDTX"]),
    (
        "Vụ Khoa học, Công nghệ và Môi trường, Vụ Pháp chế",
        MOET,
        ["Vụ Khoa học, Công nghệ và Môi trường", "Vụ Pháp chế"],
    ),
    (
        "Bộ Văn hóa, Thể thao và Du lịch và Bộ Tài chính",
        CENTRE,
        ["Bộ Văn hóa, Thể thao và Du lịch", "Bộ Tài chính"],
    ),
    (
        "Cục Nuôi trồng và Bảo vệ đồng cỏ",
        CENTRE,
        ["Cục Nuôi trồng và Bảo vệ đồng cỏ"],
    ),  # unknown, and "Bảo" is no "Báo"
    (
        "Bộ Thông tin và Truyền thông Bộ Khoa học và Công nghệ",
        CENTRE,
        ["Bộ Thông tin và Truyền thông", "Bộ Khoa học và Công nghệ"],
    ),
    (
        "Phòng Tổ chức Phòng Hạ tầng",
        PROVINCE,
        ["Phòng Tổ chức", "Phòng Hạ tầng"],
    ),  # lines glued, nobody knows them
    ("Vụ Pháp chế Vụ Tổ chức phi chính phủ", CENTRE, ["Vụ Pháp chế", "Vụ Tổ chức phi chính phủ"]),
    ("Hội Luật gia tỉnh Hội Nông dân tỉnh", PROVINCE, ["Hội Luật gia tỉnh", "Hội Nông dân tỉnh"]),
    ("VNPT Cao Bằng Viettel Cao Bằng", PROVINCE, ["VNPT Cao Bằng", "Viettel Cao Bằng"]),
    ("Công an tỉnh Đài Khí tượng thủy văn", PROVINCE, ["Công an tỉnh", "Đài Khí tượng thủy văn"]),
    ("Chi nhánh Viettel Lâm Đồng", PROVINCE, ["Chi nhánh Viettel Lâm Đồng"]),
    ("Vụ Pháp chế Bộ Y tế", CENTRE, ["Vụ Pháp chế Bộ Y tế"]),  # its body, no second name
    ("Tổ giúp việc Ban Chỉ đạo", PROVINCE, ["Tổ giúp việc Ban Chỉ đạo"]),
    (
        "Văn phòng, Vụ TCCB các đơn vị thuộc Bộ",
        MOET,
        ["Văn phòng", "Vụ TCCB", "các đơn vị thuộc Bộ"],
    ),  # glued
    (
        "Bộ Công an (Trung tâm Dữ liệu quốc gia), Bộ Y tế",
        CENTRE,
        ["Bộ Công an (Trung tâm Dữ liệu quốc gia)", "Bộ Y tế"],
    ),
    (
        "Các Sở: Giáo dục và Đào tạo, Tài chính",
        PROVINCE,
        ["Sở Giáo dục và Đào tạo", "Sở Tài chính"],
    ),
    (
        "Sở: Tài chính, Nội vụ",
        PROVINCE,
        ["Sở Tài chính", "Sở Nội vụ"],
    ),  # the colon distributes without a determiner too
    (
        "Ủy ban nhân dân các thành phố: Hà Nội, Cần Thơ",
        CENTRE,
        ["Ủy ban nhân dân thành phố Hà Nội", "Ủy ban nhân dân thành phố Cần Thơ"],
    ),
    (
        "HĐND, UBND các xã, phường",
        PROVINCE,
        ["HĐND các xã, phường", "UBND các xã, phường"],
    ),  # what follows belongs to both
    (
        "Sở Tài chính các tỉnh, thành phố trực thuộc trung ương",
        CENTRE,
        ["Sở Tài chính các tỉnh, thành phố trực thuộc trung ương"],
    ),
    (
        "Vụ Nuôi trồng\nthủy sản; Vụ Pháp chế",
        CENTRE,
        ["Vụ Nuôi trồng thủy sản", "Vụ Pháp chế"],
    ),  # a line end within a name
    (
        "Các đơn vị thuộc Bộ; cơ quan, đơn vị liên quan trong và ngoài Bộ",
        MOET,
        ["Các đơn vị thuộc Bộ", "cơ quan, đơn vị liên quan trong và ngoài Bộ"],
    ),
    (
        "Các đơn vị thuộc Bộ, cơ quan, đơn vị liên quan trong và ngoài Bộ",
        MOET,
        ["Các đơn vị thuộc Bộ", "cơ quan, đơn vị liên quan trong và ngoài Bộ"],
    ),
    ("Sở VH,TT&DL, Sở Y tế", PROVINCE, ["Sở VH,TT&DL", "Sở Y tế"]),  # the comma of an abbreviation
    (  # a class outside the administration, with words of its own
        "Các bộ, ngành, địa phương, doanh nghiệp liên quan, các hội nghề nghiệp",
        CENTRE,
        ["Các bộ, ngành, địa phương", "doanh nghiệp liên quan", "các hội nghề nghiệp"],
    ),
    (
        "các Hiệp hội và Doanh nghiệp công nghệ số",
        CENTRE,
        ["các Hiệp hội và Doanh nghiệp công nghệ số"],
    ),  # one determiner
    (
        "Các Vụ, Cục thuộc Bộ; Vụ Pháp chế",
        MOET,
        ["Các Vụ, Cục thuộc Bộ", "Vụ Pháp chế"],
    ),  # kinds that share "thuộc Bộ"
    (
        "Văn phòng HĐND và UBND xã; Phòng Kinh tế",
        PROVINCE,
        ["Văn phòng HĐND và UBND xã", "Phòng Kinh tế"],
    ),
    (
        "Đảng ủy Mặt trận Tổ quốc và các đoàn thể tỉnh, Sở Y tế",
        PROVINCE,
        ["Đảng ủy Mặt trận Tổ quốc và các đoàn thể tỉnh", "Sở Y tế"],
    ),  # which they have together
    (
        "Mặt trận Tổ quốc và các đoàn thể",
        PROVINCE,
        ["Mặt trận Tổ quốc", "các đoàn thể"],
    ),
    ("TCXD, TCKT, TCHC", PROVINCE, ["TCXD", "TCKT", "TCHC"]),  # signs of firms
    ("Các trường đại học, viện nghiên cứu", CENTRE, ["Các trường đại học, viện nghiên cứu"]),
    ("TT Tỉnh ủy, TT HĐND tỉnh", PROVINCE, ["TT Tỉnh ủy", "TT HĐND tỉnh"]),
    ("CT, PCT UBND tỉnh", PROVINCE, ["CT UBND tỉnh", "PCT UBND tỉnh"]),
    (
        "Vụ Kế hoạch\n- Tài chính",
        MOET,
        ["Vụ Kế hoạch - Tài chính"],
    ),  # a line end before the dash of a name
    (
        "Vụ Giáo dục\nĐại học, Vụ Pháp chế",
        MOET,
        ["Vụ Giáo dục Đại học", "Vụ Pháp chế"],
    ),  # … before a head word
    ("Vụ Pháp chế\nThanh tra", MOET, ["Vụ Pháp chế", "Thanh tra"]),  # two names, a line each
    (
        "- Cục CNTT;\n- Vụ Pháp chế.",
        MOET,
        ["Cục CNTT", "Vụ Pháp chế"],
    ),  # bullets, and a stop at the end
    ("", MOET, []),
    (
        "Hội đồng nhân dân, Ủy ban nhân dân tỉnh Đồng Tháp",
        CENTRE,
        ["Hội đồng nhân dân tỉnh Đồng Tháp", "Ủy ban nhân dân tỉnh Đồng Tháp"],
    ),  # a council is no unit of the committee behind its comma
    (
        "Sở Y tế, Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh",
        PROVINCE,
        ["Sở Y tế", "Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh"],
    ),  # one office of two bodies, half of its name shortened
    (
        "Công an các xã, phường cùng lực lượng dân quân",
        PROVINCE,
        ["Công an các xã, phường", "lực lượng dân quân"],
    ),  # "cùng" parts names as a comma does, collectives too
    (
        "Ủy ban nhân dân cấp xã cùng với các đơn vị có liên quan",
        PROVINCE,
        ["Ủy ban nhân dân cấp xã", "các đơn vị có liên quan"],
    ),
    (
        "Sở Y tế, Khoa Xét nghiệm và Sở Nội vụ",
        PROVINCE,
        ["Sở Y tế", "Khoa Xét nghiệm", "Sở Nội vụ"],
    ),  # a letter of a name is no number of a term of office
    (
        "Các doanh nghiệp trên địa bàn các xã Bình Minh, Tân Phú",
        PROVINCE,
        ["Các doanh nghiệp trên địa bàn các xã Bình Minh, Tân Phú"],
    ),  # the places of a class are no bodies
    (
        "Hội Nông dân các cấp, Ủy ban Mặt trận Tổ quốc các xã, phường",
        PROVINCE,
        ["Hội Nông dân các cấp", "Ủy ban Mặt trận Tổ quốc các xã, phường"],
    ),  # classes of mass organisations by their places
    (
        "Các Ban, đại biểu Hội đồng nhân dân tỉnh",
        PROVINCE,
        ["Các Ban", "đại biểu Hội đồng nhân dân tỉnh"],
    ),  # deputies are no more of the boards before them
]


@pytest.mark.parametrize(("cell", "body", "expected"), CELLS)
def test_a_cell_is_split_into_units(cell: str, body: str, expected: list[str]) -> None:
    pieces = split_units(cell, resolver(), context(body, "2024-06-01"))
    assert [piece.name for piece in pieces] == expected


@pytest.mark.parametrize(("cell", "body"), [row[:2] for row in CELLS])
def test_the_pieces_of_a_cell_stand_where_they_say(cell: str, body: str) -> None:
    pieces = split_units(cell, resolver(), context(body, "2024-06-01"))
    assert [cell[piece.start : piece.end] for piece in pieces] == [piece.text for piece in pieces]
    assert all(a.end <= b.start for a, b in pairwise(pieces))
