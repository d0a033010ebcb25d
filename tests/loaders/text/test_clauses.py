"""A paragraph stands under the headings above it, however lines and pages break it."""

from __future__ import annotations

from luocdo.loaders.text.clauses import read_clauses
from luocdo.loaders.text.page import Page, Span


def places(text: str) -> list[str]:
    page = Page.of("văn bản.txt", text)
    return [clause.place for clause in read_clauses(page, Span(0, len(page.flat)))]


def test_clauses_stand_under_their_headings() -> None:
    text = "Điều 1. Nội dung\nI. Nhiệm vụ\n1. Rà soát\na) Việc một;\nđ) Việc hai.\n- Ý một.\n- Ý hai.\nĐiều 2. Thi hành"
    assert places(text) == [
        "Điều 1",
        "Điều 1 › I",
        "Điều 1 › I › 1",
        "Điều 1 › I › 1 › a",
        "Điều 1 › I › 1 › đ",
        "Điều 1 › I › 1 › đ › gạch đầu dòng 1",
        "Điều 1 › I › 1 › đ › gạch đầu dòng 2",
        "Điều 2",
    ]


def test_a_sentence_broken_by_a_page_is_one_paragraph() -> None:
    page = Page.of(
        "văn bản.txt",
        "1. Sở Nội vụ chủ trì, phối hợp với các\n\n12\n\nđơn vị rà soát quy chế.\n2. Việc khác.",
    )
    first = read_clauses(page, Span(0, len(page.flat)))[0]
    assert first.text.startswith("Sở Nội vụ chủ trì")
    assert first.text.endswith("rà soát quy chế.")


def test_markdown_headings_and_tables() -> None:
    assert places("## **I. NHIỆM VỤ**\n\n1. Rà soát.\n\n| TT | Việc |\n| 1 | A |\n") == [
        "I",
        "I › 1",
    ]


def test_an_article_named_at_the_beginning_of_a_line_begins_nothing() -> None:
    text = "Điều 6. Thi hành\n2. Chủ dự án quy định tại\nĐiều 3 Nghị quyết này báo cáo.\n3. Việc khác."
    assert places(text) == ["Điều 6", "Điều 6 › 2", "Điều 6 › 2", "Điều 6 › 3"]


def test_a_line_may_end_within_the_mark_of_an_article() -> None:
    assert places("Điều 1. Nội dung của tỉnh. Điều\n2. Hiệu lực thi hành") == ["Điều 1", "Điều 2"]


def test_items_may_run_on_in_one_paragraph() -> None:
    text = "Điều 3. Thi hành 1. Quyết định này có hiệu lực từ năm 2026. 2. Sở Nội vụ thi hành."
    assert places(text) == ["Điều 3", "Điều 3 › 1", "Điều 3 › 2"]
    assert places("1. Mức 1. Loại A và mức 2. Loại B.") == ["1"]
