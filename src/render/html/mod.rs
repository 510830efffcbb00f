//! A document as one page of HTML that needs nothing else: no script, no request, its style in it.

mod picture;
mod table;
mod words;

use std::fmt::Write as _;

use crate::report::{Block, Document, Text};
use picture::picture;
use table::table;
use words::{escaped, plain, written};

/// The style of every page; `tests/it/page` holds its colors to what can be read.
pub const PAGE_STYLE: &str = include_str!("style.css");

/// The document as a page, with its first sentence as the title.
#[must_use]
pub fn html(document: &Document) -> String {
    let blocks: Vec<&Block> = document.blocks().collect();
    let is_title = |block: &&Block| matches!(block, Block::Prose { .. });
    let title = blocks.iter().copied().find(is_title);
    let title = match title {
        Some(Block::Prose { text, .. }) => text.clone(),
        _ => Text::words("mbc-calc"),
    };
    let mut rest = blocks.as_slice();
    if rest.first().is_some_and(is_title) {
        rest = &rest[1..];
    }
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src \
         'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"mbc-calc {}\">\n<title>{}</title>\n<style>\n{}</style>\n\
         </head>\n<body>\n<header>\n<p class=\"brand\">mbc-calc: careers in medical billing and \
         coding</p>\n<h1>{}</h1>\n",
        env!("CARGO_PKG_VERSION"),
        escaped(&plain(&title)),
        PAGE_STYLE,
        written(&title),
    );
    let mut parts = rest.split(|block| matches!(block, Block::Heading(_)));
    for block in parts.next().unwrap_or_default() {
        push_block(&mut out, block, "");
    }
    out.push_str("</header>\n<main>\n");
    let headings = rest.iter().filter_map(|block| match block {
        Block::Heading(text) => Some(text),
        _ => None,
    });
    let parts: Vec<(&Text, &[&Block])> = headings.zip(parts).collect();
    let halves = halves(&parts);
    for ((heading, blocks), is_half) in parts.into_iter().zip(halves) {
        section(&mut out, heading, blocks, is_half);
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// Which parts of a page with pictures are half as wide as it: those with a picture or without a table,
/// the last only where that leaves no hole.
fn halves(parts: &[(&Text, &[&Block])]) -> Vec<bool> {
    let has_picture = parts.iter().any(|(_, blocks)| is_drawn(blocks));
    let has_table = |blocks: &[&Block]| blocks.iter().any(|it| matches!(it, Block::Table { .. }));
    let mut halves: Vec<bool> = parts
        .iter()
        .map(|(_, blocks)| has_picture && (is_drawn(blocks) || !has_table(blocks)))
        .collect();
    let count = halves.iter().filter(|is_half| **is_half).count();
    if let Some(last) = halves.last_mut().filter(|_| count % 2 == 1) {
        *last = false;
    }
    halves
}

fn is_drawn(blocks: &[&Block]) -> bool {
    blocks.iter().any(|block| matches!(block, Block::Picture(_)))
}

/// A heading with what follows it. The numbers of a picture are folded below it.
fn section(out: &mut String, heading: &Text, blocks: &[&Block], is_half: bool) {
    let class = if is_half { " class=\"half\"" } else { "" };
    let name = plain(heading);
    let _ = writeln!(out, "<section{class}>\n<h2>{}</h2>", written(heading));
    let (tables, others): (Vec<&Block>, Vec<&Block>) =
        blocks.iter().partition(|block| is_drawn(blocks) && matches!(block, Block::Table { .. }));
    for block in others {
        push_block(out, block, &name);
    }
    if !tables.is_empty() {
        out.push_str("<details>\n<summary>The numbers</summary>\n");
        for block in tables {
            push_block(out, block, &name);
        }
        out.push_str("</details>\n");
    }
    out.push_str("</section>\n");
}

/// A block; `name` is that of its part.
fn push_block(out: &mut String, block: &Block, name: &str) {
    match block {
        Block::Heading(_) | Block::Details(_) => {}
        Block::Prose { id, text } => {
            let _ = writeln!(out, "<p data-id=\"{id}\">{}</p>", written(text));
        }
        Block::List { id, items } => {
            let _ = writeln!(out, "<ul data-id=\"{id}\">");
            for item in items {
                let _ = writeln!(out, "<li>{}</li>", written(item));
            }
            out.push_str("</ul>\n");
        }
        Block::Table { id, columns, rows } => table(out, (id, name), columns, rows),
        Block::Picture(drawing) => picture(out, drawing),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Column, Row};

    #[test]
    fn words_are_shown_and_not_read_as_markup() {
        let evil = "<script>alert('1')</script> & \"x\" `<b>`";
        let shown = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot;";
        let document = Document(vec![
            Block::Prose { id: "answer", text: Text::words(evil) },
            Block::Heading(Text::words(evil)),
            Block::Table {
                id: "x",
                columns: vec![Column::of_key(evil)],
                rows: vec![Row::new(evil.to_owned(), evil.to_owned(), [evil.to_owned().into()])],
            },
        ]);
        let page = html(&document);
        assert!(!page.contains("<script") && !page.contains("<b>"), "{page}");
        assert_eq!(page.matches(shown).count(), 8, "{page}");
    }
}
