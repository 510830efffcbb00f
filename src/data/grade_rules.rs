use crate::quantity::named;
use serde::{Deserialize, Serialize};

use super::reading::{Citations, Fields, Literal};

named! {
    /// A rule of the grade.
    #[derive(Serialize, Deserialize)]
    pub enum GradeRule {
        /// A source of some age, in years.
        Aging = "aging",
        /// An old source, in years.
        Old = "old",
        /// A very old source, in years.
        VeryOld = "very-old",
        /// The relative standard error of the mean wage of a place, in percent.
        SamplingError = "sampling-error",
        /// How many kinds of shortcoming an answer has.
        Kinds = "kinds",
    }
}

/// When an answer is trusted less: the value over which each rule counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GradeRules {
    over: [f64; GradeRule::ALL.len()],
}

impl GradeRule {
    const fn unit(self) -> &'static str {
        match self {
            Self::Aging | Self::Old | Self::VeryOld => "years",
            Self::SamplingError => "percent",
            Self::Kinds => "kinds",
        }
    }
}

impl GradeRules {
    /// The value over which a rule counts.
    ///
    /// ```
    /// use mbc_calc::data::GradeRule;
    /// let tables = mbc_calc::built_in();
    /// assert_eq!(tables.grades.over(GradeRule::VeryOld), 10.0);
    /// ```
    #[must_use]
    pub const fn over(&self, rule: GradeRule) -> f64 {
        self.over[rule as usize]
    }

    pub(super) fn read(table: &mut Fields<'_>, sources: &Citations) -> Option<Self> {
        let mut over = [None; GradeRule::ALL.len()];
        table.tables("rows", |row| {
            let rule = row.choice::<GradeRule>("rule");
            let value = row.number("over");
            row.one_of("basis", &[("assumption", ())]);
            row.string("reason");
            sources.cited_once(row);
            let Some(rule) = rule else {
                row.text("unit");
                return None;
            };
            row.one_of("unit", &[(rule.unit(), ())]);
            let value = value?;
            if rule != GradeRule::SamplingError && (value.fract() != 0.0 || value < 1.0) {
                let message =
                    format!("`over` is `{}`, not a whole number, 1 or more", Literal(value));
                row.problem_at("over", message);
            } else if !(0.0..=100.0).contains(&value) {
                let message = format!("`over` is `{}`, not between 0 and 100", Literal(value));
                row.problem_at("over", message);
            }
            if over[rule as usize].replace(value).is_some() {
                row.problem_at("rule", format!("the rule `{}` is stated twice", rule.name()));
            }
            Some(())
        });
        if !table.is_sound() {
            return None;
        }
        for rule in GradeRule::ALL {
            if over[rule as usize].is_none() {
                table.problem_here(format!("the rule `{}` is missing", rule.name()));
            }
        }
        let over = over.map(Option::unwrap_or_default);
        for [younger, older] in
            [[GradeRule::Aging, GradeRule::Old], [GradeRule::Old, GradeRule::VeryOld]]
        {
            if over[younger as usize] > over[older as usize] {
                let (younger, older) = (younger.name(), older.name());
                table.problem_here(format!("`{older}` begins before `{younger}`"));
            }
        }
        Some(Self { over })
    }
}
