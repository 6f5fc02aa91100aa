//! Replay: a map made again from where its boxes stand, without a search.
//!
//! A search over many layouts finds little to tell: the floorplan, each box's row and its place in it. An edition carries
//! that as a text ([`places`]), and whoever takes its map over routes the ties once: the map is the same to the last bit,
//! whatever was done to find it.
//!
//! ```text
//! k7a201.2-3,0012…00ab…3c9f…
//! ```
//!
//! Two digits (of 36) that change with what joins which boxes and with who is in which camp; one for the roominess, one for the
//! lanes; the groups, those of a column together, columns apart by `.`, bands by
//! `-`; every box's row, in the graph's order; and the px from the map's left edge to the box, all higher digits before all
//! lower ones, for so they compress best.

use super::Graph;
use super::arrangement::{Bands, Seat, plan, seated, share};
use super::draft::{Draft, Trial};
use super::index::at;
use super::rng::Rng;
use super::scene::Scene;

/// Of the digits that everything is written with.
const RADIX: u32 = 36;
/// The digit of roominess 0; half a step for each digit more.
const ROOMINESS_0: f64 = 10.0;
/// A box that its row moves farther than this, in CSS px, was put there for names of other lengths.
const MOST_MOVED_PX: f64 = 1.0;

/// What makes a map of [`layout`](super::layout) again ([`replay_in_pieces`](super::replay_in_pieces)); none for a map that
/// cannot be told so, as one of very many rows.
pub fn places(graph: &Graph, scene: &Scene) -> Option<String> {
    let kept = &scene.arrangement;
    let digit = |number: usize| char::from_digit(u32::try_from(number).ok()?, RADIX);
    let roominess = kept.spacing.roominess * 2.0 + ROOMINESS_0;
    if roominess < 0.0 {
        return None;
    }
    let mut text = String::new();
    let [high, low] = ends(graph);
    for number in [high, low, roominess as usize, kept.lanes] {
        text.push(digit(number)?);
    }
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
    let radix = RADIX as usize;
    // Boxes stand on whole px.
    let lefts = scene.nodes.iter().map(|node| (node.rect.x + 0.5) as usize);
    let rows = kept.seats.iter().map(|seat| seat.row);
    for number in rows
        .chain(lefts.clone().map(|left| left / radix))
        .chain(lefts.map(|left| left % radix))
    {
        text.push(digit(number)?);
    }
    Some(text)
}

/// The two digits that tell graphs apart whose boxes are alike: of their ties, whichever way these go and in whichever order, and of
/// the boxes' camps. A map that was good for others would be a bad one.
fn ends(graph: &Graph) -> [usize; 2] {
    let mut sum: u32 = 0;
    // Knuth's multiplicative hash.
    let mut add = |one: usize, other: usize| {
        let pair = (one as u32).wrapping_mul(40_503) ^ other as u32;
        sum = sum.wrapping_add(pair.wrapping_mul(2_654_435_761) >> 8);
    };
    for tie in &graph.ties {
        if tie.from != tie.to {
            add(tie.from.min(tie.to), tie.from.max(tie.to));
        }
    }
    for (index, node) in graph.nodes.iter().enumerate() {
        add(node.camp.map_or(0, |camp| camp + 1), index);
    }
    [sum / RADIX % RADIX, sum % RADIX].map(|digit| digit as usize)
}

/// The draft, the placement and the lanes that [`places`] tell of a graph at a width; none if they are not those of this graph: of
/// other boxes, ties or camps. What else a map shows, as which way a tie goes, may have changed.
pub(super) fn replay<'a>(
    graph: &'a Graph,
    width: f64,
    places: &str,
) -> Option<(Draft<'a>, Trial, usize)> {
    let mut signs = places.as_bytes().iter();
    let number = |sign: Option<&u8>| Some(char::from(*sign?).to_digit(RADIX)? as usize);
    if [number(signs.next())?, number(signs.next())?] != ends(graph) {
        return None;
    }
    let (roominess, lanes) = (number(signs.next())?, number(signs.next())?);
    let mut bands: Bands = Vec::new();
    let mut before = b'-';
    loop {
        let sign = *signs.next()?;
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
            group => band.last_mut()?.push(number(Some(&group))?),
        }
        before = sign;
    }
    let draft = Draft::new(graph, width, (roominess as f64 - ROOMINESS_0) / 2.0);
    let plan = plan(&draft, &bands)?;
    let titles = draft.titles(&plan);
    let site = draft.site(&plan, &titles);
    let signs = signs.as_slice();
    let count = draft.boxes.len();
    if signs.len() != 3 * count {
        return None;
    }
    let (mut seats, mut given) = (Vec::new(), Vec::new());
    for (node, (label, &group)) in draft.boxes.iter().zip(&draft.group_of).enumerate() {
        let digit = |nth| number(signs.get(nth * count + node));
        let left = digit(1)? * RADIX as usize + digit(2)?;
        let x = left as f64 + label.width / 2.0;
        seats.push(Seat {
            row: digit(0)?,
            share: share(x, at(&site.bounds, group)),
        });
        given.push(x);
    }
    let mut placement = seated(&seats, &site)?;
    for (centre, x) in placement.centres.iter_mut().zip(given) {
        if (centre.x - x).abs() > MOST_MOVED_PX {
            return None;
        }
        // On whole px two boxes may stand some of a px nearer to each other than a row sets them.
        centre.x = x;
    }
    let trial = Trial {
        placement,
        plan,
        titles,
        rng: Rng::new(0),
    };
    Some((draft, trial, lanes))
}
