// Nhiệm vụ có căn cứ riêng là văn bản này, dẫn chiếu để thực hiện nó, hay được giao sửa đổi nó.
// Rows that name the document as their own basis, carry it out by their words, or are to change it, whatever their document derives from.
// param id document = 127/QĐ-TTg : văn bản
// column document: the document that mandates the row
// column task, code, place: the printed row
// column relation: BASED_ON, CITES where only its words name the document, or the planned change
// column quote, source: the words of its basis and their file
MATCH (document:Document)-[:MANDATES]->(top:Task)-[link:BASED_ON|CITES|AMENDS|REPLACES|REPEALS|SUSPENDS]->(x:Document {id: $id})
WHERE type(link) <> 'CITES' OR link.manner = 'carries_out'
RETURN document, top.id AS task, top.code AS code, top.place AS place, type(link) AS relation, link.quote AS quote, link.source AS source
ORDER BY document.id, relation, task
LIMIT 100000
