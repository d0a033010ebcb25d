"""Sentences of a letter that charge somebody by themselves (câu tự giao việc trong công văn): "Sở
A yêu cầu thủ trưởng các đơn vị …".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.term import Meaning

if TYPE_CHECKING:
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.sentences.actor_list import Listing
    from luocdo.loaders.sentences.words import Words
    from luocdo.loaders.tasks.actors import ActorFinder, Charge

_FORCES = frozenset({"yêu cầu", "giao"})


class Requests:
    """Tells what the writer of a letter demands from what the letter retells of others."""

    def __init__(self, context: ReadingContext, actors: ActorFinder) -> None:
        """Read names as ``actors`` does."""
        self._context, self._actors = context, actors

    def demands(self, words: Words, charge: Charge | None) -> bool:
        """Tell "yêu cầu", "giao" before whom a sentence charges, of the letter's issuer or of
        nobody that is named.
        """
        if charge is None or not charge.frame.assigned or charge.frame.headed:
            return False
        first = charge.frame.actors.start
        demand = next((at for at in range(first) if self._assigns(words, at, first)), None)
        if demand is None:
            return False
        asking = self._named_before(words, demand)
        return asking is None or self._is_issuer(words, asking)

    def _assigns(self, words: Words, at: int, first: int) -> bool:
        found = self._actors.lexicon.at(words.compared, at, Meaning.ASSIGNS)
        return found is not None and found.term.value in _FORCES and at + found.words <= first

    def _named_before(self, words: Words, at: int) -> Listing | None:
        """Return the units whose name ends before the word ``at``."""
        lists = (self._actors.lists.at(words, place) for place in range(at))
        return next((one for one in lists if one and one.end == at), None)

    def _is_issuer(self, words: Words, asking: Listing) -> bool:
        named = self._actors.named(words.span(asking.start, asking.end))
        resolver, units = self._context.resolver, self._context.units
        told = [resolver.resolve(piece.name, units) for piece, _ in named.pieces] if named else []
        return len(told) == 1 and units.body in (told[0].id, resolver.body_behind(told[0]).id)
