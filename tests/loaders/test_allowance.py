"""A file that takes more than its share of time or memory is given up by name; what is large and
honest gets its time.
"""

from __future__ import annotations

import io
import signal
import time
import tracemalloc
import zipfile
import zlib
from contextlib import suppress
from functools import cache
from multiprocessing import get_context
from typing import TYPE_CHECKING

import pytest
from docx import Document

from luocdo.graph.errors import SourceError
from luocdo.loaders import allowance as limits
from luocdo.loaders.allowance import allowance, grant
from luocdo.loaders.arrivals import arrivals
from luocdo.loaders.readings import read_one

if TYPE_CHECKING:
    from pathlib import Path

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\n\nSố: 12/KH-UBND\tNghệ An, ngày 10 tháng 3 năm 2023\n\nKẾ HOẠCH\nTriển khai việc mẫu\n\n"
    "PHỤ LỤC\n\n"
)


def busy(seconds: float) -> None:
    start = time.process_time()
    while time.process_time() - start < seconds:
        with suppress(Exception):  # as a library does that swallows what it can
            sum(range(1000))


def stuck_in_c() -> None:
    """Begin a sum that no alarm of Python interrupts."""
    limits.SECONDS = 0.2
    with allowance("a.txt", 0):
        sum(range(10**13))


def test_too_much_time_gives_the_file_up_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 0.1)
    with pytest.raises(SourceError, match=r"a\.txt: đọc quá lâu"), allowance("a.txt", 0):
        busy(60)
    busy(0.3)  # the limit is over


def test_what_there_is_to_read_gives_more_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 0.1)
    with allowance("a.txt", 0):
        grant(60)
        busy(0.3)


def test_too_much_memory_gives_the_file_up_by_name() -> None:
    with pytest.raises(SourceError, match=r"a\.txt: cần quá nhiều bộ nhớ"), allowance("a.txt", 0):
        bytes(2 * limits.MEMORY)
    assert len(bytes(1000)) == 1000


def test_what_hears_no_alarm_is_ended_by_the_system() -> None:
    process = get_context("spawn").Process(target=stuck_in_c, daemon=True)
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGXCPU


@cache
def pdf_that_inflates() -> bytes:
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(bytes(1 << 20)) for _ in range(4096)) + packer.flush()
    stream = zlib.compress(once, 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
        b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%b\nendstream"
        % (len(stream), stream),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 5\n0000000000 65535 f \n%btrailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (
            table,
            len(out),
        )
    )


def test_a_stream_that_inflates_twice_takes_no_more_memory_than_a_page(tmp_path: Path) -> None:
    (tmp_path / "bom.pdf").write_bytes(pdf_that_inflates())
    (file,), _ = arrivals([tmp_path / "bom.pdf"])
    tracemalloc.start()
    try:
        _, found = read_one(file)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert found == "tệp PDF bung ra quá lớn (bom nén?)"
    assert peak < 500_000_000


def word(body: str) -> bytes:
    blank, out = io.BytesIO(), io.BytesIO()
    Document().save(blank)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    head = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in HEAD.splitlines())
    with zipfile.ZipFile(blank) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            own = f'<w:document xmlns:w="{space}"><w:body>{head}{body}</w:body></w:document>'.encode()
            new.writestr(name, own if name == "word/document.xml" else old.read(name))
    return out.getvalue()


def boxes(depth: int) -> str:
    return "<w:p><w:r><w:t>x</w:t><w:txbxContent>" * depth + "</w:txbxContent></w:r></w:p>" * depth


def tables(depth: int) -> str:
    return (
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p>" * depth
        + "<w:p/></w:tc></w:tr></w:tbl>" * depth
    )


def rows(number: int, cells: str = "Sở Tài chính") -> bytes:
    heading = "TT\tNội dung\tCơ quan chủ trì\tThời hạn\n"
    return (
        HEAD + heading + "".join(f"{at}\tLập bản đồ\t{cells}\t2024\n" for at in range(number))
    ).encode()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("hop.docx", word(boxes(60)), ""),
        ("bang.docx", word(tables(60)), ""),
        ("dong.txt", rows(100_000), "dòng"),
        ("cot.txt", rows(5, "Lập bản đồ\tSở Y tế\t" * 5000), "cột"),
        ("bom.pdf", pdf_that_inflates(), "PDF"),
    ],
)
def test_a_file_made_to_hold_everything_up_does_not(
    name: str, data: bytes, told: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    (file,), _ = arrivals([tmp_path / name])
    started = time.process_time()
    _, found = read_one(file)
    assert (told in found) if isinstance(found, str) else not told
    assert time.process_time() - started < limits.SECONDS
