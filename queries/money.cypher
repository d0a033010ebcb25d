// Kinh phí một văn bản và các nhiệm vụ của nó nêu: số tiền như in, quy ra đồng, nguồn; phần của tổng nào.
// Money that a document and its tasks name: as printed, in dong, from what sources; of what sum it is a part.
// param id document = Kế hoạch Ủy ban nhân dân tỉnh Quảng Ngãi 2022 : văn bản
// column text, amount, unit: the words, the sum in đồng, the unit as printed
// column year, sources: the year, the sources
// column part_of: the sum that it is a part of
// column task: the row that it stands in, where it stands in one
// column quote, source: the sentence and its file
// column money_id: the sum
MATCH (document:Document {id: $id})-[:MANDATES*0..1]->(holder)-[link:FUNDED_BY]->(money:Allocation)
OPTIONAL MATCH (money)-[:PART_OF]->(whole:Allocation)
OPTIONAL MATCH (row:Task {id: holder.id})
RETURN DISTINCT money.text AS text, money.amount AS amount, money.unit AS unit, money.year AS year, money.sources AS sources,
       whole.text AS part_of, row.text AS task, link.quote AS quote, link.source AS source, money.id AS money_id
ORDER BY year, money_id, part_of, task
LIMIT 10000
