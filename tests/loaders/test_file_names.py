"""Two files are never one because they are called alike; one file is never two because it was
reached another way.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from luocdo.graph.errors import SourceError
from luocdo.graph.stores.stamps import Stamp
from luocdo.loaders.arrivals import Arrival, arrivals
from luocdo.loaders.file_names import meant, named_apart

if TYPE_CHECKING:
    Held = dict[str, Stamp]


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    """Two folders with a plan each under one name, and the first one's copy under another."""
    for place, words in (("2024/kh.txt", "một"), ("2025/kh.txt", "hai"), ("2025/sao.txt", "một")):
        path = tmp_path / place
        path.parent.mkdir(exist_ok=True)
        path.write_text(words, encoding="utf-8")
    return tmp_path


def held(files: list[Arrival]) -> Held:
    return {one.name: Stamp(one.digest(), "r", one.origin) for one in files}


def loaded(*paths: Path, into: Held | None = None) -> tuple[Held, list[str]]:
    """Return what is kept after a load of ``paths``, and the names of the files in their order."""
    files = named_apart(arrivals(paths)[0], into or {})
    return {**(into or {}), **held(files)}, [one.name for one in files]


def test_a_file_is_named_by_its_path_below_the_folder_that_was_named(folders: Path) -> None:
    assert loaded(folders)[1] == ["2024/kh.txt", "2025/kh.txt", "2025/sao.txt"]
    assert loaded(folders / "2025")[1] == ["kh.txt", "sao.txt"]
    assert loaded(folders / "2024" / "kh.txt")[1] == ["kh.txt"]


def test_files_of_one_name_in_one_load_are_told_apart_in_any_order(folders: Path) -> None:
    one, two = folders / "2024", folders / "2025"
    names = ["2024/kh.txt", "2025/kh.txt", "sao.txt"]
    assert sorted(loaded(one, two)[1]) == sorted(loaded(two, one)[1]) == names


def test_a_second_file_of_a_name_does_not_take_the_place_of_the_first(folders: Path) -> None:
    kept, first = loaded(folders / "2024" / "kh.txt")
    kept, second = loaded(folders / "2025" / "kh.txt", into=kept)
    assert (first, second) == (["kh.txt"], ["2025/kh.txt"])
    assert loaded(folders / "2025" / "kh.txt", into=kept)[1] == second  # it keeps its name


def test_a_newer_version_keeps_its_name_however_it_is_reached(folders: Path) -> None:
    kept, names = loaded(folders)
    (folders / "2024" / "kh.txt").write_text("mới", encoding="utf-8")
    assert loaded(folders / "2024", into=kept)[1] == names[:1]
    assert loaded(folders, folders / "2024", into=kept)[1] == names


def test_a_copied_folder_is_the_same_files(
    folders: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    kept, names = loaded(folders / "2025")
    copy = tmp_path_factory.mktemp("sao-luu") / "2025"
    (folders / "2025").rename(copy)
    assert loaded(copy, into=kept)[1] == names


def test_a_store_of_old_that_does_not_say_where_its_files_lay_keeps_their_names(
    folders: Path,
) -> None:
    assert loaded(folders / "2025", into={"kh.txt": Stamp("cũ", "r")})[1] == ["kh.txt", "sao.txt"]


def test_what_lies_there_only_now_is_told_by_its_bytes() -> None:
    first, second = (Arrival("tep.docx", Path("-"), given=text) for text in (b"mot", b"hai"))
    assert [one.name for one in named_apart([second], held([first]))] == [
        f"tep-{second.digest()[:8]}.docx"
    ]
    assert [one.name for one in named_apart([first], held([first]))] == ["tep.docx"]


HELD = {
    "kh.txt": Stamp("a", "r", "/v/2024/kh.txt"),
    "2025/kh.txt": Stamp("b", "r", "/v/2025/kh.txt"),
    "goi.zip/sau/tb.txt": Stamp("c", "r", "/v/goi.zip/sau/tb.txt"),
    "2025/qd.txt": Stamp("d", "r", "/v/2025/qd.txt"),
    "cu.txt": Stamp("e", "r"),
}


@pytest.mark.parametrize(
    ("words", "files"),
    [
        ("kh.txt", ["kh.txt"]),  # a name in the store goes first
        ("/v/2025/kh.txt", ["2025/kh.txt"]),  # the path it was read at
        ("/v/2025", ["2025/kh.txt", "2025/qd.txt"]),  # a folder with all it holds
        ("2025", ["2025/kh.txt", "2025/qd.txt"]),
        ("goi.zip", ["goi.zip/sau/tb.txt"]),  # an archive
        ("qd.txt", ["2025/qd.txt"]),  # the one file called so
        ("/khac/cu.txt", ["cu.txt"]),  # old stores know no path
    ],
)
def test_a_file_is_meant_by_name_path_or_what_holds_it(words: str, files: list[str]) -> None:
    assert sorted(meant(words, HELD)) == files


@pytest.mark.parametrize("words", ["/khac/kh.txt", "khong-co.txt", "2026"])
def test_another_path_does_not_mean_a_file_of_that_name(words: str) -> None:
    with pytest.raises(SourceError, match="không có trong kho"):
        meant(words, HELD)


def test_a_bare_name_of_several_files_means_none_of_them() -> None:
    with pytest.raises(SourceError, match=r"2025/kh\.txt, a/kh\.txt"):
        meant("kh.txt", {"2025/kh.txt": HELD["kh.txt"], "a/kh.txt": HELD["kh.txt"]})
