// Nhiệm vụ có căn cứ riêng là văn bản này, hay dẫn chiếu để thực hiện nó, dù văn bản chứa nó không bắt nguồn từ đây.
// Rows that name the document as their own basis, or carry it out by their words, whatever their document derives from.
// param id document = 127/QĐ-TTg : văn bản
// column document: the document that mandates the row
// column task, code, place: the printed row
// column relation: BASED_ON, or CITES where only its words name the document
// column quote, source: the words of its basis and their file
MATCH (document:Document)-[:MANDATES]->(top:Task)-[link:BASED_ON|CITES]->(x:Document {id: $id})
WHERE type(link) = 'BASED_ON' OR link.manner = 'carries_out'
RETURN document, top.id AS task, top.code AS code, top.place AS place, type(link) AS relation, link.quote AS quote, link.source AS source
ORDER BY document.id, relation, task
LIMIT 100000
