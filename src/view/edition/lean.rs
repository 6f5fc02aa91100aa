//! The panel's markup as an edition has it: less what only the program reads, and with alike things side by side.
//!
//! A statement stands many times in an edition, and what a reader does not see of it costs as much as what they do: the
//! ids of statements and sources of a hundred statements weigh more than a map of forty names.

use crate::view::dom::{Child, Content, El, Value};

/// What only the program reads.
const IDS: [&str; 2] = ["data-statement", "data-report"];
/// The class of a statement, which goes before what it does; and of the line that says so in words.
const STATEMENT: &str = "statement ";
const ACT: &str = "act";

/// An element without these attributes, and without a `<span>` round what would look the same without it. What a
/// statement does stands on its line with those words, not before the quotation: so they compress as one.
pub fn lean(element: El) -> El {
    shorter(element, "")
}

/// `deed` is what the statement round the element does: a class name.
fn shorter(mut element: El, deed: &str) -> El {
    element.0.attributes.retain(|(name, _)| !IDS.contains(name));
    let mut deed = deed.to_owned();
    if let Some(class) = class(&mut element) {
        if let Some(of_statement) = class.strip_prefix(STATEMENT) {
            deed = of_statement.to_owned();
            *class = STATEMENT.trim_end().to_owned();
        } else if class == ACT {
            *class = [ACT, " ", &deed].concat();
        }
    }
    let mut kept = Vec::new();
    for child in content(&mut element) {
        match child {
            Child::Element(mut child) if is_bare(&child) => kept.extend(content(&mut child)),
            Child::Element(child) => kept.push(Child::Element(shorter(child, &deed))),
            text => kept.push(text),
        }
    }
    element.0.content = Content::Fixed(kept);
    element
}

fn class(element: &mut El) -> Option<&mut String> {
    let mut attributes = element.0.attributes.iter_mut();
    attributes.find_map(|(name, value)| match value {
        Value::Fixed(value) if *name == "class" => Some(value),
        _ => None,
    })
}

/// Takes an element's content out of it.
fn content(element: &mut El) -> Vec<Child> {
    match core::mem::replace(&mut element.0.content, Content::Fixed(Vec::new())) {
        Content::Fixed(children) => children,
        Content::Live(children) => children(),
    }
}

/// A `<span>` without attributes; it holds nothing but a name.
fn is_bare(element: &El) -> bool {
    element.0.tag == "span" && element.0.attributes.is_empty()
}

#[cfg(test)]
mod tests {
    use tachys::view::RenderHtml;

    use super::lean;
    use crate::view::dom::el;

    #[test]
    fn ids_and_bare_spans_go_and_every_word_stays() {
        let name = |name: &str| el("span").text(name);
        let quote = el("blockquote").attr("data-report", "daily").text("“So.”");
        let line = el("p")
            .attr("class", "act")
            .text("To ")
            .child(name("A"))
            .text(" and ")
            .child(name("B"));
        let outlet = el("span").attr("class", "outlet").text("Daily");
        let statement = el("div")
            .attr("class", "statement deny")
            .attr("data-statement", "s-1");
        assert_eq!(
            lean(statement.child(quote).child(line).child(outlet)).to_html(),
            "<div class=\"statement\"><blockquote>“So.”</blockquote><p class=\"act deny\">To A and B</p><span class=\"outlet\">Daily</span></div>"
        );
    }
}
