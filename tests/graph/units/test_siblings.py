"""Names that share the head of the first: each is a unit of its own, and a name with commas stays
one.
"""

from __future__ import annotations

import pytest

from luocdo.graph.units.cell_units import split_units
from luocdo.graph.units.resolving import UnitContext, UnitResolver

CELLS = [
    ("Bộ Tài chính, Công Thương, Bộ Y tế", ["Bộ Tài chính", "Bộ Công Thương", "Bộ Y tế"]),
    ("Bộ Nội vụ, Giáo dục và Đào tạo, Y tế", ["Bộ Nội vụ", "Bộ Giáo dục và Đào tạo", "Bộ Y tế"]),
    ("Các Bộ: Quốc phòng, Công an, Ngoại giao", ["Bộ Quốc phòng", "Bộ Công an", "Bộ Ngoại giao"]),
    ("Bộ Văn hóa, Thể thao và Du lịch, Bộ Y tế", ["Bộ Văn hóa, Thể thao và Du lịch", "Bộ Y tế"]),
    ("Vụ Khoa học, Công nghệ và Môi trường", ["Vụ Khoa học, Công nghệ và Môi trường"]),
    ("UBND TP. Hà Nội, Đà Nẵng", ["UBND TP. Hà Nội", "UBND thành phố Đà Nẵng"]),
    ("UBND huyện An, thị xã Bình", ["UBND huyện An", "UBND thị xã Bình"]),
    ("UBND tỉnh An, UBND các xã, phường", ["UBND tỉnh An", "UBND các xã, phường"]),
    ("VNPT Lâm Đồng, Viettel Lâm Đồng", ["VNPT Lâm Đồng", "Viettel Lâm Đồng"]),
    (
        "Ban Quản lý Khu kinh tế và các khu công nghiệp",
        ["Ban Quản lý Khu kinh tế và các khu công nghiệp"],
    ),
    # the places of a class, and the noun that one of them brings
    ("UBND các xã An Lạc, Ea Kar; Sở Y tế", ["UBND xã An Lạc", "UBND xã Ea Kar", "Sở Y tế"]),
    ("Công an các phường: Tân An, M'Drắk và xã Ea Ô", ["Công an phường Tân An", "Công an phường M'Drắk", "Công an xã Ea Ô"]),
    ("Chủ tịch UBND các xã Ia Ly, các phường Hội An, Thắng Lợi", ["Chủ tịch UBND xã Ia Ly", "Chủ tịch UBND phường Hội An", "Chủ tịch UBND phường Thắng Lợi"]),
    ("UBND các xã, phường", ["UBND các xã, phường"]),
    ("Trưởng các phòng Đào tạo, Khảo thí", ["Phòng Đào tạo", "Phòng Khảo thí"]),
    ("Các Sở Y tế, Sở Nội vụ", ["Các Sở Y tế", "Sở Nội vụ"]),
    # the members of a class without a colon, told apart where they are known
    ("các Vụ, Cục thuộc Bộ", ["các Vụ, Cục thuộc Bộ"]),
    ("Giám đốc các Trung tâm Y tế: Krông Ana, Ea Súp", ["Trung tâm Y tế Krông Ana", "Trung tâm Y tế Ea Súp"]),
    ("Thanh tra Sở Y tế", ["Thanh tra Sở Y tế"]),
    # who acts along with another, known or not
    ("Văn phòng Tỉnh ủy cùng Đảng ủy UBND tỉnh", ["Văn phòng Tỉnh ủy", "Đảng ủy UBND tỉnh"]),
    ("Sở Y tế cùng với các đơn vị liên quan", ["Sở Y tế", "các đơn vị liên quan"]),
    ("các cơ quan cùng cấp", ["các cơ quan cùng cấp"]),
    ("các bộ, ngành và cộng đồng dân cư", ["các bộ, ngành", "cộng đồng dân cư"]),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "names"), CELLS)
def test_a_cell_names_each_unit_in_full(cell: str, names: list[str]) -> None:
    found = split_units(cell, UnitResolver.load(), UnitContext(None, {}, None, None))
    assert [unit.name for unit in found] == names
    assert all(unit.text in cell for unit in found)


OF_A_PROVINCE = [
    ("các Sở Y tế, Giáo dục và Đào tạo, Công an tỉnh", ["Sở Y tế", "Sở Giáo dục và Đào tạo", "Công an tỉnh"]),
    ("Giám đốc các Sở Nội vụ, Tài chính", ["Sở Nội vụ", "Sở Tài chính"]),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "names"), OF_A_PROVINCE)
def test_the_members_of_a_class_are_told_apart_where_they_are_known(
    cell: str, names: list[str]
) -> None:
    known = UnitContext("unit:uy-ban-nhan-dan-tinh-bac-ninh", {}, None, None)
    found = split_units(cell, UnitResolver.load(), known)
    assert [unit.name for unit in found] == names
