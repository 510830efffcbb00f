//! Whether the tables can be used, and what in them deserves a look.

use super::claim_kinds::{claim_kind_record, claim_kinds, left_out, left_out_record};
use super::claims::{claim_record, claim_summary, claims};
use super::list::{count, counted};
use crate::data::{
    LeftOut, Message, Problem, TableError, TableErrors, TableView, Tables, Warning, position,
};
use crate::engine::{Agreement, CheckedClaim, CheckedKind};
use crate::report::answer::{Report, WriteJson};
use crate::report::document::{Column, Document, Row, Text};
use crate::report::json::{Json, head, head_without_tables};

/// What is said of a claim from which the model is apart with nothing that states why.
const UNEXPLAINED: &str = "the model says otherwise, and no `why` explains it";

/// What was found in the tables.
#[derive(Clone, Copy, Debug)]
pub struct TableCheck<'a> {
    /// The tables; none when they cannot be used.
    pub tables: Option<&'a Tables>,
    /// The files that are called like no table.
    pub unknown: &'a [Message],
    /// What is wrong.
    pub errors: &'a TableErrors,
    /// Each table that is TOML, as rows and columns.
    pub views: &'a [TableView],
    /// What deserves a look.
    pub warnings: &'a [Warning],
    /// Published claims next to what these tables say; none when they cannot be used.
    pub claims: &'a [CheckedClaim<'a>],
    /// The same by kind.
    pub kinds: &'a [CheckedKind<'a>],
    /// What was published and is left out.
    pub left_out: &'a [LeftOut],
    /// Whether the claims are listed one by one.
    pub detail: ClaimDetail,
}

/// How much is written about the claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimDetail {
    /// How many there are and how they stand.
    Counted,
    /// Each.
    Each,
}

impl TableCheck<'_> {
    /// How many things are wrong.
    #[must_use]
    pub fn findings(&self) -> usize {
        let problems: usize = self.errors.0.iter().map(|error| error.problems.len()).sum();
        problems + self.unknown.len() + self.unexplained().count()
    }

    /// The claims from which the model is apart with nothing that states why.
    fn unexplained(&self) -> impl Iterator<Item = &CheckedClaim<'_>> {
        self.claims.iter().filter(|claim| claim.agreement() == Agreement::Unexplained)
    }

    fn problems(&self) -> impl Iterator<Item = (&TableError, &Problem)> {
        self.errors.0.iter().flat_map(|e| e.problems.iter().map(move |problem| (e, problem)))
    }

    fn rows(&self) -> usize {
        self.views.iter().map(TableView::row_count).sum()
    }

    /// How many problems and warnings a table has.
    fn of_table(&self, name: &str) -> [usize; 2] {
        let errors = self.errors.0.iter().filter(|error| error.table == name);
        let problems: usize = errors.map(|error| error.problems.len()).sum();
        [
            problems + if name == "claims" { self.unexplained().count() } else { 0 },
            self.warnings.iter().filter(|warning| warning.table == name).count(),
        ]
    }
}

impl Report for TableCheck<'_> {
    /// Each error is written next to its place instead.
    fn document(&self) -> Document {
        let mut document = self.tables.map_or_else(Document::default, Document::from_tables);
        let rows = self.views.iter().map(|view| {
            let [problems, warnings] = self.of_table(&view.name);
            let cells = [view.row_count(), problems, warnings].map(|number| count(number).into());
            Row::new(view.name.clone(), view.name.clone(), cells)
        });
        document.table("table", ["rows", "findings", "warnings"].map(Column::same), rows);
        let warnings = self.warnings.iter().map(|Warning { table, row, message }| {
            Text::default().stress("warning").say(format!(": {table}, {row}: {message}"))
        });
        document.list("warning", warnings);
        if let (Some(tables), ClaimDetail::Each) = (self.tables, self.detail) {
            claims(&mut document, tables, self.claims);
            left_out(&mut document, tables, self.left_out);
            claim_kinds(&mut document, self.kinds);
        }
        let unexplained = self.unexplained().map(|claim| {
            let text = format!(": claims, {}: {UNEXPLAINED}", claim.claim.id);
            Text::default().stress("finding").say(text)
        });
        document.list("finding", unexplained);
        if self.tables.is_some() {
            document.prose("claims", claim_summary(self.claims));
        }
        let summary = Text::default()
            .figure(count(self.views.len()))
            .say(" tables, ")
            .figure(count(self.rows()))
            .say(" rows: ")
            .then(counted(self.findings(), "finding"))
            .say(", ")
            .then(counted(self.warnings.len(), "warning"))
            .say(".");
        document.prose("summary", summary);
        document
    }
}

impl WriteJson for TableCheck<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            match self.tables {
                Some(tables) => head(json, "check", tables),
                None => head_without_tables(json, "check"),
            }
            json.array_at("tables", self.views, |json, view| {
                let [problems, warnings] = self.of_table(&view.name);
                json.object(|json| {
                    json.str_at("id", &view.name);
                    json.figure_at("rows", count(view.row_count()));
                    json.figure_at("findings", count(problems));
                    json.figure_at("warnings", count(warnings));
                });
            });
            json.values_at("findings", |json| self.write_findings(json));
            json.array_at("warnings", self.warnings, |json, warning| {
                json.object(|json| {
                    json.str_at("table", &warning.table);
                    json.str_at("row", &warning.row);
                    json.str_at("message", &warning.message);
                });
            });
            json.object_at("summary", |json| {
                json.figure_at("tables", count(self.views.len()));
                json.figure_at("rows", count(self.rows()));
                json.figure_at("findings", count(self.findings()));
                json.figure_at("warnings", count(self.warnings.len()));
            });
            if let (Some(tables), ClaimDetail::Each) = (self.tables, self.detail) {
                json.array_at("claims", self.claims, |json, claim| {
                    claim_record(json, tables, claim);
                });
                json.array_at("claim_kinds", self.kinds, claim_kind_record);
                json.array_at("left_out", self.left_out, |json, left| {
                    left_out_record(json, tables, left);
                });
            }
        });
    }

    /// The claims where they are listed one by one.
    fn write_rows(&self, json: &mut Json<'_>) {
        match (self.tables, self.detail) {
            (Some(tables), ClaimDetail::Each) => {
                for claim in self.claims {
                    claim_record(json, tables, claim);
                }
            }
            _ => self.write(json),
        }
    }
}

impl TableCheck<'_> {
    /// Problems of tables beyond these are counted in the summary.
    const MAX_LISTED: usize = 100;

    fn write_findings(&self, json: &mut Json<'_>) {
        for unknown in self.unknown {
            json.object(|json| {
                json.str_at("message", &unknown.text);
                json.optional_str_at("hint", unknown.hint.as_deref());
            });
        }
        for claim in self.unexplained() {
            json.object(|json| {
                json.plain_str_at("table", "claims");
                json.str_at("row", &claim.claim.id);
                json.str_at("message", UNEXPLAINED);
            });
        }
        for (error, problem) in self.problems().take(Self::MAX_LISTED) {
            let (line, column) = position(&error.text, problem.span.start);
            json.object(|json| {
                json.str_at("table", &error.table);
                json.str_at("file", &error.file);
                json.figure_at("line", count(line));
                json.figure_at("column", count(column));
                json.str_at("message", &problem.message);
                json.optional_str_at("hint", problem.hint.as_deref());
            });
        }
    }
}
