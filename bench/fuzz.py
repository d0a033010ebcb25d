"""Read inputs that nobody would write: whatever a file is, reading it ends in a record or in one
of the project's own errors.

    python bench/fuzz.py --inputs 50000 --jobs 2 --seed 7

Each input is a function of the seed and its number: a small paper in one of the formats, some of
its bytes, words, lines or cells changed, taken out, repeated or taken from another. One in a
thousand is repeated up to 200 kB and must be read within five seconds of processor time. What
fails is kept in ``--keep``; made small by hand it goes to ``tests/loaders/fuzzed``, where a test
reads it for good. ``--guided`` lets atheris choose, where it is installed: by what code an input
reaches.
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import random
import sys
import time
import traceback
import zipfile
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "bench")]

from archive import papers  # noqa: E402 - beside this file
from drawn_tables import set_as_sheet, set_as_word  # noqa: E402 - the tests draw the tables
from small_pdf import pdf_of  # noqa: E402

from luocdo.graph.building.graph import build_graph  # noqa: E402
from luocdo.graph.errors import LuocdoError  # noqa: E402
from luocdo.loaders.reading import read_record, resolver  # noqa: E402
from luocdo.loaders.source import decode_source  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LARGE = 200_000  # bytes
SECONDS = 5.0  # of the processor, for an input of that size
ONE_LARGE_IN, ONE_BUILT_IN = 1000, 20
SELDOM = 0.1
MOST_TIMES = 2.0  # what an honest plan takes, where that alone takes seconds
_PACKED = (".docx", ".xlsx")
_CELLS = (
    ("TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn"),
    ("1", "Rà soát quy trình", "Vụ Pháp chế", "Thanh tra; Văn phòng", "Tháng 9/2025"),
    ("2", "Công bố danh mục", "Sở Nội vụ", "", "Trước ngày 30/02/2025"),
)
_HEAD = "BỘ Y TẾ\nSố: 12/KH-BYT\nHà Nội, ngày 10 tháng 3 năm 2025\n\nKẾ HOẠCH\nKiểm tra\n\n"
_BODIES = (
    "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;\nBộ ban hành Kế hoạch:\n1. Văn phòng rà soát.\n",
    "Thực hiện Quyết định số 131/QĐ-TTg ngày 25 tháng 01 năm 2022, Bộ yêu cầu:\n- Sở Y tế báo cáo trước 30/9/2025.\n",
    "I. NHIỆM VỤ\n1. Vụ Pháp chế chủ trì, phối hợp với Thanh tra rà soát quy định, xong trước ngày 30/9/2025.\n",
    "1. Rà soát quy trình\na) Đơn vị chủ trì: Sở Nội vụ\nb) Thời gian: Quý IV/2025\nc) Sản phẩm: Báo cáo.\n",
    "2. Giao Sở Nội vụ (sau đây gọi tắt là Sở) báo cáo hằng quý.\n3. Các Sở, ban, ngành; UBND các xã thực hiện.\n",
    "Điều 1. Sửa đổi khoản 2 Điều 3 Quyết định số 12/2019/QĐ-UBND.\nĐiều 2. Bãi bỏ Điều 4 Thông tư 07/2020/TT-BYT.\n",
    "II. CHỈ TIÊU\n- Tỷ lệ hồ sơ trực tuyến đạt trên 80% vào năm 2026, 95% vào năm 2030.\n",
    "III. KINH PHÍ\nTổng kinh phí 1.200 triệu đồng. Trong đó: năm 2025: 700 triệu đồng; năm 2026: 500 triệu đồng.\n",
    "PHỤ LỤC\n" + "\n".join("\t".join(row) for row in _CELLS) + "\n",
    "PHỤ LỤC\n" + "\n".join("| " + " | ".join(row) + " |" for row in _CELLS) + "\n",
    "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nNguyễn Văn An\n",
    "V/v báo cáo kết quả\nKính gửi: Sở Tài chính; Sở Y tế\n[1] Xem Công văn số 5/BYT-VP ngày 2/1/2025.\n",
)
_WORDS = (
    "Điều 1.", "chủ trì", "phối hợp với", "Sở Nội vụ", "UBND tỉnh", "các", "liên quan", "ngày 30/02/2025", "quý IV", "hằng năm",
    "từ năm 2026", "31/12", "131/QĐ-TTg", "57-NQ/TW", "QĐ 131", "căn cứ", "thay thế", "Phụ lục I", "kèm theo", "(", ")", "“", "”",
    "\t", "|", "<br>", "<b>", "\n", "\r\n", "…", "-", "+", "1.", "a)", "IV.", "%", "tỷ đồng", "1.000.000,5", "TM.", "KT.", "Kính gửi:",
    "\u0301", "\u0323", "\u200b", "\u202e", "\x00", "\ufeff", "Ð", "ð", "99999999999999999999", "0", "//", "V/v", "này", "như sau:",
)  # fmt: skip


class Input(NamedTuple):
    """One input: the file's name and its bytes."""

    name: str
    data: bytes


class Fault(NamedTuple):
    """What an input did that none may do."""

    input: Input
    what: str


@cache
def seeds() -> tuple[Input, ...]:
    """Return what inputs are made from: one small paper of each kind in each format."""
    texts = [*(_HEAD + body for body in _BODIES), *(paper.text for paper in papers(3, 3))]
    found = [Input(f"{at}.txt", text.encode()) for at, text in enumerate(texts)]
    lines = "".join(f"<p>{line}</p>" for line in texts[2].splitlines())
    rows = "".join(
        f"<tr>{''.join(f'<td rowspan=1>{cell}</td>' for cell in row)}</tr>" for row in _CELLS
    )
    found.append(
        Input("a.html", f"<html><body>{lines}<table>{rows}</table></body></html>".encode())
    )
    found.append(Input("a.csv", "\n".join(",".join(row) for row in _CELLS).encode()))
    found.append(
        Input(
            "a.pdf",
            pdf_of(
                ("KE HOACH", "1. Van phong chu tri, xong truoc ngay 30/9/2025."),
                ("2. Thanh tra.",),
            ),
        )
    )
    found.append(Input("a.txt", texts[4].encode("utf-16")))
    return (*found, *_packed())


def _packed() -> Iterator[Input]:
    import tempfile  # noqa: PLC0415 - for two files

    with tempfile.TemporaryDirectory() as folder:
        for ending, draw in (("docx", set_as_word), ("xlsx", set_as_sheet)):
            yield Input(
                f"a.{ending}",
                draw(_HEAD, _CELLS, Path(folder) / f"a.{ending}").read_bytes(),
            )


def made(seed: int, number: int) -> Input:
    """Return the input of that number."""
    chance = random.Random(f"{seed} {number}")  # noqa: S311 - not for secrets
    start = chance.choice(seeds())
    change = _changed_package if start.name.endswith(_PACKED) else _changed
    data = change(start.data, chance)
    if number % ONE_LARGE_IN == 0 and not start.name.endswith((*_PACKED, ".pdf")):
        data = (data * (LARGE // max(1, len(data)) + 1))[:LARGE]
    return Input(start.name, data)


def _changed_package(data: bytes, chance: random.Random) -> bytes:
    """Change a member of a packed file; now and then the packed bytes themselves."""
    if chance.random() < SELDOM:
        return _changed(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        members = {name: old.read(name) for name in old.namelist()}
    told = [
        name
        for name in members
        if "document" in name or "sheet" in name or chance.random() < SELDOM
    ]
    name = chance.choice(told)
    members[name] = _changed(members[name], chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for one, inner in members.items():
            new.writestr(one, inner)
    return out.getvalue()


def _changed(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        data = chance.choice(CHANGES)(data, chance)
    return data


def _part(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + int(chance.expovariate(1 / 40)))


def _taken_out(data: bytes, chance: random.Random) -> bytes:
    start, end = _part(data, chance)
    return data[:start] + data[end:]


def _repeated(data: bytes, chance: random.Random) -> bytes:
    start, end = _part(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 30)) + data[end:]


def _odd_bytes(data: bytes, chance: random.Random) -> bytes:
    start, end = _part(data, chance)
    return data[:start] + chance.randbytes(min(end - start, 6)) + data[end:]


def _a_word(data: bytes, chance: random.Random) -> bytes:
    start, end = _part(data, chance)
    words = "".join(chance.choices(_WORDS, k=chance.choice((1, 1, 2, 5)))).encode()
    return data[:start] + words + data[chance.choice((start, end)) :]


def _lines_moved(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    if len(lines) < 2:  # noqa: PLR2004
        return data
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def _spliced(data: bytes, chance: random.Random) -> bytes:
    other = chance.choice(seeds()).data
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other)) :][:2000]


CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _taken_out,
    _repeated,
    _odd_bytes,
    _a_word,
    _a_word,
    _lines_moved,
    _spliced,
)


def fault_of(one: Input, *, built: bool) -> str:
    """Return what reading ``one``, and building a graph of it, does that it may not do; "" if
    nothing.
    """
    started = time.process_time()
    try:
        record = read_record(decode_source(one.name, one.data), anyway=True)
        if built:
            build_graph([record], resolver())
    except LuocdoError:
        pass
    except Exception:  # noqa: BLE001 - the fault that is looked for
        return traceback.format_exc(limit=-6)
    took = time.process_time() - started
    if took <= SECONDS:
        return ""
    honest = _honest_seconds()
    if took <= MOST_TIMES * honest:  # the machine is slow, not the input
        return ""
    return f"{took:.1f} s for {len(one.data)} bytes, {honest:.1f} s for a plan of {LARGE}"


def _honest_seconds() -> float:
    """Return what a plan of the largest size takes on this machine now."""
    plan = (seeds()[2].data + b"\n") * (LARGE // len(seeds()[2].data))
    started = time.process_time()
    read_record(decode_source("plan.txt", plan))
    return time.process_time() - started


def _tried(work: tuple[int, int, int]) -> list[Fault]:
    seed, first, last = work
    found = []
    for number in range(first, last):
        one = made(seed, number)
        if what := fault_of(one, built=number % ONE_BUILT_IN == 0):
            found.append(Fault(one, f"input {number} of seed {seed}: {what}"))
    return found


def tried(inputs: int, seed: int, jobs: int, keep: Path) -> int:
    """Try that many inputs; keep and print those that fail; return how many did."""
    work = [(seed, first, min(inputs, first + 250)) for first in range(0, inputs, 250)]
    faults = done = 0
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        for found in pool.imap_unordered(_tried, work):
            done += 250
            for fault in found:
                faults += 1
                _keep(fault, keep)
            if done % 5000 == 0 or found:
                print(f"{min(done, inputs)}/{inputs}: {faults} failed", flush=True)
    return faults


def _keep(fault: Fault, keep: Path) -> None:
    keep.mkdir(parents=True, exist_ok=True)
    place = keep / f"{sha256(fault.input.data).hexdigest()[:10]}{Path(fault.input.name).suffix}"
    place.write_bytes(fault.input.data)
    print(f"{place}\n{fault.what}", flush=True)


def guided(inputs: int, seed: int) -> None:
    """Let atheris choose the changes by what code they reach; it ends with the first input that
    fails.
    """
    import atheris  # noqa: PLC0415 - where it is installed

    def _try(data: bytes) -> None:
        one = made(seed, int.from_bytes(data[:6], "big"))
        cut = Input(one.name, _changed(one.data, random.Random(data)) if data[6:] else one.data)  # noqa: S311
        if what := fault_of(cut, built=False):
            raise RuntimeError(what)

    atheris.instrument_all()
    atheris.Setup([sys.argv[0], f"-runs={inputs}"], _try)
    atheris.Fuzz()


def main() -> int:
    """Try inputs; the exit code is 1 where one fails."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("fuzzed"))
    parser.add_argument(
        "--guided", action="store_true", help="by atheris, which must be installed"
    )
    options = parser.parse_args()
    if options.guided:
        guided(options.inputs, options.seed)
        return 0
    faults = tried(options.inputs, options.seed, options.jobs, options.keep)
    print(f"{options.inputs} inputs of seed {options.seed}: {faults} failed")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
