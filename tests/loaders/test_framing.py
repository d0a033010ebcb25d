"""Runs of words are found on a page across its columns; the same words elsewhere on the page stay
outside.
"""

from __future__ import annotations

from luocdo.loaders.formats.lines import Word
from luocdo.loaders.framing import standing


def line(words: str, top: float, left: float = 50) -> list[Word]:
    """Words side by side, 40 points each."""
    return [
        Word(one, left + 40 * at, left + 40 * at + 36, top, top + 12)
        for at, one in enumerate(words.split())
    ]


QUOTE = "Xây dựng kho học liệu số dùng chung của ngành"


def test_a_cell_is_framed_whose_lines_other_columns_interrupt() -> None:
    page = [
        *line("Xây dựng kho học", 100), *line("Vụ A 2026", 100, 400),
        *line("liệu số dùng chung", 114), *line("Vụ B", 114, 400),
        *line("của ngành", 128),
    ]  # fmt: skip
    found = standing(page, QUOTE)
    ((left, top, right, bottom),) = found.frames
    assert (left, top) == (48, 98)
    assert right < 400
    assert 126 < bottom <= 142


def test_the_same_words_far_away_are_not_framed() -> None:
    page = [*line(QUOTE, 100), *line("kho học liệu khác", 500)]
    assert len(standing(page, QUOTE).frames) == 1


def test_a_quote_in_two_pieces_of_a_page_has_two_frames() -> None:
    page = [*line("Xây dựng kho học liệu", 60), *line("số dùng chung của ngành", 700)]
    assert len(standing(page, QUOTE).frames) == 2


def test_a_cell_so_narrow_that_its_lines_hold_a_word_or_two_is_framed() -> None:
    words = QUOTE.split()
    page = [
        word
        for row in range(5)
        for word in (
            *line(" ".join(words[2 * row : 2 * row + 2]), 100 + 14 * row),
            *line("Vụ A", 100 + 14 * row, 150),
        )
    ]
    assert standing(page, QUOTE).share == 0
    found = standing(page, QUOTE, [(40, 95, 140, 180), (140, 95, 240, 180)])
    ((left, top, right, bottom),) = found.frames
    assert (found.share, left, right < 140) == (1, 48, True)
    assert top < 100
    assert bottom > 160


def test_accents_stops_and_capitals_do_not_count() -> None:
    assert standing(line("XAY DUNG KHO, HOC LIEU SO", 100), "Xây dựng kho học liệu số").share == 1


def test_a_quote_of_one_word_is_found() -> None:
    assert standing(line("Sở Y tế", 100), "tế").share == 1


def test_no_words_stand_nowhere() -> None:
    assert standing([], QUOTE).frames == ()
    assert standing(line("a b c", 0), " … ").frames == ()
