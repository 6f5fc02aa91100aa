//! Mail, and paper: every statement with its number and full source lines, styled on the elements themselves, because
//! mail programs drop style sheets. No picture, no folding: neither arrives everywhere.

use tachys::view::RenderHtml;

use super::ledger::{Ledger, OTHERS, Said};
use crate::view::Story;
use crate::view::dom::{El, el};
use crate::view::html::like;
use crate::view::language::{direction, english};
use crate::view::palette::{BORDER, INK, LINE, PAPER, SOFT};
use crate::view::words;

/// The story for a mail, at most 640 px wide. `link` leads to the map.
pub fn email(story: &Story, link: Option<&str>) -> String {
    let head = &story.incident.incident;
    let ledger = Ledger::new(story);
    // Mail programs know no side called "start".
    let start = if direction(&head.language) == "rtl" {
        "right"
    } else {
        "left"
    };
    let style = |text: &str| {
        text.replace("START", start)
            .replace("INK", INK)
            .replace("SOFT", SOFT)
            .replace("LINE", LINE)
            .replace("PAPER", PAPER)
            .replace("BORDER", BORDER)
    };
    let section = "margin:24px 0 8px;font:bold 13px/1.4 Arial,Helvetica,sans-serif;color:SOFT;text-transform:uppercase";
    let styled = |rules: &str| el("p").attr("style", style(rules));
    let p = |rules: &str, text: &str| styled(rules).text(text);
    let title = |text: &str| english(story, p(section, text));
    let small = "margin:0 0 6px;font:13px/1.45 Arial,Helvetica,sans-serif;color:SOFT";

    // Our colours are for light paper, and the mail around it may be dark. Outlook goes by the attribute.
    let mut cell = el("td").attr("bgcolor", PAPER).attr(
        "style",
        style("padding:12px;border-top:3px solid INK;background-color:PAPER;color:INK;font:14px/1.5 Arial,Helvetica,sans-serif"),
    );
    cell = cell.child(p(
        "margin:0 0 8px;font:bold 22px/1.25 Georgia,'Times New Roman',serif;color:INK",
        &head.title,
    ));
    if let Some(summary) = &head.summary {
        cell = cell.child(p(
            "margin:0 0 12px;font:14px/1.5 Arial,Helvetica,sans-serif;color:SOFT",
            summary,
        ));
    }
    if let Some(link) = link {
        cell = cell.child(
            english(story, styled(small)).child(
                el("a")
                    .attr("href", link)
                    .attr("style", style("color:INK"))
                    .text("See the map"),
            ),
        );
    }
    for speaker in &ledger.speakers {
        cell = cell
            .child(p("margin:24px 0 2px;padding:12px 0 0;border-top:1px solid LINE;font:bold 18px/1.3 Georgia,'Times New Roman',serif;color:INK", &speaker.name))
            .child(english(story, p(small, &speaker.line)))
            .each(speaker.about.iter().map(|line| like(styled(small), line)));
        for said in &speaker.statements {
            cell = cell.children(statement(&ledger, said, &style));
        }
    }
    let list = |cell: El, name: &str, items: &[El]| {
        if items.is_empty() {
            return cell;
        }
        let items = items.iter().map(|item| like(styled(small), item));
        cell.child(title(name)).each(items)
    };
    cell = list(cell, OTHERS, &ledger.others);
    cell = list(cell, words::LINKS, &ledger.links);
    if !ledger.differences.is_empty() {
        cell = cell.child(title(words::DIFFERENCES));
        for (question, answers) in &ledger.differences {
            cell = cell.child(p(
                "margin:8px 0 2px;font:bold 13px/1.45 Arial,Helvetica,sans-serif;color:INK",
                question,
            ));
            cell = cell.children(answers.iter().map(|answer| p(small, answer)).collect());
        }
    }
    cell = list(cell, words::COURSE_OF_EVENTS, &ledger.events);
    cell = list(cell, words::CORRECTIONS, &ledger.corrections);
    let left_out = ledger.left_out.iter();
    cell = cell.each(left_out.map(|line| like(styled(small), line)));
    let table = el("table")
        .attr("role", "presentation")
        .attr("width", "100%")
        .attr("cellpadding", "0")
        .attr("cellspacing", "0")
        .attr("border", "0")
        .attr("bgcolor", PAPER)
        .attr("lang", &head.language)
        .attr("dir", direction(&head.language))
        .attr(
            "style",
            style("max-width:640px;margin:0 auto;border-collapse:collapse;background-color:PAPER"),
        )
        .child(el("tbody").child(el("tr").child(cell)));
    table.to_html() + "\n"
}

/// "7. Accuses China · 28 May 2025", then each printing with its full source line, and what answers what.
fn statement(ledger: &Ledger, said: &Said, style: &dyn Fn(&str) -> String) -> Vec<El> {
    let deed = el("p").attr(
        "style",
        style("margin:12px 0 4px;font:bold 13px/1.45 Arial,Helvetica,sans-serif;color:INK"),
    );
    let mut parts = vec![ledger.deed(deed, said)];
    let under = "margin:0 0 10px;padding:0;padding-START:15px;font:12px/1.45 Arial,Helvetica,sans-serif;color:SOFT";
    for printed in &said.reports {
        let (tag, rules) = if printed.quoted {
            (
                "blockquote",
                "margin:0 0 4px;padding:0;padding-START:12px;border-START:3px solid BORDER;font:16px/1.45 Georgia,'Times New Roman',serif;color:INK",
            )
        } else {
            (
                "p",
                "margin:0 0 4px;padding:0;padding-START:15px;font:14px/1.45 Arial,Helvetica,sans-serif;color:INK",
            )
        };
        let words = ledger.directed(el(tag).attr("style", style(rules)), printed);
        parts.extend(printed.text.as_ref().map(|text| words.text(text)));
        let Some(source) = ledger.source(printed) else {
            continue;
        };
        let line = el("p").attr("style", style(under));
        let line = ledger.cited(line, source, printed);
        parts.push(match &source.url {
            Some(url) => line.text(" · ").child(
                el("a")
                    .attr("href", url)
                    .attr("style", style("color:SOFT"))
                    .text(url),
            ),
            None => line,
        });
    }
    let answers = said.answers.iter();
    parts.extend(answers.map(|answers| like(el("p").attr("style", style(under)), answers)));
    parts
}
