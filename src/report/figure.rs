use crate::quantity::Dollars;

/// A number on its way to a reader. How it is rounded and written is for `render` to say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// An amount, written in whole dollars.
    Dollars(Dollars),
    /// A number without a unit, written for people with so many decimals.
    Number(f64, u8),
    /// A number of years, written without needless decimals.
    Years(f64),
    /// How many.
    Count(u64),
}
