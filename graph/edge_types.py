"""Types of edges (kiểu cạnh), what they join and what each says beside its evidence.

Relations between documents are in terms of ELI, those between units of W3C ORG.
"""

from __future__ import annotations

from luocdo.graph.declaring import EdgeType, Property

_DD = (("Document", "Document"),)
_DT_D = (("Document", "Document"), ("Task", "Document"))
_DU = (("Document", "Unit"),)
_TU = (("Task", "Unit"),)
_DERIVES = Property("derives", "truyền căn cứ", "boolean")
_CHANGE = (
    _DERIVES,
    Property("extent", "toàn bộ hay một phần"),
    Property("part", "phần được sửa"),
    Property("effective_on", "có hiệu lực ngày"),
    Property("effective_by", "ngày tính theo"),
    Property("planned", "được giao làm", "boolean"),
)
_JOIN = (
    Property("score", "độ giống", "number"),
    Property("reasons", "lý do"),
    Property("other_source", "tệp bên kia"),
    Property("other_place", "chỗ bên kia"),
    Property("other_quote", "câu trích bên kia"),
)
_ROLE = (Property("heading", "tiêu đề cột"), Property("post", "chức vụ in trong văn bản"))

EDGES: tuple[EdgeType, ...] = (
    EdgeType(
        "BASED_ON",
        "căn cứ",
        _DT_D,
        (_DERIVES, Property("basis_kind", "loại căn cứ")),
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
        (_DERIVES, Property("manner", "cách dẫn"), Property("conveys", "chuyển ý kiến của")),
        iri="eli:cites",
    ),
    EdgeType(
        "ATTACHED_TO",
        "kèm theo",
        _DD,
        (_DERIVES, Property("mode", "cách kèm")),
        iri="eli:is_annex_of",
    ),
    EdgeType(
        "ISSUED_BY",
        "cơ quan ban hành",
        _DU,
        (Property("conveys", "truyền đạt ý kiến của"),),
        iri="eli:passed_by",
    ),
    EdgeType("PROPOSED_BY", "theo đề nghị của", _DU, (Property("post", "chức vụ"),)),
    EdgeType("DRAFTED_BY", "soạn thảo (Lưu)", _DU),
    EdgeType("SENT_TO", "nơi nhận", _DU, (Property("purpose", "để"), Property("post", "chức vụ"))),
    EdgeType(
        "SIGNED_BY",
        "người ký",
        (("Document", "Person"), ("Document", "Unit")),
        (
            Property("capacity", "thẩm quyền ký"),
            Property("post", "chức vụ"),
            Property("signed_at", "lúc ký"),
            Property("signature", "cách ký"),
        ),
    ),
    EdgeType(
        "CONTACT",
        "đầu mối liên hệ",
        (("Document", "Person"),),
        (Property("phone", "điện thoại"), Property("email", "thư điện tử")),
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
        (Property("whose", "đơn vị của ai"),),
        read=False,
        iri="org:memberOf",
    ),
    EdgeType("LED_BY", "chủ trì", _TU, _ROLE),
    EdgeType("COORDINATED_BY", "phối hợp", _TU, _ROLE),
    EdgeType("APPROVED_BY", "cấp trình phê duyệt", _TU, _ROLE),
    EdgeType("REPORTS_TO", "báo cáo", _TU, (*_ROLE, Property("through", "qua đơn vị"))),
    EdgeType("NAMED_PARTNER", "được nêu trong nội dung", _TU, _ROLE),
    EdgeType("DUE", "thời hạn", (("Task", "Deadline"),), (Property("heading", "tiêu đề cột"),)),
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
        (
            Property("date", "ngày"),
            Property("kind", "cách"),
            Property("scope", "phạm vi"),
            Property("by", "theo văn bản"),
        ),
        read=False,
        iri="org:ChangeEvent",
    ),
)
