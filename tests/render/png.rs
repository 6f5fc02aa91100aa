//! PNG: pictures in the size they should have, drawn with real fonts.

use std::path::PathBuf;

use actor_map::layout::{Options, layout};
use actor_map::view::edition::card::card;
use actor_map::view::edition::png::{Error, Fonts, draw};
use actor_map::view::edition::sheet::{Around, sheet};

use crate::corpus;
use crate::stories::story;

/// Width and height in a PNG's header (ISO 15948, IHDR).
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
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
    let picture = |text: &str| {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"30\" font-family=\"sans-serif\"><text x=\"2\" y=\"20\">{text}</text></svg>"
        );
        draw(&svg, 1.0, &fonts).unwrap()
    };
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
