"""From a file to its text (từ tệp đến chữ): formats are told by content and ending; each becomes
plain text with tabs.

Every format is rendered the same way, so that the readers read only one thing: tabs between the
cells of a row, one row per line, ``<br>`` between the lines of a cell; which cells are merged
stands beside the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from typing import TYPE_CHECKING

from luocdo.graph.errors import SourceError, TooLargeError
from luocdo.graph.records import Issue

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from luocdo.loaders.drawn import DrawnTable

LARGEST_FILE = 200 * 1024 * 1024
LONGEST_LINE = 1_000_000
_HEAD = 4096  # bytes by which an encoding is told
_SHARE = 10  # one byte in ten


@dataclass(frozen=True, slots=True)
class Source:
    """The decoded text of a file: ``format`` as it arrived, ``digest`` of its bytes, ``issues`` of
    its encoding.

    ``tables`` are those of the text as they are drawn; a format that does not draw them has none.
    ``belongs_to`` is which document the reader says it is part of ("KH 38/KH-UBND"), where it has
    no letterhead itself.
    """

    name: str
    text: str
    digest: str
    format: str = "text"
    issues: tuple[Issue, ...] = ()
    confidences: tuple[tuple[int, int, float], ...] = ()
    tables: tuple[DrawnTable, ...] = ()
    belongs_to: str | None = None


def read_source(path: Path) -> Source:
    """Read the file at ``path``.

    Raises:
        SourceError: it is empty, too large, binary, or of a format that cannot be read; the
        message says the remedy.
    """
    return decode_source(path.name, read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """Return the bytes of the file at ``path``.

    Raises:
        SourceError: it is no file, too large, or cannot be opened.
    """
    check_size(path)
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(path.name, f"không mở được: {error.strerror}") from error


def check_size(path: Path) -> None:
    """Do nothing where there is a file at ``path`` that is not too large.

    Raises:
        SourceError: there is none, or it is.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise SourceError(path.name, f"không mở được: {error.strerror}") from error
    if size > LARGEST_FILE:
        raise SourceError(
            path.name, f"tệp quá lớn ({size // 2**20} MB, nhiều nhất {LARGEST_FILE // 2**20} MB)"
        )


def decode_source(name: str, data: bytes) -> Source:
    """Turn the bytes of the file called ``name`` into text.

    Raises:
        SourceError: see `read_source`.
    """
    if len(data) > LARGEST_FILE:
        raise SourceError(name, f"tệp quá lớn (nhiều nhất {LARGEST_FILE // 2**20} MB)")
    if not data.strip():
        raise SourceError(name, "tệp rỗng")
    reader = _format_reader(name, data)
    try:
        return reader(name, data) if reader else _plain_text(name, data)
    except TooLargeError as error:
        raise SourceError(name, str(error)) from error
    except (RecursionError, MemoryError) as error:
        raise SourceError(
            name, "lồng quá sâu hoặc quá lớn: không phải văn bản hành chính"
        ) from error


def _format_reader(name: str, data: bytes) -> Callable[[str, bytes], Source] | None:
    """Return the reader of a format that is not plain text, by ending and first bytes."""
    formats = import_module("luocdo.loaders.formats")
    found: Callable[[str, bytes], Source] | None = formats.reader_for(name, data)
    return found


def _plain_text(name: str, data: bytes) -> Source:
    text, issues = decoded(name, data)
    if "\x00" in text[:4096]:
        raise SourceError(name, "tệp nhị phân, không phải văn bản")
    if any(len(line) > LONGEST_LINE for line in text.splitlines()):
        raise SourceError(
            name, f"có dòng dài hơn {LONGEST_LINE} ký tự: không phải văn bản hành chính"
        )
    return Source(name, text, sha256(data).hexdigest(), "text", issues)


def decoded(name: str, data: bytes) -> tuple[str, tuple[Issue, ...]]:
    """Decode UTF-8; broken bytes become U+FFFD and are reported, UTF-16 is told by its mark or by
    its empty bytes.

    Raises:
        SourceError: it is no text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), ()
    if unmarked := _unmarked_utf16(data[:_HEAD]):
        return data.decode(unmarked, "replace"), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        if broken > len(text) // 20:
            return _legacy(name, data, error.start)
        message = f"{broken} chỗ không phải UTF-8, đọc thành \ufffd"
        return text, (
            Issue(
                kind="encoding",
                message=message,
                from_char=len(data[: error.start].decode("utf-8", "replace")),
            ),
        )


def _unmarked_utf16(head: bytes) -> str | None:
    """Return the form of UTF-16 of a text without a byte order mark: every other byte of its
    blanks and line ends is empty.
    """
    low, high = head[0::2].count(0), head[1::2].count(0)
    if max(low, high) * _SHARE < len(head) or min(low, high) * _SHARE > len(head):
        return None
    return "utf-16-le" if high > low else "utf-16-be"


def _legacy(name: str, data: bytes, at: int) -> tuple[str, tuple[Issue, ...]]:
    """Decode text of an older Vietnamese character set; what stays full of odd letters
    is no text.
    """
    charsets = import_module("luocdo.loaders.formats.charsets")
    text, charset = charsets.decode_page(data)
    text = charsets.to_unicode(text)
    if not charsets.is_vietnamese(text):
        raise SourceError(name, f"không phải UTF-8 (byte {at}); hãy lưu lại ở UTF-8")
    return text, (Issue(kind="encoding", message=f"đọc theo bảng mã {charset}"),)
