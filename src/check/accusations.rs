//! Who is accused, by claims, statements or a role; whether an answer is told, and what it takes to accuse a person.

use std::collections::HashSet;

use crate::incident::place::List;
use crate::incident::{Actor, Incident, Kind, Relation, RelationType, Role, Stance, Status, Term};

use super::answers::{Answers, Day, first_day, positions};
use super::cards::editorial::{
    ACCUSED_WITHOUT_ANSWER, PERSON_ON_ONE_OUTLET, PERSON_WITHOUT_ALLEGED, PERSON_WITHOUT_SIGN_OFF,
    ROLE_WITHOUT_CLAIM,
};
use super::case::{Case, Support, at};
use super::notes::{Notes, shown};

/// What an actor is accused by.
#[derive(Clone, Copy, Default)]
struct Accused<'i> {
    accused: bool,
    /// On what the accusations rest.
    support: Support<'i>,
    /// Whether a statement disputes a claim about the actor.
    disputed: bool,
    /// Whether a statement of its office names one of the accusations, or a claim that one disputes.
    answered: bool,
    /// The first day on which one of them can have been made.
    first: Option<Day>,
}

/// Checks everybody who is accused.
pub(super) fn check(case: &Case<'_>, notes: &mut Notes) {
    let incident = case.incident;
    let answers = Answers::of(case);
    let signed: HashSet<&str> = incident
        .sign_offs
        .iter()
        .map(|sign_off| sign_off.record.as_str())
        .collect();
    let accused = accusations(case, &answers);
    let concerned = concerned_offices(case, &accused);
    for ((position, actor), found) in incident.actors.iter().enumerate().zip(&accused) {
        let office = case.office(&actor.id);
        if !found.accused {
            let Some(role) = called(actor) else {
                continue;
            };
            // Readers see the role beside the name: it accuses by itself, and a person for itself alone.
            if actor.kind != Kind::Person {
                if !is_founded(office, &concerned) {
                    unfounded(position, actor, role, notes);
                }
                continue;
            }
        }
        if !is_answered(actor, office, found, &answers) {
            unanswered(position, actor, answers.speak(office), notes);
        }
        if actor.kind == Kind::Person {
            person(case, position, actor, found, &signed, notes);
        }
    }
    for (position, relation) in incident.relations.iter().enumerate() {
        claim(case, position, relation, notes);
    }
}

/// The offices of those who are accused, and of those who deny something or own up to it: they are concerned in it.
fn concerned_offices(case: &Case<'_>, accused: &[Accused<'_>]) -> HashSet<usize> {
    let actors = case.incident.actors.iter().zip(accused);
    let accused = actors.filter(|(_, found)| found.accused);
    let accused = accused.map(|(actor, _)| &actor.id);
    let statements = case.incident.statements.iter();
    let own = statements.filter(|statement| {
        let mut stances = statement.stance.iter();
        stances.any(|stance| matches!(stance, Stance::Deny | Stance::Acknowledge))
    });
    accused
        .chain(own.map(|statement| &statement.speaker))
        .filter_map(|id| case.office(id))
        .collect()
}

/// Whether a role that accuses stands on something, though nobody accuses who has it. A role is also founded by an accusation of a
/// body in the same office (a state is called what its service is blamed for), or by that office's denial or acknowledgement.
fn is_founded(office: Option<usize>, concerned: &HashSet<usize>) -> bool {
    office.is_some_and(|office| concerned.contains(&office))
}

/// Whether an answer of somebody who is accused is told.
fn is_answered(
    actor: &Actor,
    office: Option<usize>,
    found: &Accused<'_>,
    answers: &Answers,
) -> bool {
    found.answered
        || answers.can_follow(office, found.first)
        // A hacking group has no spokesman: who disputes what is said of it answers for it.
        || (actor.kind == Kind::IntrusionSet && found.disputed)
        // Accused by role alone: any answering statement of its office counts.
        || (!found.accused && answers.speak(office))
}

/// Somebody who is accused, without an answer. Where the office `speaks`, the file has something else of it.
fn unanswered(position: usize, actor: &Actor, speaks: bool, notes: &mut Notes) {
    let place = at(List::Actors, position);
    notes.note(&ACCUSED_WITHOUT_ANSWER, place, &actor.id, "", || {
        let other = if speaks {
            ": what the file has of it was said before, or answers somebody else"
        } else {
            ""
        };
        format!(
            "{} is accused, and no answer is told{other}.",
            shown(&actor.name)
        )
    });
}

/// The role by which an actor is accused on the map.
fn called(actor: &Actor) -> Option<Role> {
    let mut roles = actor.roles.iter().copied();
    roles.find(|role| matches!(role, Role::Initiator | Role::AllegedSponsor))
}

/// A role that accuses somebody whom nobody accuses.
fn unfounded(position: usize, actor: &Actor, role: Role, notes: &mut Notes) {
    let place = at(List::Actors, position);
    notes.note(&ROLE_WITHOUT_CLAIM, place, &actor.id, "roles", || {
        format!(
            "its role calls {} {}, but no claim that stands and no accusation of the file blames it.",
            shown(&actor.name),
            shown(role.label())
        )
    });
}

/// What it takes to accuse a person, apart from the claims themselves.
fn person(
    case: &Case<'_>,
    position: usize,
    person: &Actor,
    found: &Accused<'_>,
    signed: &HashSet<&str>,
    notes: &mut Notes,
) {
    let place = at(List::Actors, position);
    if let Some(role) = called(person).filter(|_| !found.accused) {
        notes.note(&PERSON_ON_ONE_OUTLET, place, &person.id, "roles", || {
            format!(
                "its role calls {}, a person, {}, and no claim that stands and no accusation of the file says so.",
                shown(&person.name),
                shown(role.label())
            )
        });
    } else if !found.support.several_outlets {
        notes.note(&PERSON_ON_ONE_OUTLET, place, &person.id, "", || {
            let source = found.support.source().unwrap_or_default();
            let copies = if found.support.several_sources {
                " (several sources, but one text)"
            } else {
                ""
            };
            format!(
                "all accusations rest on one outlet, that of {}{copies}; {} is a person.",
                case.source_and_outlet(source),
                shown(&person.name)
            )
        });
    }
    if !signed.contains(person.id.as_str()) {
        notes.note(&PERSON_WITHOUT_SIGN_OFF, place, &person.id, "", || {
            format!(
                "{} is a person who is accused, and nobody has signed for it.",
                shown(&person.name)
            )
        });
    }
}

/// A claim that calls a person's guilt settled.
fn claim(case: &Case<'_>, position: usize, relation: &Relation, notes: &mut Notes) {
    // That a sanction was announced or an indictment filed can be settled without anybody being guilty.
    let of_guilt = matches!(
        relation.relation,
        RelationType::Targets | RelationType::AttributedTo | RelationType::SponsoredBy
    );
    if !of_guilt || relation.status != Some(Status::Settled) {
        return;
    }
    let person = blamed(relation)
        .filter_map(|id| case.actor(id))
        .find(|actor| actor.kind == Kind::Person);
    if let Some(person) = person {
        let place = at(List::Relations, position);
        notes.note(
            &PERSON_WITHOUT_ALLEGED,
            place,
            &relation.id,
            "status",
            || {
                format!(
                    "it is \"settled\", so the map would say without \"alleged\" what {} is accused of.",
                    shown(&person.name)
                )
            },
        );
    }
}

/// For each actor whether, and by what, it is accused.
fn accusations<'i>(case: &Case<'i>, answers: &Answers) -> Vec<Accused<'i>> {
    let incident: &'i Incident = case.incident;
    let mut accused = vec![Accused::default(); incident.actors.len()];
    let mut add = |id: &str, support: &Support<'i>, by: &[usize], relation: Option<&Relation>| {
        let Some(position) = case.actors.get(id) else {
            return;
        };
        let office = case.office(id);
        if let Some(entry) = accused.get_mut(position) {
            entry.accused = true;
            entry.support.join(support);
            for statement in by {
                entry.answered |= answers.name(office, *statement);
                let said = incident.statements.get(*statement);
                entry.since(first_day(said.and_then(|said| said.date)));
            }
            if let Some(relation) = relation {
                let disputing = positions(case, &relation.disputed_by);
                let mut disputing = disputing.filter_map(|one| incident.statements.get(one));
                entry.disputed |= !relation.disputed_by.is_empty();
                entry.answered |= disputing.any(|one| case.office(&one.speaker) == office);
                // What a source says by itself is printed along with the answer, so its day says nothing.
                if !relation.sources.is_empty() {
                    entry.since(first_day(None));
                }
            }
        }
    };
    for (position, statement) in incident.statements.iter().enumerate() {
        if statement.stance.contains(&Stance::Accuse) {
            for id in &statement.to {
                add(id, &case.reported(position), &[position], None);
            }
        }
    }
    for relation in &incident.relations {
        if relation.status == Some(Status::Withdrawn) {
            continue;
        }
        let by: Vec<usize> = positions(case, &relation.asserted_by).collect();
        for id in blamed(relation) {
            add(id, &case.support(relation), &by, Some(relation));
        }
    }
    accused
}

impl Accused<'_> {
    /// An accusation was made on this day, or later.
    fn since(&mut self, day: Day) {
        self.first = Some(self.first.map_or(day, |first| first.min(day)));
    }
}

/// Whom a claim blames.
pub(super) fn blamed(relation: &Relation) -> impl Iterator<Item = &str> {
    let (from, to) = blames(relation.relation);
    [(from, &relation.from), (to, &relation.to)]
        .into_iter()
        .filter_map(|(blamed, id)| blamed.then_some(id.as_str()))
}

/// Whether claims of this type blame the actor they begin with, and the one they lead to.
pub(super) fn blames(claim: RelationType) -> (bool, bool) {
    use RelationType::{
        AttributedTo, Indicted, MemberOf, MissionOf, PartOf, Represents, Sanctioned, SpeaksFor,
        SponsoredBy, Summoned, Targets,
    };
    match claim {
        Targets => (true, false),
        AttributedTo | SponsoredBy => (true, true),
        Sanctioned | Indicted => (false, true),
        // To be called in is no blame, nor is an office.
        Summoned | PartOf | SpeaksFor | Represents | MemberOf | MissionOf => (false, false),
    }
}
