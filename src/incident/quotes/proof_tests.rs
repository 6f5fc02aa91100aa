//! What is proven and what is not, in texts made for it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::proof::{Quoted, out_of_order, verify_quote};
use super::saved::Saved;
use crate::incident::model::Report;
use crate::incident::place::{List, Place};
use crate::incident::problem::Rule;
use crate::incident::vocabulary::Directness;

const TEXT: &str = "“We  stand\nwith A,” it said. It called the act ‘a breach’—and B's answer “groundless.”\n\
    C spoke of a breach too… and “went on… so” it. “Stop it—now,” D said. “We stand with B,” E said. Cafe\u{301} «F» «\u{a0}G\u{a0}» \
    “We are unable, not able to.” “A state-sponsored, non-compliant group,” F of the state said.";

fn report(prefix: &str, suffix: &str) -> Report {
    let context = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Report {
        source: "s".to_owned(),
        directness: Directness::Direct,
        quote: None,
        paraphrase: None,
        prefix: context(prefix),
        suffix: context(suffix),
        part: None,
        speaker: None,
        venue: None,
        translated_from: None,
        original: None,
    }
}

fn check(quote: &str, prefix: &str, suffix: &str) -> Option<(Rule, &'static str, String)> {
    check_in(TEXT, quote, prefix, suffix)
}

fn check_in(
    text: &str,
    quote: &str,
    prefix: &str,
    suffix: &str,
) -> Option<(Rule, &'static str, String)> {
    let report = report(prefix, suffix);
    verify_quote(&Saved::of(text), quote, &report, true)
        .map(|fault| (fault.rule, fault.field, fault.message))
}

#[test]
fn white_space_marks_and_unicode_form_do_not_count() {
    for (quote, prefix, suffix) in [
        ("We stand with A", "\"", ",\" it said"),
        (" We stand with A ", "“ ", " ,\" it said"),
        ("We st\u{ad}and\u{200b} with \u{2066}A\u{2069}", "", ""),
        ("We stand\twith A", "", ""),
        ("a breach", "the act '", "'—and B’s"),
        ("a breach", "", ""),
        ("groundless", "B’s answer \"", ".\" C spoke"),
        ("groundless.", "", "”"),
        ("went on... so", "too... and “", ""),
        ("Stop it—now", "“", ",” D said"),
        ("We stand with B", "D said. “", ""),
        ("F", "Café «", "»"),
        ("G", "", ""),
    ] {
        assert_eq!(check(quote, prefix, suffix), None, "{quote}");
    }
}

#[test]
fn the_marks_of_typewriters_are_marks() {
    for text in [
        ",,Síť stála celý den,“ řekla.",
        "Řekla: ,,Síť stála celý den.''",
        "Řekla: ``Síť stála celý den.''",
    ] {
        assert_eq!(check_in(text, "Síť stála celý den", "", ""), None, "{text}");
        let part = check_in(text, "Síť stála", "", "");
        assert_eq!(part.unwrap().0, Rule::UnmarkedQuote, "{text}");
    }
}

/// A part of a text need not have what tells which marks it has.
#[test]
fn what_stands_round_typed_marks_is_found_wherever_it_is_cut() {
    for (text, prefix, suffix) in [
        (
            "Řekla: ,,Síť stála celý den,“ dodala.",
            "Řekla: ,,",
            ",“ dodala",
        ),
        (
            "Řekla: ,,Síť stála celý den,'' dodala.",
            "Řekla: ,,",
            ",'' dodala",
        ),
        ("Řekla: ``Síť stála celý den,'' dodala.", ": ``", ",'"),
        ("Řekla: ``Síť stála celý den,’’ dodala.", "`", ",’’ dodala"),
        // Cut after so many characters: within the marks of another quotation.
        (
            ",,Ne,'' řekla. ,,Síť stála celý den,'' dodala. ,,Ne.''",
            ",Ne,'' řekla. ,,",
            ",'' dodala. ,",
        ),
        (
            "''Ne'' řekla. ,,Síť stála celý den,'' dodala.",
            "' řekla. ,,",
            ",'' dodala.",
        ),
    ] {
        let fault = check_in(text, "Síť stála celý den", prefix, suffix);
        assert_eq!(fault, None, "{text} {prefix} {suffix}");
    }
    // A quotation that has but one mark of a pair, or one of two that stand side by side.
    for (text, quote) in [
        ("Řekla: ,,To nejde'' a dost.", "nejde'' a dost."),
        ("Řekla: ,,To nejde'' a dost.", "Řekla: ,,To"),
        ("Řekla: ,,To 'nejde'' a dost.", "'nejde'"),
        ("Řekla ‘to a ‘ono’’ a ,,dost'' .", "‘ono’"),
    ] {
        let fault = check_in(text, quote, "", "");
        let rule = fault.map(|(rule, ..)| rule);
        assert!(matches!(rule, None | Some(Rule::UnmarkedQuote)), "{quote}");
    }
    // Each paragraph of one begins with the mark.
    let text = "Řekla: ,,Síť stála.\n\n,,Nic nejelo,'' a dost.";
    for quote in ["Síť stála.", "Nic nejelo"] {
        assert_eq!(check_in(text, quote, "", ""), None, "{quote}");
    }
    let (_, _, message) = check_in(
        "Řekla: ,,On ‚to‘ ví.'' A pak: ,,Nikdo ne.''",
        "On ‚to‘ ví.'' A pak: ,,Nikdo ne.",
        "",
        "",
    )
    .unwrap();
    assert!(message.contains("is not one quotation"), "{message}");
}

#[test]
fn other_words_dashes_and_letters_do() {
    for quote in [
        "We stand with C",
        "Stop it-now",
        "we stand with A",
        // Cut within a word, with another word before it, and nothing but a sign.
        "groundles",
        "reach too…",
        "—",
    ] {
        let fault = check(quote, "", "");
        assert_eq!(fault.unwrap().0, Rule::QuoteNotFound, "{quote}");
    }
    let (rule, _, message) = check("sponsored", "", "").unwrap();
    assert_eq!(rule, Rule::UnmarkedQuote);
    assert!(
        message.contains("is cut out of “state-sponsored”"),
        "{message}"
    );
    let (_, _, message) = check("state", "", "").unwrap();
    assert!(
        message.contains("is not the whole of what stands"),
        "{message}"
    );
    let (_, _, message) = check("compliant group", "", "").unwrap();
    assert!(
        message.contains("begins within “non-compliant”"),
        "{message}"
    );
    // Where it stands on whole words too, those are meant, unless the context says otherwise.
    assert_eq!(check("able", "", "").unwrap().0, Rule::UnmarkedQuote);
    assert_eq!(
        check("able", "not ", " to.").unwrap().0,
        Rule::UnmarkedQuote
    );
    assert_eq!(check("able", "un", ", not").unwrap().0, Rule::QuoteNotFound);
    // It stands there, but is not all that stands between the marks.
    for quote in ["went on", "C spoke"] {
        let fault = check(quote, "", "");
        assert_eq!(fault.unwrap().0, Rule::UnmarkedQuote, "{quote}");
    }
    let (_, _, message) = check("round", "answer “g", "").unwrap();
    assert!(
        message.contains("it begins within “groundless” and ends within “groundless”"),
        "{message}"
    );
    let (_, _, message) = check("We strongly stand with A", "", "").unwrap();
    assert!(
        message.contains("[-strongly-]") && message.contains("stand with"),
        "{message}"
    );
    let (_, _, message) = check("nothing of this kind whatever", "", "").unwrap();
    assert!(message.contains("Nothing like it"), "{message}");
}

#[test]
fn the_context_stands_round_the_same_occurrence() {
    let (rule, field, message) = check("We stand with B", "“", ",” D said").unwrap();
    assert_eq!((rule, field), (Rule::ContextNotFound, "suffix"));
    assert!(message.contains("“,” E said”"), "{message}");
    let (rule, field, _) = check("We stand with B", "A said. “", ",” E said").unwrap();
    assert_eq!((rule, field), (Rule::ContextNotFound, "prefix"));
    let (rule, ..) = check("a breach", "spoke of ", " too…").unwrap();
    assert_eq!(rule, Rule::UnmarkedQuote);
}

#[test]
fn what_stands_between_two_quotations_is_none() {
    for (text, quote) in [
        ("“We paid none,” she added. “We will not.”", "she added."),
        (
            "\"We sold none,\" said A. \"Never.\" The firm stole all. The board said \"they lie\" again.",
            "The firm stole all. The board said",
        ),
        ("„Wir nicht“, sagte A. B rief „Lüge“.", ", sagte A. B rief"),
        ("»Wir nicht«, sagte A. B rief »Lüge«.", "sagte A. B rief"),
        ("« Non », dit A. « Oui »", "dit A."),
        (
            "The traders’ files were sold to rivals’ agents.",
            "files were sold to rivals",
        ),
    ] {
        let fault = check_in(text, quote, "", "");
        assert_eq!(fault.unwrap().0, Rule::UnmarkedQuote, "{quote}");
    }
    for (text, quote) in [
        ("“We paid none,” she added. “We will not.”", "We will not."),
        ("“A b.\n\n“C d,” he said.", "A b."),
        ("“A b.\n\n“C d,” he said.", "A b. “C d"),
        (
            "‘The traders’ files,’ he said, ‘went.’",
            "The traders’ files",
        ),
        ("\"He said \"no\" to us,\" A said.", "He said \"no\" to us"),
        ("”Vi vet,” sade A. ”Ja.”", "Ja."),
        // Elided words and plurals look like inner quotations, or like ends.
        (
            "The class of '99 heard \"We did not,\" A said, and the rivals' files were sold.",
            "We did not",
        ),
        (
            "Of summer ’24: “We did not,” A said; the rivals’ files were sold.",
            "We did not",
        ),
        (
            "Negli anni '90 «non siamo stati noi», disse A, un po' offesa.",
            "non siamo stati noi",
        ),
        (
            "'The victims' files of '99 were sold,' A said.",
            "The victims' files of '99 were sold",
        ),
        (
            "'We saw the victims' files and got 'em back,' A said.",
            "We saw the victims' files and got 'em back",
        ),
        // Marks that stand twice.
        ("''We did not do it,'' A said.", "We did not do it"),
        ("\"\"We did it,\"\" she said.", "We did it"),
        ("“我们不知道，”她说。", "我们不知道"),
        ("«لم نفعل ذلك؛» قالت", "لم نفعل ذلك"),
    ] {
        assert_eq!(check_in(text, quote, "", ""), None, "{quote}");
    }
}

#[test]
fn a_quotation_over_two_and_one_within_another_are_told_of() {
    let text = "A said: “We deny it. What we hold is ours.” An official said: “She told us ‘it was an inside job’ and left.” \
        She rejected this: “I never said ‘it was an inside job’.”";
    let over = "We deny it. What we hold is ours.” An official said: “She told us ‘it was an inside job’ and left.";
    let (rule, _, message) = check_in(text, over, "", "").unwrap();
    assert_eq!(rule, Rule::UnmarkedQuote);
    let told = "but is not one quotation: a mark closes one after “We deny it. What we hold is ours.”, and another opens one \
        after “An official said:”.";
    assert!(message.contains(told), "{message}");
    let (rule, _, message) = check_in(text, "it was an inside job", "", "’.”").unwrap();
    assert_eq!(rule, Rule::UnmarkedQuote);
    let told = "as a quotation within a quotation: “I never said ‘it was an inside job’.”";
    assert!(message.contains(told), "{message}");
    let whole = "She told us ‘it was an inside job’ and left.";
    assert_eq!(check_in(text, whole, "", ""), None);
}

#[test]
fn what_is_cut_off_before_a_quotation_is_shown() {
    let text = "A went. B said: “We know A. I do not believe that C acted alone, and nobody should. It hurts, says D, us all.” \
        He'd go if the price was 5.";
    for (quote, told) in [
        (
            "C acted alone",
            "two quotation marks: “I do not believe that” is cut off before it, and “believe” there may turn its meaning.",
        ),
        (
            "us all",
            "two quotation marks: before it, its sentence begins “It hurts, says D,”.",
        ),
        (
            "the price was 5",
            "“He'd go if” is cut off before it, and “if” there may turn",
        ),
        ("I do not believe that", "two quotation marks."),
    ] {
        let (rule, _, message) = check_in(text, quote, "", "").unwrap();
        assert_eq!(rule, Rule::UnmarkedQuote);
        assert!(message.contains(told), "{message}");
    }
}

#[test]
fn parts_stand_in_their_order() {
    let text = "“We paid none,” A said. “We will not,” A added. “We paid none,” A said again.";
    let quotes = ["We paid none", "We will not"];
    let told = |parts: [Option<u32>; 2], suffix: &str| {
        let saved = Saved::of(text);
        let mut reports = [report("", suffix), report("", "")];
        for (report, part) in reports.iter_mut().zip(parts) {
            report.part = part;
        }
        let place = || Place::single(List::Statements).nth(0);
        let quoted = reports.iter().zip(quotes);
        let quoted: Vec<Quoted<'_>> = quoted
            .map(|(report, quote)| (place(), "a", report, quote))
            .collect();
        out_of_order(&saved, &quoted)
    };
    // Its words stand twice.
    assert_eq!(told([Some(1), Some(2)], ""), []);
    assert_eq!(told([Some(2), Some(1)], ""), []);
    assert_eq!(told([None, Some(1)], ",” A said again"), []);
    let found = told([Some(1), Some(2)], ",” A said again");
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].rule, found[0].field.as_str()),
        (Rule::UnmarkedQuote, "part")
    );
    assert!(
        found[0]
            .message
            .contains("part 2, “We will not”, stands before part 1")
    );
}

#[test]
fn a_question_is_not_quoted_as_an_assertion() {
    for (text, quote) in [
        (
            "B asked: “We attacked them?” It laughed.",
            "We attacked them",
        ),
        (
            "B asked: “We attacked them?!” It laughed.",
            "We attacked them",
        ),
        ("乙问：「我们攻击了他们？」", "我们攻击了他们"),
        ("سأل: «هل هاجمناهم؟»", "هل هاجمناهم"),
    ] {
        let (rule, field, message) = check_in(text, quote, "", "").unwrap();
        assert_eq!((rule, field), (Rule::UnmarkedQuote, "quote"), "{message}");
        let told = "but as a question: its question mark is missing";
        assert!(message.contains(told), "{message}");
    }
    for (text, quote) in [
        (
            "B asked: “We attacked them?” It laughed.",
            "We attacked them?",
        ),
        (
            "B asked: “We attacked them??” It laughed.",
            "We attacked them?",
        ),
        // The article's own question.
        ("Who said “we attacked them”? B did.", "we attacked them"),
        ("“We attacked them!” B said.", "We attacked them"),
    ] {
        assert_eq!(check_in(text, quote, "", ""), None, "{quote}");
    }
}
