//! The maps of an edition: one for each range of widths, the best of several seeds, polished.

use rayon::prelude::*;

use crate::layout::form::waits;
use crate::layout::quality::{Audit, audit};
use crate::layout::{Graph, Options, Scene, layout, places, polish, replay_in_pieces, with_names};
use crate::pieces::at_once;
use crate::view::state::SEED;

/// The widths of the maps an edition may have, in CSS px, each with the number of maps from which on it is among them; and
/// that number where ties wait on all maps below 640 px: then the one that shows them comes sooner.
/// Each begins a range of widths that `widget.css` knows. The first fits the narrowest widget there is. 459, 558 and
/// 640 px are a map's share beside the panel at 760, 920 and 1,052 px.
const WIDTHS: [(f64, usize, usize); 5] = [
    (280.0, 1, 1),
    (320.0, 3, 3),
    (459.0, 4, 5),
    (558.0, 2, 2),
    (640.0, 5, 4),
];
/// The most maps an edition can have.
pub const MOST_MAPS: usize = WIDTHS.len();

/// What an edition's maps may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// How many maps, 1 to [`MOST_MAPS`]: each is about as heavy as the words of a panel.
    pub maps: usize,
    /// How many layouts are made for each of them, of which the best is kept and, for each beyond the first, polished by
    /// up to five routings; at least 1.
    pub seeds: u32,
}

impl Default for Effort {
    /// A small phone, a phone, and everything wider: three maps, the best of 32 layouts each. Of 12 graphs of 13 to 25
    /// actors at four widths, the best of 4, of 8 and of 32 layouts had 30, 34 and 42 % fewer crossings than the first.
    fn default() -> Self {
        Self { maps: 3, seeds: 32 }
    }
}

/// A map for widgets from one width on.
#[derive(Clone, Debug)]
pub struct Band {
    /// The seed that won.
    pub seed: u32,
    /// The map.
    pub scene: Scene,
    /// What makes it again ([`places`]), where all its ties are drawn. Where they wait, nothing is polished, and the seed
    /// makes it again in fewer bytes.
    pub places: Option<String>,
}

/// How many changes of the best layout are routed for each layout that was made.
const TRIES_PER_LAYOUT: u32 = 5;
/// With more ties each routing takes longer, and there are as many fewer of them.
const TIES_OF_A_TRY: usize = 44;

/// The maps of a graph, the widest first.
pub fn bands(graph: &Graph, effort: Effort) -> Vec<Band> {
    let ties = graph.ties.iter().filter(|tie| tie.from != tie.to).count();
    let waits = |width| waits(graph.nodes.len(), ties, width);
    let many = waits(558.0) && !waits(640.0);
    let wanted = WIDTHS
        .iter()
        .rev()
        .filter(|(_, maps, of_many)| *if many { of_many } else { maps } <= effort.maps.max(1));
    let found: Vec<(f64, Band)> = wanted
        .map(|&(width, ..)| (width, best_of(graph, width, effort.seeds, layout)))
        .collect();
    let polished = |(width, band)| polished(graph, width, band, effort.seeds);
    if is_one_of_many() {
        found.into_iter().map(polished).collect()
    } else {
        found.into_par_iter().map(polished).collect()
    }
}

/// Whether this file is one of many: the other cores have theirs.
fn is_one_of_many() -> bool {
    rayon::current_thread_index().is_some()
}

/// The ranges of widths, by the least of each, and the map that shows in it: the widest that has room.
pub(super) fn shown(bands: &[Band]) -> impl Iterator<Item = (f64, &Band)> {
    WIDTHS.iter().filter_map(|&(from, ..)| {
        let mut fitting = bands.iter().filter(|band| band.scene.width <= from);
        Some((from, fitting.next().or(bands.last())?))
    })
}

/// The best of several seeds for one width of the map, in CSS px, polished. Earlier seeds win ties.
pub fn best(graph: &Graph, width: f64, seeds: u32) -> Band {
    let band = best_of(graph, width, seeds, layout);
    polished(graph, width, band, seeds)
}

/// The same for what nothing takes over: its places need not be told.
pub fn best_scene(graph: &Graph, width: f64, seeds: u32) -> Scene {
    let band = best_of(graph, width, seeds, layout);
    bettered(graph, band.scene, band.seed, seeds)
}

/// The same with names in the boxes, whatever room they need: for pictures, which have no list beside them.
pub fn scene_with_names(graph: &Graph, width: f64, seeds: u32) -> Scene {
    let band = best_of(graph, width, seeds, with_names);
    bettered(graph, band.scene, band.seed, seeds)
}

/// The band bettered, and with what makes it again; as it is where only the seed does.
fn polished(graph: &Graph, width: f64, band: Band, seeds: u32) -> Band {
    if band.scene.waiting {
        return band;
    }
    let scene = bettered(graph, band.scene.clone(), band.seed, seeds);
    let options = Options::published(width, band.seed);
    let is_same = |places: &String| at_once(replay_in_pieces(graph, &options, places)) == scene;
    match places(graph, &scene).filter(is_same) {
        Some(places) => Band {
            scene,
            places: Some(places),
            ..band
        },
        None => band,
    }
}

fn bettered(graph: &Graph, scene: Scene, seed: u32, seeds: u32) -> Scene {
    let ties = graph.ties.len().max(TIES_OF_A_TRY) as u32;
    let tries = seeds.saturating_sub(1) * TRIES_PER_LAYOUT * TIES_OF_A_TRY as u32 / ties;
    polish(graph, scene, tries, seed, |scene| cost(graph, scene))
}

/// A way to lay a graph out.
type Layout = fn(&Graph, &Options) -> Scene;

fn best_of(graph: &Graph, width: f64, seeds: u32, layout: Layout) -> Band {
    let band = |seed| {
        let scene = layout(graph, &Options::published(width, seed));
        let band = Band {
            seed,
            scene,
            places: None,
        };
        (cost(graph, &band.scene), band)
    };
    let all = SEED..SEED + seeds.max(1);
    let better =
        |best: (Cost, Band), rival: (Cost, Band)| if rival.0 < best.0 { rival } else { best };
    let best = if is_one_of_many() {
        all.map(band).reduce(better)
    } else {
        all.into_par_iter().map(band).reduce_with(better)
    };
    best.unwrap_or_else(|| band(SEED)).1
}

/// Broken promises, ties without a clear way, then what it looks like.
type Cost = (usize, usize, f64);

// What a map looks like (`cost`), in px of its height. A pair of ties that runs as one misleads more than a crossing, one that
// hides the other most; all are worth some way round.
/// Each pair of ties that cross.
const CROSSING: f64 = 80.0;
/// Each pair that could be taken for one.
const JOINED: f64 = 90.0;
/// Each pair that lies on one another, besides a px for each that it does so.
const OVERLAID: f64 = 200.0;
/// Each px of a tie.
const LENGTH_PER_PX: f64 = 0.15;
/// What a tie with its words on it spares.
const WORDS: f64 = 6.0;

/// What a reader would mind, the least first: broken promises, ties without a clear way, then tangle, length and height. It
/// chooses among finished scenes; the head of [`crate::layout`] lists the costs by which they are made.
fn cost(graph: &Graph, scene: &Scene) -> Cost {
    let found: Audit = audit(graph, scene);
    let tangle = found.crossings as f64 * CROSSING
        + found.joined as f64 * JOINED
        + found.overlaid as f64 * OVERLAID
        + found.overlaid_px;
    let looks =
        tangle + found.length * LENGTH_PER_PX + scene.height - found.tie_labels as f64 * WORDS;
    (found.broken(), found.unclear, looks)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;
    use crate::view::state::{GAP, WIDE_FROM, map_width};

    const CSS: &str = include_str!("../../../style/widget.css");

    /// A width as the queries say it: in em of 100 px.
    fn px(em: &str) -> u32 {
        let em = em.strip_suffix("em").unwrap();
        (em.parse::<f64>().unwrap() * 100.0).round() as u32
    }

    /// Whether a container query holds of a widget this wide, in CSS px.
    fn holds(query: &str, width: u32) -> bool {
        query.split(" or ").any(|range| {
            let range = range.strip_prefix('(').unwrap().strip_suffix(')').unwrap();
            let words: Vec<&str> = range.split(' ').collect();
            match words[..] {
                ["width", "<", end] => width < px(end),
                ["width", ">=", from] => width >= px(from),
                [from, "<=", "width", "<", end] => px(from) <= width && width < px(end),
                _ => panic!("a query of another form: {range}"),
            }
        })
    }

    /// The query under which all maps but that of this class are hidden.
    fn query_of(map: f64) -> &'static str {
        let hides = format!(" {{ .static .map:not(.m{map})");
        let line = CSS.lines().find(|line| line.contains(&hides)).unwrap();
        let query = line.split_once(&hides).unwrap().0;
        query.strip_prefix("@container ").unwrap()
    }

    /// `map_width` in `state.rs`, the table above and the queries of the style say the same of every width: the widest map
    /// that has room shows, beside the panel as under it.
    #[test]
    fn the_style_shows_each_map_where_the_live_one_would_be_as_wide() {
        for width in 1..2_000 {
            let room = map_width(f64::from(width));
            let widths = WIDTHS.map(|(width, ..)| width);
            let fitting = widths.into_iter().rfind(|&map| map <= room);
            let shown = widths
                .into_iter()
                .filter(|&map| holds(query_of(map), width));
            let expected = fitting.unwrap_or(widths[0]);
            assert_eq!(shown.collect::<Vec<_>>(), [expected], "{width} px");
        }
    }

    #[test]
    fn the_style_sets_the_panel_beside_the_map_where_the_layout_reckons_with_it() {
        let body = format!(
            "@container (width >= {}em) {{\n  .body {{ display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: {GAP}px;",
            WIDE_FROM / 100.0
        );
        assert!(CSS.contains(&body), "widget.css has no {body}");
    }
}
