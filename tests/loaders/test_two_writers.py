"""Two loads that meet: both are in the store afterwards, or the one that is not has said so."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from luocdo.graph.stores.opening import open_store

if TYPE_CHECKING:
    from pathlib import Path

PLAN = (
    "BỘ Y TẾ\nSố: {number}/KH-BYT\nHà Nội, ngày 10 tháng 3 năm 2025\n\nKẾ HOẠCH\nKiểm tra\n\nBộ ban hành Kế hoạch như "
    "sau:\n1. Vụ Pháp chế chủ trì rà soát quy định, xong trước ngày 30/9/2025.\n"
)
LUOCDO = "import sys; from luocdo.cli import main; main(sys.argv[1:])"


def started(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", LUOCDO, *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.txt" for number in (11, 12, 13)]
    for path in paths:
        path.write_text(PLAN.format(number=path.stem), encoding="utf-8")
    return paths


@pytest.mark.parametrize("first", ["load", "forget"])
def test_of_two_that_change_one_store_at_once_neither_undoes_the_other(
    tmp_path: Path, papers: list[Path], first: str
) -> None:
    store = f"ladybug:{tmp_path / 'kho.lbug'}"
    with started("load", str(papers[0]), "--store", store) as load:
        load.communicate()
    changed = papers[1] if first == "load" else papers[0]
    with (
        started(first, str(changed), "--store", store) as one,
        started("load", str(papers[2]), "--store", store) as two,
    ):
        said = [process.communicate() for process in (one, two)]
    assert [one.returncode, two.returncode] == [0, 0], said
    with open_store(store) as opened:
        wanted = {"11.txt", "12.txt", "13.txt"} if first == "load" else {"13.txt"}
        assert set(opened.records()) == wanted
        found = opened.run(
            "MATCH (d:Document {status: 'loaded'}) RETURN d.number AS number ORDER BY number"
        )
    assert [number for (number,) in found.rows] == [
        f"{file.removesuffix('.txt')}/KH-BYT" for file in sorted(wanted)
    ]
