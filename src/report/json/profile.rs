//! The facts of a profile in the JSON contract: what was stated, as it was understood.

use super::writer::Json;
use crate::data::{Filing, Locality, Occupation, Tables, TaxYear};
use crate::profile::{
    AiAdoption, CareerPlan, CareerStage, CertificationPlan, ConvenienceRule, Employment, GeoPay,
    Key, PayLevel, Pivot, Profile, Program, Seeker, Study, TaxFacts, Work,
};
use crate::quantity::{PlaceCode, WorkStyle};
use crate::report::document::Figure;

/// The facts that were stated, as they were understood; a file can state them so again.
pub(crate) fn stated(json: &mut Json<'_>, tables: &Tables, profile: &Profile) {
    json.optional_plain_str_at("state", profile.home().as_ref().map(PlaceCode::as_str));
    area_at(json, "metro", tables, profile.home_locality());
    for key in [Key::City, Key::Zip, Key::County] {
        json.optional_str_at(key.name(), profile.home_name(key));
    }
    json.optional_plain_str_at(
        "employer_state",
        profile.employer().as_ref().map(PlaceCode::as_str),
    );
    area_at(json, "employer_metro", tables, profile.employer_locality());
    json.optional_plain_str_at("geo_pay", profile.stated_geo_pay().map(GeoPay::name));
    json.optional_plain_str_at("level", profile.stated_level().map(PayLevel::name));
    if let Some(count) = profile.certifications() {
        json.count_at("certs", u32::from(count.get()));
    }
    if !profile.credentials().is_empty() {
        json.array_at("credentials", profile.credentials(), |json, &held| {
            json.str(&tables.credentials.get(held).id);
        });
    }
    if let Some(years) = profile.stated_experience() {
        json.figure_at("experience", Figure::Years(years.years()));
    }
    let specialty = profile.stated_specialty().map(|i| tables.specialties.get(i).id.as_str());
    json.optional_str_at("specialty", specialty);
    json.optional_plain_str_at("role", profile.role().map(Occupation::name));
    let setting = profile.setting().map(|i| tables.settings.get(i).id.as_str());
    json.optional_str_at("setting", setting);
    let education = profile.education().map(|i| tables.education.get(i).id.as_str());
    json.optional_str_at("education", education);
    work(json, profile.work());
    taxes(json, profile.taxes());
    plan(json, profile.plan());
    seeker(json, profile.seeker());
}

/// The code of an area, where one is stated.
fn area_at(json: &mut Json<'_>, key: &'static str, tables: &Tables, at: Option<Locality>) {
    if let Some(area) = at.and_then(|at| at.area(tables)) {
        json.str_at(key, &area.code.to_string());
    }
}

fn work(json: &mut Json<'_>, work: &Work) {
    if let Some(hours) = work.hours {
        json.number_at(Key::Hours.name(), hours.get());
    }
    json.optional_plain_str_at(Key::Employment.name(), work.employment.map(Employment::name));
    if let Some(rate) = work.hourly_rate {
        json.figure_at(Key::HourlyRate.name(), Figure::Cents(rate));
    }
    if let Some(pay) = work.pay {
        json.figure_at(Key::Pay.name(), Figure::Dollars(pay));
    }
}

fn taxes(json: &mut Json<'_>, taxes: &TaxFacts) {
    if let Some(is_asked) = taxes.take_home {
        json.bool_at(Key::TakeHome.name(), is_asked);
    }
    json.optional_plain_str_at(Key::TaxYear.name(), taxes.year.map(TaxYear::name));
    json.optional_plain_str_at(Key::Filing.name(), taxes.filing.map(Filing::name));
    json.optional_str_at(Key::Local.name(), taxes.local.as_deref());
    let convenience = taxes.convenience.map(ConvenienceRule::name);
    json.optional_plain_str_at(Key::Convenience.name(), convenience);
}

fn plan(json: &mut Json<'_>, plan: &CareerPlan) {
    json.optional_plain_str_at(Key::CareerStage.name(), plan.career_stage.map(CareerStage::name));
    json.optional_plain_str_at(Key::Ai.name(), plan.ai.map(AiAdoption::name));
    for (key, amount) in [(Key::Tuition, plan.tuition), (Key::Aid, plan.aid)] {
        if let Some(amount) = amount {
            json.figure_at(key.name(), Figure::Dollars(amount));
        }
    }
    json.optional_plain_str_at(Key::Program.name(), plan.program.map(Program::name));
    json.optional_plain_str_at(Key::Study.name(), plan.study.map(Study::name));
    json.optional_plain_str_at(Key::Pivot.name(), plan.pivot.map(Pivot::name));
    if let Some(from_home) = plan.remote {
        json.bool_at(Key::Remote.name(), from_home);
    }
    match plan.certifications {
        None => {}
        Some(CertificationPlan::Path) => json.plain_str_at(Key::CertsPlan.name(), "path"),
        Some(CertificationPlan::Every { up_to, every }) => {
            json.str_at(Key::CertsPlan.name(), &format!("{}/{}", up_to.get(), every.get()));
        }
    }
    let counts = [
        (Key::Horizon, plan.horizon.map(crate::quantity::Horizon::get)),
        (Key::Careers, plan.careers.map(crate::quantity::CareerCount::get)),
        (Key::Seed, plan.seed),
    ];
    for (key, count) in counts {
        if let Some(count) = count {
            json.count_at(key.name(), count);
        }
    }
    if let Some(share) = plan.causal_share {
        json.number_at(Key::CausalShare.name(), share.get());
    }
    if let Some(nominal) = plan.nominal {
        json.bool_at(Key::Nominal.name(), nominal);
    }
}

fn seeker(json: &mut Json<'_>, seeker: &Seeker) {
    json.optional_plain_str_at(
        Key::Stage.name(),
        seeker.stage.map(crate::quantity::LifeStage::name),
    );
    if let Some(wait) = seeker.wait {
        json.count_at(Key::Wait.name(), wait.get());
    }
    for style in WorkStyle::ALL {
        if let Some(has) = seeker.has(style) {
            json.bool_at(style.name(), has);
        }
    }
}
