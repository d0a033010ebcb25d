"""Numbers that recognition was not sure of (số đọc chưa chắc): what is written by hand on the page
is often misread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.records import Issue
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.marks import NUMBER_LINE
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from luocdo.loaders.text.zones import Part

_SURE = 0.75  # of 1: what is printed is recognised with 0.9 and more
_TOP = 3000


def unsure_number(page: Page, part: Part, number: str | None) -> tuple[Issue, ...]:
    """Report a ``number`` of the letterhead that was read from a picture without confidence."""
    end = min(part.span.end, part.span.start + _TOP)
    found = (
        NUMBER_LINE.search(bare(page.flat), part.span.start, end)
        if number and page.confidences
        else None
    )
    if found is None:
        return ()
    evidence = page.evidence("Đầu văn bản", page.trim(Span(*found.span())))
    if evidence.confidence is None or evidence.confidence >= _SURE:
        return ()
    message = (
        f"số {number} nhận dạng từ hình, độ tin cậy {evidence.confidence:.0%}; sai thì sửa bằng"
        " luocdo identify"
    )
    return (
        Issue(
            kind="unsure_number",
            message=message,
            quote=evidence.quote[:200],
            from_char=evidence.from_char,
        ),
    )
