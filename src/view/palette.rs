//! The colours of `widget.css` on light paper, for pictures that stand without it.

use super::story::{CLAIM, OFFICE, OPEN_CLAIM};

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

/// The line of a tie of this class.
pub fn line(class: &str) -> Line {
    let line = |colour, width, dashes| Line {
        colour,
        width,
        dashes,
    };
    match class {
        "accuse" => line(ACCUSE, "1.9", None),
        "condemn" => line("#a35008", "1.9", None),
        "call" => line("#6b4fa0", "1.9", None),
        "deny" => line("#1f5fa8", "2.4", Some(("1.5 3.5", true))),
        "support" => line("#2b7248", "2.8", None),
        "inform" => line("#4d5a66", "1.9", None),
        OPEN_CLAIM => line(LINK, "1.4", Some(("6 4", false))),
        CLAIM => line(LINK, "2.4", None),
        OFFICE => line(LINK, "1.1", None),
        _ => line(LINK, "1.9", None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_are_those_of_the_style() {
        let css = include_str!("../../style/widget.css");
        let rules = [
            ".box { fill: var(--paper); stroke: var(--border); stroke-width: 1.5; }",
            ".accused .box { stroke: var(--accuse); stroke-width: 2.2; }",
            ".target .box { stroke: var(--ink); }",
            ".unnamed .box { stroke-dasharray: 4 3; }",
        ];
        let places = rules.map(|rule| css.find(rule));
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
        let css = include_str!("../../style/widget.css");
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
            ("condemn", line("condemn").colour),
            ("call", line("call").colour),
            ("deny", line("deny").colour),
            ("support", line("support").colour),
            ("inform", line("inform").colour),
        ] {
            let rule = format!("--{name}: var(--actor-map-{name}, {colour});");
            assert!(css.contains(&rule), "widget.css has no {rule}");
        }
    }
}
