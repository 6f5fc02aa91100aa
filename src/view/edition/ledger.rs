//! The whole story in plain words and in one order, for editions without a panel: text, mail, markup of one's own.

use std::collections::{BTreeMap, BTreeSet};

use crate::incident::template::fill;
use crate::incident::{Actor, Event, PartialDate, Relation, Source, Statement, Term};
use crate::view::dom::{El, el};
use crate::view::events::told_by_some;
use crate::view::html::{holding, plain_text};
use crate::view::language::{self, all_theirs, english, in_language, set_apart, theirs};
use crate::view::panel::also_called;
use crate::view::statement::{
    IN_OUR_WORDS, deviations, excerpt, firsts_alike, of_original, outlet_of,
};
use crate::view::{Story, footer, relation, words};

/// Over the actors without a statement.
pub const OTHERS: &str = "Others in this story";

/// A story in plain words. Statements and sources are numbered from 1, in reading order. A line is an element of no matter which
/// name, for words of ours and of the story may stand in it, in two languages.
pub struct Ledger<'a> {
    story: &'a Story,
    /// Who said what, by speaker in the file's order.
    pub speakers: Vec<Speaker>,
    /// Actors without a statement: "China (State · accused sponsor). It denies the accusation."
    pub others: Vec<El>,
    /// Claims and ties of office: a sentence, and who says so.
    pub links: Vec<El>,
    /// Dated events, the first first.
    pub events: Vec<El>,
    /// Questions the sources answer differently, with the answers.
    pub differences: Vec<(String, Vec<String>)>,
    /// The sources.
    pub sources: Vec<SourceLine>,
    /// What was corrected.
    pub corrections: Vec<El>,
    /// How many records had to be left out, in words.
    pub left_out: Option<El>,
}

/// One actor's statements.
pub struct Speaker {
    /// Its name, fit to stand beside other words.
    pub name: String,
    /// What it is: "Public body · accuser".
    pub line: String,
    /// Who it is, and what else it is called, in a sentence each.
    pub about: Vec<El>,
    /// What it said.
    pub statements: Vec<Said>,
}

/// One statement.
pub struct Said {
    /// Its number.
    pub number: usize,
    /// What it does: "Accuses China · Foreign minister · post on X · 28 May 2025".
    pub deed: El,
    /// Every printing of it; what is told alike in our words stands together.
    pub reports: Vec<Printed>,
    /// "Answers statement 1 (Czech government). Answered in statements 12 and 13 (Chinese embassy)."
    pub answers: Option<El>,
}

/// One source's printing.
pub struct Printed {
    /// The quotation in quotation marks, or the paraphrase without; none where the printing before has the same paraphrase.
    pub text: Option<String>,
    /// The quotation's BCP 47 language, where its source has one.
    pub language: Option<String>,
    /// Whether it is a quotation.
    pub quoted: bool,
    /// Position in [`Ledger::sources`].
    pub source: usize,
    /// Where this source names another speaker or venue, and whether it translates; empty, or goes on after its name.
    pub deviations: El,
    /// The words that it translates.
    pub original: Option<String>,
    /// Their BCP 47 language.
    pub translated_from: Option<String>,
}

/// One source.
pub struct SourceLine {
    /// "UPI (printed by Space Media Network) · Darryl Coote · “…” · 28 May 2025"
    pub line: El,
    /// The outlet alone.
    pub outlet: El,
    /// What its outlet's name goes on with where a printing is told in a sentence: " (excerpt of the article in BLMS Media)";
    /// empty if it is no excerpt.
    pub excerpt: El,
    /// Its address, `https:` or `http:`.
    pub url: Option<String>,
}

impl<'a> Ledger<'a> {
    /// The ledger of a story.
    pub fn new(story: &'a Story) -> Self {
        let incident = &story.incident;
        let numbered = Numbered::new(story);
        let (mut speakers, mut others) = (Vec::new(), Vec::new());
        for (position, actor) in incident.actors.iter().enumerate() {
            let said = story.said(position).iter();
            let said = said.filter_map(|&at| story.statement(at));
            let statements: Vec<Said> = said
                .map(|statement| of_statement(story, statement, &numbered))
                .collect();
            if statements.is_empty() {
                others.push(in_a_line(story, actor));
                continue;
            }
            speakers.push(Speaker {
                name: words::isolated(&actor.name),
                line: words::actor_line(actor),
                about: about(story, actor),
                statements,
            });
        }
        let events = story
            .events
            .iter()
            .filter_map(|&at| incident.events.get(at));
        let corrections = incident.corrections.iter();
        Self {
            story,
            speakers,
            others,
            links: incident
                .relations
                .iter()
                .map(|relation| link(story, relation))
                .collect(),
            events: events.map(|event| told(story, event)).collect(),
            differences: incident
                .conflicts
                .iter()
                .map(|conflict| {
                    let answers = conflict.answers.iter();
                    let answers = answers.map(|answer| {
                        fill(
                            "%: %",
                            &[&words::short_outlet(story, &answer.source), &answer.says],
                        )
                    });
                    (conflict.question.clone(), answers.collect())
                })
                .collect(),
            sources: incident
                .sources
                .iter()
                .map(|source| source_line(story, source))
                .collect(),
            corrections: corrections
                .map(|correction| dated(story, correction.date, &correction.text))
                .collect(),
            left_out: (story.left_out > 0).then(|| {
                let line = el("p").text(words::left_out(story.left_out));
                language::ours(story, line)
            }),
        }
    }

    /// A line with "7. Accuses China · 28 May 2025"
    pub fn deed(&self, line: El, said: &Said) -> El {
        let line = line.text(said.number.to_string()).text(". ");
        language::ours(self.story, holding(line, &said.deed))
    }

    /// The element of a printing's words, told their language and direction.
    pub fn directed(&self, words: El, printed: &Printed) -> El {
        in_language(words, printed.language.as_ref(), self.story.language())
    }

    /// A line that says in a sentence which `outlet` prints this, as the panel does: an excerpt is no second confirmation.
    pub fn told_by(&self, line: El, outlet: El, printed: &Printed) -> El {
        let [before, after] = if printed.quoted {
            ["Reported by ", ""]
        } else {
            IN_OUR_WORDS
        };
        let mut line = line.text(before).child(outlet);
        if let Some(source) = self.source(printed) {
            line = holding(line, &source.excerpt);
        }
        language::ours(self.story, self.with_deviations(line.text(after), printed))
    }

    /// A line with the whole of the source that prints this.
    pub fn cited(&self, line: El, source: &SourceLine, printed: &Printed) -> El {
        let line = self.with_deviations(holding(line, &source.line), printed);
        let in_our_words = (!printed.quoted).then_some(" (in our words)");
        let line = line.text(in_our_words.unwrap_or_default());
        language::ours(self.story, line)
    }

    /// A line with where a printing deviates, and the words that it translates.
    fn with_deviations(&self, line: El, printed: &Printed) -> El {
        let line = holding(line, &printed.deviations);
        match &printed.original {
            Some(original) => {
                let language = printed.translated_from.as_ref();
                of_original(line, original, language, self.story.language())
            }
            None => line,
        }
    }

    /// The source of a printing.
    pub fn source(&self, printed: &Printed) -> Option<&SourceLine> {
        self.sources.get(printed.source)
    }
}

/// A line of our own words, as the panel has them among words of this language.
pub(super) fn ours(language: &str, line: String) -> String {
    plain_text(&set_apart(el("p").text(line), language))
}

/// The statements in reading order, and what answers what.
struct Numbered<'a> {
    story: &'a Story,
    statements: Vec<&'a Statement>,
    /// Each statement's number, by its id.
    numbers: BTreeMap<&'a str, usize>,
    /// The numbers of those that answer a statement, by its id.
    answers: BTreeMap<&'a str, BTreeSet<usize>>,
}

impl<'a> Numbered<'a> {
    fn new(story: &'a Story) -> Self {
        let speakers = 0..story.incident.actors.len();
        let statements = speakers.flat_map(|position| story.said(position));
        let statements: Vec<&Statement> =
            statements.filter_map(|&at| story.statement(at)).collect();
        let (mut numbers, mut answers) = (BTreeMap::new(), BTreeMap::<_, BTreeSet<_>>::new());
        for (before, statement) in statements.iter().enumerate() {
            numbers.insert(statement.id.as_str(), before + 1);
            for id in &statement.about {
                answers.entry(id.as_str()).or_default().insert(before + 1);
            }
        }
        Self {
            story,
            statements,
            numbers,
            answers,
        }
    }

    fn number(&self, statement: &Statement) -> usize {
        self.numbers
            .get(statement.id.as_str())
            .copied()
            .unwrap_or_default()
    }

    /// What a statement answers, and where it is answered; nothing where neither is.
    fn answers(&self, statement: &Statement) -> Option<El> {
        let earlier = statement.about.iter();
        let earlier = earlier.filter_map(|id| self.numbers.get(id.as_str()).copied());
        let later = self.answers.get(statement.id.as_str());
        let mut line = el("p");
        let mut between = "";
        for (begin, numbers) in [
            ("Answers ", earlier.collect()),
            ("Answered in ", later.cloned().unwrap_or_default()),
        ] {
            if !numbers.is_empty() {
                line = self
                    .named(line.text(between).text(begin), &numbers)
                    .text(".");
                between = " ";
            }
        }
        (!between.is_empty()).then(|| language::ours(self.story, line))
    }

    /// A line with "statements 12 and 13 (Chinese embassy); 15 (NATO)": a map may have numbers of its own, for names.
    fn named(&self, line: El, numbers: &BTreeSet<usize>) -> El {
        let speaker = |number: usize| {
            let statement = self.statements.get(number.checked_sub(1)?)?;
            Some(&statement.speaker)
        };
        let mut before = match numbers.len() {
            1 => "statement ",
            _ => "statements ",
        };
        // Those of one speaker follow each other.
        let numbers: Vec<usize> = numbers.iter().copied().collect();
        let mut line = line;
        for numbers in numbers.chunk_by(|&one, &other| speaker(one) == speaker(other)) {
            let name = numbers.first().and_then(|&number| speaker(number));
            let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
            let name = name.map_or("", |id| self.story.name(id));
            line = line.text(before).text(words::listed(&numbers)).text(" (");
            line = theirs(line, self.story, name).text(")");
            before = "; ";
        }
        line
    }
}

/// A line with something dated: "2021: The EU asks China to act"
fn dated(story: &Story, date: PartialDate, told: &str) -> El {
    let line = english(story, el("p")).text(story.dated(date));
    theirs(line.text(": "), story, told)
}

/// What the file says an actor is, and what else it is called, as the panel says it.
fn sentences(story: &Story, actor: &Actor) -> (Option<String>, Option<El>) {
    let aliases = also_called(el("p"), story, actor);
    let mut sentence = actor.about.clone();
    // Another sentence follows in the same line. (Scripts from Thai on have other stops, or none.)
    let is_open = |about: &String| {
        let within = about.trim_end_matches([')', ']', '"', '\'', '”', '’', '»', '“']);
        within.ends_with(|last: char| last.is_alphanumeric() && last < '\u{e00}')
    };
    if let Some(about) = &mut sentence
        && aliases.is_some()
        && is_open(about)
    {
        about.push('.');
    }
    (sentence, aliases)
}

/// Who an actor is, and what else it is called, a line each.
fn about(story: &Story, actor: &Actor) -> Vec<El> {
    let (sentence, aliases) = sentences(story, actor);
    let sentence = sentence.map(|sentence| el("p").text(sentence));
    sentence.into_iter().chain(aliases).collect()
}

/// All that is said of an actor who says nothing.
fn in_a_line(story: &Story, actor: &Actor) -> El {
    let line = theirs(el("p"), story, &actor.name).text(" (");
    let mut line = line.text(words::actor_line(actor)).text(")");
    let (sentence, aliases) = sentences(story, actor);
    let mut between = ". ";
    if let Some(sentence) = sentence {
        line = theirs(line.text(between), story, &sentence);
        between = " ";
    }
    if let Some(aliases) = aliases {
        line = holding(line.text(between), &aliases);
    }
    language::ours(story, line)
}

fn of_statement(story: &Story, statement: &Statement, numbered: &Numbered) -> Said {
    let sources = &story.incident.sources;
    let firsts = firsts_alike(statement);
    let mut reports: Vec<_> = statement.reports.iter().zip(firsts).enumerate().collect();
    reports.sort_by_key(|(_, (_, first))| *first);
    let reports = reports.into_iter().map(|(at, (report, first))| {
        let source = sources.iter().position(|source| source.id == report.source);
        let language = source.and_then(|at| sources.get(at)?.language.clone());
        let text = report
            .quote
            .as_ref()
            .map(|quote| ["“", quote, "”"].concat());
        Printed {
            quoted: report.quote.is_some(),
            text: text
                .or_else(|| report.paraphrase.clone())
                .filter(|_| first == at),
            // What is told in our words is in the file's.
            language: language.filter(|_| report.quote.is_some()),
            // Every reference of a sound incident resolves.
            source: source.unwrap_or(usize::MAX),
            deviations: deviations(el("span"), story, statement, report),
            original: report.original.clone(),
            translated_from: report.translated_from.clone(),
        }
    });
    Said {
        number: numbered.number(statement),
        deed: deed(story, statement),
        reports: reports.collect(),
        answers: numbered.answers(statement),
    }
}

/// "Accuses China · Foreign minister · post on X · 28 May 2025"
fn deed(story: &Story, statement: &Statement) -> El {
    let names = statement.to.iter().map(|id| story.name(id).to_owned());
    let names: Vec<String> = names.collect();
    let mut line = el("p").text(words::capitalised(words::stances(statement)));
    if !names.is_empty() {
        line = all_theirs(line.text(" "), story, &names);
    }
    for told in [&statement.capacity, &statement.venue]
        .into_iter()
        .flatten()
    {
        line = theirs(line.text(" · "), story, told);
    }
    if let Some(date) = statement.date {
        line = line.text(" · ").text(story.dated(date));
    }
    language::ours(story, line)
}

/// "2021: The EU asks China to act (according to UPI)"
fn told(story: &Story, event: &Event) -> El {
    let told = dated(story, event.date, &event.title);
    let outlets = relation::outlets(story, told_by_some(story, event));
    if outlets.is_empty() {
        return told;
    }
    let told = all_theirs(told.text(" (according to "), story, &outlets).text(")");
    set_apart(told, story.language())
}

/// "APT31 is attributed to China – alleged. Asserted by Czech government. The report names no evidence."
fn link(story: &Story, relation: &Relation) -> El {
    let line = theirs(el("p"), story, story.name(&relation.from)).text(" ");
    let line = line.text(relation.relation.label()).text(" ");
    let mut line = theirs(line, story, story.name(&relation.to));
    if let Some(date) = relation.date {
        line = line.text(", ").text(story.dated(date));
    }
    if let Some(status) = relation.status {
        line = line.text(" – ").text(status.label());
    }
    let who = relation::who(story, relation);
    for who in &who {
        line = holding(line.text(". "), who);
    }
    // Our own sentence about it brings its full stop along.
    line = match &relation.about {
        Some(about) => theirs(line.text(". "), story, about),
        None if who.is_empty() => line,
        None => line.text("."),
    };
    language::ours(story, line)
}

fn source_line(story: &Story, source: &Source) -> SourceLine {
    SourceLine {
        line: language::ours(story, footer::entry(el("p"), story, source)),
        outlet: outlet_of(el("cite"), story, source),
        excerpt: excerpt(el("span"), story, source),
        url: source.url.clone(),
    }
}
