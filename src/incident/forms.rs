//! The written forms of ids, web addresses and language tags, and what is no text.

/// Whether a text has nothing to be read. What only looks empty is left to the check: a browser need not know such characters.
#[inline]
pub(super) fn is_blank(text: &str) -> bool {
    #[cfg(feature = "check")]
    return super::invisible::is_blank(text);
    #[cfg(not(feature = "check"))]
    text.trim().is_empty()
}

/// Whether a text turns round what stands in it, or behind it, in another order than it is written (Unicode Standard Annex 9): it
/// overrides the direction of digits and letters of every script, so that "12" is read as "21" (LRO, RLO), which no text needs; or
/// isolates that it does not open or close (LRI, RLI, FSI, PDI) would open or close those that it is set apart with.
pub(super) fn is_turned(text: &str) -> bool {
    let mut open = 0;
    for char in text.chars() {
        match char {
            '\u{2066}'..='\u{2068}' => open += 1,
            '\u{2069}' => open -= 1,
            '\u{202d}' | '\u{202e}' => return true,
            _ => {}
        }
        if open < 0 {
            return true;
        }
    }
    open != 0
}

/// Whether a character begins or ends a part of another direction.
fn is_bracket(char: char) -> bool {
    matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The language of a tag (BCP 47), without script and region. Case tells nothing in it.
#[cfg(any(feature = "browser", feature = "check"))]
pub(crate) fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// Whether a text is an id: small ASCII letters, digits, single hyphens between them.
pub(crate) fn is_kebab(id: &str) -> bool {
    id.split('-').all(|word| {
        !word.is_empty()
            && word
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

/// The id that a text was perhaps meant to be, if that can be told.
pub(super) fn kebab(text: &str) -> Option<String> {
    let mut id = String::new();
    for byte in text.bytes() {
        // Which plain letters stand for others depends on the language.
        if !byte.is_ascii() {
            return None;
        }
        if byte.is_ascii_alphanumeric() {
            id.push(char::from(byte.to_ascii_lowercase()));
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    (!id.is_empty()).then_some(id)
}

/// Whether a text has the form of a BCP 47 tag: subtags of 1 to 8 letters or digits, a language of 2 or 3 letters first. The
/// form allows for up to 8, but no language is registered with more (RFC 5646, 2.2.1): "English" is one written out.
pub(crate) fn is_language_tag(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let language = subtags.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && subtags.all(|subtag| {
            (1..=8).contains(&subtag.len())
                && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// Whether a text may become a link: `https://` or `http://`, a host without a user's name, no space, control character or
/// mark of embedded direction anywhere.
/// Everything else, `javascript:` above all, never reaches a page.
pub(crate) fn is_web_address(url: &str) -> bool {
    let after = |scheme: &str| {
        let (begin, rest) = url.split_at_checked(scheme.len())?;
        begin.eq_ignore_ascii_case(scheme).then_some(rest)
    };
    let host = after("https://")
        .or_else(|| after("http://"))
        .unwrap_or_default();
    !host.is_empty()
        && !host.starts_with(['/', '?', '#', '\\', ':'])
        && !url.contains(|char: char| char.is_whitespace() || char.is_control() || is_bracket(char))
        // What stands before an @ is no host: https://www.example.com@example.org/ leads to example.org.
        && !host.bytes().take_while(|byte| !matches!(byte, b'/' | b'?' | b'#')).any(|byte| matches!(byte, b'@' | b'\\'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_direction_turn_nothing_round() {
        for text in [
            "",
            "12",
            "\u{2067}أ 12\u{2069} B",
            "\u{200f}א\u{200e}",
            "\u{2066}\u{2068}a\u{2069}\u{2069}",
        ] {
            assert!(!is_turned(text), "{text:?}");
        }
        for text in [
            "\u{202e}12\u{202c}",
            "a\u{202d}",
            "א\u{2069}B",
            "\u{2068}a",
            "\u{2069}\u{2068}",
        ] {
            assert!(is_turned(text), "{text:?}");
        }
    }

    #[test]
    fn ids_are_kebab_case() {
        for id in ["nato", "apt31", "a-1-b", "7"] {
            assert!(is_kebab(id), "{id}");
        }
        for id in [
            "",
            "-",
            "a-",
            "-a",
            "a--b",
            "NATO",
            "a_b",
            "a b",
            "zaorálek",
            "a.b",
        ] {
            assert!(!is_kebab(id), "{id}");
        }
        assert_eq!(kebab("NATO Summit!").as_deref(), Some("nato-summit"));
        assert_eq!(kebab("_a__b_").as_deref(), Some("a-b"));
        assert_eq!(kebab("…"), None);
        assert_eq!(kebab("zaorálek"), None);
    }

    #[test]
    fn only_web_addresses_become_links() {
        for url in [
            "https://example.org/a?b=c#d",
            "https://example.org/@desk?to=a@example.com",
            "HTTP://example.org",
            "https://[::1]/",
        ] {
            assert!(is_web_address(url), "{url}");
        }
        for url in [
            "javascript:alert(1)",
            "https:example.org",
            "https://",
            "https:///x",
            "https://?a",
            "//example.org",
            "example.org",
            "https://exa mple.org",
            "https://www.example.com@example.org/",
            "https://example.com\\@example.org",
            "https://example.org/\u{202b}moc",
            "https://example.org\n",
            "data:text/html,x",
            " https://example.org",
        ] {
            assert!(!is_web_address(url), "{url}");
        }
    }

    #[test]
    fn language_tags_look_like_bcp_47() {
        for tag in [
            "en",
            "cs",
            "pt-BR",
            "zh-Hant-TW",
            "ckb",
            "de-CH-1901",
            "en-x-a",
        ] {
            assert!(is_language_tag(tag), "{tag}");
        }
        for tag in [
            "",
            "e",
            "english language",
            "English",
            "Arabic",
            "Thai",
            "en_GB",
            "-en",
            "en-",
            "12",
            "en-toolongsubtag",
        ] {
            assert!(!is_language_tag(tag), "{tag}");
        }
    }
}
