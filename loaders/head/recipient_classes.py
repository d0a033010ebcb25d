"""Classes of bodies that lists of recipients name as one (nhóm cơ quan): "HĐND, UBND các tỉnh"."""

from __future__ import annotations

import re

from luocdo.loaders.head.recipient_posts import in_full

# One class of several bodies: "HĐND, UBND các tỉnh", "Thường trực các Huyện ủy, Thành ủy", "Đảng
# ủy các bộ, ngành, …".
_ONE_CLASS = re.compile(r"""(?xi)\s*(?:
      (?:(?:thuong\s+truc|TT\.?)\s*)?(?:(?:HDND|UBND|hoi\s+dong\s+nhan\s+dan|[uU]y\s+ban\s+nhan\s+dan)\s*(?:,|va|/)\s*)+(?:(?:HDND|UBND|hoi\s+dong\s+nhan\s+dan|uy\s+ban\s+nhan\s+dan)|so\s[^,;]+?)
      \s+(?:cac|cap)\s[^:]+
    | (?:so|chi\s+cuc|thue|cong\s+an)\s[^,;]+?\s+cac\s+(?:tinh|thanh\s+pho|TP)\b[^:]*
    | dang\s+uy\s+cac\s.+
    | [^,;:]+\s+cac\s+(?:tinh|thanh|huyen|dang)\s+uy\b[^:]*
    )$""")
_COMMITTEES = re.compile(
    r"\s*(?P<whose>(?:thuong\s+truc|ban\s+thuong\s+vu|TT\.?|BTV)\s+)?(?P<cac>cac\s+)?(?:huyen|thi|quan)\s+uy(?:\s*(?:,|va)\s*(?:huyen|thi|quan|thanh|dang)\s+uy\b)*\s*$",
    re.IGNORECASE,
)

# "Báo và Đài PT-TH Đồng Nai": one paper and broadcaster since they were joined.
_PRESS = re.compile(r"\s*bao\s+(?:va|,)\s+(?:dai\s+)?(?:phat\s+thanh|PT)", re.IGNORECASE)


def is_one_class(plain: str) -> bool:
    """Return whether this is a class of several bodies, or a press that was joined, which is one
    recipient.
    """
    return any(pattern.match(plain) for pattern in (_ONE_CLASS, _COMMITTEES, _PRESS))


def spelled_class(said: str, plain: str) -> str:
    """Name a class; one of district committees gets the determiner that lists leave out."""
    committees = _COMMITTEES.match(plain)
    name = re.sub(r"(?i)^TT\.?\s*(?=HĐND|UBND)", "Thường trực ", " ".join(in_full(said).split()))
    if committees and not committees["cac"]:
        cut = len(" ".join(said[: committees.end("whose")].split())) if committees["whose"] else 0
        whose, rest = name[:cut].strip(), name[cut:].strip()
        whose = re.sub(r"(?i)^TT\.?$", "Thường trực", whose)
        return f"{whose} các {rest}" if whose else f"Các {rest}"
    return name
