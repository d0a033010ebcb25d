"""Numbers of documents as they are printed (số, ký hiệu): 131/QĐ-TTg, 57-NQ/TW, TCVN 7420-1:2004.

The patterns serve a text with and without accents. Source: Nghị định 30/2020/NĐ-CP, Phụ lục III.
"""

from __future__ import annotations

import re

# With and without accents: the pattern serves the bare text and the printed one alike.
_SEGMENT = r"[A-ZĐ](?:[A-Za-zĐđ]|\s?&\s?){0,15}\d{0,2}[A-ZĐ]{0,3}"  # QLN& TTBĐS
# "QĐ - TTg": blanks on both sides before an issuer only
_CENTRAL = r"(?=(?:TTg|CP|UBND|HDND|HĐND|B[A-ZĐ]{2,6})(?!\w))"
_PARTY_KINDS = r"(?:NQ|QD|CT|KL|HD|TB|KH|CTr|CTR|BC|CV|TTr|TTR|QC|QyD|DA|BB|PA|TT|TTL|QDi|Qd)"
# 131/QĐ-TTg, 69/2017/NĐ-CP, 57-NQ/TW, 08/2012/QH13, 78/2021/NĐ -CP, 131/Qb-⏎TTg; not 24/7,
# 25/01/2022, 05-KK/TNCN.
NUMBER = re.compile(
    rf"""(?x)
    \d(?<![\w./,\-]\d)\d{{0,5}}[a-z]?                              # the serial, not inside another number
    (?:
      (?:\s{{0,2}}/\s{{0,2}}(?P<year>(?:19|20)\d[ ]?\d))?          # the year of a normative document
      \s{{0,2}}/\s{{0,3}}
      (?P<symbol>{_SEGMENT}(?:(?:\s?-|-\s{{0,3}}|\s-\s{_CENTRAL}|/){_SEGMENT})*)   # QĐ-TTg, TTr-BKHCN-BTTTT, TTLT/BTC-BTP
      |
      \s?-\s?(?P<party>{_PARTY_KINDS}\s{{0,2}}/\s{{0,2}}{_SEGMENT}(?:-{_SEGMENT})*)   # NQ/TW, KH/BCĐTW
    )
    """,
)
# "Quyết định số 14⏎|6/QĐ-TTg": the figures before a blank belong to the serial where "số" stands
# before them.
SERIAL_CUT = re.compile(r"(?i)\bs[o06e]\s*:?\s(?P<figures>\d{1,4}\s)$")
STANDARD = re.compile(r"(?:TCVN|QCVN)\s+\d+(?:-\d+)?:\d{4}(?:/[A-Z]+)?")
