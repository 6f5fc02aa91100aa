//! The cards of the rules that a news desk asks for.

use crate::check::rules::{Card, Group};
use crate::incident::Severity::{Error, Warning};

/// In the order of the page.
pub(super) static CARDS: &[&Card] = &[
    &UNANCHORED_DENIAL,
    &UNAIMED_ACCUSATION,
    &CONTRADICTORY_STANCES,
    &DENIAL_TO_ANOTHER,
    &REPLY_BEFORE_STATEMENT,
    &UNLINKED_SPEAKER,
    &UNDECLARED_CONFLICT,
    &IDLE_CONFLICT,
    &UNPLACED_CONFLICT,
    &REPEATED_ACTOR,
    &REPEATED_STATEMENT,
    &TWO_SPEAKERS,
    &SETTLED_ON_ONE_OUTLET,
    &ONE_TEXT,
    &UNDECLARED_COPY,
    &ASSERTED_AND_DISPUTED,
    &TURNED_CLAIM,
    &ROLE_WITHOUT_CLAIM,
    &ACCUSED_WITHOUT_ANSWER,
    &PERSON_WITHOUT_ALLEGED,
    &PERSON_ON_ONE_OUTLET,
    &PERSON_WITHOUT_SIGN_OFF,
    &FRAGMENT_ALONE,
    &MARKS_IN_PARAPHRASE,
    &TRANSLATION_WITHOUT_ORIGINAL,
    &ORIGINAL_WITHOUT_TRANSLATION,
    &UNKNOWN_ALIAS,
    &FOREIGN_ALIAS,
];

/// A denial that does not say of what.
pub(in crate::check) static UNANCHORED_DENIAL: Card = Card {
    id: "unanchored-denial",
    group: Group::Editorial,
    severity: Error,
    waivable: true,
    what: "a denial that does not say of what",
    cause: "The statement it answers is not in the file yet, or \"about\" was forgotten.",
    remedy: "Name in \"about\" the statement it answers, or name it in the \"disputed_by\" of the claim it disputes.",
};

/// An accusation that does not say of whom.
pub(in crate::check) static UNAIMED_ACCUSATION: Card = Card {
    id: "unaimed-accusation",
    group: Group::Editorial,
    severity: Error,
    waivable: true,
    what: "an accusation that does not say of whom",
    cause: "\"to\" was forgotten, or who is accused is not in the file yet.",
    remedy: "Name in \"to\" who is accused, or name the statement in the \"asserted_by\" of the claim it makes; if the source does not say whom it accuses, waive it or take another stance.",
};

/// A friendly and a hostile stance towards the same actor.
pub(in crate::check) static CONTRADICTORY_STANCES: Card = Card {
    id: "contradictory-stances",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "a statement that stands with somebody and is turned against them as well",
    cause: "It stands with one and is turned against another, but each stance counts for every actor in \"to\"; or whom it stands with was named, and whom it condemns was not.",
    remedy: "Make two statements of it, each with its own stance, \"to\" and words. If it does both to the same actor, waive it.",
};

/// A denial aimed at somebody else than who said what it answers.
pub(in crate::check) static DENIAL_TO_ANOTHER: Card = Card {
    id: "denial-to-another",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "a denial aimed at somebody else than who said what it answers",
    cause: "The wrong actor was picked in \"to\", or the wrong statement in \"about\"; or a tie of office is missing.",
    remedy: "Name in \"to\" who said what is denied, or leave \"to\" empty.",
};

/// A reply that is older than what it answers.
pub(in crate::check) static REPLY_BEFORE_STATEMENT: Card = Card {
    id: "reply-before-statement",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "a reply that is older than what it answers",
    cause: "A slip in one of the two dates, or \"about\" names the wrong statement.",
    remedy: "Look both dates up again.",
};

/// A speaker without a tie to the body spoken for.
pub(in crate::check) static UNLINKED_SPEAKER: Card = Card {
    id: "unlinked-speaker",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "a speaker without a tie to the body spoken for",
    cause: "The tie of office is not in the file, or the wrong person or body was picked.",
    remedy: "Add the tie of office (\"speaks-for\", \"represents\", \"part-of\" or \"mission-of\"), with the article that gives it, or correct the speaker.",
};

/// Sources that differ, and no conflict that says so.
pub(in crate::check) static UNDECLARED_CONFLICT: Card = Card {
    id: "undeclared-conflict",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "sources that differ, and no conflict that says so",
    cause: "The outlets translated, shortened or attributed the words differently; or the two reports are of two statements.",
    remedy: "Add a conflict about the statement, with what each source says; or make two statements of it.",
};

/// A conflict whose answers agree.
pub(in crate::check) static IDLE_CONFLICT: Card = Card {
    id: "idle-conflict",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "a conflict whose answers agree",
    cause: "An answer was copied, or a source was corrected since.",
    remedy: "Write what each source says, or drop the conflict.",
};

/// A conflict that no place of the map shows.
pub(in crate::check) static UNPLACED_CONFLICT: Card = Card {
    id: "unplaced-conflict",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "a conflict that is about no record, for which the map has no place",
    cause: "\"about\" was forgotten, or what it named was taken out of the file.",
    remedy: "Name in \"about\" the statement, relation, event or actor that the question is about: readers of the map find the answers there.",
};

/// Two actors of one name, or alias.
pub(in crate::check) static REPEATED_ACTOR: Card = Card {
    id: "repeated-actor",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "two actors of one name",
    cause: "Somebody was entered twice, so that what they say and what is said of them is parted; or two have one name.",
    remedy: "Keep one of the two and name its id wherever the other's stands; if they are two, say in the names which is which.",
};

/// A statement under two ids.
pub(in crate::check) static REPEATED_STATEMENT: Card = Card {
    id: "repeated-statement",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "a statement under two ids",
    cause: "Two sources print it and each was entered as a statement of its own, or a record was copied and not changed.",
    remedy: "Make one statement of the two, with a report for each source; if it was said twice, give both their dates.",
};

/// The same words of one source under two speakers.
pub(in crate::check) static TWO_SPEAKERS: Card = Card {
    id: "two-speakers",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "the same words of one source under two speakers",
    cause: "One of the two was given the wrong speaker, or a record was copied and not changed.",
    remedy: "Look up in the source who says it, and drop the other. If each says it, give each report the words before and after it (\"prefix\", \"suffix\"). What two said together, in one statement, is waived.",
};

/// A claim that is "settled" on the word of one outlet.
pub(in crate::check) static SETTLED_ON_ONE_OUTLET: Card = Card {
    id: "settled-on-one-outlet",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "a claim that is \"settled\" on the word of one outlet",
    cause: "Others copied the same text, or a second report has not been entered.",
    remedy: "Add a second, independent source; or write \"alleged\"; or waive it where the claim is an act of public record.",
};

/// A claim that several sources carry, all from one text.
pub(in crate::check) static ONE_TEXT: Card = Card {
    id: "one-text",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "a claim that several sources carry, all from one text",
    cause: "One agency's article was printed by several outlets, or one article is an excerpt of the other.",
    remedy: "Look for a source of its own. If there is none, waive it: the map counts the copies as one outlet.",
};

/// Two sources with one text, or one headline, that count as two outlets.
pub(in crate::check) static UNDECLARED_COPY: Card = Card {
    id: "undeclared-copy",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "two sources with one text, or one headline, that count as two outlets",
    cause: "Both print an agency's text, or one copied the other.",
    remedy: "Name the agency in the \"agency\" of both, or the original in the \"excerpt_of\" of the copy.",
};

/// A claim that one statement both asserts and disputes.
pub(in crate::check) static ASSERTED_AND_DISPUTED: Card = Card {
    id: "asserted-and-disputed",
    group: Group::Editorial,
    severity: Error,
    waivable: false,
    what: "a claim that one statement both asserts and disputes",
    cause: "The id was copied from one list into the other.",
    remedy: "Keep it in the one list it belongs to; if it grants one half and denies the other, make two claims of it.",
};

/// A claim on the wrong side of a statement.
pub(in crate::check) static TURNED_CLAIM: Card = Card {
    id: "turned-claim",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "a claim on the wrong side of a statement",
    cause: "\"asserted_by\" and \"disputed_by\" were mixed up, or the wrong statement was picked.",
    remedy: "Put the statement into the other list, or name the statement that was meant.",
};

/// A role that accuses somebody whom nobody accuses.
pub(in crate::check) static ROLE_WITHOUT_CLAIM: Card = Card {
    id: "role-without-claim",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "a role that accuses somebody whom nobody accuses",
    cause: "The claim or the accusation is not in the file yet or was withdrawn, or the role was given to the wrong actor.",
    remedy: "Add the claim with who asserts it, or drop the role: readers see it beside the name.",
};

/// Somebody who is accused, without an answer.
pub(in crate::check) static ACCUSED_WITHOUT_ANSWER: Card = Card {
    id: "accused-without-answer",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "somebody who is accused, without an answer",
    cause: "The answer was not asked for, did not come, or has not been entered.",
    remedy: "Add what the accused, or a body that speaks for it, says. If the file has it already, name the accusation in its \"about\"; if no answer could be had, waive it and say how it was sought.",
};

/// A person's guilt called settled.
pub(in crate::check) static PERSON_WITHOUT_ALLEGED: Card = Card {
    id: "person-without-alleged",
    group: Group::Editorial,
    severity: Error,
    waivable: true,
    what: "a person's guilt called settled",
    cause: "The status was copied from another claim; or a court has decided.",
    remedy: "Write \"alleged\" or \"disputed\". After a final judgement, waive it and name the court and the day.",
};

/// A person who is accused on the word of one outlet.
pub(in crate::check) static PERSON_ON_ONE_OUTLET: Card = Card {
    id: "person-on-one-outlet",
    group: Group::Editorial,
    severity: Error,
    waivable: true,
    what: "a person who is accused on the word of one outlet",
    cause: "There is no second report yet, the reports are copies of one text, or only a role accuses the person.",
    remedy: "Add an independent second source, or leave the person, or the role, out. Where the accusation is an act of public record, waive it and name that act.",
};

/// A person who is accused, without a sign-off.
pub(in crate::check) static PERSON_WITHOUT_SIGN_OFF: Card = Card {
    id: "person-without-sign-off",
    group: Group::Editorial,
    severity: Error,
    waivable: false,
    what: "a person who is accused, without a sign-off",
    cause: "Nobody has looked at it yet whose task it is.",
    remedy: "Let the editor who answers for it add an entry to \"sign_offs\": { \"record\": the actor's id, \"by\": a name or a desk }.",
};

/// Words quoted in part, without their sentence.
pub(in crate::check) static FRAGMENT_ALONE: Card = Card {
    id: "fragment-alone",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "words quoted in part, without their sentence",
    cause: "The source builds some of the speaker's words into a sentence of its own, and nothing tells what that sentence says.",
    remedy: "Add an indirect report of the same source whose \"paraphrase\" tells what was said: readers see it below the words. Or quote the whole sentence, if the source prints it between marks; a whole clause is direct.",
};

/// Quotation marks in what is told in our words.
pub(in crate::check) static MARKS_IN_PARAPHRASE: Card = Card {
    id: "marks-in-paraphrase",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "quotation marks in our own words",
    cause: "Words of the speaker, or of the article, were put into our own sentence.",
    remedy: "Say it without marks; if a source prints the words between marks, make them the quote of a report, which is then mixed.",
};

/// A translated quotation without its original.
pub(in crate::check) static TRANSLATION_WITHOUT_ORIGINAL: Card = Card {
    id: "translation-without-original",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "a translated quotation without its original",
    cause: "The source prints only the translation.",
    remedy: "Give the words that were said in \"original\"; if they cannot be had, waive it and say who translated.",
};

/// Original words of what is no translation.
pub(in crate::check) static ORIGINAL_WITHOUT_TRANSLATION: Card = Card {
    id: "original-without-translation",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "original words of what is no translation",
    cause: "\"translated_from\" was forgotten, or \"original\" holds the source's own words.",
    remedy: "Give the language the words were said in in \"translated_from\"; if the source prints the words as they were said, drop both fields.",
};

/// The name of a hacking group that no list has.
pub(in crate::check) static UNKNOWN_ALIAS: Card = Card {
    id: "unknown-alias",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "the name of a hacking group that no list has",
    cause: "The name is misspelt; or it is new, or used by one vendor only.",
    remedy: "Correct the name. If it is right, waive it and name who uses it.",
};

/// The name of another hacking group.
pub(in crate::check) static FOREIGN_ALIAS: Card = Card {
    id: "foreign-alias",
    group: Group::Editorial,
    severity: Warning,
    waivable: true,
    what: "the name of another hacking group",
    cause: "Two groups were taken for one, or the wrong line was copied.",
    remedy: "Drop the alias, or make an actor of its own of it.",
};
