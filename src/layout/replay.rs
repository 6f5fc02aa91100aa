//! Replay: a map made again from where its boxes stand, without a search.
//!
//! A search over many layouts finds little to tell: the floorplan, each box's row and its place in it. An edition carries
//! that as a text ([`places`]), and whoever takes its map over routes the ties once: the map is the same to the last bit,
//! whatever was done to find it.
//!
//! ```text
//! a201.2-3,00b14a…
//! ```
//!
//! One digit (of 36) for the roominess, one for the lanes; the groups, those of a column together, columns apart by `.`, bands by
//! `-`; and of every box, in the graph's order, its row and in two digits the px from the map's left edge.

use super::Graph;
use super::arrangement::{Bands, Seat, seated, share};
use super::draft::{Draft, Trial};
use super::index::at;
use super::rng::Rng;
use super::scene::Scene;
use super::survey::Survey;
use super::territories::Floorplan;

/// Of the digits that everything is written with.
const RADIX: u32 = 36;
/// The digit of roominess 0; half a step for each digit more.
const ROOMINESS_0: f64 = 10.0;
/// A box that its row moves farther than this, in CSS px, was put there for names of other lengths.
const MOST_MOVED_PX: f64 = 1.0;

/// What makes a map of [`layout`](super::layout) again ([`replay_in_pieces`](super::replay_in_pieces)); none for a map that
/// cannot be told so, as one of very many rows.
pub fn places(scene: &Scene) -> Option<String> {
    let kept = &scene.arrangement;
    let digit = |number: usize| char::from_digit(u32::try_from(number).ok()?, RADIX);
    let roominess = kept.spacing.roominess * 2.0 + ROOMINESS_0;
    let mut text = String::new();
    text.push(digit(roominess as usize)?);
    text.push(digit(kept.lanes)?);
    for (nth, columns) in kept.bands.iter().enumerate() {
        if nth > 0 {
            text.push('-');
        }
        for (nth, groups) in columns.iter().enumerate() {
            if nth > 0 {
                text.push('.');
            }
            for &group in groups {
                text.push(digit(group)?);
            }
        }
    }
    text.push(',');
    for (seat, node) in kept.seats.iter().zip(&scene.nodes) {
        text.push(digit(seat.row)?);
        // Boxes stand on whole px.
        let left = (node.rect.x + 0.5) as usize;
        text.push(digit(left / RADIX as usize)?);
        text.push(digit(left % RADIX as usize)?);
    }
    Some(text)
}

/// The draft, the placement and the lanes that [`places`] tell of a graph at a width; none if they are not those of this graph: of
/// another number of boxes, or of names with other lengths. What they do not tell, as the ties, may have changed.
pub(super) fn replay<'a>(
    graph: &'a Graph,
    width: f64,
    places: &str,
) -> Option<(Draft<'a>, Trial, usize)> {
    let mut signs = places.bytes();
    let number = |sign: Option<u8>| Some(char::from(sign?).to_digit(RADIX)? as usize);
    let (roominess, lanes) = (number(signs.next())?, number(signs.next())?);
    let mut bands: Bands = Vec::new();
    let mut before = b'-';
    loop {
        let sign = signs.next()?;
        if before == b'-' {
            bands.push(Vec::new());
        }
        let band = bands.last_mut()?;
        if before == b'-' || before == b'.' {
            band.push(Vec::new());
        }
        match sign {
            b',' => break,
            b'-' | b'.' => {}
            group => band.last_mut()?.push(number(Some(group))?),
        }
        before = sign;
    }
    let draft = Draft::new(graph, width, (roominess as f64 - ROOMINESS_0) / 2.0);
    let plan = plan(&draft, &bands)?;
    let titles = draft.titles(&plan);
    let site = draft.site(&plan, &titles);
    let (mut seats, mut given) = (Vec::new(), Vec::new());
    for (label, &group) in draft.boxes.iter().zip(&draft.group_of) {
        let row = number(signs.next())?;
        let left = number(signs.next())? * RADIX as usize + number(signs.next())?;
        let x = left as f64 + label.width / 2.0;
        let share = share(x, at(&site.bounds, group));
        seats.push(Seat { row, share });
        given.push(x);
    }
    let placement = seated(&seats, &site)?;
    let mut places = placement.centres.iter().zip(&given);
    if signs.next().is_some() || places.any(|(centre, x)| (centre.x - x).abs() > MOST_MOVED_PX) {
        return None;
    }
    let trial = Trial {
        placement,
        plan,
        titles,
        rng: Rng::new(0),
    };
    Some((draft, trial, lanes))
}

/// The floorplan of groups in these bands; none if they are too wide, or not all of the draft's, each once.
pub(super) fn plan(draft: &Draft, bands: &Bands) -> Option<Floorplan> {
    let mut seen = vec![false; draft.groups.len()];
    for &group in bands.iter().flatten().flatten() {
        if std::mem::replace(seen.get_mut(group)?, true) {
            return None;
        }
    }
    if seen.contains(&false) {
        return None;
    }
    Survey::new(
        draft.graph,
        &draft.groups,
        &draft.boxes,
        &draft.spacing,
        draft.height,
    )
    .plan(bands)
}
