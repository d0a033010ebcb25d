"""Lists of actors, printed, read and printed again: whatever names stand in them, in whatever
order.
"""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from luocdo.graph.units.cell_units import split_units
from luocdo.graph.units.resolving import UnitContext
from luocdo.graph.vocabulary.lexicon import lexicon
from luocdo.loaders.reading import resolver
from luocdo.loaders.sentences.actor_list import ListReader
from luocdo.loaders.sentences.names import NameReader
from luocdo.loaders.sentences.words import Words
from luocdo.loaders.text.page import Span

NAMES = [
    # of the registry, two of them with a comma and "và" of their own
    "Sở Y tế",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Nông nghiệp và Môi trường",
    "Công an tỉnh",
    "Văn phòng UBND tỉnh",
    "Giám đốc Sở Nội vụ",
    # that nobody knows
    "Ban Quản lý dự án đầu tư xây dựng số 3",
    "Trung tâm Ươm tạo Sao Mai",
    # classes
    "các sở, ban, ngành",
    "UBND các xã, phường",
    "các doanh nghiệp viễn thông",
    "Thủ trưởng các đơn vị liên quan",
]
PREDICATES = [
    "rà soát hồ sơ.",
    "chủ trì lập sổ.",
    "có trách nhiệm báo cáo.",
    "khẩn trương mua sách.",
    ": Kiểm kê kho.",
]


@cache
def units() -> UnitContext:
    return UnitContext(
        resolver().resolve("Ủy ban nhân dân tỉnh Bắc Ninh", UnitContext(None)).id, {}, "2025-03-03"
    )


@cache
def lists() -> ListReader:
    return ListReader(NameReader(resolver(), units(), lexicon()), lexicon())


def printed(names: list[str], joints: list[str]) -> str:
    """Print a list as documents do: each name behind its joint."""
    text = names[0]
    for joint, name in zip(joints, names[1:], strict=False):
        text += f"{joint} {name}"
    return text


@given(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True),
    st.lists(st.sampled_from([",", ";", " và"]), min_size=4, max_size=4),
    st.sampled_from(PREDICATES),
)
def test_a_list_ends_before_its_predicate_and_gives_its_names_back(
    names: list[str], joints: list[str], predicate: str
) -> None:
    text = printed(names, joints)
    words = Words.of(f"{text} {predicate}", Span(0, len(text) + 1 + len(predicate)), accents=True)
    listing = lists().at(words, 0)
    assert listing is not None
    read = words.phrase(listing.start, listing.end)
    assert read == text
    assert [piece.name for piece in split_units(read, resolver(), units())] == names
