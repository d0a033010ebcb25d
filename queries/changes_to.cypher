// Văn bản nào thay thế, bãi bỏ, ngưng hoặc sửa đổi các văn bản này, từ ngày nào.
// What ends, suspends or amends documents, since when, by what documents say; drafts change nothing.
// param documents list = doc:chinh-phu/thu-tuong-chinh-phu/942-qd-ttg/2021 : mã các văn bản
// column document_id: the document that is changed
// column relation: REPLACES, REPEALS, SUSPENDS or AMENDS
// column extent, part: the whole or a part of it, as printed
// column effective_on: the day the change takes effect
// column effective_by: what that day was counted from (stated, own_force, own_date)
// column other: the document that changes it
// column quote, source: the sentence that says so
UNWIND $documents AS wanted
MATCH (other:Document)-[change:REPLACES|REPEALS|SUSPENDS|AMENDS]->(changed:Document {id: wanted})
WHERE coalesce(other.draft, false) = false
RETURN changed.id AS document_id, type(change) AS relation, change.extent AS extent, change.part AS part,
       change.effective_on AS effective_on, change.effective_by AS effective_by, other, change.quote AS quote, change.source AS source
ORDER BY document_id, effective_on, relation, other.id, source, change.id
LIMIT 100000
