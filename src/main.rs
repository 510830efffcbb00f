//! Arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    mbc_calc::cli::run()
}
