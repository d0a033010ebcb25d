"""What a question is about (chủ đề của câu hỏi): "có những gì nói về học bạ số" -> học bạ số."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.graph.vocabulary.kinds import document_kinds
from luocdo.queries.question_rules import sort_of
from luocdo.queries.question_words import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from luocdo.graph.words import Word
    from luocdo.queries.question_words import Said

_POINTS = ("about", "relate")  # what points at the topic
_ORDERS = "look"
_PASSIVE = ("passive",)
_AROUND = NOTHING | {
    "task",
    "doc",
    "of",
    "about",
    "relate",
    "look",
    "not",
    "who",
    "many",
    "store",
    "with",
}
_OPENS_ONLY = frozenset({"please"})
_TURNS = frozenset(
    {"not", "except", "most", "more"}
)  # the topic of such a question is not all of it


def topic_of(words: Sequence[Word], said: Sequence[Said], admits: AbstractSet[str]) -> str:
    """Return the words that the question wants found; nothing where other words ask for more.

    What points at the topic stands before it, or behind it: "học liệu số được nhắc đến ở đâu".
    """
    orders = bool(said) and said[0].idea == _ORDERS
    at = _pointing(said)
    if at is None:
        return _told(words, said[1:]) if orders else ""
    before, behind = said[:at], said[at + 1 :]
    is_passive = bool(before) and before[-1].idea in _PASSIVE
    topic, other = (before[:-1], behind) if is_passive else (behind, before)
    if not _told(words, topic):
        topic, other = other, topic
    if not orders and _asks_more(topic, other, admits):
        return ""
    return _told(words, topic)


def _pointing(said: Sequence[Said]) -> int | None:
    return next((at for at, one in enumerate(said) if one.idea in _POINTS), None)


def _asks_more(topic: Sequence[Said], other: Sequence[Said], admits: AbstractSet[str]) -> bool:
    if any(sort_of(one.idea) in _TURNS for one in topic):
        return True
    return any(one.idea not in admits for one in other)


def _told(words: Sequence[Word], said: Sequence[Said]) -> str:
    """Return the words of ``said`` without those at either end that say nothing of a topic; no
    question ends with what asks politely: "tiêm vắc xin".
    """
    pieces = list(said)
    if all(one.idea in _AROUND for one in pieces):
        return ""
    while pieces[0].idea in _AROUND and not _is_kind(words, pieces[0]):
        del pieces[0]
    while pieces[-1].idea in _AROUND - _OPENS_ONLY:
        del pieces[-1]
    return " ".join(word.printed for word in words[pieces[0].start : pieces[-1].end])


def _is_kind(words: Sequence[Word], piece: Said) -> bool:
    """Return whether ``piece`` is the name of a kind, with which a topic may begin: "quy hoạch đô
    thị", "Luật Giao dịch điện tử".
    """
    return " ".join(word.plain for word in words[piece.start : piece.end]) in _kinds()


@cache
def _kinds() -> frozenset[str]:
    return frozenset(fold(kind.name) for kind in document_kinds() if not kind.any)
