"""The halves of a broken word are told from two words: Vietnamese writes each syllable apart."""

from __future__ import annotations

import pytest

from luocdo.loaders.formats.syllables import are_halves


@pytest.mark.parametrize(
    ("end", "beginning", "halves"),
    [
        ("nghi", "ệm", True),
        ("chuy", "ển", True),
        ("kho", "a", True),
        ("gi", "ám", True),  # its i is of the onset
        ("THU", "YÊN", True),
        ("cho", "ở", False),  # no syllable has these vowels
        ("chủ", "ý", False),  # two tones
        ("hiện", "êm", False),  # the first is closed
        ("ban", "a", False),
    ],
)
def test_two_syllables_are_one_where_their_vowels_and_tones_make_one(
    end: str, beginning: str, *, halves: bool
) -> None:
    assert are_halves(end, beginning) is halves
