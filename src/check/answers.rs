//! What of a file can answer an accusation: what the accused, or a body that speaks for it, says to somebody who is concerned in
//! it, about a statement of theirs, or to nobody in particular; and not before the accusation was made.

use std::collections::{HashMap, HashSet};

use crate::incident::{PartialDate, Stance, Statement, Status};

use super::accusations::blamed;
use super::case::Case;

/// The answers of a file, by offices: who speaks for each other answers for each other.
pub(super) struct Answers {
    /// Offices, each with a statement that it answers by name.
    named: HashSet<(usize, usize)>,
    /// For each office the last day on which it can have said something that can be an answer.
    last: HashMap<usize, Day>,
    /// The offices that answer anything at all.
    speaking: HashSet<usize>,
}

/// A year, month and day; unknown ones are beyond all that there are, before or after them.
pub(super) type Day = (i32, u8, u8);

/// Who is concerned in the accusations against an office.
struct Concerned {
    /// Accused offices, each with one that accuses it, or stands at the other end of a claim that does.
    pairs: HashSet<(usize, usize)>,
    accused: HashSet<usize>,
    /// Statements, each with an office that it reproaches with something.
    reproaches: HashSet<(usize, usize)>,
}

impl Answers {
    pub(super) fn of(case: &Case<'_>) -> Self {
        let concerned = Concerned::of(case);
        let mut answers = Self {
            named: HashSet::new(),
            last: HashMap::new(),
            speaking: HashSet::new(),
        };
        for statement in &case.incident.statements {
            let Some(office) = case.office(&statement.speaker) else {
                continue;
            };
            let about: Vec<usize> = positions(case, &statement.about).collect();
            let mut stances = statement.stance.iter().copied();
            if about.is_empty() && !stances.any(can_answer) {
                continue;
            }
            answers.speaking.insert(office);
            answers.named.extend(about.iter().map(|one| (office, *one)));
            if concerned.has_answer(case, statement, office, &about) {
                let said = last_day(statement.date);
                let last = answers.last.entry(office).or_insert(said);
                *last = said.max(*last);
            }
        }
        answers
    }

    /// Whether an office is told to answer this statement.
    pub(super) fn name(&self, office: Option<usize>, statement: usize) -> bool {
        office.is_some_and(|office| self.named.contains(&(office, statement)))
    }

    /// Whether something told of an office can answer an accusation of this day.
    pub(super) fn can_follow(&self, office: Option<usize>, first: Option<Day>) -> bool {
        let last = office.and_then(|office| self.last.get(&office));
        last.is_some_and(|last| first.is_none_or(|first| first <= *last))
    }

    /// Whether an office answers anything at all.
    pub(super) fn speak(&self, office: Option<usize>) -> bool {
        office.is_some_and(|office| self.speaking.contains(&office))
    }
}

impl Concerned {
    fn of(case: &Case<'_>) -> Self {
        let mut concerned = Self {
            pairs: HashSet::new(),
            accused: HashSet::new(),
            reproaches: HashSet::new(),
        };
        for (position, statement) in case.incident.statements.iter().enumerate() {
            for office in statement.to.iter().filter_map(|id| case.office(id)) {
                if statement.stance.iter().copied().any(reproaches) {
                    concerned.reproaches.insert((position, office));
                }
                if statement.stance.contains(&Stance::Accuse) {
                    concerned.add(office, case.office(&statement.speaker));
                }
            }
        }
        let relations = case.incident.relations.iter();
        for relation in relations.filter(|one| one.status != Some(Status::Withdrawn)) {
            for office in blamed(relation).filter_map(|id| case.office(id)) {
                for id in [&relation.from, &relation.to] {
                    concerned.add(office, case.office(id));
                }
                for asserting in positions(case, &relation.asserted_by) {
                    concerned.add(office, speaker(case, asserting));
                }
            }
        }
        concerned
    }

    fn add(&mut self, accused: usize, other: Option<usize>) {
        self.accused.insert(accused);
        self.pairs.extend(other.map(|other| (accused, other)));
    }

    /// Whether an office is concerned in the accusations against this one, or is accused as well.
    fn has(&self, accused: usize, other: Option<usize>) -> bool {
        other.is_some_and(|other| {
            self.pairs.contains(&(accused, other)) || self.accused.contains(&other)
        })
    }

    /// Whether a statement of an accused office can answer an accusation. If it is aimed at somebody who is concerned, it can. If
    /// not, what it names as answered decides; if it names nothing, it has to be aimed at nobody, or to deny.
    fn has_answer(
        &self,
        case: &Case<'_>,
        statement: &Statement,
        office: usize,
        about: &[usize],
    ) -> bool {
        let mut to = statement.to.iter();
        if to.any(|id| self.has(office, case.office(id))) {
            return true;
        }
        if about.is_empty() {
            return statement.to.is_empty() || statement.stance.contains(&Stance::Deny);
        }
        // To deny what one is condemned for is to deny it to who accuses one of it, too.
        let denies = statement.stance.contains(&Stance::Deny);
        about.iter().any(|answered| {
            denies && self.reproaches.contains(&(*answered, office))
                || self.has(office, speaker(case, *answered))
        })
    }
}

/// Whether a statement can be an answer without naming what it answers.
fn can_answer(stance: Stance) -> bool {
    use Stance::{Acknowledge, Deny, Inform, Protest, RejectDemand};
    matches!(stance, Acknowledge | Deny | Inform | Protest | RejectDemand)
}

/// Whether a statement of this stance reproaches whom it is aimed at with something. What friends say and what is asked for does
/// not, and an answer to it answers no accusation.
fn reproaches(stance: Stance) -> bool {
    matches!(stance, Stance::Accuse | Stance::Condemn | Stance::Protest)
}

/// The positions of the statements with these ids.
pub(super) fn positions(case: &Case<'_>, ids: &[String]) -> impl Iterator<Item = usize> {
    ids.iter().filter_map(|id| case.statements.get(id))
}

/// The office of who made a statement.
fn speaker(case: &Case<'_>, statement: usize) -> Option<usize> {
    let statement = case.incident.statements.get(statement)?;
    case.office(&statement.speaker)
}

/// The first day on which something can have been said.
pub(super) fn first_day(date: Option<PartialDate>) -> Day {
    date.map_or((i32::MIN, 0, 0), |date| {
        let (month, day) = (date.month, date.day);
        (date.year, month.unwrap_or(0), day.unwrap_or(0))
    })
}

/// The last day on which something can have been said.
fn last_day(date: Option<PartialDate>) -> Day {
    date.map_or((i32::MAX, u8::MAX, u8::MAX), |date| {
        let (month, day) = (date.month, date.day);
        (date.year, month.unwrap_or(u8::MAX), day.unwrap_or(u8::MAX))
    })
}
