//! Completion in bash, which parts words at `=` and replaces what follows it alone.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;

use clap::Command;
use clap_complete::engine::complete;
use clap_complete::env::EnvCompleter;

/// Holds the line up to the cursor, since the words of bash do not distinguish `a=b` from `a = b`.
const LINE: &str = "_MBC_CALC_LINE";

/// Separates the offers.
const SEPARATOR: &str = "\u{b}";

/// Completes in bash.
pub(super) struct Bash;

impl EnvCompleter for Bash {
    fn name(&self) -> &'static str {
        "bash"
    }

    fn is(&self, name: &str) -> bool {
        name == "bash"
    }

    fn write_registration(
        &self,
        variable: &str,
        name: &str,
        program: &str,
        completer: &str,
        script: &mut dyn Write,
    ) -> io::Result<()> {
        let function = format!("_{}", name.replace('-', "_"));
        write!(
            script,
            r#"{function}() {{
    local IFS=$'\013'
    COMPREPLY=( $({LINE}="${{COMP_LINE:0:COMP_POINT}}" {variable}=bash "{completer}" -- "${{COMP_WORDS[@]}}" 2>/dev/null) )
    if [[ "${{COMPREPLY[0]-}}" == *[=/] ]]; then
        compopt -o nospace 2>/dev/null
    fi
}}
complete -o nosort -o bashdefault -F {function} {program} 2>/dev/null || complete -o bashdefault -F {function} {program}
"#
        )
    }

    fn write_complete(
        &self,
        program: &mut Command,
        words: Vec<OsString>,
        folder: Option<&Path>,
        offers: &mut dyn Write,
    ) -> io::Result<()> {
        let words = match std::env::var(LINE) {
            Ok(line) => parted(&line),
            Err(_) => words.into_iter().map(|w| w.to_string_lossy().into_owned()).collect(),
        };
        let Some(last) = words.last() else { return Ok(()) };
        let kept = last.rfind(['=', ':']).map_or(0, |at| at + 1);
        let prefix = last[..kept].to_owned();
        let at = words.len() - 1;
        let found = complete(program, words.into_iter().map(Into::into).collect(), at, folder)?;
        let texts = found.iter().map(|offer| offer.get_value().to_string_lossy());
        let texts = texts.map(|text| text.strip_prefix(&prefix).unwrap_or(&text).to_owned());
        write!(offers, "{}", texts.collect::<Vec<_>>().join(SEPARATOR))
    }
}

/// The words of a line, without their quotes; the last one is what is being typed, maybe nothing.
fn parted(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let (mut quote, mut is_escaped) = (None, false);
    for c in line.chars() {
        let word = words.last_mut().expect("there is a first word");
        match (quote, c) {
            _ if is_escaped => {
                word.push(c);
                is_escaped = false;
            }
            (None | Some('"'), '\\') => is_escaped = true,
            (None, '\'' | '"') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            (None, c) if c.is_whitespace() => {
                if !word.is_empty() {
                    words.push(String::new());
                }
            }
            _ => word.push(c),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_parted_at_spaces_and_not_inside_quotes() {
        let parts = |line| parted(line).join("|");
        assert_eq!(
            parts("mbc-calc compare --vs  state=MA,certs=3"),
            "mbc-calc|compare|--vs|state=MA,certs=3"
        );
        assert_eq!(parts("a 'b c' d\\ e \"f'g"), "a|b c|d e|f'g");
        assert_eq!(parts("a b "), "a|b|");
    }
}
