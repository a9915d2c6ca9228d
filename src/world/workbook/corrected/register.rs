//! The part that lists the sheets.

use super::directory::Relationships;
use super::stop::Stop;
use super::tree::{Element, Node, Tree};
use crate::domain::correction::Obstacle;
use crate::domain::fold::fold;
use crate::domain::neutral::neutralise;
use crate::world::workbook::package::{self, Archive};

/// The order of what is in the part ([ECMA-376] 18.2.27).
const ORDER: [&str; 18] = [
    "fileVersion",
    "fileSharing",
    "workbookPr",
    "workbookProtection",
    "bookViews",
    "sheets",
    "functionGroups",
    "externalReferences",
    "definedNames",
    "calcPr",
    "oleSize",
    "customWorkbookViews",
    "pivotCaches",
    "smartTagPr",
    "smartTagTypes",
    "webPublishing",
    "fileRecoveryPr",
    "extLst",
];

/// The most characters of a sheet's name.
pub(super) const NAME_CAP: usize = 31;

/// The list of sheets, with the relationships that lead to them.
pub(super) struct Register {
    tree: Tree,
    /// The part that holds the list.
    pub(super) part: String,
    /// Where the list leads to.
    pub(super) relationships: Relationships,
    /// Whether it was changed.
    pub(super) changed: bool,
}

/// A sheet in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    /// Name as the file has it.
    pub(super) name: String,
    /// The part that holds it.
    pub(super) part: String,
}

impl Register {
    /// Reads the list.
    pub(super) fn of(archive: &mut Archive<'_>) -> Result<Self, Stop> {
        let package = Relationships::of(archive, "")?;
        let part = package.first("officeDocument").and_then(|found| found.target).ok_or(Obstacle::Unknown)?;
        let tree = Tree::parse(&package::part(archive, &part)?.ok_or(Obstacle::Unknown)?)?;
        if tree.root.get("conformance").is_some_and(|form| form.eq_ignore_ascii_case("strict")) {
            return Err(Obstacle::Strict.into());
        }
        if tree.root.local() != "workbook" || tree.root.declared_space().is_some_and(|space| space.starts_with("http://purl.oclc.org/")) {
            return Err(if tree.root.local() == "workbook" { Obstacle::Strict.into() } else { Obstacle::Unknown.into() });
        }
        let relationships = Relationships::of(archive, &part)?;
        Ok(Self { tree, part, relationships, changed: false })
    }

    fn sheets(&self) -> impl Iterator<Item = &Element> {
        self.tree.root.child("sheets").into_iter().flat_map(Element::elements).filter(|element| element.local() == "sheet")
    }

    /// The sheet of that name as the reading gave it: exactly, or else nearly.
    pub(super) fn find(&self, wanted: &str) -> Option<Listed> {
        let shown = |sheet: &&Element| neutralise(&sheet.get("name").unwrap_or_default()).into_owned();
        let exactly = self.sheets().find(|sheet| shown(sheet) == wanted);
        let sheet = exactly.or_else(|| self.sheets().find(|sheet| fold(&shown(sheet)) == fold(wanted)))?;
        let id = sheet.get_local("id")?;
        let part = self.relationships.all().into_iter().find(|found| found.id == id)?.target?;
        Some(Listed { name: sheet.get("name")?, part })
    }

    /// A name for a new sheet that the workbook does not have yet.
    pub(super) fn free_name(&self, wanted: &str) -> String {
        let taken: Vec<String> = self.sheets().filter_map(|sheet| sheet.get("name")).collect();
        free_name(wanted, &taken)
    }

    /// Whether days count from 1904.
    pub(super) fn counts_from_1904(&self) -> bool {
        let said = self.tree.root.child("workbookPr").and_then(|properties| properties.get("date1904"));
        matches!(said.as_deref(), Some("1" | "true" | "on"))
    }

    /// Lists a new sheet behind the others: names of what belongs to a sheet count sheets from the
    /// first. The range that it filters has a hidden name of its own, as every program expects.
    pub(super) fn add(&mut self, name: &str, part: &str, filtered: Option<&str>) -> Result<(), Stop> {
        self.changed = true;
        let place = self.sheets().count();
        let id = self.relationships.add("worksheet", part);
        let number = self.sheets().filter_map(|sheet| sheet.get("sheetId")?.parse::<u32>().ok()).max().unwrap_or(0).saturating_add(1);
        let prefix = self.tree.root.prefix().to_owned();
        let mut sheet = Element::new(&format!("{prefix}sheet"));
        sheet.set("name", name);
        sheet.set("sheetId", &number.to_string());
        sheet.set("xmlns:r", super::directory::OFFICE);
        sheet.set("r:id", &id);
        self.tree.root.ensure("sheets", &ORDER)?.children.push(Node::Element(sheet));
        if let Some(range) = filtered {
            let range = super::text::content(&format!("'{}'!{range}", name.replace('\'', "''")));
            let names = self.tree.root.ensure("definedNames", &ORDER)?;
            names.append(format!(
                "<{prefix}definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{place}\" hidden=\"1\">{range}</{prefix}definedName>"
            ));
        }
        Ok(())
    }

    /// Has formulas computed when the workbook is opened: some look at cells that were changed.
    pub(super) fn compute_on_opening(&mut self) -> Result<(), Stop> {
        self.changed = true;
        self.tree.root.ensure("calcPr", &ORDER)?.set("fullCalcOnLoad", "1");
        Ok(())
    }

    /// The part as bytes.
    pub(super) fn bytes(&self) -> Vec<u8> {
        self.tree.bytes()
    }
}

/// The name as a sheet can have it, with a number behind it where it is taken.
pub(super) fn free_name(wanted: &str, taken: &[String]) -> String {
    let plain: String = wanted.chars().map(|sign| if "[]:*?/\\".contains(sign) || sign.is_control() { ' ' } else { sign }).collect();
    let plain = plain.trim().trim_matches('\'').trim();
    let plain = if plain.is_empty() { "1" } else { plain };
    let with = |behind: &str| {
        let room = NAME_CAP - behind.len().min(NAME_CAP);
        format!("{}{behind}", super::text::cut(plain, room).trim_end_matches([' ', '\'']))
    };
    let is_taken = |name: &String| taken.iter().any(|known| known.to_lowercase() == name.to_lowercase());
    let numbered = (2..).map(|number: u32| with(&format!(" ({number})")));
    std::iter::once(with("")).chain(numbered).find(|name| !is_taken(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::workbook::test_books::package as packed;

    #[test]
    fn a_sheet_is_listed_in_a_workbook_as_excel_writes_it() {
        let before = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<workbook xmlns=\"m\" xmlns:r=\"r\" \
            xmlns:mc=\"c\" mc:Ignorable=\"x15 xr\"><fileVersion appName=\"xl\"/><workbookPr/><mc:AlternateContent><mc:Choice Requires=\"x15\">\
            <x15ac:absPath url=\"C:\\\"/></mc:Choice></mc:AlternateContent><xr:revisionPtr revIDLastSave=\"0\"/><bookViews><workbookView/></bookViews>\
            <sheets><sheet name=\"Klanten\" sheetId=\"3\" r:id=\"rId1\"/>";
        let behind = "</workbook>";
        let rels = b"<Relationships><Relationship Id='w' Type='o/officeDocument' Target='xl/workbook.xml'/></Relationships>";
        let bytes =
            packed(&[("_rels/.rels", rels), ("xl/workbook.xml", format!("{before}</sheets><extLst><ext/></extLst>{behind}").as_bytes())]);
        let mut register = Register::of(&mut package::open(&bytes).unwrap()).unwrap();
        register.add("Problèmes d'An", "xl/worksheets/sheet2.xml", Some("$A$1:$B$2")).unwrap();
        register.compute_on_opening().unwrap();
        let office = super::super::directory::OFFICE;
        let added = format!("<sheet name=\"Problèmes d&apos;An\" sheetId=\"4\" xmlns:r=\"{office}\" r:id=\"rId1\"/></sheets>");
        let names = "<definedNames><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"1\" hidden=\"1\">'Problèmes d''An'!$A$1:$B$2\
            </definedName></definedNames><calcPr fullCalcOnLoad=\"1\"/><extLst><ext/></extLst>";
        assert_eq!(String::from_utf8(register.bytes()).unwrap(), format!("{before}{added}{names}{behind}"));
    }

    #[test]
    fn names_are_those_that_a_sheet_can_have() {
        let taken = ["Problemen".to_owned(), "problemen (2)".to_owned()];
        assert_eq!(free_name("Problemen", &taken), "Problemen (3)");
        assert_eq!(free_name("Kan/dat: [niet]?", &taken), "Kan dat   niet");
        assert_eq!(free_name("'Problèmes'", &[]), "Problèmes");
        assert_eq!(free_name("***", &[]), "1");
        let long = "x".repeat(40);
        assert_eq!(free_name(&long, &["x".repeat(31)]), format!("{} (2)", "x".repeat(27)));
    }
}
