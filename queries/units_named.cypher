// Các đơn vị theo mã, với những gì người ta gọi chúng.
// Units by id, with what people name them by: those that an index of names says may be meant.
// param units list = unit:bo-giao-duc-va-dao-tao : mã các đơn vị
// column id: the unit
// column name, display, short_name, kind: what tells it from others
// column name_fold, aliases_fold: its names without accents
UNWIND $units AS wanted
MATCH (u:Unit {id: wanted})
RETURN u.id AS id, u.name AS name, u.display AS display, u.short_name AS short_name, u.kind AS kind, u.name_fold AS name_fold,
       u.aliases_fold AS aliases_fold
ORDER BY display, id
LIMIT 1000000
