"""Accents tell a time from words that look like one without them."""

from __future__ import annotations

import pytest

from luocdo.loaders.text.page import Page, Span
from luocdo.loaders.text.pipeline import DEADLINES


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Sở A báo cáo mỗi quý một lần.", ["mỗi quý một lần"]),
        ("So A bao cao moi quy mot lan.", ["moi quy mot lan"]),  # a scan without accents
        ("Sở A báo cáo hàng nam.", ["hàng nam"]),  # a scan that lost some
        ("Xã B đổi mới quy trình tiếp dân.", []),
        ("Xã B làm mới tháng thanh niên.", []),
        ("Xã B trồng hàng nấm rơm.", []),
        ("Xã B mở lớp mới 15 ngày một đợt.", []),
    ],
)
def test_words_recur_only_as_they_are_spelt(text: str, times: list[str]) -> None:
    page = Page.of("x.txt", text)
    found = page.found(DEADLINES, Span(0, len(page.flat)))
    assert [page.text(one) for one in found] == times
