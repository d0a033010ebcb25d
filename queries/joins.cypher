// Việc của một văn bản được văn bản khác triển khai hay giao lại: nối theo độ giống, hoặc theo lời người đọc.
// Rows of a document that other papers take up or give again: offered by likeness, or said by a reader.
// param id document = 03/NQ-CP : văn bản
// column task, other: the row and the row of the other paper
// column relation: TAKES_UP (the later carries out the earlier) or SAME_AS
// column other_document, other_name, other_date: the other paper
// column other_place, other_text: the other row
// column score, reading, reasons: how likely, offered (inferred) or said by a reader (corrected), why
MATCH (x:Document {id: $id})-[:MANDATES]->(top:Task)-[r:TAKES_UP|SAME_AS]-(far:Task)<-[:MANDATES]-(d:Document)
RETURN DISTINCT top.id AS task, far.id AS other, type(r) AS relation, d.id AS other_document, d.name AS other_name,
       coalesce(d.date, '') AS other_date, far.place AS other_place, far.text AS other_text,
       r.score AS score, r.reading AS reading, r.reasons AS reasons
ORDER BY task, score DESC, other
LIMIT 1000000
