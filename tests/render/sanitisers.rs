//! What the sanitisers that newsrooms run leave of an edition: every quotation must still be there to read.
//!
//! Here ammonia with its defaults, and with the list that WordPress allows in posts (`wp_kses_post`); DOMPurify is
//! tried in the browsers (`tests/browser/editions`).

use std::collections::{HashMap, HashSet};

use actor_map::layout::{Options, layout};
use actor_map::view::edition::email::email;
use actor_map::view::edition::literal::literal;
use actor_map::view::edition::plain::{Flavour, plain};
use actor_map::view::edition::without_newlines;
use scraper::Html;

use crate::stories::{REAL, element, quotes, story};

/// The elements WordPress allows in posts, without media and forms (`wp-includes/kses.php`, `$allowedposttags`).
const KSES_TAGS: &str = "address a abbr acronym article aside b bdo big blockquote br caption cite code col colgroup del \
    dd dfn details div dl dt em figure figcaption font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark \
    menu nav p pre q s samp span section small strike strong sub summary sup table tbody td tfoot th thead tr tt u ul ol var";
/// The attributes it allows on all of them.
const KSES_ATTRIBUTES: &str = "aria-describedby aria-details aria-label aria-labelledby aria-hidden class dir hidden id \
    lang style title role xml:lang";

fn editions() -> Vec<(&'static str, String)> {
    let story = story(REAL);
    let scene = layout(&story.graph, &Options::new(320.0, 1));
    vec![
        ("element", element(&story)),
        (
            "element without newlines",
            without_newlines(&element(&story)),
        ),
        ("static", plain(&story, &scene, Flavour::Static)),
        ("amp", plain(&story, &scene, Flavour::Amp)),
        ("email", email(&story, Some("https://example.org/map"))),
    ]
}

/// Fails unless every quotation stands, in its quotation marks, in the markup's text.
fn is_readable(what: &str, html: &str) {
    let text: String = Html::parse_fragment(html).root_element().text().collect();
    let story = story(REAL);
    for quote in quotes(&story) {
        assert!(
            text.contains(&format!("“{quote}”")),
            "{what} lost “{quote}”"
        );
    }
    for outlet in ["UPI", "Cybersecurity Insights", "BLMS Media"] {
        assert!(text.contains(outlet), "{what} lost {outlet}");
    }
    assert!(text.contains("Kaja Kallas"), "{what} lost a speaker");
}

/// The characters that WordPress's `wptexturize` and its like look for.
const IMPROVED: [&str; 6] = ["'", "\"", "`", "--", "...", " - "];

#[test]
fn a_content_system_finds_no_typography_to_improve_and_a_reader_the_same_words() {
    let words = |html: &str| Html::parse_fragment(html).root_element().text().collect();
    let mut met = 0;
    for (name, html) in editions() {
        let pasted = literal(&html);
        let before: String = words(&html);
        let after: String = words(&pasted);
        assert_eq!(before, after, "{name}");
        // Between tags, as they look: at every `>` a text begins, and at every `<` it ends.
        for text in pasted
            .split('>')
            .filter_map(|part| part.split('<').next())
            .filter(|text| !text.contains(['=', '{']))
        {
            for improved in IMPROVED {
                assert!(!text.contains(improved), "{name}: {improved} in {text}");
            }
            met += text.matches("&#39;").count();
        }
    }
    assert!(met > 0, "no text would have been touched");
}

#[test]
fn after_ammonia_with_its_defaults_every_quotation_is_readable() {
    for (name, html) in editions() {
        let clean = ammonia::clean(&html);
        assert!(
            !clean.contains("actor-map.js") && !clean.contains("<svg"),
            "{name} was cleaned"
        );
        is_readable(name, &clean);
    }
}

#[test]
fn after_the_list_of_wordpress_every_quotation_is_readable() {
    let tags: HashSet<&str> = KSES_TAGS.split_whitespace().collect();
    let attributes: HashSet<&str> = KSES_ATTRIBUTES.split_whitespace().collect();
    let more: HashMap<&str, HashSet<&str>> = [
        ("a", HashSet::from(["href", "target", "name"])),
        ("blockquote", HashSet::from(["cite"])),
        ("details", HashSet::from(["open"])),
        (
            "table",
            HashSet::from(["width", "border", "cellpadding", "cellspacing"]),
        ),
    ]
    .into();
    for (name, html) in editions() {
        // WordPress takes tags out of the text, whatever they mean: what stands in a template comes to light.
        let html = html
            .replace("<template shadowrootmode=\"open\">", "")
            .replace("</template>", "");
        let clean = ammonia::Builder::new()
            .tags(tags.clone())
            .generic_attributes(attributes.clone())
            .generic_attribute_prefixes(HashSet::from(["data-"]))
            .tag_attributes(more.clone())
            .link_rel(None)
            .clean(&html)
            .to_string();
        assert!(
            !clean.contains("<svg") && !clean.contains("<actor-map"),
            "{name} was cleaned"
        );
        is_readable(name, &clean);
    }
}

#[test]
fn untouched_every_quotation_is_readable_outside_of_the_shadow_root() {
    for (name, html) in editions() {
        let start = html.find("<template").unwrap_or(html.len());
        let end = html.find("</template>").unwrap_or(html.len());
        is_readable(name, &[&html[..start], &html[end..]].concat());
    }
}
