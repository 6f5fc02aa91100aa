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
pub const BORDER: &str = "#a19d92";
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
        CLAIM => line(LINK, "1.4", None),
        OFFICE => line(LINK, "1.1", None),
        _ => line(LINK, "1.9", None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
