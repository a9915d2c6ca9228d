//! The remarks of a sheet as text: a part that the sheet may have already, with remarks of the
//! office's own in it, or of an earlier corrected copy.

use std::collections::BTreeMap;

use super::stop::Stop;
use super::text;
use super::tree::{Element, Node, Tree};
use crate::domain::correction::Place;

/// Who says it. Remarks of this author are replaced by newer ones.
pub(super) const AUTHOR: &str = "Instroom";

/// The most remarks: Excel makes a drawing of each when the workbook is opened.
pub(super) const REMARK_CAP: usize = 20_000;

/// The most characters of one remark.
const LENGTH_CAP: usize = 2_000;

/// What the author of a remark is called that stands for a conversation of colleagues ([MS-XLSX]
/// 2.1.17): its text is the conversation's, and is not to be changed.
const CONVERSATION: &str = "tc=";

/// A part for sheets that have none.
const BARE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors/><commentList/></comments>";

/// The order of what is in the part.
const ORDER: [&str; 3] = ["authors", "commentList", "extLst"];

/// What became of the remarks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Remarked {
    /// Cells that carry one.
    pub(super) remarks: usize,
    /// Cells that should and do not.
    pub(super) left_out: usize,
    /// Cells that need a drawing, with the number of lines.
    pub(super) drawn: BTreeMap<Place, usize>,
    /// Cells of which the drawing has to go.
    pub(super) erased: Vec<Place>,
    /// Whether anything in the part is another than it was.
    pub(super) changed: bool,
}

/// Puts the remarks in; gives the part as bytes with what became of them.
pub(super) fn put(part: Option<&[u8]>, wanted: &BTreeMap<Place, Vec<&str>>) -> Result<(Vec<u8>, Remarked), Stop> {
    let mut tree = Tree::parse(part.unwrap_or(BARE.as_bytes()))?;
    let prefix = tree.root.prefix().to_owned();
    let authors: Vec<String> = tree.root.ensure("authors", &ORDER)?.elements().map(Element::text).collect();
    let own = authors.iter().position(|author| author == AUTHOR).unwrap_or(authors.len());
    let author_of = |comment: &Element| comment.get("authorId").and_then(|id| id.parse::<usize>().ok());

    let mut remarked = Remarked::default();
    let mut left: BTreeMap<Place, &Vec<&str>> = wanted.iter().map(|(place, lines)| (*place, lines)).collect();
    let mut drawn_before = Vec::new();
    let list = tree.root.ensure("commentList", &ORDER)?;
    for comment in list.elements_mut() {
        let Some(place) = place_of(comment) else { continue };
        if author_of(comment) == Some(own) {
            drawn_before.push(place);
            continue;
        }
        let is_conversation = author_of(comment).and_then(|at| authors.get(at)).is_some_and(|author| author.starts_with(CONVERSATION));
        if is_conversation {
            remarked.left_out += usize::from(left.remove(&place).is_some());
            continue;
        }
        let Some(text) = comment.child_mut("text") else { continue };
        remarked.changed |= cut_own(text);
        if let Some(lines) = left.remove(&place) {
            append(text, &prefix, lines);
            remarked.remarks += 1;
            remarked.changed = true;
        }
    }
    list.retain(|comment| author_of(comment) != Some(own));
    for (&place, lines) in &left {
        if remarked.remarks >= REMARK_CAP {
            remarked.left_out += 1;
            continue;
        }
        let name = text::place(place.row, place.column);
        let inside = runs(&prefix, "", lines);
        list.append(format!("<{prefix}comment ref=\"{name}\" authorId=\"{own}\"><{prefix}text>{inside}</{prefix}text></{prefix}comment>"));
        remarked.remarks += 1;
        remarked.drawn.insert(place, lines.len());
    }
    remarked.changed |= !remarked.drawn.is_empty() || !drawn_before.is_empty();
    // What was drawn before is drawn again: it may need more room now.
    remarked.erased = drawn_before;
    if own == authors.len() {
        tree.root.ensure("authors", &ORDER)?.append(format!("<{prefix}author>{AUTHOR}</{prefix}author>"));
    }
    Ok((tree.bytes(), remarked))
}

fn place_of(comment: &Element) -> Option<Place> {
    let (row, column) = text::parse_place(&comment.get("ref")?)?;
    Some(Place { row, column })
}

/// Cuts off what an earlier corrected copy said below a remark of the office's own.
fn cut_own(text: &mut Element) -> bool {
    let is_own = |node: &Node| matches!(node, Node::Element(run) if run.local() == "r" && run.text().trim() == format!("{AUTHOR}:"));
    match text.children.iter().position(is_own) {
        Some(at) => {
            text.children.truncate(at);
            true
        }
        None => false,
    }
}

/// Says it below what is said already.
fn append(text: &mut Element, prefix: &str, lines: &[&str]) {
    // Plain text and runs do not stand together.
    for child in &mut text.children {
        if let Node::Element(plain) = child
            && plain.local() == "t"
        {
            let mut run = Element::new(&format!("{prefix}r"));
            run.children.push(Node::Element(plain.clone()));
            *plain = run;
        }
    }
    let is_behind = |node: &Node| matches!(node, Node::Element(element) if matches!(element.local(), "rPh" | "phoneticPr"));
    let at = text.children.iter().position(is_behind).unwrap_or(text.children.len());
    text.children.insert(at, Node::Raw(runs(prefix, "\n\n", lines)));
}

/// The author in bold, and the lines.
fn runs(prefix: &str, before: &str, lines: &[&str]) -> String {
    let whole = lines.join("\n");
    let said = text::content(text::cut(&whole, LENGTH_CAP));
    let face = format!("<{prefix}sz val=\"9\"/><{prefix}color indexed=\"81\"/><{prefix}rFont val=\"Tahoma\"/><{prefix}family val=\"2\"/>");
    let run = |bold: &str, text: &str| {
        format!("<{prefix}r><{prefix}rPr>{bold}{face}</{prefix}rPr><{prefix}t xml:space=\"preserve\">{text}</{prefix}t></{prefix}r>")
    };
    format!("{}{}", run(&format!("<{prefix}b/>"), &format!("{before}{AUTHOR}:")), run("", &format!("\n{said}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(places: &[(u32, u16, &'static str)]) -> BTreeMap<Place, Vec<&'static str>> {
        places.iter().map(|&(row, column, line)| (Place { row, column }, vec![line])).collect()
    }

    fn texts(part: &[u8]) -> Vec<(String, String)> {
        let tree = Tree::parse(part).unwrap();
        let list = tree.root.child("commentList").unwrap();
        list.elements().map(|comment| (comment.get("ref").unwrap(), comment.text())).collect()
    }

    #[test]
    fn remarks_stand_beside_those_of_the_office_and_below_them() {
        let part = b"<comments><authors><author>tc={1}</author><author>An</author></authors><commentList>\
            <comment ref='B2' authorId='1'><text><t>Bel eerst</t></text></comment>\
            <comment ref='C2' authorId='0'><text><t>[Threaded comment]</t></text></comment>\
            <comment ref='D2' authorId='1'><text><r><t>Later</t></r><phoneticPr/></text></comment></commentList></comments>";
        let (made, remarked) = put(Some(part), &wanted(&[(2, 1, "a < b"), (2, 2, "no"), (3, 0, "=1+1")])).unwrap();
        let expected = [("B2", "Bel eerst\n\nInstroom:\na < b"), ("C2", "[Threaded comment]"), ("D2", "Later"), ("A3", "Instroom:\n=1+1")];
        assert_eq!(texts(&made), expected.map(|(place, text)| (place.to_owned(), text.to_owned())));
        assert_eq!((remarked.remarks, remarked.left_out, remarked.drawn.len()), (2, 1, 1));
        // Saying something else later takes the place of what was said.
        let (again, remarked) = put(Some(&made), &wanted(&[(2, 3, "new")])).unwrap();
        let expected = [("B2", "Bel eerst"), ("C2", "[Threaded comment]"), ("D2", "Later\n\nInstroom:\nnew")];
        assert_eq!(texts(&again), expected.map(|(place, text)| (place.to_owned(), text.to_owned())));
        assert_eq!((remarked.remarks, remarked.erased, remarked.drawn.len()), (1, vec![Place { row: 3, column: 0 }], 0));
        assert_eq!(String::from_utf8(again).unwrap().matches("<author>Instroom</author>").count(), 1);
    }

    #[test]
    fn too_many_remarks_are_counted() {
        let many: BTreeMap<Place, Vec<&str>> =
            (0..=REMARK_CAP).map(|row| (Place { row: u32::try_from(row).unwrap() + 1, column: 0 }, vec!["x"])).collect();
        let (_, remarked) = put(None, &many).unwrap();
        assert_eq!((remarked.remarks, remarked.left_out), (REMARK_CAP, 1));
    }
}
