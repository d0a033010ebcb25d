"""spaCy as the frame of reading (khung đọc): a Doc whose spans hold the numbers, times and units
that a page names.

spaCy holds the text, the tokens and the spans, so that a Matcher, a notebook or a further
component can build on them; compiled patterns and Aho-Corasick find. No language model:
`spacy.blank("xx")` with a tokeniser that splits at white space, since Vietnamese syllables need no
more and offsets stay those of the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Final

import ahocorasick

from luocdo.loaders.advance import counted
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.lean_spacy import LOWER, Doc, Language, Vocab
from luocdo.loaders.text.numbers import NUMBER, SERIAL_CUT, STANDARD
from luocdo.loaders.times.grammar import in_sentence

CITATIONS: Final = "citations"
UNITS: Final = "units"
DEADLINES: Final = "deadlines"

_LONGEST_CUT: Final = 16
WINDOW: Final = 2_000_000  # characters that are tokens at one time
_MARGIN: Final = 2_000  # more on both sides, so that nothing is cut: no finding is as long
_TEXT: Final = "luocdo.text"
_ASKED: Final[dict[Any, Callable[[str], str]]] = {
    LOWER: str.lower
}  # all that a Matcher asks of a word; the rest costs twice
_TOKEN = re.compile(r"\S+ ?|\s+")
_LETTER = re.compile(r"\w")

Found = Iterable[tuple[int, int, str]]


class SpaceTokenizer:
    """Split at white space; a run of it that is more than one blank is a token, so that the text
    comes back unchanged.
    """

    def __init__(self, vocab: Vocab) -> None:
        """Make tokens in ``vocab``."""
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the Doc of ``text``."""
        words: list[str] = []
        spaces: list[bool] = []
        for line in text.split("\n"):
            _line(line, words, spaces)
            words.append("\n")
            spaces.append(False)
        doc = Doc(self.vocab, words=words[:-1], spaces=spaces[:-1])
        doc.user_data[_TEXT] = text  # joining the tokens again would cost as much as finding
        return doc


def _line(line: str, words: list[str], spaces: list[bool]) -> None:
    """Add the tokens of one line; only a line with tabs or runs of blanks needs more
    than a split.
    """
    if "  " not in line and "\t" not in line and line[:1] != " " and line[-1:] != " ":
        pieces = line.split(" ") if line else []
        words += pieces
        spaces += [True] * (len(pieces) - 1) + [False] * bool(pieces)
        return
    if "\t" in line:  # a row of a table: cell by cell
        for at, cell in enumerate(line.split("\t")):
            if at:
                words.append("\t")
                spaces.append(False)
            _line(cell, words, spaces)
        return
    for piece in _TOKEN.findall(line):
        behind = piece[-1] == " " and not piece[0].isspace()
        words.append(piece[:-1] if behind else piece)
        spaces.append(behind)


def reading_pipeline(units: Mapping[str, str] | None = None, *, marked: bool = True) -> Language:
    """Return a pipeline that fills ``doc.spans`` with citations, deadlines and the ``units`` (name
    -> id) of a registry.

    A span's label is "number", "time" or the unit's id. The pipeline takes a page without accents
    (`bare` of `Page.flat`), so that a place in the Doc is a place of the page. Not ``marked``, it
    leaves out the spans: a reader asks for the places alone.
    """
    vocab = Vocab(lex_attr_getters=_ASKED)
    tokenizer = SpaceTokenizer(vocab)
    nlp = Language(vocab, create_tokenizer=lambda _: tokenizer)  # spaCy's own takes long to make
    nlp.max_length = 100_000_000  # no parser: a long text costs no more memory than its tokens
    nlp.add_pipe("luocdo_spans", name=CITATIONS, config={"key": CITATIONS})
    nlp.add_pipe("luocdo_spans", name=DEADLINES, config={"key": DEADLINES})
    if units:
        nlp.add_pipe("luocdo_units", name=UNITS, config={"names": dict(units)})
    if marked:
        nlp.add_pipe("luocdo_mark")
    return nlp


@Language.factory("luocdo_spans", default_config={"key": CITATIONS})
def _spans(nlp: Language, name: str, key: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 - the signature is spaCy's
    find = _numbers if key == CITATIONS else _times
    return lambda doc: _keep(doc, key, find(doc.user_data[_TEXT]))


@Language.factory("luocdo_units", default_config={"names": {}})
def _units(nlp: Language, name: str, names: dict[str, str]) -> Callable[[Doc], Doc]:  # noqa: ARG001 - the signature is spaCy's
    automaton = ahocorasick.Automaton()
    for printed, identity in names.items():
        automaton.add_word(bare(printed).lower(), (len(printed), identity))
    automaton.make_automaton()
    return lambda doc: _keep(doc, UNITS, _names(automaton, doc.user_data[_TEXT]))


def _numbers(text: str) -> Found:
    for pattern in (NUMBER, STANDARD):
        for hit in pattern.finditer(text):
            cut = SERIAL_CUT.search(text, max(0, hit.start() - _LONGEST_CUT), hit.start())
            yield cut.start("figures") if cut else hit.start(), hit.end(), "number"


def _times(text: str) -> Found:
    return ((one.start, one.end, "time") for one in in_sentence(text))


def _names(automaton: ahocorasick.Automaton, text: str) -> Found:
    """Yield the longest names, whole words only; lower case keeps every letter's place."""
    lower = text.lower()
    if len(lower) != len(text):
        return
    for last, (size, identity) in automaton.iter_long(lower):
        start, end = last - size + 1, last + 1
        if not (start and _LETTER.match(lower, start - 1)) and not _LETTER.match(lower, end):
            yield start, end, identity


def _keep(doc: Doc, key: str, found: Found) -> Doc:
    doc.user_data[key] = sorted(found)
    return doc


@Language.component("luocdo_mark")
def _mark(doc: Doc) -> Doc:
    """Make spans of what was found; a token may hold more than the finding, so that the places
    stay in ``user_data``.
    """
    for key in (CITATIONS, DEADLINES, UNITS):
        spans = (
            doc.char_span(start, end, label, alignment_mode="expand")
            for start, end, label in doc.user_data.get(key, ())
        )
        doc.spans[key] = [span for span in spans if span is not None]
    return doc


@cache
def _reader() -> Language:
    return reading_pipeline(marked=False)


def found_in(text: str) -> dict[str, list[tuple[int, int]]]:
    """Run the pipeline over a whole page without accents; return the places of each kind of
    finding, in order.

    A very long page is read window by window, so that its tokens are never all held at once.
    """
    found: dict[str, list[tuple[int, int]]] = {CITATIONS: [], DEADLINES: []}
    for first in counted("phần", range(0, len(text), WINDOW) or (0,)):
        begun = max(0, first - _MARGIN)
        doc = _reader()(text[begun : first + WINDOW + _MARGIN])
        for key, places in found.items():
            moved = ((start + begun, end + begun) for start, end, _ in doc.user_data[key])
            places += [place for place in moved if first <= place[0] < first + WINDOW]
    return found
