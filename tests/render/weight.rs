//! What the element edition weighs beyond its own words: measured on the incident of the preview, and on a made-up one
//! of 40 actors and 100 quotations of which no two are alike. `--show-output` prints the figures.

use std::collections::BTreeSet;
use std::io::Write;
use std::sync::Arc;

use actor_map::view::Story;
use actor_map::view::edition::bands::{Band, Effort, bands};
use actor_map::view::edition::element::{Data, Element};
use actor_map::view::edition::own_words;
use brotli::CompressorWriter;

use crate::corpus;
use crate::stories::{REAL, quotes, story};

/// The most that everything but the maps may weigh beyond quotations and names, after brotli at quality 11.
const WORDS_BUDGET: usize = 5_000;
/// The most that one map may add, per actor and per tie on it.
const PER_ACTOR: usize = 20;
const PER_TIE: usize = 55;

fn weigh(text: &str) -> usize {
    let mut writer = CompressorWriter::new(Vec::new(), 64 * 1024, 11, 22);
    writer.write_all(text.as_bytes()).unwrap();
    writer.into_inner().len()
}

fn edition(story: &Arc<Story>, maps: &[Band]) -> usize {
    let element = Element {
        style: "actor-map/widget.css".into(),
        script: Some("actor-map/actor-map.js".into()),
        data: Data::Source("incident.json".into()),
        heading_level: 0,
        structured_data: None,
    };
    weigh(&element.render(story, maps))
}

/// Prints what an edition weighs with none to all maps; gives it without maps, beyond its words, and each further map.
fn measure(name: &str, story: &Arc<Story>) -> (usize, Vec<usize>) {
    let words = weigh(&own_words(story));
    let without = edition(story, &[]);
    let mut before = without;
    let mut maps = Vec::new();
    for count in 1..=5 {
        let bands = bands(
            &story.graph,
            Effort {
                maps: count,
                seeds: 1,
            },
        );
        let all = edition(story, &bands);
        println!(
            "{name}: {count} maps, {all} bytes after brotli, {} beyond its {words} of quotations and names",
            all - words
        );
        maps.push(all.saturating_sub(before));
        before = all;
    }
    println!("{name}: without maps {} beyond its words", without - words);
    (without - words, maps)
}

fn check_maps(story: &Story, maps: &[usize]) {
    let most = story.graph.nodes.len() * PER_ACTOR + story.graph.ties.len() * PER_TIE;
    assert!(
        maps.iter().all(|map| *map <= most),
        "{maps:?}, at most {most} each"
    );
}

#[test]
fn forty_actors_with_a_hundred_different_quotations_stay_light() {
    let story = story(&corpus::incident(40, 100, 1).to_string());
    let quotes = quotes(&story);
    assert_eq!(quotes.len(), 100);
    assert_eq!(
        quotes.iter().collect::<BTreeSet<_>>().len(),
        100,
        "no two alike"
    );
    let (words, maps) = measure("40 actors, 100 quotations", &story);
    assert!(words <= WORDS_BUDGET, "{words} bytes");
    check_maps(&story, &maps);
}

#[test]
fn the_incident_of_the_preview_is_weighed() {
    let story = story(REAL);
    let (words, maps) = measure("the incident of the preview", &story);
    // It has, beside quotations, as much again in paraphrases, questions and sentences on its actors.
    assert!(words <= 8_000, "{words} bytes");
    check_maps(&story, &maps);
}
