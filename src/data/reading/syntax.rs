use toml::de::DeTable;

use super::problem::{Problem, Quoted};

/// A text as TOML, its values with their positions.
///
/// # Errors
/// Where it is not TOML.
pub(crate) fn parse_toml(text: &str) -> Result<DeTable<'_>, Vec<Problem>> {
    let (root, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() { Ok(root.into_inner()) } else { Err(syntax_problems(text, &errors)) }
}

/// What is wrong with a text that is not TOML: the first error of each line, as those after it on
/// the line follow from it, and no `duplicate key` with others, as the parser may then have lost
/// where a table ends.
fn syntax_problems(text: &str, errors: &[toml::de::Error]) -> Vec<Problem> {
    let is_certain = |error: &&toml::de::Error| error.message() != "duplicate key";
    let certain: Vec<_> = errors.iter().filter(is_certain).collect();
    let reported = if certain.is_empty() { errors.iter().collect() } else { certain };
    let problem = |error: &toml::de::Error| {
        let span = error.span().unwrap_or(0..0);
        let message = match text.get(span.clone()) {
            Some(key) if !is_certain(&error) => format!("{} is stated twice", Quoted(key)),
            _ => error.message().to_owned(),
        };
        Problem::new(span, message)
    };
    let mut problems: Vec<Problem> = reported.into_iter().map(problem).collect();
    problems.sort_by_key(|problem| problem.span.start);
    let (mut seen, mut is_new_line) = (0, true);
    problems.retain(|problem| {
        let start = problem.span.start;
        let between = text.as_bytes().get(seen..start).unwrap_or_default();
        is_new_line |= between.contains(&b'\n');
        seen = start;
        std::mem::take(&mut is_new_line)
    });
    problems
}
