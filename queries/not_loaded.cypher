// Văn bản được dẫn mà kho chưa có, cái nào được dẫn nhiều nhất.
// Documents that are cited but not loaded, the most wanted first.
// column document, number, issued, issuer, title, id: what is known of it
// column cited_by: how many documents name it, themselves or in their tasks
// column legal_basis_of: how many documents rest on it
// column task_basis: how many rows have it as their own basis
MATCH (d:Document {status: 'cited'})
OPTIONAL MATCH (a:Document)-[:BASED_ON|IMPLEMENTS|AMENDS|REPLACES|REPEALS|SUSPENDS|CORRECTS|CONSOLIDATES|GUIDES|CITES|ATTACHED_TO]->(d)
WHERE a.status = 'loaded'
WITH d, collect(DISTINCT a.id) AS documents
OPTIONAL MATCH (b:Document)-[:MANDATES]->(:Task)-[:BASED_ON|AMENDS|REPLACES|REPEALS|CITES]->(d)
WITH d, documents, collect(DISTINCT b.id) AS carriers
UNWIND documents + carriers + [''] AS citing
WITH d, collect(DISTINCT citing) AS citings
OPTIONAL MATCH (c:Document)-[basis:BASED_ON]->(d)
WITH d, citings, count(DISTINCT c.id) AS legal_basis_of
OPTIONAL MATCH (t:Task)-[:BASED_ON]->(d)
WITH d, citings, legal_basis_of, count(DISTINCT t.id) AS task_basis
RETURN d.name AS document, d.number AS number, d.date AS issued, d.issuer AS issuer, d.title AS title,
       size(citings) - 1 AS cited_by, legal_basis_of, task_basis, d.id AS id
ORDER BY cited_by DESC, task_basis DESC, legal_basis_of DESC, document, id
LIMIT 100000
