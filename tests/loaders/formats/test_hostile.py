"""Files made to do harm end in one message that names the file, in little memory; nothing is
unpacked or run.
"""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from docx import Document
from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_MEMORY = 500  # MB
HANGING = 160  # seconds for all of them, 10 for each
PROGRAM = """
import sys
from pathlib import Path
from luocdo.loaders.arrivals import arrivals
from luocdo.loaders.readings import read_one
files, refused = arrivals([Path(sys.argv[1])])
for name, result in [*refused, *map(read_one, files)]:
    print(name, "|", result if isinstance(result, str) else "READ")
status = Path("/proc/self/status")  # the peak of this program alone: that of resource holds what it was forked from
peaks = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM")] if status.exists() else [0]
print(int(peaks[0]) // 1024)
"""
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">'
    '<!ENTITY d SYSTEM "file:///etc/passwd">]>'
)
ZEROS = 1024 * 1024


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def word(**more: bytes) -> bytes:
    """Return a Word file with ``more`` members, in place of its own where they have
    the same name.
    """
    out, result = io.BytesIO(), io.BytesIO()
    Document().save(out)
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in more:
                new.writestr(name, old.read(name))
        for name, data in more.items():
            new.writestr(name, data)
    return result.getvalue()


def giant_entry() -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("word/document.xml", "w") as entry,
    ):
        for _ in range(1024):
            entry.write(bytes(ZEROS))
    return out.getvalue()


def nested_tables() -> bytes:
    inner = "<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return word(
        **{
            "word/document.xml": f'<w:document xmlns:w="{space}"><w:body>{inner}</w:body></w:document>'.encode()
        }
    )


def wide_sheet() -> bytes:
    out, book = io.BytesIO(), Workbook(write_only=True)
    sheet = book.create_sheet()
    for _ in range(2):
        sheet.append(range(10_000))
    book.save(out)
    return out.getvalue()


def special(name: str, mode: int = 0o120777 << 16) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        member = zipfile.ZipInfo(name)
        member.create_system, member.external_attr = 3, mode
        archive.writestr(member, "/etc/passwd")
    return out.getvalue()


def wide_table(columns: int) -> bytes:
    cells = "<td rowspan=500 colspan=90>a</td>" + "<td>a</td>" * columns
    return f"<html><body><table>{f'<tr>{cells}</tr>' * 20}</table></body></html>".encode()


def locked_pdf() -> bytes:
    """A PDF whose trailer demands a password that is not the empty one."""
    secret = "0" * 64
    encrypt = f"<< /Filter /Standard /V 1 /R 2 /O <{secret}> /U <{secret}> /P -44 >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [] /Count 0 >>",
        encrypt,
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, words in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{words}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"<< /Size 4 /Root 1 0 R /Encrypt 3 0 R /ID [<{secret[:32]}> <{secret[:32]}>] >>"
    return (
        out
        + f"xref\n0 4\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{len(out)}\n%%EOF\n".encode()
    )


HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "zip bomb": ("bom.zip", lambda: zipped(**{"a.txt": bytes(300 * ZEROS)}), "bom nén"),
    "Word file with an entry of 1 GB": ("a.docx", giant_entry, "quá lớn"),
    "entities that multiply": ("b.docx", lambda: word(**{"word/document.xml": ENTITIES.encode()}), "thực thể XML"),
    "entities in UTF-16": ("u.docx", lambda: word(**{"word/styles.xml": ENTITIES.encode("utf-16")}), "thực thể XML"),
    "macros": ("m.docm", lambda: word(**{"word/vbaProject.bin": b"Sub"}), "macro"),
    "a sheet of 10,000 columns": ("r.xlsx", wide_sheet, "cột"),
    "a web table of 10,000 columns": ("r.html", lambda: wide_table(10_000), "cột"),
    "a document with a password": ("k.docx", lambda: b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "a PDF with a password": ("k.pdf", locked_pdf, "mật khẩu"),
    "a link in an archive": ("l.zip", lambda: special("van-ban.txt"), "liên kết"),
    "a name that leads out of the archive": ("t.zip", lambda: special("../../van-ban.txt", 0), "ra ngoài"),
    "an archive in an archive": ("z.zip", lambda: zipped(**{"a.docx": zipped(x=b"1")}), "tệp nén"),
    "tables within tables of a page": ("s.html", lambda: b"<html><table><tr><td>" * 5000, "ngắn"),
    "tables within tables of Word": ("s.docx", nested_tables, "không phải tệp Word"),
    "a broken PDF": ("h.pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400, "hỏng"),
    "a program": ("p.txt", lambda: b"\x7fELF" + bytes(ZEROS), "nhị phân"),
    "one endless line": ("d.txt", lambda: b"a" * (2 * ZEROS), "dòng dài"),
}  # fmt: skip


Told = dict[str, tuple[str, str]]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> tuple[Told, int]:
    """What reading all of them in one process said of each file, and how many MB it
    took at most.
    """
    folder = tmp_path_factory.mktemp("hostile")
    for name, make, _ in HOSTILE.values():
        (folder / name).write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder)],
        capture_output=True,
        text=True,
        timeout=HANGING,
        check=True,
    )
    *results, memory = done.stdout.splitlines()
    told = [tuple(line.split(" | ", 1)) for line in results]
    return {name.split("/")[0]: (name, why) for name, why in told}, int(memory)


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_ends_in_a_message_that_names_it(case: str, read: tuple[Told, int]) -> None:
    name, _, reason = HOSTILE[case]
    assert reason in read[0][name][1]


def test_hostile_files_take_little_memory(read: tuple[Told, int]) -> None:
    assert read[1] < MOST_MEMORY
