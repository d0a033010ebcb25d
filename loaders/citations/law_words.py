"""Words by which laws are named (cách gọi luật): what a name begins with, and where it ends.

Matched against text without accents, but `NAME_END` and `NO_LAW`, which need them: "Bảo vệ" is no
"về".
"""

from __future__ import annotations

import re

from luocdo.graph.registry.laws import names_of_no_law
from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import either, of, several, spaced
from luocdo.loaders.citations.changing import AND, DETERMINER, SUFFERS, verbs
from luocdo.loaders.citations.law_names import KINDS
from luocdo.loaders.text.bare import bare

_NAMES = tuple(bare(kind).strip().lower() for kind in KINDS)
_FORMS = (str.capitalize, str.title, str.upper)
_KIND = either(*dict.fromkeys(spaced(form(one)) for one in _NAMES for form in _FORMS))
NO_LAW = re.compile(rf"(?i){either(*map(re.escape, names_of_no_law()))}(?!\w)")
# "Pháp luật" is no law; "Bộ luật" is one kind.
_ARTICLE_NUMBER = rf"(?i:{of(Meaning.DIVISION, 'article')})\s+\d"
LAW = re.compile(rf"(?<!\w)(?<!PHAP\s)(?<!Phap\s)(?<!(?i:bo)\s){_KIND}\s+(?!{_ARTICLE_NUMBER})")
# The heads say where a pattern may begin: without what stands around, letters first, so that they
# cost next to nothing.
HEAD = re.compile(rf"{_KIND}\s")
_AMENDS = verbs("AMENDS")
NAME_OPENS = re.compile(f"[A-Z]|{_AMENDS}")  # its name, or what a law does to another
_COMMA = r"\s*,\s*"
AMENDING = re.compile(rf"(?<!\w)(?i:{_KIND}\s+{several(_AMENDS, _COMMA)})")
AMENDING_END = re.compile(
    r"(?i)[;.()|\t“”\"]|\n\s*\n"
    rf"|\s{of(Meaning.FIGURE_OPENS, 'number', 'day', 'year')}\s+\d"
    rf"|\s(?:{of(Meaning.DIVISION, 'rule')}|{SUFFERS}"
    rf"|{AND}\s+{DETERMINER}\s+{of(Meaning.DOCUMENT_KIND)})"
    rf"|,\s+(?={of(Meaning.FIGURE_OPENS, 'day')})"
)
YEAR = re.compile(rf"\s+(?:{of(Meaning.FIGURE_OPENS, 'year')}\s*)?(?:19|20)\d\d(?!\d|\s*[-/])")
NUMBER_OPENS = re.compile(r"\s*,?\s*s[o6]\s*:?\s+")
_BEFORE_FIGURE = either(
    of(Meaning.FIGURE_OPENS, "number", "year", accents=True),
    of(Meaning.DIVISION, "article", "small", accents=True),
)
_NEXT = either(
    of(Meaning.DETERMINER, accents=True),
    of(Meaning.DOCUMENT_KIND, accents=True),
    of(Meaning.DIVISION, "article", accents=True),
)
_AND = of(Meaning.JOINS, "and", accents=True)
NAME_END = re.compile(
    r'(?i)[,;.:()|\t“”"/+…]|\n\s*\n'
    rf"|\s{_BEFORE_FIGURE}\s*[\d.…_]|\s?\[?\d"
    rf"|\s(?:{of(Meaning.BEHIND_NAME, accents=True)}|{_AND}\s+{_NEXT}|-|–)(?=[\s,;.]|$)"
)
CONSTITUTION = re.compile(
    r"(?:Hien\s+phap|Dieu\s+le\s+Dang(?=\W))(?:\s+(?:Cong\s+san\s+Viet\s+Nam|nuoc\s+Cong\s+hoa\s+xa\s+hoi\s+chu\s+nghia\s+Viet\s+Nam))?"
)
# "(sửa đổi)", "(thay thế)", and "sửa đổi, bổ sung" right behind a name: the law exists.
AMENDED_NAME = re.compile(
    rf"(?i)\s*(?:\(\s*|(?={_AMENDS}))(?P<verb>{verbs('AMENDS', 'REPLACES')})"
)
