"""A number that recognition was not sure of is reported: what is written by hand is
often misread.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from luocdo.loaders.reading import read_record
from luocdo.loaders.source import decode_source

TEXT = """ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN
Số: 2/KH-UBND
Nghệ An, ngày 04 tháng 3 năm 2026
KẾ HOẠCH
Trồng cây
I. NHIỆM VỤ
1. Sở Nội vụ theo dõi việc trồng cây trước ngày 30/6/2026.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Nam
"""


@pytest.mark.parametrize(("sure", "reported"), [(0.55, True), (0.95, False), (None, False)])
def test_a_number_read_without_confidence_is_reported(
    sure: float | None, *, reported: bool
) -> None:
    at = TEXT.index("2/KH-UBND")
    words = () if sure is None else ((at, at + 9, sure),)
    record = read_record(replace(decode_source("a.txt", TEXT.encode()), confidences=words))
    found = [issue for issue in record.issues if issue.kind == "unsure_number"]
    assert bool(found) == reported
    assert all("2/KH-UBND" in issue.message for issue in found)
