"""Records (bản ghi): what one file says, before anything is resolved. The graph is a function of
the set of records.

A record keeps every name as printed with its evidence; nothing in it depends on other files.
Records are stored beside the graph as JSON, one line per file, so that the graph can be rebuilt
from them at any time.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from luocdo.graph.corrections.correction import Correction

Reading = Literal["stated", "inherited", "corrected", "inferred"]
Value = str | int | float | bool | None


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """Where a fact stands (chứng cứ).

    ``quote`` is verbatim, pieces of a cell cut by a page joined by " … ", at most 2,000
    characters; ``from_char`` and ``to_char`` are code points of the decoded source text, first
    piece to last; ``as_printed`` is the other end's name as the text has it, within the quote;
    ``confidence`` is that of the OCR, 0 to 1.
    """

    place: str
    quote: str
    from_char: int
    to_char: int
    as_printed: str | None = None
    reading: Reading = "stated"
    confidence: float | None = None


class DocumentMention(msgspec.Struct, frozen=True, kw_only=True, tag="document"):
    """A document as another one names it (văn bản được dẫn).

    ``number`` is the canonical print of `luocdo.graph.numbers.DocumentNumber` ("131/QĐ-TTg");
    ``kind`` the Vietnamese term ("Quyết định"); ``issuer`` as printed; ``date`` ISO, only when
    complete and possible; ``title`` the words after the number, without "của <issuer>" ("phê duyệt
    Đề án …"); ``name`` the name of what has no number ("Luật Giao dịch điện tử", "Đề án 131");
    ``local`` names the record's own document ("Quyết định này", "Kế hoạch này"); ``not_after`` is
    the day or year of the act in whose title it is named: what a law of 2019 amends is not younger
    than that.
    """

    as_printed: str
    number: str | None = None
    kind: str | None = None
    issuer: str | None = None
    date: str | None = None
    year: int | None = None
    title: str | None = None
    name: str | None = None
    local: bool = False
    not_after: str | None = None


class UnitMention(msgspec.Struct, frozen=True, kw_only=True, tag="unit"):
    """A unit as the text names it (cơ quan, đơn vị): ``name`` adds to ``as_printed`` only what its
    determiner gives.

    In "các Vụ: GDMN, GDTH" the second piece is printed "GDTH" and named "Vụ GDTH".
    """

    as_printed: str
    name: str


class PersonMention(msgspec.Struct, frozen=True, kw_only=True, tag="person"):
    """A person who signs or answers the telephone (người ký, đầu mối)."""

    name: str
    title: str | None = None


Mention = DocumentMention | UnitMention | PersonMention


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """An edge from the record that holds it to what ``target`` names; ``type`` is an edge type of
    the schema.
    """

    type: str
    target: Mention
    evidence: Evidence
    properties: dict[str, Value] = {}


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A fact about another document ("Nghị định 82/2024 sửa đổi Nghị định 73/2019"): the subject
    is not the holder.
    """

    subject: DocumentMention
    relation: Relation


class DeadlineRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A time limit (thời hạn): ISO days; ``heading`` is that of its column ("Thời gian hoàn
    thành").
    """

    kind: Literal[
        "date",
        "month",
        "quarter",
        "year",
        "period",
        "recurring",
        "ongoing",
        "conditional",
        "invalid",
    ]
    text: str
    evidence: Evidence
    start_date: str | None = None
    end_date: str | None = None
    exclusive: bool = False
    recurrence: str | None = None
    heading: str | None = None


class DeliverableRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A product (sản phẩm), one per printed item of a cell."""

    text: str
    evidence: Evidence


class TargetRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A measurable goal (chỉ tiêu): ``value`` as printed ("trên 50%"), ``bound`` what it bounds
    (">"), ``by`` ISO.
    """

    origin: Literal["annex", "body"]
    text: str
    evidence: Evidence
    place: str
    value: str | None = None
    bound: str | None = None
    unit: str | None = None
    by: str | None = None
    relations: tuple[Relation, ...] = ()


class AllocationRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Money (kinh phí): ``amount`` in đồng, ``unit`` as printed ("triệu đồng"); ``parts`` are the
    parts of the sum.
    """

    text: str
    evidence: Evidence
    place: str
    amount: int | None = None
    unit: str | None = None
    year: int | None = None
    sources: str | None = None
    parts: tuple[AllocationRecord, ...] = ()


class TaskRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A task (nhiệm vụ): a table row or a clause; ``parts`` are its assignments where it has
    several.

    Roles (LED_BY …), deadlines and deliverables stand on leaves only; BASED_ON on the top task
    only. ``evidence`` proves MANDATES: its quote is the task's printed text.
    """

    place: str
    text: str
    origin: Literal["annex", "body"]
    evidence: Evidence
    code: str | None = None
    section: str | None = None
    basis: Literal["own", "own_unresolved", "none"] = "none"
    force: Literal["giao", "yêu cầu", "đề nghị", "khuyến khích"] = "giao"
    result: str | None = None
    progress: str | None = None
    mandated_by: DocumentMention | None = None
    relations: tuple[Relation, ...] = ()
    deadlines: tuple[DeadlineRecord, ...] = ()
    deliverables: tuple[DeliverableRecord, ...] = ()
    targets: tuple[TargetRecord, ...] = ()
    allocations: tuple[AllocationRecord, ...] = ()
    parts: tuple[TaskRecord, ...] = ()


class HeaderRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What the letterhead, the title and the signature block say (thể thức, Nghị định
    30/2020/NĐ-CP, Phụ lục I).

    ``issuer`` as the enacting words or the letterhead print it ("Bộ trưởng Bộ Giáo dục và Đào
    tạo"); ``body`` is the body whose units the document speaks of ("Bộ Giáo dục và Đào tạo", "Ủy
    ban nhân dân tỉnh Quảng Ngãi"). ``identified`` is by whose word and when the number and day are
    known, where the paper does not print them.
    """

    number: str | None = None
    kind: str | None = None
    issuer: str | None = None
    body: str | None = None
    date: str | None = None
    year: int | None = None
    title: str | None = None
    signer: str | None = None
    signer_title: str | None = None
    draft: bool = False
    unnumbered: bool = False
    condensed: bool = False
    identified: str | None = None
    effective_from: str | None = None
    effective_except: str | None = None
    effective_to: str | None = None
    period_start: str | None = None
    period_end: str | None = None
    system: Literal["state", "party", "front"] = "state"
    nature: Literal["normative", "individual", "administrative", "party"] = "administrative"


class DocumentRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One document of a file, with all it says; ``abbreviations`` are those it defines itself
    (short -> full).

    ``alone``: a table that does not say which document it is part of. ``announces``: the words by
    which a paper says that an annex comes in a file beside it.
    """

    header: HeaderRecord
    relations: tuple[Relation, ...] = ()
    statements: tuple[Statement, ...] = ()
    tasks: tuple[TaskRecord, ...] = ()
    targets: tuple[TargetRecord, ...] = ()
    allocations: tuple[AllocationRecord, ...] = ()
    abbreviations: dict[str, str] = {}
    enclosure_of: int | None = None
    enclosure_mode: Literal["issued_with", "sent_with"] | None = None
    enclosure_evidence: Evidence | None = None
    alone: bool = False
    announces: str | None = None


class Issue(msgspec.Struct, frozen=True, kw_only=True):
    """Something that could not be read or does not agree (điều cần xem lại); ``kind`` is one of
    `luocdo.graph.issue_kinds`.
    """

    kind: str
    message: str
    place: str = ""
    quote: str = ""
    from_char: int | None = None


class FileRecord(msgspec.Struct, frozen=True, kw_only=True):
    """All that one file says; ``digest`` is the SHA-256 of its bytes, ``reader`` the version of
    the reader.

    ``folder`` tells which other files lay in the same folder, or were handed over together: theirs
    is the same.

    What a person says against a reading is kept as a record without documents, its ``corrections``
    filled.
    """

    file: str
    digest: str
    reader: str
    format: str = "text"
    documents: tuple[DocumentRecord, ...] = ()
    issues: tuple[Issue, ...] = ()
    corrections: tuple[Correction, ...] = ()
    folder: str = ""


def encode(record: FileRecord) -> bytes:
    """Return ``record`` as one line of JSON, keys in the order of the declaration."""
    return msgspec.json.encode(record)


def decode(line: bytes | str) -> FileRecord:
    """Read what `encode` wrote.

    Raises:
        msgspec.ValidationError: the line is not a record of this version.
    """
    return msgspec.json.decode(line, type=FileRecord)
