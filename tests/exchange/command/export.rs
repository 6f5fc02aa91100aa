//! `export` in every format but sheets, and `schema`: to a file or the pipe.

use std::fs;

use actor_map::exchange::schema::schema_text;
use predicates::str::contains;

use super::read;
use crate::{actor_map, whole};

#[test]
fn every_export_is_written_to_a_file_or_the_pipe() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    for (format, begins) in [
        ("stix", "{\n  \"type\": \"bundle\""),
        ("json-ld", "{\n  \"@context\""),
        ("graphml", "<?xml"),
        ("gexf", "<?xml"),
        ("oligrapher", "{\n  \"attributes\""),
    ] {
        actor_map(folder, &["export", format, &whole(), "-o", format])
            .assert()
            .code(0)
            .stdout("")
            .stderr("");
        assert!(read(folder, format).starts_with(begins), "{format}");
        actor_map(folder, &["export", format, &whole(), "-o", "-"])
            .assert()
            .code(0)
            .stdout(read(folder, format));
    }
    actor_map(
        folder,
        &[
            "export",
            "stix",
            &whole(),
            "-o",
            "-",
            "--publisher",
            "Example Daily",
        ],
    )
    .assert()
    .code(0)
    .stdout(contains("\"created_by_ref\""));
    // Nothing is left lying about.
    assert_eq!(fs::read_dir(folder).unwrap().count(), 5);
}

#[test]
fn the_schema_is_printed_or_written() {
    let folder = tempfile::tempdir().unwrap();
    let printed = actor_map(folder.path(), &["schema"]).assert().code(0);
    // Some 2,650 lines, which nobody should have to read; the published file is compared in `published_schema.rs`.
    assert!(
        printed.get_output().stdout == schema_text().unwrap().as_bytes(),
        "`actor-map schema` prints another text than `schema_text` makes"
    );
    actor_map(folder.path(), &["schema", "-o", "s.json"])
        .assert()
        .code(0)
        .stdout("");
    assert!(read(folder.path(), "s.json").contains("2020-12"));
}
