//! What the card quotes: the lead statements, an accusation with its denial, or one of them.

use crate::incident::Statement;
use crate::view::Story;
use crate::view::printings::{Printing, printings};
use crate::view::statement::family;
use crate::view::words::Family;

/// The longest quotation that can have room, in characters: some 60 of them are a line of the least size.
const MOST_CHARS: usize = 1_200;

/// One source's printing of a statement.
#[derive(Clone)]
pub(super) struct Said<'a> {
    pub statement: &'a Statement,
    pub printing: Printing<'a>,
}

/// What may be quoted together, the best first: claim and denial in every wording, then each lead statement by itself.
pub(super) fn choices(story: &Story) -> impl Iterator<Item = Vec<Said<'_>>> {
    let lead = story.shown(None);
    let lead: Vec<&Statement> = lead.iter().filter_map(|&at| story.statement(at)).collect();
    let pairs = opposed(story, &lead);
    let singles = lead
        .into_iter()
        .flat_map(|statement| said(story, statement))
        .map(|said| vec![said]);
    pairs.into_iter().chain(singles)
}

/// Every printing of a statement that quotes it, the leading one first, but for those that are too long in any size.
fn said<'a>(story: &'a Story, statement: &'a Statement) -> Vec<Said<'a>> {
    let short = |printing: &Printing| {
        let quotes = printing
            .reports
            .iter()
            .filter_map(|report| report.quote.as_ref());
        quotes.map(|quote| quote.chars().count()).sum::<usize>() <= MOST_CHARS
    };
    let printings = printings(&story.incident, statement)
        .into_iter()
        .filter(short);
    printings
        .map(|printing| Said {
            statement,
            printing,
        })
        .collect()
}

/// The first lead statement that denies another one, with that: in every wording, in their order. A denial of something else
/// stands beside nothing: it would be read as an answer.
fn opposed<'a>(story: &'a Story, lead: &[&'a Statement]) -> Vec<Vec<Said<'a>>> {
    let quoted = |statement: &&&Statement| !said(story, statement).is_empty();
    let quoted: Vec<&Statement> = lead.iter().filter(quoted).copied().collect();
    let denies = |statement: &&&Statement| family(statement) == Family::Deny;
    let pair = quoted.iter().filter(denies).find_map(|denial| {
        let mut claims = quoted.iter().filter(|statement| !denies(statement));
        let claim = claims.find(|claim| is_denied_by(story, claim, denial))?;
        Some([*claim, *denial])
    });
    let Some(mut pair) = pair else {
        return Vec::new();
    };
    pair.sort_by_key(|one| lead.iter().position(|other| other.id == one.id));
    let [first, second] = pair.map(|statement| said(story, statement));
    let with = |one: &Said<'a>| {
        let one = one.clone();
        second
            .clone()
            .into_iter()
            .map(move |other| vec![one.clone(), other])
    };
    first.iter().flat_map(with).collect()
}

/// Whether a denial is of this statement: it says so, or it disputes a link that the statement asserts.
fn is_denied_by(story: &Story, claim: &Statement, denial: &Statement) -> bool {
    let mut links = story.incident.relations.iter();
    denial.about.contains(&claim.id)
        || links.any(|link| {
            link.asserted_by.contains(&claim.id) && link.disputed_by.contains(&denial.id)
        })
}
