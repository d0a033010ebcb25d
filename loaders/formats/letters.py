"""Letters of a PDF page as far as words need them (chữ của trang PDF): text and place.

pdfplumber describes each letter by thirty facts (fonts, colours, matrices), which takes two thirds
of the time of a page of text and is asked for by nobody here. Rules, boxes and pictures are
described as they always are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from pdfminer.layout import LTChar
from pdfplumber.page import Page

if TYPE_CHECKING:
    from pdfminer.layout import LTItem


class PageOfLetters(Page):
    """A page whose letters have the facts that `extract_words` asks for, and no others."""

    @classmethod
    def of(cls, page: Page) -> Self:
        """Return ``page`` once more; what is read of it is held by this one alone."""
        return cls(page.pdf, page.page_obj, page.page_number, page.initial_doctop)

    def process_object(self, obj: LTItem) -> dict[str, Any]:
        """Describe what stands on the page."""
        if not isinstance(obj, LTChar):
            described: dict[str, Any] = super().process_object(obj)
            return described
        left, above = self.mediabox[:2]
        top = (self.height - obj.y1) + above
        return {
            "object_type": "char",
            "text": obj.get_text(),
            "x0": obj.x0 + left,
            "x1": obj.x1 + left,
            "top": top,
            "bottom": (self.height - obj.y0) + above,
            "doctop": self.initial_doctop + top,
            "height": obj.height,
            "width": obj.width,
            "upright": obj.upright,
            "size": obj.size,
        }
