//! The panel's markup as an edition has it: less what only the program reads.
//!
//! A statement stands many times in an edition, and what a reader does not see of it costs as much as what they do: the
//! ids of statements and sources of a hundred statements weigh more than a map of forty names.

use crate::view::dom::{Child, Content, El};

/// What only the program reads.
const IDS: [&str; 2] = ["data-statement", "data-report"];

/// An element without these attributes, and without them on all that is in it.
pub fn lean(mut element: El) -> El {
    element.0.attributes.retain(|(name, _)| !IDS.contains(name));
    let children = match element.0.content {
        Content::Fixed(children) => children,
        Content::Live(children) => children(),
    };
    let children = children.into_iter().map(|child| match child {
        Child::Element(child) => Child::Element(lean(child)),
        text => text,
    });
    element.0.content = Content::Fixed(children.collect());
    element
}

#[cfg(test)]
mod tests {
    use tachys::view::RenderHtml;

    use super::lean;
    use crate::view::dom::el;

    #[test]
    fn ids_go_and_every_word_stays() {
        let quote = el("blockquote").attr("data-report", "daily").text("“So.”");
        let line = el("p")
            .attr("class", "act")
            .child(el("b").text("denies"))
            .live_line(|| el("p").text("A denies"));
        let statement = el("div")
            .attr("class", "statement deny")
            .attr("data-statement", "s-1");
        assert_eq!(
            lean(statement.child(quote).child(line)).to_html(),
            "<div class=\"statement deny\"><blockquote>“So.”</blockquote><p class=\"act\">A denies</p></div>"
        );
    }
}
