//! The model and the program, asked from outside: one binary, so that it is linked once.

#[cfg(unix)]
mod answer_first;
mod any_profile;
mod batch;
mod career;
mod claims;
mod compare;
mod data_command;
mod docs;
mod explain_replays;
#[cfg(target_os = "linux")]
mod faults;
mod formats;
mod guide;
mod inputs;
mod manners;
mod model_cases;
mod model_laws;
mod own_tables;
mod page;
mod places;
mod plan;
mod programs;
mod rank;
mod readability;
mod replay;
mod shell;
mod support;
mod tax;
#[cfg(unix)]
mod terminal;
mod verdict;
mod worst_inputs;
