//! The tokens of Rust: as many kinds as the other tests distinguish.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A line or block comment, documentation included.
    Comment,
    /// An identifier, a keyword or a number.
    Name,
    /// A literal of text, bytes or a character; also the name of a lifetime.
    Literal,
    /// `::`
    Path,
    /// Any other single character.
    Mark,
}

/// A piece of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token<'s> {
    pub(crate) kind: Kind,
    pub(crate) text: &'s str,
    /// The line in which it begins, from 1.
    pub(crate) line: usize,
}

/// Splits a source into tokens; white space is left out.
pub(crate) fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let (mut rest, mut line) = (source, 1);
    while let Some(first) = rest.chars().next() {
        let (kind, length) =
            if first.is_whitespace() { (None, first.len_utf8()) } else { next(rest) };
        let (text, after) = rest.split_at(length);
        found.extend(kind.map(|kind| Token { kind, text, line }));
        line += text.matches('\n').count();
        rest = after;
    }
    found
}

/// The kind and the length of the token at the start of a text.
fn next(text: &str) -> (Option<Kind>, usize) {
    let (kind, length) = if text.starts_with("//") {
        (Kind::Comment, text.find('\n').unwrap_or(text.len()))
    } else if text.starts_with("/*") {
        (Kind::Comment, block_comment(text))
    } else if let Some(length) = literal(text) {
        (Kind::Literal, length)
    } else if text.starts_with("::") {
        (Kind::Path, 2)
    } else {
        match text.find(|c: char| !is_name(c)).unwrap_or(text.len()) {
            0 => (Kind::Mark, text.chars().next().map_or(0, char::len_utf8)),
            length => (Kind::Name, length),
        }
    };
    (Some(kind), length)
}

/// The length of the block comment that a text begins with; block comments nest.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        match rest {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// The length of the literal or lifetime that a text begins with.
fn literal(text: &str) -> Option<usize> {
    let body = text.trim_start_matches('b');
    let prefix = text.len() - body.len();
    if let Some(raw) = body.strip_prefix('r').filter(|raw| raw.starts_with(['#', '"'])) {
        let quoted = raw.trim_start_matches('#');
        let end = format!("\"{}", "#".repeat(raw.len() - quoted.len()));
        let inside = quoted.strip_prefix('"')?;
        return Some(text.len() - inside.len() + inside.find(&end)? + end.len());
    }
    let quote = body.chars().next().filter(|quote| prefix < 2 && ['"', '\''].contains(quote))?;
    let is_lifetime =
        quote == '\'' && !body[1..].starts_with('\\') && body.chars().nth(2) != Some(quote);
    if is_lifetime {
        return Some(1 + body[1..].find(|c| !is_name(c)).unwrap_or(body.len() - 1));
    }
    let mut escaped = false;
    for (at, c) in body.char_indices().skip(1) {
        if c == quote && !escaped {
            return Some(prefix + at + 1);
        }
        escaped = c == '\\' && !escaped;
    }
    None
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[test]
fn comments_literals_and_names_are_distinguished() {
    let text = "fn f<'a>(x: &'a str) {} // a \"text\"\nlet r = br#\"a \" b\"#; /* x /* y */ z */\n\
                let c = ['\\'', 'x', '\"'];\nlet s = \"a\\\"b\\\\\";";
    let of = |kind| {
        let found = tokens(text).into_iter().filter(move |token| token.kind == kind);
        found.map(|token| (token.line, token.text)).collect::<Vec<_>>()
    };
    assert_eq!(of(Kind::Comment), [(1, "// a \"text\""), (2, "/* x /* y */ z */")]);
    assert_eq!(
        of(Kind::Literal),
        [
            (1, "'a"),
            (1, "'a"),
            (2, "br#\"a \" b\"#"),
            (3, "'\\''"),
            (3, "'x'"),
            (3, "'\"'"),
            (4, "\"a\\\"b\\\\\"")
        ]
    );
    let names: Vec<_> = of(Kind::Name).into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["fn", "f", "x", "str", "let", "r", "let", "c", "let", "s"]);
}
