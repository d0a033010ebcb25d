"""Words of the pages in the reader's language (tiếng Việt, English): Vietnamese in the templates,
English beside it as data.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

# What an option or a flag of a command is called on its page.
LABELS = {
    "doc": "Văn bản",
    "name": "Đơn vị",
    "id": "Nhiệm vụ",
    "a": "Văn bản thứ nhất",
    "b": "Văn bản thứ hai",
    "unit": "Đơn vị",
    "document": "Văn bản",
    "in": "Chỉ đối chiếu với",
    "from": "Từ ngày",
    "to": "Đến ngày",
    "within": "Trong năm",
    "within-days": "Trong số ngày tới",
    "month": "Tháng",
    "quarter": "Quý",
    "kind": "Loại",
    "words": "Lời cần tìm",
    "since": "Từ ngày",
    "issued": "Tính theo ngày ban hành",
    "loose": "Cả chỗ gần giống",
    "overdue": "Đã qua hạn",
    "drafts": "Kể cả dự thảo",
    "duties": "Trách nhiệm trong thân văn bản",
    "all-bases": "Kể cả căn cứ thẩm quyền",
    "derived-only": "Bỏ phần giao trực tiếp",
    "taken": "Cả việc đã triển khai",
    "past": "Đã qua hạn",
    "groups": "Giao chung",
    "status": "Tình trạng theo báo cáo",
    "ended": "Chỉ văn bản đã hết hiệu lực",
    "cited": "Kể cả văn bản chỉ được dẫn",
    "issuer": "Cơ quan ban hành",
    "signer": "Người ký",
    "draft": "Chỉ dự thảo",
    "unnumbered": "Chỉ văn bản để trống số",
    "force": "Hiệu lực",
    "of": "Của cơ quan",
}


def spoken(words: str, lang: str) -> str:
    """Return ``words`` in the language asked for; Vietnamese where there is no other."""
    return _english().get(words, words) if lang == "en" else words


@cache
def _english() -> dict[str, str]:
    text = (files("luocdo.viz.web") / "english.tsv").read_text("utf-8")
    rows = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row[0]: row[1] for row in rows if len(row) == 2}  # noqa: PLR2004 - a term and its English
