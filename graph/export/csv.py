"""CSV of all tables in one zip, a file each: UTF-8 with the mark by which Excel knows it."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from luocdo.graph.export.sheets import sheets
from luocdo.graph.export.zipped import zipped
from luocdo.graph.text import fold, harmless
from luocdo.graph.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.export.laid_out import Shown
    from luocdo.graph.export.sheets import Sheet


def write(leaving: Shown, stream: BinaryIO) -> None:
    """Write a file for each sheet of the workbook, the assignments first: ``1-phan-cong.csv``."""
    with tempfile.TemporaryDirectory() as folder:
        zipped(stream, _tables(leaving, Path(folder)))


def _tables(leaving: Shown, folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield each table's name and the file it lies in until the next is asked for."""
    for at, sheet in enumerate(sheets(leaving), 1):
        name = f"{at}-{fold(sheet.title).replace(' ', '-')}.csv"
        file = folder / name
        _write_table(sheet, file)
        yield name, file
        file.unlink()


def _write_table(sheet: Sheet, file: Path) -> None:
    with file.open("w", encoding="utf-8-sig", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(sheet.heads)
        writer.writerows(
            [harmless(visible(value)) if isinstance(value, str) else value for value in row]
            for row in sheet.rows
        )
