"""Group headings within a table (nhóm nhiệm vụ): I, A, III.1, 1., or a line such as "Nhiệm vụ giao Bộ …"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from luocdo.loaders.text.page import Span

_ROMAN = re.compile(r"[IVXL]+")
_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_LETTER = re.compile(r"[A-ZĐ]")
_LINE = re.compile(
    r"(?i:nhiệm\s+vụ\s+giao|giao)\s+\S"  # the body that a group of rows is given to
    r"|(?P<code>[IVX]+(?:\.\d+)*|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*)\s*[.)/]\s+(?=\S)"
    r"|(?P<roman>[IVX]+)\s+(?=[A-ZĐÀ-Ỹ]{2})"
    r"|(?i:nhóm|lĩnh\s+vực|phần|mục)\s+\S",
)
_LONGEST_LINE = 400


@dataclass(frozen=True, slots=True)
class Section:
    """A group heading: its ``code`` (empty where it has none), its ``title``, and where the title stands."""

    code: str
    title: str
    span: Span
    level: str

    def __str__(self) -> str:
        """Print code and title."""
        return f"{self.code}. {self.title}" if self.code else self.title


def is_heading_code(code: str) -> bool:
    """Tell whether ``code`` is that of a group of rows: a Roman number or a capital letter."""
    bare = code.strip("(.) ")
    return _ROMAN.fullmatch(bare.split(".")[0]) is not None or _LETTER.fullmatch(bare) is not None


def is_group_line(text: str) -> bool:
    """Tell whether a line between rows is a group heading."""
    if len(text) > _LONGEST_LINE:
        return False
    return _LINE.match(text) is not None or (
        text.upper() == text and sum(letter.isalpha() for letter in text) > len(text) // 2
    )


def _capitals(text: str) -> bool:
    return text.upper() == text and any(letter.isalpha() for letter in text)


@dataclass(slots=True)
class Sections:
    """The group headings that are open, outermost first."""

    open: list[Section] = field(default_factory=list)

    def trail(self) -> tuple[Section, ...]:
        """Return the open headings."""
        return tuple(self.open)

    def is_group(self, code: str, following: str) -> bool:
        """Tell whether a row that holds but ``code`` and a title is a group heading."""
        bare, after = code.strip("(.) "), following.strip("(.) ")
        if bare.isdigit() or re.fullmatch(r"\d[\d.]*", bare):
            return after.startswith(bare + ".") or after in {"1", "a", "-", "+"}
        return _ROMAN.match(bare) is not None or _LETTER.match(bare) is not None

    def coded(self, code: str, span: Span, title: str) -> Section:
        """Open a heading with a code."""
        bare = code.strip("(.) ")
        return self._open(Section(bare, title, span, self._level(bare)))

    def line(self, span: Span, text: str) -> Section:
        """Open a heading that is a line of its own; one in capitals replaces a coded one in capitals, its code is lost."""
        found = _LINE.match(text)
        code = "" if found is None else found.group("code") or found.group("roman") or ""
        title = text[found.end() :] if found is not None and code else text
        alike = next((above.level for above in self.open if above.code and _capitals(above.title)), "line")
        level = self._level(code) if code else alike if _capitals(text) else "line"
        return self._open(Section(code, title, span, level))

    def _open(self, section: Section) -> Section:
        at = next((at for at, above in enumerate(self.open) if above.level == section.level), None)
        self.open = [*(self.open if at is None else self.open[:at]), section]
        return section

    def _level(self, code: str) -> str:
        head, *below = code.split(".")
        before = next((above.code for above in reversed(self.open) if above.level == "letter"), "")
        letter = len(head) == 1 and (head not in "IVX" or (before and ord(before) + 1 == ord(head)))
        kind = "number" if head.isdigit() else "letter" if letter else "roman"
        return kind + "." * len(below)


def lost_codes(sections: list[Section]) -> dict[Section, str]:
    """Return the numbers that headings have lost: one without a number between II and IV can only be III."""
    found = {}
    roman = [section for section in sections if section.level == "roman"]
    for above, lost, below in zip(roman, roman[1:], roman[2:], strict=False):
        if lost.code or above.code not in _NUMERALS or below.code not in _NUMERALS:
            continue
        before, after = _NUMERALS.index(above.code), _NUMERALS.index(below.code)
        if after == before + 2:
            found[lost] = _NUMERALS[before + 1]
    return found
