//! Sentences as officials say them, made of single words by a small grammar: no two are alike, and together they
//! compress about as badly as prose does. A corpus of whole phrases that return would make any markup look light.

use crate::corpus::Dice;

const NOUNS: &str = "harbour engineer ledger signal council archive ferry witness quarry delegate station predecessor river \
    depot letter orchard pilot museum cellar crate treaty padlock minute lighthouse invoice bridge drawing timetable stamp \
    cable border silo promise harvest chart wall number register canal helmet contract visitor frost chamber injunction \
    alarm advice statute deadline inspector cargo tariff licence parish turbine warehouse customs envoy reservoir fleet \
    payroll valve tunnel dispatch mechanic password courier hearing budget transcript crane garrison beacon glacier \
    pension vessel surveyor committee laboratory dyke locksmith freight embargo parade summit tribunal notebook barge \
    windmill apprentice district protocol rumour chimney cathedral sawmill telegram anchor meadow festival foundry";
const ADJECTIVES: &str = "flooded missing northern borrowed forged unpaid wrong empty public stolen outer unlisted eastern \
    dented sealed retired broken shared careful hostile foreign quiet temporary reckless coastal frozen joint historic \
    anonymous costly private loyal incomplete provisional rusty official narrow obvious ancient peaceful electric damp \
    sovereign unsigned late modest heavy regional hidden urgent former legal wooden deliberate ordinary crowded brittle";
const VERBS: &str = "rejected published repaired questioned withheld returned measured translated photographed rebuilt \
    denied refused mistook found lost defended inspected abandoned signed audited postponed guarded renamed sold copied \
    flooded catalogued blocked restored buried invited forgot accepted delivered weighed recorded traded closed insured \
    condemned welcomed examined ordered threatened confirmed leaked tested borrowed protected moved praised cancelled";
const MODALS: &str = "will must cannot should may would could shall";
const DO: &str = "answer explain publish repair return measure defend inspect abandon rebuild deny refuse restore accept \
    deliver close protect examine confirm cancel forget audit postpone sign lend withhold question record honour";
const ACT: &str = "answer explain apologise hesitate recover listen negotiate resign wait object agree insist leave";
const WHEN: &str = "yesterday|in good faith|at considerable cost|for the third time|since Tuesday|by mistake|until noon|\
    without a single reply|from the very start|under another name|beyond any doubt|in plain sight|on Sunday|this winter|\
    as the statutes demand|with great relief|before dawn|twice|at our request|for eleven months|in writing|last March|\
    with regret|behind closed doors|again and again|ahead of the vote|on paper only|after midnight|in both languages";
const WHO: &str = "We|I|They|My office|Nobody|Our side|Everyone here|Some of them|The whole cabinet|Neither of us|Half of us|\
    Whoever asked|Your readers|The people|Both governments|Those responsible";
const HOW: &str = "openly quietly never always rightly nearly formally jointly barely wrongly promptly seldom still";
const PLACES: &str = "in near behind above across beside under beyond against around";

/// One saying of 3 to about 30 words, beginning with a capital letter; not every one ends with a full stop, as
/// quotations do not.
pub fn saying(dice: &mut Dice) -> String {
    let mut saying = clause(dice);
    match dice.roll(6) {
        0 => {
            saying = [
                pick(dice, WHO).to_owned(),
                pick(dice, MODALS).into(),
                pick(dice, ACT).into(),
            ]
            .join(" ");
        }
        1 => {}
        2 => saying += &format!(", and {}", lower(&clause(dice))),
        3 => saying += &format!(". {}", clause(dice)),
        4 => {
            saying += &format!(
                ", {} {}",
                ["although", "because", "while", "unless"][dice.roll(4)],
                lower(&clause(dice))
            );
        }
        _ => {
            saying = format!(
                "If {}, {} {} {}",
                lower(&clause(dice)),
                lower(pick(dice, WHO)),
                pick(dice, MODALS),
                pick(dice, ACT)
            );
        }
    }
    if dice.roll(2) == 0 {
        saying.push('.');
    }
    saying
}

fn clause(dice: &mut Dice) -> String {
    let who = if dice.roll(2) == 0 {
        pick(dice, WHO).to_owned()
    } else {
        capital(&thing(dice))
    };
    let mut clause = match dice.roll(4) {
        0 => format!(
            "{who} {} {} {}",
            pick(dice, MODALS),
            pick(dice, DO),
            thing(dice)
        ),
        1 => format!(
            "{who} {} {} {}",
            pick(dice, HOW),
            pick(dice, VERBS),
            thing(dice)
        ),
        _ => format!("{who} {} {}", pick(dice, VERBS), thing(dice)),
    };
    if dice.roll(3) == 0 {
        clause += &format!(" {} {}", pick(dice, PLACES), thing(dice));
    }
    if dice.roll(3) == 0 {
        clause += &format!(" {}", pick(dice, WHEN));
    }
    clause
}

/// "the flooded cellar", "her ledger"
fn thing(dice: &mut Dice) -> String {
    let mut article = [
        "the", "the", "a", "every", "this", "our", "their", "no", "that", "her",
    ][dice.roll(10)];
    let mut thing = pick(dice, NOUNS).to_owned();
    if dice.roll(2) == 0 {
        thing = [pick(dice, ADJECTIVES), " ", &thing].concat();
    }
    if article == "a" && thing.starts_with(['a', 'e', 'i', 'o', 'u']) {
        article = "an";
    }
    [article, " ", &thing].concat()
}

/// One of a list, parted by `|` where there is one in it, else by spaces.
fn pick<'a>(dice: &mut Dice, list: &'a str) -> &'a str {
    let by = |letter: char| {
        if list.contains('|') {
            letter == '|'
        } else {
            letter.is_whitespace()
        }
    };
    let all: Vec<&str> = list.split(by).filter(|word| !word.is_empty()).collect();
    all[dice.roll(all.len())]
}

fn capital(text: &str) -> String {
    text[..1].to_uppercase() + &text[1..]
}

/// As it stands within a sentence.
fn lower(text: &str) -> String {
    if text.starts_with("I ") || text == "I" {
        return text.into();
    }
    text[..1].to_lowercase() + &text[1..]
}
