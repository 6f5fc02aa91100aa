//! A card for every rule: what it says, what is most often behind it when it is broken, and what to do.

use crate::incident::Severity;

use super::cards;

/// One rule. Ids are stable: waivers hang on them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Card {
    /// Its id, in kebab-case.
    pub id: &'static str,
    /// What kind of rule it is.
    pub group: Group,
    /// Errors block, warnings do not.
    pub severity: Severity,
    /// Whether a file can waive it, with a reason.
    pub waivable: bool,
    /// What is wrong where it is broken.
    pub what: &'static str,
    /// What is most often behind it.
    pub cause: &'static str,
    /// What to do.
    pub remedy: &'static str,
}

/// The kinds of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// What the format asks for, found while reading; warnings may be the check's alone.
    Structure,
    /// Whether quotations stand in the saved texts of their sources.
    Quotations,
    /// What a news desk asks for.
    Editorial,
    /// Whether waivers are in order.
    Waivers,
}

impl Group {
    const ALL: [Self; 4] = [
        Self::Structure,
        Self::Quotations,
        Self::Editorial,
        Self::Waivers,
    ];

    fn title(self) -> &'static str {
        match self {
            Self::Structure => "Structure",
            Self::Quotations => "Quotations (with `--sources` or `--source`)",
            Self::Editorial => "Editorial",
            Self::Waivers => "Waivers",
        }
    }

    fn about(self) -> &'static str {
        match self {
            Self::Structure => {
                "What the format asks for. What breaks an error here is left out of the map, so it cannot be waived; the warnings can."
            }
            Self::Quotations => {
                "Every quotation is looked for in the saved text of its source, on whole words and numbers. White space, the shape of quotation marks, three full stops for an ellipsis, the Unicode form, ligatures (ﬁ), the tatweel (ـ) and characters that nobody sees do not count, nor gershayim (״) for quotation marks; letters, capitals, dashes and all else do."
            }
            Self::Editorial => "What a news desk asks for before it accuses anybody in public.",
            Self::Waivers => "Waivers are checked too, so that none outlives its reason.",
        }
    }
}

/// Every rule, by group.
pub fn all() -> impl Iterator<Item = &'static Card> {
    cards::all()
}

/// The card of the rule with this id.
pub fn card(id: &str) -> Option<&'static Card> {
    all().find(|card| card.id == id)
}

/// Every rule as a page for editors (Markdown); `docs/rules.md` is this page.
pub fn page() -> String {
    let mut page = String::from(PREAMBLE);
    for group in Group::ALL {
        page.push_str(&format!("\n## {}\n\n{}\n", group.title(), group.about()));
        for card in all().filter(|card| card.group == group) {
            let severity = match card.severity {
                Severity::Error => "Error",
                Severity::Warning => "Warning",
            };
            let waivable = if card.waivable {
                "can be waived"
            } else {
                "cannot be waived"
            };
            page.push_str(&format!(
                "\n### `{}`\n\n{severity}, {waivable}: {}.\n\n- **Likely cause:** {}\n- **What to do:** {}\n",
                card.id, card.what, card.cause, card.remedy
            ));
        }
    }
    page
}

const PREAMBLE: &str = "\
# The rules of `actor-map check`

This page is what `actor-map check --rules` prints. Errors block: the command ends with 1. Warnings do not.

One slip can break rules in many records. It is told of once, with the lines of what follows from it; `--all` prints
that, too. A record that lost its id by being renamed is named where nobody else refers to it.

A finding that is right for its file is waived in the file itself, by rule and record, with a reason that another editor
would accept; `check` lists every waiver it used:

```json
\"waivers\": [
  { \"rule\": \"settled-on-one-outlet\", \"record\": \"the-relation-s-id\", \"reason\": \"The sanction is an act of public record.\" }
]
```

A person who is accused needs a sign-off beside it:

```json
\"sign_offs\": [
  { \"record\": \"the-person-s-actor-id\", \"by\": \"duty editor\", \"date\": \"2030-05-03\" }
]
```

Readers see neither of the two.
";

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::incident::{Rule, Term};

    use super::*;

    #[test]
    fn every_rule_of_reading_has_its_card() {
        for rule in Rule::ALL {
            let card = card(rule.id());
            assert!(card.is_some(), "{}", rule.id());
            let found = card.map(|card| (card.severity, card.what));
            assert_eq!(
                found,
                Some((rule.severity(), rule.label())),
                "{}",
                rule.id()
            );
        }
        // What reading passes over leaves nothing out.
        for card in all().filter(|card| Rule::from_id(card.id).is_none()) {
            let read = matches!(card.group, Group::Structure | Group::Quotations);
            let warns = read && card.severity == Severity::Warning;
            let is_own = matches!(card.group, Group::Editorial | Group::Waivers);
            assert!(warns || is_own, "{}", card.id);
        }
    }

    #[test]
    fn ids_are_unique_and_errors_of_structure_are_never_waived() {
        let ids: BTreeSet<&str> = all().map(|card| card.id).collect();
        assert_eq!(ids.len(), all().count());
        for card in all() {
            // Words that nobody could compare are not known to be wrong.
            let is_unproven = card.id == "no-source-text";
            let blocks =
                card.severity == Severity::Error && card.group != Group::Editorial && !is_unproven;
            assert!(!(blocks && card.waivable), "{}", card.id);
            for text in [card.cause, card.remedy] {
                assert!(text.ends_with('.'), "{}", card.id);
            }
        }
    }
}
