//! Whether the names of hacking groups are known ones.
//!
//! Vendors give one group many names, and a slip of the pen makes another group of it. The names come from the MISP
//! galaxy; `groups.txt` says which version, and under which licence.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::incident::nearest::nearest;
use crate::incident::place::List;
use crate::incident::{Actor, Kind};

use super::cards::editorial::{FOREIGN_ALIAS, UNKNOWN_ALIAS};
use super::case::{Case, at};
use super::conflicts::comparable;
use super::notes::{Notes, shown};

/// One group a line, its names with `|` between, the usual one first; lines that begin with `#` are notes.
const GROUPS: &str = include_str!("groups.txt");

/// How many unknown names are looked for among all known ones. Each costs a pass over them.
const MAX_SEARCHES: usize = 50;

/// Checks the names of every hacking group.
pub(super) fn check(case: &Case<'_>, notes: &mut Notes) {
    let actors = case.incident.actors.iter().enumerate();
    let mut groups = actors
        .filter(|(_, actor)| actor.kind == Kind::IntrusionSet)
        .peekable();
    if groups.peek().is_none() {
        return;
    }
    let mut known = Known::default();
    for (position, actor) in groups {
        known.check(position, actor, notes);
    }
}

/// The positions in the list of the groups that have a name. They are gathered once: for each file of an archive that
/// would take longer than all other rules together.
static BY_NAME: LazyLock<HashMap<String, Vec<usize>>> = LazyLock::new(|| {
    let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
    for (position, line) in lines().enumerate() {
        for name in line.split('|') {
            by_name.entry(key(name)).or_default().push(position);
        }
    }
    by_name
});

/// The names that are known.
#[derive(Default)]
struct Known {
    searches: usize,
}

impl Known {
    fn groups(name: &str) -> &'static [usize] {
        BY_NAME.get(&key(name)).map_or(&[], Vec::as_slice)
    }

    fn check(&mut self, position: usize, actor: &Actor, notes: &mut Notes) {
        let place = at(List::Actors, position);
        let all_unknown = std::iter::once(&actor.name)
            .chain(&actor.aliases)
            .all(|name| Self::groups(name).is_empty());
        // Of a group nobody knows yet one message is enough.
        if Self::groups(&actor.name).is_empty() {
            let near = self.near(&actor.name, notes);
            notes.note(&UNKNOWN_ALIAS, place, &actor.id, "name", || {
                format!(
                    "{} is in no list of known groups.{near}",
                    shown(&actor.name)
                )
            });
        }
        for alias in actor.aliases.iter().filter(|_| !all_unknown) {
            let groups = Self::groups(alias);
            if groups.is_empty() {
                let near = self.near(alias, notes);
                notes.note(&UNKNOWN_ALIAS, place, &actor.id, "aliases", || {
                    format!("{} is in no list of known groups.{near}", shown(alias))
                });
                continue;
            }
            let own = Self::groups(&actor.name);
            if !own.is_empty() && !own.iter().any(|group| groups.contains(group)) {
                let other = groups.first().and_then(|group| lines().nth(*group));
                let other = other.and_then(|line| line.split('|').next());
                notes.note(&FOREIGN_ALIAS, place, &actor.id, "aliases", || {
                    format!(
                        "{} is a name of {}, not of {}.",
                        shown(alias),
                        shown(other.unwrap_or_default()),
                        shown(&actor.name)
                    )
                });
            }
        }
    }

    /// The known name nearest to an unknown one, as the end of a message.
    fn near(&mut self, name: &str, notes: &Notes) -> String {
        self.searches += 1;
        if self.searches > MAX_SEARCHES || !notes.has_room() {
            return String::new();
        }
        let keys: Vec<(String, &str)> = lines()
            .flat_map(|line| line.split('|'))
            .map(|name| (key(name), name))
            .collect();
        let found = nearest(&key(name), &mut keys.iter().map(|(key, _)| key.as_str()));
        let found = found.and_then(|found| keys.iter().find(|(key, _)| key == found));
        found.map_or_else(String::new, |(_, name)| {
            format!(" Did you mean {}?", shown(name))
        })
    }
}

fn lines() -> impl Iterator<Item = &'static str> {
    GROUPS.lines().filter(|line| !line.starts_with('#'))
}

/// A name without case, spaces and hyphens; "Advanced Persistent Threat (Group) 7" is APT7.
fn key(name: &str) -> String {
    let key = comparable(name);
    match key.strip_prefix("advancedpersistentthreat") {
        Some(number) => format!("apt{}", number.strip_prefix("group").unwrap_or(number)),
        None => key,
    }
}

#[cfg(test)]
mod tests {
    use super::{Known, key, lines};

    #[test]
    fn names_are_known_however_they_are_written() {
        for name in [
            "APT31",
            "APT 31",
            "apt-31",
            "Advanced Persistent Threat Group 31",
            "Judgment Panda",
        ] {
            assert_eq!(Known::groups(name), Known::groups("APT31"), "{name}");
            assert_eq!(Known::groups(name).len(), 1, "{name}");
        }
        assert!(Known::groups("ART31").is_empty());
        assert_eq!(key("Advanced Persistent Threat 7"), "apt7");
    }

    #[test]
    fn the_list_is_one_group_a_line() {
        assert!(lines().count() > 800);
        for line in lines() {
            assert!(
                line.split('|').all(|name| !name.trim().is_empty()),
                "{line}"
            );
            assert_eq!(line.trim(), line);
        }
    }
}
