"""Documents and units are found as people name them; what nothing answers to gives what shares its words, never noise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_graph import document, unit

from luocdo.graph.model import Graph
from luocdo.graph.stores.ladybug import LadybugStore
from luocdo.queries.describe import short_name
from luocdo.queries.naming import find_document, find_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.stores.base import Store

MINISTRY, HANOI = "Bộ Giáo dục và Đào tạo", "Ủy ban nhân dân thành phố Hà Nội"
NODES = (
    document("131", "131/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", date="2022-01-25", title="phê duyệt Đề án mẫu"),
    document("131b", "131/QĐ-BYT", "Quyết định", "Bộ Y tế", date="2021-02-03"),
    document("57", "57-NQ/TW", "Nghị quyết", "Bộ Chính trị", date="2024-12-22"),
    document("03", "03/NQ-CP", "Nghị quyết", "Chính phủ", date="2025-01-09", title="triển khai Nghị quyết số 57-NQ/TW"),
    document("03b", "03/NQ-HĐND", "Nghị quyết", "Hội đồng nhân dân tỉnh Nghệ An", date="2025-03-01"),
    document("luat", "Luật Giao dịch điện tử", "Luật", "Quốc hội", date="2023-06-22"),
    document("luat-cu", "Luật Giao dịch điện tử", "Luật", "Quốc hội", date="2005-11-29"),
    document("qd", "Quyết định Bộ trưởng Bộ Y tế 2022", "Quyết định", "Bộ trưởng Bộ Y tế", year=2022, status="loaded"),
    unit("cntt", "Cục Công nghệ thông tin", MINISTRY, "Cục CNTT"),
    unit("gd", "Phòng Giáo dục và Đào tạo", "Ủy ban nhân dân huyện Bình Sơn", ""),
    unit("hcm", "Ủy ban nhân dân Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh", ""),
    unit("mttq", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "", ""),
    unit("syt", "Sở Y tế", HANOI, ""),
    unit("hn", "Ủy ban nhân dân thành phố Hà Nội", "Hà Nội", ""),
    unit("tu", "Thành ủy Hà Nội", "", ""),
    unit("thue", "Cục Thuế", "Bộ Tài chính", ""),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    whole = Graph(NODES, (), ())
    with LadybugStore(tmp_path_factory.mktemp("names") / "x.lbug", lambda _: whole) as opened:
        opened.replace({"a.txt": b'{"file":"a.txt"}'}, whole)
        yield opened


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("131 ttg", ["131"]),
        ("qd131 ttg", ["131"]),
        ("qd131", ["131", "131b"]),  # several: the reader chooses
        ("131/QĐ-TTg", ["131"]),  # an exact number wins
        ("NQ57", ["57"]),
        ("57-NQ/TW", ["57"]),  # though another's title holds it
        ("3/NQ-CP", ["03"]),
        ("nghị quyết 03 của chính phủ", ["03"]),
        ("Nghị quyết số 03/NQ-HĐND", ["03b"]),
        ("Luật Giao dịch điện tử ngày 22/6/2023", ["luat"]),
        ("Luật Giao dịch điện tử ngày 29 tháng 11 năm 2005", ["luat-cu"]),
        ("phê duyệt đề án mẫu", ["131"]),
        ("1131/QĐ-TTg", []),  # never another paper
        ("NQ 99", []),
        ("", []),
    ],
)
def test_a_document_is_found_as_people_name_it(words: str, keys: list[str], store: Store) -> None:
    assert sorted(one.id for one in find_document(store, words).matches) == sorted(f"doc:{key}" for key in keys)


def test_what_an_answer_prints_as_a_name_can_be_typed_back(store: Store) -> None:
    (paper,) = find_document(store, "doc:qd").matches
    assert short_name(paper) == "QĐ 2022 Bộ trưởng Bộ Y tế"
    assert find_document(store, short_name(paper)).matches == (paper,)


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("ubnd tp hcm", ["hcm"]),
        ("TP.HCM", ["hcm"]),
        ("mttq", ["mttq"]),
        ("cuc cong nghe thong tin bo gddt", ["cntt"]),
        ("phòng gddt", ["gd"]),
        ("so y te ha noi", ["syt"]),
        ("hà nội", ["hn", "tu"]),
        ("tổng cục thuế", []),
    ],
)
def test_a_unit_is_found_as_people_name_it(words: str, keys: list[str], store: Store) -> None:
    assert sorted(one.id for one in find_unit(store, words).matches) == sorted(f"unit:{key}" for key in keys)


def test_what_nothing_answers_to_gives_what_shares_its_words(store: Store) -> None:
    assert find_unit(store, "tổng cục thuế").nearest[0] == "Cục Thuế · Bộ Tài chính"
    assert find_unit(store, "zzz qqq").nearest == ()
