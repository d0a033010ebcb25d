"""A place called alone is the one that the title names, and no word within other names."""

from __future__ import annotations

import pytest

from luocdo.graph.units.resolving import UnitContext, UnitResolver
from luocdo.loaders.head.visited import places_of_title


@pytest.mark.parametrize(
    ("title", "places"),
    [
        ("Kết luận tại buổi làm việc với lãnh đạo tỉnh Điện Biên", {"Tỉnh": "tỉnh Điện Biên"}),
        ("KẾT LUẬN TẠI BUỔI LÀM VIỆC VỚI TỈNH LẠNG SƠN", {"Tỉnh": "tỉnh Lạng Sơn"}),
        ("Kết luận tại cuộc họp với phường Hà Tu về thu gom rác", {"Phường": "phường Hà Tu"}),
        ("KẾT LUẬN TẠI BUỔI LÀM VIỆC VỚI TỈNH LẠNG SƠN VỀ CỬA KHẨU", {}),  # where does it end
        ("Kết luận tại buổi làm việc với tỉnh Sơn La và tỉnh Lai Châu", {}),  # which of them
        ("Phê duyệt quy hoạch tỉnh Sơn La", {}),  # nobody is met
    ],
)
def test_a_title_names_the_place_that_is_met(title: str, places: dict[str, str]) -> None:
    assert places_of_title(title) == places


def test_the_place_is_resolved_where_it_stands_alone_only() -> None:
    told = places_of_title("Kết luận tại buổi làm việc với lãnh đạo tỉnh Điện Biên")
    context = UnitContext("unit:chinh-phu", told, None, None)
    resolver = UnitResolver.load()
    assert resolver.resolve("Tỉnh", context).name == "Tỉnh Điện Biên"
    assert "Điện Biên ủy" not in resolver.resolve("Các ban Tỉnh ủy", context).name
