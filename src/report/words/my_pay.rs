use crate::engine::MyPay;
use crate::report::document::{Figure, Text};

/// The place of a stated pay among people like the one described, in one line.
pub(crate) fn my_pay(mine: &MyPay) -> Text {
    let text = Text::words("Your pay of ").dollars(mine.amount);
    match mine.rank.beyond {
        None => text
            .say(" is above ")
            .figure(Figure::Count(mine.rank.of_hundred().into()))
            .say(" of 100 people like you."),
        Some(times) => {
            let side = if times < 1.0 { " is below 99 of" } else { " is above 99 of" };
            text.say(side)
                .say(" 100 people like you: it is ")
                .number(times, 2)
                .say(" times the pay at that rank, the last that we read.")
        }
    }
}
