// Mọi cặp việc được nối: bên sau trước, bên trước sau.
// All pairs of rows that are joined, the later paper's first.
// column relation: TAKES_UP or SAME_AS
// column later, earlier: the two rows
// column later_document, earlier_document: the two papers
// column score, reading, reasons: how likely, offered (inferred) or said by a reader (corrected), why
MATCH (a:Document)-[:MANDATES]->(one:Task)-[r:TAKES_UP|SAME_AS]->(two:Task)<-[:MANDATES]-(b:Document)
RETURN DISTINCT type(r) AS relation, one.id AS later, two.id AS earlier, a.id AS later_document, b.id AS earlier_document,
       r.score AS score, r.reading AS reading, r.reasons AS reasons
ORDER BY later_document, earlier_document, later, earlier
LIMIT 1000000
