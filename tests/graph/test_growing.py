"""The law of growing: after any sequence of changes a store holds, byte for byte, what a fresh
build of the same set gives.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from msgspec import structs

from luocdo.graph import registry
from luocdo.graph.building import graph as building
from luocdo.graph.corrections.correction import Correction
from luocdo.graph.corrections.keeping import say, take_back
from luocdo.graph.export import write
from luocdo.graph.library import change, rebuild
from luocdo.graph.model import Edge, Graph, Node
from luocdo.graph.records import decode
from luocdo.graph.registry import Entry, Registry, SuccessionEntry
from luocdo.graph.stores.opening import open_store
from luocdo.graph.units.resolving import UnitResolver
from luocdo.loaders.reading import read_record
from luocdo.loaders.source import decode_source

if TYPE_CHECKING:
    from conftest import Server

HEAD = "{issuer}\n\nSố: {number}\n\n{place}, ngày {day:02} tháng {month:02} năm {year}\n\n{kind}\n{title}\n\n"
TASKS = (
    "Vụ Pháp chế chủ trì, phối hợp với Văn phòng và các đơn vị liên quan rà soát quy định về dữ liệu mở",
    "Sở Nội vụ chủ trì, phối hợp với UBND các xã, phường xây dựng kho học liệu số dùng chung",
    "Văn phòng chủ trì xây dựng kho học liệu số dùng chung, báo cáo Bộ trưởng trước ngày 30/9/2026",
    "Các bộ, cơ quan ngang bộ báo cáo Thủ tướng Chính phủ kết quả rà soát quy định về dữ liệu mở",
    "Bộ Thông tin và Truyền thông chủ trì sửa đổi Nghị định số 13/2023/NĐ-CP trong năm 2026",
    "Tổ giúp việc chủ trì rà soát quy định về dữ liệu mở theo QĐ 131",
)
CITATIONS = (
    "Căn cứ Quyết định số 131/QĐ-TTg của Thủ tướng Chính phủ;",
    "Căn cứ Quyết định số 131/QĐ-TTg ngày 25 tháng 01 năm 2022 của Thủ tướng Chính phủ phê duyệt Đề án chuyển đổi số;",
    "Căn cứ Quyết định số 131/QĐ-TTg ngày 26 tháng 02 năm 2023 của Thủ tướng Chính phủ;",
    "Căn cứ Luật Giao dịch điện tử;",
    "Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;",
    "Căn cứ Kế hoạch số 5/KH-UBND của Ủy ban nhân dân tỉnh Nghệ An;",
    "Thực hiện Quyết định số 131/QĐ-TTg và Kế hoạch số 6/KH-BYT ngày 10 tháng 3 năm 2025 của Bộ Y tế;",
    "Căn cứ Đề án 131;",
)
ISSUERS = (
    ("BỘ Y TẾ", "KH-BYT", "Hà Nội", "KẾ HOẠCH", "Bộ ban hành Kế hoạch như sau:"),
    ("BỘ Y TẾ", "QĐ-BYT", "Hà Nội", "QUYẾT ĐỊNH", "QUYẾT ĐỊNH:\n\nĐiều 1. Giao nhiệm vụ như sau:"),
    (
        "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN",
        "KH-UBND",
        "Nghệ An",
        "KẾ HOẠCH",
        "UBND tỉnh ban hành Kế hoạch như sau:",
    ),
    (
        "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU",
        "KH-UBND",
        "Cà Mau",
        "KẾ HOẠCH",
        "UBND tỉnh ban hành Kế hoạch như sau:",
    ),
    (
        "THỦ TƯỚNG CHÍNH PHỦ",
        "QĐ-TTg",
        "Hà Nội",
        "QUYẾT ĐỊNH",
        "QUYẾT ĐỊNH:\n\nĐiều 1. Giao nhiệm vụ như sau:",
    ),
    (
        "TRƯỜNG CAO ĐẲNG HÒA AN",
        "KH-CĐHA",
        "Hòa An",
        "KẾ HOẠCH",
        "Trường ban hành Kế hoạch như sau:",
    ),
)
CHANGES = (
    "",
    "",
    "Quyết định này thay thế Quyết định số 131/QĐ-TTg ngày 25 tháng 01 năm 2022 của Thủ tướng Chính phủ.",
    "Bãi bỏ Quyết định số 7/QĐ-BYT ngày 01 tháng 02 năm 2024 của Bộ trưởng Bộ Y tế.",
    "Sửa đổi, bổ sung Quyết định số 131/QĐ-TTg của Thủ tướng Chính phủ.",
)
TITLES = (
    "Phê duyệt Đề án chuyển đổi số",
    "Thực hiện Đề án chuyển đổi số ngành y tế giai đoạn 2025 - 2030",
    "Xây dựng dữ liệu mở",
)
SCHOOL, MINISTRY = "unit:truong-cao-dang-hoa-an", "unit:bo-y-te"
FILES = tuple(f"{number}.txt" for number in range(9))
SHORT = settings(
    max_examples=4, stateful_step_count=8, deadline=None, suppress_health_check=list(HealthCheck)
)


@st.composite
def papers(draw: st.DrawFn) -> str:
    """A small paper that may cite, amend and repeat what the others say."""
    issuer, symbol, place, kind, opening = draw(st.sampled_from(ISSUERS))
    number = draw(st.sampled_from(("131", "5", "6", "7", "")))
    head = HEAD.format(
        issuer=issuer,
        number=f"{number}/{symbol}",
        place=place,
        day=draw(st.sampled_from((10, 25))),
        month=draw(st.sampled_from((1, 3))),
        year=draw(st.sampled_from((2022, 2023, 2025))),
        kind=kind,
        title=draw(st.sampled_from(TITLES)),
    )
    cited = draw(st.lists(st.sampled_from(CITATIONS), max_size=3, unique=True))
    tasks = draw(st.lists(st.sampled_from(TASKS), max_size=4, unique=True))
    numbered = (f"{at}. {task}." for at, task in enumerate(tasks, 1))
    return "\n".join((head, *cited, opening, *numbered, draw(st.sampled_from(CHANGES)), ""))


def exported(graph: Graph) -> bytes:
    out = io.BytesIO()
    write(graph, "jsonl", out)
    return out.getvalue()


@cache
def grown_registry() -> Registry:
    """The registry with a school that papers here name, and with its merger into a ministry."""
    entries, successions = (vars(registry)[name] for name in ("_entries", "_successions"))
    school = Entry(key=SCHOOL, name="Trường Cao đẳng Hòa An", kind="trường", symbols=("CĐHA",))
    merger = SuccessionEntry(
        SCHOOL, MINISTRY, "2025-03-01", "sáp nhập", "toàn bộ", "stated", "1/QĐ"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(registry, "_entries", lambda: entries() | {SCHOOL: school})
        patch.setattr(registry, "_successions", lambda known: [*successions(known), merger])
        made = vars(registry)["_load"].__wrapped__()
    assert isinstance(made, Registry)
    return made


def in_order(graph: Graph) -> Graph:
    """What an engine gives back, as a build gives it."""

    def key(one: Node | Edge) -> str:
        return one.id

    return Graph(tuple(sorted(graph.nodes, key=key)), tuple(sorted(graph.edges, key=key)))


class Growing(RuleBasedStateMachine):
    """A store that changes by what was added, beside the set of records that it should hold."""

    def __init__(self, url: str = "") -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="luocdo-"))
        self.url = url or f"ladybug:{self.folder / 'kho.lbug'}"
        self.store = open_store(self.url)
        self.clock = 0
        self.luocdo = 0
        self.patch = pytest.MonkeyPatch()

    def teardown(self) -> None:
        self.patch.undo()
        self.store.close()
        shutil.rmtree(self.folder)

    @rule(new=st.dictionaries(st.sampled_from(FILES), papers(), min_size=1, max_size=4))
    def load(self, new: dict[str, str]) -> None:
        """New files, and new texts of files that are there."""
        records = {
            name: read_record(decode_source(name, text.encode()), anyway=True)
            for name, text in new.items()
        }
        change(self.store, records)

    @rule(names=st.sets(st.sampled_from(FILES), min_size=1, max_size=3))
    def forget(self, names: set[str]) -> None:
        kept = self.store.records().keys()
        change(self.store, {}, frozenset(names & kept))

    @rule(data=st.data())
    @precondition(lambda self: self.rows())
    def correct(self, data: st.DataObject) -> None:
        rows = self.rows()
        (file, place, quote), (other, other_place, other_quote) = (
            data.draw(st.sampled_from(rows)) for _ in range(2)
        )
        self.clock += 1
        kind, value = data.draw(
            st.sampled_from(
                (
                    ("lead", "Vụ Pháp chế · Bộ Y tế"),
                    ("due", "2026-12-31"),
                    ("done", "công văn 7"),
                    ("left_out", ""),
                    ("same", ""),
                    ("not_same", ""),
                )
            )
        )
        pair = kind in ("same", "not_same")
        correction = Correction(
            kind=kind,
            file=file,
            place=place,
            quote=quote,
            value=value,
            other_file=other if pair else "",
            other_place=other_place if pair else "",
            other_quote=other_quote if pair else "",
            by="Lan",
            at=f"2026-01-01T00:00:{self.clock:02}+07:00",
        )
        say(self.store, [correction])

    @rule(data=st.data())
    @precondition(lambda self: self.corrections())
    def undo(self, data: st.DataObject) -> None:
        take_back(self.store, data.draw(st.sampled_from(self.corrections())))

    @rule()
    def another_registry(self) -> None:
        """The registry has one more unit and one more merger, or has them no longer; the files are
        read again.
        """
        self.luocdo += 1
        mark = f"luocdo {self.luocdo}"
        known = grown_registry() if self.luocdo % 2 else Registry.load()
        self.patch.setattr(UnitResolver, "load", lambda: UnitResolver(known))
        self.patch.setattr(building, "rules_version", lambda: mark)
        kept = [decode(line) for line in self.store.records().values()]
        change(self.store, {one.file: structs.replace(one, reader=mark) for one in kept})

    @rule()
    def lose_the_ledger(self) -> None:
        growing = self.store.growing
        assert growing is not None
        growing.ledger.unlink(missing_ok=True)

    @rule()
    def open_again(self) -> None:
        self.store.close()
        self.store = open_store(self.url)

    @invariant()
    def the_store_holds_what_a_fresh_build_gives(self) -> None:
        records = self.store.records()
        if records:
            fresh = rebuild(dict(sorted(records.items(), reverse=True)))
            assert exported(in_order(self.store.contents())) == exported(fresh)
            remarks = self.store.run(
                "MATCH (r:Remark) RETURN r.source AS file, r.kind AS kind, r.message AS message"
            ).rows
            assert sorted(remarks) == sorted(
                {(file, issue.kind, issue.message) for file, issue in fresh.issues}
            )

    def rows(self) -> list[tuple[str, str, str]]:
        """Return the rows that a reader can speak of: file, place, words."""
        kept = [decode(line) for line in self.store.records().values()]
        return sorted(
            (one.file, task.place, task.text)
            for one in kept
            for d in one.documents
            for task in d.tasks
        )

    def corrections(self) -> list[str]:
        """Return the ids of what readers said."""
        return sorted(
            said.id for line in self.store.records().values() for said in decode(line).corrections
        )


def test_another_registry_gives_what_a_fresh_build_by_it_gives() -> None:
    machine = Growing()
    head = HEAD.format(
        issuer=ISSUERS[-1][0], number="5/KH-CĐHA", place="Hòa An", day=10, month=3, year=2025, kind="KẾ HOẠCH", title=TITLES[0]
    )  # fmt: skip
    machine.load({"1.txt": f"{head}\n{ISSUERS[-1][-1]}\n1. {TASKS[0]}.\n"})
    for mergers in (1, 0):
        machine.another_registry()
        machine.the_store_holds_what_a_fresh_build_gives()
        edges = machine.store.contents().edges
        assert (
            sum(edge.type == "SUCCEEDED_BY" and edge.end == MINISTRY for edge in edges) == mergers
        )
    machine.teardown()


def test_an_embedded_store_holds_what_a_fresh_build_gives() -> None:
    run_state_machine_as_test(Growing, settings=SHORT)


@pytest.mark.neo4j
def test_a_server_holds_what_a_fresh_build_gives(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))  # where the ledger of a server lies

    def emptied() -> Growing:
        with open_store(server.url) as store:
            store.replace({}, Graph((), (), ()))
        return Growing(server.url)

    run_state_machine_as_test(
        emptied, settings=settings(SHORT, max_examples=2, stateful_step_count=5)
    )
