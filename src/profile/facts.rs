//! Every fact that a profile can state, one row each.
//!
//! From a row follow the flag and its help, what a shell completes, the key in files and answers and
//! the column of CSV. The order of the rows is that of the flags and has no other meaning.

use super::choices::{
    AiAdoption, CareerStage, ConvenienceRule, Employment, GeoPay, PayLevel, Pivot, Program, Study,
};
use super::fact_row::{FactRow, Group, Values, YES_OR_NO};
use super::table_names::{TableName, credentials, education, places, roles, settings, specialties};
use crate::data::{Filing, Message, Quoted, Tables, TaxYear, nearest};
use crate::quantity::{LifeStage, Named, WorkStyle};

/// Defines the facts: the name in Rust and in files, the group, the name of the value and the help.
macro_rules! facts {
    ($($key:ident = $name:expr, $group:ident, $value_name:literal, $help:literal
        $(.$how:ident($($with:expr),*))*;)+) => {
        /// A fact that a profile can state.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Key { $(#[doc = $help] $key),+ }

        impl Key {
            /// Every fact, in the order of the flags.
            pub const ALL: [Self; ROWS.len()] = [$(Self::$key),+];
        }

        static ROWS: [FactRow; [$(stringify!($key)),+].len()] =
            [$(FactRow::new($name, Group::$group, $value_name, $help)$(.$how($($with),*))*),+];
    };
}

facts! {
    State = "state", Pay, "STATE", "Where you live: code or name, in any case [none: the nation]"
        .in_table(places)
        .common_in(&["estimate", "take-home", "timeline", "verdict", "compare", "rank", "explain"])
        .also(&["location", "home_state", "residence_state", "lives_in", "my_state"]);
    Metro = "metro", Pay, "AREA", "Your area, metropolitan or not: name, part of it, or code"
        .more("A whole word of the name will do when only one area has it: `boston`, or `jackson` with \
            `--state MS`; so will a city in it. An area without a state is in the state that it is \
            filed under, the first of its name.")
        .also(&["area", "metro_area", "home_metro", "msa", "home_area"]);
    City = "city", Pay, "CITY", "Your city or town, such as \"Stow, OH\": the pay of its area"
        .more("The state may be left out when only one place has the name, or with `--state`.")
        .common_in(&["estimate", "take-home"]);
    Zip = "zip", Pay, "ZIP", "Your ZIP code, five digits: the pay of its area"
        .also(&["zip_code", "zipcode", "postal_code"]);
    County = "county", Pay, "COUNTY", "Your county, such as \"Summit, OH\": the pay of its area";
    EmployerState = "employer_state", Pay, "STATE", "Where the employer is"
        .in_table(places)
        .common_in(&["estimate", "take-home", "timeline", "compare", "rank", "explain"])
        .also(&[
            "employer", "work_state", "job_state", "company_state", "employer_location",
            "job_location",
        ]);
    EmployerMetro = "employer_metro", Pay, "AREA", "The area where the employer is, or a city in it"
        .also(&["employer_area", "employer_city", "work_metro", "job_metro"]);
    GeoPay = "geo_pay", Pay, "SCALE", "Whose pay scale: employer, residence or national"
        .one_of(names::<GeoPay>)
        .also(&["pay_scale", "geographic_pay"]);
    Level = "level", Pay, "LEVEL", "Pay level: survey (AAPC members) or oews (all employers)"
        .more("Without it: oews, whatever else is stated. The other level stands beside the answer.")
        .one_of(names::<PayLevel>)
        .also(&["pay_level"]);
    Certs = "certs", Pay, "N|NAMES", "Certifications you hold: how many, or which, such as CPC,CRC"
        .signed().list().in_table(credentials)
        .common_in(&["estimate", "take-home", "timeline", "verdict", "compare", "rank", "explain"])
        .also(&[
            "cert", "certification", "certifications", "certificate", "certificates",
            "credential", "credentials", "certs_held", "number_of_certs", "certification_count",
        ]);
    Experience = "experience", Pay, "YEARS", "Years of work in the field, 0 to 60".signed()
        .common_in(&["estimate", "timeline", "compare", "rank", "explain"])
        .also(&[
            "years", "exp", "yoe", "years_of_experience", "years_experience", "experience_years",
            "work_experience", "years_worked", "years_in_field", "yrs", "years_exp",
        ]);
    Specialty = "specialty", Pay, "NAME", "What you code or do, such as risk-adjustment or auditing"
        .in_table(specialties)
        .common_in(&["estimate", "compare", "rank", "explain"])
        .also(&["speciality", "coding_specialty", "specialization"]);
    Role = "role", Pay, "NAME", "Another occupation, such as billing-clerk, manager"
        .in_table(roles)
        .also(&["job", "job_title", "occupation"]);
    Setting = "setting", Pay, "NAME",
        "Whom you work for, such as hospital, physician-office, insurer"
        .in_table(settings)
        .also(&["work_setting", "workplace", "employer_type", "employer_kind", "facility_type"]);
    Education = "education", Pay, "NAME",
        "Highest schooling: high-school, associate, bachelor or master"
        .in_table(education)
        .also(&[
            "degree", "school", "schooling", "education_level", "highest_degree",
            "highest_education",
        ]);
    Hours = "hours", Pay, "HOURS", "Working hours a week, 1 to 80 [none: 40, full-time]"
        .signed()
        .also(&["hours_per_week", "weekly_hours", "hours_a_week", "hours_week", "work_hours"]);
    Employment = "employment", Pay, "HOW", "For a wage or as a contractor: employee or contract"
        .one_of(names::<Employment>)
        .also(&["employment_type", "employment_status", "worker_type", "job_type"]);
    HourlyRate = "hourly_rate", Pay, "DOLLARS", "What you bill an hour, as a contractor, in dollars"
        .signed()
        .common_in(&["take-home"])
        .also(&[
            "rate", "contract_rate", "bill_rate", "billing_rate", "contractor_rate",
            "rate_per_hour",
        ]);
    Pay = "pay", Pay, "DOLLARS", "What you earn now in a year, before taxes"
        .more("Where you work in the field it is placed in the range of people like you; careers are \
            measured against it. `--current-salary` is the same.")
        .signed()
        .common_in(&["estimate", "take-home", "timeline", "verdict"])
        .also(&[
            "current_salary", "salary", "income", "wage", "wages", "current_pay",
            "current_income", "current_wage", "annual_salary", "annual_pay", "annual_income",
            "yearly_pay", "earnings", "my_pay", "my_salary", "base_salary", "base_pay",
            "present_pay", "hourly_pay", "hourly_wage", "pay_now",
        ]);
    TakeHome = "take_home", Taxes, "YES|NO",
        "Show what is left after taxes: yes or no [none: yes with another fact about taxes]"
        .yes_or_no().bare("yes")
        .common_in(&["estimate"])
        .also(&["after_tax", "after_taxes"]);
    TaxYear = "tax_year", Taxes, "YEAR", "The year whose tax law is applied: 2026 or 2025 [none: 2026]"
        .one_of(names::<TaxYear>)
        .also(&["year_of_tax"]);
    Filing = "filing", Taxes, "HOW", "How you file: single, or joint (married, one earner)"
        .more("Without it: single. A couple of whom both earn, a head of household and children are \
            not computed.")
        .one_of(names::<Filing>)
        .common_in(&["take-home"])
        .also(&["filing_status", "tax_filing", "tax_status"]);
    Local = "local", Taxes, "PLACE", "The city or county that taxes income, such as Montgomery"
        .more("One of your state that the table `tax_local` has; without it no local tax is computed.")
        .also(&["local_tax", "city_tax"]);
    Convenience = "convenience", Taxes, "HOW",
        "The rule of the employer's state on work from home: ignore or apply [none: ignore]"
        .more("New York, Delaware, Pennsylvania and Nebraska, and New Jersey and Connecticut toward \
            their residents, may tax work that is done elsewhere for your own convenience. Both \
            amounts are shown.")
        .one_of(names::<ConvenienceRule>)
        .also(&["convenience_rule"]);
    CareerStage = "standing", Career, "WHERE",
        "Where you stand: newcomer, certified, apprentice, coder, specialist"
        .more("Without it, as certifications, years of work and specialty say.")
        .one_of(names::<CareerStage>)
        .also(&["career_stage"]);
    Ai = "ai", Career, "HOW", "How you take up AI tools: early, average or avoid [none: average]"
        .one_of(names::<AiAdoption>)
        .also(&["ai_use", "ai_adoption"]);
    Tuition = "tuition", Career, "DOLLARS", "What the program costs"
        .signed()
        .also(&["program_cost", "school_cost", "tuition_cost", "course_cost", "training_cost"]);
    Aid = "aid", Career, "DOLLARS", "Grants and other aid: what you need not pay of the tuition"
        .signed()
        .also(&["financial_aid", "scholarship", "scholarships"]);
    Program = "program", Career, "NAME",
        "Which program: standard or accelerated (12 weeks) [none: standard]"
        .one_of(names::<Program>)
        .common_in(&["timeline"])
        .also(&["program_type", "training_program"]);
    Study = "study", Career, "HOW",
        "How you study: while-working or full-time [none: while working]"
        .one_of(names::<Study>)
        .also(&["study_mode", "how_i_study"]);
    Pivot = "pivot", Career, "ROLE",
        "Role to aim at after the specialty, such as compliance, or none"
        .more("auditing, compliance, teaching, informatics, revenue-cycle, contracting or none.")
        .one_of(names::<Pivot>)
        .also(&["next_role", "career_goal"]);
    Remote = "remote", Career, "YES|NO",
        "You work from home or must (yes), or will not (no) [none: as many do]"
        .yes_or_no()
        .common_in(&["timeline"])
        .also(&["work_from_home", "wfh", "remote_work", "works_remotely"]);
    CertsPlan = "certs_plan", Career, "PLAN",
        "Certifications to add: path, none, 3, or 3/12 (one every 12 months) [none: path]"
        .more("path adds one with the specialty and one with the role after it; 3/12 adds up to \
            three, 12 months apart, after the first job.")
        .also(&["cert_plan", "certification_plan", "certs_planned"]);
    Horizon = "horizon", Career, "YEARS", "How many years to follow, 1 to 40 [none: 10]"
        .signed()
        .also(&["time_horizon", "horizon_years"]);
    Careers = "careers", Career, "N",
        "How many careers to simulate, 100 to 1,000,000 [none: 10,000]"
        .signed()
        .also(&["simulations", "number_of_careers"]);
    Seed = "seed", Career, "N", "Which luck the careers draw, a whole number [none: 0]"
        .signed()
        .also(&["random_seed"]);
    CausalShare = "causal_share", Career, "SHARE",
        "How much of a published difference you gain by adding a certification, 0 to 1 [none: 0.5]"
        .signed()
        .also(&["causal"]);
    Nominal = "nominal", Career, "YES|NO",
        "In dollars of each year, as prices rise, not in those of now"
        .yes_or_no().bare("yes")
        .also(&["with_inflation"]);
    Stage = "stage", You, "STAGE",
        "Stage of life: career-changer, graduate, long-term, remote, coder"
        .more("`coder` is for those who work in the field already. `student`, `security` and other \
            words for them are understood. Without it, those that fit are answered in one table.")
        .one_of(names::<LifeStage>)
        .common_in(&["verdict"])
        .also(&["life_stage", "stage_of_life", "situation"]);
    Wait = "wait", You, "MONTHS",
        "Months you can wait for a first pay, or to work from home, 0 to 120".signed()
        .common_in(&["verdict"])
        .also(&["wait_months", "months_to_wait", "max_wait", "can_wait", "runway"]);
    SelfDiscipline = WorkStyle::SelfDiscipline.name(), You, "YES|NO",
        "You work well unsupervised: yes, no or unknown"
        .work_style(WorkStyle::SelfDiscipline)
        .also(&["discipline", "self_motivated", "self_directed"]);
    Repetition = WorkStyle::Repetition.name(), You, "YES|NO",
        "You can do the same thing again and again".work_style(WorkStyle::Repetition)
        .common_in(&["verdict"])
        .also(&["repetitive", "repetitive_work"]);
    Learning = WorkStyle::Learning.name(), You, "YES|NO",
        "You are willing to keep learning".work_style(WorkStyle::Learning)
        .common_in(&["verdict"])
        .also(&["keep_learning", "continuing_education"]);
    Technology = WorkStyle::Technology.name(), You, "YES|NO",
        "You are comfortable with new software".work_style(WorkStyle::Technology)
        .also(&["tech"]);
    Company = WorkStyle::Company.name(), You, "YES|NO",
        "You need people around you at work".work_style(WorkStyle::Company)
        .also(&["people_around", "needs_company"]);
    Detail = WorkStyle::Detail.name(), You, "YES|NO",
        "You are comfortable with detail".work_style(WorkStyle::Detail)
        .also(&["detail_oriented"]);
    Deadlines = WorkStyle::Deadlines.name(), You, "YES|NO",
        "You cope with deadlines of 2 to 5 business days"
        .work_style(WorkStyle::Deadlines)
        .also(&["deadline"]);
    HomeOffice = WorkStyle::HomeOffice.name(), You, "YES|NO",
        "You can lock a room and a screen away from others"
        .work_style(WorkStyle::HomeOffice)
        .also(&["private_office", "office_at_home", "private_room"]);
}

fn names<T: Named>() -> Vec<&'static str> {
    T::NAMES.iter().map(|&(name, _)| name).collect()
}

impl Key {
    /// The facts that state a home more finely than its state, the one that says most about the state
    /// first.
    pub(super) const HOME: [Self; 4] = [Self::Zip, Self::City, Self::County, Self::Metro];

    /// The facts that state the place of an employer more finely than its state.
    pub(super) const EMPLOYER: [Self; 1] = [Self::EmployerMetro];

    /// What is fixed about it.
    #[must_use]
    pub const fn row(self) -> &'static FactRow {
        &ROWS[self as usize]
    }

    /// The name in files and answers; a flag has hyphens in place of the underscores.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// The flag, such as `--employer-state`.
    #[must_use]
    pub fn flag(self) -> String {
        format!("--{}", self.word())
    }

    /// The flag without its dashes, as variations write it.
    #[must_use]
    pub fn word(self) -> String {
        self.name().replace('_', "-")
    }

    /// The questions that it bears on.
    #[must_use]
    pub const fn group(self) -> Group {
        self.row().group
    }

    /// The names that it can be, where they can be listed; others mean the same.
    #[must_use]
    pub fn names(self, tables: &Tables) -> Vec<TableName<'_>> {
        let words = match self.row().values {
            Values::Open => return Vec::new(),
            Values::InTable(names) => return names(tables),
            Values::OneOf(words) => words(),
            Values::YesOrNo => YES_OR_NO.to_vec(),
        };
        words.into_iter().map(TableName::new).collect()
    }

    /// Whether its value may be a list of names.
    #[must_use]
    pub const fn takes_a_list(self) -> bool {
        self.row().takes_a_list
    }

    /// Whether it is answered with yes or no.
    #[must_use]
    pub const fn is_yes_or_no(self) -> bool {
        matches!(self.row().values, Values::YesOrNo)
    }

    /// The work style that it states of a person.
    #[must_use]
    pub const fn as_work_style(self) -> Option<WorkStyle> {
        self.row().work_style
    }

    /// Whether `none` is one of its values.
    pub(super) fn can_be_none(self, text: &str) -> bool {
        let has_none = matches!(self, Self::Certs | Self::CertsPlan | Self::Pivot);
        has_none && text.trim().eq_ignore_ascii_case("none")
    }

    /// The fact that states a work style.
    ///
    /// # Panics
    /// Never: every work style has a row.
    #[must_use]
    pub fn stating(style: WorkStyle) -> Self {
        let states = |key: &Self| key.as_work_style() == Some(style);
        Self::ALL.into_iter().find(states).expect("every work style has a row")
    }

    /// That no fact is called so; `others` are keys that state none, `spelled` is how a fact is
    /// written there.
    pub(super) fn unknown(
        typed: &str,
        others: &[&str],
        spelled: impl Fn(Self) -> String,
    ) -> Message {
        if let Some(why) = why_none(typed) {
            let text = format!("a profile has no key {}: {why}", Quoted(typed));
            let hint = format!("state `{}` as joint for that", spelled(Self::Filing));
            return Message::new(text).with_hint(hint);
        }
        let all: Vec<String> = Self::ALL.into_iter().map(&spelled).collect();
        let near = nearest(typed, all.iter().map(String::as_str).chain(others.iter().copied()));
        let listed = || {
            let about_pay = Self::ALL.into_iter().filter(|key| key.group() == Group::Pay);
            let others = others.iter().map(|&other| other.to_owned());
            let names: Vec<String> = others.chain(about_pay.map(spelled)).collect();
            let names = names.join(", ");
            format!("the keys are {names}, and those of a career (`mbc-calc timeline --help`)")
        };
        let hint = near.map_or_else(listed, |near| format!("did you mean `{near}`?"));
        Message::new(format!("a profile has no key {}", Quoted(typed))).with_hint(hint)
    }
}

/// Why there is no fact of a name that people look for, if there is a reason.
pub(crate) fn why_none(typed: &str) -> Option<&'static str> {
    let typed = typed.to_lowercase();
    let is_of_a_spouse =
        ["spouse", "partner", "husband", "wife"].iter().any(|&word| typed.contains(word));
    is_of_a_spouse.then_some("the tax of a couple is worked out for one earner alone")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_work_style_is_stated_by_one_fact() {
        for style in WorkStyle::ALL {
            assert_eq!(Key::stating(style).name(), style.name());
        }
    }

    #[test]
    fn every_name_is_of_one_fact() {
        for key in Key::ALL {
            for name in key.row().aliases.iter().chain([&key.name()]) {
                assert_eq!(Key::named(name), Some(key), "{name}");
                assert_eq!(Key::named(&name.to_uppercase().replace('_', " ")), Some(key));
            }
        }
    }
}
