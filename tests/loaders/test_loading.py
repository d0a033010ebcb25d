"""Loading: folders, archives and standard input; a bad file loses no other; what is unchanged is
not read again.
"""

from __future__ import annotations

import io
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from docx import Document

from luocdo.graph.errors import SourceError
from luocdo.graph.stores.opening import open_store
from luocdo.loaders import readings
from luocdo.loaders.loading import forget_paths, load_paths

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.graph.stores.base import Store


def plan(number: int, task: str = "lập kế hoạch thi") -> str:
    return (
        f"BỘ GIÁO DỤC VÀ ĐÀO TẠO\nSố: {number}/KH-BGDĐT\nHà Nội, ngày 14 tháng 7 năm 2025\n\nKẾ HOẠCH\nThi năm {number}\n\n"
        f"Căn cứ Luật Giáo dục;\nBộ ban hành Kế hoạch như sau:\n1. Cục Công nghệ thông tin chủ trì {task} trước ngày "
        "15 tháng 9 năm 2025.\n\nNơi nhận:\n- Lưu: VT.\n"
    )


def word(text: str) -> bytes:
    paper, out = Document(), io.BytesIO()
    for line in text.splitlines():
        paper.add_paragraph(line)
    paper.save(out)
    return out.getvalue()


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return open_store(f"ladybug:{tmp_path_factory.mktemp('store') / 'a.lbug'}")


def test_a_bad_file_loses_no_other(store: Store, tmp_path: Path) -> None:
    (tmp_path / "tot.txt").write_text(plan(1), encoding="utf-8")
    (tmp_path / "hong.docx").write_bytes(b"PK\x03\x04 not really")
    (tmp_path / "bai.txt").write_text("Bài viết về mùa thi. " * 30, encoding="utf-8")
    report = load_paths(store, [tmp_path], jobs=1)
    assert report.read == ("tot.txt",)
    assert [name for name, _ in report.refused] == ["bai.txt", "hong.docx"]


def test_a_load_outside_the_main_thread_reads_where_limits_of_time_and_memory_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Signals and limits belong to the main thread of a process: a page's upload is read in a
    process of its own.
    """
    (tmp_path / "tot.txt").write_text(plan(1), encoding="utf-8")
    monkeypatch.setattr(
        readings, "read_record", lambda *_, **__: pytest.fail("read in the thread that asked")
    )

    def load() -> tuple[str, ...]:
        with open_store(f"ladybug:{tmp_path / 'kho' / 'a.lbug'}") as opened:
            return load_paths(opened, [tmp_path / "tot.txt"]).read

    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(load).result() == ("tot.txt",)


def test_what_seems_no_document_is_loaded_anyway_where_it_is_wished(
    store: Store, tmp_path: Path
) -> None:
    (tmp_path / "bai.txt").write_text("Bài viết về mùa thi. " * 30, encoding="utf-8")
    ((_, reason),) = load_paths(store, [tmp_path], jobs=1).refused
    assert reason.endswith("vẫn muốn nạp thì thêm --anyway")
    assert load_paths(store, [tmp_path], jobs=1, anyway=True).read == ("bai.txt",)


def test_a_file_that_breaks_its_reader_is_refused_with_the_error(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(_source: object, **_options: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("luocdo.loaders.readings.read_record", breaks)
    (tmp_path / "a.txt").write_text(plan(1), encoding="utf-8")
    ((name, reason),) = load_paths(store, [tmp_path], jobs=1).refused
    assert (name, "ZeroDivisionError" in reason) == ("a.txt", True)


def test_what_has_not_changed_is_skipped_and_a_newer_version_replaces(
    store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(plan(1), encoding="utf-8")
    load_paths(store, [path], jobs=1)
    assert load_paths(store, [path], jobs=1).skipped == ("a.txt",)
    path.write_text(plan(1, "rà soát đề thi"), encoding="utf-8")
    assert load_paths(store, [path], jobs=1).read == ("a.txt",)
    assert list(store.records()) == ["a.txt"]


def archive(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return path


def test_an_archive_is_a_folder_of_documents(store: Store, tmp_path: Path) -> None:
    packed = archive(
        tmp_path / "goi.zip", **{"mot.docx": word(plan(1)), "sau/hai.txt": plan(2).encode()}
    )
    assert load_paths(store, [packed], jobs=1).read == ("goi.zip/mot.docx", "goi.zip/sau/hai.txt")
    assert load_paths(store, [packed], jobs=1).skipped == (
        "goi.zip/mot.docx",
        "goi.zip/sau/hai.txt",
    )
    assert forget_paths(store, [str(packed)]) == ("goi.zip/mot.docx", "goi.zip/sau/hai.txt")
    assert store.records() == {}


def test_standard_input_may_be_of_any_format(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Piped:
        buffer = io.BytesIO(word(plan(1)))

    monkeypatch.setattr(sys, "stdin", Piped)
    assert load_paths(store, [type(tmp_path)("-")], jobs=1).read == ("stdin",)


def test_forgetting_takes_what_no_other_file_states(store: Store, tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"{number}.txt").write_text(plan(number), encoding="utf-8")
    load_paths(store, [tmp_path / "1.txt"], jobs=1)
    alone = store.records()
    load_paths(store, [tmp_path / "2.txt"], jobs=1)
    forget_paths(store, [str(tmp_path / "2.txt")])
    assert store.records() == alone


def test_forgetting_what_is_not_there_is_an_error(store: Store) -> None:
    with pytest.raises(SourceError, match="không có trong kho"):
        forget_paths(store, ["khong-co.txt"])


@pytest.mark.parametrize("ending", ["txt", "html", "docx"])
def test_what_is_no_document_is_refused_in_every_format(
    store: Store, tmp_path: Path, ending: str
) -> None:
    article = (
        "Mùa thi năm nay có nhiều thí sinh hơn năm trước, phụ huynh đứng chờ trước cổng trường từ sáng sớm.\n"
        * 9
    )
    data = {
        "txt": article.encode(),
        "html": f"<html><p>{article}</p></html>".encode(),
        "docx": word(article),
    }[ending]
    (tmp_path / f"bai.{ending}").write_bytes(data)
    ((_, reason),) = load_paths(store, [tmp_path], jobs=1).refused
    assert "bài viết" in reason
