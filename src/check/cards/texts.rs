//! The cards of what only the check finds in a file's structure: mostly in its texts, each by itself.

use crate::check::rules::{Card, Group};
use crate::incident::Severity::Warning;

/// In the order of the page.
pub(super) static CARDS: &[&Card] = &[
    &UNPRINTABLE_CHARACTER,
    &INVISIBLE_CHARACTER,
    &GARBLED_TEXT,
    &MARKUP_IN_TEXT,
    &FORMULA_ERROR,
    &UNKNOWN_LANGUAGE,
    &EXAMPLE_TEXT,
];

/// A character that cannot be printed. Not the readers' to find: it would weigh on every reader's browser.
pub(in crate::check) static UNPRINTABLE_CHARACTER: Card = Card {
    id: "unprintable-character",
    group: Group::Structure,
    severity: Warning,
    waivable: true,
    what: "a character that cannot be printed",
    cause: "It came along unseen when the words were pasted, out of a PDF or a terminal, or a program wrote it.",
    remedy: "Write what the source has in that place: mostly a space, a hyphen or nothing.",
};

/// A character that nobody sees and that says nothing where it stands.
pub(in crate::check) static INVISIBLE_CHARACTER: Card = Card {
    id: "invisible-character",
    group: Group::Structure,
    severity: Warning,
    waivable: true,
    what: "a character that nobody sees",
    cause: "It came along when the words were pasted from a page: the mark of a possible line end or of a direction.",
    remedy: "Delete it: put the cursor behind it and press backspace once, or type the word anew.",
};

/// Letters that a program took for others, or lost.
pub(in crate::check) static GARBLED_TEXT: Card = Card {
    id: "garbled-text",
    group: Group::Structure,
    severity: Warning,
    waivable: true,
    what: "letters that were read in another encoding",
    cause: "A program took the file, or the article, for one in another encoding than it was (windows-1250 or windows-1252 for UTF-8, or the other way round), and saved what it showed.",
    remedy: "Copy the words anew from where they are right. If many texts of the file are so, go back to the file from before, open it as UTF-8, and save it as UTF-8.",
};

/// HTML in a text.
pub(in crate::check) static MARKUP_IN_TEXT: Card = Card {
    id: "markup-in-text",
    group: Group::Structure,
    severity: Warning,
    waivable: true,
    what: "HTML in a text",
    cause: "The words were copied from a page's source code instead of from the page.",
    remedy: "Write the character that it stands for, and leave tags out; if the words themselves are HTML, waive it.",
};

/// What a spreadsheet shows in place of a text.
pub(in crate::check) static FORMULA_ERROR: Card = Card {
    id: "formula-error",
    group: Group::Structure,
    severity: Warning,
    waivable: true,
    what: "what a spreadsheet shows for a formula that failed",
    cause: "A text that begins with = or - was taken for a formula in a spreadsheet, and what it showed was copied.",
    remedy: "Write the text that belongs here; in a spreadsheet, with an apostrophe in front.",
};

/// A language that there is not.
pub(in crate::check) static UNKNOWN_LANGUAGE: Card = Card {
    id: "unknown-language",
    group: Group::Structure,
    severity: Warning,
    waivable: true,
    what: "a code of two letters that no language has",
    cause: "The code of a country was written (\"cz\", \"jp\", \"ua\"), or a letter is misspelt.",
    remedy: "Write the language's own code, after ISO 639-1: Czech is \"cs\", Japanese \"ja\", Ukrainian \"uk\". Screen readers and hyphenation go by it.",
};

/// A text of the starter.
pub(in crate::check) static EXAMPLE_TEXT: Card = Card {
    id: "example-text",
    group: Group::Structure,
    severity: Warning,
    waivable: true,
    what: "an example that `actor-map new` wrote still stands in the file, and readers would see it",
    cause: "Its record has not been replaced yet, or was overlooked; readers take an example for news, and that of a correction for one.",
    remedy: "Write your own text, or delete the record: corrections, waivers, conflicts and events can be left out.",
};
