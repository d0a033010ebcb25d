// Các chỉ tiêu theo mã, với văn bản đặt ra.
// Targets by id, with the document that sets each.
// param targets list = target:doc:chinh-phu/3-nq-cp/2025#target1 : mã các chỉ tiêu
// column target_id, text, value, unit, by, place: the target
// column document, draft: the document that sets it, whether it is a draft
// column quote, source: where
UNWIND $targets AS wanted
MATCH (document:Document)-[:MANDATES*0..1]->(holder)-[link:MEASURED_BY]->(target:Target {id: wanted})
RETURN DISTINCT target.id AS target_id, target.text AS text, target.value AS value, target.unit AS unit, target.by AS by,
       target.place AS place, document.name AS document, coalesce(document.draft, false) AS draft,
       link.quote AS quote, link.source AS source
ORDER BY target_id, document
LIMIT 1000000
