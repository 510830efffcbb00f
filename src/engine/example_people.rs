use super::figures::Estimator;
use crate::data::Tables;
use crate::profile::{Draft, Key};
use crate::quantity::Pay;

/// A few people who between them touch the wages, both pay levels and every factor: what a change
/// of the tables does to their pay is what it does to answers.
const PEOPLE: [(&str, &[(Key, &str)]); 7] = [
    ("anyone in the United States", &[]),
    ("anyone in the District of Columbia", &[(Key::State, "DC")]),
    (
        "three certifications, Mississippi, for Massachusetts",
        &[(Key::State, "MS"), (Key::EmployerState, "MA"), (Key::Certs, "3")],
    ),
    (
        "newcomer with one certification, Texas",
        &[(Key::State, "TX"), (Key::Certs, "1"), (Key::Experience, "0")],
    ),
    (
        "hospital coder with an associate degree, California",
        &[(Key::State, "CA"), (Key::Setting, "hospital"), (Key::Education, "associate")],
    ),
    (
        "auditor of ten years, Ohio",
        &[(Key::State, "OH"), (Key::Specialty, "auditing"), (Key::Experience, "10")],
    ),
    (
        "risk adjustment for an insurer, two certifications",
        &[(Key::Certs, "2"), (Key::Specialty, "risk-adjustment"), (Key::Setting, "insurer")],
    ),
];

/// What these tables say of each example person: who, and the pay or why there is none.
///
/// ```
/// let tables = mbc_calc::built_in();
/// let pay = mbc_calc::engine::example_pay(&tables);
/// assert_eq!(pay[0].1.as_ref().unwrap().mean.get(), 56_790.0);
/// ```
#[must_use]
pub fn example_pay(tables: &Tables) -> Vec<(&'static str, Result<Pay, String>)> {
    let mut estimator = Estimator::new(tables);
    let mut pay = |facts: &[(Key, &'static str)]| {
        let draft =
            facts.iter().fold(Draft::default(), |draft, &(key, text)| draft.state(key, text));
        let profile = draft.profile(tables).map_err(|errors| errors.to_string())?;
        Ok(estimator.figures(&profile).chosen().pay)
    };
    PEOPLE.iter().map(|&(name, facts)| (name, pay(facts))).collect()
}
