use clap::Args;

use super::data::show_rows;
use crate::cli::facts::{Explain, Facts};
use crate::cli::{context::Context, failure::Failure, input, output, tables};
use crate::data::{Message, Quoted, Tables, Term, nearest};
use crate::engine;
use crate::profile::Key;
use crate::report::{Explanation, TakeHomeExplanation, TermMeaning};

/// What is explained.
#[derive(Debug, Args)]
pub(crate) struct ExplainArguments {
    /// A word of the answers, such as `p25` or `grade`; a credential, specialty, workplace, role or place
    ///
    /// `take-home` with your facts works every tax on your pay out, step by step.
    #[arg(value_name = "WORD")]
    word: Vec<String>,
    #[command(flatten)]
    facts: Facts<Explain>,
}

/// Where does this number come from, or what does this word mean?
pub(crate) fn run(command: &ExplainArguments, context: &Context<'_>) -> Result<(), Failure> {
    let tables = tables::read(context)?;
    let word = command.word.join(" ");
    if is_take_home(&word) {
        let profile = input::profile(tables, &command.facts, context)?;
        let answer = engine::take_home(tables, &profile)?;
        return output::print(&TakeHomeExplanation(&answer), context);
    }
    if !command.word.is_empty() {
        if !command.facts.is_empty() {
            let hint = format!("leave out {} or the flags", Quoted(&word));
            return Err(Failure::usage("a word is explained without a profile", hint));
        }
        return explain(&word, tables, context);
    }
    let profile = input::profile(tables, &command.facts, context)?;
    output::print(&Explanation(&engine::estimate(tables, &profile)), context)
}

/// Whether what is left after taxes is meant, which is explained for a profile.
fn is_take_home(word: &str) -> bool {
    let word = word.to_lowercase().replace(['-', '_'], " ");
    matches!(
        word.split_whitespace().collect::<Vec<_>>().as_slice(),
        ["take", "home"] | ["takehome"]
    )
}

/// A word by its meaning, anything that has a row in a table by its row.
fn explain(word: &str, tables: &Tables, context: &Context<'_>) -> Result<(), Failure> {
    if let Ok(term) = tables.terms.find(word) {
        return output::print(&TermMeaning { tables, term }, context);
    }
    if tables.credentials.find(word).is_ok() {
        return show_rows("certifications", &[], word, context);
    }
    for (key, table, levels) in [
        ("specialty", "specialties", &tables.specialties),
        ("setting", "settings", &tables.settings),
        ("education", "education", &tables.education),
    ] {
        if let Ok(level) = levels.find(key, said(tables, key, word)) {
            return show_rows(table, &[], &levels.get(level).id, context);
        }
    }
    let role = said(tables, "role", word);
    let is_meant = |&(_, name): &(_, &str)| name.eq_ignore_ascii_case(role);
    if let Some((Some(role), _)) = tables.occupations.role_names().find(is_meant) {
        return show_rows("occupations", &[], role.name(), context);
    }
    if let Ok(place) = tables.geography.find(word) {
        return show_rows("salaries", &["geography"], place.code.as_str(), context);
    }
    if let Some(area) = tables.find_area(word, None).ok().and_then(|found| found.area.ok()) {
        return show_rows("areas", &["area_prices"], &tables.areas.get(area).name, context);
    }
    Err(unknown(word, tables).into())
}

/// The name of a fact that a word means, or the word itself.
fn said<'w>(tables: &'w Tables, fact: &str, word: &'w str) -> &'w str {
    let synonym = tables.synonyms.find(fact, word);
    synonym.and_then(|synonym| synonym.means.as_deref().ok()).unwrap_or(word)
}

/// That nothing is called so, with the nearest of all that is explained.
fn unknown(word: &str, tables: &Tables) -> Message {
    const NAMED: [Key; 6] =
        [Key::Certs, Key::Specialty, Key::Setting, Key::Role, Key::Education, Key::State];
    let terms = tables.terms.iter().flat_map(Term::names);
    let of_facts: Vec<_> = NAMED.into_iter().flat_map(|key| key.names(tables)).collect();
    let names = terms.chain(of_facts.iter().map(|name| &*name.name));
    let hint = nearest(word, names).map_or_else(
        || {
            "`mbc-calc data show terms` lists the words; credentials, specialties, workplaces, \
             roles and places are explained too"
                .to_owned()
        },
        |near| format!("did you mean `{near}`?"),
    );
    Message::new(format!("{} is not known here", Quoted(word))).with_hint(hint)
}
