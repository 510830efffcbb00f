//! Reads the facts about work, taxes, career and person, and asks whether they can all be true.

use super::choices::{AiAdoption, CareerStage, Employment, Pivot};
use super::errors::{ProblemCode, Refusal};
use super::facts::Key;
use super::person::Seeker;
use super::plan::{CareerPlan, CertificationPlan, TaxFacts, Work};
use super::resolved::Profile;
use super::resolving::Resolving;
use super::values::{
    Unit, amount, hourly, hours, number, out_of_range, share, whole, yearly, yes_or_no,
};
use crate::data::{CareerSpan, Filing, LocalPlaceError, Message, Quoted, Tables, TaxYear, nearest};
use crate::quantity::{
    CertificationCount, OutOfRange, PlaceCode, PlanInterval, WeeklyHours, WorkStyle,
};

impl Resolving<'_> {
    /// Reads the hours, the contract and the present pay of the work.
    pub(super) fn read_work(&mut self, profile: &mut Profile, tables: &Tables) {
        let stated_hours = self.fact(Key::Hours, hours);
        profile.work = Work {
            hours: stated_hours,
            employment: self.choice(tables, Key::Employment),
            hourly_rate: self.read(Key::HourlyRate, |text| {
                let rate = hourly(text)?;
                if (1.0..=1_000.0).contains(&rate.value.get()) {
                    return Ok(rate);
                }
                Err(out_of_range("the hourly rate must be between 1 and 1,000 dollars", text))
            }),
            pay: self.read(Key::Pay, |text| {
                let pay = yearly(text, stated_hours.unwrap_or(WeeklyHours::FULL_TIME))?;
                if pay.value.get() > 0.0 {
                    return Ok(pay);
                }
                let message = Message::new("a present pay of `0` cannot be compared with others");
                let hint = "leave it out if you earn nothing now".to_owned();
                Err(Refusal(ProblemCode::OutOfRange, message.with_hint(hint)))
            }),
        };
    }

    /// Reads the facts about taxes.
    pub(super) fn read_taxes(&mut self, profile: &mut Profile, tables: &Tables) {
        profile.taxes = TaxFacts {
            take_home: self.fact(Key::TakeHome, yes_or_no).flatten(),
            year: self.choice(tables, Key::TaxYear),
            filing: self.choice(tables, Key::Filing),
            local: None,
            convenience: self.choice(tables, Key::Convenience),
        };
        profile.taxes.local = self.local(profile, tables);
    }

    /// The name of the stated place as the table spells it.
    fn local(&mut self, profile: &Profile, tables: &Tables) -> Option<String> {
        let typed = self.stated(Key::Local)?.text.trim().to_owned();
        let Some(home) = profile.home().filter(|&home| home != PlaceCode::NATION) else {
            let message = Message::new("a local tax needs to know where you live");
            let message = message.with_hint(format!("add `{}`", Key::State.flag()));
            self.report(Key::Local, ProblemCode::MissingFact, message);
            return None;
        };
        let year = profile.taxes.year.unwrap_or(TaxYear::Of2026);
        let filing = profile.taxes.filing.unwrap_or(Filing::Single);
        let error = match tables.taxes.local_rows((year, filing), home, &typed) {
            Ok(rows) => return rows.first().map(|row| row.place.clone()),
            Err(error) => error,
        };
        let here = tables.geography.in_sentence(home);
        let names = tables.taxes.local_names(year, home);
        let (code, text, hint) = match error {
            LocalPlaceError::Elsewhere(state) => {
                let there = tables.geography.in_sentence(state);
                let text = format!("{} is in {there}, and you live in {here}", Quoted(&typed));
                (ProblemCode::Contradiction, text, None)
            }
            LocalPlaceError::OtherFiling => {
                let text = format!("the tax of {} on couples is not in the table", Quoted(&typed));
                (ProblemCode::UnknownName, text, Some("leave it out".to_owned()))
            }
            LocalPlaceError::Unknown => {
                let near = nearest(&typed, names.iter().copied());
                let hint = match near {
                    Some(near) => format!("did you mean `{near}`?"),
                    None if names.is_empty() => "leave it out".to_owned(),
                    None => format!("the places are {}", names.join(", ")),
                };
                let text = format!("no local tax of {} in {here} is known", Quoted(&typed));
                (ProblemCode::UnknownName, text, Some(hint))
            }
        };
        let message = Message { hint, ..Message::new(text) };
        self.report(Key::Local, code, message);
        None
    }

    /// Reads the facts about a career and the person, and checks that they can all be true.
    pub(super) fn read_career(&mut self, profile: &mut Profile, tables: &Tables) {
        profile.plan = CareerPlan {
            career_stage: self.choice(tables, Key::CareerStage),
            ai: self.choice(tables, Key::Ai),
            tuition: self.read(Key::Tuition, amount),
            aid: self.read(Key::Aid, amount),
            remote: self.fact(Key::Remote, yes_or_no).flatten(),
            program: self.choice(tables, Key::Program),
            study: self.choice(tables, Key::Study),
            pivot: self.choice(tables, Key::Pivot),
            certifications: self.fact(Key::CertsPlan, certification_plan),
            horizon: self.read(Key::Horizon, |text| whole(text, Unit::Year)),
            careers: self.fact(Key::Careers, number),
            seed: self.fact(Key::Seed, |text| {
                let seed = text.trim().parse();
                seed.map_err(|_| {
                    out_of_range("the seed must be a whole number between 0 and 4294967295", text)
                })
            }),
            causal_share: self.fact(Key::CausalShare, |text| share("the causal share", text)),
            nominal: self.fact(Key::Nominal, yes_or_no).flatten(),
        };
        let mut seeker = Seeker {
            stage: self.choice(tables, Key::Stage),
            wait: self.read(Key::Wait, |text| whole(text, Unit::Month)),
            ..Seeker::default()
        };
        for style in WorkStyle::ALL {
            seeker = seeker.with(style, self.fact(Key::stating(style), yes_or_no).flatten());
        }
        profile.seeker = seeker;
        self.check_career_stage(profile, tables);
        self.check_pivot(profile, tables);
        self.check_life_stage(profile);
    }

    /// The career stage has to agree with the certifications and years of work.
    fn check_career_stage(&mut self, profile: &Profile, tables: &Tables) {
        let Some(stage) = profile.plan.career_stage else { return };
        let years = profile.experience.map_or(0.0, crate::quantity::Experience::years);
        let count = profile.certifications.map_or(0, CertificationCount::get);
        let longest = tables.career.span(CareerSpan::InOffice).value.high() / 12.0;
        let has_work = (years > 0.0).then(|| {
            let one = (years - 1.0).abs() < f64::EPSILON;
            if one { "a year of work".to_owned() } else { format!("{years} years of work") }
        });
        let has_certifications = (count > 0).then(|| match count {
            1 => "a certification".to_owned(),
            _ => format!("{count} certifications"),
        });
        let name = stage.name();
        let said = |who: &str, has: Option<String>| {
            has.map(|has| format!("{who} does not have {has} yet"))
        };
        let (needs, message) = match stage {
            CareerStage::Newcomer => {
                // One that is named is the goal of the first exam.
                let is_goal = profile.credentials().len() == 1;
                let held = has_certifications.filter(|_| !is_goal);
                (None, said("a newcomer", has_work.or(held)))
            }
            CareerStage::Certified => {
                let uncertified = profile.certifications.is_some() && count == 0;
                let none = uncertified.then(|| {
                    "someone who is certified has more than `0` certifications".to_owned()
                });
                (
                    None,
                    said("someone who is certified and looks for a first job", has_work).or(none),
                )
            }
            CareerStage::Apprentice if years > longest => {
                let message = format!(
                    "an apprenticeship takes at most {longest} years, and `{years}` years of work are stated"
                );
                (None, Some(message))
            }
            CareerStage::Apprentice => (None, None),
            CareerStage::Coder => (profile.experience.is_none().then_some(Key::Experience), None),
            CareerStage::Specialist => {
                (profile.specialty.is_none().then_some(Key::Specialty), None)
            }
        };
        if let Some(needed) = needs.filter(|&key| self.stated(key).is_none()) {
            let what = if needed == Key::Specialty { "a specialty" } else { "years of work" };
            let message = format!("the standing `{name}` needs {what}");
            let hint = format!("add `{}`", needed.flag());
            self.report(
                Key::CareerStage,
                ProblemCode::MissingFact,
                Message::new(message).with_hint(hint),
            );
        }
        if let Some(message) = message {
            let hint =
                "leave `--standing` out: it follows from `--certs` and `--experience`".to_owned();
            self.report(
                Key::CareerStage,
                ProblemCode::Contradiction,
                Message::new(message).with_hint(hint),
            );
        }
    }

    /// A pivot has to lead somewhere, and to be allowed.
    fn check_pivot(&mut self, profile: &Profile, tables: &Tables) {
        let Some(pivot) = profile.plan.pivot.filter(|&pivot| pivot != Pivot::Stay) else { return };
        let name = pivot.name();
        if profile.plan.ai == Some(AiAdoption::Avoid) {
            let message =
                format!("who avoids AI tools does not reach the pivot `{name}` in this model");
            let hint = "leave out `--pivot`, or state `--ai average`".to_owned();
            self.report(
                Key::Pivot,
                ProblemCode::Contradiction,
                Message::new(message).with_hint(hint),
            );
        }
        let works = profile.experience.is_some_and(|years| years.years() > 0.0)
            || matches!(
                profile.plan.career_stage,
                Some(CareerStage::Coder | CareerStage::Specialist)
            );
        let works_there = works
            && profile.specialty.is_some_and(|level| tables.specialties.get(level).id == name);
        let bills =
            pivot == Pivot::Contracting && profile.work.employment == Some(Employment::Contract);
        if works_there || bills {
            let message = format!("`{name}` is what you do already, so it is no pivot");
            let hint = "name another one, or `--pivot none`".to_owned();
            self.report(
                Key::Pivot,
                ProblemCode::Contradiction,
                Message::new(message).with_hint(hint),
            );
        }
    }

    /// A career leads through the field; another occupation can be where it ends.
    pub(super) fn check_role(&mut self, profile: &Profile) {
        let Some(role) = profile.role else { return };
        let name = role.name();
        let message = format!("a career is one of the field, not of the occupation `{name}`");
        let hint = match Pivot::named(name) {
            Some(_) => format!("leave it out; `--pivot {name}` leads there"),
            None => "leave it out; `mbc-calc estimate` answers for it".to_owned(),
        };
        self.report(Key::Role, ProblemCode::Contradiction, Message::new(message).with_hint(hint));
    }

    /// A rate is a contractor's.
    pub(super) fn check_rate(&mut self, profile: &Profile) {
        let contractor = profile.work.employment == Some(Employment::Contract)
            || profile.plan.pivot == Some(Pivot::Contracting);
        if profile.work.hourly_rate.is_some() && !contractor {
            let message = "an hourly rate is what a contractor bills".to_owned();
            let hint =
                "add `--employment contract`; `--hours` changes an employee's pay".to_owned();
            self.report(
                Key::HourlyRate,
                ProblemCode::MissingFact,
                Message::new(message).with_hint(hint),
            );
        }
    }
}

/// `path`, `none`, `3`, or `3/12`: up to three, one every twelve months.
fn certification_plan(text: &str) -> Result<CertificationPlan, Refusal> {
    let typed = text.trim().to_lowercase();
    if typed == "path" {
        return Ok(CertificationPlan::Path);
    }
    let (up_to, every) =
        typed.split_once('/').map_or((typed.as_str(), None), |(n, m)| (n, Some(m)));
    let up_to = if up_to == "none" { "0" } else { up_to.trim() };
    let wrong = |error: OutOfRange| {
        let Refusal(code, message) = out_of_range(error, text);
        let hint = "write `path`, `none`, `3`, or `3/12` for up to three, one every 12 months";
        Refusal(code, message.with_hint(hint.to_owned()))
    };
    let up_to = up_to.parse().map_err(wrong)?;
    let every = every.map_or(Ok(PlanInterval::YEAR), |months| months.trim().parse());
    Ok(CertificationPlan::Every { up_to, every: every.map_err(wrong)? })
}
