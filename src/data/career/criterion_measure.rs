//! What a criterion of a verdict measures, and how much of it is enough.

use serde::{Deserialize, Serialize};

use crate::data::reading::{Fields, Problem, Quoted, nearest, nearest_or_all};
use crate::quantity::WorkStyle;

/// What is enough for a criterion to hold.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Threshold {
    /// At least this number.
    AtLeast(f64),
    /// At most this number.
    AtMost(f64),
    /// More than this number.
    MoreThan(f64),
    /// At most the months that the person can wait.
    WithinWait,
    /// The trait has to be there, or not to be there.
    Said(bool),
    /// AI tools are not avoided.
    NotAvoided,
}

/// How a number is compared.
#[derive(Clone, Copy)]
enum Comparison {
    AtLeast,
    AtMost,
    MoreThan,
}

impl Comparison {
    const WORDS: [(&'static str, Self); 3] =
        [("at least", Self::AtLeast), ("at most", Self::AtMost), ("more than", Self::MoreThan)];
}

macro_rules! measures {
    ($($(#[$doc:meta])* $case:ident = $word:literal),+ $(,)?) => {
        /// What a criterion measures.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum CriterionMeasure {
            $($(#[$doc])* $case,)+
            /// Something that a person says of themselves.
            WorkStyle(WorkStyle),
        }

        impl CriterionMeasure {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$case)),+];
        }
    };
}

measures!(
    /// The median months to a first pay in the field, of those who get one.
    MonthsToFirstPay = "months-to-first-pay",
    /// The mean gain after five years over all who start, at home wages, in dollars of now.
    MeanGainIn5Years = "mean-gain-in-5-years",
    /// The same after ten years.
    MeanGainIn10Years = "mean-gain-in-10-years",
    /// What is lost if no job is found over a year of present pay.
    LossOverPresentPay = "loss-over-present-pay",
    /// The same over a year of pay in the first job.
    LossOverEntryPay = "loss-over-entry-pay",
    /// The median pay in year 5 in the field at home wages over the counterfactual.
    Year5Pay = "year-5-pay",
    /// The share of starters with a coding job within three years.
    CodingJobIn3Years = "coding-job-in-3-years",
    /// The share of starters with a gain after five years.
    GainIn5Years = "gain-in-5-years",
    /// Jobs of the field among all jobs where the person lives, over the same in the nation.
    LocationQuotient = "location-quotient",
    /// The share of certificate programs at home that have graduates who earn more than high-school
    /// graduates.
    ProgramsAboveHighSchool = "programs-above-high-school",
    /// The mean of what the roles after coding pay over what coding pays.
    RolesOverCoder = "roles-over-coder",
    /// The growth of the field over ten years less that of all occupations, in percentage points.
    GrowthOverAll = "growth-over-all",
    /// Openings a year over those employed.
    Openings = "openings",
    /// The growth of the median beyond prices since the first year of the present statistics.
    RealPayGrowth = "real-pay-growth",
    /// The share of coders who work remotely.
    RemoteShare = "remote-share",
    /// The median months to working from home, of those who come to.
    MonthsToRemote = "months-to-remote",
    /// The share of starters who come to work from home within five years.
    RemoteIn5Years = "remote-in-5-years",
    /// The median pay on the employer's scale over that on the scale of home.
    EmployerOverHome = "employer-over-home",
    /// How the person takes up AI tools.
    AiAdoption = "ai-adoption",
    /// What the best next step of someone in the field gains in five years on average, in dollars of now.
    BestNextStep = "best-next-step",
    /// The percentile of the stated pay among people like the person.
    PayPercentile = "pay-percentile",
    /// The median pay in year 5 in the field at home wages over the present pay.
    Year5PayOverPresent = "year-5-pay-over-present",
);

impl CriterionMeasure {
    fn named(word: &str) -> Option<Self> {
        let known = Self::WORDS.iter().find(|(known, _)| *known == word);
        known
            .map(|&(_, measure)| measure)
            .or_else(|| WorkStyle::in_table(word).map(Self::WorkStyle))
    }

    /// Whether it is a time that is weighed against the wait.
    const fn is_a_time(self) -> bool {
        matches!(self, Self::MonthsToFirstPay | Self::MonthsToRemote)
    }

    pub(super) fn read(row: &mut Fields<'_>) -> Option<Self> {
        let word = row.text("measure")?;
        let measure = Self::named(word.get_ref());
        if measure.is_none() {
            let traits = WorkStyle::ALL.map(|style| style.name().replace('_', "-"));
            let known = Self::WORDS.iter().map(|(word, _)| *word);
            let known: Vec<&str> = known.chain(traits.iter().map(String::as_str)).collect();
            let near = nearest(word.get_ref(), known.iter().copied());
            let hint = nearest_or_all(near, known.iter().copied());
            let message = format!("nothing measured is called {}", Quoted(word.get_ref()));
            row.problem(Problem::new(word.span(), message).with_hint(Some(hint)));
        }
        measure
    }
}

impl Threshold {
    /// Reads what is enough, in the way that suits what is measured.
    pub(super) fn read(row: &mut Fields<'_>, measure: Option<CriterionMeasure>) -> Option<Self> {
        let Some(measure) = measure else {
            // What these have to be depends on what is measured.
            row.optional("comparison");
            row.optional("threshold");
            return None;
        };
        match measure {
            CriterionMeasure::WorkStyle(_) => {
                let is = row.one_of("comparison", &[("is", ())]);
                let said = row.one_of("threshold", &[("yes", true), ("no", false)]);
                is.and(said).map(Self::Said)
            }
            CriterionMeasure::AiAdoption => {
                let is_not = row.one_of("comparison", &[("is not", ())]);
                is_not.and(row.one_of("threshold", &[("avoid", Self::NotAvoided)]))
            }
            measure if measure.is_a_time() => {
                let most = row.one_of("comparison", &[("at most", ())]);
                most.and(row.one_of("threshold", &[("wait", Self::WithinWait)]))
            }
            _ => {
                let comparison = row.one_of("comparison", &Comparison::WORDS);
                let number = row.number("threshold");
                Some(match (comparison?, number?) {
                    (Comparison::AtLeast, least) => Self::AtLeast(least),
                    (Comparison::AtMost, most) => Self::AtMost(most),
                    (Comparison::MoreThan, than) => Self::MoreThan(than),
                })
            }
        }
    }
}
