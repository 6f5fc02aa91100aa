//! How statements are put for readers of other tools.

use crate::incident::{Incident, Report, Source, Statement};
use crate::view::words::stances;

/// What a label begins with that says a stance: no field of STIX holds it.
pub(super) const STANCE: &str = "stance:";

/// What each source prints of a statement, a line each.
pub(super) fn lines_of(statement: &Statement, incident: &Incident) -> Vec<String> {
    let reports = statement.reports.iter();
    reports.map(|report| line_of(report, incident)).collect()
}

/// One line per report: `Example Daily: “Group B did it.”`, and without quotation marks where the source has none.
pub fn line_of(report: &Report, incident: &Incident) -> String {
    let outlet = incident
        .source(&report.source)
        .map_or(report.source.as_str(), outlet);
    let mut line = outlet.to_owned();
    let speaker = report.speaker.as_deref().and_then(|id| incident.actor(id));
    if let Some(speaker) = speaker {
        line.push_str(&format!(" (which names {} as the speaker)", speaker.name));
    }
    match (&report.quote, &report.paraphrase) {
        (Some(quote), _) => line.push_str(&format!(": “{quote}”")),
        (None, Some(paraphrase)) => line.push_str(&format!(", paraphrased: {paraphrase}")),
        (None, None) => {}
    }
    line
}

/// What a source is called: its publisher, else its headline.
pub(super) fn outlet(source: &Source) -> &str {
    let name = source.publisher.as_deref().or(source.headline.as_deref());
    name.unwrap_or(&source.id)
}

/// A statement in a few words: `NATO: stands with Ministry A`.
pub(super) fn summary(statement: &Statement, incident: &Incident) -> String {
    let speaker = name_of(&statement.speaker, incident);
    format!("{speaker}: {}", act(statement, incident))
}

/// What a statement does, and to whom, as the page says it: `stands with Ministry A`; `expresses solidarity` where it is aimed at
/// nobody.
pub fn act(statement: &Statement, incident: &Incident) -> String {
    let to: Vec<&str> = statement
        .to
        .iter()
        .map(|id| name_of(id, incident))
        .collect();
    let act = format!("{} {}", stances(statement), to.join(", "));
    act.trim_end().to_owned()
}

/// An actor's name, or the id where there is no such actor.
fn name_of<'i>(id: &'i str, incident: &'i Incident) -> &'i str {
    incident.actor(id).map_or(id, |actor| &actor.name)
}

/// A link to the words themselves (WICG text fragments): the address of a page with the quotation behind `#:~:text=`.
/// Long quotations are named by their first and last words, as browsers find them more surely.
pub(super) fn with_fragment(url: &str, quote: &str) -> String {
    const WORDS: usize = 5;
    let words: Vec<&str> = quote.split_whitespace().collect();
    let text = match (
        words.get(..WORDS),
        words
            .len()
            .checked_sub(WORDS)
            .and_then(|at| words.get(at..)),
    ) {
        (Some(first), Some(last)) if words.len() > 3 * WORDS => {
            format!("{},{}", encoded(&first.join(" ")), encoded(&last.join(" ")))
        }
        _ => encoded(&words.join(" ")),
    };
    let page = url.split(":~:").next().unwrap_or(url);
    let mark = if page.contains('#') { "" } else { "#" };
    format!("{page}{mark}:~:text={text}")
}

/// Percent-encoded, also the characters that separate the parts of a text fragment.
fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_name_short_quotations_whole_and_long_ones_by_their_ends() {
        assert_eq!(
            with_fragment("https://daily.example/1", "We did, not-so & so"),
            "https://daily.example/1#:~:text=We%20did%2C%20not%2Dso%20%26%20so"
        );
        let long: Vec<String> = (1..=20).map(|word| word.to_string()).collect();
        assert_eq!(
            with_fragment("https://daily.example/1#part", &long.join(" ")),
            "https://daily.example/1#part:~:text=1%202%203%204%205,16%2017%2018%2019%2020"
        );
    }
}
