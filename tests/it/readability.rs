//! The prose of answers reads at a school grade of at most 9, by the formula of Flesch and Kincaid.

use crate::support::{mbc_calc, text};

/// The grade that answers are held to.
const MOST: f64 = 9.0;

/// Typical questions of the people that the program is for.
const QUESTIONS: [&[&str]; 12] = [
    &["estimate", "--state", "OH"],
    &["estimate", "--state", "MS", "--employer-state", "MA", "--certs", "3"],
    &["estimate", "--state", "OH", "--certs", "CPC", "--experience", "4", "--pay", "52000"],
    &["verdict", "--stage", "graduate", "--state", "OH", "--learning", "yes"],
    &["verdict", "--stage", "career-changer", "--state", "MS", "--pay", "34000", "--wait", "12"],
    &["verdict", "--stage", "coder", "--certs", "1", "--experience", "7", "--pay", "48000"],
    &["verdict", "--state", "OH"],
    &["timeline", "--state", "OH", "--pay", "31000"],
    &["timeline", "--certs", "CPC", "--experience", "5", "--pay", "52000"],
    &["compare", "--state", "OH", "--vs", "certs=2"],
    &["rank", "--state", "OH", "--by", "specialty"],
    &["take-home", "--state", "OH"],
];

#[test]
fn the_prose_of_typical_answers_reads_at_grade_9_or_below() {
    let graded: Vec<String> = QUESTIONS
        .iter()
        .filter_map(|question| {
            let answer = mbc_calc([*question, &["--format", "markdown"]].concat());
            assert_eq!(answer.status.code(), Some(0), "{question:?}: {answer:?}");
            let prose = prose(&text(&answer.stdout));
            assert!(prose.len() > 100, "{question:?} has no prose: {prose}");
            let grade = grade(&prose);
            (grade > MOST).then(|| format!("{grade:.1} {}\n{prose}", question.join(" ")))
        })
        .collect();
    assert!(graded.is_empty(), "{}", graded.join("\n"));
}

#[test]
fn longer_sentences_and_longer_words_read_at_a_higher_grade() {
    let short = grade("The cat sat. The dog ran home.");
    let long_sentence = grade("The cat sat and the dog ran home and then they both ate.");
    let long_words = grade("Certification requirements notwithstanding. The dog ran home.");
    assert!((grade("The cat sat on the mat.") - -1.45).abs() < 0.01);
    assert!(short < long_sentence && short < long_words, "{short} {long_sentence} {long_words}");
    assert_eq!(
        prose("## A heading\n| a | table |\n- An item, `--flag x`\nPay.\n"),
        "An item, it. Pay. "
    );
}

/// The paragraphs and items of a Markdown text, each ending as a sentence, what is typed as one short
/// word; headings and tables left out.
fn prose(markdown: &str) -> String {
    let lines = markdown.lines().filter(|line| !line.starts_with(['|', '#']) && !line.is_empty());
    lines.fold(String::new(), |mut prose, line| {
        let line = line.trim_start_matches("- ").replace("**", "");
        let words: Vec<&str> = line
            .split('`')
            .enumerate()
            .map(|(i, part)| if i % 2 == 0 { part } else { "it" })
            .collect();
        prose.push_str(&words.concat());
        prose.push_str(if line.ends_with(['.', '!', '?']) { " " } else { ". " });
        prose
    })
}

/// The grade of Flesch and Kincaid.
#[expect(clippy::cast_precision_loss, reason = "a text has few words")]
fn grade(text: &str) -> f64 {
    let words: Vec<&str> =
        text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).collect();
    let ends = words.iter().filter(|word| word.trim_end_matches(')').ends_with(['.', '!', '?']));
    let sentences = ends.count().max(1) as f64;
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let count = words.len() as f64;
    0.39 * count / sentences + 11.8 * syllables as f64 / count - 15.59
}

/// Groups of vowels, without a silent `e` at the end; at least one, as of a number.
fn syllables(word: &str) -> usize {
    let letters: String = word.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let is_vowel = |c: char| "aeiouy".contains(c);
    let starts = letters
        .char_indices()
        .filter(|&(i, c)| is_vowel(c) && !letters[..i].chars().next_back().is_some_and(is_vowel));
    let count = starts.count();
    let is_silent = letters.ends_with('e') && !letters.ends_with("le");
    count.saturating_sub(usize::from(is_silent)).max(1)
}
