//! The examples at the head of `-h`, each a command that works as written.

pub(super) const EXAMPLES: &str = "\
Examples:
  mbc-calc verdict --state OH --pay 31000
  mbc-calc estimate --state MS --employer-state MA --certs 3";

pub(super) const ESTIMATE_EXAMPLES: &str = "\
Examples:
  mbc-calc estimate --state MS --employer-state MA --certs 3
  mbc-calc estimate --state OH --specialty auditing --experience 8
  mbc-calc estimate --profile me.toml --field pay.p50";

pub(super) const TAKE_HOME_EXAMPLES: &str = "\
Examples:
  mbc-calc take-home --state MS --employer-state MA --certs 3
  mbc-calc take-home --state MD --local Montgomery --pay 60000 --filing joint
  mbc-calc take-home --state OH --employment contract --hourly-rate 45";

pub(super) const TIMELINE_EXAMPLES: &str = "\
Examples:
  mbc-calc timeline --state MS --employer-state MA --pay 31000
  mbc-calc timeline --state OH --certs 1 --experience 3 --pivot compliance --horizon 15
  mbc-calc timeline --profile me.toml --field break_even.p50";

pub(super) const VERDICT_EXAMPLES: &str = "\
Examples:
  mbc-calc verdict --state OH --pay 31000
  mbc-calc verdict --stage career-changer --state OH --pay 31000 --wait 18 --learning yes
  mbc-calc verdict --stage remote --profile me.toml --exit-status";

pub(super) const ASK_EXAMPLES: &str = "\
Examples:
  mbc-calc ask
  mbc-calc ask --answers answers.txt --format json";

pub(super) const PLAN_EXAMPLES: &str = "\
Examples:
  mbc-calc plan --state TX --certs CPC --experience 4 --specialty outpatient --pay 52000
  mbc-calc plan --state OH --certs CPC --experience 3 --pay 45000 --target 60000
  mbc-calc plan --state OH --pay 31000 --by credential";

pub(super) const EXPLAIN_EXAMPLES: &str = "\
Examples:
  mbc-calc explain --state MS --employer-state MA --certs 3
  mbc-calc explain take-home --state MS --employer-state MA --pay 81227
  mbc-calc explain CPC
  mbc-calc explain \"risk adjustment\"";

pub(super) const RANK_EXAMPLES: &str = "\
Examples:
  mbc-calc rank --by employer-state --state MS --certs 3
  mbc-calc rank --by specialty --state OH --certs 1 --top 20
  mbc-calc rank --by career --state OH --sort growth";

pub(super) const REPORT_EXAMPLES: &str = "\
Examples:
  mbc-calc report --state OH --pay 31000 --output report.html
  mbc-calc report --profile me.toml -o report.html";

pub(super) const REPLAY_EXAMPLES: &str = "\
Examples:
  mbc-calc estimate --state OH --certs 1 --json --output answer.json
  mbc-calc replay answer.json";

pub(super) const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  mbc-calc completions bash > ~/.local/share/bash-completion/completions/mbc-calc
  mbc-calc completions zsh > ~/.zfunc/_mbc-calc
  mbc-calc completions fish > ~/.config/fish/completions/mbc-calc.fish";

pub(super) const MAN_EXAMPLES: &str = "\
Examples:
  mbc-calc man | man -l -
  mbc-calc man estimate --output mbc-calc-estimate.1";

pub(super) const COMPARE_EXAMPLES: &str = "\
Examples:
  mbc-calc compare --state MS --certs 1 --vs certs=3 --vs employer-state=MA,certs=3
  mbc-calc compare --timeline --state OH --vs study=full-time --vs ai=early
  mbc-calc compare --profiles people.csv";

pub(super) const BATCH_EXAMPLES: &str = "\
Examples:
  mbc-calc batch clients.csv --output answers.csv
  mbc-calc batch clients.csv --columns \"Employee State=state,Yrs=experience\" --certs 1
  mbc-calc batch clients.csv --group-by state --sum count,pay.p50";

pub(super) const DATA_EXAMPLES: &str = "\
Examples:
  mbc-calc data list
  mbc-calc data show salaries MS
  mbc-calc data sources
  mbc-calc data export mine salaries
  mbc-calc data diff mine";

pub(super) const HELP_EXAMPLES: &str = "\
Examples:
  mbc-calc help verdict
  mbc-calc help data show";

pub(super) const VERSION_EXAMPLES: &str = "\
Examples:
  mbc-calc version";
