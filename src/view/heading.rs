//! Headings in the article's outline, which a newsroom may ask for: so a screen reader goes from part to part.

use super::Story;
use super::dom::{El, of_class};
use super::language::english;

/// A paragraph of this class for what stands over a part of the story; a heading, so many levels `below` the title, where
/// the host asks for headings.
pub fn heading(story: &Story, below: u8, class: &'static str) -> El {
    let paragraph = of_class("p", class);
    match story.heading_level {
        0 => paragraph,
        level => paragraph
            .attr("role", "heading")
            .attr("aria-level", usize::from(level + below).to_string()),
    }
}

/// The title of a part, in words of ours.
pub fn section(story: &Story, below: u8, title: &str) -> El {
    english(story, heading(story, below, "section")).text(title)
}
