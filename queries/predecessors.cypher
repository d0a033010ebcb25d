// Những đơn vị mà một đơn vị đã thay, từ ngày nào, theo văn bản nào.
// Which units a unit has succeeded, since when, by which document.
// param units list = unit:bo-khoa-hoc-va-cong-nghe : mã các đơn vị
// column new_id, old_id: the two units
// column display: the unit that was succeeded
// column since: the day functions pass
// column kind: merged, split or renamed
// column scope: whole or part of the functions
// column by: the document that says so
// column reading: stated or inferred
UNWIND $units AS unit_id
MATCH (old:Unit)-[change:SUCCEEDED_BY]->(new:Unit {id: unit_id})
RETURN new.id AS new_id, old.id AS old_id, old.display AS display, change.date AS since, change.kind AS kind, change.scope AS scope,
       change.by AS by, change.reading AS reading
ORDER BY new_id, since, old_id
LIMIT 10000
