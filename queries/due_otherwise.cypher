// Phân công có thời hạn không tính ra ngày: hằng năm, thường xuyên, theo điều kiện, in sai.
// Assignments whose time limit gives no last day.
// column leaf_id: the assignment
// column kind: recurring, ongoing, conditional, invalid, or a start only
MATCH (leaf:Task)-[:DUE]->(deadline:Deadline)
WHERE deadline.end_date IS NULL
RETURN DISTINCT leaf.id AS leaf_id, deadline.kind AS kind
ORDER BY kind, leaf_id
LIMIT 1000000
