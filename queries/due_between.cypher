// Phân công có hạn chót trong một khoảng ngày.
// Assignments whose time limit ends within the days given, both included.
// param start date = 2025-01-01 : từ ngày
// param finish date = 2025-12-31 : đến ngày
// column leaf_id: the assignment
// column finish: the last day, ISO
MATCH (leaf:Task)-[:DUE]->(deadline:Deadline)
WHERE deadline.end_date >= $start AND deadline.end_date <= $finish
RETURN DISTINCT leaf.id AS leaf_id, deadline.end_date AS finish
ORDER BY finish, leaf_id
LIMIT 1000000
