//! The view's words that stand in several places, and how they are put together. English for now, as what each part says by
//! itself.

use crate::incident::template::{fill, push_isolated};
use crate::incident::{Actor, Kind, Source, Stance, Statement, Term};

use super::Story;

// Titles of the parts that the live map and the editions have.

/// Over the whole.
pub const WHO_SAID_WHAT: &str = "Who said what";
/// Over relations, with who asserts and disputes them.
pub const LINKS: &str = "Links, and who says so";
/// Over conflicts.
pub const DIFFERENCES: &str = "Where the sources differ";
/// Over events.
pub const COURSE_OF_EVENTS: &str = "What happened when";
/// Over sources.
pub const SOURCES: &str = "Sources";
/// Over corrections.
pub const CORRECTIONS: &str = "Corrections";

/// Stances that share a colour and a line of the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Accuse, protest.
    Accuse,
    /// Condemn, warn.
    Condemn,
    /// Call upon.
    Call,
    /// Deny, reject a demand.
    Deny,
    /// Express solidarity.
    Support,
    /// Acknowledge, announce a measure, inform.
    Inform,
}

impl Family {
    /// Every family, in the key's order.
    pub const ALL: [Self; 6] = [
        Self::Accuse,
        Self::Condemn,
        Self::Call,
        Self::Deny,
        Self::Support,
        Self::Inform,
    ];

    /// The family of a stance.
    pub fn of(stance: Stance) -> Self {
        match stance {
            Stance::Accuse | Stance::Protest => Self::Accuse,
            Stance::Condemn | Stance::Warn => Self::Condemn,
            Stance::CallUpon => Self::Call,
            Stance::Deny | Stance::RejectDemand => Self::Deny,
            Stance::ExpressSolidarity => Self::Support,
            Stance::Acknowledge | Stance::AnnounceMeasure | Stance::Inform => Self::Inform,
        }
    }

    /// The class name in `widget.css`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Accuse => "accuse",
            Self::Condemn => "condemn",
            Self::Call => "call",
            Self::Deny => "deny",
            Self::Support => "support",
            Self::Inform => "inform",
        }
    }

    /// What stands in the key.
    pub fn label(self) -> &'static str {
        match self {
            Self::Accuse => "Accuse or protest",
            Self::Condemn => "Condemn or warn",
            Self::Call => "Call on",
            Self::Deny => "Deny or reject",
            Self::Support => "Stand with",
            Self::Inform => "Inform",
        }
    }
}

/// The line that says what to do.
pub const HINT: &str =
    "Select a name to read what they said, in their own words, and who reported it.";

/// The same over a map that would be a tangle with all its ties, and shows those of the open actor.
pub const HINT_OF_LINES: &str =
    "Select a name to see its lines and read what they said, in their own words.";

/// The same over a list whose numbers stand on the map instead of names.
pub const HINT_OF_NUMBERS: &str = "Each number on the map is a name in this list. Select one to see its lines and read \
    what they said, in their own words.";

/// "1 statement", "5 statements", "no statement".
pub fn statements(count: usize) -> String {
    counted(count, "statement", "statements")
}

/// A number with its noun: "no actor", "1 actor", "25 actors".
pub fn counted(count: usize, one: &str, many: &str) -> String {
    match count {
        0 => fill("no %", &[one]),
        1 => fill("1 %", &[one]),
        _ => fill("% %", &[&count.to_string(), many]),
    }
}

/// One of our own phrases with its first letter in upper case. Ours are ASCII, so no Unicode table is needed.
pub fn capitalised(mut phrase: String) -> String {
    if let Some(first) = phrase.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    phrase
}

/// The line about faulty records.
pub fn left_out(records: usize) -> String {
    let are = if records == 1 { "is" } else { "are" };
    fill(
        "% of this story’s file could not be read and % left out.",
        &[&counted(records, "record", "records"), are],
    )
}

/// "A", "A and B", "A, B and C".
pub fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => isolated(one),
        [init @ .., last] => fill("% and %", &[&joined(init, ", "), last]),
    }
}

/// What stands before the item at this position of such a list of so many.
pub fn between(position: usize, count: usize) -> &'static str {
    match position {
        0 => "",
        _ if position + 1 == count => " and ",
        _ => ", ",
    }
}

/// The texts with something between them. (The standard library's `join` is a kilobyte for each type it joins.)
pub fn joined(items: &[String], between: &str) -> String {
    let mut all = String::new();
    for (position, item) in items.iter().enumerate() {
        if position > 0 {
            all.push_str(between);
        }
        push_isolated(&mut all, item);
    }
    all
}

/// A text that stands beside others: set apart if it is written from right to left.
pub fn isolated(text: &str) -> String {
    let mut isolated = String::new();
    push_isolated(&mut isolated, text);
    isolated
}

/// The names in their first order, each once.
pub fn distinct(names: &[&str]) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::new();
    for &name in names {
        if !distinct.iter().any(|known| known == name) {
            distinct.push(name.to_owned());
        }
    }
    distinct
}

/// What an actor is, in a line: "Hacking group · accused attacker".
pub fn actor_line(actor: &Actor) -> String {
    let mut parts = vec![if actor.kind == Kind::Unknown {
        "not named by the sources"
    } else {
        actor.kind.label()
    }];
    parts.extend(actor.roles.iter().map(|role| role.label()));
    capitalised(parts.join(" · "))
}

/// What a screen reader says of an actor on the map: "NATO, 3 statements. International body · responder". It begins
/// with what the eye sees, so that whoever speaks to the browser can say it.
pub fn spoken(actor: &Actor, said: usize) -> String {
    [
        &actor.name,
        ", ",
        &statements(said),
        ". ",
        &actor_line(actor),
    ]
    .concat()
}

/// What a statement does, in words: "accuses and condemns".
pub fn stances(statement: &Statement) -> String {
    let label = |stance: &Stance| {
        if statement.to.is_empty() {
            stance.alone()
        } else {
            stance.towards()
        }
    };
    let labels = statement.stance.iter().map(label).map(String::from);
    listed(&labels.collect::<Vec<_>>())
}

/// Whose words a source prints: the agency's, else the publisher's.
pub fn voice(source: &Source) -> &str {
    let named = source.agency.as_ref().or(source.publisher.as_ref());
    named.or(source.headline.as_ref()).unwrap_or(&source.id)
}

/// How a source is named where room is short: the agency whose words it prints, else the publisher.
pub fn short_outlet(story: &Story, id: &str) -> String {
    let Some(source) = story.source(id) else {
        return id.into();
    };
    isolated(voice(source))
}
