//! Everything about one person on a page: each part is that of the answer of its own command, with
//! its picture.

mod pay;
mod scale;
mod tiles;
mod tornado;
mod years;

use crate::data::SourceIndex;
use crate::engine::{
    Estimate, ProgramRanking, Ranking, TakeHomeAnswer, TakeHomeError, Timeline, Verdict,
};
use crate::profile::Asked;
use crate::report::answer::Report;
use crate::report::document::{Block, Document, Text};
use crate::report::words::unused;

/// The answers that a page is made of, all to one question.
#[derive(Debug)]
pub(crate) struct Page<'t> {
    /// What one would earn.
    pub estimate: Estimate<'t>,
    /// What is left of it, or why that is not known.
    pub take_home: Result<TakeHomeAnswer<'t>, TakeHomeError>,
    /// How the career unfolds, with how much each assumption matters.
    pub timeline: Timeline<'t>,
    /// Whether it is worth it: for the stage of life that is stated, or those that fit.
    pub verdicts: Vec<Verdict<'t>>,
    /// Every home state by what the pay buys.
    pub states: Ranking<'t>,
    /// The programs at home, where a home is stated.
    pub programs: Option<ProgramRanking<'t>>,
}

impl Page<'_> {
    /// The page: the answer first, then a part for each question.
    pub(crate) fn document(&self) -> Document {
        let mut page = Document::default();
        let estimate = self.estimate.document().brief();
        let timeline = self.timeline.document();
        page.append(estimate.only(&["answer", "contract_rate"]));
        page.append(timeline.only(&["who", "own_tables"]));
        page.prose("unused", unused(&self.estimate.profile, Asked::Page));
        self.verdict(&mut page);
        self.pay(&mut page, &estimate);
        self.left(&mut page);
        self.years(&mut page, &timeline);
        self.states(&mut page);
        self.programs(&mut page);
        self.sources(&mut page);
        page
    }

    fn pay(&self, page: &mut Document, estimate: &Document) {
        page.heading("What you would earn");
        page.picture(pay::scales(&self.estimate));
        page.prose(
            "scales_meaning",
            "The wide bar is eight in ten people, the darker part the half in the middle, the line the median.",
        );
        page.append(estimate.only(&["my_pay", "home_value_line", "doubt", "assumed", "scale"]));
    }

    fn left(&self, page: &mut Document) {
        page.heading("What is left after taxes");
        match &self.take_home {
            Ok(answer) => {
                page.picture(pay::take_home(&answer.after_tax));
                let ids = ["take_home", "two_states", "left_out_in_short", "part"];
                page.append(answer.document().brief().only(&ids));
            }
            Err(why) => page.prose("take_home_missing", format!("This is not shown: {why}.")),
        }
    }

    fn years(&self, page: &mut Document, timeline: &Document) {
        page.heading("Pay by year");
        if let Some(fan) = years::fan(&self.timeline) {
            page.picture(fan);
        }
        page.append(timeline.only(&["answer", "inflation"]).renamed("career"));
        years::pay_by_year(page, &self.timeline);
        page.heading("The steps, with their odds");
        if let Some(steps) = years::steps(&self.timeline) {
            page.picture(steps);
        }
        page.prose(
            "steps_meaning",
            "Of those who get there, one in ten are there by the left end of the bar, half by the line, nine in ten \
             by the right end.",
        );
        page.append(timeline.only(&["milestone"]));
        page.heading("When it has paid off");
        if let Some(ahead) = years::break_even(&self.timeline) {
            page.picture(ahead);
        }
        page.append(timeline.only(&["break_even"]));
        years::ahead_by_year(page, &self.timeline);
        if let Some(tornado) = tornado::tornado(&self.timeline) {
            page.heading("What the gain depends on");
            page.picture(tornado);
            page.prose("tornado_meaning", tornado::center(&self.timeline).unwrap_or_default());
            page.append(timeline.only(&["sensitivity"]));
        }
    }

    fn states(&self, page: &mut Document) {
        if let Some(map) = tiles::map(&self.states) {
            page.heading("Where the pay buys most");
            page.picture(map);
            page.append(
                self.states.document().brief().only(&["answer", "here", "level"]).renamed("map"),
            );
        }
    }

    fn verdict(&self, page: &mut Document) {
        page.heading("Is it worth it?");
        let answers = match self.verdicts.as_slice() {
            [one] => one.document().brief(),
            _ => self.verdicts.document().brief(),
        };
        let ids = [
            "answers",
            "answer",
            "reason",
            "verdict",
            "open",
            "also_open",
            "flip",
            "next_step",
            "doubt",
        ];
        page.append(answers.only(&ids).renamed("verdict"));
    }

    fn programs(&self, page: &mut Document) {
        let Some(programs) = &self.programs else { return };
        if programs.programs.shown().is_empty() {
            return;
        }
        page.heading("Programs in your state");
        page.append(programs.document().brief().only(&["answer"]).renamed("programs"));
        let items = programs.programs.shown().iter().map(|ranked| {
            let program = ranked.row;
            let text = Text::default()
                .stress(program.institution.clone())
                .say(format!(" ({}): ", program.award.name()))
                .dollars(ranked.value)
                .say(" a year");
            match program.debt {
                Some(debt) => text.say(", who owe ").dollars(debt).say(" in the middle."),
                None => text.say("."),
            }
        });
        page.list("program", items);
        page.append(programs.document().brief().only(&["caution"]).renamed("programs"));
        page.prose("program_meaning", "Earnings are those of the fourth year after graduation.");
    }

    /// The sources of all parts and the date of the tables.
    fn sources(&self, page: &mut Document) {
        let tables = self.estimate.tables;
        let mut all: Vec<SourceIndex> = self.estimate.sources.clone();
        all.extend(self.timeline.sources.iter().copied());
        all.extend(self.verdicts.iter().flat_map(|verdict| verdict.sources.iter().copied()));
        all.sort_unstable();
        all.dedup();
        let mut named: Vec<String> = Vec::new();
        for index in all {
            let source = tables.sources.get(index);
            let publisher = match source.publisher.as_str() {
                "not known" => String::new(),
                publisher => format!("{publisher}, "),
            };
            let name = format!("{publisher}{} ({})", source.title, source.as_of);
            if !named.contains(&name) {
                named.push(name);
            }
        }
        page.heading("Where this comes from");
        page.prose("sources", format!("{}.", named.join("; ")));
        page.prose(
            "edition",
            Text::words(format!(
                "Made by mbc-calc {} from its tables of {}. An estimate, not a job offer and not advice on taxes. ",
                env!("CARGO_PKG_VERSION"),
                tables.edition
            ))
            .say("Every number, its source and its address: `mbc-calc estimate --details` with the same facts."),
        );
    }
}

impl Document {
    /// The blocks with names of their own on a page that has several answers.
    fn renamed(mut self, to: &'static str) -> Self {
        for block in &mut self.0 {
            if let Block::Prose { id, .. } = block {
                *id = to;
            }
        }
        self
    }
}
