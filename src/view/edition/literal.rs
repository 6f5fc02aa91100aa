//! Words that content systems leave alone.
//!
//! Many "improve" what they print: WordPress's `wptexturize` turns straight quotation marks into curly ones, `--` into a
//! dash, `...` into one character, `9x9` into a product, `convert_smilies` `:D` into a picture, `capital_P_dangit` `Wordpress`
//! into `WordPress`. In a quotation that is another text than its source's. Written as character references the same characters
//! pass, through `wp_kses` too, and browsers show what the file says.

/// What `capital_P_dangit` spells otherwise, behind a space, a tag, "(" or the opening quotation marks of the site's language:
/// wherever it stands, in tags and scripts too.
const BRAND: &str = "Wordpress";

/// The same markup with every character that typography would touch as a reference. Tags, scripts and styles stay as
/// they are, but for the name that is corrected there, too.
pub fn literal(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while !rest.is_empty() {
        let (text, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        protect(text, &mut out);
        let (tag, after) = after.split_at(tag(after));
        out.push_str(&tag.replace(BRAND, "&#87;ordpress"));
        let raw = ["script", "style"].iter().find(|name| {
            let inside = tag
                .strip_prefix('<')
                .and_then(|tag| tag.strip_prefix(**name));
            inside.is_some_and(|inside| inside.starts_with([' ', '>', '\n']))
        });
        // Up to its end tag, which is a tag like any other.
        let end = raw.map_or(0, |name| {
            after.find(&format!("</{name}")).unwrap_or(after.len())
        });
        let (inside, after) = after.split_at(end);
        // In JSON, where no reference is read.
        out.push_str(&inside.replace(BRAND, "\\u0057ordpress"));
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
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        let rest = characters.as_str();
        let after = rest.chars().next();
        let touched = match character {
            '\'' | '"' | '`' | '[' | ']' => true,
            '-' => [before, after]
                .iter()
                .any(|side| blank(*side) || *side == Some('-')),
            '.' => before == Some('.') || after == Some('.'),
            'x' => digit(before) && digit(after),
            '(' => after == Some('t'),
            // Smileys become pictures, among them words between colons (`smilies_init`).
            ':' => blank(before) && !blank(after),
            ';' => blank(before) && after.is_some_and(|after| after.is_ascii_punctuation()),
            '8' => blank(before) && matches!(after, Some('-' | ')' | 'O')),
            'W' => BRAND
                .strip_prefix('W')
                .is_some_and(|end| rest.starts_with(end)),
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
            ("so :D and :x", "so &#58;D and &#58;x"),
            (":mrgreen: or :???:", "&#58;mrgreen: or &#58;???:"),
            ("8O at 80, 8-) or 8", "&#56;O at 80, &#56;-) or 8"),
            ("dit : non ; oui", "dit : non ; oui"),
            (
                "our Wordpress, (Wordpress)",
                "our &#87;ordpress, (&#87;ordpress)",
            ),
            ("“Wordpress”, a WordPress", "“&#87;ordpress”, a WordPress"),
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
        assert_eq!(
            literal(
                "<a title=\"in Wordpress :D\"></a><script type=\"application/json\">[\"in Wordpress :D\"]</script>"
            ),
            "<a title=\"in &#87;ordpress :D\"></a>\
             <script type=\"application/json\">[\"in \\u0057ordpress :D\"]</script>"
        );
        assert_eq!(literal("a < 'b"), "a < 'b");
    }
}
