//! What follows from the statements: who reacted to whom, and how many independent outlets say so.

use std::cmp::Reverse;

use crate::order::ranked;

use super::families::Families;
use super::lookup::Positions;
use super::model::{Incident, Source, Statement};
use super::vocabulary::Stance;

/// What one actor's statements do to another: a tie on the map. Derived, never authored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reaction {
    /// Position of the speaker in [`Incident::actors`].
    pub from: usize,
    /// Position in [`Incident::actors`] of whom the statements are aimed at.
    pub to: usize,
    /// Each stance with the number of statements that take it; the most frequent first, equal ones in the
    /// vocabulary's order.
    pub stances: Vec<(Stance, usize)>,
    /// Positions in [`Incident::statements`], ascending.
    pub statements: Vec<usize>,
}

/// Who reacted to whom: one entry for each speaker and each actor in the `to` of that speaker's statements,
/// in the order of the actors.
///
/// A tie rests on statements alone, never on a source's narration. A report that names another speaker makes no
/// tie; the statement's own speaker does.
pub fn reactions(incident: &Incident) -> Vec<Reaction> {
    let actors = Positions::of(incident.actors.iter().map(|actor| actor.id.as_str()));
    let mut aimed: Vec<[usize; 3]> = Vec::new();
    for (at, statement) in incident.statements.iter().enumerate() {
        let Some(from) = actors.get(&statement.speaker) else {
            continue;
        };
        let targets = statement.to.iter().filter_map(|id| actors.get(id));
        aimed.extend(targets.filter(|to| *to != from).map(|to| [from, to, at]));
    }

    let mut reactions: Vec<Reaction> = Vec::new();
    for position in ranked(aimed.len(), &|one, other| {
        aimed.get(one).cmp(&aimed.get(other))
    }) {
        let Some([from, to, at]) = aimed.get(position).copied() else {
            continue;
        };
        match reactions.last_mut() {
            Some(last) if (last.from, last.to) == (from, to) => {
                // A file that names a target twice does not make two statements of one.
                if last.statements.last() != Some(&at) {
                    last.statements.push(at);
                }
            }
            _ => reactions.push(Reaction {
                from,
                to,
                stances: Vec::new(),
                statements: vec![at],
            }),
        }
    }
    for reaction in &mut reactions {
        reaction.stances = count_stances(&reaction.statements, incident);
    }
    reactions
}

/// Which sources are independent of each other.
///
/// Sources that excerpt each other, print the same agency's text, or are of the same publisher (where no agency
/// is given) are one outlet, so that copies of one text never look like two confirmations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlets<'i> {
    sources: Positions<'i>,
    /// For each source the position of the first one of the same outlet.
    first: Vec<usize>,
}

impl<'i> Outlets<'i> {
    /// The outlets of an incident's sources.
    pub fn of(sources: &'i [Source]) -> Self {
        let positions = Positions::of(sources.iter().map(|source| source.id.as_str()));
        let mut families = Families::of(sources.len());
        for (position, source) in sources.iter().enumerate() {
            let original = source.excerpt_of.as_deref();
            if let Some(original) = original.and_then(|id| positions.get(id)) {
                families.join(position, original);
            }
        }
        // The first source of each name answers for the later ones.
        let names: Vec<&str> = sources.iter().map(answerable).collect();
        let named = Positions::of(names.iter().copied());
        for (position, name) in names.iter().enumerate() {
            if let Some(first) = named.get(name).filter(|_| !name.is_empty()) {
                families.join(position, first);
            }
        }
        Self {
            sources: positions,
            first: (0..sources.len())
                .map(|position| families.family(position))
                .collect(),
        }
    }

    /// The outlet a source belongs to: the position of its first source. None for an unknown source.
    #[cfg(feature = "check")]
    pub fn outlet(&self, source: &str) -> Option<usize> {
        self.first.get(self.sources.get(source)?).copied()
    }

    /// How many independent outlets report a statement.
    pub fn confirmations(&self, statement: &Statement) -> usize {
        let mut outlets: Vec<usize> = Vec::new();
        for report in &statement.reports {
            let position = self.sources.get(&report.source);
            let outlet = position.and_then(|position| self.first.get(position));
            outlets.extend(outlet.filter(|outlet| !outlets.contains(outlet)));
        }
        outlets.len()
    }
}

/// Who answers for a source's text: the agency it is from, else its publisher; empty if neither is known.
fn answerable(source: &Source) -> &str {
    source
        .agency
        .as_deref()
        .or(source.publisher.as_deref())
        .unwrap_or_default()
        .trim()
}

fn count_stances(statements: &[usize], incident: &Incident) -> Vec<(Stance, usize)> {
    let mut counts: Vec<(Stance, usize)> = Vec::new();
    let statements = statements
        .iter()
        .filter_map(|at| incident.statements.get(*at));
    for stance in statements.flat_map(|statement| &statement.stance) {
        match counts.iter_mut().find(|(counted, _)| counted == stance) {
            Some((_, count)) => *count += 1,
            None => counts.push((*stance, 1)),
        }
    }
    let key = |at: usize| {
        counts
            .get(at)
            .map(|(stance, count)| (Reverse(*count), *stance))
    };
    let order = ranked(counts.len(), &|one, other| key(one).cmp(&key(other)));
    order
        .into_iter()
        .filter_map(|at| counts.get(at).copied())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::model::{Actor, Report};
    use super::super::vocabulary::{Directness, Kind};
    use super::*;

    fn actor(id: &str) -> Actor {
        Actor {
            id: id.to_owned(),
            name: id.to_owned(),
            aliases: Vec::new(),
            kind: Kind::State,
            roles: Vec::new(),
            camp: None,
            about: None,
        }
    }

    fn report(source: &str, speaker: Option<&str>) -> Report {
        Report {
            source: source.to_owned(),
            directness: Directness::Direct,
            quote: Some("Words.".to_owned()),
            paraphrase: None,
            prefix: None,
            suffix: None,
            part: None,
            speaker: speaker.map(str::to_owned),
            venue: None,
            translated_from: None,
            original: None,
        }
    }

    fn statement(speaker: &str, stance: &[Stance], to: &[&str], reports: Vec<Report>) -> Statement {
        Statement {
            id: "s".to_owned(),
            speaker: speaker.to_owned(),
            capacity: None,
            stance: stance.to_vec(),
            to: to.iter().map(|id| (*id).to_owned()).collect(),
            about: Vec::new(),
            date: None,
            venue: None,
            reports,
        }
    }

    fn source(id: &str, publisher: &str, agency: &str, excerpt_of: &str) -> Source {
        let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Source {
            id: id.to_owned(),
            publisher: text(publisher),
            agency: text(agency),
            excerpt_of: text(excerpt_of),
            ..Source::default()
        }
    }

    #[test]
    fn a_stance_holds_for_every_target_and_reports_make_no_tie() {
        use Stance::{Accuse, Condemn, Warn};
        let incident = Incident {
            actors: ["c", "a", "b"].map(actor).to_vec(),
            statements: vec![
                statement("a", &[Condemn], &["b", "c"], vec![report("one", Some("c"))]),
                statement("b", &[Accuse], &["a"], Vec::new()),
                statement("a", &[Warn, Accuse], &["b"], Vec::new()),
                statement("a", &[Accuse], &["b", "b", "a", "nobody"], Vec::new()),
                statement("a", &[Accuse], &[], Vec::new()),
                statement("nobody", &[Accuse], &["b"], Vec::new()),
            ],
            ..Incident::default()
        };
        let expected = [
            Reaction {
                from: 1,
                to: 0,
                stances: vec![(Condemn, 1)],
                statements: vec![0],
            },
            Reaction {
                from: 1,
                to: 2,
                stances: vec![(Accuse, 2), (Condemn, 1), (Warn, 1)],
                statements: vec![0, 2, 3],
            },
            Reaction {
                from: 2,
                to: 1,
                stances: vec![(Accuse, 1)],
                statements: vec![1],
            },
        ];
        assert_eq!(reactions(&incident), expected);
    }

    #[test]
    fn copies_of_one_text_are_one_confirmation() {
        let sources = [
            source("original", "Daily A", "", ""),
            source("excerpt", "Portal B", "", "original"),
            source("excerpt-of-excerpt", "Portal C", "", "excerpt"),
            source("wire-1", "Daily D", "Agency X", ""),
            source("wire-2", "Daily E", "Agency X", ""),
            source("wire-itself", "Agency X", "", ""),
            source("other", "Daily F", "", ""),
            source("nameless-1", "", "", ""),
            source("nameless-2", "", "", ""),
        ];
        let outlets = Outlets::of(&sources);
        let count = |ids: &[&str]| {
            let reports = ids.iter().map(|id| report(id, None)).collect();
            outlets.confirmations(&statement("a", &[Stance::Inform], &[], reports))
        };
        assert_eq!(count(&["original", "excerpt-of-excerpt"]), 1);
        assert_eq!(count(&["excerpt", "excerpt"]), 1);
        assert_eq!(count(&["wire-1", "wire-2", "wire-itself"]), 1);
        assert_eq!(count(&["original", "wire-2", "other"]), 3);
        assert_eq!(count(&["nameless-1", "nameless-2"]), 2);
        assert_eq!(count(&["unknown"]), 0);
        assert_eq!(count(&[]), 0);
    }
}
