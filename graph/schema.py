"""Node and edge types (kiểu nút, kiểu cạnh), declared once: DDL, checks, exports, colours and
documentation derive from here.

Terms follow ELI (European Legislation Identifier) for relations between documents and W3C ORG for
units; the Vietnamese term stands beside each. `type` of a property is one of string, integer,
boolean, number.
"""

from __future__ import annotations

from luocdo.graph.declaring import EVIDENCE, EdgeType, NodeType, Property, PropertyType

__all__ = [
    "DERIVING",
    "EDGES",
    "EDGE_TYPES",
    "EVIDENCE",
    "NODES",
    "NODE_TYPES",
    "EdgeType",
    "NodeType",
    "Property",
]


def _p(name: str, term: str, type: PropertyType = "string") -> Property:  # noqa: A002 - the schema's own word
    return Property(name, term, type)


def _search(name: str, term: str) -> Property:
    return Property(name, term, exported=False)


NODES: tuple[NodeType, ...] = (
    NodeType(
        "Document",
        "văn bản",
        "#1f5fa8",
        "name",
        (
            _p("id", "mã"),
            _p("name", "tên gọi"),
            _p("number", "số, ký hiệu"),
            _p("kind", "loại"),
            _p("issuer", "cơ quan ban hành"),
            _p("date", "ngày ban hành"),
            _p("year", "năm", "integer"),
            _p("title", "trích yếu"),
            _p("signer", "người ký"),
            _p("signer_title", "chức vụ người ký"),
            _p("status", "tình trạng nạp"),
            _p("draft", "dự thảo", "boolean"),
            _p("unnumbered", "để trống số", "boolean"),
            _p("condensed", "bản rút gọn", "boolean"),
            _p("identified", "số và ngày theo lời người đọc"),
            _p("effective_from", "có hiệu lực từ"),
            _p("effective_to", "hết hiệu lực"),
            _p("period_start", "giai đoạn từ"),
            _p("period_end", "giai đoạn đến"),
            _p("system", "hệ thống"),
            _p("nature", "tính chất"),
            _p("source", "tệp"),
            _search("name_fold", "tên gọi (bỏ dấu)"),
            _search("title_fold", "trích yếu (bỏ dấu)"),
        ),
        "eli:LegalResource",
    ),
    NodeType(
        "Unit",
        "cơ quan, đơn vị",
        "#2e7d32",
        "display",
        (
            _p("id", "mã"),
            _p("name", "tên"),
            _p("display", "tên kèm cơ quan"),
            _p("short_name", "tên tắt"),
            _p("kind", "loại"),
            _p("active_from", "hoạt động từ"),
            _p("active_to", "hoạt động đến"),
            _p("known", "có trong danh bạ", "boolean"),
            _search("name_fold", "tên (bỏ dấu)"),
            _search("aliases_fold", "các cách gọi (bỏ dấu), ngăn bởi |"),
        ),
        "org:OrganizationalUnit",
    ),
    NodeType(
        "Task",
        "nhiệm vụ",
        "#ef6c00",
        "text",
        (
            _p("id", "mã"),
            _p("code", "số thứ tự in"),
            _p("text", "nội dung"),
            _p("section", "mục"),
            _p("origin", "nguồn"),
            _p("place", "chỗ"),
            _p("ordinal", "thứ tự", "integer"),
            _p("leaf", "phân công", "boolean"),
            _p("basis", "căn cứ riêng"),
            _p("force", "mức độ"),
            _p("result", "kết quả"),
            _p("progress", "tiến độ"),
            _p("state", "trạng thái"),
            _search("text_fold", "nội dung (bỏ dấu)"),
        ),
    ),
    NodeType(
        "Deliverable",
        "sản phẩm",
        "#6a1b9a",
        "text",
        (_p("id", "mã"), _p("text", "sản phẩm")),
    ),
    NodeType(
        "Deadline",
        "thời hạn",
        "#c62828",
        "text",
        (
            _p("id", "mã"),
            _p("kind", "loại"),
            _p("start_date", "từ ngày"),
            _p("end_date", "đến ngày"),
            _p("exclusive", "không kể ngày cuối", "boolean"),
            _p("recurrence", "chu kỳ (RRULE)"),
            _p("text", "như in"),
        ),
    ),
    NodeType(
        "Target",
        "chỉ tiêu",
        "#00838f",
        "text",
        (
            _p("id", "mã"),
            _p("origin", "nguồn"),
            _p("text", "chỉ tiêu"),
            _p("value", "giá trị như in"),
            _p("bound", "mức chặn: >, ≥, <, ≤, ≈"),
            _p("unit", "đơn vị tính"),
            _p("by", "đến ngày"),
            _p("place", "chỗ"),
        ),
    ),
    NodeType(
        "Allocation",
        "kinh phí",
        "#827717",
        "text",
        (
            _p("id", "mã"),
            _p("year", "năm", "integer"),
            _p("amount", "số tiền (đồng)", "integer"),
            _p("unit", "đơn vị tính, như in"),
            _p("sources", "nguồn vốn"),
            _p("text", "như in"),
        ),
    ),
    NodeType(
        "Person",
        "người ký, đầu mối",
        "#5d4037",
        "name",
        (
            _p("id", "mã"),
            _p("name", "họ tên"),
            _p("title", "chức vụ"),
            _p("body", "cơ quan"),
            _search("name_fold", "họ tên (bỏ dấu)"),
        ),
        "foaf:Person",
    ),
    NodeType(
        "Remark",
        "điều cần xem lại",
        "#757575",
        "message",
        (
            _p("id", "mã"),
            _p("kind", "loại"),
            _p("message", "điều cần xem"),
            _p("source", "tệp"),
            _p("place", "chỗ"),
            _p("quote", "câu trích"),
            _p("from_char", "từ ký tự", "integer"),
        ),
        exported=False,
    ),
    NodeType(
        "SourceFile",
        "tệp đã nạp",
        "#9e9e9e",
        "id",
        (_p("id", "tên tệp"), _p("digest", "mã kiểm"), _p("record", "bản ghi")),
        exported=False,
    ),
)

_DD = (("Document", "Document"),)
_DT_D = (("Document", "Document"), ("Task", "Document"))
_DU = (("Document", "Unit"),)
_TU = (("Task", "Unit"),)
_DERIVES = _p("derives", "truyền căn cứ", "boolean")
_CHANGE = (
    _DERIVES,
    _p("extent", "toàn bộ hay một phần"),
    _p("part", "phần được sửa"),
    _p("effective_on", "có hiệu lực ngày"),
    _p("effective_by", "ngày tính theo"),
    _p("planned", "được giao làm", "boolean"),
)
_JOIN = (
    _p("score", "độ giống", "number"),
    _p("reasons", "lý do"),
    _p("other_source", "tệp bên kia"),
    _p("other_place", "chỗ bên kia"),
    _p("other_quote", "câu trích bên kia"),
)
_ROLE = (_p("heading", "tiêu đề cột"), _p("post", "chức vụ in trong văn bản"))

EDGES: tuple[EdgeType, ...] = (
    EdgeType(
        "BASED_ON",
        "căn cứ",
        _DT_D,
        (_DERIVES, _p("basis_kind", "loại căn cứ")),
        iri="eli:based_on",
    ),
    EdgeType(
        "IMPLEMENTS",
        "triển khai, thực hiện",
        _DD,
        (_DERIVES,),
        iri="eli:ensures_implementation_of",
    ),
    EdgeType("AMENDS", "sửa đổi, bổ sung", _DT_D, _CHANGE, iri="eli:amends"),
    EdgeType("REPLACES", "thay thế", _DT_D, _CHANGE, iri="eli:repeals"),
    EdgeType("REPEALS", "bãi bỏ", _DT_D, _CHANGE, iri="eli:repeals"),
    EdgeType("SUSPENDS", "đình chỉ, ngưng hiệu lực", _DT_D, _CHANGE),
    EdgeType("CORRECTS", "đính chính", _DT_D, _CHANGE, iri="eli:corrects"),
    EdgeType("CONSOLIDATES", "hợp nhất", _DT_D, _CHANGE, iri="eli:consolidates"),
    EdgeType("GUIDES", "quy định chi tiết, hướng dẫn", _DD, (_DERIVES,)),
    EdgeType(
        "CITES",
        "dẫn chiếu",
        _DT_D,
        (_DERIVES, _p("manner", "cách dẫn"), _p("conveys", "chuyển ý kiến của")),
        iri="eli:cites",
    ),
    EdgeType(
        "ATTACHED_TO", "kèm theo", _DD, (_DERIVES, _p("mode", "cách kèm")), iri="eli:is_annex_of"
    ),
    EdgeType(
        "ISSUED_BY",
        "cơ quan ban hành",
        _DU,
        (_p("conveys", "truyền đạt ý kiến của"),),
        iri="eli:passed_by",
    ),
    EdgeType("PROPOSED_BY", "theo đề nghị của", _DU, (_p("post", "chức vụ"),)),
    EdgeType("DRAFTED_BY", "soạn thảo (Lưu)", _DU),
    EdgeType("SENT_TO", "nơi nhận", _DU, (_p("purpose", "để"), _p("post", "chức vụ"))),
    EdgeType(
        "SIGNED_BY",
        "người ký",
        (("Document", "Person"), ("Document", "Unit")),
        (
            _p("capacity", "thẩm quyền ký"),
            _p("post", "chức vụ"),
            _p("signed_at", "lúc ký"),
            _p("signature", "cách ký"),
        ),
    ),
    EdgeType(
        "CONTACT",
        "đầu mối liên hệ",
        (("Document", "Person"),),
        (_p("phone", "điện thoại"), _p("email", "thư điện tử")),
    ),
    EdgeType("MANDATES", "giao nhiệm vụ", (("Document", "Task"),)),
    EdgeType(
        "PART_OF",
        "thuộc",
        (("Task", "Task"), ("Unit", "Unit"), ("Allocation", "Allocation")),
        read=False,
        iri="org:subOrganizationOf",
    ),
    EdgeType(
        "MEMBER_OF",
        "thuộc nhóm",
        (("Unit", "Unit"),),
        (_p("whose", "đơn vị của ai"),),
        read=False,
        iri="org:memberOf",
    ),
    EdgeType("LED_BY", "chủ trì", _TU, _ROLE),
    EdgeType("COORDINATED_BY", "phối hợp", _TU, _ROLE),
    EdgeType("APPROVED_BY", "cấp trình phê duyệt", _TU, _ROLE),
    EdgeType("REPORTS_TO", "báo cáo", _TU, (*_ROLE, _p("through", "qua đơn vị"))),
    EdgeType("NAMED_PARTNER", "được nêu trong nội dung", _TU, _ROLE),
    EdgeType("DUE", "thời hạn", (("Task", "Deadline"),), (_p("heading", "tiêu đề cột"),)),
    EdgeType("PRODUCES", "sản phẩm", (("Task", "Deliverable"),)),
    EdgeType("FUNDED_BY", "kinh phí", (("Document", "Allocation"), ("Task", "Allocation"))),
    EdgeType("MEASURED_BY", "chỉ tiêu", (("Document", "Target"), ("Task", "Target"))),
    EdgeType("TRACKED_BY", "theo dõi, đánh giá", (("Target", "Unit"),), _ROLE),
    EdgeType("TAKES_UP", "triển khai nhiệm vụ", (("Task", "Task"),), _JOIN, read=False),
    EdgeType("SAME_AS", "cùng một việc", (("Task", "Task"),), _JOIN, read=False),
    EdgeType(
        "SUCCEEDED_BY",
        "sáp nhập, chia tách, đổi tên",
        (("Unit", "Unit"),),
        (_p("date", "ngày"), _p("kind", "cách"), _p("scope", "phạm vi"), _p("by", "theo văn bản")),
        read=False,
        iri="org:ChangeEvent",
    ),
)

NODE_TYPES: dict[str, NodeType] = {node.label: node for node in NODES}
EDGE_TYPES: dict[str, EdgeType] = {edge.name: edge for edge in EDGES}
DERIVING = ("IMPLEMENTS", "BASED_ON", "AMENDS", "GUIDES", "ATTACHED_TO")
