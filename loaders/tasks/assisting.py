"""Who only assists in a duty (đơn vị phối hợp): named in a sentence of its own behind it, or by
brackets behind the names.

    assists  := list [obliges] { manner } coordinates ["thực hiện" | "triển khai"] stop
    brackets := list "(" (leads | coordinates) ")"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.term import Meaning

if TYPE_CHECKING:
    from luocdo.loaders.sentences.words import Words
    from luocdo.loaders.tasks.actors import Actor, ActorFinder
    from luocdo.loaders.text.page import Span

_LEADS, _ASSISTS = "LED_BY", "COORDINATED_BY"
_CARRYING_OUT = (("thực", "hiện"), ("triển", "khai"), ("thuc", "hien"), ("trien", "khai"))


class Assisting:
    """Tells who assists in the duties of one document."""

    def __init__(self, actors: ActorFinder) -> None:
        """Read words as ``actors`` does."""
        self._actors, self._lexicon = actors, actors.lexicon

    def only_assists(self, said: Span) -> bool:
        """Tell "có trách nhiệm phối hợp thực hiện.", which says nothing of its own to be done."""
        words = self._actors.words(said)
        at = self._past(words, 0, Meaning.OBLIGES)
        while manner := self._lexicon.at(words.compared, at, Meaning.MANNER):
            at += manner.words
        behind = self._past(words, at, Meaning.COORDINATES)
        if behind == at:
            return False
        behind += 2 if words.compared[behind : behind + 2] in _CARRYING_OUT else 0
        return all(map(words.is_mark, range(behind, len(words))))

    def parts(self, actor: Actor) -> tuple[str, ...]:
        """Return the edge of each unit: what the next brackets behind it say, else that it
        leads.
        """
        words = self._actors.words(actor.span)
        told = tuple(self._bracketed(words))
        return tuple(
            next((kind for at, kind in told if at >= printed.end), _LEADS)
            for _, printed in actor.pieces
        )

    def _bracketed(self, words: Words) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        for at in range(len(words) - 1):
            if words.printed[at] != "(":
                continue
            role = self._lexicon.at(words.compared, at + 1, Meaning.LEADS, Meaning.COORDINATES)
            if role and words.printed[at + 1 + role.words : at + 2 + role.words] == (")",):
                leads = role.term.meaning is Meaning.LEADS
                found.append((words.starts[at], _LEADS if leads else _ASSISTS))
        return found

    def _past(self, words: Words, at: int, meaning: Meaning) -> int:
        found = self._lexicon.at(words.compared, at, meaning)
        return at + found.words if found else at
