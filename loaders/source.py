"""From a file to its text (từ tệp đến chữ): formats are told by content and ending; each becomes plain text with tabs.

Every format is rendered the same way, so that the readers read only one thing: tabs between the cells of a row, one row
per line, ``<br>`` between the lines of a cell, an empty cell below a merged one.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from typing import TYPE_CHECKING

from luocdo.graph.errors import SourceError
from luocdo.graph.records import Issue

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LARGEST_FILE = 200 * 1024 * 1024
LONGEST_LINE = 1_000_000
_TEXT = frozenset({".txt", ".md", ".markdown", ".text", ""})


@dataclass(frozen=True, slots=True)
class Source:
    """The decoded text of a file: ``format`` as it arrived, ``digest`` of its bytes, ``issues`` of its encoding."""

    name: str
    text: str
    digest: str
    format: str = "text"
    issues: tuple[Issue, ...] = ()
    confidences: tuple[tuple[int, int, float], ...] = ()


def read_source(path: Path) -> Source:
    """Read the file at ``path``.

    Raises:
        SourceError: it is empty, too large, binary, or of a format that cannot be read; the message says the remedy.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise SourceError(path.name, f"tệp quá lớn ({size // 2**20} MB, nhiều nhất {LARGEST_FILE // 2**20} MB)")
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(path.name, f"không mở được: {error.strerror}") from error
    return decode_source(path.name, data)


def decode_source(name: str, data: bytes) -> Source:
    """Turn the bytes of the file called ``name`` into text.

    Raises:
        SourceError: see `read_source`.
    """
    if not data.strip():
        raise SourceError(name, "tệp rỗng")
    if reader := _format_reader(name, data):
        return reader(name, data)
    return _plain_text(name, data)


def _format_reader(name: str, data: bytes) -> Callable[[str, bytes], Source] | None:
    """Return the reader of a format that is not plain text, by ending and first bytes."""
    formats = import_module("luocdo.loaders.formats")
    found: Callable[[str, bytes], Source] | None = formats.reader_for(name, data)
    return found


def _plain_text(name: str, data: bytes) -> Source:
    text, issues = _decoded(name, data)
    if "\x00" in text[:4096]:
        raise SourceError(name, "tệp nhị phân, không phải văn bản")
    if any(len(line) > LONGEST_LINE for line in text.splitlines()):
        raise SourceError(name, f"có dòng dài hơn {LONGEST_LINE} ký tự: không phải văn bản hành chính")
    return Source(name, text, sha256(data).hexdigest(), "text", issues)


def _decoded(name: str, data: bytes) -> tuple[str, tuple[Issue, ...]]:
    """Decode UTF-8; broken bytes become U+FFFD and are reported, UTF-16 is told by its mark."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        if broken > len(text) // 20:
            raise SourceError(name, f"không phải UTF-8 (byte {error.start}); hãy lưu lại ở UTF-8") from error
        message = f"{broken} chỗ không phải UTF-8, đọc thành \ufffd"
        return text, (
            Issue(kind="encoding", message=message, from_char=len(data[: error.start].decode("utf-8", "replace"))),
        )
