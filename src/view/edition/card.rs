//! The social card: 1,200 × 630 px, the size that sites and messengers show of a link, most of them 500 px wide. So it has
//! few words in large type: the title, and what was said, with who said it to whom. A map would have no room.
//!
//! Quotations stand word for word or not at all. An accusation goes with its denial where both are lead statements and
//! have room; what has none gives way to the next, and in the end to the summary.

use crate::incident::words::fill;
use crate::incident::{Report, Statement};
use crate::layout::{Rect, px};

use super::outlets;
use super::setting::{Page, Type};
use crate::view::map::marks;
use crate::view::palette::{self, INK, SOFT, WASH};
use crate::view::statement::{deviations, family};
use crate::view::svg::Writer;
use crate::view::wording::{Printing, printings};
use crate::view::words::Family;
use crate::view::{Story, words};

/// The card's width, in px.
pub const WIDTH: f64 = 1200.0;
/// The card's height, in px.
pub const HEIGHT: f64 = 630.0;

/// From the card's edges to its words, at the sides and at the foot, in px.
const MARGIN: (f64, f64) = (56.0, 36.0);
const ROOM: f64 = WIDTH - 2.0 * MARGIN.0;
/// Where the kicker begins, in px.
const TOP: f64 = 38.0;
/// The least between title, statements and foot, in px.
const GAP: f64 = 22.0;

const KICKER: Type = sans(26.0, true, SOFT);
const NAME: Type = sans(26.0, false, INK);
const DEED: Type = sans(24.0, true, INK);
const SMALL: Type = sans(24.0, false, SOFT);
/// Sizes of the title, the largest first, and in how many lines each may be.
const TITLES: [(f64, usize); 9] = [
    (80.0, 1),
    (72.0, 2),
    (64.0, 2),
    (58.0, 2),
    (52.0, 2),
    (46.0, 3),
    (40.0, 3),
    (34.0, 4),
    (28.0, 6),
];
/// For a word too long for a line the title becomes no smaller than this: the word is parted.
const LEAST_WHOLE: f64 = 40.0;
/// A title longer than all that, in as many lines as it takes: its length is limited, and it fits.
const LEAST_TITLE: f64 = 24.0;
/// Sizes of quotations and of the summary, the largest first.
const QUOTES: [f64; 8] = [60.0, 54.0, 49.0, 44.0, 40.0, 36.0, 32.0, 28.0];

/// The longest quotation that can have room, in characters: some 60 of them are a line of the least size.
const MOST_CHARS: usize = 1_200;

/// From a statement's rule to its words, in px.
const INDENT: f64 = 26.0;
const RULE: f64 = 6.0;
/// Between two statements, in px.
const BETWEEN: f64 = 20.0;
/// From a quotation to who said it, in px.
const TO_STRIP: f64 = 11.0;
/// From the boxes to who reported it, beside and below them, in px.
const TO_BY: f64 = 10.0;
const TO_BELOW: f64 = 6.0;
/// A name's box: its height and the room beside the name, in px.
const BOX: (f64, f64) = (46.0, 14.0);
/// A piece of an arrow's line, its head, and the room beside its words, in px.
const ARROW: (f64, f64, f64) = (20.0, 16.0, 8.0);

const fn sans(size: f64, bold: bool, colour: &'static str) -> Type {
    Type {
        size,
        leading: 1.3,
        bold,
        serif: false,
        colour,
    }
}

const fn serif(size: f64, bold: bool) -> Type {
    Type {
        size,
        leading: if bold { 1.12 } else { 1.24 },
        bold,
        serif: true,
        colour: INK,
    }
}

/// The card of a story as an SVG document.
pub fn card(story: &Story) -> String {
    let head = &story.incident.incident;
    let page = Page::new(story, WIDTH);
    let mut out = Writer::default();
    out.open_picture(&px(WIDTH), &px(HEIGHT));
    out.element("title", &[], &head.title);
    let ground = Rect::new(0.0, 0.0, WIDTH, HEIGHT);
    out.rect(ground, 0.0, &[("fill", WASH)]);
    out.rect(
        Rect {
            height: 12.0,
            ..ground
        },
        0.0,
        &[("fill", INK)],
    );
    let kicker = KICKER.write(&mut out, &page, &[kicker(story)], (MARGIN.0, TOP));
    let (title, lines) = headline(&head.title);
    let top = title.write(&mut out, &page, &lines, (MARGIN.0, kicker + 6.0));

    let mut bottom = HEIGHT - MARGIN.1;
    let credit: Vec<String> = credit(story).into_iter().collect();
    bottom -= SMALL.height(&credit);
    let room = bottom - top - 2.0 * GAP;
    let blocks = body(story, room);
    let spare = (room - height(&blocks)) / (blocks.len() + 1) as f64;
    let mut y = top + GAP + spare;
    for block in &blocks {
        y = block.write(&mut out, &page, y) + BETWEEN + spare;
    }
    SMALL.write(&mut out, &page, &credit, (MARGIN.0, bottom));
    out.close("svg");
    out.0
}

/// "Who said what · 25 actors · 39 statements · 5 sources"
fn kicker(story: &Story) -> String {
    let incident = &story.incident;
    [
        "Who said what".to_owned(),
        words::counted(incident.actors.len(), "actor", "actors"),
        words::statements(incident.statements.len()),
        words::counted(incident.sources.len(), "source", "sources"),
    ]
    .join(" · ")
}

/// The title in the largest size that suits it: one that parts no word, if that can be read.
fn headline(title: &str) -> (Type, Vec<String>) {
    let sizes = || {
        let set = TITLES.into_iter().map(|(size, most)| {
            let set = serif(size, true);
            (most, (set, set.lines(title, ROOM)))
        });
        set.filter_map(|(most, set)| (set.1.len() <= most).then_some(set))
    };
    let mut large = sizes().take_while(|(set, _)| set.size >= LEAST_WHOLE);
    let whole = large.find(|(_, lines)| !parts_a_word(title, lines));
    whole.or_else(|| sizes().next()).unwrap_or_else(|| {
        let set = serif(LEAST_TITLE, true);
        (set, set.lines(title, ROOM))
    })
}

/// Whether a line ends within a word that is not hyphenated there. Chinese and Japanese have no such words.
fn parts_a_word(title: &str, lines: &[String]) -> bool {
    lines.windows(2).any(|pair| {
        let [line, next] = pair else { return false };
        let last = line.split(' ').next_back().unwrap_or_default();
        let first = next.split(' ').next().unwrap_or_default();
        let east = last.chars().next_back().is_some_and(|c| c >= '\u{2e80}');
        !east && !last.ends_with('-') && title.contains(&[last, first].concat())
    })
}

/// "Sources: UPI, AP and 3 more", in one line; none if not even one name has room.
fn credit(story: &Story) -> Option<String> {
    let outlets = outlets(story);
    let text = |named: usize| {
        let mut items = outlets.get(..named)?.to_vec();
        if named < outlets.len() {
            items.push([&(outlets.len() - named).to_string(), " more"].concat());
        }
        Some(fill("Sources: %", &[&words::listed(&items)]))
    };
    let texts = (1..=outlets.len()).rev().filter_map(text);
    let mut texts = texts.filter(|text| SMALL.width(text) <= ROOM);
    texts.next()
}

/// One source's printing of a statement.
#[derive(Clone)]
struct Said<'a> {
    statement: &'a Statement,
    printing: Printing<'a>,
}

/// A quotation with who said it, or the summary.
struct Block<'a> {
    set: Type,
    lines: Vec<String>,
    said: Option<(Said<'a>, Strip)>,
}

/// What stands between title and foot, no higher than the room.
fn body(story: &Story, room: f64) -> Vec<Block<'_>> {
    let lead = story.shown(None);
    let lead: Vec<&Statement> = lead.iter().filter_map(|&at| story.statement(at)).collect();
    let singles = lead.iter().flat_map(|statement| said(statement));
    let singles = singles.map(|said| vec![said]);
    for choice in opposed(&lead).into_iter().chain(singles) {
        let sized = |size| {
            let blocks = choice.iter().map(|said| quotation(story, said, size));
            blocks.collect::<Vec<_>>()
        };
        let mut sized = QUOTES.into_iter().map(sized);
        if let Some(blocks) = sized.find(|blocks| height(blocks) <= room) {
            return blocks;
        }
    }
    let Some(summary) = &story.incident.incident.summary else {
        return Vec::new();
    };
    let told = |size| {
        let set = serif(size, false);
        let lines = set.lines(summary, ROOM - INDENT);
        let said = None;
        vec![Block { set, lines, said }]
    };
    let mut told = QUOTES.into_iter().map(told);
    told.find(|blocks| height(blocks) <= room)
        .unwrap_or_default()
}

/// Every printing of a statement that quotes it, the fullest first, but for those that are too long in any size.
fn said(statement: &Statement) -> Vec<Said<'_>> {
    let short = |printing: &Printing| {
        let quotes = printing
            .reports
            .iter()
            .filter_map(|report| report.quote.as_ref());
        quotes.map(|quote| quote.chars().count()).sum::<usize>() <= MOST_CHARS
    };
    let printings = printings(statement).into_iter().filter(short);
    printings
        .map(|printing| Said {
            statement,
            printing,
        })
        .collect()
}

/// The first lead statement that denies, with the one it answers, or the first that denies nothing: in every wording, in
/// their order.
fn opposed<'a>(lead: &[&'a Statement]) -> Vec<Vec<Said<'a>>> {
    let denies = |statement: &&&Statement| family(statement) == Family::Deny;
    let quoted = || lead.iter().filter(|statement| !said(statement).is_empty());
    let Some(denial) = quoted().find(denies) else {
        return Vec::new();
    };
    let mut claims = quoted().filter(|statement| !denies(statement));
    let mut answered = claims.clone();
    let answered = answered.find(|claim| denial.about.contains(&claim.id));
    let Some(claim) = answered.or_else(|| claims.next()) else {
        return Vec::new();
    };
    let mut pair = [claim, denial];
    pair.sort_by_key(|one| lead.iter().position(|other| other.id == one.id));
    let [first, second] = pair.map(|statement| said(statement));
    let with = |one: &Said<'a>| {
        let one = one.clone();
        second
            .clone()
            .into_iter()
            .map(move |other| vec![one.clone(), other])
    };
    first.iter().flat_map(with).collect()
}

fn quotation<'a>(story: &Story, said: &Said<'a>, size: f64) -> Block<'a> {
    let set = serif(size, false);
    let parts = said.printing.reports.iter();
    let parts: Vec<String> = parts
        .filter_map(|report| Some(fill("“%”", &[report.quote.as_deref()?])))
        .collect();
    // What the source has between two parts is not quoted: outside of the marks.
    let lines = set.lines(&parts.join(" … "), ROOM - INDENT);
    let said = Some((said.clone(), strip(story, said)));
    Block { set, lines, said }
}

fn height(blocks: &[Block]) -> f64 {
    let heights = blocks.iter().map(Block::height);
    heights.sum::<f64>() + BETWEEN * blocks.len().saturating_sub(1) as f64
}

impl Block<'_> {
    fn height(&self) -> f64 {
        let strip = self
            .said
            .as_ref()
            .map_or(0.0, |(_, strip)| TO_STRIP + strip.height());
        self.set.height(&self.lines) + strip
    }

    /// Writes it from this height on, and says where it ends.
    fn write(&self, out: &mut Writer, page: &Page, top: f64) -> f64 {
        let family = self.said.as_ref().map(|(said, _)| family(said.statement));
        let colour = family.map_or(INK, |family| palette::line(family.id()).colour);
        let rule = Rect::new(page.left(MARGIN.0, RULE), top, RULE, self.height());
        out.rect(rule, 0.0, &[("fill", colour)]);
        let start = MARGIN.0 + INDENT;
        let y = self.set.write(out, page, &self.lines, (start, top));
        if let (Some((_, strip)), Some(family)) = (&self.said, family) {
            strip.write(out, page, family, (start, y + TO_STRIP));
        }
        top + self.height()
    }
}

/// Who said it to whom, as on the map, and who printed it.
struct Strip {
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

fn strip(story: &Story, said: &Said) -> Strip {
    let statement = said.statement;
    let room = ROOM - INDENT;
    let by = fill("Reported by %", &[&reported_by(story, said)]);
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
        let all = [deed.trim_end(), &by].join("\u{a0}· ");
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
    let outlet = words::short_outlet(&story.incident, said.printing.source);
    let first: Option<&&Report> = said.printing.reports.first();
    let deviating = first.map(|report| deviations(story, said.statement, report));
    [outlet, deviating.unwrap_or_default()].concat()
}

impl Strip {
    fn height(&self) -> f64 {
        match (self.row.is_empty(), self.below.is_empty()) {
            (false, true) => BOX.0,
            _ => self.below_from() + SMALL.height(&self.below),
        }
    }

    fn write(&self, out: &mut Writer, page: &Page, family: Family, (start, top): (f64, f64)) {
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
