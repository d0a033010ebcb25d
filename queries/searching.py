"""Looking for words (tìm lời): which texts hold them, as typed, without accents, by an
abbreviation, or mended.

Each text is found in the surest way there is: the words side by side as typed; then the same with
other accents; then with words mended that nobody wrote so; then all of them, apart. A less sure
way is looked at only where a surer one finds nothing, or when asked for (``loosely``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from luocdo.graph.stores.word_index import word_index
from luocdo.graph.text import is_accented
from luocdo.graph.vocabulary.lexicon import as_compared
from luocdo.graph.words import Word, shown, words_of
from luocdo.queries.mending import mended
from luocdo.queries.runner import run
from luocdo.queries.text_rows import TextsRow
from luocdo.queries.wordings import Wanted, variants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from luocdo.graph.stores.base import Store
    from luocdo.graph.stores.word_index import Text, WordIndex
    from luocdo.queries.prose_index import ProseIndex
    from luocdo.queries.wordings import Phrase

Way = Literal["typed", "accents", "mended", "apart"]
WAYS: tuple[Way, ...] = ("typed", "accents", "mended", "apart")
_SAID = {
    "Document": "title",
    "Target": "text",
    "Task": "text",
    "Deliverable": "text",
    "Unit": "display",
}
_NEAR = 12  # words within which all that were asked for stand together


class Span(NamedTuple):
    """Where what was asked for stands in a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that holds what was asked for: the ``label`` and ``id`` of its node, its ``spans`` to
    be marked.
    """

    label: str
    id: str
    text: str
    spans: tuple[Span, ...]
    way: Way
    weight: float

    @property
    def rank(self) -> tuple[int, float, str]:
        """Return by what hits are put in order: the surer way, then the larger share
        of the text.
        """
        return WAYS.index(self.way), -self.weight, self.id


@dataclass(frozen=True, slots=True)
class Found:
    """The hits, the best first; ``left`` says how many more each less sure way would give."""

    hits: tuple[Hit, ...]
    left: dict[Way, int]
    mended_to: str = ""

    def of(self, label: str) -> dict[str, Hit]:
        """Return the hits among nodes of ``label`` by id, the best first."""
        return {hit.id: hit for hit in self.hits if hit.label == label}


class Holding(Protocol):
    """An index that tells which texts may hold words."""

    def holding(self, words: Sequence[Sequence[str]], *, in_order: bool) -> list[Text]:
        """Return the texts that hold a word of each of ``words``."""


def search(store: Store, words: str, *, loosely: bool = False) -> Found:
    """Return the texts of ``store`` that hold ``words``."""
    asked = words_of(shown(words))
    if not asked:
        return Found((), {})
    with word_index(store.beside("words"), store.state(), _texts(store)) as index:
        return _searched(index, asked, loosely=loosely)


def passages_holding(index: ProseIndex, words: str) -> list[Hit]:
    """Return the passages of papers that hold ``words`` as typed; where none does, with other
    accents; the best first.
    """
    asked = words_of(shown(words))
    typed, accents = _as_typed(index, asked) if asked else ([], [])
    return sorted(typed or accents, key=lambda hit: hit.rank)


def beginnings(store: Store, label: str, words: str, most: int) -> list[str]:
    """Return the ids of ``most`` nodes of ``label`` whose texts hold ``words``, the last of which
    may still be typed.
    """
    asked = [word.plain for word in words_of(shown(words))]
    with word_index(store.beside("words"), store.state(), _texts(store)) as index:
        return [text.id for text in index.beginning(label, asked, most)]


def _texts(store: Store) -> Iterator[tuple[str, str, str]]:
    for row in run(store, TextsRow):
        node = row.node
        said = node.fact(_SAID[node.label])
        if node.label == "Document" and said not in (name := node.fact("name")):
            said = f"{name} · {said}" if said else name
        yield node.label, node.id, said or node.fact("name")


def _searched(index: WordIndex, asked: Sequence[Word], *, loosely: bool) -> Found:
    by_way: dict[Way, list[Hit]] = {way: [] for way in WAYS}
    by_way["typed"], by_way["accents"] = _as_typed(index, asked)
    mended_to = ""
    if loosely or not (by_way["typed"] or by_way["accents"]):
        by_way["mended"], mended_to = _mended(index, asked)
    if loosely or not any(by_way.values()):
        by_way["apart"] = list(_apart(index, tuple(Wanted((word.plain,)) for word in asked)))
    return _chosen(by_way, mended_to, loosely=loosely)


def _as_typed(index: Holding, asked: Sequence[Word]) -> tuple[list[Hit], list[Hit]]:
    """Return the texts that hold the words as typed or by their abbreviations, then those with
    other accents.

    Where nobody writes the accents that were typed, they are a mistake, and all count as typed.
    """
    hits = list(_side_by_side(index, variants(asked), "typed"))
    other = [hit for hit in hits if not _as_accented(hit, asked)]
    if other and not any(_is_literal(hit, asked) for hit in hits):
        return hits, []
    return [hit for hit in hits if hit not in other], [
        replace(hit, way="accents") for hit in other
    ]


def _mended(index: WordIndex, asked: Sequence[Word]) -> tuple[list[Hit], str]:
    """Return the texts that hold what was meant, and what that is: the words there are that differ
    least.
    """
    phrase = tuple(
        Wanted(spellings) for spellings in mended(index, [word.plain for word in asked])
    )
    meant = _as_printed(_fewest_changes(list(_side_by_side(index, [phrase], "mended")), asked))
    hits = _side_by_side(index, variants(words_of(meant)), "mended") if meant else ()
    return list(hits), meant


def _chosen(by_way: dict[Way, list[Hit]], mended_to: str, *, loosely: bool) -> Found:
    """Keep each text once, in its surest way; of ways less sure than the first that finds
    something, only the number.
    """
    seen: set[str] = set()
    kept: list[Hit] = []
    left: dict[Way, int] = {}
    for way in WAYS:
        new = [hit for hit in by_way[way] if hit.id not in seen]
        seen |= {hit.id for hit in new}
        if new and (loosely or not kept):
            kept += new
        elif new:
            left[way] = len(new)
    return Found(tuple(sorted(kept, key=lambda hit: hit.rank)), left, mended_to)


def _side_by_side(index: Holding, phrases: Iterable[Phrase], way: Way) -> Iterator[Hit]:
    """Yield the texts in which one of ``phrases`` stands, with all places where one does."""
    texts: dict[str, Text] = {}
    wanted = list(phrases)
    for phrase in wanted:
        texts |= {
            one.id: one
            for one in index.holding([word.spellings for word in phrase], in_order=True)
        }
    for text in texts.values():
        words = words_of(text.shown)
        places = {place for phrase in wanted for place in _places(words, phrase)}
        if places:
            yield _hit(text, words, sorted(places), way)


def _places(words: Sequence[Word], phrase: Phrase) -> Iterator[tuple[int, int]]:
    for at in range(len(words) - len(phrase) + 1):
        if all(wanted.fits(word) for wanted, word in zip(phrase, words[at:], strict=False)):
            yield at, at + len(phrase)


def _hit(text: Text, words: Sequence[Word], places: Sequence[tuple[int, int]], way: Way) -> Hit:
    spans = tuple(Span(words[first].start, words[last - 1].end) for first, last in places)
    return Hit(
        text.label,
        text.id,
        text.shown,
        spans,
        way,
        sum(last - first for first, last in places) / len(words),
    )


def _apart(index: WordIndex, asked: Phrase) -> Iterator[Hit]:
    """Yield the texts that hold all the words near one another, in any order."""
    if len(asked) < 2:  # noqa: PLR2004 - one word is never apart
        return
    for text in index.holding([word.spellings for word in asked], in_order=False):
        words = words_of(text.shown)
        at = [number for number, word in enumerate(words) if any(one.fits(word) for one in asked)]
        near = [one for one in at if _all_near(words, at, one, asked)]
        if near:
            yield _hit(text, words, [(one, one + 1) for one in near], "apart")


def _all_near(words: Sequence[Word], at: Sequence[int], place: int, asked: Phrase) -> bool:
    around = {words[one].plain for one in at if abs(one - place) <= _NEAR}
    return all(around & set(word.spellings) for word in asked)


def _as_accented(hit: Hit, asked: Sequence[Word]) -> bool:
    """Return whether the words stand there with the accents typed; a text without any accents has
    lost them.

    A word typed without accents may have any.
    """
    if not is_accented(hit.text):
        return True
    found = [words_of(hit.text[one.start : one.end]) for one in hit.spans]
    return any(
        not _is_same(words, asked) or all(map(_fits_accents, words, asked)) for words in found
    )


def _is_literal(hit: Hit, asked: Sequence[Word]) -> bool:
    found = [words_of(hit.text[one.start : one.end]) for one in hit.spans]
    return any(_is_same(words, asked) and all(map(_fits_accents, words, asked)) for words in found)


def _is_same(words: Sequence[Word], asked: Sequence[Word]) -> bool:
    return [word.plain for word in words] == [word.plain for word in asked]


def _fits_accents(word: Word, typed: Word) -> bool:
    return typed.printed.isascii() or as_compared(word.printed) == as_compared(typed.printed)


def _fewest_changes(hits: Sequence[Hit], asked: Sequence[Word]) -> list[Hit]:
    """Keep of the mended hits those whose words differ least from what was typed."""
    typed = {word.plain for word in asked}
    changed = {
        hit: min(_changes(hit.text[one.start : one.end], typed) for one in hit.spans)
        for hit in hits
    }
    least = min(changed.values(), default=0)
    return [hit for hit, many in changed.items() if many == least]


def _changes(words: str, typed: set[str]) -> int:
    return sum(word.plain not in typed for word in words_of(words))


def _as_printed(hits: Sequence[Hit]) -> str:
    best = min(hits, key=lambda hit: hit.rank, default=None)
    return best.text[best.spans[0].start : best.spans[0].end].lower() if best else ""
