use serde::{Deserialize, Serialize};

use super::study_field::StudyField;
use super::table::Programs;
use crate::data::reading::{Citations, Fields, Quoted, SourceIndex, UniqueNames, record};
use crate::data::wages::{Geography, Occupation, Occupations, Salaries};
use crate::quantity::{Dollars, Share};

/// Careers that take as little schooling as medical coding, or less, that one among them.
///
/// ```
/// let careers = mbc_calc::built_in().careers;
/// assert!(careers.iter().any(|career| career.id == "medical-assistant"));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShortCareers {
    rows: Vec<ShortCareer>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShortCareer {
    /// The name in answers.
    pub id: String,
    /// The job, and where its wages are.
    pub job: CareerJob,
    /// The code of the field of study in which certificates train for it, or why there is none.
    pub field: Result<String, String>,
    /// How the occupation grows, where the table of projections does not say it.
    pub outlook: Option<CareerOutlook>,
    /// What became of those who finished a short program.
    pub completers: Option<Completers>,
}

/// The job of a career, and where its wages are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum CareerJob {
    /// The field itself: in the table of salaries.
    Coding,
    /// A role: in the table of occupations.
    Role(Occupation),
    /// Any other: here.
    Other {
        /// The federal occupation code, such as `31-9092`.
        code: String,
        /// The workers in words, as they read in a sentence.
        workers: String,
        /// The wages, under the publisher's title of the occupation.
        wages: Salaries,
    },
}

/// How an occupation is projected to change.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CareerOutlook {
    /// The change of employment over ten years, in percent.
    pub growth: f64,
    /// Openings a year.
    pub openings: u32,
    /// Where both come from.
    pub source: SourceIndex,
}

/// What became of those who finished a short program, a year later.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Completers {
    /// The code of the program.
    pub program: String,
    /// The share with any job.
    pub employed: Share,
    /// What those with a job earned in a quarter, on average.
    pub quarter_pay: Dollars,
    /// Where both come from.
    pub source: SourceIndex,
}

impl ShortCareers {
    /// The published mean and the mean of the distribution read from the percentiles may differ by this
    /// share, as in other occupations.
    const MEAN_TOLERANCE: f64 = 0.1;

    /// Every career in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &ShortCareer> + Clone {
        self.rows.iter()
    }

    pub(crate) fn read(
        table: &mut Fields<'_>,
        sources: &Citations,
        geography: &Geography,
        occupations: &Occupations,
        programs: &Programs,
    ) -> Self {
        let dollars_of = table.whole("dollars_of");
        let mut taken = UniqueNames::default();
        let fields = programs.fields();
        let mut rows = table.tables("elsewhere", |row| {
            let name = row.text("career");
            let job = name.and_then(|name| elsewhere(row, name.get_ref(), occupations));
            read_career(row, sources, fields, job, &mut taken)
        });
        let others = table.tables("career", |section| {
            let tolerance = Self::MEAN_TOLERANCE;
            let (code, workers) = (section.string("code"), section.string("workers"));
            let wages = Salaries::read_section(section, sources, geography, dollars_of, tolerance);
            let job = code.zip(workers).zip(wages);
            let job = job.map(|((code, workers), wages)| CareerJob::Other { code, workers, wages });
            read_career(section, sources, fields, job, &mut taken)
        });
        rows.extend(others);
        if table.is_sound() && !rows.iter().any(|career| career.job == CareerJob::Coding) {
            let field = occupations.field_name();
            table.problem_here(format!("the field itself, `{field}`, is not in `elsewhere`"));
        }
        Self { rows }
    }
}

/// The job of that name, with wages in another table.
fn elsewhere(row: &mut Fields<'_>, name: &str, occupations: &Occupations) -> Option<CareerJob> {
    if name == occupations.field_name() {
        return Some(CareerJob::Coding);
    }
    let role = occupations.roles().find(|role| role.occupation.name() == name);
    if role.is_none() {
        row.problem_at("career", format!("no other table has wages of {}", Quoted(name)));
    }
    role.map(|role| CareerJob::Role(role.occupation))
}

fn read_career(
    row: &mut Fields<'_>,
    sources: &Citations,
    fields: &[StudyField],
    job: Option<CareerJob>,
    taken: &mut UniqueNames,
) -> Option<ShortCareer> {
    let career = record!(ShortCareer {
        id: row.string("career"),
        job,
        field: read_field(row, fields),
        outlook: Some(row.optional_table("outlook", |outlook| read_outlook(outlook, sources))),
        completers: Some(row.optional_table("completers", |row| read_completers(row, sources))),
    })?;
    row.register("career", std::iter::once(career.id.as_str()), taken)?;
    Some(career)
}

/// The field of study, or why there is none: one of the two has to be stated.
fn read_field(row: &mut Fields<'_>, fields: &[StudyField]) -> Option<Result<String, String>> {
    if !row.has("field") {
        return row.string("field_missing").map(Err);
    }
    if row.has("field_missing") {
        row.problem_at("field_missing", "there is a `field`, so none is missing");
        row.optional("field_missing");
    }
    let field = row.string("field")?;
    if !fields.iter().any(|known| known.cip == field) {
        let message = format!("no field of study of `programs` has the code {}", Quoted(&field));
        row.problem_at("field", message);
        return None;
    }
    Some(Ok(field))
}

fn read_outlook(row: &mut Fields<'_>, sources: &Citations) -> Option<CareerOutlook> {
    record!(CareerOutlook {
        growth: row.quantity("growth", change),
        openings: row.whole("openings"),
        source: sources.cited_once(row),
    })
}

fn read_completers(row: &mut Fields<'_>, sources: &Citations) -> Option<Completers> {
    record!(Completers {
        program: row.string("program"),
        employed: row.quantity("employed", |percent| {
            Share::new(percent / 100.0).map_err(|_| "it must be 0 to 100 percent")
        }),
        quarter_pay: row.quantity("quarter_pay", |amount| {
            Dollars::new(amount).map_err(|_| "it must be an amount of dollars")
        }),
        source: sources.cited_once(row),
    })
}

/// A change in percent that employment can have.
fn change(percent: f64) -> Result<f64, &'static str> {
    let is_one = (-100.0..=1_000.0).contains(&percent);
    if is_one { Ok(percent) } else { Err("it must be -100 to 1,000 percent") }
}
