//! Which words of a text changed.

use similar::{ChangeTag, TextDiff};

/// The newer text with what went in `[-…-]` and what came in `{+…+}`, as editors know it from word diffs. None for
/// texts that have little in common: those are better read one after the other.
pub(super) fn words_changed(old: &str, new: &str) -> Option<String> {
    let diff = TextDiff::from_words(old, new);
    if diff.ratio() < 0.5 {
        return None;
    }
    let mut shown = String::new();
    let mut open = ChangeTag::Equal;
    for change in diff.iter_all_changes() {
        let tag = change.tag();
        if tag != open {
            shown.push_str(closing(open));
            shown.push_str(match tag {
                ChangeTag::Equal => "",
                ChangeTag::Delete => "[-",
                ChangeTag::Insert => "{+",
            });
            open = tag;
        }
        shown.push_str(change.value());
    }
    shown.push_str(closing(open));
    Some(format!("“{shown}”"))
}

fn closing(tag: ChangeTag) -> &'static str {
    match tag {
        ChangeTag::Equal => "",
        ChangeTag::Delete => "-]",
        ChangeTag::Insert => "+}",
    }
}
