"""A goal is a figure below a heading of goals; the year comes from its own words, else from the
heading.
"""

from __future__ import annotations

import pytest

from luocdo.graph.records import HeaderRecord, TargetRecord
from luocdo.graph.units.resolving import UnitContext, UnitResolver
from luocdo.loaders.context import ReadingContext
from luocdo.loaders.figures.body_targets import read_body_targets
from luocdo.loaders.figures.measures import bound_of
from luocdo.loaders.text.clauses import read_clauses
from luocdo.loaders.text.page import Page, Span
from luocdo.loaders.text.zones import Part

EMPTY = Span(0, 0)


def targets(body: str, nature: str = "administrative", **head: str) -> list[TargetRecord]:
    page = Page.of("kế hoạch.txt", body)
    whole = Span(0, len(page.flat))
    part = Part(whole, EMPTY, EMPTY, EMPTY, whole, EMPTY)
    header = HeaderRecord(nature=nature, **head)  # type: ignore[arg-type]  # one of its four words
    context = ReadingContext(
        page, part, header, UnitResolver.load(), UnitContext(None, {}, None, None)
    )
    return list(read_body_targets(context, read_clauses(page, whole)))


@pytest.mark.parametrize(
    ("words", "value", "unit", "by"),
    [
        ("100% hồ sơ được lưu trữ số.", "100%", "%", "2030-12-31"),  # the heading's year
        (
            "Đến năm 2027, trên 50% học sinh biết bơi.",
            "trên 50%",
            "%",
            "2027-12-31",
        ),  # its own year
        (
            "Có ít nhất 1.200 lớp học được sửa chữa.",
            "ít nhất 1.200",
            "lớp học",
            "2030-12-31",
        ),  # a count
        (
            "Nồng độ bụi đạt dưới 40 μg/m3 (giảm 20% so với năm 2024).",
            "dưới 40",
            "μg/m3",
            "2030-12-31",
        ),  # not the bracket
        ("Tỷ lệ che phủ tăng từ 40% lên 45%.", "từ 40% lên 45%", "%", "2030-12-31"),  # from, to
        (
            "Mỗi xã đạt 12 lượt khám trên một người dân dưới 15 tuổi.",
            "12",
            "lượt khám",
            "2030-12-31",
        ),  # an age is no goal
    ],
)
def test_a_goal_has_value_unit_and_end(words: str, value: str, unit: str, by: str) -> None:
    (found,) = targets(f"I. MỤC TIÊU ĐẾN NĂM 2030\n1. {words}")
    assert (found.value, found.unit, found.by, found.origin) == (value, unit, by, "body")
    assert found.bound == bound_of(value)


def test_figures_elsewhere_are_facts() -> None:
    assert not targets("I. TÌNH HÌNH\n1. Năm qua 90% hồ sơ được lưu trữ số.")


def test_a_goal_without_a_figure_is_not_measurable() -> None:
    assert not targets("I. MỤC TIÊU\n1. Nâng cao nhận thức của cán bộ.")


def test_each_figure_of_a_sentence_is_a_goal() -> None:
    found = targets(
        "I. MỤC TIÊU ĐẾN NĂM 2030\n1. Trên 30% trường tiểu học, 60% trường trung học có thư viện số."
    )
    assert [target.value for target in found] == ["Trên 30%", "60%"]
    assert len({target.text for target in found}) == 1
    assert (
        len(targets("I. MỤC TIÊU ĐẾN NĂM 2030\n1. 100% trường học, 100% trạm y tế nối mạng.")) == 2
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Chỉ số phát triển con người duy trì trên 0,7.", [("trên 0,7", "2030-12-31")]),
        ("Có từ 40 - 50 tổ chức được xếp hạng.", [("từ 40 - 50", "2030-12-31")]),
        ("Kinh phí từ xã hội chiếm hơn 60%.", [("hơn 60%", "2030-12-31")]),
        (
            "Tỷ lệ hài lòng đạt trung bình 80%.",
            [("80%", "2030-12-31")],
        ),  # an average is its figure
        (
            "Năm 2027 đạt trên 8% và năm 2028 đạt 10%.",
            [("trên 8%", "2027-12-31"), ("10%", "2028-12-31")],
        ),
        (
            "Năm 2027 đạt trên 8%, năm 2028 từ 10% trở lên.",
            [("trên 8%", "2027-12-31"), ("từ 10%", "2028-12-31")],
        ),
        (
            "Số hóa 90% hồ sơ tại cấp tỉnh; 80% hồ sơ tại cấp xã.",
            [("90%", "2030-12-31"), ("80%", "2030-12-31")],
        ),
    ],
)
def test_value_and_year_of_each_figure(words: str, expected: list[tuple[str, str]]) -> None:
    assert [
        (one.value, one.by) for one in targets(f"I. CHỈ TIÊU ĐẾN NĂM 2030\n1. {words}")
    ] == expected


@pytest.mark.parametrize(
    ("value", "bound"),
    [
        ("trên 50%", ">"),
        ("hơn 60%", ">"),
        ("tối thiểu 60%", "≥"),
        ("ít nhất 1.200", "≥"),
        ("dưới 40", "<"),
        ("không quá 1%", "≤"),
        ("khoảng 30%", "≈"),
        ("≤ 3 Đông Nam Á", "≤"),
        ("từ 40% lên 45%", None),
        ("từ 10%", "≥"),
        ("80%", None),
    ],
)
def test_a_bound_stands_beside_the_value(value: str, bound: str | None) -> None:
    assert bound_of(value) == bound


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Sở A rà soát, phấn đấu 100% hồ sơ được số hóa.", 1),
        ("Đến năm 2030, tỷ lệ thu gom đạt 90%.", 1),
        ("Hỗ trợ 50% chi phí đào tạo.", 0),  # no goal
        ("Đến năm 2020, tỷ lệ thu gom đạt 60%.", 0),  # it has been
    ],
)
def test_a_sentence_may_set_a_goal_outside_a_section_of_goals(words: str, found: int) -> None:
    assert len(targets(f"III. NHIỆM VỤ\n1. {words}", date="2025-11-20")) == found


def test_a_goal_without_a_year_of_its_own_is_of_the_documents_year() -> None:
    (found,) = targets(
        "I. MỤC TIÊU\n1. 100% xã có nhà văn hóa.", title="Kế hoạch văn hóa năm 2026"
    )
    assert found.by == "2026-12-31"


def test_the_ceilings_of_a_norm_and_results_are_no_goals() -> None:
    assert not targets("Điều 1. Mức hỗ trợ\n1. Phấn đấu không quá 50% chi phí.", "normative")
    assert not targets("I. KẾT QUẢ NĂM 2025\n1. Phấn đấu và đạt 100% kế hoạch.")


def test_sentences_are_goals_of_their_own_behind_an_abbreviation_too() -> None:
    found = targets(
        "I. MỤC TIÊU ĐẾN NĂM 2030\n1. Kinh tế số đạt 30% GRDP. Tỷ lệ phủ sóng đạt 100%."
    )
    assert [target.value for target in found] == ["30%", "100%"]
    assert found[0].text == "Kinh tế số đạt 30% GRDP"


def test_goals_stand_under_headings_of_the_party_too() -> None:
    (found,) = targets("II- MỤC TIÊU\n1- Đến năm 2030\n- Trên 80% chi bộ họp trực tuyến.")
    assert (found.place, found.by) == ("II › 1 › gạch đầu dòng 1", "2030-12-31")


def test_norms_set_no_goals() -> None:
    assert not targets(
        "Điều 4. Chỉ tiêu quy hoạch\n1. Mật độ xây dựng tối đa 40%.", nature="normative"
    )


GOES_ON = [
    # sentence, the figures that it sets as goals
    (
        "Phấn đấu tỷ lệ trẻ em đạt khoảng 22%; tỷ lệ người cao tuổi đạt khoảng 12%; 70% phụ nữ được khám.",
        ["khoảng 22%", "khoảng 12%", "70%"],
    ),
    ("Phấn đấu đạt: 90% hộ có nước sạch; trên 95% hộ có điện.", ["90%", "trên 95%"]),
    ("Phấn đấu mở ít nhất 12 lớp; tối thiểu 300 học viên.", ["ít nhất 12", "tối thiểu 300"]),
    ("Cụ thể: Phấn đấu dưới 5% hộ nghèo; 80% lao động qua đào tạo.", ["dưới 5%", "80%"]),
    ("Phấn đấu 60% số xã có kho; số còn lại dùng chung với huyện.", ["60%"]),
    ("Phấn đấu giảm 10% điện năng; từ 15% đến 20% giấy in.", ["10%", "từ 15% đến 20%"]),
    # a count behind a share says what the share is of; behind a comma it is a goal
    ("Phấn đấu 70% phụ nữ được khám ít nhất 4 lần.", ["70%"]),
    ("Phấn đấu 100% xã có tối thiểu 2 cán bộ thú y; 80% hộ nuôi dưới 5 con.", ["100%", "80%"]),
    ("Phấn đấu 70% hộ có nước sạch, ít nhất 12 trạm cấp nước.", ["70%", "ít nhất 12"]),
    # told of what was, or in a sentence of its own
    ("Phấn đấu 60% số xã có kho; năm qua đã đạt 45%.", ["60%"]),
    ("Phấn đấu 60% số xã có kho. Hiện nay 45% số xã có kho.", ["60%"]),
    ("Mẫu hồ sơ gồm 3 phần; 45% số xã có kho.", []),
]


@pytest.mark.parametrize(("words", "figures"), GOES_ON)
def test_a_goal_goes_on_behind_its_semicolons(words: str, figures: list[str]) -> None:
    assert [one.value for one in targets(f"II. NHIỆM VỤ\n1. {words}")] == figures


@pytest.mark.parametrize(
    ("title", "by"),
    [
        ("Kế hoạch y tế năm 2026", "2026-12-31"),
        ("Thực hiện Chỉ thị số 27/CT-TTg ngày 15 tháng 8 năm 2024 về dân số", None),
        ("Thực hiện Nghị quyết ngày 15 tháng 8 năm 2024 trong năm 2026", "2026-12-31"),
    ],
)
def test_the_day_of_a_cited_act_is_no_year_of_the_plan(title: str, by: str | None) -> None:
    (found,) = targets("II. NHIỆM VỤ\n1. Phấn đấu 60% số xã có kho.", title=title)
    assert found.by == by
