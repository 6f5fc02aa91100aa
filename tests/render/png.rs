//! PNG: pictures in the size they should have, drawn with real fonts.

use std::path::PathBuf;

use actor_map::layout::{Options, layout};
use actor_map::view::edition::card::card;
use actor_map::view::edition::png::{Error, Fonts, draw};
use actor_map::view::edition::sheet::{Around, sheet};
use resvg::usvg::fontdb::{Database, Family, Query, Source};

use crate::corpus;
use crate::stories::story;

/// Width and height in a PNG's header (ISO 15948, IHDR).
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

/// A picture of one line.
fn line(text: &str, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"30\" font-family=\"sans-serif\"><text x=\"2\" y=\"20\">{text}</text></svg>"
    );
    draw(&svg, 1.0, fonts)
}

/// A font file of the system.
fn file_of(family: &str) -> PathBuf {
    let mut system = Database::new();
    system.load_system_fonts();
    let query = Query {
        families: &[Family::Name(family)],
        ..Query::default()
    };
    let face = system.face(system.query(&query).unwrap()).unwrap();
    match &face.source {
        Source::File(path) => path.clone(),
        Source::Binary(_) => panic!("{family} is not in a file"),
    }
}

#[test]
fn a_card_is_1200_by_630_and_a_full_picture_twice_its_size() {
    let fonts = Fonts::load(&[]).unwrap();
    for title in ["Short", &"A title that goes on and on ".repeat(9)] {
        let mut incident = corpus::incident(12, 20, 2);
        incident["incident"]["title"] = title.into();
        let story = story(&incident.to_string());
        let card = draw(&card(&story), 1.0, &fonts).unwrap();
        assert_eq!(size(&card), (1200, 630));
        let scene = layout(&story.graph, &Options::new(500.0, 1));
        let full = draw(&sheet(&story, &scene, Around::Everything), 2.0, &fonts).unwrap();
        let (width, height) = size(&full);
        assert!(width == 1000 && height > scene.height as u32 * 2);
    }
}

#[test]
fn text_is_drawn_with_a_real_font() {
    let fonts = Fonts::load(&[]).unwrap();
    let picture = |text: &str| line(text, &fonts).unwrap();
    assert_ne!(picture("Ministry"), picture(""));
    assert_ne!(picture("Ministry"), picture("Embassy"));
}

#[test]
fn a_font_that_is_none_is_named() {
    let missing = Fonts::load(&[PathBuf::from("no-such-font.ttf")])
        .err()
        .unwrap();
    assert!(
        matches!(missing, Error::Font(..)) && missing.to_string().contains("no-such-font.ttf"),
        "{missing}"
    );
    let wrong = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let wrong = Fonts::load(&[wrong]).err().unwrap();
    assert!(matches!(wrong, Error::NotAFont(_)), "{wrong}");
}

#[test]
fn no_picture_has_boxes_for_letters() {
    // Reserved for good (U+10FFFE), so that no font will ever have it.
    let fonts = Fonts::load(&[]).unwrap();
    let error = line("Ministry \u{10fffe} of \u{10fffe} A", &fonts).unwrap_err();
    let Error::Missing(missing) = &error else {
        panic!("{error}");
    };
    assert_eq!(missing.letters, ['\u{10fffe}']);
    assert_eq!(missing.texts, ["Ministry \u{10fffe} of \u{10fffe} A"]);
    let told = error.to_string();
    for part in ["(U+10FFFE)", "in “Ministry", "--font"] {
        assert!(told.contains(part), "{told}");
    }
}

#[test]
fn what_has_no_shape_needs_no_font() {
    let unseen =
        "A\u{200d}B\u{ad}C\u{2067}D\u{2069}E\u{fe0f}F\u{2060}G\u{2003}H\u{202f}I\u{e0001}J\tK";
    line(unseen, &Fonts::load(&[]).unwrap()).unwrap();
}

#[test]
fn letters_of_another_script_need_a_font_that_has_them_all() {
    let [liberation, dejavu] = ["Liberation Sans", "DejaVu Sans"].map(file_of);
    let latin = Fonts::load(std::slice::from_ref(&liberation)).unwrap();
    let told = line("Ministry وزارة", &latin).unwrap_err().to_string();
    assert!(told.contains("“ر” (U+0631)"), "{told}");
    assert!(told.contains(" (Arabic), in “Ministry وزارة”"), "{told}");
    // A letter under a mark is not missing because its mark is.
    let told = line("x\u{1ab0}", &latin).unwrap_err().to_string();
    assert!(told.contains("(U+1AB0), in “x\u{1ab0}”"), "{told}");
    // Two letters that DejaVu joins are two in Liberation, which alone has the last one (for private use).
    let both = Fonts::load(&[dejavu.clone(), liberation.clone()]).unwrap();
    for text in [
        "Ministry وزارة",
        "لا \u{f005}",
        "\u{f005} لا",
        "Office \u{f005}\u{f005} لا",
    ] {
        line(text, &both).unwrap();
    }
    let both = Fonts::load(&[liberation, dejavu]).unwrap();
    for text in ["Office وزارة A", "لا \u{f005} fi", "\u{f005}e\u{301} لا"] {
        line(text, &both).unwrap();
    }
}
