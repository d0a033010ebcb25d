"""How people name documents and units (cách gọi): "QĐ 131", "131/QĐ-TTg", "131", words of a title; "cuc cntt", "vu gddh".

One match answers; several are returned for the reader to choose from; none gives the nearest names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Generic, TypeVar

from luocdo.graph.errors import NothingFoundError
from luocdo.graph.text import fold, squeeze
from luocdo.queries.describe import distinguished
from luocdo.queries.document_rows import DocumentNodesRow, DocumentsNamedRow, DocumentsRow
from luocdo.queries.nodes import DocumentNode, UnitNode
from luocdo.queries.runner import run, run_in_pieces
from luocdo.queries.unit_rows import UnitNodesRow, UnitsNamedRow, UnitsRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from luocdo.graph.stores.base import Store

_KIND_WORDS = {
    "qd": "quyet dinh", "nq": "nghi quyet", "nd": "nghi dinh", "kh": "ke hoach", "cv": "cong van", "tb": "thong bao",
    "tt": "thong tu", "ct": "chi thi", "cd": "cong dien", "hd": "huong dan", "kl": "ket luan", "da": "de an",
}  # fmt: skip
_SHORT = re.compile(r"^(?:(?P<kind>[a-z]+(?: [a-z]+)?) )?(?:so )?(?P<serial>\d{1,5})(?: (?P<year>(?:19|20)\d\d))?$")
_NEAREST = 5

N = TypeVar("N", DocumentNode, UnitNode)


@dataclass(frozen=True, slots=True)
class Found(Generic[N]):
    """What a name may mean: the ``matches``, or where there are none the ``nearest`` names; ``how`` it was understood."""

    matches: tuple[N, ...]
    nearest: tuple[str, ...] = ()
    how: str = ""


def the_document(store: Store, words: str) -> DocumentNode:
    """Return the one document that ``words`` mean.

    Raises:
        NothingFoundError: there is none, or there are several; the message lists them with what tells them apart.
    """
    return _only(find_document(store, words), words, "văn bản", "documents")


def the_unit(store: Store, words: str) -> tuple[UnitNode, str]:
    """Return the one unit that ``words`` mean, and how they were understood; raises as `the_document` does."""
    found = find_unit(store, words)
    return _only(found, words, "đơn vị", "units"), found.how


def _only(found: Found[N], words: str, what: str, listed_by: str) -> N:
    if len(found.matches) == 1:
        return found.matches[0]
    if not found.matches:
        message = f"không tìm thấy {what} '{words}'; danh mục: luocdo query {listed_by}"
        raise NothingFoundError(message, found.nearest)
    lines = "".join(f"\n  {line}" for line in distinguished(found.matches))
    message = f"'{words}' có thể là {len(found.matches)} {what}; hãy gõ rõ hơn:{lines}"
    raise NothingFoundError(message)


def find_document(store: Store, words: str) -> Found[DocumentNode]:
    """Return the documents that ``words`` may mean."""
    some = store.named("Document", words)
    if some is not None:
        found = _document_among(store, words, list(run_in_pieces(store, DocumentsNamedRow, "documents", some)))
        if found.matches:
            return found
    documents = run(store, DocumentsRow)
    found = _document_among(store, words, documents)
    return found if found.matches else Found((), _nearest(words, [document.name for document in documents]))


def _document_among(store: Store, words: str, documents: Sequence[DocumentsRow]) -> Found[DocumentNode]:
    steps: tuple[tuple[Callable[[DocumentsRow], bool], str], ...] = (
        (lambda d: d.id == words, ""),
        (lambda d: bool(d.number) and squeeze(d.number) == squeeze(words), ""),
        (lambda d: squeeze(d.name) == squeeze(words), ""),
        (_by_short_form(words), "số và loại văn bản"),
        (_by_number_in(words), "số, ký hiệu trong lời hỏi"),
        (
            lambda d: len(fold(words)) > _NEAREST and fold(words) in f"{d.name_fold} {d.title_fold}",
            "lời trích yếu",
        ),
        (_by_all_words(words), "các từ trong trích yếu"),
    )
    for fits, how in steps:
        if matches := tuple(document for document in documents if fits(document)):
            keys = [document.id for document in _preferred(matches)]
            nodes = {row.node.id: row.node for row in run_in_pieces(store, DocumentNodesRow, "documents", keys)}
            return Found(tuple(nodes[key] for key in keys), how=how)
    return Found(())


def find_unit(store: Store, words: str) -> Found[UnitNode]:
    """Return the units that ``words`` may mean: full name, alias, abbreviation, without accents; the body may follow."""
    some = store.named("Unit", words)
    if some is not None:
        rows = run_in_pieces(store, UnitsNamedRow, "units", some)
        found = _unit_among(store, words, sorted(rows, key=lambda unit: (unit.display, unit.id)))
        if found.matches:
            return found
    units = run(store, UnitsRow)
    found = _unit_among(store, words, units)
    return found if found.matches else Found((), _nearest(words, [unit.display for unit in units]))


def _unit_among(store: Store, words: str, units: Sequence[UnitsRow]) -> Found[UnitNode]:
    asked = fold(words)
    steps: tuple[tuple[Callable[[UnitsRow], bool], str], ...] = (
        (lambda u: u.id == words, ""),
        (lambda u: _called(asked, u), ""),
        (lambda u: squeeze(words) in _aliases(u), "bỏ dấu, viết tắt"),
        (lambda u: asked == " ".join(_initials(u)), "chữ đầu"),
        (lambda u: _tail(u) == asked, "phần tên sau loại đơn vị"),
        (lambda u: _with_body(asked, u), "tên kèm cơ quan"),
        (lambda u: _contains(asked, _name(u)), "một phần của tên"),
    )
    for fits, how in steps:
        if matches := tuple(unit for unit in units if fits(unit)):
            keys = [unit.id for unit in matches]
            nodes = {row.node.id: row.node for row in run_in_pieces(store, UnitNodesRow, "units", keys)}
            return Found(tuple(nodes[key] for key in keys), how=how)
    return Found(())


def _by_short_form(words: str) -> Callable[[DocumentsRow], bool]:
    found = _SHORT.match(fold(words))
    if not found:
        return lambda _: False
    kind = _KIND_WORDS.get(found["kind"] or "", found["kind"] or "")
    kinds = {"", "de an", "chuong trinh", "chien luoc"}

    def fits(document: DocumentsRow) -> bool:
        serial = re.match(r"0*(\d+)", document.number)
        same = bool(serial) and serial is not None and serial[1] == found["serial"].lstrip("0")
        of_kind = kind in kinds or fold(document.kind) == kind
        return same and of_kind and found["year"] in (None, str(document.year or ""))

    return fits


def _by_number_in(words: str) -> Callable[[DocumentsRow], bool]:
    asked = squeeze(words)
    return lambda d: len(squeeze(d.number)) > _NEAREST and squeeze(d.number) in asked


def _by_all_words(words: str) -> Callable[[DocumentsRow], bool]:
    asked = [word for word in fold(words).split() if len(word) > 1]
    return lambda d: len(asked) > 1 and all(word in f"{d.name_fold} {d.title_fold}".split() for word in asked)


def _preferred(matches: Sequence[DocumentsRow]) -> tuple[DocumentsRow, ...]:
    """Of a loaded document and namesakes without date that nothing tells apart, keep all; exact duplicates cannot be."""
    return tuple(sorted(matches, key=lambda d: (d.issuer, d.date, d.id)))


def _name(unit: UnitsRow) -> str:
    return unit.name_fold or fold(unit.name)


def _called(asked: str, unit: UnitsRow) -> bool:
    """Tell whether ``asked`` is the unit's name, its name with its body, or its kind ("vụ" names them all)."""
    name = _name(unit)
    if asked.startswith(name):
        return asked in (name, fold(unit.display))
    return asked == fold(unit.kind)


def _aliases(unit: UnitsRow) -> list[str]:
    """Return the unit's other names without accents or spaces; its short name is among them."""
    return unit.aliases_fold.replace(" ", "").split("|")


def _initials(unit: UnitsRow) -> list[str]:
    head, *rest = _name(unit).split()
    return [head, "".join(word[0] for word in rest)] if rest else [head]


def _tail(unit: UnitsRow) -> str:
    """Return what follows the kind of unit in its short name: "CNTT" of "Cục CNTT"."""
    return fold(unit.short_name).partition(" ")[2]


def _with_body(asked: str, unit: UnitsRow) -> bool:
    body = fold(unit.display.partition(" · ")[2])
    own = {_name(unit), *(fold(alias) for alias in unit.aliases_fold.split("|") if alias)}
    return bool(body) and any(asked.startswith(f"{name} ") and asked.removeprefix(name).strip() in body for name in own)


def _contains(asked: str, name: str) -> bool:
    return len(asked) > _NEAREST and f" {asked} " in f" {name} "


def _nearest(words: str, names: Sequence[str]) -> tuple[str, ...]:
    folded = {fold(name): name for name in sorted(names)}
    close = get_close_matches(fold(words), list(folded), n=_NEAREST, cutoff=0.4)
    return tuple(folded[name] for name in close)
