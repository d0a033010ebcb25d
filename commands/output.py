"""What a command prints and the files it writes (đầu ra): nothing steers the terminal, a file is
whole or not there.
"""

from __future__ import annotations

import errno
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

import click

from luocdo.commands.wording import told
from luocdo.graph.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

_REASONS = {
    errno.ENOENT: "không có thư mục hoặc tệp này; tạo thư mục trước",
    errno.ENOTDIR: "đường dẫn đi qua một tệp, không phải thư mục",
    errno.EACCES: "không có quyền; chọn chỗ khác hoặc xin quyền",
    errno.EPERM: "hệ thống không cho phép; chọn chỗ khác",
    errno.EROFS: "ổ đĩa chỉ đọc; chọn chỗ khác",
    errno.EISDIR: "là thư mục; ghi thêm tên tệp",
    errno.EEXIST: "đã có một tệp cùng tên",
    errno.ENOSPC: "đĩa đầy; dọn chỗ rồi chạy lại",
    errno.EDQUOT: "hết hạn mức đĩa; dọn chỗ rồi chạy lại",
    errno.EFBIG: "quá cỡ tệp được phép",
    errno.EMFILE: "mở quá nhiều tệp",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EIO: "ổ đĩa báo lỗi",
}


def say(words: str, *, err: bool = False, nl: bool = True) -> None:
    """Print ``words``, marks that would steer the terminal made visible."""
    click.echo(visible(told(words)), err=err, nl=nl)


def reason_of(error: OSError) -> str:
    """Return in one line what the system refuses, and the remedy where there is one."""
    place = error.filename2 or error.filename
    told = _REASONS.get(error.errno or 0) or error.strerror or str(error)
    shown = Path(place) if isinstance(place, str) else place
    where = f" {shown}" if place else ""
    return f"không đọc, ghi được{where}: {told}"


def _beside(output: Path) -> tempfile._TemporaryFileWrapper[bytes]:
    """Open a file beside ``output``; an error names the one that was asked for."""
    try:
        return tempfile.NamedTemporaryFile(  # who calls closes it
            dir=output.parent, prefix=f".{output.name}.", delete=False
        )
    except OSError as error:
        error.filename = str(output)
        raise


@contextmanager
def written(output: Path) -> Iterator[BinaryIO]:
    """Write to a file that takes its place when it is whole; ``-`` is standard output.

    Raises:
        OSError: it cannot be written; what stood there before still stands.
    """
    if str(output) == "-":
        yield cast("BinaryIO", sys.stdout.buffer)
        return
    if (
        output.exists() and not output.is_file()
    ):  # a pipe, a device: nothing can be put in its place
        with output.open("wb") as stream:
            yield stream
        return
    with _beside(output) as fresh:
        place = Path(fresh.name)
        try:
            yield cast("BinaryIO", fresh)
            fresh.close()
            place.chmod(0o644)
            place.replace(output)
        finally:
            place.unlink(missing_ok=True)
