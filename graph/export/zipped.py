"""Several tables in one file (gói zip): the same bytes for the same tables, whenever they are
written.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Iterable

_MADE = (1980, 1, 1, 0, 0, 0)  # the first day that a zip can tell


def zipped(stream: BinaryIO, files: Iterable[tuple[str, bytes]]) -> None:
    """Write ``files``, each a name and its bytes, to ``stream``, which may be a pipe."""
    whole = io.BytesIO()
    with ZipFile(whole, "w") as archive:
        for name, data in files:
            archive.writestr(ZipInfo(name, _MADE), data, ZIP_DEFLATED)
    stream.write(whole.getvalue())
