"""Reading a file takes steps in proportion to its length, whatever is repeated in it and wherever
it stands.
"""

from __future__ import annotations

from cProfile import Profile
from functools import cache

import pytest

from luocdo.graph.errors import SourceError
from luocdo.loaders import allowance as limits
from luocdo.loaders.reading import read_record
from luocdo.loaders.source import Source

ISSUER = "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\n\nSố: 12/KH-UBND\tNghệ An, ngày 10 tháng 3 năm 2023\n\n"
TITLE = "KẾ HOẠCH\nTriển khai chuyển đổi số\n\n"
BASIS = "Căn cứ Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ;\n\n"
BODY = "1. Sở Nội vụ chủ trì lập kế hoạch {}.\n\n"
CLOSING = (
    "Nơi nhận:\n- Sở Y tế {};\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn An\n\n"
)
TABLE = "PHỤ LỤC\nTT\tNội dung\tCơ quan chủ trì\tThời hạn\n1\tLập hồ sơ\t{}\t2024\n"


def paper(body: str = "", closing: str = "", lead: str = "Sở Y tế") -> str:
    return (
        ISSUER + TITLE + BASIS + BODY.format(body) + CLOSING.format(closing) + TABLE.format(lead)
    )


@cache
def warmed() -> None:
    read_record(Source("a.txt", paper(), ""))


def steps(text: str) -> int:
    """Count the calls of functions and generators while ``text`` is read."""
    warmed()
    counter = Profile()
    counter.runcall(read_record, Source("a.txt", text, ""))
    return sum(one.callcount for one in counter.getstats())


PIECES = [
    "QĐ 131 ",
    "Luật ",
    "các đơn vị ",
    "gửi Bộ về ",
    "Kính gửi: ",
    "- ",
    "số 1/NĐ-CP ",
    "Sở Y tế ",
    "Nơi nhận: ",
]
PLACES = ["body", "closing", "lead"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("piece", [*PIECES, "".join(PIECES)])
def test_twice_the_words_take_twice_the_steps(piece: str, place: str) -> None:
    times = max(1, 300 * len("Luật ") // len(piece))
    once, twice = (steps(paper(**{place: piece * (many * times)})) for many in (1, 2))
    assert twice <= 2.15 * once + 2000


def clauses(number: int) -> str:
    return "\n".join(
        f"{at}. Sở Nội vụ chủ trì rà soát Luật Đất đai số 31/2024/QH15, Nghị định số {at}/2022/NĐ-CP; các đơn vị đôn đốc."
        for at in range(number)
    )


def test_twice_the_clauses_take_twice_the_steps() -> None:
    once, twice = steps(paper(clauses(40))), steps(paper(clauses(80)))
    assert twice <= 2.15 * once


NOTHING = ["\n", " \n", " ", "- \n", "- ", "*", "(", ": "]


@pytest.mark.parametrize(
    "page",
    [
        "{}" + paper(),
        ISSUER + "{}" + TITLE + BASIS,
        ISSUER + TITLE + "{}" + BASIS,
        paper("{}"),
        paper("", "{}"),
    ],
    ids=["before", "before the kind", "before the bases", "in the body", "among the recipients"],
)
@pytest.mark.parametrize("mark", NOTHING)
def test_a_long_run_of_marks_is_passed_over_in_one_go(
    mark: str, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    warmed()
    monkeypatch.setattr(limits, "SECONDS", 15.0)
    refused = ""
    try:
        with limits.allowance("a.txt", 0):
            read_record(Source("a.txt", page.format(mark * 10_000), ""))
    except (
        SourceError
    ) as error:  # it is no document where it has no head within reach, and is told so at once
        refused = error.reason
    assert "quá lâu" not in refused


@pytest.mark.parametrize(
    ("piece", "place"), [("QĐ 131 ", "body"), ("Luật ", "lead"), ("- \n", "body")]
)
def test_ten_thousand_characters_take_half_the_steps_of_twenty_thousand(
    piece: str, place: str
) -> None:
    once, twice = (
        steps(paper(**{place: piece * (size // len(piece))})) for size in (10_000, 20_000)
    )
    assert twice <= 2.15 * once
