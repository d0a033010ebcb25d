"""Copies are kept once a digest, never half, and go with the last file that had them."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from luocdo.graph.stores.copies import Copies

if TYPE_CHECKING:
    from pathlib import Path

DATA = "Quyết định".encode()
DIGEST = sha256(DATA).hexdigest()


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    copies = Copies(tmp_path / "kho.files")
    copies.keep(DATA)
    copies.keep(DATA)
    assert copies.read(DIGEST) == DATA
    assert len(list((tmp_path / "kho.files").glob("*/*"))) == 1


def test_a_copy_that_was_changed_is_none(tmp_path: Path) -> None:
    copies = Copies(tmp_path)
    copies.keep(DATA)
    (tmp_path / DIGEST[:2] / DIGEST).write_bytes(b"khac")
    assert copies.read(DIGEST) is None


def test_a_digest_leads_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"x")
    assert Copies(tmp_path / "in").read("../../secret") is None


def test_only_what_is_still_kept_stays(tmp_path: Path) -> None:
    copies = Copies(tmp_path)
    copies.keep(DATA)
    copies.keep(b"other")
    copies.keep_only([DIGEST])
    assert copies.read(DIGEST) == DATA
    assert copies.read(sha256(b"other").hexdigest()) is None


def test_a_folder_that_cannot_be_made_keeps_nothing_and_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    copies = Copies(tmp_path / "file" / "kho.files")
    copies.keep(DATA)
    assert copies.read(DIGEST) is None
