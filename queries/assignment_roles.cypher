// Ai làm gì trong các phân công: chủ trì, phối hợp, phê duyệt, nhận báo cáo, được nêu trong nội dung.
// Who does what in the given assignments.
// param leaves list = task:doc:bo-giao-duc-va-dao-tao/4268-qd-bgddt/2024#3 : mã các phân công
// column leaf_id: the assignment
// column role: LED_BY, COORDINATED_BY, APPROVED_BY, REPORTS_TO or NAMED_PARTNER
// column unit_id, unit, display, unit_kind, known: the unit
// column as_printed, reading, heading, through: how the document names it, how that was read, the column's heading, by way of whom
// column quote, source, place: the sentence
UNWIND $leaves AS wanted
MATCH (leaf:Task {id: wanted})-[link:LED_BY|COORDINATED_BY|APPROVED_BY|REPORTS_TO|NAMED_PARTNER]->(unit:Unit)
RETURN leaf.id AS leaf_id, type(link) AS role, unit.id AS unit_id, unit.name AS unit, unit.display AS display, unit.kind AS unit_kind,
       coalesce(unit.known, true) AS known, link.as_printed AS as_printed, link.reading AS reading, link.heading AS heading,
       link.through AS through, link.quote AS quote, link.source AS source, link.place AS place
ORDER BY leaf_id, role, link.from_char, unit_id
LIMIT 1000000
