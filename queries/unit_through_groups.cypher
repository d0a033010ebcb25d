// Việc đến với một đơn vị qua tên gọi chung ("Các đơn vị thuộc Bộ").
// What falls to a unit through a collective name.
// param id unit = Cục Công nghệ thông tin : đơn vị
// column leaf_id: the assignment
// column role: the edge type
// column via_group: the collective as the document prints it
MATCH (unit:Unit {id: $id})-[:MEMBER_OF]->(many:Unit)<-[link:LED_BY|COORDINATED_BY]-(leaf:Task)
RETURN DISTINCT leaf.id AS leaf_id, type(link) AS role, many.name AS via_group
ORDER BY leaf_id, role, via_group
LIMIT 1000000
