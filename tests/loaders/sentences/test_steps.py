"""Reading a sentence of any length takes steps in proportion to it: each word is looked at a
bounded number of times.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.graph.units.resolving import UnitContext
from luocdo.graph.vocabulary.lexicon import Lexicon, Place
from luocdo.loaders.reading import resolver
from luocdo.loaders.sentences.actor_list import ListReader
from luocdo.loaders.sentences.frame import FrameReader
from luocdo.loaders.sentences.names import NameReader
from luocdo.loaders.sentences.partners import PartnerReader
from luocdo.loaders.sentences.words import Words
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.graph.vocabulary import Meaning

PIECES = [
    "Sở Y tế, ",
    "Bộ ",
    "UBND tỉnh ",
    "Cục Công nghệ thông tin và ",
    "các đơn vị ",
    "gửi Bộ về ",
    "QĐ 131 ",
    "Luật ",
    "Kính gửi: ",
    "- ",
    "giao Sở Y tế ",
    "Giám đốc các Sở: Y tế, ",
    "do Sở Y tế ",
    "để rà soát, ",
    "chịu trách nhiệm thi hành ",
    "Sở Nội vụ chủ trì, phối hợp với Sở Y tế, báo cáo Bộ; ",
]


class CountingLexicon(Lexicon):
    """Counts how often it is asked."""

    def __init__(self) -> None:
        super().__init__(accents=True)
        self.steps = 0

    def at(self, words: Sequence[str], place: int, *meanings: Meaning) -> Place | None:
        """Count, then answer."""
        self.steps += 1
        return super().at(words, place, *meanings)


def steps(piece: str, times: int) -> int:
    lexicon = CountingLexicon()
    body = resolver().resolve("Ủy ban nhân dân tỉnh Bắc Ninh", UnitContext(None)).id
    lists = ListReader(NameReader(resolver(), UnitContext(body), lexicon), lexicon)
    text = piece * times
    words = Words.of(text, Span(0, len(text)), accents=True)
    FrameReader(lists, lexicon).read(words)
    partners = PartnerReader(lists, lexicon)
    partners.partners(words)
    partners.receivers(words)
    list(partners.steps(words))
    return lexicon.steps


@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_words_take_twice_the_steps(piece: str) -> None:
    once, twice = steps(piece, 200), steps(piece, 400)
    assert twice <= 2.15 * once + 200
