//! What a picture has on it, read from its markup and as it is really drawn.

use resvg::usvg::roxmltree::Node;
use resvg::usvg::{self, Tree};

/// Size and words of every text of a picture, but for the rims that are drawn behind words.
pub fn texts(root: Node) -> Vec<(f64, String)> {
    let texts = root
        .descendants()
        .filter(|node| node.tag_name().name() == "text" && node.attribute("aria-hidden").is_none());
    texts
        .map(|node| {
            let size = node.attribute("font-size").unwrap().parse().unwrap();
            (size, node.text().unwrap_or_default().to_owned())
        })
        .collect()
}

/// The places of all texts as they are really drawn, with the system's fonts: left, top, right, bottom.
pub fn drawn_texts(svg: &str) -> (usvg::Size, Vec<usvg::Rect>) {
    fn collect(group: &usvg::Group, into: &mut Vec<usvg::Rect>) {
        for node in group.children() {
            match node {
                usvg::Node::Group(group) => collect(group, into),
                usvg::Node::Text(text) => into.push(text.abs_bounding_box()),
                _ => {}
            }
        }
    }
    let mut options = usvg::Options::default();
    options.fontdb_mut().load_system_fonts();
    let tree = Tree::from_str(svg, &options).unwrap();
    let mut places = Vec::new();
    collect(tree.root(), &mut places);
    (tree.size(), places)
}

pub fn assert_texts_within(svg: &str, margin: f32, name: &str) {
    let (size, places) = drawn_texts(svg);
    assert!(!places.is_empty(), "{name}");
    for place in places {
        let inside = place.left() >= margin
            && place.right() <= size.width() - margin
            && place.top() >= 0.0
            && place.bottom() <= size.height();
        assert!(inside, "{name}: {place:?} in {size:?}");
    }
}
