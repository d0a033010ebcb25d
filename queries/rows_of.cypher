// Các dòng việc của những văn bản.
// The printed rows of papers, with their words.
// param documents list = doc:chinh-phu/3-nq-cp/2025 : mã các văn bản
// column task, place, text: the row
// column document, document_name: the paper that gives it
UNWIND $documents AS wanted
MATCH (d:Document {id: wanted})-[:MANDATES]->(top:Task)
RETURN DISTINCT top.id AS task, top.place AS place, top.text AS text, d.id AS document, d.name AS document_name
ORDER BY document, task
LIMIT 1000000
