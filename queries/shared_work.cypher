// Ai chủ trì, ai phối hợp việc gì, trong mọi văn bản không phải dự thảo.
// Who leads and who coordinates which assignment, drafts left out.
// column leaf_id: the assignment
// column role: LED_BY or COORDINATED_BY
// column unit_id, display: the unit
// column issued: the day of the document
MATCH (d:Document)-[:MANDATES]->(top:Task)<-[:PART_OF*0..3]-(leaf:Task)-[link:LED_BY|COORDINATED_BY]->(unit:Unit)
WHERE coalesce(d.draft, false) = false
RETURN DISTINCT leaf.id AS leaf_id, type(link) AS role, unit.id AS unit_id, unit.display AS display,
       coalesce(d.date, '') AS issued
ORDER BY leaf_id, role, unit_id
LIMIT 1000000
