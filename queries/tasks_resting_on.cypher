// Nhiệm vụ có căn cứ riêng là văn bản này, dù văn bản chứa nó không bắt nguồn từ đây ("qua nhiệm vụ 5.5").
// Rows that name the document as their own basis.
// param id document = 127/QĐ-TTg : văn bản
// column document: the document that mandates the row
// column task, code, place: the printed row
// column quote, source: the words of its basis and their file
MATCH (document:Document)-[:MANDATES]->(top:Task)-[link:BASED_ON]->(x:Document {id: $id})
RETURN document, top.id AS task, top.code AS code, top.place AS place, link.quote AS quote, link.source AS source
ORDER BY document.id, task
LIMIT 100000
