//! The colours of `widget.css` on light paper, for pictures that stand without it.

use super::story::{CLAIM, OFFICE, OPEN_CLAIM};
use super::words::Family;

/// `--ink`
pub const INK: &str = "#1b1b1a";
/// `--soft`
pub const SOFT: &str = "#595650";
/// `--line`
pub const LINE: &str = "#d9d6cf";
/// `--paper`
pub const PAPER: &str = "#ffffff";
/// `--wash`
pub const WASH: &str = "#f6f4ef";
/// `--ground`
pub const GROUND: &str = "#fcfbf8";
/// `--border`
pub const BORDER: &str = "#8f8b80";
/// `--link`
pub const LINK: &str = "#77736a";
/// `--accuse`
pub const ACCUSE: &str = "#b3261e";

/// How a tie's line is drawn.
pub struct Line {
    /// Its colour.
    pub colour: &'static str,
    /// Its width, in CSS px.
    pub width: &'static str,
    /// SVG `stroke-dasharray`, and whether the dashes have round ends.
    pub dashes: Option<(&'static str, bool)>,
}

impl Line {
    /// As attributes of a path.
    pub fn stroke(&self) -> Vec<(&'static str, &'static str)> {
        let mut stroke = vec![
            ("fill", "none"),
            ("stroke", self.colour),
            ("stroke-width", self.width),
            ("stroke-linejoin", "round"),
        ];
        if let Some((dashes, round)) = self.dashes {
            stroke.push(("stroke-dasharray", dashes));
            if round {
                stroke.push(("stroke-linecap", "round"));
            }
        }
        stroke
    }
}

/// The box of an actor with these [`marks`](super::map::marks), as attributes: later rules of the style win there too.
pub fn actor_box([_, accused, target, unnamed]: [bool; 4]) -> Vec<(&'static str, &'static str)> {
    let stroke = match (accused, target) {
        (_, true) => INK,
        (true, _) => ACCUSE,
        _ => BORDER,
    };
    let width = if accused { "2.2" } else { "1.5" };
    let mut frame = vec![("fill", PAPER), ("stroke", stroke), ("stroke-width", width)];
    if unnamed {
        frame.push(("stroke-dasharray", "4 3"));
    }
    frame
}

/// The colour of the name of an actor with these marks.
pub fn name([.., unnamed]: [bool; 4]) -> &'static str {
    if unnamed { SOFT } else { INK }
}

/// The line of a tie of this class: of a family of verbs ([`Family::id`]) or a class of relations.
pub fn line(class: &str) -> Line {
    match class {
        OPEN_CLAIM => drawn(LINK, "1.4", Some(("6 4", false))),
        CLAIM => drawn(LINK, "2.4", None),
        OFFICE => drawn(LINK, "1.1", None),
        _ => {
            let mut families = Family::ALL.into_iter();
            let family = families.find(|family| family.id() == class);
            family.map_or(drawn(LINK, "1.9", None), line_of)
        }
    }
}

/// The line of a family of verbs.
fn line_of(family: Family) -> Line {
    match family {
        Family::Accuse => drawn(ACCUSE, "1.9", None),
        Family::Condemn => drawn("#a35008", "1.9", None),
        Family::Call => drawn("#6b4fa0", "1.9", None),
        Family::Deny => drawn("#1f5fa8", "2.4", Some(("1.5 3.5", true))),
        Family::Support => drawn("#2b7248", "2.8", None),
        Family::Inform => drawn("#4d5a66", "1.9", None),
    }
}

fn drawn(colour: &'static str, width: &'static str, dashes: Option<(&'static str, bool)>) -> Line {
    Line {
        colour,
        width,
        dashes,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::view::key::LINKS;
    use crate::view::map;

    const CSS: &str = include_str!("../../style/widget.css");
    const PAINTER: &str = include_str!("../../embed/large-worker.js");

    /// What stands between two texts.
    fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
        let (_, rest) = text.split_once(before)?;
        Some(rest.split_once(after)?.0)
    }

    /// What the style's last rule for one of these selectors that has the property says of it.
    fn styled(selectors: &[String], property: &str) -> Option<&'static str> {
        // What is asked by a query holds not always.
        let rules = CSS.lines().filter(|line| !line.starts_with(' '));
        let mut values = rules.filter_map(|rule| {
            let (selector, declarations) = rule.split_once(" { ")?;
            let declarations = declarations.strip_suffix(" }")?;
            let value = declarations.split_terminator(';').find_map(|declaration| {
                declaration
                    .trim()
                    .strip_prefix(property)?
                    .strip_prefix(": ")
            });
            value.filter(|_| selectors.iter().any(|known| known == selector))
        });
        values.next_back()
    }

    /// All classes that a tie can have, with the name of their colour.
    fn classes() -> Vec<(&'static str, &'static str)> {
        let families = Family::ALL.map(|family| (family.id(), family.id()));
        let links = LINKS.map(|(class, _)| (class, "link"));
        families.into_iter().chain(links).collect()
    }

    #[test]
    fn the_lines_of_all_classes_are_those_of_the_style() {
        for (class, name) in classes() {
            let line = line(class);
            let colour = line.colour;
            for rule in [
                format!("--{name}: var(--actor-map-{name}, {colour});"),
                // And one for dark paper.
                format!("--{name}: var(--actor-map-{name}, light-dark({colour}, #"),
            ] {
                assert!(CSS.contains(&rule), "{class}: widget.css has no {rule}");
            }
            let words = || class.split(' ');
            let mut colours = vec![".tie".to_owned()];
            colours.extend(words().map(|word| [".", word].concat()));
            let expected = format!("var(--{name})");
            assert_eq!(styled(&colours, "--c"), Some(&*expected), "{class}");
            let mut lines = vec![".line".to_owned()];
            lines.extend(words().map(|word| format!(".tie.{word} .line")));
            assert_eq!(styled(&lines, "stroke-width"), Some(line.width), "{class}");
            let dashes = line.dashes.map(|(dashes, _)| dashes);
            assert_eq!(styled(&lines, "stroke-dasharray"), dashes, "{class}");
            let round = line.dashes.filter(|(_, round)| *round).map(|_| "round");
            assert_eq!(styled(&lines, "stroke-linecap"), round, "{class}");
        }
    }

    #[test]
    fn large_maps_know_all_classes_and_draw_them_so() {
        let lines = classes().into_iter().map(|(class, _)| {
            let line = line(class);
            let mut parts = vec![line.width.to_owned()];
            if let Some((dashes, round)) = line.dashes {
                parts.push(format!("[{}]", dashes.replace(' ', ", ")));
                parts.extend(round.then(|| "\"round\"".to_owned()));
            }
            let quotes = if class.contains(' ') { "\"" } else { "" };
            format!("{quotes}{class}{quotes}: [{}],", parts.join(", "))
        });
        let lines: Vec<String> = lines.collect();
        let drawn = between(PAINTER, "LINES = {", "};").unwrap();
        let drawn: Vec<&str> = drawn.split_whitespace().collect();
        assert_eq!(drawn.join(" "), lines.join(" "));
        assert!(PAINTER.contains("CLASSES = Object.keys(LINES);"));
    }

    #[test]
    fn large_maps_give_a_border_the_colour_that_the_style_does() {
        let first: Vec<String> = between(PAINTER, "MARKS = [", "];")
            .unwrap()
            .split(", ")
            .map(|mark| mark.replace('"', " ").trim_end().to_owned())
            .collect();
        let colour = |marks: [bool; 4]| actor_box(marks)[1];
        for number in 0..8_u8 {
            let marks = [1, 2, 4].map(|bit| number & bit > 0);
            let all = [false, marks[0], marks[1], marks[2]];
            let mark = first.iter().find_map(|mark| {
                let place = map::MARKS.iter().position(|(known, _)| known == mark)?;
                all[place].then_some(place)
            });
            let alone = [0, 1, 2, 3].map(|place| Some(place) == mark);
            assert_eq!(colour(all), colour(alone), "{all:?}, {first:?}");
        }
    }

    #[test]
    fn boxes_are_those_of_the_style() {
        let rules = [
            ".box { fill: var(--paper); stroke: var(--border); stroke-width: 1.5; }",
            ".accused .box { stroke: var(--accuse); stroke-width: 2.2; }",
            ".target .box { stroke: var(--ink); }",
            ".unnamed .box { stroke-dasharray: 4 3; }",
        ];
        let places = rules.map(|rule| CSS.find(rule));
        assert!(places.iter().all(Option::is_some) && places.is_sorted());
        let stroke = |marks| actor_box(marks).split_off(1);
        let plain = [("stroke", BORDER), ("stroke-width", "1.5")];
        assert_eq!(stroke([true, false, false, false]), plain);
        let accused = [("stroke", ACCUSE), ("stroke-width", "2.2")];
        assert_eq!(stroke([false, true, false, false]), accused);
        let both = [("stroke", INK), ("stroke-width", "2.2")];
        assert_eq!(stroke([false, true, true, false]), both);
        let unnamed = [
            ("stroke", INK),
            ("stroke-width", "1.5"),
            ("stroke-dasharray", "4 3"),
        ];
        assert_eq!(stroke([false, false, true, true]), unnamed);
    }

    #[test]
    fn the_colours_are_those_of_the_style() {
        for (name, colour) in [
            ("ink", INK),
            ("soft", SOFT),
            ("line", LINE),
            ("paper", PAPER),
            ("wash", WASH),
            ("ground", GROUND),
            ("border", BORDER),
            ("link", LINK),
            ("accuse", ACCUSE),
        ] {
            let rule = format!("--{name}: var(--actor-map-{name}, {colour});");
            assert!(CSS.contains(&rule), "widget.css has no {rule}");
        }
    }
}
