"""Documents and units are found as people name them; what nothing answers to gives what shares its
words, never noise.
"""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest
from small_graph import document, unit

from luocdo.graph.errors import NothingFoundError
from luocdo.graph.model import Graph, Node
from luocdo.graph.stores.ladybug import LadybugStore
from luocdo.queries.describe import short_name
from luocdo.queries.naming import find_document, find_unit, the_unit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from luocdo.graph.stores.base import Store

MINISTRY, HANOI = "Bộ Giáo dục và Đào tạo", "Ủy ban nhân dân thành phố Hà Nội"
NODES = (
    document(
        "131",
        "131/QĐ-TTg",
        "Quyết định",
        "Thủ tướng Chính phủ",
        date="2022-01-25",
        title="phê duyệt Đề án mẫu",
    ),
    document("131b", "131/QĐ-BYT", "Quyết định", "Bộ Y tế", date="2021-02-03"),
    document("57", "57-NQ/TW", "Nghị quyết", "Bộ Chính trị", date="2024-12-22"),
    document(
        "03",
        "03/NQ-CP",
        "Nghị quyết",
        "Chính phủ",
        date="2025-01-09",
        title="triển khai Nghị quyết số 57-NQ/TW",
    ),
    document(
        "03b", "03/NQ-HĐND", "Nghị quyết", "Hội đồng nhân dân tỉnh Nghệ An", date="2025-03-01"
    ),
    document("luat", "Luật Giao dịch điện tử", "Luật", "Quốc hội", date="2023-06-22"),
    document("luat-cu", "Luật Giao dịch điện tử", "Luật", "Quốc hội", date="2005-11-29"),
    document("40", "40/KH-BGDĐT", "Kế hoạch", MINISTRY, date="2025-02-05"),
    document(
        "luat-so",
        "20/2023/QH15",
        "Luật",
        "Quốc hội",
        date="2023-06-20",
        title="GIAO THÔNG THÔNG MINH",
    ),
    document(
        "nd",
        "9/2024/NĐ-CP",
        "Nghị định",
        "Chính phủ",
        date="2024-02-01",
        title="hướng dẫn Luật Giao thông thông minh",
    ),
    document("kl", "12-KL/TW", "Kết luận", "Ban Bí thư", date="2024-03-01"),
    document(
        "qd",
        "Quyết định Bộ trưởng Bộ Y tế 2022",
        "Quyết định",
        "Bộ trưởng Bộ Y tế",
        year=2022,
        status="loaded",
    ),
    unit("cntt", "Cục Công nghệ thông tin", MINISTRY, "Cục CNTT"),
    unit("gd", "Phòng Giáo dục và Đào tạo", "Ủy ban nhân dân huyện Bình Sơn", ""),
    unit("hcm", "Ủy ban nhân dân Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh", ""),
    unit("mttq", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "", ""),
    unit("syt", "Sở Y tế", HANOI, ""),
    unit("hn", "Ủy ban nhân dân thành phố Hà Nội", "Hà Nội", ""),
    unit("tu", "Thành ủy Hà Nội", "", ""),
    unit("thue", "Cục Thuế", "Bộ Tài chính", ""),
    unit("bk", "Đại học Bách khoa Hà Nội", "Thủ đô", "ĐHBK Hà Nội"),
    unit("hdnd", "Hội đồng nhân dân tỉnh Nghệ An", "Nghệ An", ""),
    unit("xa", "Ủy ban Mặt trận Tổ quốc Việt Nam xã Yên Sơn", "", ""),
    unit("ld", "Bộ Lao động - Thương binh và Xã hội", "", ""),
    unit("bt", "Bộ trưởng Bộ Lao động - Thương binh và Xã hội", "", ""),
    unit("lc", "Tỉnh Lào Cai", "", "", "địa phương"),
    Node(
        "Unit",
        "unit:lop",
        {
            "name": "Các Sở Nội vụ",
            "display": "Các Sở Nội vụ",
            "kind": "nhóm",
            "name_fold": "cac so noi vu",
        },
    ),
    unit("lop2", "Các Sở Nội vụ", "Bộ Nội vụ", "", "nhóm"),
    unit("lc2", "Ủy ban nhân dân tỉnh Lào Cai", "", ""),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    whole = Graph(NODES, (), ())
    with LadybugStore(
        tmp_path_factory.mktemp("names") / "x.lbug", lambda _: nullcontext(whole)
    ) as opened:
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
        ("131/QĐ-BTC", []),
        ("9/2023", []),
        ("quyết định của thủ tướng số 131", ["131"]),
        ("đề án 131", ["131", "131b"]),
        ("qd 131 ngày 25/01/2022", ["131"]),
        ("131/QĐ-TTg (25/01/2022)", ["131"]),
        ("qđ 131 năm 2021", ["131b"]),
        ("kế hoạch 40 bộ gddt", ["40"]),
        ("kh40/bgddt", ["40"]),
        ("luật 20/2023", ["luat-so"]),
        ("luật giao thông thông minh", ["luat-so"]),  # the whole title, not what is to guide it
        ("luật giao thông thông minh 2023", ["luat-so"]),
        ("luật giao thông thông minh số 20", ["luat-so"]),
        ("luat giao thong thong minh ngay 20/6/2023", ["luat-so"]),
        ("luật giao thông thông minh 2020", []),
        ("QĐ 2022 Bộ trưởng", ["qd"]),
        ("quyết định bộ trưởng byt 2022", ["qd"]),
        ("kết luận 12", ["kl"]),
        ("kl 12 tw", ["kl"]),
        ("NQ 99", []),
        ("", []),
    ],
)
def test_a_document_is_found_as_people_name_it(words: str, keys: list[str], store: Store) -> None:
    assert sorted(one.id for one in find_document(store, words).matches) == sorted(
        f"doc:{key}" for key in keys
    )


@pytest.mark.parametrize(
    "line",
    ["DỰ THẢO Quyết định Bộ trưởng Bộ Y tế 2022", "DỰ THẢO · QĐ 2022 Bộ trưởng Bộ Y tế · 2022"],
)
def test_a_line_of_an_answer_names_its_document(line: str, store: Store) -> None:
    assert [one.id for one in find_document(store, line).matches] == ["doc:qd"]


def test_what_an_answer_prints_as_a_name_can_be_typed_back(store: Store) -> None:
    (paper,) = find_document(store, "doc:qd").matches
    assert short_name(paper) == "QĐ 2022 Bộ trưởng Bộ Y tế"
    assert find_document(store, short_name(paper)).matches == (paper,)


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("ubnd tp hcm", ["hcm"]),
        ("TP.HCM", ["hcm"]),
        ("mttq", ["mttq", "xa"]),
        ("cuc cong nghe thong tin bo gddt", ["cntt"]),
        ("phòng gddt", ["gd"]),
        ("so y te ha noi", ["syt"]),
        ("hà nội", ["bk", "hn", "tu"]),  # though one of them is called so behind its kind
        ("tổng cục thuế", []),
        ("hdnd nghe an", ["hdnd"]),
        ("mttq xã yên sơn", ["xa"]),
        ("bộ lao động thương binh xã hội", ["ld"]),
        ("bo lao dong", ["ld"]),  # not its minister
        ("tỉnh lào cai", ["lc"]),  # as an answer prints it
        ("lào cai", ["lc", "lc2"]),  # a place acts through its bodies
        ("Các Sở Nội vụ", ["lop"]),  # as printed; typed as people do it asks
        ("các sở nội vụ", ["lop", "lop2"]),
    ],
)
def test_a_unit_is_found_as_people_name_it(words: str, keys: list[str], store: Store) -> None:
    assert sorted(one.id for one in find_unit(store, words).matches) == sorted(
        f"unit:{key}" for key in keys
    )


def test_a_unit_that_only_the_registry_knows_is_said_to_be_known(store: Store) -> None:
    (line,) = find_unit(store, "tổng cục thuế").registered
    assert line.startswith(
        "Tổng cục Thuế · Bộ Tài chính: danh bạ có, chưa văn bản nào trong kho nêu"
    )
    with pytest.raises(NothingFoundError, match="danh bạ có"):
        the_unit(store, "so y te nghe an")


def test_what_nothing_answers_to_gives_what_shares_its_words(store: Store) -> None:
    assert find_unit(store, "tổng cục thuế").nearest[0] == "Cục Thuế · Bộ Tài chính"
    assert find_unit(store, "zzz qqq").nearest == ()


def test_an_abbreviation_of_many_asks_though_one_paper_made_it_its_own(tmp_path: Path) -> None:
    own = unit("xa", "Mặt trận Tổ quốc", "Ủy ban nhân dân xã Yên Sơn", "MTTQ")
    own = Node(own.label, own.id, {**own.properties, "known": False})
    front = "Ủy ban Mặt trận Tổ quốc Việt Nam"
    nodes = (own, unit("a", front, "tỉnh A", ""), unit("b", front, "tỉnh B", ""))
    whole = Graph(nodes, (), ())
    with LadybugStore(tmp_path / "kho.lbug", lambda _: nullcontext(whole)) as store:
        store.replace({"a.txt": b'{"file":"a.txt"}'}, whole)
        assert len(find_unit(store, "mttq").matches) == len(nodes)
        printed = own.properties["display"]
        assert [one.id for one in find_unit(store, str(printed)).matches] == [own.id]
