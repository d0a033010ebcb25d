"""Formats that are not plain text (định dạng): each reader renders its file as text with tabs
between cells.

A format is told by its first bytes, then by the file's ending: what is called .doc is often a web
page or rich text.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from pathlib import PurePath

from luocdo.graph.errors import SourceError
from luocdo.loaders.source import Source

Reader = Callable[[str, bytes], Source]
_READERS = {
    "docx": "word",
    "doc": "office",
    "rtf": "office",
    "odt": "office",
    "pdf": "pdf",
    "html": "web",
    "mht": "web",
    "sheet": "excel",
    "picture": "scan",
    "csv": "delimited",
}
_ENDINGS = {
    ".docx": "docx",
    ".docm": "docx",
    ".xlsx": "sheet",
    ".xlsm": "sheet",
    ".odt": "odt",
    ".pdf": "pdf",
} | {
    ".htm": "html",
    ".html": "html",
    ".mht": "mht",
    ".mhtml": "mht",
    ".csv": "csv",
    ".tsv": "csv",
}
_PAGE = re.compile(
    rb"(?i)^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.DOTALL,
)
_MAIL = re.compile(
    rb"(?i)^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:mime-version|content-type)\s*:"
)
_HEAD = 4096
_MAGIC = (
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
)
_BINARY = (b"\x7fELF", b"MZ", b"\x1f\x8b", b"GIF8", b"7z\xbc\xaf", b"Rar!")
_PACKED, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_PACKAGES = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "sheet"),
    ("xl/workbook.bin", "sheet"),
    ("content.xml", "odt"),
)
_SHEET_OF_OPENDOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"


def reader_for(name: str, data: bytes) -> Reader | None:
    """Return the reader for a file called ``name``; None for plain text.

    Raises:
        SourceError: the bytes are binary and no reader takes them, or the file has a password or
        macros.
    """
    kind = _kind(name, data)
    if kind is None:
        return None
    reader: Reader = import_module(f"luocdo.loaders.formats.{_READERS[kind]}").read
    return reader


def _kind(name: str, data: bytes) -> str | None:
    for magic, kind in _MAGIC:
        if data.lstrip().startswith(magic):
            return kind
    if data.startswith(_PACKED):
        return _package(name, data)
    if data.startswith(_COMPOUND):
        return _compound(name, data)
    if data.startswith(_BINARY):
        raise SourceError(name, "tệp nhị phân, không phải văn bản luocdo đọc được")
    if _PAGE.match(data[:_HEAD]):
        return "html"
    ending = PurePath(name).suffix.lower()
    if ending in (".mht", ".mhtml", ".doc") and _MAIL.match(data[:_HEAD]):
        return "mht"
    return _ENDINGS.get(ending)


def _package(name: str, data: bytes) -> str:
    """Tell what is packed: Word, Excel, OpenDocument."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise SourceError(name, "tệp nén bị hỏng") from error
    kind = next((kind for member, kind in _PACKAGES if member in names), None)
    if kind is None:
        raise SourceError(
            name,
            "tệp nén không phải Word, Excel hay OpenDocument; tệp .zip gồm các văn bản thì nạp"
            " trực tiếp",
        )
    if kind == "odt" and _SHEET_OF_OPENDOCUMENT in data[:_HEAD]:
        return "sheet"
    return kind


def _compound(name: str, data: bytes) -> str:
    """Tell what an OLE file holds: a locked Office file, one with macros, an old workbook, an old
    document.
    """
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise SourceError(name, "tệp có mật khẩu; hãy lưu lại không mật khẩu")
    if "_VBA_PROJECT".encode("utf-16-le") in data:
        raise SourceError(name, "tệp có macro; hãy lưu lại thành .docx hoặc .xlsx không macro")
    return "sheet" if "Workbook".encode("utf-16-le") in data else "doc"
