//! What the program says and does.

use serde_json::Value;

use crate::support::run;

#[test]
fn the_base_has_no_difference_and_the_order_is_kept() {
    let arguments =
        ["compare", "--state", "MS", "--vs", "certs=3", "--vs", "state=", "--format", "json"];
    let answer: Value = serde_json::from_str(&run(&arguments, "").0).expect("JSON");
    assert_eq!(answer["kind"], "comparison");
    assert_eq!(answer["schema"], 1);
    let profiles = answer["profiles"].as_array().expect("a list");
    let names: Vec<_> = profiles.iter().map(|profile| &profile["name"]).collect();
    assert_eq!(names, ["base", "certs=3", "state="]);
    assert!(profiles[0].get("difference").is_none() && profiles[0].get("contributions").is_none());
    // Mississippi alone and the nation alone are published means.
    assert_eq!(profiles[2]["pay"]["mean"], 56_790);
    assert_eq!(profiles[2]["difference"]["home_value"], Value::Null);
    assert_eq!(profiles[2]["difference"]["home_value_missing"], "no home state is stated");
}

#[test]
fn a_file_is_on_its_own_below_the_flags_and_their_variations() {
    let arguments = ["compare", "--state", "MS", "--vs", "certs=3", "--profiles", "-"];
    let (out, ..) = run(&[&arguments[..], &["--format", "json"]].concat(), "{\"certs\":1}\n");
    let answer: Value = serde_json::from_str(&out).expect("JSON");
    let places: Vec<_> = (0..3).map(|i| answer["profiles"][i]["place"].clone()).collect();
    assert_eq!(places, ["MS", "MS", "US"]);
}

#[test]
fn everything_wrong_with_variations_is_reported_with_its_number() {
    let variations =
        ["foo", "stat=MA", "", "certs=51,state=Oz", "certs=2", "certs=2", "name=base,certs=1"];
    let arguments = variations.iter().flat_map(|variation| ["--vs", variation]);
    let arguments: Vec<_> = ["compare", "--state", "Zz"].into_iter().chain(arguments).collect();
    let (out, message, code) = run(&arguments, "");
    assert_eq!((out.as_str(), code), ("", Some(3)));
    let expected = "\
error: `--state`: no state or territory is called `Zz`

error: `--vs` 1: `foo` states no fact
  = hint: write `key=value`, such as `employer-state=MA,certs=3`

error: `--vs` 2: a profile has no key `stat`
  = hint: did you mean `state`?

error: `--vs` 3: nothing is stated
  = hint: state what differs, such as `certs=3`

error: `--vs` 4: no state or territory is called `Oz`
  = hint: codes like it: OH (Ohio), OK (Oklahoma), OR (Oregon)

error: `--vs` 4: the number of certifications must be a whole number between 0 and 50, not `51`

error: `--vs` 6: the name `certs=2` is taken by `--vs` 5
  = hint: give each its own with `name=`

error: `--vs` 7: the name `base` is taken by the base
  = hint: give each its own with `name=`
";
    assert_eq!(message, expected);
}

#[test]
fn a_variation_that_leaves_a_pay_scale_without_its_place_is_to_blame() {
    let arguments = ["compare", "--geo-pay", "employer", "--employer-state", "MA"];
    let (_, message, code) = run(&[&arguments[..], &["--vs", "employer-state="]].concat(), "");
    assert_eq!(code, Some(3));
    assert!(message.starts_with("error: `--vs` 1: the pay scale `employer` needs"), "{message}");
}

#[test]
fn nothing_to_compare_is_an_error_with_a_hint() {
    for (arguments, input, expected) in [
        (&["compare"][..], "", 2),
        (&["compare", "--state", "MS"], "", 2),
        (&["compare", "--profiles", "-", "--profile", "-"], "", 2),
        (&["compare", "--profiles", "-"], "{\"certs\":1}", 3),
        (&["compare", "--profiles", "-"], "", 3),
    ] {
        let (_, message, code) = run(arguments, input);
        assert_eq!(code, Some(expected), "{message}");
        assert!(message.contains("hint: "), "{message}");
    }
}

#[test]
fn a_person_reads_what_makes_the_difference_the_largest_part_first() {
    let arguments = "compare --state MS --certs 1 --experience 5 --format table \
                     --vs name=away,employer-state=MA,certs=3 --vs setting=hospital --vs level=survey";
    let arguments: Vec<_> = arguments.split_whitespace().collect();
    let (out, _, code) = run(&arguments, "");
    assert_eq!(code, Some(0));
    let words = out.split_whitespace().collect::<Vec<_>>().join(" ");
    for expected in [
        "in the mean: wages in Massachusetts instead of Mississippi +$",
        "; three or more certifications instead of one certification +$",
        "in the mean: a hospital +$",
        "; 5 years of experience (counted with other facts) +$",
        "in the mean: pay level of the AAPC survey +$",
    ] {
        assert!(words.contains(expected), "{expected}\nin\n{out}");
    }
    assert!(out.lines().all(|line| line.chars().count() <= 100), "{out}");
}
