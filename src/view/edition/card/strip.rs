//! The line under a quotation: who said it to whom, as on the map, and who printed it.

use crate::incident::template::fill;
use crate::layout::{Rect, px};
use crate::view::dom::el;
use crate::view::edition::ledger::ours;
use crate::view::edition::setting::{Page, Type};
use crate::view::html::plain_text;
use crate::view::map::marks;
use crate::view::palette::{self, INK};
use crate::view::statement::deviations_of;
use crate::view::svg::Writer;
use crate::view::words::Family;
use crate::view::{Story, words};

use super::choice::Said;
use super::{SMALL, sans};

const NAME: Type = sans(26.0, false, INK);
const DEED: Type = sans(24.0, true, INK);

/// From the boxes to who reported it, beside and below them, in px.
const TO_BY: f64 = 10.0;
const TO_BELOW: f64 = 6.0;
/// A name's box: its height and the room beside the name, in px.
const BOX: (f64, f64) = (46.0, 14.0);
/// A piece of an arrow's line, its head, and the room beside its words, in px.
const ARROW: (f64, f64, f64) = (20.0, 16.0, 8.0);

/// Who said it to whom, as on the map, and who printed it.
pub(super) struct Strip {
    /// Speaker, arrow and those it is aimed at, with where each begins; none where they have no room in a line.
    row: Vec<(f64, Part)>,
    /// What has no room in that line: lines of text.
    below: Vec<String>,
    /// Where the last words of the line begin.
    by: Option<(f64, String)>,
}

enum Part {
    Box(String, [bool; 4]),
    Arrow(String),
    Deed(String),
}

/// The line of what somebody said, in no more than `room` px.
pub(super) fn strip(story: &Story, said: &Said, room: f64) -> Strip {
    let statement = said.statement;
    let by = fill("Reported by %", &[&reported_by(story, said)]);
    let by = ours(story.language(), by);
    let deed = words::stances(statement);
    let boxed = |id: &str| {
        let marked = story.incident.actor(id).map(marks).unwrap_or_default();
        Part::Box(story.name(id).to_owned(), marked)
    };
    let mut parts = vec![boxed(&statement.speaker)];
    parts.push(if statement.to.is_empty() {
        Part::Deed(deed)
    } else {
        Part::Arrow(deed)
    });
    parts.extend(statement.to.iter().map(|id| boxed(id)));
    let mut x = 0.0;
    let mut row = Vec::new();
    for part in parts {
        let width = part.width();
        row.push((x, part));
        x += width + ARROW.2;
    }
    if x - ARROW.2 > room {
        // Names too long for a line of boxes: all in words.
        let targets: Vec<String> = statement
            .to
            .iter()
            .map(|id| story.name(id).to_owned())
            .collect();
        let (speaker, targets) = (story.name(&statement.speaker), words::listed(&targets));
        let deed = [speaker, &words::stances(statement), &targets].join(" ");
        // Each set apart where it has letters from right to left, or the one's last words would draw in the other's first.
        let all = words::joined(&[deed.trim_end().to_owned(), by], "\u{a0}· ");
        return Strip {
            row: Vec::new(),
            below: SMALL.lines(&all, room),
            by: None,
        };
    }
    x += TO_BY;
    if x + SMALL.width(&by) <= room {
        return Strip {
            row,
            below: Vec::new(),
            by: Some((x, by)),
        };
    }
    Strip {
        row,
        below: SMALL.lines(&by, room),
        by: None,
    }
}

/// The outlet, and where it names another speaker or venue.
fn reported_by(story: &Story, said: &Said) -> String {
    let outlet = words::short_outlet(story, said.printing.source);
    let deviating = deviations_of(el("p"), story, said.statement, &said.printing, false);
    [outlet, plain_text(&deviating)].concat()
}

impl Strip {
    /// In px.
    pub(super) fn height(&self) -> f64 {
        match (self.row.is_empty(), self.below.is_empty()) {
            (false, true) => BOX.0,
            _ => self.below_from() + SMALL.height(&self.below),
        }
    }

    /// Writes it from this place on.
    pub(super) fn write(
        &self,
        out: &mut Writer,
        page: &Page,
        family: Family,
        (start, top): (f64, f64),
    ) {
        for (x, part) in &self.row {
            part.write(out, page, family, (start + x, top));
        }
        if let Some((x, by)) = &self.by {
            SMALL.write_middle(out, page, by, (start + x, top + BOX.0 / 2.0));
        }
        SMALL.write(out, page, &self.below, (start, top + self.below_from()));
    }

    /// How far below the strip's upper edge the lines of text begin.
    fn below_from(&self) -> f64 {
        if self.row.is_empty() {
            0.0
        } else {
            BOX.0 + TO_BELOW
        }
    }
}

impl Part {
    fn width(&self) -> f64 {
        let (piece, head, beside) = ARROW;
        match self {
            Self::Box(name, _) => NAME.width(name) + 2.0 * BOX.1,
            Self::Arrow(deed) => 2.0 * (piece + beside) + DEED.width(deed) + head,
            Self::Deed(deed) => DEED.width(deed),
        }
    }

    fn write(&self, out: &mut Writer, page: &Page, family: Family, (start, top): (f64, f64)) {
        let middle = top + BOX.0 / 2.0;
        let line = palette::line(family.id());
        let (piece, head, beside) = ARROW;
        let deed_type = Type {
            colour: line.colour,
            ..DEED
        };
        match self {
            Self::Box(name, marked) => {
                let radius = if marked.first() == Some(&true) {
                    BOX.0 / 2.0
                } else {
                    12.0
                };
                let place = Rect::new(0.0, 0.0, self.width() / 2.0, BOX.0 / 2.0);
                doubled(out, page, (start, top), |out| {
                    out.rect(place, radius / 2.0, &palette::actor_box(*marked));
                });
                let name_type = Type {
                    colour: palette::name(*marked),
                    ..NAME
                };
                name_type.write_middle(out, page, name, (start + BOX.1, middle));
            }
            Self::Arrow(deed) => {
                let width = self.width();
                doubled(out, page, (start, middle), |out| {
                    let half = |x: f64| px(x / 2.0);
                    let course = [
                        "M0 0H",
                        &half(piece),
                        "M",
                        &half(width - piece - head),
                        " 0H",
                        &half(width - head),
                    ];
                    out.path(&course.concat(), &line.stroke());
                    let head = ["M", &half(width), " 0l-8 -3.5v7Z"].concat();
                    out.path(&head, &[("fill", line.colour)]);
                });
                deed_type.write_middle(out, page, deed, (start + piece + beside, middle));
            }
            Self::Deed(deed) => deed_type.write_middle(out, page, deed, (start, middle)),
        }
    }
}

/// Draws as on the map, at twice the size, from this place on in the direction of reading.
fn doubled(
    out: &mut Writer,
    page: &Page,
    (start, top): (f64, f64),
    draw: impl FnOnce(&mut Writer),
) {
    let scale = if page.from_right {
        ") scale(-2 2)"
    } else {
        ") scale(2)"
    };
    let place = [
        "translate(",
        &px(page.left(start, 0.0)),
        " ",
        &px(top),
        scale,
    ]
    .concat();
    out.open("g", &[("transform", &place)]);
    draw(out);
    out.close("g");
}
