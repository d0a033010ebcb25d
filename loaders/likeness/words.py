"""Words set into markup (chữ trong trang): as words, composed, without marks that turn the
direction of writing.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import html

_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0xFEFF))
_REFUSED = {code: " " for code in range(32) if chr(code) not in "\t\n\r"}  # what XML cannot hold


def clean(words: str | None) -> str:
    """Return words as they may be shown."""
    return unicodedata.normalize("NFC", words or "").translate(_TURNING).translate(_REFUSED)


def say(element: html.HtmlElement, words: str | None) -> None:
    """Add words behind all that ``element`` holds."""
    said = clean(words)
    if len(element):
        element[-1].tail = (element[-1].tail or "") + said
    else:
        element.text = (element.text or "") + said
