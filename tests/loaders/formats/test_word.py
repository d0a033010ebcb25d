"""Word files: final text only, Word's own numbers, merged cells once, boxes and notes where a
reader looks for them.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from luocdo.loaders.source import decode_source

if TYPE_CHECKING:
    from docx.document import Document as Paper

W = nsdecls("w")


VMERGE, TWO = '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>'


def saved(paper: Paper) -> bytes:
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def text_of(body: str) -> str:
    """Return the text of a paper whose body is ``body`` (WordprocessingML)."""
    paper = Document()
    for element in reversed(parse_xml(f"<w:body {W}>{body}</w:body>")):
        paper.element.body.insert(0, element)
    return decode_source("a.docx", saved(paper)).text


def p(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def tc(words: str, properties: str = "") -> str:
    return (
        f"<w:tc><w:tcPr>{properties}</w:tcPr>{words if words.startswith('<') else p(words)}</w:tc>"
    )


def test_tracked_changes_are_read_as_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>Hạn </w:t></w:r><w:del><w:r><w:delText>năm 2024</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>năm 2025</w:t></w:r></w:ins></w:p>"
    )
    assert text_of(body) == "Hạn năm 2025\n"


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next_one() -> None:
    joined = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Bộ </w:t></w:r></w:p>" + p(
        "Y tế"
    )
    assert text_of(joined) == "Bộ Y tế\n"


def test_a_deleted_row_is_no_row() -> None:
    rows = f"<w:tr><w:trPr><w:del/></w:trPr>{tc('cũ')}{tc('cũ')}</w:tr><w:tr>{tc('mới')}{tc('a')}</w:tr>"
    assert text_of(f"<w:tbl>{rows}</w:tbl>") == "mới\ta\n"


def test_merged_cells_are_read_once() -> None:
    rows = f"<w:tr>{tc('1', VMERGE)}{tc('Soạn')}{tc('Vụ A')}</w:tr><w:tr>{tc('1', '<w:vMerge/>')}{tc('chung', TWO)}</w:tr>"
    assert text_of(f"<w:tbl>{rows}</w:tbl>") == "1\tSoạn\tVụ A\n\tchung\t\n"


def test_a_row_that_begins_further_right_keeps_its_columns() -> None:
    short = f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{tc('b')}{tc('c')}</w:tr>"
    assert (
        text_of(f"<w:tbl><w:tr>{tc('1')}{tc('2')}{tc('3')}</w:tr>{short}</w:tbl>")
        == "1\t2\t3\n\tb\tc\n"
    )


def test_a_table_within_a_cell_is_read_in_its_cell() -> None:
    inner = f"<w:tbl><w:tr>{tc('x')}{tc('y')}</w:tr></w:tbl>{p('sau')}"
    assert (
        text_of(f"<w:tbl><w:tr>{tc('1')}{tc(inner)}{tc('3')}</w:tr></w:tbl>")
        == "1\tx y <br> sau\t3\n"
    )


def test_the_words_of_a_text_box_are_text_once() -> None:
    box = f"<w:p><w:r><w:pict><w:txbxContent>{p('DỰ THẢO')}</w:txbxContent></w:pict></w:r></w:p>"
    assert text_of(box).split() == ["DỰ", "THẢO"]


def test_headers_and_footers_are_no_text() -> None:
    paper = Document()
    paper.sections[0].header.paragraphs[0].text = "Trang đầu"
    paper.add_paragraph("Thân")
    assert decode_source("a.docx", saved(paper)).text == "Thân\n"


@pytest.mark.parametrize(("style", "label"), [("List Number", "1. "), ("List Bullet", "- ")])
def test_numbers_that_word_makes_are_text(style: str, label: str) -> None:
    paper = Document()
    paper.add_paragraph("Rà soát", style=style)
    assert decode_source("a.docx", saved(paper)).text == f"{label}Rà soát\n"


def test_text_in_the_letters_of_tcvn3_becomes_unicode() -> None:
    assert text_of(p("Bé Gi¸o dôc vµ §µo t¹o giao c¸c ®¬n vÞ thùc hiÖn. " * 4)).startswith(
        "Bộ Giáo dục và Đào tạo giao"
    )
