"""A Word file or web page is shown as it looks, a sentence marked, and nothing of its own markup
is handed on.
"""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from lxml import html

from luocdo.loaders.likeness import has_likeness, likeness

PAGE = """<html><head><style>p{color:red}</style><script>alert(1)</script></head><body onload="alert(2)">
<p align="center" style="font-weight:bold;background:url(http://x.example/a.png)" onclick="alert(3)">KẾ HOẠCH</p>
<p>Căn cứ Luật <a href="javascript:alert(4)">Giáo dục</a>; <img src="x" onerror="alert(5)"><iframe src="http://x.example"></iframe></p>
<table border="1"><tr><td rowspan="2">Sở Y tế</td><td colspan="x">Rà soát <b>tủ thuốc</b>\u202e</td></tr>
<tr><td>Quý II</td></tr></table>
<svg onload="alert(6)"><a xlink:href="javascript:alert(7)">x</a></svg><style>@import url(http://x.example)</style>
<form action="http://x.example"><input name="a"></form></body></html>"""


def word() -> bytes:
    document = Document()
    heading = document.add_paragraph("KẾ HOẠCH")
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading.runs[0].bold = True
    document.add_paragraph("<script>alert(1)</script> là chữ của văn bản")
    table = document.add_table(rows=3, cols=2, style="Table Grid")
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Sở Y tế"
    table.cell(0, 1).text = "Rà soát tủ thuốc của trường"
    table.cell(1, 1).text = "Tập huấn sơ cứu"
    table.cell(2, 0).merge(table.cell(2, 1)).text = "Hết bảng"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def shown(name: str, data: bytes, quote: str) -> html.HtmlElement:
    page = likeness(name, data, quote)
    assert page is not None
    return html.document_fromstring(page)


@pytest.mark.parametrize("harm", ["script", "iframe", "img", "svg", "form", "input", "a"])
def test_an_element_that_may_run_ask_or_lead_away_is_not_made(harm: str) -> None:
    assert shown("trang.htm", PAGE.encode(), "").xpath(f"//body//{harm}") == []


def test_attributes_are_those_that_are_known_to_be_harmless() -> None:
    body = shown("trang.htm", PAGE.encode(), "").find("body")
    names = {name for one in body.iter() for name in one.attrib}
    assert names <= {"style", "colspan", "rowspan", "class", "id"}
    assert "url" not in html.tostring(body, encoding="unicode")
    assert "\u202e" not in body.text_content()


def test_a_web_page_keeps_alignment_and_merged_cells() -> None:
    page = shown("trang.htm", PAGE.encode(), "")
    assert page.xpath("string(//p[contains(@style, 'center')])") == "KẾ HOẠCH"
    assert page.xpath("string(//td[@rowspan='2'])") == "Sở Y tế"


def test_a_word_file_keeps_alignment_bold_and_merged_cells() -> None:
    page = shown("ke hoach.docx", word(), "")
    assert page.xpath("string(//p[contains(@style, 'center')]/b)") == "KẾ HOẠCH"
    assert page.xpath("string(//td[@rowspan='2'])").strip() == "Sở Y tế"
    assert page.xpath("string(//td[@colspan='2'])").strip() == "Hết bảng"
    assert page.xpath("//table[@class='ruled']")
    assert "<script>alert(1)</script> là chữ của văn bản" in page.text_content()


@pytest.mark.parametrize(
    ("name", "quote", "marked"),
    [
        ("trang.htm", "Rà soát tủ thuốc", "Rà soáttủ thuốc"),  # across an element
        ("trang.htm", "Sở Y tế\tRà soát tủ thuốc", "Sở Y tếRà soáttủ thuốc"),  # cell after cell
        (
            "trang.htm",
            "- Căn cứ Luật Giáo  dục",
            "Căn cứ Luật Giáo dục",
        ),  # a bullet of our text, spaces apart
        (
            "ke hoach.docx",
            "Rà soát tủ thuốc … Tập huấn sơ cứu",
            "Rà soát tủ thuốcTập huấn sơ cứu",
        ),  # pieces of a cell
        ("ke hoach.docx", "câu này không có", ""),
    ],
)
def test_the_sentence_is_marked_wherever_it_is_cut(name: str, quote: str, marked: str) -> None:
    page = shown(name, PAGE.encode() if name.endswith(".htm") else word(), quote)
    assert "".join(one.text_content().strip() for one in page.iter("mark")) == marked
    assert len(page.xpath("//*[@id='cau']")) == bool(marked)


def test_other_kinds_have_no_likeness() -> None:
    assert not has_likeness("a.txt", b"KE HOACH")
    assert likeness("a.txt", b"KE HOACH", "x") is None
    assert likeness("hong.docx", word()[:300], "x") is None
