"""Archives are not trusted (tệp nén): what a package would unpack to is counted before anything is unpacked."""

from __future__ import annotations

import io
import zipfile

from luocdo.graph.errors import SourceError

LARGEST_UNPACKED = 400 * 1024 * 1024
LARGEST_MEMBER = 150 * 1024 * 1024
MOST_MEMBERS = 20_000
_RATIO = 200
_SMALL = 5 * 1024 * 1024


def check_archive(name: str, data: bytes) -> zipfile.ZipFile:
    """Return the archive in ``data``.

    Raises:
        SourceError: it is broken, encrypted, or unpacks to more than a document can hold (a zip bomb).
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise SourceError(name, "tệp có mật khẩu hoặc là tệp Office cũ; hãy lưu lại thành .docx/.xlsx không mật khẩu")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise SourceError(name, "tệp nén bị hỏng") from error
    if len(members) > MOST_MEMBERS:
        raise SourceError(name, f"tệp nén có {len(members)} mục, nhiều nhất {MOST_MEMBERS}")
    if any(member.flag_bits & 1 for member in members):
        raise SourceError(name, "tệp nén có mật khẩu")
    total = sum(member.file_size for member in members)
    if total > LARGEST_UNPACKED or any(member.file_size > LARGEST_MEMBER for member in members):
        raise SourceError(name, f"tệp nén bung ra {total // 2**20} MB: quá lớn (bom nén?)")
    if any(
        member.file_size > _SMALL and member.file_size > _RATIO * max(1, member.compress_size) for member in members
    ):
        raise SourceError(name, "tệp nén nở ra quá nhiều lần (bom nén?)")
    return archive
