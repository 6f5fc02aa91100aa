//! The whole story in plain words and in one order, for editions without a panel: text, mail, markup of one's own.

use std::collections::{BTreeMap, BTreeSet};

use crate::incident::template::fill;
use crate::incident::{Actor, Event, Relation, Source, Statement, Term};
use crate::view::dom::{El, el};
use crate::view::events::told_by_some;
use crate::view::html::plain_text;
use crate::view::language::{in_language, set_apart};
use crate::view::statement::{IN_OUR_WORDS, deviations, firsts_alike, of_original};
use crate::view::{Story, footer, relation, words};

/// Over the actors without a statement.
pub const OTHERS: &str = "Others in this story";

/// A story in plain words. Statements and sources are numbered from 1, in reading order.
pub struct Ledger {
    /// The file's BCP 47 language.
    pub language: String,
    /// Who said what, by speaker in the file's order.
    pub speakers: Vec<Speaker>,
    /// Actors without a statement: "China (State · accused sponsor). It denies the accusation."
    pub others: Vec<String>,
    /// Claims and ties of office: a sentence, and who says so.
    pub links: Vec<String>,
    /// Dated events, the first first.
    pub events: Vec<String>,
    /// Questions the sources answer differently, with the answers.
    pub differences: Vec<(String, Vec<String>)>,
    /// The sources.
    pub sources: Vec<SourceLine>,
    /// What was corrected.
    pub corrections: Vec<String>,
    /// How many records had to be left out, in words.
    pub left_out: Option<String>,
}

/// One actor's statements.
pub struct Speaker {
    /// Its name, fit to stand beside other words.
    pub name: String,
    /// What it is: "Public body · accuser".
    pub line: String,
    /// Who it is, and what else it is called, in a sentence each.
    pub about: Vec<String>,
    /// What it said.
    pub statements: Vec<Said>,
}

/// One statement.
pub struct Said {
    /// Its number.
    pub number: usize,
    /// What it does: "Accuses China · Foreign minister · post on X · 28 May 2025".
    pub deed: String,
    /// Every printing of it; what is told alike in our words stands together.
    pub reports: Vec<Printed>,
    /// "Answers statement 1 (Czech government). Answered in statements 12 and 13 (Chinese embassy)."
    pub answers: Option<String>,
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
    pub deviations: String,
    /// The words that it translates.
    pub original: Option<String>,
    /// Their BCP 47 language.
    pub translated_from: Option<String>,
}

/// One source.
pub struct SourceLine {
    /// "UPI (printed by Space Media Network) · Darryl Coote · “…” · 28 May 2025"
    pub line: String,
    /// The outlet alone.
    pub outlet: String,
    /// What its outlet's name goes on with where a printing is told in a sentence: " (excerpt of the article in BLMS Media)".
    pub excerpt: Option<String>,
    /// Its address, `https:` or `http:`.
    pub url: Option<String>,
}

impl Ledger {
    /// The ledger of a story.
    pub fn new(story: &Story) -> Self {
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
            language: incident.incident.language.clone(),
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
                            &[&words::short_outlet(incident, &answer.source), &answer.says],
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
                .map(|correction| fill("%: %", &[&story.dated(correction.date), &correction.text]))
                .collect(),
            left_out: (story.left_out > 0)
                .then(|| ours(&incident.incident.language, words::left_out(story.left_out))),
        }
    }

    /// "7. Accuses China · 28 May 2025"
    pub fn deed(&self, said: &Said) -> String {
        ours(&self.language, format!("{}. {}", said.number, said.deed))
    }

    /// The element of a printing's words, told their language and direction.
    pub fn directed(&self, words: El, printed: &Printed) -> El {
        in_language(words, printed.language.as_ref(), &self.language)
    }

    /// A line that says in a sentence which `outlet` prints this, as the panel does: an excerpt is no second confirmation.
    pub fn told_by(&self, line: El, outlet: El, printed: &Printed) -> El {
        let (before, after) = if printed.quoted {
            ("Reported by ", "")
        } else {
            let mut parts = IN_OUR_WORDS.split('%');
            let mut part = || parts.next().unwrap_or_default();
            (part(), part())
        };
        let excerpt = self
            .source(printed)
            .and_then(|source| source.excerpt.as_ref());
        let line = line.text(before).child(outlet);
        let line = line.text(excerpt.map_or("", String::as_str)).text(after);
        set_apart(self.with_deviations(line, printed), &self.language)
    }

    /// A line with the whole of the source that prints this.
    pub fn cited(&self, line: El, source: &SourceLine, printed: &Printed) -> El {
        let line = self.with_deviations(line.text(&source.line), printed);
        let in_our_words = (!printed.quoted).then_some(" (in our words)");
        let line = line.text(in_our_words.unwrap_or_default());
        set_apart(line, &self.language)
    }

    /// A line with where a printing deviates, and the words that it translates.
    fn with_deviations(&self, line: El, printed: &Printed) -> El {
        let line = line.text(&printed.deviations);
        match &printed.original {
            Some(original) => {
                let language = printed.translated_from.as_ref();
                of_original(line, original, language, &self.language)
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
    plain_text(set_apart(el("p").text(line), language))
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
    fn answers(&self, statement: &Statement) -> Option<String> {
        let earlier = statement.about.iter();
        let earlier = earlier.filter_map(|id| self.numbers.get(id.as_str()).copied());
        let later = self.answers.get(statement.id.as_str());
        let sentences: Vec<String> = [
            ("Answers ", earlier.collect()),
            ("Answered in ", later.cloned().unwrap_or_default()),
        ]
        .into_iter()
        .filter(|(_, numbers)| !numbers.is_empty())
        .map(|(begin, numbers)| [begin, &self.named(&numbers), "."].concat())
        .collect();
        let language = &self.story.incident.incident.language;
        (!sentences.is_empty()).then(|| ours(language, sentences.join(" ")))
    }

    /// "statements 12 and 13 (Chinese embassy); 15 (NATO)": a map may have numbers of its own, for names.
    fn named(&self, numbers: &BTreeSet<usize>) -> String {
        let noun = match numbers.len() {
            1 => "statement ",
            _ => "statements ",
        };
        let speaker = |number: usize| {
            let statement = self.statements.get(number.checked_sub(1)?)?;
            Some(&statement.speaker)
        };
        // Those of one speaker follow each other.
        let numbers: Vec<usize> = numbers.iter().copied().collect();
        let of_each = numbers.chunk_by(|&one, &other| speaker(one) == speaker(other));
        let of_each = of_each.map(|numbers| {
            let name = numbers.first().and_then(|&number| speaker(number));
            let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
            let name = name.map_or("", |id| self.story.name(id));
            fill("% (%)", &[&words::listed(&numbers), name])
        });
        noun.to_owned() + &of_each.collect::<Vec<_>>().join("; ")
    }
}

/// Who an actor is, and what else it is called, as the panel says it.
fn about(story: &Story, actor: &Actor) -> Vec<String> {
    let aliases = words::also_called(actor);
    let aliases = aliases.map(|line| ours(&story.incident.incident.language, line));
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
    sentence.into_iter().chain(aliases).collect()
}

/// All that is said of an actor who says nothing.
fn in_a_line(story: &Story, actor: &Actor) -> String {
    let mut line = fill("% (%)", &[&actor.name, &words::actor_line(actor)]);
    for (position, sentence) in about(story, actor).iter().enumerate() {
        line.push_str(if position == 0 { ". " } else { " " });
        line.push_str(&words::isolated(sentence));
    }
    ours(&story.incident.incident.language, line)
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
            deviations: deviations(story, statement, report),
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
fn deed(story: &Story, statement: &Statement) -> String {
    let targets: Vec<String> = statement
        .to
        .iter()
        .map(|id| story.name(id).to_owned())
        .collect();
    let stances = words::capitalised(words::stances(statement));
    let mut parts = vec![if targets.is_empty() {
        stances
    } else {
        [&stances, " ", &words::listed(&targets)].concat()
    }];
    parts.extend(statement.capacity.clone());
    parts.extend(statement.venue.clone());
    parts.extend(statement.date.map(|date| story.dated(date)));
    let language = &story.incident.incident.language;
    ours(language, words::joined(&parts, " · "))
}

/// "2021: The EU asks China to act (according to UPI)"
fn told(story: &Story, event: &Event) -> String {
    let told = fill("%: %", &[&story.dated(event.date), &event.title]);
    let outlets = relation::outlets(story, told_by_some(story, event));
    if outlets.is_empty() {
        return told;
    }
    let told = fill("% (according to %)", &[&told, &words::listed(&outlets)]);
    ours(&story.incident.incident.language, told)
}

/// "APT31 is attributed to China – alleged. Asserted by Czech government. The report names no evidence."
fn link(story: &Story, relation: &Relation) -> String {
    let [from, to] = [&relation.from, &relation.to].map(|id| story.name(id));
    let mut link = fill("% % %", &[from, relation.relation.label(), to]);
    if let Some(date) = relation.date {
        link = fill("%, %", &[&link, &story.dated(date)]);
    }
    if let Some(status) = relation.status {
        link = fill("% – %", &[&link, status.label()]);
    }
    let who: Vec<String> = relation::who(story, relation)
        .into_iter()
        .map(plain_text)
        .collect();
    let mut sentences = vec![link];
    sentences.extend(who);
    // Our own sentence about it brings its full stop along.
    sentences.extend(relation.about.as_deref().map(words::isolated));
    let mut link = sentences.join(". ");
    if sentences.len() > 1 && relation.about.is_none() {
        link.push('.');
    }
    ours(&story.incident.incident.language, link)
}

fn source_line(story: &Story, source: &Source) -> SourceLine {
    SourceLine {
        line: ours(
            &story.incident.incident.language,
            footer::entry(story, source),
        ),
        outlet: words::outlet(source),
        excerpt: source.excerpt_of.as_ref().map(|original| {
            let original = words::short_outlet(&story.incident, original);
            fill(" (excerpt of the article in %)", &[&original])
        }),
        url: source.url.clone(),
    }
}
