//! A page in headless Chromium, where that is installed: no message, no request, at most two sheets of
//! paper, and nothing that axe-core objects to, where that is installed too.

#![expect(clippy::disallowed_methods, reason = "a browser reads files")]
#![expect(clippy::print_stderr, reason = "what is not tested is said")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use super::{PEOPLE, page};
use crate::support::answer;

/// Where `.ci/run` installs axe-core.
const AXE: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/target/axe/node_modules/axe-core/axe.min.js");

/// Whether there is a browser; where there is none, why nothing is tested.
fn there_is_a_browser() -> bool {
    let found = Command::new("chromium").arg("--version").output().is_ok();
    if !found {
        eprintln!("`chromium` is not installed: the page is not opened in a browser");
    }
    found
}

/// Opens a file in a browser of its own with these flags.
fn opened(folder: &Path, file: &Path, flags: &[&str]) -> Output {
    let profile = format!("--user-data-dir={}", folder.join("profile").display());
    let always = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        "--enable-logging=stderr",
        "--v=0",
        &profile,
    ];
    let mut command = Command::new("timeout");
    command.arg("60").arg("chromium").args(always).args(flags);
    command.arg(format!("file://{}", file.display())).output().expect("the browser starts")
}

/// The lines of the console, which the browser prints among its own.
fn console(output: &Output) -> Vec<String> {
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    text.lines().filter(|line| line.contains("CONSOLE")).map(str::to_owned).collect()
}

/// How many pages a PDF has.
fn sheets(pdf: &Path) -> usize {
    let bytes = fs::read(pdf).expect("the browser printed");
    let text = String::from_utf8_lossy(&bytes);
    text.matches("/Type /Page").count() - text.matches("/Type /Pages").count()
}

#[test]
fn a_browser_has_nothing_to_say_and_prints_two_sheets_at_most() {
    if !there_is_a_browser() {
        return;
    }
    for person in [PEOPLE[0], PEOPLE[3]] {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let text = page(person);
        for (paper, style) in [
            ("letter", "@page { size: letter; margin: 10mm; }"),
            ("A4", "@page { size: A4; margin: 10mm; }"),
        ] {
            let sized = text.replace("@page { margin: 10mm; }", style);
            assert_ne!(sized, text, "{paper}");
            let (file, pdf) = (folder.path().join("page.html"), folder.path().join("page.pdf"));
            fs::write(&file, sized).expect("a file can be written");
            let print = format!("--print-to-pdf={}", pdf.display());
            let output = opened(folder.path(), &file, &["--no-pdf-header-footer", &print]);
            assert_eq!(console(&output), [""; 0], "{person}");
            let sheets = sheets(&pdf);
            assert!((1..=2).contains(&sheets), "{person}: {sheets} sheets of {paper}");
        }
    }
}

/// Counts what was loaded beyond the page, and asks axe-core, where there is one, what it objects to.
const PROBE: &str = "<script>
addEventListener('load', async () => {
  const found = ['requests: ' + performance.getEntriesByType('resource').length];
  if (window.axe) {
    const result = await axe.run(document);
    for (const one of result.violations)
      for (const node of one.nodes) found.push('violation: ' + one.id + ' ' + node.html.slice(0, 120));
    found.push('rules: ' + result.passes.length);
  }
  document.body.textContent = found.join(' ~ ') + ' ~ end';
});
</script></body>";

#[test]
fn a_page_asks_for_nothing_and_axe_finds_no_violation() {
    if !there_is_a_browser() {
        return;
    }
    let axe = fs::read_to_string(AXE).unwrap_or_default();
    if axe.is_empty() {
        eprintln!("axe-core is not installed: it is not asked");
    }
    let ranking = answer("rank --by state --certs 3 --format html".split(' '));
    let compared = answer("compare --state MS --vs certs=3 --format html".split(' '));
    for (name, text) in [
        ("page", page(PEOPLE[0])),
        ("all stages", page(PEOPLE[3])),
        ("rank", ranking),
        ("compare", compared),
    ] {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        // A script may run in this copy, and every part of it is open.
        let text = text.replace("default-src 'none'", "default-src 'unsafe-inline' 'unsafe-eval'");
        let text = text.replace("<details>", "<details open>");
        let text = text.replace("</body>", &format!("<script>{axe}</script>{PROBE}"));
        let file = folder.path().join("page.html");
        fs::write(&file, text).expect("a file can be written");
        for scheme in ["", "--blink-settings=preferredColorScheme=0"] {
            let flags =
                ["--virtual-time-budget=20000", "--window-size=1100,1400", "--dump-dom", scheme];
            let flags: Vec<&str> = flags.into_iter().filter(|flag| !flag.is_empty()).collect();
            let output = opened(folder.path(), &file, &flags);
            let dom = String::from_utf8_lossy(&output.stdout).into_owned();
            let (_, found) = dom.rsplit_once("<body").expect("there is a body");
            assert!(found.contains("requests: 0 ~"), "{name}: {found}");
            assert!(found.contains("~ end"), "{name}: {found}");
            assert!(!found.contains("violation:"), "{name}: {found}");
            assert!(axe.is_empty() || found.contains("rules: "), "{name}: {found}");
        }
    }
}
