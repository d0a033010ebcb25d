"""A file is read again when the rules that read it have changed, not otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.stores.opening import open_store
from luocdo.loaders import version
from luocdo.loaders.loading import load_paths

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TEXT = """BỘ Y TẾ

Số: 12/KH-BYT	Hà Nội, ngày 10 tháng 3 năm 2023

KẾ HOẠCH
Triển khai hồ sơ sức khỏe điện tử

Bộ Y tế ban hành Kế hoạch: 1. Vụ Pháp chế chủ trì rà soát các quy định, xong trước ngày 30/6/2023.
"""


def test_the_mark_of_the_reader_stays_while_nothing_changes() -> None:
    first = version.reader_version()
    version.reader_version.cache_clear()
    assert version.reader_version() == first


def test_a_changed_reader_reads_what_has_not_changed_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "van-ban").mkdir()
    (tmp_path / "van-ban" / "a.txt").write_text(TEXT, encoding="utf-8")
    with open_store(f"ladybug:{tmp_path / 'x.lbug'}") as store:
        assert load_paths(store, [tmp_path / "van-ban"]).read == ("a.txt",)
        assert load_paths(store, [tmp_path / "van-ban"]).skipped == ("a.txt",)
        monkeypatch.setattr("luocdo.loaders.loading.reader_version", lambda: "another")
        assert load_paths(store, [tmp_path / "van-ban"]).read == ("a.txt",)
