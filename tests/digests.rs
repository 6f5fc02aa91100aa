//! The layout's bits, natively. `tests/wasm.rs` compares a browser's with the same record, so the two are equal.
//!
//! After a change of the layout that is meant: `ACTOR_MAP_BLESS=1 cargo test --features cli --test digests`.

#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "digests/mod.rs"]
mod digests;

use actor_map::incident::parse_json;

#[test]
fn every_scene_is_the_one_on_record() {
    let computed = digests::computed(|text| parse_json(text).expect("the incident is JSON"));
    compare(&computed, digests::ON_RECORD, "digests.txt");
}

#[test]
fn every_way_to_a_scene_leads_to_the_one_on_record() {
    compare(
        &digests::ways_computed(),
        digests::WAYS_ON_RECORD,
        "ways.txt",
    );
}

#[test]
fn every_large_chart_is_the_one_on_record() {
    compare(
        &digests::large_computed(),
        digests::LARGE_ON_RECORD,
        "large.txt",
    );
}

fn compare(computed: &str, on_record: &str, file: &str) {
    if std::env::var_os("ACTOR_MAP_BLESS").is_some() {
        let project = std::env::var("CARGO_MANIFEST_DIR").expect("cargo runs the tests");
        let record = std::path::Path::new(&project)
            .join("tests/digests")
            .join(file);
        std::fs::write(record, computed).expect("the record can be written");
        return;
    }
    assert_eq!(
        computed, on_record,
        "the layout has changed; if that is meant, put it on record as the head of this file says"
    );
}
