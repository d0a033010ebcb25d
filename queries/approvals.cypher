// Cấp trình phê duyệt của từng nhiệm vụ một văn bản giao.
// At what level the work that a document gives is approved.
// The levels of a row are spelled out: a pattern of variable length would start from every task there is.
// param id document = 100/KH-BGDĐT : văn bản giao
// column approver: who approves
// column code, place, text: the assignment
// column lead: who leads it, one row each
// column deadline, end_date: when
// column quote, source: the words of the cell and its file
// column ordinal, leaf_id: the place in the document, the assignment
MATCH (document:Document {id: $id})-[:MANDATES]->(top:Task)
OPTIONAL MATCH (top)<-[:PART_OF]-(one:Task)
OPTIONAL MATCH (one)<-[:PART_OF]-(two:Task)
OPTIONAL MATCH (two)<-[:PART_OF]-(three:Task)
WITH top.ordinal AS ordinal, coalesce(three.id, two.id, one.id, top.id) AS leaf_id
MATCH (leaf:Task {id: leaf_id})-[approval:APPROVED_BY]->(approver:Unit)
OPTIONAL MATCH (leaf)-[:LED_BY]->(lead:Unit)
OPTIONAL MATCH (leaf)-[:DUE]->(deadline:Deadline)
RETURN DISTINCT approver.display AS approver, leaf.code AS code, leaf.place AS place, leaf.text AS text, lead.display AS lead,
       deadline.text AS deadline, deadline.end_date AS end_date, approval.quote AS quote, approval.source AS source, ordinal, leaf_id
ORDER BY approver, ordinal, leaf_id, lead
LIMIT 10000
