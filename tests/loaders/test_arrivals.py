"""What cannot be looked at is refused by name, and loses no other file."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from luocdo.cli import main
from luocdo.graph.stores.opening import open_store
from luocdo.loaders import arrivals as arriving
from luocdo.loaders.arrivals import arrivals
from luocdo.loaders.formats.archives import check_archive
from luocdo.loaders.loading import load_paths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.stores.base import Store

PLAN = (
    "BỘ Y TẾ\nSố: {number}/KH-BYT\nHà Nội, ngày 10 tháng 3 năm 2025\n\nKẾ HOẠCH\nKiểm tra\n\nBộ ban hành Kế hoạch như "
    "sau:\n1. Vụ Pháp chế chủ trì rà soát quy định, xong trước ngày 30/9/2025.\n"
)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "tot.txt"
    path.write_text(PLAN.format(number=7), encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"ladybug:{tmp_path / 'kho.lbug'}") as opened:
        yield opened


def names(*paths: Path) -> tuple[list[str], list[str]]:
    found, refused = arrivals(paths)
    return [one.name for one in found], [name for name, _ in refused]


@pytest.mark.parametrize(
    "words", ["a" * 300, "khong-co.txt", "x\0y"], ids=["too long", "missing", "no name"]
)
def test_an_argument_that_cannot_be_looked_at_refuses_no_other(good: Path, words: str) -> None:
    assert names(Path(words), good) == (["tot.txt"], [words])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files there")
def test_what_would_be_read_for_ever_is_refused(good: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong")
    assert names(tmp_path / "ong", Path("/dev/zero"), good) == (["tot.txt"], ["ong", "zero"])


def test_an_archive_is_opened_once_however_many_papers_are_in_it(
    store: Store, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = good.with_name("goi.zip")
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(5):
            archive.writestr(f"{number}.txt", PLAN.format(number=number + 1))
    opened: list[str] = []

    def counting(name: str, *rest: object, **more: bool) -> zipfile.ZipFile:
        opened.append(name)
        return check_archive(name, *rest, **more)

    monkeypatch.setattr(arriving, "check_archive", counting)
    assert len(load_paths(store, [packed], jobs=1).read) == 5
    assert len(opened) == 1
    packed.unlink()  # nobody holds it


def damaged(packed: Path) -> None:
    """Damage what was compressed, not the list of what is in it."""
    content = packed.read_bytes()
    at = content.index(b"hong.txt") + len("hong.txt")
    packed.write_bytes(content[:at] + b"\xff" * 40 + content[at + 40 :])


def test_an_archive_that_was_damaged_since_it_was_loaded_loses_no_other(
    store: Store, good: Path
) -> None:
    packed = good.with_name("goi.zip")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("hong.txt", PLAN.format(number=8))
        archive.writestr("lanh.txt", PLAN.format(number=9))
    assert load_paths(store, [packed], jobs=1).read == ("goi.zip/hong.txt", "goi.zip/lanh.txt")
    damaged(packed)
    report = load_paths(store, [packed, good], jobs=1)
    assert report.read == ("tot.txt",)
    assert report.skipped == ("goi.zip/lanh.txt",)
    assert [name for name, _ in report.refused] == ["goi.zip/hong.txt"]
    assert "goi.zip/hong.txt" in store.records()  # what it said before it was damaged stays


def test_an_archive_that_is_no_longer_one_loses_no_other(store: Store, good: Path) -> None:
    packed = good.with_name("goi.zip")
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("lanh.txt", PLAN.format(number=9))
    load_paths(store, [packed], jobs=1)
    packed.write_bytes(packed.read_bytes()[:50])
    report = load_paths(store, [packed, good], jobs=1)
    assert (report.read, [name for name, _ in report.refused]) == (("tot.txt",), ["goi.zip"])


def test_two_files_of_one_name_are_two_documents(store: Store, tmp_path: Path) -> None:
    for folder, number in (("mot", 1), ("hai", 2)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "kh.txt").write_text(PLAN.format(number=number), encoding="utf-8")
        report = load_paths(store, [tmp_path / folder], jobs=1)
    assert report.renamed == (("kh.txt", "hai/kh.txt"),)
    found = store.run(
        "MATCH (d:Document {status: 'loaded'}) RETURN d.number AS number ORDER BY number"
    )
    assert len(found.rows) == 2
    (tmp_path / "hai" / "kh.txt").write_text(PLAN.format(number=3), encoding="utf-8")
    assert load_paths(store, [tmp_path / "hai"], jobs=1).read == (
        "hai/kh.txt",
    )  # its newer version replaces it


def test_the_same_bytes_under_two_names_are_told(store: Store, good: Path, tmp_path: Path) -> None:
    (tmp_path / "sao.txt").write_bytes(good.read_bytes())
    report = load_paths(store, [good], jobs=1)
    assert report.twins == ()
    report = load_paths(store, [tmp_path / "sao.txt"], jobs=1)
    assert report.twins == (("sao.txt", "tot.txt"),)
    found = store.run(
        "MATCH (r:Remark {kind: 'same_bytes'}) RETURN r.source AS source, r.message AS message"
    )
    assert found.rows == (("tot.txt", "cùng nội dung với sao.txt"),)


def test_a_file_that_may_not_be_read_refuses_no_other(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "kin.txt"
    closed.write_text("kín", encoding="utf-8")
    closed.chmod(0)
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != closed and may(path, mode))
    command = [
        "load",
        str(closed),
        str(good),
        "--jobs",
        "1",
        "--store",
        f"ladybug:{tmp_path / 'k.lbug'}",
    ]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 3, done.output
    assert "đã đọc 1 tệp" in done.output
    assert "không nạp kin.txt" in done.output
