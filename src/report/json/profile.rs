//! The facts of a profile in the JSON contract: what was stated, as it was understood.

use super::sink::{Keyed as _, Sink};
use crate::data::{Locality, Occupation, Tables};
use crate::profile::{
    AiAdoption, CareerPlan, CareerStage, CertificationPlan, Employment, GeoPay, Key, PayLevel,
    Pivot, Profile, Program, Seeker, Study, Work,
};
use crate::quantity::{PlaceCode, WorkStyle};
use crate::report::document::Figure;

/// The facts that were stated, as they were understood; a file can state them so again.
pub(crate) fn stated(sink: &mut impl Sink, tables: &Tables, profile: &Profile) {
    sink.optional_word_at("state", profile.home().as_ref().map(PlaceCode::as_str));
    area_at(sink, "metro", tables, profile.home_locality());
    sink.optional_word_at("employer_state", profile.employer().as_ref().map(PlaceCode::as_str));
    area_at(sink, "employer_metro", tables, profile.employer_locality());
    sink.optional_word_at("geo_pay", profile.stated_geo_pay().map(GeoPay::name));
    sink.optional_word_at("level", profile.stated_level().map(PayLevel::name));
    if let Some(count) = profile.certifications() {
        sink.count_at("certs", u32::from(count.get()));
    }
    if !profile.credentials().is_empty() {
        sink.list_at("credentials", profile.credentials(), |sink, &held| {
            sink.text(&tables.credentials.get(held).id);
        });
    }
    if let Some(years) = profile.experience() {
        sink.figure_at("experience", Figure::Years(years.years()));
    }
    let specialty = profile.specialty().map(|i| tables.specialties.get(i).id.as_str());
    sink.optional_text_at("specialty", specialty);
    sink.optional_word_at("role", profile.role().map(Occupation::name));
    let setting = profile.setting().map(|i| tables.settings.get(i).id.as_str());
    sink.optional_text_at("setting", setting);
    let education = profile.education().map(|i| tables.education.get(i).id.as_str());
    sink.optional_text_at("education", education);
    work(sink, profile.work());
    plan(sink, profile.plan());
    seeker(sink, profile.seeker());
}

/// The code of an area, where one is stated.
fn area_at(sink: &mut impl Sink, key: &'static str, tables: &Tables, at: Option<Locality>) {
    if let Some(area) = at.and_then(|at| at.area(tables)) {
        sink.text_at(key, &area.code.to_string());
    }
}

fn work(sink: &mut impl Sink, work: &Work) {
    if let Some(hours) = work.hours {
        sink.number_at(Key::Hours.name(), hours.get());
    }
    sink.optional_word_at(Key::Employment.name(), work.employment.map(Employment::name));
    if let Some(rate) = work.hourly_rate {
        sink.figure_at(Key::HourlyRate.name(), Figure::Cents(rate));
    }
}

fn plan(sink: &mut impl Sink, plan: &CareerPlan) {
    sink.optional_word_at(Key::CareerStage.name(), plan.career_stage.map(CareerStage::name));
    sink.optional_word_at(Key::Ai.name(), plan.ai.map(AiAdoption::name));
    for (key, amount) in [(Key::CurrentSalary, plan.current_salary), (Key::Tuition, plan.tuition)] {
        if let Some(amount) = amount {
            sink.figure_at(key.name(), Figure::Dollars(amount));
        }
    }
    sink.optional_word_at(Key::Program.name(), plan.program.map(Program::name));
    sink.optional_word_at(Key::Study.name(), plan.study.map(Study::name));
    sink.optional_word_at(Key::Pivot.name(), plan.pivot.map(Pivot::name));
    if let Some(CertificationPlan { up_to, every }) = plan.certifications {
        sink.text_at(Key::CertsPlan.name(), &format!("{}/{}", up_to.get(), every.get()));
    }
    let counts = [
        (Key::Horizon, plan.horizon.map(crate::quantity::Horizon::get)),
        (Key::Careers, plan.careers.map(crate::quantity::CareerCount::get)),
        (Key::Seed, plan.seed),
    ];
    for (key, count) in counts {
        if let Some(count) = count {
            sink.count_at(key.name(), count);
        }
    }
    if let Some(share) = plan.causal_share {
        sink.number_at(Key::CausalShare.name(), share.get());
    }
    if let Some(nominal) = plan.nominal {
        sink.truth_at(Key::Nominal.name(), nominal);
    }
}

fn seeker(sink: &mut impl Sink, seeker: &Seeker) {
    sink.optional_word_at(Key::Stage.name(), seeker.stage.map(crate::quantity::LifeStage::name));
    if let Some(wait) = seeker.wait {
        sink.count_at(Key::Wait.name(), wait.get());
    }
    for style in WorkStyle::ALL {
        if let Some(has) = seeker.has(style) {
            sink.truth_at(style.name(), has);
        }
    }
}
