"""Formats that are not plain text (định dạng): each reader renders its file as text with tabs between cells."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath

from luocdo.graph.errors import SourceError
from luocdo.loaders.source import Source

Reader = Callable[[str, bytes], Source]
_READERS = {
    ".docx": "word",
    ".docm": "word",
    ".doc": "office",
    ".rtf": "office",
    ".odt": "office",
    ".pdf": "pdf",
    ".htm": "web",
    ".html": "web",
    ".mht": "web",
    ".xlsx": "excel",
    ".xlsm": "excel",
}
_BINARY = (
    b"PK\x03\x04",
    b"%PDF",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"MZ",
    b"\x1f\x8b",
    b"GIF8",
)


def reader_for(name: str, data: bytes) -> Reader | None:
    """Return the reader for a file called ``name``; None for plain text.

    Raises:
        SourceError: the bytes are binary and no reader takes them.
    """
    module = _READERS.get(PurePath(name).suffix.lower())
    if module:
        reader: Reader = import_module(f"luocdo.loaders.formats.{module}").read
        return reader
    if data.startswith(_BINARY):
        raise SourceError(name, "tệp nhị phân, không phải văn bản luocdo đọc được")
    return None
