// Nhiệm vụ giao sửa đổi, thay thế, bãi bỏ văn bản nào; ai chủ trì, hạn nào, ra văn bản gì.
// Tasks that are to amend, replace or repeal a document: planned, the document itself is not touched.
// param id document = 100/KH-BGDĐT : văn bản giao việc
// column task, ordinal, leaf_id: the printed row and the assignment
// column relation: AMENDS, REPLACES, REPEALS …
// column target, target_date: the document to be changed
// column lead: who leads it, one row each
// column deadline, end_date: the time limit as printed and its last day
// column quote, source: the sentence and its file
MATCH (document:Document {id: $id})-[:MANDATES]->(top:Task)-[change:AMENDS|REPLACES|REPEALS|SUSPENDS]->(target:Document)
OPTIONAL MATCH (top)<-[:PART_OF*0..3]-(leaf:Task)-[:LED_BY]->(unit:Unit)
OPTIONAL MATCH (leaf)-[:DUE]->(deadline:Deadline)
RETURN DISTINCT top.code AS task, type(change) AS relation, target.name AS target, target.date AS target_date, unit.name AS lead,
       deadline.text AS deadline, deadline.end_date AS end_date, change.quote AS quote, change.source AS source, top.ordinal AS ordinal, leaf.id AS leaf_id
ORDER BY ordinal, relation, target, lead
LIMIT 10000
