//! The lines at which the other records stand that a finding names.

use crate::incident::place::List;
use crate::incident::{Rule, Term};

use super::messages::{target, unknown_id};
use crate::check::cards::editorial::{
    ASSERTED_AND_DISPUTED, ONE_TEXT, ORIGINAL_WITHOUT_TRANSLATION, PERSON_ON_ONE_OUTLET,
    REPLY_BEFORE_STATEMENT, SETTLED_ON_ONE_OUTLET, TURNED_CLAIM, UNDECLARED_CONFLICT,
    UNDECLARED_COPY,
};
use crate::check::finding::Finding;
use crate::check::records::Records;

/// Adds to the words of a finding the lines of the other records that they name.
pub(super) fn name_lines(finding: &mut Finding, records: &Records<'_>) {
    if let Some((lists, _)) = unknown_id(finding) {
        finding.advice = with_lines(&finding.advice, &[&lists], records);
        return;
    }
    if let Some(path) = target(finding) {
        if let Some(line) = records.line(path) {
            let named = format!("({path}");
            let at = format!("({path}, line {line}");
            // The last one is ours: an id before it may hold anything.
            if let Some((before, after)) = finding.message.rsplit_once(&named) {
                finding.message = format!("{before}{at}{after}");
            }
        }
        return;
    }
    let own = List::REFERABLE
        .iter()
        .filter(|list| finding.path.starts_with(&format!("{}[", list.key())));
    let own: Vec<List> = own.copied().collect();
    let of_source = [UNDECLARED_COPY.id, ONE_TEXT.id, PERSON_ON_ONE_OUTLET.id];
    let of_statement = [
        REPLY_BEFORE_STATEMENT.id,
        ASSERTED_AND_DISPUTED.id,
        TURNED_CLAIM.id,
    ];
    // What these say first in quotation marks is no id.
    let of_source_then = [SETTLED_ON_ONE_OUTLET.id, ORIGINAL_WITHOUT_TRANSLATION.id];
    let named: &[&[List]] = if of_source.contains(&finding.rule) {
        &[&[List::Sources]]
    } else if finding.rule == UNDECLARED_CONFLICT.id {
        &[&[List::Sources], &[List::Sources]]
    } else if of_source_then.contains(&finding.rule) {
        &[&[], &[List::Sources]]
    } else if of_statement.contains(&finding.rule) {
        &[&[List::Statements]]
    } else {
        match Rule::from_id(finding.rule) {
            Some(Rule::DanglingId) => &[&List::REFERABLE],
            Some(Rule::DuplicateId) => &[&own],
            // Where quotations are compared, messages begin with the source.
            Some(
                Rule::ExcerptCycle
                | Rule::QuoteNotFound
                | Rule::ContextNotFound
                | Rule::UnmarkedQuote,
            ) => &[&[List::Sources]],
            Some(Rule::AnswerElsewhere) => &[&[List::Sources], &[List::Statements]],
            _ => return,
        }
    };
    finding.message = with_lines(&finding.message, named, records);
}

/// A sentence with the line after each id it shows in quotation marks; the nth of them is of a record of the nth lists.
fn with_lines(sentence: &str, named: &[&[List]], records: &Records<'_>) -> String {
    let mut lined = String::new();
    let mut rest = sentence;
    for lists in named {
        let quoted = rest.split_once('"').and_then(|(before, after)| {
            let (id, after) = after.split_once('"')?;
            Some((before, id, after))
        });
        let Some((before, id, after)) = quoted else {
            break;
        };
        lined.push_str(&format!("{before}\"{id}\""));
        if let Some((_, line)) = records.find(id, lists) {
            lined.push_str(&format!(" (line {line})"));
        }
        rest = after;
    }
    lined + rest
}
