"""Write a seeded archive of any size to measure with: decisions, plans that carry them out,
letters, notices, with their facts.

    python bench/archive.py FOLDER --documents 1000 --seed 1

The same seed writes the same bytes, and the first documents of a larger archive are those of a
smaller one, so that an archive grows by what is added. ``facts.tsv`` beside the documents says
what each of them holds: file, place, what, value. Layouts and troubles are those of real files:
tables whose headings come again, rows without a lead of their own, decomposed letters, line ends
of another system, numbers broken by spaces, letters without accents. No document is a real one.
"""

from __future__ import annotations

import argparse
import csv
import random
import unicodedata
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MINISTRIES = {
    "Bộ Giáo dục và Đào tạo": (
        "BGDĐT",
        ("Cục Công nghệ thông tin", "Vụ Giáo dục Đại học", "Vụ Pháp chế", "Văn phòng"),
    ),
    "Bộ Y tế": (
        "BYT",
        ("Cục Quản lý Khám, chữa bệnh", "Vụ Pháp chế", "Vụ Kế hoạch - Tài chính", "Thanh tra"),
    ),
    "Bộ Nội vụ": ("BNV", ("Vụ Cải cách hành chính", "Vụ Pháp chế", "Văn phòng")),
    "Bộ Tài chính": ("BTC", ("Vụ Ngân sách nhà nước", "Vụ Pháp chế", "Cục Quản lý công sản")),
}
PROVINCES = (
    "Nghệ An",
    "Quảng Ngãi",
    "Lào Cai",
    "Cà Mau",
    "Đồng Tháp",
    "Thanh Hóa",
    "Lâm Đồng",
    "Bắc Ninh",
)
DEPARTMENTS = (
    "Sở Nội vụ",
    "Sở Tài chính",
    "Sở Y tế",
    "Sở Giáo dục và Đào tạo",
    "Sở Tư pháp",
    "Sở Xây dựng",
)
ACTIONS = (
    "Rà soát",
    "Xây dựng",
    "Cập nhật",
    "Kết nối",
    "Đánh giá",
    "Hướng dẫn sử dụng",
    "Công bố",
)
OBJECTS = (
    "cơ sở dữ liệu",
    "quy trình nội bộ",
    "danh mục hồ sơ",
    "hệ thống báo cáo",
    "bộ chỉ số",
    "kho học liệu",
)
SUBJECTS = (
    "chuyển đổi số",
    "cải cách hành chính",
    "dữ liệu mở",
    "an toàn thông tin",
    "lưu trữ điện tử",
    "khám chữa bệnh",
)
FIRST_DAY = date(2021, 1, 4)
_PER_DECISION = 20  # documents of which one is a decision that others carry out
HEADINGS = "TT\tNội dung\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời hạn hoàn thành\tSản phẩm"
MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


@dataclass(slots=True)
class Paper:
    """One document: its file's name, its text, and the facts it holds as (place, what, value)."""

    name: str
    text: str
    facts: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of the Prime Minister that later papers carry out."""

    number: str
    day: date
    subject: str

    @property
    def cited(self) -> str:
        """Return it as another paper names it."""
        named = f"Quyết định số {self.number} ngày {_printed(self.day)} của Thủ tướng Chính phủ"
        return f"{named} phê duyệt Chương trình {self.subject}"


def papers(documents: int, seed: int) -> Iterator[Paper]:
    """Yield ``documents`` papers; each is a function of the seed and its place in the row."""
    for at in range(documents):
        chance = random.Random(f"{seed} {at}")  # noqa: S311 - not for secrets
        decision = _decision(at // _PER_DECISION, seed)
        if at % _PER_DECISION == 0:
            yield _decided(at, decision)
        else:
            write = chance.choices((_plan, _provincial_plan, _letter, _notice), (5, 4, 6, 5))[0]
            yield _troubled(write(at, decision, chance), chance)


def _decision(ordinal: int, seed: int) -> Decision:
    chance = random.Random(f"{seed} decision {ordinal}")  # noqa: S311 - not for secrets
    day = FIRST_DAY + timedelta(days=ordinal * 3 % 1500)
    subject = f"{chance.choice(SUBJECTS)} giai đoạn {day.year} - {day.year + 4}, đợt {ordinal + 1}"
    return Decision(f"{ordinal % 2400 + 100}/QĐ-TTg", day, subject)


def _decided(at: int, decision: Decision) -> Paper:
    text = (
        f"THỦ TƯỚNG CHÍNH PHỦ\n\n{MOTTO}\n\nSố: {decision.number}\n\nHà Nội, ngày"
        f" {_printed(decision.day)}\n\nQUYẾT ĐỊNH\nPhê duyệt Chương trình"
        f" {decision.subject}\n\nTHỦ TƯỚNG CHÍNH PHỦ\n\nCăn cứ Luật Tổ chức Chính phủ;\n\nQUYẾT"
        f" ĐỊNH:\n\nĐiều 1. Phê duyệt Chương trình {decision.subject}.\n\nĐiều 2. Bộ Nội vụ chủ"
        " trì, phối hợp với Bộ Tài chính hướng dẫn thực hiện Chương trình.\n\nĐiều 3. Quyết định"
        " này có hiệu lực kể từ ngày ký.\n\nNơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n"
    )
    facts = [
        ("", "number", decision.number),
        ("", "date", decision.day.isoformat()),
        ("Điều 2", "lead", "Bộ Nội vụ"),
    ]
    return Paper(f"{at:06}.txt", text, facts)


def _plan(at: int, decision: Decision, chance: random.Random) -> Paper:
    body = chance.choice(list(MINISTRIES))
    symbol, units = MINISTRIES[body]
    return _with_table(at, decision, chance, (body.upper(), f"KH-{symbol}", "Hà Nội", "Bộ"), units)


def _provincial_plan(at: int, decision: Decision, chance: random.Random) -> Paper:
    place = chance.choice(PROVINCES)
    return _with_table(
        at,
        decision,
        chance,
        (f"ỦY BAN NHÂN DÂN\nTỈNH {place.upper()}", "KH-UBND", place, "Ủy ban nhân dân tỉnh"),
        DEPARTMENTS,
    )


def _with_table(
    at: int,
    decision: Decision,
    chance: random.Random,
    head: tuple[str, str, str, str],
    units: tuple[str, ...],
) -> Paper:
    issuer, symbol, place, body = head
    number, day = f"{at % 900 + 1}/{symbol}", _day_of(at, decision)
    facts = [
        ("", "number", number),
        ("", "date", day.isoformat()),
        ("", "implements", decision.number),
    ]
    rows: list[str] = [HEADINGS]
    for row in range(1, chance.randint(3, 12) + 1):
        lead, *others = chance.sample(units, min(len(units), chance.randint(1, 3)))
        until = f"Trước ngày {_short(day + timedelta(days=chance.randint(30, 900)))}"
        words = (
            f"{chance.choice(ACTIONS)} {chance.choice(OBJECTS)} về {chance.choice(SUBJECTS)}, phần"
            f" {row}"
        )
        rows.append(f"{row}\t{words}\t{lead}\t{'; '.join(others)}\t{until}\tBáo cáo phần {row}")
        facts += [(str(row), "task", words), (str(row), "lead", lead), (str(row), "due", until)]
        facts += [(str(row), "coordinate", other) for other in others]
        if row % 6 == 0:
            rows.append(HEADINGS)  # a new page
    text = (
        f"{issuer}\n\n{MOTTO}\n\nSố: {number}\n\n{place}, ngày {_printed(day)}\n\nKẾ HOẠCH\nThực"
        f" hiện {decision.cited}\n\nThực hiện {decision.cited}, {body} ban hành Kế hoạch như"
        " sau:\n\nI. MỤC ĐÍCH\n1. Cụ thể hóa các nhiệm vụ của Chương trình.\n\nPHỤ LỤC\nDANH MỤC"
        f" NHIỆM VỤ\n\n{chr(10).join(rows)}\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"
    )
    return Paper(f"{at:06}.txt", text, facts)


def _letter(at: int, decision: Decision, chance: random.Random) -> Paper:
    body = chance.choice(list(MINISTRIES))
    symbol, units = MINISTRIES[body]
    number, day, lead = f"{at % 5000 + 1}/{symbol}-VP", _day_of(at, decision), chance.choice(units)
    until = _short(day + timedelta(days=chance.randint(10, 120)))
    words = f"tổng hợp kết quả {chance.choice(SUBJECTS)}"
    text = (
        f"{body.upper()}\n\n{MOTTO}\n\nSố: {number}\nV/v báo cáo kết quả thực hiện Chương"
        f" trình\n\nHà Nội, ngày {_printed(day)}\n\nKính gửi: Các đơn vị thuộc Bộ\n\nThực hiện"
        f" {decision.cited}, Bộ yêu cầu:\n1. {lead} chủ trì {words}, hoàn thành trước ngày"
        f" {until}.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"
    )
    facts = [
        ("", "number", number),
        ("", "date", day.isoformat()),
        ("1", "lead", lead),
        ("1", "due", until),
    ]
    return Paper(f"{at:06}.txt", text, facts)


def _notice(at: int, decision: Decision, chance: random.Random) -> Paper:
    place = chance.choice(PROVINCES)
    number, day, lead = (
        f"{at % 700 + 1}/TB-UBND",
        _day_of(at, decision),
        chance.choice(DEPARTMENTS),
    )
    words = f"{chance.choice(ACTIONS).lower()} {chance.choice(OBJECTS)}"
    text = (
        f"ỦY BAN NHÂN DÂN\nTỈNH {place.upper()}\n\n{MOTTO}\n\nSố: {number}\n\n{place}, ngày"
        f" {_printed(day)}\n\nTHÔNG BÁO\nKết luận cuộc họp về thực hiện Quyết định số"
        f" {decision.number}\n\nSau khi nghe báo cáo, Chủ tịch Ủy ban nhân dân tỉnh kết luận:\n1."
        f" {lead} chủ trì {words} trong quý {chance.randint(1, 4)} năm {day.year + 1}.\n\nNơi"
        " nhận:\n- Lưu: VT.\n"
    )
    facts = [("", "number", number), ("", "date", day.isoformat()), ("1", "lead", lead)]
    return Paper(f"{at:06}.txt", text, facts)


TROUBLES: tuple[Callable[[str], str], ...] = (
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.replace("\n", "\r\n"),
    lambda text: text.replace("Số: ", "Số:  "),
    lambda text: text.replace("/QĐ-TTg", "/QĐ- TTg"),
    lambda text: text.replace("ủy", "uỷ").replace("Ủy", "Uỷ"),
)


def _troubled(paper: Paper, chance: random.Random) -> Paper:
    """Give one paper in four a trouble of its own; its facts stay."""
    if chance.random() < 0.25:  # noqa: PLR2004
        paper.text = chance.choice(TROUBLES)(paper.text)
    return paper


def _day_of(at: int, decision: Decision) -> date:
    return decision.day + timedelta(days=20 + at % 200)


def _printed(day: date) -> str:
    return f"{day.day:02} tháng {day.month:02} năm {day.year}"


def _short(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year}"


def write_archive(folder: Path, documents: int, seed: int = 1, first: int = 0) -> None:
    """Write the documents from ``first`` on, a thousand in a folder, and what they hold."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "facts.tsv").open(
        "a" if first else "w", encoding="utf-8", newline=""
    ) as stream:
        facts = csv.writer(stream, delimiter="\t", lineterminator="\n")
        for at, paper in enumerate(papers(documents, seed)):
            if at < first:
                continue
            place = folder / f"{at // 1000:03}"
            place.mkdir(exist_ok=True)
            (place / paper.name).write_text(paper.text, encoding="utf-8", newline="")
            facts.writerows((f"{place.name}/{paper.name}", *fact) for fact in paper.facts)


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument(
        "--first", type=int, default=0, help="leave out those before: what an archive grew by"
    )
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write_archive(options.folder, options.documents, options.seed, options.first)
    print(f"{options.documents - options.first} documents in {options.folder}")


if __name__ == "__main__":
    main()
