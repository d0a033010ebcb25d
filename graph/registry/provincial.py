"""Provinces (tỉnh, thành phố trực thuộc trung ương) and what each of them has, from templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.registry.datafiles import read_rows
from luocdo.graph.registry.entry import Entry, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

BODY = "Ủy ban nhân dân"
_SOURCE = (
    "Luật Tổ chức chính quyền địa phương 72/2025/QH15; Nghị định 24/2014/NĐ-CP, 45/2025/NĐ-CP"
    " (các sở)"
)
_POSTS = ("Chủ tịch", "Phó Chủ tịch")
_SHORT_POSTS = {"Chủ tịch": ("CT",), "Phó Chủ tịch": ("PCT", "Phó CT", "PCTr")}


def body_key(province: dict[str, str]) -> str:
    """Return the key of the People's Committee of a row of ``provinces.tsv``."""
    return key_of(f"{BODY} {province['kind']} {province['name']}")


def provincial_entries() -> Iterator[Entry]:
    """Yield for each province its People's Committee, its heads and its bodies."""
    templates = list(read_rows("provincial.tsv"))
    for province in read_rows("provinces.tsv"):
        yield from _province(province, templates)


def _province(province: dict[str, str], templates: list[dict[str, str]]) -> Iterator[Entry]:
    name, place = province["name"], f"{province['kind']} {province['name']}"
    body = body_key(province)
    ends = province["to"] or ""
    dates = province["from"] or "", ends, province["by"] or _SOURCE
    aliases = (
        f"UBND {place}",
        f"UBND TP {name}",
        f"UBND TP. {name}",
        f"UBND {name}",
        f"{BODY} {name}",
        f"{BODY} TP {name}",
    )
    yield Entry(
        body, f"{BODY} {place}", "ubnd", None, f"UBND {place}", aliases, (), *dates, province=name
    )
    for post in _POSTS:
        yield _post(post, body, place, name, ends)
    for row in templates:
        if not ends or row["from"] <= ends:  # what came later a merged province never had
            yield _unit(row, body, place, name, ends)


def _post(post: str, body: str, place: str, name: str, ends: str) -> Entry:
    words = (post, *_SHORT_POSTS[post])
    where = (
        "UBND",
        "UBND tỉnh",
        "UBND thành phố",
        "UBND TP",
        f"UBND {place}",
        f"{BODY} tỉnh",
        f"{BODY} thành phố",
        BODY,
    )
    names = (*words, *(f"{word} {body_name}" for word in words for body_name in where))
    return Entry(
        key_of(post, body),
        f"{post} {BODY} {place}",
        "thẩm quyền",
        body,
        "",
        names,
        active_to=ends,
        by=_SOURCE,
        province=name,
    )


def _unit(row: dict[str, str], body: str, place: str, name: str, ends: str) -> Entry:
    level = place.removesuffix(f" {name}")
    words = {
        "{p}": place,
        "{n}": name,
        "{l}": level,
        "{U}": "Thành" if level == "thành phố" else "Tỉnh",
    }
    bare = row["name"].replace(" {p}", "").replace(" {n}", "").replace(" {l}", "")
    aliases = tuple(_filled(alias, words) for alias in row["aliases"].split("|") if alias)
    both = (
        tuple(bare.replace("{U}", word) for word in ("Tỉnh", "Thành"))
        if "{U}" in bare
        else (f"{bare} {place}",)
    )
    key, short = key_of(bare.replace("{U}", "Tỉnh"), body), _filled(row["short"], words)
    own = _filled(row["name"], words)
    return Entry(
        key,
        own,
        row["kind"],
        body,
        short,
        (*aliases, *both),
        (),
        row["from"],
        min(filter(None, (row["to"], ends)), default=""),
        _SOURCE,
        name,
    )


def _filled(template: str, words: dict[str, str]) -> str:
    if "{" not in template:
        return template
    for mark, word in words.items():
        template = template.replace(mark, word)
    return template
