//! What the element edition weighs beyond its own quotations and names: measured on made-up incidents of 40 actors and
//! 100 quotations of which no two are alike, and on the incident of the preview. `--show-output` prints the figures.

use std::collections::BTreeSet;
use std::io::Write;
use std::sync::Arc;

use actor_map::view::Story;
use actor_map::view::edition::bands::{Band, Effort, MOST_MAPS, bands};
use actor_map::view::edition::element::{Data, Element, Theme};
use actor_map::view::edition::own_words;
use brotli::CompressorWriter;

use crate::corpus;
use crate::stories::{REAL, quotes, story};

/// The most that an edition as it is written by default may weigh beyond its own quotations and names, in bytes after
/// brotli at quality 11: the goal for 40 actors and 100 quotations.
const GOAL: usize = 5_000;
/// What is reached of it, and held.
const REACHED: usize = 4_998;
/// The same for the incident of the preview. It has all its ties on every map, and beside quotations and names twice
/// as much again in paraphrases, questions and sentences on its actors; eight of the paraphrases tell what words quoted in
/// part belong to, without which they read as the opposite.
const REAL_BUDGET: usize = 11_200;
/// The most that a map may add to those before it, per actor and per tie on it.
const PER_ACTOR: usize = 26;
const PER_TIE: usize = 34;

fn weigh(text: &str) -> usize {
    let mut writer = CompressorWriter::new(Vec::new(), 64 * 1024, 11, 22);
    writer.write_all(text.as_bytes()).unwrap();
    writer.into_inner().len()
}

fn edition(story: &Arc<Story>, maps: &[Band]) -> String {
    let element = Element {
        style: "actor-map/widget.css".into(),
        script: Some("actor-map/actor-map.js".into()),
        data: Data::Source("incident.json".into()),
        theme: Theme::Auto,
        structured_data: None,
    };
    element.render(story, maps)
}

/// What an edition with so many maps weighs beyond its own quotations and names.
fn beyond(story: &Arc<Story>, maps: &[Band]) -> usize {
    weigh(&edition(story, maps)) - weigh(&own_words(story))
}

/// The maps of an edition, of one layout each.
fn maps(story: &Story, maps: usize) -> Vec<Band> {
    bands(&story.graph, Effort { maps, seeds: 1 })
}

/// Prints what an edition weighs with no map to all of them, for each of some stories of one kind. No map is heavier
/// than its actors and its ties allow, by the median of the stories: one layout may have some bends more.
fn check_maps(name: &str, stories: &[Arc<Story>]) {
    for count in 1..=MOST_MAPS {
        let mut over: Vec<isize> = Vec::new();
        for story in stories {
            let maps = maps(story, count);
            let ties = |map: &Band| map.scene.ties.iter().filter(|tie| tie.clear).count();
            let drawn = maps.iter().map(ties).max().unwrap_or_default();
            let most = story.graph.nodes.len() * PER_ACTOR + drawn * PER_TIE;
            let fewer = if count > 1 {
                self::maps(story, count - 1)
            } else {
                Vec::new()
            };
            let (before, now) = (beyond(story, &fewer), beyond(story, &maps));
            println!(
                "{name}: {now} bytes beyond its own quotations and names with {count} maps, {before} with one less"
            );
            over.push(now as isize - (before + most) as isize);
        }
        over.sort_unstable();
        let median = over[over.len() / 2];
        assert!(
            median <= 0,
            "{name}: the {count}. map is {median} bytes too heavy"
        );
    }
}

#[test]
fn forty_actors_with_a_hundred_different_quotations_stay_light() {
    for seed in 1..=3 {
        let story = story(&corpus::incident(40, 100, seed).to_string());
        let quotes = quotes(&story);
        assert_eq!(quotes.len(), 100);
        assert_eq!(
            quotes.iter().collect::<BTreeSet<_>>().len(),
            100,
            "no two alike"
        );
        // Prose takes more than two bits a letter; what compresses better would make any markup look light.
        let prose = quotes.join("\n");
        assert!(
            weigh(&prose) * 4 > prose.len(),
            "the quotations repeat each other"
        );
        let weight = beyond(&story, &maps(&story, Effort::default().maps));
        println!(
            "40 actors, {} ties, 100 quotations, case {seed}: {weight} bytes",
            story.graph.ties.len()
        );
        assert!(weight <= REACHED.min(GOAL), "case {seed}: {weight} bytes");
    }
}

#[test]
fn no_map_is_heavier_than_what_is_on_it() {
    let forty = |seed| story(&corpus::incident(40, 100, seed).to_string());
    check_maps("40 actors, 100 quotations", &[1, 2, 3].map(forty));
    let real = story(REAL);
    let weight = beyond(&real, &maps(&real, Effort::default().maps));
    println!("the incident of the preview: {weight} bytes");
    assert!(weight <= REAL_BUDGET, "{weight} bytes");
}
