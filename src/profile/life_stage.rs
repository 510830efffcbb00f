//! Which stages of life fit a person: who works in the field is no beginner, and who does not is no coder.

use super::errors::ProblemCode;
use super::facts::Key;
use super::resolved::Profile;
use super::resolving::Resolving;
use crate::data::Message;
use crate::quantity::LifeStage;

impl Profile {
    /// Whether a stage of life fits the facts: a career changer and a graduate do not work in the field
    /// yet, a coder does; long-term security and remote work may be sought by anyone.
    ///
    /// ```
    /// use mbc_calc::{profile::Profile, quantity::LifeStage};
    /// assert!(Profile::default().fits(LifeStage::Graduate));
    /// assert!(!Profile::default().fits(LifeStage::Coder));
    /// ```
    #[must_use]
    pub fn fits(&self, stage: LifeStage) -> bool {
        match stage {
            LifeStage::CareerChanger | LifeStage::Graduate => !self.works_in_the_field(),
            LifeStage::Coder => self.works_in_the_field(),
            LifeStage::LongTerm | LifeStage::Remote => true,
        }
    }
}

impl Resolving<'_> {
    /// A stated stage of life has to fit the other facts.
    pub(super) fn check_life_stage(&mut self, profile: &Profile) {
        let Some(stage) = profile.seeker.stage.filter(|&stage| !profile.fits(stage)) else {
            return;
        };
        let name = stage.name();
        let message = if stage == LifeStage::Coder {
            Message::new(format!(
                "a `{name}` works in the field already, and no years of work are stated"
            ))
            .with_hint(
                "add `--experience`, or ask as career-changer, graduate, long-term or remote"
                    .to_owned(),
            )
        } else {
            Message::new(format!("someone who works in the field already is no `{name}`"))
                .with_hint("ask as coder; long-term and remote fit too".to_owned())
        };
        self.report(Key::Stage, ProblemCode::Contradiction, message);
    }
}
