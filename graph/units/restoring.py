"""Names that OCR read without Vietnamese (tên mất dấu): restored where one known name is left,
never invented.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from luocdo.graph.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable

_OWN_LETTERS = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
_SHORTEST = 12
_LIKE = 0.84
_APART = 0.04


def is_garbled(words: str) -> bool:
    """Return whether this is a name printed without the letters that only Vietnamese has: two
    words and more, not an abbreviation.
    """
    return (
        len(words.split()) > 1
        and not _OWN_LETTERS.search(words)
        and not words.isupper()
        and len(squeeze(words)) >= _SHORTEST
    )


def restored(words: str, names: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    """Return (key, name) of the one name that is like ``words``, clearly before any other; None
    where none or several are.
    """
    asked = squeeze(words)
    best: dict[str, tuple[float, str]] = {}
    for key, name in names:
        own = squeeze(name)
        if abs(len(own) - len(asked)) > 0.2 * len(asked):
            continue
        match = SequenceMatcher(None, asked, own, autojunk=False)
        if (
            match.real_quick_ratio() >= _LIKE
            and match.quick_ratio() >= _LIKE
            and (like := match.ratio()) >= _LIKE
        ):
            best[key] = max(best.get(key, (0.0, "")), (like, name))
    ranked = sorted(((like, key, name) for key, (like, name) in best.items()), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _APART):
        return None
    return ranked[0][1], ranked[0][2]
