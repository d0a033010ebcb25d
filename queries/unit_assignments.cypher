// Mọi việc của một đơn vị, đích danh: chủ trì, phối hợp, phê duyệt, nhận báo cáo, được nêu trong nội dung.
// All that a unit leads, coordinates, approves, receives, or is named in.
// param id unit = Cục Công nghệ thông tin : đơn vị
// column leaf_id: the assignment
// column role: the edge type
MATCH (leaf:Task)-[link:LED_BY|COORDINATED_BY|APPROVED_BY|REPORTS_TO|NAMED_PARTNER]->(unit:Unit {id: $id})
RETURN DISTINCT leaf.id AS leaf_id, type(link) AS role
ORDER BY leaf_id, role
LIMIT 1000000
