//! What graduates of certificate and associate programs of the field earn and owe, and how other
//! careers with as little schooling compare.

mod college_program;
mod graduate_outcomes;
mod missing_cells;
mod short_careers;
mod study_field;
mod table;

pub use college_program::{Award, CollegeProgram, Control, EarningsYear, ProgramCell};
pub use graduate_outcomes::{GraduateOutcomes, Quartiles};
pub use short_careers::{CareerJob, CareerOutlook, Completers, ShortCareer, ShortCareers};
pub use study_field::StudyField;
pub use table::Programs;
