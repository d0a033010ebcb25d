// Ai làm gì trong các phân công: chủ trì, phối hợp, phê duyệt, nhận báo cáo, được nêu trong nội dung.
// Who does what in the given assignments.
// param leaves list = task:doc:bo-giao-duc-va-dao-tao/4268-qd-bgddt/2024#3 : mã các phân công
// column leaf_id: the assignment
// column role: LED_BY, COORDINATED_BY, APPROVED_BY, REPORTS_TO or NAMED_PARTNER
// column link: the edge with its sentence
// column unit: the unit
UNWIND $leaves AS wanted
MATCH (leaf:Task {id: wanted})-[link:LED_BY|COORDINATED_BY|APPROVED_BY|REPORTS_TO|NAMED_PARTNER]->(unit:Unit)
RETURN leaf.id AS leaf_id, type(link) AS role, link, unit
ORDER BY leaf_id, role, link.from_char, unit.id
LIMIT 1000000
