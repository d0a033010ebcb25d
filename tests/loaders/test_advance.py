"""A large file says how far its reading is, to whoever waits, in this process or another."""

from __future__ import annotations

import io

import pytest
from docx import Document

from luocdo.loaders import advance
from luocdo.loaders.advance import counted, heard
from luocdo.loaders.formats.pdf import read as read_pdf
from luocdo.loaders.pool import in_batches, processes, tell_parent
from luocdo.loaders.reading import read_record
from luocdo.loaders.source import Source, decode_source

PAPER = (
    "BỘ Y TẾ\nSố: 7/KH-BYT\nHà Nội, ngày 10 tháng 3 năm 2025\n\nKẾ HOẠCH\nKiểm tra\n\nCăn cứ Luật Y tế;\n\nBộ ban hành Kế hoạch "
    "như sau:\n1. Vụ Pháp chế chủ trì rà soát quy định.\n2. Cục Phòng bệnh theo Quyết định số 131/QĐ-TTg lập báo cáo.\n\n"
    "Nơi nhận:\n- Lưu: VT.\n\nPHỤ LỤC\nTT\tNội dung\tCơ quan chủ trì\tThời hạn\n1\tLập hồ sơ\tCục Phòng bệnh\t2025\n"
)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(advance, "PAUSE", 0.0)
    return []


def pdf(pages: int) -> bytes:
    kids = " ".join(f"{number + 3} 0 R" for number in range(pages))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
    ]
    objects += ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>"] * pages
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF\n".encode()


def test_the_pages_of_a_pdf_are_counted(told: list[str]) -> None:
    with heard("lon.pdf", told.append):
        read_pdf("lon.pdf", pdf(3))
    assert told == ["đọc lon.pdf: trang 1/3", "đọc lon.pdf: trang 2/3", "đọc lon.pdf: trang 3/3"]


def test_a_long_text_tells_its_citations_rows_and_paragraphs(told: list[str]) -> None:
    with heard("lon.docx", told.append):
        read_record(Source("lon.docx", PAPER, ""))
    assert {line.split(": ")[1].split(" ")[0] for line in told} >= {"đoạn", "dòng"}
    assert any(line.startswith("đọc lon.docx: viện dẫn 1/") for line in told)


def test_nobody_hears_of_what_is_quickly_read() -> None:
    said: list[str] = []
    with heard("a.txt", said.append):
        assert list(counted("dòng", [1, 2])) == [1, 2]
    assert list(counted("dòng", [1, 2])) == [1, 2]
    assert not said


def test_what_a_worker_tells_is_heard_by_its_parent() -> None:
    said: list[str] = []
    lines = ["trang 1/2", "trang 2/2"]
    with processes(1, said.append) as crew:
        batches = list(in_batches(tell_parent, lines, crew, lambda *_: None))
    results = [one for batch in batches for _, one in batch]
    assert (results, said) == ([None, None], ["trang 1/2", "trang 2/2"])


def test_the_paragraphs_of_a_word_file_are_counted(told: list[str]) -> None:
    paper, out = Document(), io.BytesIO()
    for line in PAPER.splitlines():
        paper.add_paragraph(line)
    paper.save(out)
    with heard("lon.docx", told.append):
        decode_source("lon.docx", out.getvalue())
    assert told[0].startswith("đọc lon.docx: đoạn 1/")
