"""Group headings within a table (nhóm nhiệm vụ): I, A, III.1, 1., or a line such as "Nhiệm vụ giao
Bộ …".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from luocdo.graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from luocdo.loaders.tables.headings import Role
    from luocdo.loaders.text.page import Span

_ROMAN = re.compile(r"[IVXL]+")
_NUMERALS = (
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
)
_GLUED = re.compile(r"(?<=\d)(?=[a-zđ])")
_LETTER = re.compile(r"[A-ZĐ]")
_LINE = re.compile(
    r"(?i:nhiệm\s+vụ\s+giao|giao)\s+\S"  # the body that a group of rows is given to
    r"|(?P<code>[IVX]+(?:\.\d+)*|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*)\s*[.)/]\s+(?=\S)"
    r"|(?P<roman>[IVX]+)\s+(?=[A-ZĐÀ-Ỹ]{2})"
    r"|(?i:nhóm|lĩnh\s+vực|phần|mục)\s+\S",
)
_LONGEST_LINE = 400
_TOTAL = re.compile(
    r"(?:tong|cong)"
    r"|tong (?:cong|so|kinh phi|von|muc|giai doan|nhu cau|du toan|chi|phan|nam|[ivx\d]+)\b.*"
    r"|cong (?:muc|phan|nhom|[ivx\d]+)\b.*",
)


@dataclass(frozen=True, slots=True)
class Section:
    """A group heading: its ``code`` (empty where it has none), its ``title``, and where the title
    stands.

    ``given`` are the cells that it gives to the rows below which leave them out. A row that is a
    task of its own and heads others all the same is no ``heading``; a ``wide`` one runs over the
    whole table.
    """

    code: str
    title: str
    span: Span
    level: str
    given: Mapping[Role, tuple[Span, ...]] = field(default_factory=dict, compare=False)
    heading: bool = True
    wide: bool = False

    def __str__(self) -> str:
        """Print code and title."""
        return f"{self.code}. {self.title}" if self.code else self.title


def _split(code: str) -> str:
    """Return ``code`` with a dot between its pieces and without its brackets: "1a)" is "1.a"."""
    return _GLUED.sub(".", code.strip("(.) ").replace("-", "."))


def is_total(words: Iterable[str]) -> bool:
    """Whether the first ``words`` of a row say that it sums up others ("Tổng cộng", "Cộng nhóm
    A").
    """
    return any(_TOTAL.fullmatch(fold(one)) for one in words)


def is_parent(code: str, following: str) -> bool:
    """Whether a row with the code ``following`` belongs to the row above with ``code``: "1" and
    "1a)", "I" and "1".
    """
    bare, after = _split(code), _split(following)
    if after.startswith(f"{bare}."):
        return True
    if bare.isdigit() or re.fullmatch(r"\d[\d.]*", bare):
        return after == "a"
    return is_heading_code(bare) and after in {"1", "a", "I"} and after != bare


def is_heading_code(code: str) -> bool:
    """Return whether ``code`` is that of a group of rows: a Roman number or a capital letter."""
    bare = code.strip("(.) ")
    return _ROMAN.fullmatch(bare.split(".")[0]) is not None or _LETTER.fullmatch(bare) is not None


def is_group_line(text: str) -> bool:
    """Return whether a line between rows is a group heading."""
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
    # Of the first row below each: its level, and whether its code begins with the heading's.
    _below: dict[Section, tuple[str, bool]] = field(default_factory=dict)

    def trail(self) -> tuple[Section, ...]:
        """Return the open headings."""
        return tuple(section for section in self.open if section.heading)

    def given(self) -> dict[Role, tuple[Span, ...]]:
        """Return the cells that the open headings give, the innermost first."""
        return {role: pieces for section in self.open for role, pieces in section.given.items()}

    def row(self, code: str) -> None:
        """Close the headings that a row with ``code`` is no longer below: "2" after "1" with its
        "a)" and "b)".
        """
        bare = _split(code)
        level = self._level(bare)
        for at, section in enumerate(self.open):
            if self._is_over(section, bare, level):
                self.open = self.open[:at]
                break
        if self.open:
            numbered = bare.startswith(f"{_split(self.open[-1].code)}.")
            self._below.setdefault(self.open[-1], (level, numbered))

    def _is_over(self, section: Section, bare: str, level: str) -> bool:
        """Return whether a row is no longer below ``section``: it counts on with it, or lacks the
        number that its rows have.
        """
        below, numbered = self._below.get(section, (level, False))
        if numbered and level != "small":
            return not bare.startswith(f"{_split(section.code)}.")
        return section.level == level and below != level

    def is_group(self, code: str, following: str) -> bool:
        """Return whether a row that holds but ``code`` and a title is a group heading."""
        bare, after = _split(code), _split(following)
        if bare.isdigit() or re.fullmatch(r"\d[\d.]*", bare):
            return after.startswith(bare + ".") or after in {"1", "a", "-", "+"}
        return _ROMAN.match(bare) is not None or _LETTER.match(bare) is not None

    def coded(
        self,
        code: str,
        span: Span,
        title: str,
        given: Mapping[Role, tuple[Span, ...]] | None = None,
        *,
        heading: bool = True,
    ) -> Section:
        """Open a heading with a code."""
        bare = code.strip("(.) ")
        return self._open(
            Section(bare, title, span, self._level(_split(bare)), given or {}, heading)
        )

    def wide(self, span: Span, text: str) -> Section:
        """Open a heading that runs over the whole table, whatever its words are."""
        found = self.line(span, text)
        self.open[-1] = replace(found, wide=True)
        return self.open[-1]

    def line(self, span: Span, text: str) -> Section:
        """Open a heading that is a line of its own; one in capitals replaces a coded one in
        capitals, its code is lost.
        """
        found = _LINE.match(text)
        code = "" if found is None else found.group("code") or found.group("roman") or ""
        title = text[found.end() :] if found is not None and code else text
        alike = next(
            (above.level for above in self.open if above.code and _capitals(above.title)), "line"
        )
        plain = alike if _capitals(text) else "line"
        level = self._level(code) if code else plain
        return self._open(Section(code, title, span, level))

    def _open(self, section: Section) -> Section:
        at = next((at for at, above in enumerate(self.open) if above.level == section.level), None)
        self.open = [*(self.open if at is None else self.open[:at]), section]
        return section

    def _level(self, code: str) -> str:
        head, *below = code.split(".")
        before = next((above.code for above in reversed(self.open) if above.level == "letter"), "")
        letter = len(head) == 1 and (
            head not in "IVX" or (before and ord(before) + 1 == ord(head))
        )
        kind = "letter" if letter else "roman"
        kind = "number" if head.isdigit() else kind
        kind = "small" if head.islower() else kind
        return kind + "." * len(below)


def lost_codes(sections: list[Section]) -> dict[Section, str]:
    """Return the numbers that headings have lost: one without a number between II and IV can only
    be III.
    """
    found = {}
    roman = [section for section in sections if section.level == "roman"]
    for above, lost, below in zip(roman, roman[1:], roman[2:], strict=False):
        if lost.code or above.code not in _NUMERALS or below.code not in _NUMERALS:
            continue
        before, after = _NUMERALS.index(above.code), _NUMERALS.index(below.code)
        if after == before + 2:
            found[lost] = _NUMERALS[before + 1]
    return found
