"""Classes that a document names for itself: whom they cover it says, the registry does not."""

from __future__ import annotations

import pytest

from luocdo.loaders.head.abbreviations import own_abbreviations
from luocdo.loaders.text.page import Page, Span


@pytest.mark.parametrize(
    ("words", "defined"),
    [
        (
            "gồm các tỉnh Gia Lai, Đắk Lắk (sau đây gọi tắt là các tỉnh, thành phố).",
            {"các tỉnh, thành phố"},
        ),
        (
            "Bộ trưởng, Chủ tịch tỉnh bị bão (sau đây gọi chung là các bộ, địa phương)",
            {"các bộ, địa phương"},
        ),
        ("các sở chuyên môn (sau đây gọi là “các sở”)", {"các sở"}),
        ("các tỉnh (sau đây gọi là tỉnh)", set()),
        ("các tỉnh, thành phố (theo danh sách kèm theo)", set()),
    ],
)
def test_a_class_of_its_own_is_told_by_how_it_is_called(words: str, defined: set[str]) -> None:
    page = Page.of("a.txt", words)
    found = own_abbreviations(page, Span(0, len(page.flat)))
    assert {short for short, full in found.items() if short == full} == defined
