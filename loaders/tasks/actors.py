"""Who acts in a clause (chủ thể): the units that its sentence begins with, or that the heading above it names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from luocdo.graph.units.grammar import is_collective, starts_with_head
from luocdo.graph.units.resolving import UnitPiece, split_units
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tasks.duty_words import DutyWords
    from luocdo.loaders.text.clauses import Clause

HEADING = 140  # characters: a heading that names units is no longer
_LONGEST_NAME = 330
_LONGEST_UNKNOWN = 14
_BARE_CLASS = 4  # words: "Doanh nghiệp", "Các cơ quan được"
_DETERMINED = re.compile(r"(?i)(?:các|những|mọi|tất cả|toàn thể|từng|một số)\s")
_BODIES = re.compile(
    r"(?i)(?:các|những|mọi|tất cả|toàn thể)\s+(?:các\s+)?(?:bộ(?!\s+phận)|ngành|cơ quan|đơn vị|sở|ban|địa phương|tỉnh"
    r"|thành phố|doanh nghiệp|tổ chức|cá nhân|cơ sở|trường(?!\s+(?:dữ liệu|thông tin|hợp))"
    r"|vụ|cục|tập đoàn|tổng công ty|ngân hàng|hội|hiệp hội|đoàn thể"
    r"|xã|phường|đặc khu|huyện|quận|ubnd|ủy ban|uỷ ban|phòng|viện|trung tâm|đại học|học viện|thành viên|chủ đầu tư|cấp"
    r"|lực lượng|nhà|thứ trưởng|bộ trưởng|thủ trưởng|chủ tịch|giám đốc|đảng|tỉnh ủy|thành ủy|báo(?!\s+cáo)|đài|chi nhánh"
    r"|tổ|nhóm|công ty|hợp tác xã|thuế|chi cục|tcvn)\b"
)
_CALLED = re.compile(r"\((?:sau đây|dưới đây)?\s*(?:gọi|viết)\s[^()]*\)")
_CLASS = re.compile(r"(?:^|\s)[Cc]ác\s+[^,;:]{2,30}(?:,\s[^,;:]{2,30})*$")
# "Giám đốc các Sở: Nội vụ, Tài chính; …": the post belongs to each member of the class.
_POST_OF_CLASS = re.compile(
    r"(?:Giám đốc|Thủ trưởng|Cục trưởng|Vụ trưởng|Chánh Văn phòng|Chủ tịch|Bộ trưởng)\s+(?=[Cc]ác\s+[^,;:]{1,40}:)"
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Units that act, where they are printed; ``opening``: what a clause that only opens its items says behind the name."""

    pieces: tuple[tuple[UnitPiece, Span], ...]
    span: Span
    opening: Span | None = None


class ActorFinder:
    """Finds who acts in the sentences of one document."""

    def __init__(self, context: ReadingContext, words: DutyWords, text: str, clauses: Sequence[Clause] = ()) -> None:
        """``text`` is that of the page, without accents where ``words`` are; ``clauses`` are all of the document's."""
        self._context, self._page, self._words, self._text = context, context.page, words, text
        self._clauses = clauses
        self._heads: dict[Span, Actor | None] = {}

    def of_sentence(self, start: int, end: int) -> tuple[Actor | None, int]:
        """Find the units that a sentence begins with, and where its verb stands."""
        words = self._text[start:end]
        standing = self._words.is_standing.search(words)
        if standing:
            name = self._page.trim(Span(start + standing.start("who"), start + standing.end("who")))
            if self._is_name(self._page.text(name)):
                return self._named(name), start
        entrusted = self._words.entrusts.match(words)
        if entrusted:
            name = Span(start + entrusted.start("who"), start + entrusted.end("who"))
            return self._named(name), start + entrusted.end()
        enforced = self._words.enforces.search(words)
        lead = None if self._words.reports.match(words) else self._words.lead_in.match(words)
        condition = self._words.condition.match(words)
        glued = self._words.glued.match(words)
        for begin in dict.fromkeys((glued.end() if glued else 0, *(hit.end() for hit in (lead, condition) if hit), 0)):
            colon = None if enforced else self._headed(words, start, begin)
            if colon is not None:
                return colon
            verb = enforced or self._words.verb.search(words, begin + 1)
            if verb is not None and self._words.past.search(words[begin : verb.start()]):
                continue
            if verb is None or verb.start() - begin > (_LONGEST_NAME * 3 if enforced else _LONGEST_NAME):
                continue
            name = self._page.trim(Span(start + begin, start + self._name_end(words, begin, verb.start())))
            printed = self._page.text(name)
            if name and self._is_name(printed):
                bound = self._bound(words, begin, verb.start())
                if bound > verb.start():
                    return self._named(self._page.trim(Span(start + begin, start + bound))), start + bound
                return self._asked(words, start, verb.start()) or (self._named(name), start + verb.start())
        return self._behind_condition(words, start)

    def _bound(self, words: str, begin: int, verb: int) -> int:
        """Read on where the verb tells which of a class is meant: "Doanh nghiệp thực hiện dự án có trách nhiệm …"."""
        if len(words[begin:verb].split()) > _BARE_CLASS or not is_collective(words[begin:verb].strip()):
            return verb
        meant = self._words.which.match(words, verb)
        return meant.start("does") if meant else verb

    def _behind_condition(self, words: str, start: int) -> tuple[Actor | None, int]:
        """Read "Khi giá biến động …, trên cơ sở …, Sở Tài chính chủ trì …": who acts stands behind the conditions."""
        if demanded := self._words.demands.search(words):
            return self._named(self._page.trim(_within(start, demanded))), start + demanded.end()
        inner = self._words.inner.match(words)
        if inner is None:
            return None, start
        name = self._page.trim(Span(start + inner.start("who"), start + inner.end("who")))
        return (self._named(name), start + inner.end()) if self._is_name(self._page.text(name)) else (None, start)

    def lists(self, words: str) -> bool:
        """Tell names that a list goes on from: "Chánh Văn phòng; Giám đốc Sở Nội vụ; … chịu trách nhiệm thi hành"."""
        if partners := self._words.partners.search(words):
            return self._words.verb.search(partners["who"]) is None
        opened = self._words.glued.match(words) or self._words.gives.match(words)
        named = words[opened.end() :] if opened else words
        return (
            named.rstrip().endswith(";")
            and len(named) < _LONGEST_NAME
            and self._words.verb.search(named) is None
            and self._is_name(named.strip(" ;"))
        )

    def _asked(self, words: str, start: int, verb: int) -> tuple[Actor | None, int] | None:
        """Read "Chủ tịch … yêu cầu Giám đốc Sở Y tế …": who is asked acts, not who asks."""
        entrusted = self._words.entrusts.match(words[verb:])
        if entrusted is None:
            return None
        asked = self._named(Span(start + verb + entrusted.start("who"), start + verb + entrusted.end("who")))
        return (asked, start + verb + entrusted.end()) if asked else None

    def _headed(self, words: str, start: int, begin: int) -> tuple[Actor | None, int] | None:
        """Read "a) Bộ Xây dựng: Khẩn trương …": the name stands before a colon."""
        at = words.find(":", begin, begin + HEADING)
        if at < 0 or self._words.verb.search(words, begin + 1, at):
            return None
        name = self._page.trim(Span(start + begin, start + at))
        if _CLASS.search(self._page.text(name)) and not self._words.first_verb.match(words[at + 1 :]):
            return None  # "Các Bộ: Quốc phòng, Tài chính kịp thời …" names the members
        return (self._named(name), start + at + 1) if name and self._is_name(self._page.text(name)) else None

    def _name_end(self, words: str, begin: int, end: int) -> int:
        above_all = self._words.above_all.search(words, begin, end)
        end = above_all.start() if above_all else end
        adverb = self._words.adverbs.search(words[begin:end])
        return begin + adverb.start() if adverb else end

    def _is_name(self, printed: str) -> bool:
        """Tell whether words are units and nothing else: they begin as one, and no clause stands in them."""
        words = self._words.honorific.sub("", printed).strip(" ,:-*")
        if not words or not starts_with_head(words) or (words[:1].islower() and not is_collective(words)):
            return False
        if words.lower() in ("cơ quan", "đơn vị", "tổ chức", "các"):  # "Cơ quan chủ trì: …" labels a name
            return False
        if re.search(r"(?i)[“”\"«»]|\b(?:đã|vừa|trường hợp|là|nhận được|có quyền|như sau|trực tiếp)\b", words):
            return False
        if _DETERMINED.match(words) and not _BODIES.match(words):
            return False
        return len(words.split()) >= 2 or words in ("Bộ trưởng", "Sở", "Tỉnh") or is_collective(words)  # noqa: PLR2004

    def _named(self, name: Span) -> Actor | None:
        printed = self._page.flat[name.start : name.end]
        lead = self._words.honorific.match(printed)
        at = name.start + (lead.end() if lead else 0)
        spans = tuple(one for item in _items(self._page.flat, Span(at, name.end)) for one in self._pieces(item))
        spans = tuple(one for one in spans if self._plausible(one[0].name))
        return Actor(spans, name) if spans else None

    def _pieces(self, item: Span) -> Iterator[tuple[UnitPiece, Span]]:
        printed = _CALLED.sub(_blank, self._page.flat[item.start : item.end].replace("\n", " "))
        for piece in split_units(printed, self._context.resolver, self._context.units):
            yield piece, Span(item.start + piece.start, item.start + piece.end)

    def _plausible(self, name: str) -> bool:
        """Tell a unit from a stretch of a clause: it begins as a name, and one that nobody knows is short."""
        unit = self._context.resolver.resolve(name, self._context.units)
        if unit.known and unit.kind != "nhóm":
            return True
        return starts_with_head(name) and (unit.kind == "nhóm" or len(name.split()) <= _LONGEST_UNKNOWN)

    def of_heading(self, clause: Clause) -> Actor | None:
        """Find the actor in the nearest heading above that names units ("2. Cục Công nghệ thông tin")."""
        for one in reversed(clause.above):
            if one.span not in self._heads:
                self._heads[one.span] = self._in_heading(one)
            if actor := self._heads[one.span]:
                return actor
        return None

    def _in_heading(self, one: Clause) -> Actor | None:
        """Find the units that a heading is, or that a clause which opens its items begins with."""
        words = one.text.rstrip(" :.")
        if len(words) < HEADING and self._is_name(words) and not self._words.verb.search(self._bare(one.span)):
            printed = self._page.flat[one.span.start : one.span.end].rstrip(" :.*_\n")
            actor = self._named(Span(one.span.start, one.span.start + len(printed)))
            return actor if actor and (self._surely(actor) or self._among_units(one)) else None
        if not one.text.rstrip().endswith(":"):
            return None
        actor, verb = self.of_sentence(one.span.start, one.span.end)
        return replace(actor, opening=Span(verb, one.span.end)) if actor else None

    def _surely(self, actor: Actor) -> bool:
        """Tell units that are known, or classes with their article, from words that may be a topic ("Doanh nghiệp số")."""
        for piece, _ in actor.pieces:
            unit = self._context.resolver.resolve(piece.name, self._context.units)
            if (unit.known and unit.kind != "nhóm") or _DETERMINED.match(piece.name):
                return True
        return False

    def _among_units(self, heading: Clause) -> bool:
        """Tell whether headings beside this one are units too, where there are any."""
        beside = [
            one
            for one in self._clauses
            if one.level == heading.level and one.names[:-1] == heading.names[:-1] and one.span != heading.span
        ]
        return not beside or any(self._is_name(one.text[:_LONGEST_NAME].rstrip(" :.")) for one in beside)

    def _bare(self, span: Span) -> str:
        return " ".join(self._text[span.start : span.end].split())


def _within(start: int, hit: re.Match[str]) -> Span:
    return Span(start + hit.start("who"), start + hit.end("who"))


def _blank(hit: re.Match[str]) -> str:
    return " " * len(hit.group())


def _items(flat: str, name: Span) -> Iterator[Span]:
    """Cut a list of names at its semicolons and before the classes that a post governs."""
    printed = flat[name.start : name.end]
    cuts = [Span(0, 0), *(Span(*hit.span()) for hit in re.finditer(r";\s*", printed))]
    cuts += [Span(*hit.span()) for hit in _POST_OF_CLASS.finditer(printed)]
    cuts.sort(key=lambda cut: cut.start)
    for cut, after in pairwise((*cuts, Span(len(printed), len(printed)))):
        if printed[cut.end : after.start].strip(" ,"):
            yield Span(name.start + cut.end, name.start + after.start)
