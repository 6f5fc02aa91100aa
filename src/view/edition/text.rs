//! Plain text and Markdown: every statement with its number, its printings and their sources.

use super::isolates::{apart, balanced, columns, once};
use super::ledger::{Ledger, OTHERS, Printed};
use crate::view::Story;
use crate::view::dom::{El, el};
use crate::view::html::plain_text;
use crate::view::words;

/// The width of plain text, in characters: mail programs wrap beyond it.
const COLUMNS: usize = 76;

/// The story as plain text.
pub fn text(story: &Story) -> String {
    Writer {
        markdown: false,
        out: String::new(),
    }
    .story(story)
}

/// The story as Markdown (CommonMark).
pub fn markdown(story: &Story) -> String {
    Writer {
        markdown: true,
        out: String::new(),
    }
    .story(story)
}

struct Writer {
    markdown: bool,
    out: String,
}

impl Writer {
    fn story(mut self, story: &Story) -> String {
        let head = &story.incident.incident;
        let ledger = Ledger::new(story);
        self.title(&head.title);
        if let Some(summary) = &head.summary {
            self.paragraph("", summary);
        }
        self.section(words::WHO_SAID_WHAT);
        for speaker in &ledger.speakers {
            self.name(&speaker.name, &speaker.line);
            for about in &speaker.about {
                self.paragraph("", &plain_text(about));
            }
            for said in &speaker.statements {
                let deed = format!("[{}] {}", said.number, plain_text(&said.deed));
                self.paragraph(if self.markdown { "" } else { "    " }, &deed);
                for printed in &said.reports {
                    self.printed(&ledger, printed);
                }
                if let Some(answers) = &said.answers {
                    self.paragraph(
                        if self.markdown { "" } else { "    " },
                        &plain_text(answers),
                    );
                }
            }
        }
        self.list(OTHERS, &ledger.others);
        self.list(words::LINKS, &ledger.links);
        if !ledger.differences.is_empty() {
            self.section(words::DIFFERENCES);
            for (question, answers) in &ledger.differences {
                self.paragraph("", question);
                self.items(answers);
            }
        }
        self.list(words::COURSE_OF_EVENTS, &ledger.events);
        let sources = ledger.sources.iter().map(|source| match &source.url {
            Some(url) => format!("{} · {url}", plain_text(&source.line)),
            None => plain_text(&source.line),
        });
        self.section_of(words::SOURCES, &sources.collect::<Vec<_>>());
        self.list(words::CORRECTIONS, &ledger.corrections);
        if let Some(left_out) = &ledger.left_out {
            self.paragraph("", &plain_text(left_out));
        }
        self.out
    }

    fn title(&mut self, title: &str) {
        if self.markdown {
            self.heading("# ", title);
        } else {
            let title = title.to_owned();
            self.line("", &title);
            let rule = "=".repeat(columns(&title).min(COLUMNS));
            self.out.push_str(&rule);
            self.out.push('\n');
        }
        self.out.push('\n');
    }

    fn section(&mut self, title: &str) {
        if self.markdown {
            self.heading("## ", title);
        } else {
            self.line("", &title.to_uppercase());
        }
        self.out.push('\n');
    }

    fn name(&mut self, name: &str, line: &str) {
        if self.markdown {
            self.heading("### ", name);
            self.out.push('\n');
            self.paragraph("", line);
        } else {
            self.paragraph("", &format!("{name} ({line})"));
        }
    }

    fn printed(&mut self, ledger: &Ledger, printed: &Printed) {
        let source = ledger.source(printed);
        let source = source.map(|source| ledger.cited(el("span"), source, printed));
        let source = source.as_ref().map(plain_text).unwrap_or_default();
        if self.markdown && printed.quoted {
            if let Some(text) = &printed.text {
                self.line("> ", text);
                self.out.push_str(">\n");
            }
            self.paragraph("> — ", &source);
        } else if self.markdown {
            // Our own words are no quotation.
            if let Some(text) = &printed.text {
                self.paragraph("", text);
            }
            self.paragraph("— ", &source);
        } else {
            match &printed.text {
                Some(text) => self.wrapped("    ", text),
                // Under the same text, right below the source before.
                None if self.out.ends_with("\n\n") => drop(self.out.pop()),
                None => {}
            }
            self.paragraph("      — ", &source);
        }
    }

    fn list(&mut self, title: &str, items: &[El]) {
        self.section_of(title, &items.iter().map(plain_text).collect::<Vec<_>>());
    }

    fn section_of(&mut self, title: &str, items: &[String]) {
        if !items.is_empty() {
            self.section(title);
            self.items(items);
        }
    }

    fn items(&mut self, items: &[String]) {
        for item in items {
            if self.markdown {
                self.line("- ", item);
            } else {
                self.wrapped("- ", item);
            }
        }
        self.out.push('\n');
    }

    fn paragraph(&mut self, indent: &str, text: &str) {
        if self.markdown {
            self.line(indent, text);
        } else {
            self.wrapped(indent, text);
        }
        self.out.push('\n');
    }

    /// A heading of Markdown. Signs at its end that stand apart close it, unless they are escaped: "C #", but not "C#".
    fn heading(&mut self, level: &str, text: &str) {
        self.line(level, text);
        let heading = self.out.trim_end_matches([' ', '\t', '\n']);
        let words = heading.trim_end_matches('#');
        if words.len() < heading.len() && words.ends_with([' ', '\t']) {
            self.out.insert(words.len(), '\\');
        }
    }

    /// One line; in Markdown a line is as long as its paragraph.
    fn line(&mut self, before: &str, text: &str) {
        self.out.push_str(before);
        let text = once(&on_one_line(text));
        if self.markdown {
            escape(&mut self.out, &text);
        } else {
            self.out.push_str(&text);
        }
        self.out.push('\n');
    }

    /// Lines of at most [`COLUMNS`] where words allow; those after the first begin under the first one's text.
    fn wrapped(&mut self, before: &str, text: &str) {
        let indent = before.chars().count();
        let mut column = indent;
        let mut lines = vec![String::new()];
        // What shows the lines may take each for a paragraph, and all for English.
        let text = once(&apart(&on_one_line(text), false));
        for (at, word) in text.split(' ').enumerate() {
            let wide = columns(word);
            if at > 0 && column + 1 + wide > COLUMNS {
                lines.push(word.to_owned());
                column = indent + wide;
            } else if let Some(line) = lines.last_mut() {
                if at > 0 {
                    line.push(' ');
                    column += 1;
                }
                line.push_str(word);
                column += wide;
            }
        }
        let under = " ".repeat(indent);
        for (at, line) in balanced(&lines).iter().enumerate() {
            self.out.push_str(if at == 0 { before } else { &under });
            self.out.push_str(line);
            self.out.push('\n');
        }
    }
}

/// A text's words, as they stand, with any line break as a space.
fn on_one_line(text: &str) -> String {
    text.replace("\r\n", " ").replace(['\n', '\r'], " ")
}

/// Text for Markdown: a backslash before whatever CommonMark would take for its own. Spaces before it are left out: a line begins
/// behind three of them as well, and four make it code.
fn escape(out: &mut String, text: &str) {
    let text = text.trim_start_matches([' ', '\t']);
    // After digits, "." and ")" begin a numbered list.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, letter) in text.char_indices() {
        let begins = at == 0 && matches!(letter, '#' | '+' | '-' | '=')
            || at > 0 && at == digits && matches!(letter, '.' | ')');
        if begins
            || matches!(
                letter,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~'
            )
        {
            out.push('\\');
        }
        out.push(letter);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_takes_nothing_of_a_text_for_its_own() {
        let mut out = String::new();
        escape(&mut out, "# a *b* <i>c</i> [d](e) & _f_");
        assert_eq!(out, r"\# a \*b\* \<i\>c\</i\> \[d\](e) \& \_f\_");
        out.clear();
        escape(&mut out, "2031. A year, 7. a day");
        assert_eq!(out, r"2031\. A year, 7. a day");
        for (text, escaped) in [
            (" # h", r"\# h"),
            ("   - a - b", r"\- a - b"),
            (" 1. x", r"1\. x"),
            ("\t    code", "code"),
            ("    12) x", r"12\) x"),
            ("  ", ""),
        ] {
            out.clear();
            escape(&mut out, text);
            assert_eq!(out, escaped, "{text:?}");
        }
    }

    #[test]
    fn a_heading_ends_with_what_its_text_ends_with() {
        for (text, heading) in [
            ("A #1 #", r"### A #1 \#"),
            ("C ##", r"### C \##"),
            ("C\t# ", "### C\t\\# "),
            ("C# and F#", "### C# and F#"),
            ("#", r"### \#"),
            ("# #", r"### \# \#"),
            ("", "### "),
        ] {
            let mut writer = Writer {
                markdown: true,
                out: String::new(),
            };
            writer.heading("### ", text);
            assert_eq!(writer.out, format!("{heading}\n"), "{text:?}");
        }
    }

    #[test]
    fn a_wrapped_name_from_right_to_left_stays_set_apart_on_each_line() {
        let mut writer = Writer {
            markdown: false,
            out: String::new(),
        };
        let name = "وزارة ".repeat(20);
        writer.wrapped(
            "  ",
            &format!("Accuses \u{2068}\u{2068}{name}\u{2069}\u{2069}."),
        );
        writer.wrapped("  ", &format!("“{name}.”"));
        let lines: Vec<&str> = writer.out.lines().map(str::trim_start).collect();
        assert_eq!(lines.len(), 4, "{lines:?}");
        for (line, (start, end)) in lines.iter().zip([
            ("Accuses \u{2068}و", "ة\u{2069}"),
            ("\u{2067}و", " \u{2069}."),
            ("\u{2068}“و", "ة\u{2069}"),
            ("\u{2067}و", ".”\u{2069}"),
        ]) {
            assert!(line.starts_with(start) && line.ends_with(end), "{line:?}");
        }
        // What is not seen takes no room.
        let indent = 2;
        assert!(lines.iter().all(|line| columns(line) + indent <= COLUMNS));
    }

    #[test]
    fn plain_text_is_wrapped_between_words() {
        let mut writer = Writer {
            markdown: false,
            out: String::new(),
        };
        writer.wrapped("- ", &"word ".repeat(30));
        assert!(writer.out.lines().count() > 1);
        assert!(
            writer
                .out
                .lines()
                .all(|line| line.chars().count() <= COLUMNS)
        );
        assert!(
            writer
                .out
                .lines()
                .skip(1)
                .all(|line| line.starts_with("  "))
        );
    }
}
