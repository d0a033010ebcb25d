"""What is no document (không phải văn bản): an article, a form, a price list, a table without a head.

A document has the head of Nghị định 30/2020/NĐ-CP: a number line, or a kind in capitals with bases, enacting words,
recipients or a signature; the Party's papers have theirs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.marks import KIND_LINE, MOTTO, NUMBER_LINE
from luocdo.loaders.text.parts import is_lone_annex

if TYPE_CHECKING:
    from luocdo.loaders.context import Part
    from luocdo.loaders.text.page import Page

_SIGNS = (
    re.compile(r"(?im)^\W*can\s+cu\s+(?:luat|nghi|quyet|hien|bo\s+luat|thong|ket\s+luan|chi|ke)"),
    re.compile(r"(?im)^[\W_]*noi\s+nhan\b"),
    re.compile(r"(?m)(?:QUYET\s+DINH|QUYET\s+NGHI)\s*:"),
    re.compile(r"(?im)^\W*dieu\s+1\s*\."),
    re.compile(r"(?i)\((?:ban\s+hanh\s+)?kem\s+theo\s+(?:quyet\s+dinh|nghi\s+quyet|ke\s+hoach)"),
    re.compile(r"(?im)^\W*kinh\s+gui\b"),
)
_TOP = 5000
_LEAST = 2


def why_no_document(page: Page, part: Part) -> str | None:
    """Return why ``part`` is no document, in Vietnamese; None when it is one."""
    text = bare(page.flat)
    top = text[part.span.start : min(part.span.end, part.span.start + _TOP)]
    whole = text[part.span.start : part.span.end]
    if len(whole.split(maxsplit=20)) < 20:  # noqa: PLR2004 - no document is shorter than its own head
        return "quá ngắn để là một văn bản"
    if is_lone_annex(text, part.span):
        return None
    head = bool(NUMBER_LINE.search(top)) + bool(KIND_LINE.search(top)) + bool(MOTTO.search(top))
    if head >= _LEAST or (head and any(sign.search(whole) for sign in _SIGNS)):
        return None
    if not head:
        return "không có đầu văn bản (cơ quan, số, loại): có vẻ là bài viết, biểu mẫu hoặc bảng kê"
    return "không có căn cứ, điều khoản, nơi nhận: có vẻ là bài viết, biểu mẫu hoặc bảng kê"
