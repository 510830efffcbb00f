use crate::data::Claim;
use crate::quantity::{Dollars, PlaceCode};

/// A claim and what the model says.
#[derive(Clone, Debug)]
pub struct CheckedClaim<'c> {
    /// The claim.
    pub claim: &'c Claim,
    /// What the model says, or why it says nothing.
    pub outcome: Result<ClaimOutcome, String>,
}

/// What the model says where a claim says something.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimOutcome {
    /// The model's own figure.
    pub model: ModelSays,
    /// How far it is from the nearest end of what was published, as a share of that; of an order
    /// minus the share of the named places that are elsewhere. 0 within a range.
    pub difference: f64,
    /// The shares by which the model is above the middle of what was published, or below where they
    /// are negative: one, of graduates one a place, none of an order or where only a least was published.
    pub biases: Vec<f64>,
    /// Whether that is within the tolerance; of a posted pay, whether its middle is between the 10th
    /// and the 90th percentile of the model.
    pub agrees: bool,
}

/// A figure of the model.
#[derive(Clone, Debug, PartialEq)]
pub enum ModelSays {
    /// Dollars a year.
    Pay(Dollars),
    /// Dollars a year: the 10th, the 50th and the 90th percentile.
    Range([Dollars; 3]),
    /// How many times.
    Ratio(f64),
    /// What graduates earn, in the nation and by state.
    Graduates {
        /// The rank correlation of the states.
        correlation: f64,
        /// The nation, then the states that have figures of their own.
        places: Vec<GraduatePay>,
    },
    /// The places at that end, the outermost first: as many as were named.
    Order(Vec<PlaceCode>),
}

/// What graduates of certificate programs earn at a place, in dollars a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GraduatePay {
    /// The place.
    pub place: PlaceCode,
    /// The published median four years on.
    pub published: Dollars,
    /// The median of the model for all who finish training, in the field or not, in the year with the
    /// 48th month after it.
    pub model: Dollars,
}

impl GraduatePay {
    /// The share by which the model is above what is published, or below where it is negative.
    #[must_use]
    pub fn bias(&self) -> f64 {
        self.model.get() / self.published.get() - 1.0
    }
}

/// Whether a claim and the model agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// They agree within the tolerance.
    Agrees,
    /// They do not, and the claim states why.
    Explained,
    /// They do not, or the model cannot say, and nothing states why.
    Unexplained,
}

impl CheckedClaim<'_> {
    /// How the claim and the model stand to each other.
    #[must_use]
    pub fn agreement(&self) -> Agreement {
        match &self.outcome {
            Ok(ClaimOutcome { agrees: true, .. }) => Agreement::Agrees,
            _ if self.claim.why.is_some() => Agreement::Explained,
            _ => Agreement::Unexplained,
        }
    }
}
