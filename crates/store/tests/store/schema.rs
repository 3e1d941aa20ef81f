use crate::house::house;

/// The schema of a new folder is the one that is written down: a released migration never changes.
#[test]
fn schema_is_the_one_written_down() {
    let house = house();
    let db = house.raw();
    let mut query = db.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid").unwrap();
    let objects: Vec<String> = query.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    let schema = format!("-- user_version {version}\n{};\n", objects.join(";\n"));
    let written = include_str!("schema.sql").replace("\r\n", "\n");
    assert!(schema == written, "tests/store/schema.sql should be:\n{schema}");
}

/// Every index is there because of a question; SQLite answers it by that index.
#[test]
fn indexes_answer_their_questions() {
    let house = house();
    let db = house.raw();
    let check = |sql: &str, index: &str| {
        let plan: String = db.query_row(&format!("EXPLAIN QUERY PLAN {sql}"), [], |row| row.get(3)).unwrap();
        assert!(plan.contains(index), "{sql}: {plan}");
    };
    check("SELECT id FROM section WHERE case_id = 1", "section_by_case_id_kind_slot_round");
    check("SELECT id FROM task WHERE case_id = 1", "task_by_case_id_task_slot_round");
    check("SELECT number FROM record WHERE kind = 'capa' ORDER BY number DESC", "record_by_kind_number");
    check("SELECT id FROM post WHERE role = 'qe' AND plant = 1", "post_by_role_plant");
    check("SELECT id FROM document WHERE file = 'x'", "document_by_file");
    check("SELECT seq FROM journal WHERE case_id = 1 ORDER BY seq DESC", "journal_case");
    check("SELECT hash FROM journal WHERE case_id IS NULL ORDER BY seq DESC LIMIT 1", "journal_case");
    check("SELECT seq FROM journal WHERE kind = 'cases' AND subject = 1 ORDER BY rev", "journal_subject");
}
