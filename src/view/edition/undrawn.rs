//! What a picture does not draw of its story. A live map draws it once somebody asks, a picture never: what it leaves out
//! it says, or its silence would be read as "there is no more".

use crate::incident::template::fill;
use crate::layout::Scene;
use crate::layout::form::{ALL_TIES_FROM, FEW_NODES, MOST_DRAWN, MOST_NODES, waits};
use crate::view::Story;
use crate::view::story::{MAP_ACTORS, MAP_TIES};

/// What is not on the map of a scene. What there is none of is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undrawn {
    /// How many actors have no box, of how many.
    pub actors: (usize, usize),
    /// How many ties between those on the map have no line, of how many.
    pub ties: (usize, usize),
    why: Why,
}

/// Why there are ties without a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    /// No way clear of the names.
    NoWay,
    /// On a wider map all would be drawn.
    Narrow,
    /// So many are drawn nowhere.
    Ties,
    /// Between so many actors they are drawn nowhere.
    Actors,
}

impl Undrawn {
    /// What a scene of this story does not draw.
    pub fn of(story: &Story, scene: &Scene) -> Self {
        let joining = || scene.ties.iter().filter(|placed| placed.joins());
        let all = joining().count();
        let why = if !scene.waiting {
            Why::NoWay
        } else if all > MOST_DRAWN {
            Why::Ties
        } else if waits(scene.nodes.len(), all, ALL_TIES_FROM) {
            Why::Actors
        } else {
            Why::Narrow
        };
        Self {
            actors: (story.off_map.len(), story.incident.actors.len()),
            ties: (joining().filter(|placed| !placed.clear).count(), all),
            why,
        }
    }

    /// Whether the map has lines.
    pub(super) fn has_ties(&self) -> bool {
        self.ties.0 < self.ties.1
    }

    /// For readers: which actors have no box, if that is so.
    pub(super) fn actors(&self) -> Option<String> {
        let (actors, all) = (self.actors.0.to_string(), self.actors.1.to_string());
        (self.actors.0 > 0).then(|| {
            fill(
                "Not on this map: % of % actors, those with the fewest ties.",
                &[&actors, &all],
            )
        })
    }

    /// For readers: "Not drawn: the 328 ties between these actors, too many to be told apart."
    pub fn sentences(&self) -> Vec<String> {
        let (ties, all) = (self.ties.0.to_string(), self.ties.1.to_string());
        let ties = match (self.ties.0, self.why) {
            (0, _) => None,
            (_, Why::NoWay) => Some(fill(
                "Not drawn: % of % ties, for which no way clear of the names was found.",
                &[&ties, &all],
            )),
            (_, Why::Narrow) => Some(fill(
                "Not drawn: the % ties between these actors, too many to be told apart at this width.",
                &[&ties],
            )),
            (_, Why::Ties | Why::Actors) => Some(fill(
                "Not drawn: the % ties between these actors, too many to be told apart.",
                &[&ties],
            )),
        };
        self.actors().into_iter().chain(ties).collect()
    }

    /// For editors: what is missing, why, and what would help.
    pub fn warnings(&self) -> Vec<String> {
        let (actors, all) = self.actors;
        let actors = (actors > 0).then(|| {
            format!(
                "{actors} of {all} actors are not on the map, those with the fewest ties: it takes {MAP_ACTORS} actors and \
                 {MAP_TIES} ties at most. The picture says so. The live map of the edition element shows all; for a picture, \
                 make a file of fewer actors"
            )
        });
        let (ties, all) = self.ties;
        let wide = ALL_TIES_FROM as u32;
        let (why, cure) = match self.why {
            Why::NoWay => (
                "for the others no way clear of the names was found".to_owned(),
                "Another --width or more --seeds may find one".to_owned(),
            ),
            Why::Narrow => (
                format!("between more than {FEW_NODES} actors they need a map of {wide} px"),
                format!("--width {wide} draws them"),
            ),
            Why::Ties => (
                format!("more than {MOST_DRAWN} would be a tangle at any --width"),
                "The edition element shows those of the actor that is opened; for a picture, make a file of fewer actors"
                    .to_owned(),
            ),
            Why::Actors => (
                format!("between more than {MOST_NODES} actors they would be a tangle at any --width"),
                "The edition element shows those of the actor that is opened; for a picture, make a file of fewer actors"
                    .to_owned(),
            ),
        };
        let drawn = match all - ties {
            0 => format!("none of {all} ties is drawn"),
            drawn => format!("{drawn} of {all} ties are drawn"),
        };
        let ties = (ties > 0).then(|| format!("{drawn}: {why}. The picture says so. {cure}"));
        actors.into_iter().chain(ties).collect()
    }
}
