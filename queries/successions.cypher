// Đơn vị nào thay đơn vị nào, từ ngày nào, theo văn bản nào.
// Which unit has succeeded which, since when, by which document.
// param units list = unit:bo-thong-tin-va-truyen-thong : mã các đơn vị
// column old_id, new_id: the two units
// column name, display: the successor
// column since: the day functions pass
// column scope: whole or part of the functions
// column by: the document that says so
// column reading: stated or inferred
UNWIND $units AS unit_id
MATCH (old:Unit {id: unit_id})-[change:SUCCEEDED_BY]->(new:Unit)
RETURN old.id AS old_id, new.id AS new_id, new.name AS name, new.display AS display, change.date AS since, change.scope AS scope,
       change.by AS by, change.reading AS reading
ORDER BY old_id, since, new_id
LIMIT 10000
