"""Numbers of rows that a scan prints too small are told by those around them."""

from __future__ import annotations

import pytest

from luocdo.loaders.formats.lines import PageWords, Word
from luocdo.loaders.formats.row_numbers import with_numbers
from luocdo.loaders.formats.ruled import RuledCell, RuledTable


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        (["1", "9", "3"], ["1", "2", "3"]),
        (["7", "", "Kì", "10"], ["7", "8", "9", "10"]),
        (["1", "", "2"], ["1", "", "2"]),  # a further row of the first
        (["1", "Về đất đai", "3"], ["1", "Về đất đai", "3"]),  # words are no number
        (["TT", "4", "5"], ["TT", "4", "5"]),
        (["1", "2", "“"], ["1", "2", "3"]),  # specks in the last row
        (["1", "2", ""], ["1", "2", ""]),
        (["7.", "/8", "9."], ["7.", "8", "9."]),
        (["1.1", "1.2", "1.3"], ["1.1", "1.2", "1.3"]),
    ],
)
def test_a_number_between_two_others_is_told_by_them(read: list[str], meant: list[str]) -> None:
    boxes = [(0.0, 20.0 * at, 30.0, 20.0 * at + 20) for at in range(len(read))]
    cells = tuple(RuledCell(at, 0, 1, 1, box) for at, box in enumerate(boxes))
    words = [
        Word(text, 5, 25, box[1] + 5, box[1] + 15, 0.9)
        for text, box in zip(read, boxes, strict=True)
        if text
    ]
    table = RuledTable(cells, len(read), 1, (0.0,))
    page = with_numbers(PageWords(tuple(words), (table,), 600, 800))
    found = [" ".join(word.text for word in page.words if word.within(box)) for box in boxes]
    assert found == meant
