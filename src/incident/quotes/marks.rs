//! What the quotation marks of a text open and close.
//!
//! Which shape opens differs between languages (“A”, „A“, »A«, ”A”) and straight marks have one shape for both, so what stands
//! beside a mark is asked first: an opening one leans on what follows, a closing one on what precedes. Where that does not
//! tell, its shape does, and what is open in its paragraph. What closes nothing behind a letter is an apostrophe.

use std::ops::Range;

use super::folding::{Folded, MARK};
use super::typed::typed;

/// How many marks are open at once. More are no quotations, and each is looked through for every mark.
const MAX_OPEN: usize = 16;

/// What a mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Opens,
    /// Opens a paragraph of a quotation that an earlier paragraph began.
    Continues,
    Closes,
    /// It could be any of them.
    Unclear,
    Apostrophe,
}

/// A mark of a folded text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) at: usize,
    /// Where what it marks may begin: a typed mark has two characters.
    pub(super) end: usize,
    pub(super) role: Role,
    /// Where the mark stands that closes this one, or that this one closes.
    pub(super) partner: Option<usize>,
    /// The position among the marks of the one that is open where this one opens.
    outer: Option<usize>,
    shape: char,
    /// Whether it stands behind a letter or digit.
    is_behind_word: bool,
}

impl Mark {
    /// Whether it may be an apostrophe that looks like a closing mark: “the rivals’ files”.
    fn may_be_apostrophe(&self) -> bool {
        self.is_behind_word && is_apostrophe(self.shape)
    }
}

/// The marks of a text, in its order.
pub(super) struct Marks {
    marks: Vec<Mark>,
    /// The text with [`MARK`] for each character of its typed marks, if it has any.
    marked: Option<String>,
}

impl Marks {
    pub(super) fn of(text: &Folded) -> Self {
        let mut pairs = Pairs {
            curly: text.marks().any(|(_, shape)| shape == '‘'),
            ..Pairs::default()
        };
        let typed = typed(text);
        let marked = (!typed.is_empty()).then(|| {
            let mut marked = text.text.clone();
            for one in &typed {
                marked.replace_range(one.range.clone(), &MARK.to_string().repeat(one.range.len()));
            }
            marked
        });
        let mut typed = typed.into_iter().peekable();
        let mut marks = text.marks().peekable();
        let next = || {
            let mark = marks.peek().copied();
            let Some(one) = typed.next_if(|one| mark.is_none_or(|(at, _)| one.range.start <= at))
            else {
                let (at, shape) = marks.next()?;
                return Some((at, at + MARK.len_utf8(), shape));
            };
            // Of which its characters would be marks by themselves.
            while marks.next_if(|(at, _)| one.range.contains(at)).is_some() {}
            Some((one.range.start, one.range.end, one.shape))
        };
        let words = marked.as_deref().unwrap_or(&text.text);
        let mut lines = text.lines().iter().peekable();
        for (at, end, shape) in std::iter::from_fn(next) {
            let mut begins_line = false;
            while let Some((line, is_paragraph)) = lines.next_if(|(line, _)| *line <= at) {
                begins_line = *line == at;
                if *is_paragraph {
                    pairs.end_paragraph();
                }
            }
            pairs.add(at..end, shape, &Beside::of(text, words, at), begins_line);
        }
        Self {
            marks: pairs.marks,
            marked,
        }
    }

    /// The text of these marks with [`MARK`] for each character of them.
    pub(super) fn marked<'t>(&'t self, text: &'t Folded) -> &'t str {
        self.marked.as_deref().unwrap_or(&text.text)
    }

    /// The mark of which a character stands at an offset.
    pub(super) fn at(&self, at: usize) -> Option<&Mark> {
        let behind = self.marks.partition_point(|mark| mark.at <= at);
        let mark = self.marks.get(behind.checked_sub(1)?);
        mark.filter(|mark| at < mark.end)
    }

    /// The marks between two offsets.
    pub(super) fn within(&self, start: usize, end: usize) -> &[Mark] {
        let first = self.marks.partition_point(|mark| mark.at < start);
        let last = self.marks.partition_point(|mark| mark.at < end);
        self.marks.get(first..last).unwrap_or_default()
    }

    /// Where the quotation begins and ends in which another one is opened by this mark.
    pub(super) fn around(&self, mark: &Mark) -> Option<(usize, usize)> {
        let outer = self.marks.get(mark.outer?)?;
        let closes = outer.partner.filter(|closes| *closes > mark.at)?;
        // An elided word (’99, ’em) and the next plural's apostrophe look like a pair.
        let is_loose =
            is_apostrophe(outer.shape) && self.at(closes).is_some_and(Mark::may_be_apostrophe);
        // So do marks that stand twice, and a quotation of nothing but another.
        let inner = mark.partner.and_then(|inner| self.at(inner));
        let is_double = mark.at == outer.end && inner.is_some_and(|inner| inner.end == closes);
        (!is_loose && !is_double).then_some((outer.end, closes))
    }

    /// Whether what stands between two offsets closes a quotation that began before, and begins another that ends after it.
    pub(super) fn cross(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let marks = self.within(start, end);
        let closes = marks.iter().position(|mark| {
            mark.role == Role::Closes
                && !mark.may_be_apostrophe()
                && mark.partner.is_some_and(|opens| opens < start)
        })?;
        let opens = marks.get(closes..)?.iter().find(|mark| {
            let is_elision = matches!(mark.shape, '\'' | '’') && mark.partner.is_none();
            mark.role == Role::Opens
                && !is_elision
                && mark.partner.is_none_or(|closes| closes >= end)
        })?;
        Some((marks.get(closes)?.at, opens.at))
    }

    /// Where the quotation begins in which something stands, as far as one is open there.
    pub(super) fn open_at(&self, start: usize, end: usize) -> Option<usize> {
        let mut before = self.within(0, start).iter().rev();
        let opens = before.find(|mark| {
            matches!(mark.role, Role::Opens | Role::Continues)
                && mark.partner.is_some_and(|closes| closes >= end)
        })?;
        Some(opens.end)
    }
}

/// What a text puts between quotation marks, as it is compared but with its own marks: the outermost quotations, each
/// paragraph of one by itself.
pub(crate) fn between(text: &str) -> Vec<String> {
    let folded = Folded::of(text);
    let marks = Marks::of(&folded);
    let mut after = 0;
    // Where a quotation began that the next paragraph goes on with.
    let mut begun = None;
    let mut passages = Vec::new();
    for mark in &marks.marks {
        if mark.role == Role::Continues
            && let Some(start) = begun.take()
        {
            passages.push(folded.own(start..mark.at).trim().to_owned());
        }
        if mark.at < after || !matches!(mark.role, Role::Opens | Role::Continues) {
            continue;
        }
        let start = mark.end;
        match mark.partner {
            None => begun = (!is_single(mark.shape)).then_some(start),
            Some(closes) if closes > start && !is_elision(&folded, mark, closes) => {
                passages.push(folded.own(start..closes));
                after = closes;
            }
            Some(_) => {}
        }
    }
    passages
}

/// Whether a mark that seems to open is what an elided word begins with (’99, ’em), and the one that seems to close it the
/// apostrophe of a later plural.
fn is_elision(text: &Folded, mark: &Mark, closes: usize) -> bool {
    let passage = text.text.get(mark.end..closes);
    let passage = passage.unwrap_or_default();
    let is_year = passage.starts_with(|char: char| char.is_ascii_digit());
    is_apostrophe(mark.shape) && (is_year || mark.shape == '’' && passage.ends_with('s'))
}

/// What stands on both sides of a mark, other marks aside.
struct Beside {
    before: Option<char>,
    after: Option<char>,
    /// Whether an elided word may stand before it (l’“ami”).
    is_elided: bool,
    /// Whether a decade stands behind it (’90s).
    is_decade: bool,
}

impl Beside {
    /// Of the mark at an offset; `marked` is the text with [`MARK`] for each character of its marks.
    fn of(text: &Folded, marked: &str, at: usize) -> Self {
        let (before, after) = marked.split_at_checked(at).unwrap_or_default();
        let words = before.trim_end_matches(MARK);
        let behind = after.trim_start_matches(MARK);
        let mut digits = behind.chars();
        let is_decade = digits.by_ref().take(2).filter(char::is_ascii_digit).count() == 2
            && digits.next() == Some('s');
        let mark_before = at.checked_sub(1).and_then(|at| text.mark(at));
        Self {
            before: words.chars().next_back(),
            after: behind.chars().next(),
            is_elided: words.ends_with(char::is_alphabetic)
                && matches!(mark_before, Some('\'' | '’')),
            is_decade,
        }
    }

    fn leans_back(&self) -> bool {
        let is_free = |char: char| char.is_whitespace() || "([{—–-/¿¡（".contains(char);
        !self.is_elided && !self.before.is_none_or(is_free)
    }

    fn leans_on(&self) -> bool {
        let is_free =
            |char: char| char.is_whitespace() || ".,;:!?…)]}—–-/。、，！？；：）".contains(char);
        !self.after.is_none_or(is_free)
    }

    fn both(&self, are: impl Fn(char) -> bool) -> bool {
        self.before.is_some_and(&are) && self.after.is_some_and(&are)
    }
}

/// The marks so far, and which of them are open.
#[derive(Default)]
struct Pairs {
    marks: Vec<Mark>,
    open: Vec<usize>,
    /// Whether the text has marks that open only (‘), so that ’ never does.
    curly: bool,
    /// Whether the paragraph before ended within a quotation.
    goes_on: bool,
    /// Whether single marks have been closed behind a letter in this paragraph: that may have been an apostrophe.
    doubtful: bool,
}

impl Pairs {
    fn end_paragraph(&mut self) {
        self.goes_on = self.last_open(false).is_some();
        self.open.clear();
        self.doubtful = false;
    }

    /// The position in `open` of the last single or double mark. Double ones hide single ones.
    fn last_open(&self, single: bool) -> Option<usize> {
        let open = self.open.iter().enumerate().rev();
        let mut shapes =
            open.filter_map(|(place, mark)| Some((place, self.marks.get(*mark)?.shape)));
        let (place, _) = if single {
            shapes.next().filter(|(_, shape)| is_single(*shape))?
        } else {
            shapes.find(|(_, shape)| !is_single(*shape))?
        };
        Some(place)
    }

    fn shape_of_last(&self, single: bool) -> Option<char> {
        let mark = self.open.get(self.last_open(single)?)?;
        Some(self.marks.get(*mark)?.shape)
    }

    fn add(&mut self, place: Range<usize>, shape: char, beside: &Beside, begins_line: bool) {
        let at = place.start;
        let mut mark = Mark {
            at,
            end: place.end,
            role: self.role(shape, beside),
            partner: None,
            outer: None,
            shape,
            is_behind_word: beside.before.is_some_and(char::is_alphanumeric),
        };
        match mark.role {
            Role::Opens => {
                if begins_line && !is_single(shape) {
                    let same = self.shape_of_last(false) == Some(shape);
                    if same && let Some(place) = self.last_open(false) {
                        self.open.truncate(place);
                    }
                    if same || (self.goes_on && self.open.is_empty()) {
                        mark.role = Role::Continues;
                    }
                }
                mark.outer = self.open.last().copied();
                self.open.push(self.marks.len());
                if self.open.len() > MAX_OPEN {
                    self.open.remove(0);
                }
            }
            Role::Closes => {
                if let Some(place) = self.last_open(is_single(shape)) {
                    let opens = self.open.get(place).copied();
                    if let Some(opens) = opens.and_then(|opens| self.marks.get_mut(opens)) {
                        opens.partner = Some(at);
                        mark.partner = Some(opens.at);
                    }
                    self.open.truncate(place);
                    self.doubtful |= is_single(shape)
                        && !is_open_only(shape)
                        && beside.before.is_some_and(char::is_alphabetic);
                }
            }
            _ => {}
        }
        if mark.role != Role::Apostrophe && !is_single(shape) {
            self.goes_on = false;
        }
        self.marks.push(mark);
    }

    fn role(&self, shape: char, beside: &Beside) -> Role {
        let single = is_single(shape);
        match (beside.leans_back(), beside.leans_on()) {
            (false, true) if single && (beside.is_decade || (shape == '’' && self.curly)) => {
                Role::Apostrophe
            }
            (false, true) => Role::Opens,
            (true, false) if self.last_open(single).is_some() => Role::Closes,
            (true, false) if is_open_only(shape) => Role::Opens,
            (true, false) if single && beside.before.is_some_and(char::is_alphanumeric) => {
                if self.doubtful {
                    Role::Unclear
                } else {
                    Role::Apostrophe
                }
            }
            // Inches.
            (true, false) if beside.before.is_some_and(|char| char.is_ascii_digit()) => {
                Role::Unclear
            }
            (true, false) => Role::Closes,
            (leans_back, _) => self.by_shape(shape, beside, leans_back),
        }
    }

    /// What a mark does that stands apart from the words on both sides, or between two words.
    fn by_shape(&self, shape: char, beside: &Beside, joined: bool) -> Role {
        let open = self.shape_of_last(is_single(shape));
        match shape {
            '」' | '』' | '〞' | '〟' => Role::Closes,
            '\'' | '’' | '＇' | '׳' if joined && beside.both(char::is_alphanumeric) => {
                Role::Apostrophe
            }
            '״' if beside.both(char::is_alphanumeric) => Role::Apostrophe,
            '"' if beside.both(|char| matches!(char, '\u{590}'..='\u{5ff}')) => Role::Apostrophe,
            '“' if matches!(open, Some('„' | '‟')) => Role::Closes,
            '‘' if open == Some('‚') => Role::Closes,
            '«' if open == Some('»') => Role::Closes,
            '‹' if open == Some('›') => Role::Closes,
            '»' if open == Some('«') => Role::Closes,
            '›' if open == Some('‹') => Role::Closes,
            '”' | '’' | '\'' | '＇' | '׳' | '"' | '＂' | '״' if open.is_some() => {
                Role::Closes
            }
            '”' | '’' | '\'' | '＇' | '׳' => Role::Unclear,
            _ => Role::Opens,
        }
    }
}

/// Whether a mark may be an apostrophe, or stands for inner quotations.
fn is_single(shape: char) -> bool {
    matches!(shape, '\'' | '‘'..='‛' | '＇' | '׳')
}

/// Whether a mark has the shape of an apostrophe.
fn is_apostrophe(shape: char) -> bool {
    matches!(shape, '\'' | '’' | '＇')
}

fn is_open_only(shape: char) -> bool {
    matches!(shape, '„' | '‚' | '「' | '『' | '〝')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The roles of a text's marks, each as a sign.
    fn roles(text: &str) -> String {
        let marks = Marks::of(&Folded::of(text));
        let signs = marks.marks.iter().map(|mark| match mark.role {
            Role::Opens => '(',
            Role::Continues => '+',
            Role::Closes => ')',
            Role::Unclear => '?',
            Role::Apostrophe => '-',
        });
        signs.collect()
    }

    #[test]
    fn marks_of_many_languages_open_and_close() {
        for (text, expected) in [
            ("“A b,” she said. “C.”", "()()"),
            (
                "\"A b,\" she said. \"C.\" He (\"D\") went—\"E\".",
                "()()()()",
            ),
            ("„A b“, sagte sie. „C.“ Und ‚D‘.", "()()()"),
            ("»A b«, sagte sie. »C ›D‹ e.«", "()(())"),
            ("« A b », dit-elle. « C » l’« ami » l’“ami”", "()()-()-()"),
            ("”A b”, sade hon. ’C’.", "()()"),
            ("「A」と「B」。", "()()"),
            (
                "“He said ‘it was’.” “He said ‘it was’” “‘It’ was”",
                "(())(())(())",
            ),
            (
                ",,A b“, řekla. ,,C,'' a ``D'' i ,,E\". (,,F”)",
                "()()()()()",
            ),
            ("\"He said 'it was'.\" \"He said \"it\" was\"", "(())(())"),
            (
                "The traders’ files were sold to rivals’ agents, don’t",
                "---",
            ),
            (
                "“The traders’ files,” ‘The 90s’ it’s the ’90s’ end",
                "(-)()--?",
            ),
            ("‘The traders’ files,’ he", "())"),
            ("“I—” he said. “… and so,” “—so”", "()()()"),
            ("A 15\" screen.", "?"),
            ("בע\"מ אמר \"לא\"", "-()"),
            // A quotation of two paragraphs opens each of them.
            ("“A b.\n\n“C d,” he said. “E.”", "(+)()"),
            ("“A b.\n“C d,” he said. “E.”", "(+)()"),
            ("“A b,” he.\n\n“C d,” he said.", "()()"),
            // Of which only the last ends.
            ("“A b,\nc d,” he said.", "()"),
        ] {
            assert_eq!(roles(text), expected, "{text}");
        }
    }

    #[test]
    fn marks_are_found_and_apostrophes_are_not() {
        let none: &[&str] = &[];
        for (text, passages) in [
            (
                "It called it “a breach” of trust.",
                &["a breach"] as &[&str],
            ),
            ("It called it \"a breach\" of trust.", &["a breach"]),
            ("“We did”, he said, “not go.”", &["We did", "not go."]),
            ("Er nannte es „Unsinn“.", &["Unsinn"]),
            ("It called it ‘a breach’ of trust.", &["a breach"]),
            ("‘We’re here’, and ‘there’.", &["We’re here", "there"]),
            (
                "It called it 'the minister's breach'.",
                &["the minister's breach"],
            ),
            ("The alliance’s members and the ministry's guests.", none),
            ("The members’ mail and the guests' post.", none),
            ("A 15\" screen.", none),
            ("Thieves took 15\" screens and 17\" ones.", none),
            ("In '99 the members' mail was read.", none),
            ("They let ’em read all of the traders’ files.", none),
            ("", none),
            (
                "“We never said this.\n\n“We went.”",
                &["We never said this.", "We went."],
            ),
            ("Il parla d’« une brèche » de l’accord.", &[" une brèche "]),
            ("Hon kallade det ”ett brott” mot avtalet.", &["ett brott"]),
            ("他说：「我们不知道」。", &["我们不知道"]),
            (
                "“He told us ‘a lie’,” she said; it was ‘a lie’.",
                &["He told us ‘a lie’,", "a lie"],
            ),
        ] {
            assert_eq!(between(text), passages, "{text}");
        }
    }
}
