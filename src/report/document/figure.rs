use crate::quantity::{Change, Dollars, Share};

/// A number on its way to a reader. How it is rounded and written is for `render` to say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// An amount, written in whole dollars.
    Dollars(Dollars),
    /// How much more the second amount is than the first, written with its sign and in agreement
    /// with both amounts as they are written.
    Difference {
        /// The amount to compare with.
        from: Dollars,
        /// The amount compared.
        to: Dollars,
    },
    /// How far two amounts are apart, written in agreement with both as they are written.
    Apart {
        /// One amount.
        from: Dollars,
        /// The other.
        to: Dollars,
    },
    /// A part of a difference, written with its sign in whole dollars.
    Change(Change),
    /// A change in percent, written for people with its sign and one decimal.
    Percent(f64),
    /// A number without a unit, written for people with so many decimals.
    Number(f64, u8),
    /// A number of years, written without needless decimals.
    Years(f64),
    /// A number of months, written for people in years where they are many.
    Months(u32),
    /// How many months later, below 0 sooner, written for people with its sign.
    MonthsLater(i32),
    /// A part of a whole, written for people in percent.
    Share(Share),
    /// An amount a year, written for people to the nearest $500 or so.
    About(Dollars),
    /// An amount an hour, written for people to the nearest half dollar.
    AboutHourly(Dollars),
    /// An amount, written in dollars and cents.
    Cents(Dollars),
    /// How many.
    Count(u64),
}
