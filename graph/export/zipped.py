"""Several tables in one file (gói zip): the same bytes for the same tables, whenever they are
written.
"""

from __future__ import annotations

import shutil
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_MADE = (1980, 1, 1, 0, 0, 0)  # the first day that a zip can tell


def zipped(stream: BinaryIO, files: Iterable[tuple[str, Path]]) -> None:
    """Write ``files``, each under a name, to ``stream``, which may be a pipe."""
    with TemporaryFile() as whole:
        with ZipFile(whole, "w") as archive:
            for name, file in files:
                _pack(archive, name, file)
        whole.seek(0)
        shutil.copyfileobj(whole, stream)


def _pack(archive: ZipFile, name: str, file: Path) -> None:
    member = ZipInfo(name, _MADE)
    member.compress_type = ZIP_DEFLATED
    member.file_size = file.stat().st_size
    with file.open("rb") as data, archive.open(member, "w") as packed:
        shutil.copyfileobj(data, packed)
