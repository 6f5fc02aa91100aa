//! Prints the fixture's map as SVG: `cargo run --example layout_svg -- 640 1 > map.svg` (width, seed).

#[path = "../tests/layout/fixture.rs"]
mod fixture;

use actor_map::layout::metrics::{
    BADGE_TYPE_PX, CAMP_TRACKING_PX, CAMP_TYPE_PX, NODE_TYPE_PX, TIE_TYPE_PX,
};
use actor_map::layout::{Graph, Options, Rect, Scene, TextLine, layout, quality};

fn main() {
    let mut args = std::env::args().skip(1);
    let width = args
        .next()
        .and_then(|arg| arg.parse().ok())
        .unwrap_or(640.0);
    let seed = args.next().and_then(|arg| arg.parse().ok()).unwrap_or(1);
    let graph = fixture::incident();
    let start = std::time::Instant::now();
    let scene = layout(&graph, &Options::new(width, seed));
    let took = start.elapsed();
    let found = quality::audit(&graph, &scene);
    eprintln!(
        "{width}: height {} unclear {} broken {} crossings {} joined {} labels {} length {:.0} fill {:.2} in {took:?}",
        scene.height,
        found.unclear,
        found.broken(),
        found.crossings,
        found.joined,
        found.tie_labels,
        found.length,
        found.fill
    );
    println!("{}", svg(&graph, &scene));
}

fn svg(graph: &Graph, scene: &Scene) -> String {
    let mut out = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}" font-family="DejaVu Sans, sans-serif"><rect width="100%" height="100%" fill="#f6f4ef"/>"##,
        scene.width, scene.height
    );
    for camp in &scene.camps {
        out += &rect(&camp.rect, 12.0, r##"fill="#fcfbf9" stroke="#e4e0d6""##);
        for line in &camp.title {
            out += &text(
                line,
                CAMP_TYPE_PX,
                &format!(
                    r##"font-weight="700" fill="#5c5a55" letter-spacing="{CAMP_TRACKING_PX}""##
                ),
            );
        }
    }
    // By the fixture's own words; those of incidents are in `Stance::towards`.
    for (path, tie) in scene.ties.iter().zip(&graph.ties) {
        let colour = match (path.clear, tie.minor, tie.label.as_str()) {
            (false, ..) => "#ff00ff",
            (_, true, _) => "#9a978f",
            (_, _, "accuses" | "summons" | "condemns") => "#b3261e",
            (_, _, "denies" | "rejects") => "#1f5fa8",
            (_, _, "stands with") => "#2f7d4f",
            _ => "#7a6a9c",
        };
        let wide = if tie.minor { 1.2 } else { 1.7 };
        out += &format!(
            r##"<path d="{}" fill="none" stroke="{colour}" stroke-width="{wide}"/>"##,
            path.d
        );
        if !path.d.is_empty() {
            let [a, b, c] = path.head;
            out += &format!(
                r##"<path d="M{} {}L{} {}L{} {}z" fill="{colour}"/>"##,
                a.x, a.y, b.x, b.y, c.x, c.y
            );
        }
        if let Some(label) = &path.label {
            out += &text(
                &label.line,
                TIE_TYPE_PX,
                &format!(
                    r##"font-weight="700" fill="{colour}" paint-order="stroke" stroke="#fbfaf7" stroke-width="4" stroke-linejoin="round""##
                ),
            );
        }
    }
    for (node, placed) in graph.nodes.iter().zip(&scene.nodes) {
        let radius = if node.round {
            placed.rect.height / 2.0
        } else {
            6.0
        };
        out += &rect(
            &placed.rect,
            radius,
            r##"fill="#fff" stroke="#a9a59b" stroke-width="1.4""##,
        );
        for line in &placed.lines {
            out += &text(line, NODE_TYPE_PX, r##"fill="#1b1b1a""##);
        }
        if let Some(badge) = &placed.badge {
            out += &rect(badge, badge.height / 2.0, r##"fill="#1b1b1a""##);
            out += &format!(
                r##"<text x="{}" y="{}" font-size="{BADGE_TYPE_PX}" font-weight="700" fill="#fff" text-anchor="middle">{}</text>"##,
                badge.x + badge.width / 2.0,
                badge.y + badge.height / 2.0 + 4.0,
                escape(&node.badge)
            );
        }
    }
    out + "</svg>"
}

fn rect(rect: &Rect, radius: f64, more: &str) -> String {
    format!(
        r#"<rect x="{}" y="{}" width="{}" height="{}" rx="{radius}" {more}/>"#,
        rect.x, rect.y, rect.width, rect.height
    )
}

fn text(line: &TextLine, size: f64, more: &str) -> String {
    format!(
        r#"<text x="{}" y="{}" font-size="{size}" {more}>{}</text>"#,
        line.at.x,
        line.at.y,
        escape(&line.text)
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
