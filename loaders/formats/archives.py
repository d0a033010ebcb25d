"""Archives are not trusted (tệp nén): what a package would unpack to is counted before anything is
unpacked.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lxml import etree

from luocdo.graph.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST_UNPACKED = 400 * 1024 * 1024
LARGEST_MEMBER = 150 * 1024 * 1024
_LARGEST_XML = 100 * 1024 * 1024  # forty megabytes of text with their markup
MOST_MEMBERS = 20_000
_RATIO = 200
_SMALL = 5 * 1024 * 1024
_HEAD = 4096
BROKEN_XML = (etree.XMLSyntaxError, AttributeError, TypeError)  # another element than it should be
BROKEN_MEMBER = (  # zipfile tells each sort of damage by another error
    KeyError,
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
    ValueError,
)


def check_archive(name: str, data: bytes | Path, *, of_documents: bool = False) -> zipfile.ZipFile:
    """Return the archive in ``data``, bytes or a file that stays where it is: an Office file, or
    one ``of_documents``.

    Raises:
        SourceError: it is broken, has a password or macros, declares XML entities, or unpacks to
            more than a document can hold (a zip bomb).
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data)
        members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise SourceError(
            name, "tệp nén bị hỏng, hoặc không phải định dạng mà đuôi tệp nói"
        ) from error
    if reason := _why_unsafe(members) or (
        "" if of_documents else _why_no_office_file(archive, members)
    ):
        raise SourceError(name, reason)
    return archive


@contextmanager
def whole_parts(name: str) -> Iterator[None]:
    """Read the parts of the Office file called ``name`` within the block.

    Raises:
        SourceError: one of them is damaged, or is not the XML that it should be.
    """
    try:
        yield
    except (*BROKEN_MEMBER, *BROKEN_XML) as error:
        raise SourceError(name, "tệp bị hỏng: có phần bên trong không đọc được") from error


def _why_unsafe(members: list[zipfile.ZipInfo]) -> str:
    if len(members) > MOST_MEMBERS:
        return f"tệp nén có {len(members)} mục, nhiều nhất {MOST_MEMBERS}"
    if any(member.flag_bits & 1 for member in members):
        return "tệp nén có mật khẩu"
    total = sum(member.file_size for member in members)
    if total > LARGEST_UNPACKED or any(member.file_size > LARGEST_MEMBER for member in members):
        return f"tệp nén bung ra {total // 2**20} MB: quá lớn (bom nén?)"
    if any(
        one.file_size > _SMALL and one.file_size > _RATIO * max(1, one.compress_size)
        for one in members
    ):
        return "tệp nén nở ra quá nhiều lần (bom nén?)"
    return ""


def _why_no_office_file(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> str:
    """Tell macros, and declarations in XML: an Office file needs none, an attack of
    entities does.
    """
    if any(member.filename.lower().endswith("vbaproject.bin") for member in members):
        return "tệp có macro; hãy lưu lại thành .docx hoặc .xlsx không macro"
    for member in members:
        if not member.filename.lower().endswith((".xml", ".rels")):
            continue
        if member.file_size > _LARGEST_XML:
            return f"tệp có phần dài {member.file_size // 2**20} MB: quá lớn"
        if _declares(archive, member):
            return "tệp khai báo thực thể XML: không đọc vì không an toàn"
    return ""


def _declares(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    try:
        with archive.open(member) as part:
            head = part.read(_HEAD)
    except BROKEN_MEMBER:
        return False  # whoever needs it will say so
    return any(
        "<!DOCTYPE".encode(charset) in head for charset in ("utf-8", "utf-16-le", "utf-16-be")
    )
