//! What the starter of `actor-map new` says, as long as nobody has replaced it: its correction would tell readers of a mistake
//! that was never made.

/// Its texts, but for those that an incident may well have (the camps' titles, what surrounds a quotation, the second outlet).
const EXAMPLES: [&str; 23] = [
    "One or two sentences of your own: what happened, who is blamed, who answered. Every record below is an example; replace it with your own.",
    "Example: Ministry A blames Group B",
    "Example: State C rejects the accusation",
    "Example: Ministry A",
    "Who it is, in a sentence of your own.",
    "Example: Group B",
    "The group that the ministry names; State C denies any link.",
    "Example: State C",
    "The state that the ministry sees behind the group; it denies this.",
    "Example: Embassy of C",
    "The mission that answered for State C.",
    "A claim: it has a status, and the statements that assert and dispute it.",
    "A tie of office: it has sources and no status.",
    "Example: Group B broke into our network.",
    "What the source says without quotation marks, in your own words.",
    "example: without any ground",
    "The sentence that the words quoted in part belong to, in your own words.",
    "Example: Ministry A names Group B",
    "Example: who answered the accusation?",
    "Nobody, by the time it was printed.",
    "The embassy of State C.",
    "Example: Group B is made up; say here why a finding of the check may stand.",
    "Example: an earlier version named another outlet. Delete this until you have something to correct.",
];

/// Whether a text is one of the starter's.
pub(crate) fn is_example(text: &str) -> bool {
    EXAMPLES.contains(&text.trim())
}

#[cfg(all(test, feature = "cli"))]
mod tests {
    use std::collections::BTreeSet;

    use super::EXAMPLES;
    use crate::exchange::starter::{Start, starter};
    use crate::incident::Node;

    /// The starter's texts of several words, but for those of the newsroom's own fields, which are not printed.
    fn texts<'n>(node: &'n Node, found: &mut BTreeSet<&'n str>) {
        match node {
            Node::Text(text) if text.contains(' ') => {
                found.insert(text);
            }
            Node::List(items) => items.iter().for_each(|item| texts(item, found)),
            Node::Map(entries) => {
                let entries = entries.iter().filter(|(name, _)| !name.starts_with("x-"));
                entries.for_each(|(_, value)| texts(value, found));
            }
            _ => {}
        }
    }

    #[test]
    fn they_are_what_the_starter_says() {
        let starter = starter(&Start::new("A"));
        let mut found = BTreeSet::new();
        texts(&starter, &mut found);
        let kept = [
            "Targeted, and accusing",
            "Accused, and answering",
            "Example Daily",
            "Example Gazette",
            "Example Wire",
            "The ministry said: “",
            "” It gave no details.",
            "The embassy called it “",
            "”, without more",
        ];
        for text in kept {
            assert!(found.remove(text), "{text}");
        }
        assert_eq!(found, BTreeSet::from(EXAMPLES));
    }
}
