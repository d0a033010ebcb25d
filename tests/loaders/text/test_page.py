"""A page is searched once a pattern; what is found in a part of it is what a search of that part
finds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.loaders.citations import law_words, words
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    import re

TEXT = """Căn cứ Luật Giao dịch điện tử, Bộ luật Lao động và Pháp lệnh Cảnh vệ;
Thực hiện Quyết định 749 và Đề án 06, Kế hoạch "Chuyển đổi số của ngành đến hết năm sau", KH 12;
Chương trình phát triển hạ tầng số giai đoạn 2026 - 2030. Quyết định này và văn  bản NÀY; Nghị quyết
này có hiệu lực. Theo Hiến pháp, QUYẾT ĐỊNH này; luật này."""
PATTERNS = (
    (law_words.LAW, law_words.HEAD),
    (words.QUOTED, words.NAMED),
    (words.PROGRAMME, words.NAMED),
    (words.SHORT, words.SHORT_HEAD),
    (words.LOCAL_END, words.LOCAL_END),
)


@pytest.mark.parametrize(("pattern", "head"), PATTERNS)
def test_a_part_of_a_page_holds_what_a_search_of_that_part_finds(
    pattern: re.Pattern[str], head: re.Pattern[str]
) -> None:
    page = Page.of("a.txt", TEXT)
    text = bare(page.flat)
    assert pattern.search(text), "the example holds what is looked for"
    for start in range(0, len(text), 7):
        for end in (start + 25, start + 90, len(text)):
            found = [
                hit.span() for hit in page.matches(pattern, head, Span(start, min(end, len(text))))
            ]
            assert found == [
                hit.span() for hit in pattern.finditer(text, start, min(end, len(text)))
            ]
