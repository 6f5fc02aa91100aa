//! Words that content systems leave alone.
//!
//! Many "improve" what they print: WordPress's `wptexturize` turns straight quotation marks into curly ones, `--` into a
//! dash, `...` into one character, `9x9` into a product. In a quotation that is another text than its source's. Written as
//! character references the same characters pass, through `wp_kses` too, and browsers show what the file says.

/// The same markup with every character that typography would touch as a reference. Tags, scripts and styles stay as
/// they are.
pub fn literal(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while !rest.is_empty() {
        let (text, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        protect(text, &mut out);
        let raw = ["script", "style"].iter().find_map(|name| {
            let inside = after.strip_prefix('<')?.strip_prefix(name)?;
            inside.starts_with([' ', '>', '\n']).then_some(*name)
        });
        let end = match raw {
            // Up to its end tag, which is a tag like any other.
            Some(name) => after.find(&format!("</{name}")).unwrap_or(after.len()),
            None => tag(after),
        };
        let (kept, after) = after.split_at(end);
        out.push_str(kept);
        rest = after;
    }
    out
}

/// How long the tag is that a markup begins with; a `>` in an attribute's value does not end it.
fn tag(html: &str) -> usize {
    let mut quoted = None;
    for (at, character) in html.char_indices() {
        match (quoted, character) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quoted = Some(character),
            (Some(mark), character) if character == mark => quoted = None,
            _ => {}
        }
    }
    html.len()
}

fn protect(text: &str, out: &mut String) {
    let blank = |neighbour: Option<char>| neighbour.is_none_or(char::is_whitespace);
    let digit = |neighbour: Option<char>| neighbour.is_some_and(|one| one.is_ascii_digit());
    let mut before = None;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let after = characters.peek().copied();
        let touched = match character {
            '\'' | '"' | '`' | '[' | ']' => true,
            '-' => [before, after]
                .iter()
                .any(|side| blank(*side) || *side == Some('-')),
            '.' => before == Some('.') || after == Some('.'),
            'x' => digit(before) && digit(after),
            '(' => after == Some('t'),
            // Smileys become pictures.
            ':' | ';' => blank(before) && after.is_some_and(|after| after.is_ascii_punctuation()),
            '8' => blank(before) && matches!(after, Some('-' | ')')),
            _ => false,
        };
        if touched {
            out.push_str(&format!("&#{};", u32::from(character)));
        } else {
            out.push(character);
        }
        before = Some(character);
    }
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn what_typography_would_touch_stands_as_a_reference() {
        for (text, written) in [
            (r#"People's "R""#, "People&#39;s &#34;R&#34;"),
            ("a -- b", "a &#45;&#45; b"),
            ("a - b, co-op", "a &#45; b, co-op"),
            ("and so on... 1.5", "and so on&#46;&#46;&#46; 1.5"),
            ("9x9 fax", "9&#120;9 fax"),
            ("(tm) (c)", "&#40;tm) (c)"),
            ("done :) at 8:15; yes", "done &#58;) at 8:15; yes"),
            ("[sic]", "&#91;sic&#93;"),
            ("“a” &amp; ‘b’", "“a” &amp; ‘b’"),
        ] {
            assert_eq!(literal(text), written);
        }
    }

    #[test]
    fn tags_scripts_and_styles_stay() {
        let kept = "<a title=\"it's > ...\">é</a><script type=\"application/json\">{\"a\":\"--\"}</script>\
                    <style>a::after{content:'--'}</style><br>";
        assert_eq!(literal(kept), kept);
        assert_eq!(
            literal("<scripted>'</scripted><b>it's"),
            "<scripted>&#39;</scripted><b>it&#39;s"
        );
        assert_eq!(literal("<script>'"), "<script>'");
        assert_eq!(literal("a < 'b"), "a < 'b");
    }
}
