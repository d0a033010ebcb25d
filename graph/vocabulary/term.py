"""What a row of the vocabulary is (mục từ): a term with its prints, its surroundings, where it
counts, and its witnesses.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Meaning(StrEnum):
    """What a term means; each member is a file of ``data`` of that name."""

    DOCUMENT_KIND = "document_kind"
    """kinds of documents (tên loại văn bản); value: the kind"""
    PROGRAMME = "programme"
    """what is named by its title rather than by a number (đề án, chương trình, chiến lược)"""
    TITLE_OPENS = "title_opens"
    """words that a trích yếu begins with (phê duyệt, về việc)"""
    UNIT_HEAD = "unit_head"
    """words that a unit's name begins with (từ đứng đầu tên cơ quan); value: the kind of unit"""
    NO_UNIT = "no_unit"
    """words that begin as a unit's name does and are none ("tổ chức thực hiện", "bộ phận")"""
    NAME_PHRASE = "name_phrase"
    """words of a name that look like a verb or like its end (kế hoạch tổng hợp, đầu tư xây dựng)"""
    POST = "post"
    """posts before a body's name (chức danh); value: "unit" where the holder stands for the unit, else "authority\""""
    DETERMINER = "determiner"
    """words before a class of units (các, những, mọi)"""
    CLASS_NOUN = "class_noun"
    """what classes of units are called (cơ quan, đơn vị, địa phương)"""
    CLASS_QUALIFIER = "class_qualifier"
    """what tells which of a class are meant (liên quan, trực thuộc)"""
    CLASS_ACTIVITY = "class_activity"
    """what a class does by trade, behind its noun (hoạt động trong lĩnh vực, kinh doanh); value: sure or empty"""
    REGION = "region"
    """kinds of places behind the name of a body, whose proper name follows (xã, chi nhánh)"""
    ASSIGNS = "assigns"
    """words before whoever is charged (giao, yêu cầu, đề nghị); value: the force"""
    OBLIGES = "obliges"
    """words behind whoever is charged (có trách nhiệm, phải)"""
    LEADS = "leads"
    """to lead (chủ trì, làm đầu mối)"""
    TAKES_ON = "takes_on"
    """to see to work, behind whoever does it at the end of a sentence (đảm nhận, phụ trách)"""
    WORK_NOUN = "work_noun"
    """nouns that name work whose doer stands behind "do" (việc, khâu, phần việc)"""
    DIRECTS = "directs"
    """to let another act, who is named behind (chỉ đạo, phân công)"""
    COORDINATES = "coordinates"
    """to work with somebody (phối hợp)"""
    REPORTS = "reports"
    """to report to somebody (báo cáo, gửi, trình); value: "report", "send" or "submit\""""
    APPROVES = "approves"
    """to approve (phê duyệt, cho ý kiến)"""
    CONVEYS = "conveys"
    """to hand on an instruction (có ý kiến, kết luận)"""
    ACTS = "acts"
    """verbs that a unit is told to do; the first of them ends a name that nobody knows"""
    MANNER = "manner"
    """words between who acts and the verb (chủ động, khẩn trương, tiếp tục)"""
    DESCRIBES = "describes"
    """words behind a name that tell what is, not what is to be done (là, gồm, đã)"""
    GOES_ON = "goes_on"
    """words behind a name that belong to a noun phrase, not to a predicate (về, của, theo)"""
    ENACTS = "enacts"
    """what an issuer says of itself (ban hành, thông báo), which is no duty"""
    CHANGES = "changes"
    """verbs by which a document changes another (sửa đổi, bãi bỏ); value: the edge's type"""
    DRAFTS = "drafts"
    """words that make a document: a law behind them is still to be made (xây dựng, trình); value: along, only beside another"""
    STATES = "states"
    """words that open a statement or a field, not an order (tình hình, thời gian)"""
    CONDITION = "condition"
    """words that open a condition or purpose before who acts (để, nhằm, căn cứ)"""
    TIME_OPENER = "time_opener"
    """words before a time limit (trước, chậm nhất); value: before, latest, until, within, finish, from or none"""
    TIME_FILLER = "time_filler"
    """words between what opens a limit and its time (là, ngày, vòng)"""
    YEARLY_THING = "yearly_thing"
    """things that are yearly by name: dự toán hằng năm is no limit"""
    CONSTANT_THING = "constant_thing"
    """things that are constant by name: chi thường xuyên is no limit"""
    RECURRENCE = "recurrence"
    """words for what recurs (hằng năm, định kỳ); value: an RRULE frequency, or empty"""
    WORK_STATE = "work_state"
    """how a piece of work stands (đã hoàn thành, quá hạn chưa hoàn thành); value: the state"""
    LABEL_LEAD = "label_lead"
    """labels and headings of those who lead (cơ quan chủ trì)"""
    LABEL_COORDINATE = "label_coordinate"
    """labels and headings of those who help (đơn vị phối hợp)"""
    LABEL_TIME = "label_time"
    """labels and headings of times (thời gian thực hiện)"""
    LABEL_PRODUCT = "label_product"
    """labels and headings of products (sản phẩm)"""
    LABEL_APPROVER = "label_approver"
    """labels and headings of those who approve (cấp trình, cơ quan trình)"""
    LEADING_ORGAN = "leading_organ"
    """who acts for a body, before its name (lãnh đạo, thường trực, ban giám đốc)"""
    COLUMN_CODE = "column_code"
    """headings of columns of numbers and codes (STT, mã nhiệm vụ); value: "order" or "code\""""
    COLUMN_ROLE = "column_role"
    """headings of columns told by the whole of their words (việc cần làm, đơn vị xử lý); value: the column's role"""
    COLUMN_PERSON = "column_person"
    """headings of columns of persons in charge (người đứng đầu chịu trách nhiệm)"""
    HEADING_GOALS = "heading_goals"
    """headings of purposes, goals and principles, which give no duty (mục đích, mục tiêu)"""
    HEADING_TARGETS = "heading_targets"
    """headings below which measurable goals stand (mục tiêu, chỉ tiêu, phấn đấu)"""
    AIMS = "aims"
    """words of a sentence that sets a goal (phấn đấu, đặt mục tiêu)"""
    HEADING_RESULTS = "heading_results"
    """headings of what was, which give no duty (kết quả, tình hình)"""
    HEADING_DUTIES = "heading_duties"
    """headings below which duties stand (tổ chức thực hiện, nhiệm vụ)"""
    HEADING_CHARGES = "heading_charges"
    """what stands before the unit in a heading that charges it (trách nhiệm của, đối với)"""
    RECIPIENT_OFFICE = "recipient_office"
    """posts and people that stand for an office in a list of recipients (CVP, các PCVP)"""
    RECIPIENT_SHORT = "recipient_short"
    """posts as lists of recipients shorten them (PTTg, PCT); value: the post in full"""
    RECIPIENT_PURPOSE = "recipient_purpose"
    """what a recipient gets a document for (để b/c, để thực hiện)"""
    NO_RECIPIENT = "no_recipient"
    """entries of such a list that name nobody (như trên), details of a recipient (địa chỉ)"""
    FILING = "filing"
    """entries of "Lưu:" that name no unit (VT, HS)"""
    RESULT_STATE = "result_state"
    """what became of tasks, as notices print it (đã hoàn thành, quá hạn chưa hoàn thành); value: done, late or running"""
    FAMILY_NAME = "family_name"
    """family names (họ)"""
    NAME_TITLE = "name_title"
    """ranks, degrees, forms of address before a person's name (Đại tá, TS., Ông)"""
    HEAD_POST = "head_post"
    """posts and bodies in capitals at the head of a document and above a signature; value: head, authority, body or signs"""
    CAPACITY = "capacity"
    """in whose name somebody signs (TM., KT., TL., TUQ., Q.)"""
    ANNOUNCES = "announces"
    """words that say that an annex or a table comes beside the paper (phụ lục kèm theo, biểu đính kèm)"""
    FORM_TITLE = "form_title"
    """titles of forms, which are filled in and not issued (đơn đề nghị, tờ khai)"""
    PROCEDURE_LABEL = "procedure_label"
    """labels of the description of a procedure (trình tự thực hiện, thành phần hồ sơ)"""
    ARTICLE_MARK = "article_mark"
    """marks of an article (tác giả, lượt xem, ngày đăng)"""
    QUESTION_WORD = "question_word"
    """words of the questions that offices put (ai, đến hạn, còn hiệu lực); value: the idea"""


class Scope(StrEnum):
    """Where a term counts."""

    PROSE = "prose"
    """sentences"""
    LABEL = "label"
    """the words before a colon"""
    CELL = "cell"
    """cells and headings of tables"""
    HEAD = "head"
    """headings and the head of a document"""


@dataclass(frozen=True, slots=True)
class Term:
    """One row: ``prints`` are all its spellings, the term first; ``value`` is told by the meaning.

    ``not_before`` and ``not_behind`` are words or marks that must not stand around; ``witness`` is
    a sentence it matches, ``counter`` one that was once taken for it and is none.
    """

    meaning: Meaning
    prints: tuple[str, ...]
    value: str
    not_before: tuple[str, ...]
    not_behind: tuple[str, ...]
    scopes: frozenset[Scope]
    source: str
    witness: str
    counter: str = ""

    @property
    def term(self) -> str:
        """The term as dictionaries print it."""
        return self.prints[0]
