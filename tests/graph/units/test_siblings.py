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
    ("các bộ, ngành và cộng đồng dân cư", ["các bộ, ngành", "cộng đồng dân cư"]),
]


@pytest.mark.parametrize(("cell", "names"), CELLS)
def test_a_cell_names_each_unit_in_full(cell: str, names: list[str]) -> None:
    found = split_units(cell, UnitResolver.load(), UnitContext(None, {}, None, None))
    assert [unit.name for unit in found] == names
    assert all(unit.text in cell for unit in found)
