//! The social card: 1,200 × 630 px, the size that sites and messengers show of a link, most of them 500 px wide. So it has
//! few words in large type: the title, and what was said, with who said it to whom. A map would have no room.
//!
//! Quotations stand word for word or not at all. An accusation goes with its denial where both are lead statements and
//! have room; what has none gives way to the next, and in the end to the summary. `choice` says what is quoted, `strip` sets the
//! line under it.

mod choice;
mod strip;

use crate::incident::template::fill;
use crate::layout::{Rect, px};
use crate::view::palette::{self, INK, SOFT, WASH};
use crate::view::statement::family;
use crate::view::svg::Writer;
use crate::view::{Story, words};

use super::isolates::apart;
use super::ledger::ours;
use super::setting::{Page, Type};
use super::{confirming, outlets};
use choice::{Said, choices};
use strip::{Strip, strip};

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

/// From a statement's rule to its words, in px.
const INDENT: f64 = 26.0;
const RULE: f64 = 6.0;
/// Between two statements, in px.
const BETWEEN: f64 = 20.0;
/// From a quotation to who said it, in px.
const TO_STRIP: f64 = 11.0;

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
    out.open_picture(&px(WIDTH), &px(HEIGHT), Some(&head.language));
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

/// "Who said what · 25 actors · 39 statements · 4 sources"
fn kicker(story: &Story) -> String {
    let incident = &story.incident;
    [
        words::WHO_SAID_WHAT.to_owned(),
        words::counted(incident.actors.len(), "actor", "actors"),
        words::statements(incident.statements.len()),
        words::counted(confirming(story).count(), "source", "sources"),
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
        let line = fill("Sources: %", &[&words::listed(&items)]);
        Some(ours(story.language(), line))
    };
    let texts = (1..=outlets.len()).rev().filter_map(text);
    let mut texts = texts.filter(|text| SMALL.width(text) <= ROOM);
    texts.next()
}

/// A quotation with who said it, or the summary.
struct Block<'a> {
    set: Type,
    lines: Vec<String>,
    said: Option<(Said<'a>, Strip)>,
}

/// What stands between title and foot, no higher than the room.
fn body(story: &Story, room: f64) -> Vec<Block<'_>> {
    for choice in choices(story) {
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

fn quotation<'a>(story: &Story, said: &Said<'a>, size: f64) -> Block<'a> {
    let set = serif(size, false);
    let parts = said.printing.reports.iter();
    let parts: Vec<String> = parts
        .filter_map(|report| Some(["“", report.quote.as_deref()?, "”"].concat()))
        .collect();
    // What the source has between two parts is not quoted: outside of the marks.
    let text = apart(&parts.join(" … "), Page::new(story, WIDTH).from_right);
    let lines = set.lines(&text, ROOM - INDENT);
    let said = Some((said.clone(), strip(story, said, ROOM - INDENT)));
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
