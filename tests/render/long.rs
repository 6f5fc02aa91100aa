//! A file as long as may be read is rendered in seconds, whatever it is long by. Quadratic work would not end.

use std::time::{Duration, Instant};

use actor_map::incident::limits::MAX_BYTES;
use actor_map::incident::{parse_json, read};
use actor_map::view::edition::element::shadow_markup;
use actor_map::view::edition::for_edition;
use actor_map::view::edition::text::text;

/// Each source is an excerpt of the one before it, and each is said to be.
#[test]
fn a_chain_of_excerpts_is_rendered_in_seconds() {
    const SOURCES: usize = 80_000;
    let sources = (1..SOURCES).map(|at| {
        format!(
            r#",{{"id":"s-{at}","publisher":"P{at}","excerpt_of":"s-{}"}}"#,
            at - 1
        )
    });
    let sources: String = sources.collect();
    let file = format!(
        r#"{{"version":1,"incident":{{"id":"i","title":"T","language":"en"}},"actors":[{{"id":"a","name":"A","kind":"state"}}],"sources":[{{"id":"s-0","publisher":"P0"}}{sources}]}}"#
    );
    assert!(file.len() < MAX_BYTES);
    let reading = read(&parse_json(&file).unwrap()).unwrap();
    assert_eq!(reading.problems, []);
    let story = for_edition(reading);
    let started = Instant::now();
    let markup = shadow_markup(&story, &[]);
    let plain = text(&story);
    // Generous: a busy machine. Where each original is looked for among all sources, it takes most of a minute.
    let taken = started.elapsed();
    println!("{SOURCES} sources: {taken:?}");
    assert!(taken < Duration::from_secs(20), "{taken:?}");
    let told = |text: &str| text.matches("an excerpt of the same article as P").count();
    assert_eq!(told(&markup), SOURCES - 1);
    assert_eq!(told(&plain), SOURCES - 1);
    assert!(plain.contains("P777 · undated · an excerpt of the same article as P776,"));
}
