// Báo cáo mà văn bản giao: ai báo cáo, gửi ai, qua ai, khi nào.
// Reports that a document asks for: who owes them, to whom, by way of whom, by when.
// The levels of a row are spelled out: a pattern of variable length would start from every task there is.
// param id document = 100/KH-BGDĐT : văn bản giao
// column code, place, text: the assignment
// column unit: who reports, one row each
// column recipient, through: to whom, by way of whom
// column deadline, end_date, recurrence: when
// column quote, source: the sentence and its file
// column ordinal, leaf_id: the place in the document, the assignment
MATCH (document:Document {id: $id})-[:MANDATES]->(top:Task)
OPTIONAL MATCH (top)<-[:PART_OF]-(one:Task)
OPTIONAL MATCH (one)<-[:PART_OF]-(two:Task)
OPTIONAL MATCH (two)<-[:PART_OF]-(three:Task)
WITH top.ordinal AS ordinal, coalesce(three.id, two.id, one.id, top.id) AS leaf_id
MATCH (leaf:Task {id: leaf_id})-[report:REPORTS_TO]->(recipient:Unit)
OPTIONAL MATCH (leaf)-[:LED_BY]->(unit:Unit)
OPTIONAL MATCH (leaf)-[:DUE]->(deadline:Deadline)
RETURN DISTINCT leaf.code AS code, leaf.place AS place, leaf.text AS text, unit.display AS unit, recipient.display AS recipient,
       report.through AS through, deadline.text AS deadline, deadline.end_date AS end_date, deadline.recurrence AS recurrence,
       report.quote AS quote, report.source AS source, ordinal, leaf_id
ORDER BY ordinal, leaf_id, unit, recipient, deadline
LIMIT 10000
