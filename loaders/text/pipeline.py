"""spaCy as the frame of reading (khung đọc): a Doc whose spans hold the numbers, times and units
that a page names.

spaCy holds the text, the tokens and the spans, so that readers, a Matcher, a notebook or a further
component can ask the Doc; compiled patterns and Aho-Corasick find. No language model, and a
tokeniser of our own: Vietnamese syllables need no more than words, marks and blanks, and offsets
stay those of the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
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
WINDOW: Final = 2_000_000  # characters that are read at one time
_MARGIN: Final = 2_000  # more on both sides, so that nothing is cut: no finding is as long
_TEXT: Final = "luocdo.text"
_ASKED: Final[dict[Any, Callable[[str], str]]] = {
    LOWER: str.lower
}  # all that a Matcher asks of a word; the rest costs twice
_PIECE = re.compile(
    r"([^\W_]+(?:&[^\W_]+)*|[^\w\s]|_+)( ?)|(\s+)"
)  # a word or a mark, its blank; other blanks
_LETTER = re.compile(r"\w")

Found = Iterable[tuple[int, int, str]]


class WordTokenizer:
    """Split into words, marks and blanks, so that whatever is found begins and ends with a token.

    A blank alone behind a word belongs to it, as spaCy has it; the text comes back unchanged.
    """

    def __init__(self, vocab: Vocab) -> None:
        """Make tokens in ``vocab``."""
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the Doc of ``text``."""
        pieces = _PIECE.findall(text)
        words = [word or blanks for word, _, blanks in pieces]
        doc = Doc(self.vocab, words=words, spaces=[bool(blank) for _, blank, _ in pieces])
        doc.user_data[_TEXT] = text  # joining the tokens again would cost as much as finding
        return doc


def reading_pipeline(units: Mapping[str, str] | None = None) -> Language:
    """Return a pipeline that fills ``doc.spans`` with citations, deadlines and the ``units`` (name
    -> id) of a registry.

    A span's label is "number", "time" or the unit's id. The pipeline takes a page without accents
    (`bare` of `Page.flat`), so that a place in the Doc is a place of the page.
    """
    vocab = Vocab(lex_attr_getters=_ASKED)
    tokenizer = WordTokenizer(vocab)
    nlp = Language(vocab, create_tokenizer=lambda _: tokenizer)  # spaCy's own takes long to make
    nlp.max_length = 100_000_000  # no parser: a long text costs no more memory than its tokens
    nlp.add_pipe("luocdo_spans", name=CITATIONS, config={"key": CITATIONS})
    nlp.add_pipe("luocdo_spans", name=DEADLINES, config={"key": DEADLINES})
    if units:
        nlp.add_pipe("luocdo_units", name=UNITS, config={"names": dict(units)})
    return nlp


@Language.factory("luocdo_spans", default_config={"key": CITATIONS})
def _spans(nlp: Language, name: str, key: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 - the signature is spaCy's
    find = _FINDERS[key]
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
    """Fill ``doc.spans``: what a pattern ends within a word is taken to the word's end."""
    spans = (
        doc.char_span(start, end, label, alignment_mode="expand")
        for start, end, label in sorted(found)
    )
    doc.spans[key] = [span for span in spans if span is not None]
    return doc


def found_in(text: str) -> dict[str, list[tuple[int, int]]]:
    """Return the places of what the pipeline finds in a whole page without accents, kind by kind,
    in order.

    The readers ask for places alone: no tokens are made for them, and the Doc of a page
    (`reading_pipeline`) has its spans at the same places. A very long page is read window by
    window.
    """
    found: dict[str, list[tuple[int, int]]] = {CITATIONS: [], DEADLINES: []}
    for first in counted("phần", range(0, len(text), WINDOW) or (0,)):
        begun = max(0, first - _MARGIN)
        window = text[begun : first + WINDOW + _MARGIN]
        for key, find in _FINDERS.items():
            hits = (_whole_words(window, *hit[:2]) for hit in sorted(find(window)))
            moved = ((start + begun, end + begun) for start, end in hits)
            found[key] += [place for place in moved if first <= place[0] < first + WINDOW]
    return found


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Take a finding that begins or ends within a word to the word's ends, as tokens have them."""
    while _goes_on(text, start):
        start -= 1
    while _goes_on(text, end):
        end += 1
    return start, end


def _goes_on(text: str, at: int) -> bool:
    """Return whether the letters before and behind ``at`` belong to one word ("GD&ĐT" is one)."""
    before, behind = text[max(0, at - 2) : at], text[at : at + 2]
    if not (before and behind):
        return False
    if before[-1].isalnum():
        return behind[0].isalnum() or (behind[0] == "&" and behind[1:].isalnum())
    return before[-1] == "&" and before[:1].isalnum() and behind[0].isalnum()


_FINDERS: Final = {CITATIONS: _numbers, DEADLINES: _times}
