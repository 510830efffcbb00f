//! What the program says when it is asked nothing.

/// One sentence, three questions, and where to read on.
pub(super) const WELCOME: &str = "\
mbc-calc answers, offline and with sources, what a career in medical billing and coding pays.

Is it worth it for me?
  mbc-calc verdict --state OH --pay 31000

What would I earn?
  mbc-calc estimate --state OH --certs 1 --experience 2

What is left after taxes, if I live in one state and my employer is in another?
  mbc-calc take-home --state MS --employer-state MA --certs 3

Read on: `mbc-calc help` lists all commands, `mbc-calc help verdict` explains one.
";
