//! Plainly fictional names of bodies and persons, in six scripts and of all lengths.

use super::news::Dice;

/// A script's words, and the letters that tell one name from the next.
struct Script {
    /// What a body's name begins with.
    kinds: &'static [&'static str],
    /// What follows; several may.
    more: &'static [&'static str],
    letters: &'static str,
    /// Between two words.
    space: &'static str,
}

const LATIN: Script = Script {
    kinds: &[
        "Ministry",
        "Agency",
        "Embassy",
        "Commission",
        "Example Daily",
        "Parliament",
        "Bundesbeschaffungsamt",
        "Úřad",
        "Fundação",
    ],
    more: &[
        "of Foreign Affairs",
        "for the Environment",
        "of the North",
        "Limited",
        "and Partners",
        "für Wirtschaftsprüfung",
        "pro kybernetickou bezpečnost",
        "da Região",
        "Inter-Parliamentary",
    ],
    letters: "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    space: " ",
};

const CYRILLIC: Script = Script {
    kinds: &[
        "Министерство",
        "Комитет",
        "Посольство",
        "Ежедневная газета",
        "Служба",
    ],
    more: &[
        "иностранных дел",
        "государственной безопасности",
        "области",
        "по надзору",
        "Пример",
    ],
    letters: "АБВГДЕЖЗИКЛМНОПРСТ",
    space: " ",
};

const GREEK: Script = Script {
    kinds: &["Υπουργείο", "Πρεσβεία", "Επιτροπή", "Εφημερίδα"],
    more: &[
        "Εξωτερικών",
        "της Περιφέρειας",
        "Δημόσιας Τάξης",
        "και Συνεργάτες",
    ],
    letters: "ΑΒΓΔΕΖΗΘΙΚΛΜ",
    space: " ",
};

const CJK: Script = Script {
    kinds: &[
        "外交部",
        "国家安全委员会",
        "大使館",
        "例日新聞",
        "조정위원회",
    ],
    more: &["発言人办公室", "甲州支局", "対外関係", "第三局"],
    letters: "甲乙丙丁戊己庚辛",
    space: "",
};

const ARABIC: Script = Script {
    kinds: &["وزارة", "سفارة", "لجنة", "صحيفة"],
    more: &["الخارجية", "الدولة", "المثال اليومية", "شؤون الأمن"],
    letters: "ابتثجحخد",
    space: " ",
};

const HEBREW: Script = Script {
    kinds: &["משרד", "שגרירות", "ועדה", "עיתון"],
    more: &["החוץ", "המדינה", "לביטחון לאומי", "הדוגמה היומית"],
    letters: "אבגדהוזח",
    space: " ",
};

/// The name of actor `index`: half of the names in Latin letters, the others in all scripts alike.
pub(super) fn name(index: usize, dice: &mut Dice) -> String {
    let scripts = [CYRILLIC, GREEK, CJK, ARABIC, HEBREW];
    let script = if dice.roll(2) == 0 {
        &LATIN
    } else {
        &scripts[dice.roll(scripts.len())]
    };
    let mut words = vec![script.kinds[dice.roll(script.kinds.len())].to_owned()];
    // One word more for most, two for one in nine.
    for _ in 0..dice.roll(3).min(dice.roll(3)) {
        words.push(script.more[dice.roll(script.more.len())].to_owned());
    }
    let letters: Vec<char> = script.letters.chars().collect();
    let mut letter = letters[index % letters.len()].to_string();
    if index >= letters.len() {
        letter.push_str(&(index / letters.len()).to_string());
    }
    words.push(letter);
    words.join(script.space)
}
