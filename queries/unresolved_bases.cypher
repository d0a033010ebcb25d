// Nhiệm vụ có cột căn cứ mà lời ghi không xác định được văn bản nào.
// Rows whose basis column names what could not be resolved: they are in no answer about a document.
// param id document = 131/QĐ-TTg : văn bản gốc
// paths: closure
// column document: the document that mandates the row
// column code, place, task: the printed row
MATCH (x:Document {id: $id})
OPTIONAL MATCH (d:Document)-[:IMPLEMENTS|BASED_ON|AMENDS|GUIDES|ATTACHED_TO*1..30 {derives: true}]->(x)
WITH collect(DISTINCT d.id) AS derived
UNWIND derived AS document_id
MATCH (document:Document {id: document_id})-[:MANDATES]->(top:Task {basis: 'own_unresolved'})
RETURN DISTINCT document.name AS document, top.code AS code, top.place AS place, top.id AS task
ORDER BY document, task
LIMIT 100000
