//! The facts of a profile as flags, in the groups that commands share. Each is taken as text, so that
//! one reader judges it however it arrives.
//!
//! A command flattens the groups that it needs and lists them in its [`Facts`]: pay for all, a career
//! for `timeline` and
//! `verdict`, and for `verdict` who asks.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::profile::{Draft, Key};
use crate::quantity::Trait;

/// Facts that can be typed, and the file that they win over.
pub(super) trait Facts {
    /// Each key with its text, if it was typed.
    fn facts(&self) -> Vec<(Key, &Option<String>)>;

    /// The file that states the others.
    fn file(&self) -> Option<&Path>;

    /// Whether no fact and no file is stated.
    fn is_empty(&self) -> bool {
        self.file().is_none() && self.facts().iter().all(|(_, text)| text.is_none())
    }

    /// The draft with the facts of the flags.
    fn stated<'t>(&'t self, draft: Draft<'t>) -> Draft<'t> {
        self.facts().into_iter().fold(draft, |draft, (key, text)| match text {
            Some(text) => draft.state(key, text.as_str()),
            None => draft,
        })
    }
}

/// The facts that pay depends on, all optional: what is left out is averaged over.
#[derive(Debug, Args)]
pub(super) struct ProfileArguments {
    /// Where you live: code or name, in any case [none: the nation]
    #[arg(long, value_name = "STATE")]
    state: Option<String>,
    /// Your area, metropolitan or not: name, part of it, or code
    ///
    /// A part will do when only one area has it: `boston`, or `jackson` with `--state MS`. An area
    /// without a state is in the state that it is filed under, the first of its name.
    #[arg(long, value_name = "AREA")]
    metro: Option<String>,
    /// Where the employer is
    #[arg(long, value_name = "STATE")]
    employer_state: Option<String>,
    /// The area where the employer is
    #[arg(long, value_name = "AREA")]
    employer_metro: Option<String>,
    /// Whose pay scale: employer, residence or national
    #[arg(long, value_name = "SCALE")]
    geo_pay: Option<String>,
    /// Pay level: survey (AAPC members) or oews (all employers)
    ///
    /// Without it: survey where certifications are stated, which it is the evidence on; else oews.
    #[arg(long, value_name = "LEVEL")]
    level: Option<String>,
    /// Certifications you hold: how many, or which, such as CPC,CRC
    #[arg(long, value_name = "N|NAMES", allow_negative_numbers = true)]
    certs: Option<String>,
    /// Years of work in the field, 0 to 60
    #[arg(long, value_name = "YEARS", allow_negative_numbers = true)]
    experience: Option<String>,
    /// What you code or do, such as risk-adjustment or auditing
    #[arg(long, value_name = "NAME")]
    specialty: Option<String>,
    /// Another occupation, such as informatics, manager
    #[arg(long, value_name = "NAME")]
    role: Option<String>,
    /// Whom you work for, such as hospital, physician-office, insurer
    #[arg(long, value_name = "NAME")]
    setting: Option<String>,
    /// Highest schooling: high-school, associate or bachelor
    #[arg(long, value_name = "NAME")]
    education: Option<String>,
    /// Working hours a week, 1 to 80 [none: 40, full-time]
    #[arg(long, value_name = "HOURS", allow_negative_numbers = true)]
    hours: Option<String>,
    /// For a wage or as a contractor: employee or contract
    #[arg(long, value_name = "HOW")]
    employment: Option<String>,
    /// What you bill an hour, as a contractor, in dollars
    #[arg(long, value_name = "DOLLARS", allow_negative_numbers = true)]
    hourly_rate: Option<String>,
    /// Facts from a TOML or JSON file (`-`: standard input); flags win
    ///
    /// The keys are the names of the flags, with underscores.
    #[arg(long, value_name = "FILE")]
    profile: Option<PathBuf>,
}

impl Facts for ProfileArguments {
    fn facts(&self) -> Vec<(Key, &Option<String>)> {
        vec![
            (Key::State, &self.state),
            (Key::Metro, &self.metro),
            (Key::EmployerState, &self.employer_state),
            (Key::EmployerMetro, &self.employer_metro),
            (Key::GeoPay, &self.geo_pay),
            (Key::Level, &self.level),
            (Key::Certs, &self.certs),
            (Key::Experience, &self.experience),
            (Key::Specialty, &self.specialty),
            (Key::Role, &self.role),
            (Key::Setting, &self.setting),
            (Key::Education, &self.education),
            (Key::Hours, &self.hours),
            (Key::Employment, &self.employment),
            (Key::HourlyRate, &self.hourly_rate),
        ]
    }

    fn file(&self) -> Option<&Path> {
        self.profile.as_deref()
    }
}

/// The facts that a career depends on beside pay, all optional: what is left out is as the tables
/// say.
#[derive(Debug, Args)]
#[command(next_help_heading = "Career")]
pub(super) struct CareerArguments {
    /// Where you stand: newcomer, certified, apprentice, coder, specialist
    ///
    /// Without it, as certifications, years of work and specialty say.
    #[arg(long, value_name = "WHERE")]
    standing: Option<String>,
    /// How you take up AI tools: early, average or avoid [none: average]
    #[arg(long, value_name = "HOW")]
    ai: Option<String>,
    /// What you earn now in a year; careers are measured against it
    #[arg(long, value_name = "DOLLARS", allow_negative_numbers = true)]
    current_salary: Option<String>,
    /// What the programme costs
    #[arg(long, value_name = "DOLLARS", allow_negative_numbers = true)]
    tuition: Option<String>,
    /// Which programme: standard or accelerated (12 weeks) [none: standard]
    #[arg(long, value_name = "NAME")]
    program: Option<String>,
    /// How you study: while-working or full-time [none: while working]
    #[arg(long, value_name = "HOW")]
    study: Option<String>,
    /// Role to aim at after the specialty, such as compliance, or none
    ///
    /// auditing, compliance, teaching, informatics, revenue-cycle, contracting or none.
    #[arg(long, value_name = "ROLE")]
    pivot: Option<String>,
    /// Certifications to add: none, 3, or 3/12 (one every 12 months)
    ///
    /// Up to how many, and how many months apart, after the first job. Without it: 3/12.
    #[arg(long, value_name = "PLAN")]
    certs_plan: Option<String>,
    /// How many years to follow, 1 to 40 [none: 10]
    #[arg(long, value_name = "YEARS", allow_negative_numbers = true)]
    horizon: Option<String>,
    /// How many careers to simulate, 100 to 1,000,000 [none: 10,000]
    #[arg(long, value_name = "N", allow_negative_numbers = true, hide_short_help = true)]
    careers: Option<String>,
    /// Which luck the careers draw, a whole number [none: 0]
    #[arg(long, value_name = "N", allow_negative_numbers = true, hide_short_help = true)]
    seed: Option<String>,
    /// How much of a published difference you gain by adding a certification, 0 to 1 [none: 0.5]
    #[arg(long, value_name = "SHARE", allow_negative_numbers = true, hide_short_help = true)]
    causal_share: Option<String>,
    /// In dollars of each year, as prices rise, not in those of now
    #[arg(
        long,
        value_name = "YES|NO",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "yes"
    )]
    nominal: Option<String>,
}

impl CareerArguments {
    /// Each key with its text, if it was typed.
    const fn facts(&self) -> [(Key, &Option<String>); 13] {
        [
            (Key::Standing, &self.standing),
            (Key::Ai, &self.ai),
            (Key::CurrentSalary, &self.current_salary),
            (Key::Tuition, &self.tuition),
            (Key::Program, &self.program),
            (Key::Study, &self.study),
            (Key::Pivot, &self.pivot),
            (Key::CertsPlan, &self.certs_plan),
            (Key::Horizon, &self.horizon),
            (Key::Careers, &self.careers),
            (Key::Seed, &self.seed),
            (Key::CausalShare, &self.causal_share),
            (Key::Nominal, &self.nominal),
        ]
    }
}

/// Who asks for a verdict.
#[derive(Debug, Args)]
#[command(next_help_heading = "You")]
pub(super) struct SeekerArguments {
    /// Stage of life: career-changer, graduate, long-term or remote
    ///
    /// `student`, `security` and other words for them are understood. Without it, all four are
    /// answered in one table.
    #[arg(long, value_name = "STAGE")]
    stage: Option<String>,
    /// How many months you can wait for a first pay, 0 to 120 [none: 18]
    #[arg(long, value_name = "MONTHS", allow_negative_numbers = true)]
    wait: Option<String>,
    /// You work well without being watched: yes, no or unknown
    #[arg(long, value_name = "YES|NO")]
    self_discipline: Option<String>,
    /// You bear doing the same thing again and again
    #[arg(long, value_name = "YES|NO")]
    repetition: Option<String>,
    /// You are willing to keep learning
    #[arg(long, value_name = "YES|NO")]
    learning: Option<String>,
    /// You are at ease with new software
    #[arg(long, value_name = "YES|NO")]
    technology: Option<String>,
    /// You need company at work
    #[arg(long, value_name = "YES|NO")]
    company: Option<String>,
    /// You are at ease with detail
    #[arg(long, value_name = "YES|NO")]
    detail: Option<String>,
    /// You cope with deadlines of 2 to 5 business days
    #[arg(long, value_name = "YES|NO")]
    deadlines: Option<String>,
    /// You can lock a room and a screen away from others
    #[arg(long, value_name = "YES|NO")]
    home_office: Option<String>,
}

impl SeekerArguments {
    /// Each key with its text, if it was typed.
    const fn facts(&self) -> [(Key, &Option<String>); 10] {
        [
            (Key::Stage, &self.stage),
            (Key::Wait, &self.wait),
            (Key::Trait(Trait::SelfDiscipline), &self.self_discipline),
            (Key::Trait(Trait::Repetition), &self.repetition),
            (Key::Trait(Trait::Learning), &self.learning),
            (Key::Trait(Trait::Technology), &self.technology),
            (Key::Trait(Trait::Company), &self.company),
            (Key::Trait(Trait::Detail), &self.detail),
            (Key::Trait(Trait::Deadlines), &self.deadlines),
            (Key::Trait(Trait::HomeOffice), &self.home_office),
        ]
    }
}

/// The facts that a timeline depends on.
#[derive(Debug, Args)]
pub(super) struct TimelineArguments {
    #[command(flatten)]
    pay: ProfileArguments,
    #[command(flatten)]
    career: CareerArguments,
}

impl Facts for TimelineArguments {
    fn facts(&self) -> Vec<(Key, &Option<String>)> {
        let mut facts = self.pay.facts();
        facts.extend(self.career.facts());
        facts
    }

    fn file(&self) -> Option<&Path> {
        self.pay.file()
    }
}

/// What a verdict depends on.
#[derive(Debug, Args)]
pub(super) struct VerdictArguments {
    #[command(flatten)]
    timeline: TimelineArguments,
    #[command(flatten)]
    seeker: SeekerArguments,
    /// Exit with 0 for yes, 10 for conditional, 20 for no
    #[arg(long, help_heading = "Output")]
    pub(super) exit_status: bool,
}

impl Facts for VerdictArguments {
    fn facts(&self) -> Vec<(Key, &Option<String>)> {
        let mut facts = self.timeline.facts();
        facts.extend(self.seeker.facts());
        facts
    }

    fn file(&self) -> Option<&Path> {
        self.timeline.file()
    }
}
