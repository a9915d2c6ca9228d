//! What binds the parts of a package together: relationships and kinds of content.

use std::collections::HashSet;

use super::stop::Stop;
use super::tree::{Element, Node, Tree};
use crate::world::workbook::package::{self, Archive};

/// Name space of the relationships of a package.
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// Beginning of the kinds of relationships that workbooks use.
pub(super) const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The relationships of one part, or of the package.
pub(super) struct Relationships {
    /// The part that holds them, there already or not.
    pub(super) part: String,
    folder: String,
    tree: Tree,
    /// Whether they were changed.
    pub(super) changed: bool,
}

/// One relationship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relationship {
    /// Its name within the part.
    pub(super) id: String,
    /// The part that it leads to; none where it leads out of the package.
    pub(super) target: Option<String>,
    kind: String,
}

impl Relationship {
    /// Whether it is of a kind, given by the last word of the kind's address.
    pub(super) fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next().is_some_and(|last| last.eq_ignore_ascii_case(kind))
    }
}

impl Relationships {
    /// The relationships of a part; of the package where the name is empty.
    pub(super) fn of(archive: &mut Archive<'_>, part: &str) -> Result<Self, Stop> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let part = format!("{folder}_rels/{name}.rels");
        let tree = match package::part(archive, &part)? {
            Some(bytes) => Tree::parse(&bytes)?,
            None => Tree::parse(
                format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"{RELATIONSHIPS}\"/>")
                    .as_bytes(),
            )?,
        };
        Ok(Self { part, folder, tree, changed: false })
    }

    /// All of them, in the order of the file.
    pub(super) fn all(&self) -> Vec<Relationship> {
        let read = |element: &Element| {
            let inside = element.get("TargetMode").is_none_or(|mode| !mode.eq_ignore_ascii_case("external"));
            let target = element.get("Target").filter(|_| inside).map(|target| resolve(&self.folder, &target));
            Some(Relationship { id: element.get("Id")?, target, kind: element.get("Type")? })
        };
        self.tree.root.elements().filter(|element| element.local() == "Relationship").filter_map(read).collect()
    }

    /// The first of a kind.
    pub(super) fn first(&self, kind: &str) -> Option<Relationship> {
        self.all().into_iter().find(|relationship| relationship.is(kind))
    }

    /// A name that none of them has.
    pub(super) fn free_id(&self) -> String {
        let known: HashSet<String> = self.all().into_iter().map(|relationship| relationship.id).collect();
        (known.len() + 1..).map(|number| format!("rId{number}")).find(|id| !known.contains(id)).unwrap_or_default()
    }

    /// Adds one to a part and gives its name.
    pub(super) fn add(&mut self, kind: &str, target: &str) -> String {
        let id = self.free_id();
        self.add_as(&id, kind, target);
        id
    }

    /// Adds one to a part under that name.
    pub(super) fn add_as(&mut self, id: &str, kind: &str, target: &str) {
        let mut made = Element::new(&format!("{}Relationship", self.tree.root.prefix()));
        made.set("Id", id);
        made.set("Type", &format!("{OFFICE}/{kind}"));
        made.set("Target", &format!("/{target}"));
        self.tree.root.children.push(Node::Element(made));
        self.changed = true;
    }

    /// Takes one out.
    pub(super) fn remove(&mut self, id: &str) {
        self.tree.root.retain(|element| element.get("Id").as_deref() != Some(id));
        self.changed = true;
    }

    /// The part as bytes.
    pub(super) fn bytes(&self) -> Vec<u8> {
        self.tree.bytes()
    }
}

/// The part that a target leads to, from the folder (with its closing slash) of the part that names it.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let whole = target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned);
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// What kind of content each part has (`[Content_Types].xml`).
pub(super) struct ContentTypes {
    tree: Tree,
    /// Whether they were changed.
    pub(super) changed: bool,
}

/// The part that says so.
pub(super) const CONTENT_TYPES: &str = "[Content_Types].xml";

impl ContentTypes {
    /// Reads it.
    pub(super) fn of(archive: &mut Archive<'_>) -> Result<Self, Stop> {
        let bytes = package::part(archive, CONTENT_TYPES)?.unwrap_or_default();
        Ok(Self { tree: Tree::parse(&bytes)?, changed: false })
    }

    /// The kind of one part, if it is named.
    pub(super) fn kind(&self, part: &str) -> Option<String> {
        let names = |element: &&Element| element.local() == "Override" && element.get("PartName").is_some_and(|name| same(&name, part));
        self.tree.root.elements().find(names).and_then(|element| element.get("ContentType"))
    }

    /// Names a part.
    pub(super) fn add(&mut self, part: &str, kind: &str) {
        self.remove(part);
        let prefix = self.tree.root.prefix().to_owned();
        self.tree.root.append(format!("<{prefix}Override PartName=\"/{part}\" ContentType=\"{kind}\"/>"));
    }

    /// Says what the parts are whose names end so, unless that has been said.
    pub(super) fn add_ending(&mut self, ending: &str, kind: &str) {
        let says = |element: &Element| {
            element.local() == "Default" && element.get("Extension").is_some_and(|known| known.eq_ignore_ascii_case(ending))
        };
        if self.tree.root.elements().any(says) {
            return;
        }
        let prefix = self.tree.root.prefix().to_owned();
        let said = Node::Raw(format!("<{prefix}Default Extension=\"{ending}\" ContentType=\"{kind}\"/>"));
        self.tree.root.children.insert(0, said);
        self.changed = true;
    }

    /// No longer names a part.
    pub(super) fn remove(&mut self, part: &str) {
        self.changed = true;
        self.tree.root.retain(|element| element.local() != "Override" || element.get("PartName").is_none_or(|name| !same(&name, part)));
    }

    /// The part as bytes.
    pub(super) fn bytes(&self) -> Vec<u8> {
        self.tree.bytes()
    }
}

fn same(name: &str, part: &str) -> bool {
    name.trim_start_matches('/').eq_ignore_ascii_case(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::workbook::test_books::package as packed;

    #[test]
    fn targets_lead_to_parts_from_wherever_they_are_named() {
        for (folder, target, part) in [
            ("xl/worksheets/", "../comments1.xml", "xl/comments1.xml"),
            ("xl/worksheets/", "/xl/comments1.xml", "xl/comments1.xml"),
            ("xl/", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/", ".\\worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("", "../../x.xml", "x.xml"),
        ] {
            assert_eq!(resolve(folder, target), part);
        }
    }

    #[test]
    fn relationships_are_added_under_new_names_and_removed() {
        let rels = b"<p:Relationships xmlns:p='u'><p:Relationship Id='rId2' Type='a/worksheet' Target='s.xml'/>\
                     <p:Relationship Id='x' Type='a/hyperlink' Target='http://b' TargetMode='External'/></p:Relationships>";
        let bytes = packed(&[("xl/_rels/w.xml.rels", rels)]);
        let mut found = Relationships::of(&mut package::open(&bytes).unwrap(), "xl/w.xml").unwrap();
        assert_eq!(found.part, "xl/_rels/w.xml.rels");
        assert_eq!(found.first("worksheet").unwrap().target.as_deref(), Some("xl/s.xml"));
        assert_eq!(found.first("hyperlink").unwrap().target, None);
        assert_eq!(found.add("comments", "xl/c.xml"), "rId3");
        assert_eq!(found.add("comments", "xl/d.xml"), "rId4");
        found.remove("rId2");
        let kinds: Vec<(String, Option<String>)> = found.all().into_iter().map(|found| (found.id, found.target)).collect();
        let wanted = [("x", None), ("rId3", Some("xl/c.xml")), ("rId4", Some("xl/d.xml"))];
        assert_eq!(kinds, wanted.map(|(id, target)| (id.to_owned(), target.map(str::to_owned))));
    }

    #[test]
    fn kinds_of_content_are_said_once() {
        let types = b"<Types xmlns='u'><Default Extension='XML' ContentType='x'/><Override PartName='/xl/A.xml' ContentType='a'/></Types>";
        let bytes = packed(&[(CONTENT_TYPES, types)]);
        let mut found = ContentTypes::of(&mut package::open(&bytes).unwrap()).unwrap();
        assert_eq!(found.kind("xl/a.xml").as_deref(), Some("a"));
        found.add_ending("xml", "other");
        found.add_ending("vml", "v");
        found.remove("xl/a.xml");
        found.add("xl/b.xml", "b");
        let written = String::from_utf8(found.bytes()).unwrap();
        assert_eq!(
            written,
            "<Types xmlns='u'><Default Extension=\"vml\" ContentType=\"v\"/><Default Extension='XML' ContentType='x'/>\
             <Override PartName=\"/xl/b.xml\" ContentType=\"b\"/></Types>"
        );
    }
}
