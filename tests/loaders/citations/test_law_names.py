"""The longest known name of a law ends it, whatever is glued to its last word, and nothing shorter
than a whole word.
"""

from __future__ import annotations

import pytest

from luocdo.loaders.citations.law_names import LawNames

NAMES = LawNames(
    [
        "Luật Giá",
        "Luật Phòng, chống tác hại",
        "Luật Phòng, chống tác hại của rượu bia",
        "Luật Quy định chung",
    ]
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Luat Gia, Luat Thue", "Luat Gia"),  # a comma is no part of it
        ("LUAT  GIA\n", "LUAT  GIA"),  # case and blanks
        ("Luat Giao duc", None),  # a longer word
        ("Luat Phong, chong tac hai cua ma tuy", "Luat Phong, chong tac hai"),
        (
            "Luat Phong, chong\ntac hai cua ruou bia; ",
            "Luat Phong, chong\ntac hai cua ruou bia",
        ),  # the longest
        ("Luat Phong chong tac hai", None),  # the comma is its own
        ("Luat Quy pinh chung", "Luat Quy pinh chung"),  # as OCR reads it
        ("", None),
    ],
)
def test_a_name_ends_where_the_longest_one_ends(text: str, name: str | None) -> None:
    end = NAMES.end(text, 0, len(text))
    assert (None if end is None else text[:end]) == name


def test_a_name_is_not_read_beyond_the_limit() -> None:
    assert NAMES.end("Luat Gia tri", 0, len("Luat Gia")) == len("Luat Gia")
    assert NAMES.end("Luat Gia", 0, len("Luat Gi")) is None
