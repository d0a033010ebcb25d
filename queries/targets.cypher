// Chỉ tiêu của các văn bản, cạnh nhau: giá trị như in, đến khi nào.
// Targets of documents side by side: the value as printed, by when.
// param documents list = doc:chinh-phu/3-nq-cp/2025 : mã các văn bản
// column document: the document that sets it
// column text, value, unit, by: the target
// column place, quote, source: where
// column target_id: the target
// column tracker: a body that keeps track of it, a row each
UNWIND $documents AS wanted
MATCH (document:Document {id: wanted})-[:MANDATES*0..1]->(holder)-[link:MEASURED_BY]->(target:Target)
OPTIONAL MATCH (target)-[:TRACKED_BY]->(tracker:Unit)
RETURN DISTINCT document.name AS document, target.text AS text, target.value AS value, target.unit AS unit, target.by AS by,
       target.place AS place, link.quote AS quote, link.source AS source, target.id AS target_id, tracker.display AS tracker
ORDER BY text, by, document, target_id, tracker
LIMIT 10000
