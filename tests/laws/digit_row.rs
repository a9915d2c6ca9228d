//! Every place where a line is typed is judged: whether only a number is meant there, so that it takes the unshifted row of digits.

use std::fs;
use std::path::Path;

/// What is typed where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Typed {
    /// A number where the field, the question or the purpose asks for one.
    AsAsked,
    /// Always a number.
    Number,
    /// Text: names, paths, what is looked for.
    Text,
}

use Typed::{AsAsked, Number, Text};

/// Every place below `src/app` that holds a typed line, by file and name.
const PLACES: &[(&str, &str, Typed)] = &[
    ("answer.rs", "Line", AsAsked),
    ("answer.rs", "Lines", Text),
    ("chooser.rs", "filter", Text),
    ("compare.rs", "input", AsAsked),
    ("dossier/mod.rs", "filter", Text),
    ("editor.rs", "input", AsAsked),
    ("model/paths.rs", "field", AsAsked),
    ("palette/mod.rs", "search", Text),
    ("person/front.rs", "filter", Text),
    // The name of the one who is removed, or the number of those who are.
    ("person/front.rs", "input", AsAsked),
    // Labels, or the address of a colleague.
    ("person/front.rs", "input", Text),
    ("picker.rs", "filter", Text),
    // A part of a value or an expression, where every sign counts.
    ("replacing.rs", "find", Text),
    ("replacing.rs", "with", Text),
    ("season/form.rs", "Day", Number),
    ("season/preview.rs", "typed", Number),
    ("table.rs", "filter", Text),
];

/// Files below a folder, with their path in it.
fn files(folder: &Path, path: &str, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        let path = if path.is_empty() { name } else { format!("{path}/{name}") };
        if entry.path().is_dir() {
            files(&entry.path(), &path, found);
        } else {
            found.push((path, fs::read_to_string(entry.path()).unwrap()));
        }
    }
}

/// The name of what holds a typed line, where this line of the source declares it.
fn declared(line: &str) -> Option<&str> {
    let line = line.trim().strip_suffix(',')?;
    let (name, kind) = line.split_once(": ").or_else(|| line.strip_suffix(')')?.split_once('('))?;
    let kind = kind.strip_prefix("Box<").and_then(|kind| kind.strip_suffix('>')).unwrap_or(kind);
    matches!(kind, "TextField" | "TextLines").then_some(name.trim_start_matches("pub ").trim())
}

#[test]
fn every_place_where_a_line_is_typed_is_judged() {
    let mut sources = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app"), "", &mut sources);
    sources.sort();
    let found: Vec<_> =
        sources.iter().flat_map(|(path, text)| text.lines().filter_map(declared).map(move |name| (path.as_str(), name))).collect();
    assert_eq!(found, PLACES.iter().map(|(path, name, _)| (*path, *name)).collect::<Vec<_>>(), "a new place has to be judged");
    // Where a number can be meant, keys are pressed as one.
    for (path, text) in &sources {
        let takes_numbers = PLACES.iter().any(|(of, _, typed)| of == path && *typed != Text);
        let presses = text.contains("press_number(") || text.contains("Option<Number>");
        assert!(presses || !takes_numbers || path == "compare.rs", "{path} takes keys as they are");
    }
}
