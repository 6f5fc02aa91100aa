//! Ports: the places on a box's border where a tie may start or end.

use super::geometry::{Point, Rect, most};

/// From a box's corner to its first port.
const CORNER_PX: f64 = 7.0;
/// The least distance between two neighbouring ports.
const STEP_PX: f64 = 7.0;
/// The most ports on one side.
const MOST_PER_SIDE: usize = 11;
/// From the border to the port, so that neither line nor arrowhead lies under the box's own border.
pub(super) const STAND_OFF_PX: f64 = 1.5;

/// A place on a border.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Port {
    /// Where, just outside the border.
    pub at: Point,
    /// The way straight out of the box.
    pub out: Point,
    /// The distance from the middle of its side.
    pub off: f64,
}

/// The ports of a box, symmetric to each side's middle; a round box has those of its rounded ends near their middles.
pub(super) fn ports(rect: &Rect, round: bool) -> Vec<Port> {
    let centre = rect.centre();
    let mut all = Vec::new();
    let (half_width, half_height) = (rect.width / 2.0, rect.height / 2.0);
    // A pill's ends are half circles; ports keep to its straight part and a little beyond, and to the ends' middles.
    let radius = half_height.min(half_width);
    let (corner_x, corner_y) = if round {
        (radius * 0.85, most(half_height - STEP_PX, CORNER_PX))
    } else {
        (CORNER_PX, CORNER_PX)
    };
    for (out, half_side, reach, corner) in [
        (Point::new(0.0, -1.0), half_width, half_height, corner_x),
        (Point::new(1.0, 0.0), half_height, half_width, corner_y),
        (Point::new(0.0, 1.0), half_width, half_height, corner_x),
        (Point::new(-1.0, 0.0), half_height, half_width, corner_y),
    ] {
        let usable = (half_side - corner).max(0.0);
        let each_way = ((usable / STEP_PX).floor() as usize).min(MOST_PER_SIDE / 2);
        let step = if each_way > 0 {
            usable / each_way as f64
        } else {
            0.0
        };
        for i in 0..=2 * each_way {
            let off = (i as f64 - each_way as f64) * step;
            let mut depth = reach + STAND_OFF_PX;
            if round {
                // The border curves back from where the straight part ends.
                let beyond = (off.abs() - (half_side - radius)).max(0.0);
                depth -= radius - (radius * radius - beyond * beyond).max(0.0).sqrt();
                // A head that arrives at a slant still must not reach into the box.
                depth = most(depth, reach + 0.6);
            }
            let at = Point::new(
                centre.x + out.x * depth + out.y.abs() * off,
                centre.y + out.y * depth + out.x.abs() * off,
            );
            all.push(Port {
                at,
                out,
                off: off.abs(),
            });
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ports_stand_on_the_border_and_apart() {
        for (rect, round) in [
            (Rect::new(10.0, 20.0, 120.0, 44.0), false),
            (Rect::new(10.0, 20.0, 28.0, 28.0), false),
            (Rect::new(10.0, 20.0, 110.0, 30.0), true),
            (Rect::new(10.0, 20.0, 28.0, 44.0), true),
        ] {
            let all = ports(&rect, round);
            assert!(all.len() >= 4);
            for (i, port) in all.iter().enumerate() {
                let distance = rect.distance(port.at);
                assert!(
                    distance <= STAND_OFF_PX + 1e-9 && (round || distance > 1.0),
                    "{port:?}"
                );
                for other in all.iter().skip(i + 1) {
                    assert!(
                        port.at.distance(other.at) >= STEP_PX - 1e-9 || port.out != other.out,
                        "{port:?} {other:?}"
                    );
                }
            }
        }
    }
}
