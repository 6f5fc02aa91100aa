//! How much air stands where, by the width of the map: small steps for a phone, more for a desk.

/// What boxes keep from each other whatever their number.
const LEAST_GAP_PX: f64 = 10.0;

/// Distances in CSS px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Spacing {
    /// The map's width.
    pub width: f64,
    /// How much wider or narrower the ways are than at first, see [`Spacing::new`].
    pub roominess: f64,
    /// From the map's edge to a camp's border.
    pub margin: f64,
    /// Between camps side by side.
    pub gutter_x: f64,
    /// Between camps one over the other.
    pub gutter_y: f64,
    /// From a camp's border to its boxes, at the sides.
    pub pad_x: f64,
    /// From a camp's border or title to its boxes, above and below.
    pub pad_y: f64,
    /// The least distance between boxes in a row.
    pub box_gap: f64,
    /// The least distance between boxes in a row that a tie joins: room for an arrow.
    pub tied_gap: f64,
    /// The distance between rows.
    pub row_gap: f64,
    /// The greatest width of a box…
    pub box_width: f64,
    /// …unless a word of its name needs more, up to this.
    pub word_width: f64,
}

impl Spacing {
    /// The spacing for a width; `roominess` above 0 widens the ways between the boxes, below 0 it narrows them.
    pub(super) fn new(width: f64, roominess: f64) -> Self {
        // 0 at 320 px, 1 at 960 px.
        let share = ((width - 320.0) / 640.0).clamp(0.0, 1.0);
        Self {
            width,
            roominess,
            margin: 4.0 + 6.0 * share,
            gutter_x: 10.0 + 22.0 * share,
            gutter_y: 10.0 + 10.0 * share,
            pad_x: 11.0 + 5.0 * share,
            pad_y: (10.0 + 4.0 * share + 2.0 * roominess).max(6.0),
            box_gap: (18.0 + 6.0 * share + 2.0 * roominess).max(12.0),
            tied_gap: 23.0 + 9.0 * share,
            row_gap: (22.0 + 8.0 * share + 5.0 * roominess).max(12.0),
            box_width: (112.0 + 58.0 * share).min(150.0).min(width - 40.0),
            word_width: width * 0.4,
        }
    }

    /// Less air on the narrowest maps, where all ties are drawn and no room is left in height.
    pub(super) fn narrow(&mut self) {
        let steps = ((320.0 - self.width) / 32.0).clamp(0.0, 1.0);
        self.pad_y = (self.pad_y - 2.0 * steps).max(6.0);
        self.row_gap = (self.row_gap - 5.0 * steps).max(LEAST_GAP_PX);
    }

    /// Less air, for many small boxes of which only one's ties are drawn at a time.
    pub(super) fn tighten(&mut self) {
        self.box_gap = (self.box_gap - 4.0).max(LEAST_GAP_PX);
        self.tied_gap -= 5.0;
        self.row_gap = (self.row_gap - 6.0).max(LEAST_GAP_PX);
    }

    /// The room between the outermost camps' borders.
    pub(super) fn inner_width(&self) -> f64 {
        self.width - 2.0 * self.margin
    }
}
