//! Formats of cells: those of changed cells are the ones that they had, with a colour.

use std::collections::HashMap;

use super::stop::Stop;
use super::tree::{Element, Node, Tree};
use crate::domain::correction::Obstacle;

/// Behind changed cells: a pale yellow, on which every dark letter is read.
pub(super) const CHANGED: &str = "FFFFF2CC";

/// The most formats of cells that Excel opens.
const FORMAT_CAP: usize = 65_490;

/// The order of what is in the part ([ECMA-376] 18.8.39).
const ORDER: [&str; 11] =
    ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

/// The built-in format of text, `@` ([ECMA-376] 18.8.30).
const TEXT: &str = "49";

/// A part for workbooks that have none.
const BARE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
    <fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>\
    <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
    <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
    <cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs></styleSheet>";

/// The formats of a workbook, with those that are added.
pub(super) struct Styles {
    tree: Tree,
    formats: Vec<Element>,
    /// How many there were.
    first: usize,
    fill: usize,
    changed: HashMap<u32, u32>,
    added: Option<u32>,
}

/// The formats in the sheet of problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ListFormats {
    /// Above the columns.
    pub(super) heading: u32,
    /// Text, which wraps.
    pub(super) text: u32,
    /// A number.
    pub(super) number: u32,
    /// What leads to a cell.
    pub(super) link: u32,
}

impl Styles {
    /// Reads the part, and adds the colour.
    pub(super) fn of(part: Option<&[u8]>) -> Result<Self, Stop> {
        let mut tree = Tree::parse(part.unwrap_or(BARE.as_bytes()))?;
        // The first two fills and the first font have a meaning of their own wherever they are counted.
        let plain = "<sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/>";
        let (none, grey) = ("<patternFill patternType=\"none\"/>", "<patternFill patternType=\"gray125\"/>");
        for (at, list, kind, inside) in [(0, "fonts", "font", plain), (0, "fills", "fill", none), (1, "fills", "fill", grey)] {
            if tree.root.ensure(list, &ORDER)?.elements().count() <= at {
                push(&mut tree, list, kind, inside)?;
            }
        }
        let cells = tree.root.ensure("cellXfs", &ORDER)?;
        let mut formats: Vec<Element> = cells.elements().filter(|element| element.local() == "xf").cloned().collect();
        let first = formats.len();
        if formats.is_empty() {
            formats.push(Element::new(&format!("{}xf", tree.root.prefix())));
        }
        let colour = format!("<patternFill patternType=\"solid\"><fgColor rgb=\"{CHANGED}\"/><bgColor indexed=\"64\"/></patternFill>");
        let fill = push(&mut tree, "fills", "fill", &colour)?;
        Ok(Self { tree, formats, first, fill, changed: HashMap::new(), added: None })
    }

    /// The format of a cell that was changed and had that one.
    pub(super) fn changed(&mut self, old: u32) -> Result<u32, Stop> {
        if let Some(&known) = self.changed.get(&old) {
            return Ok(known);
        }
        let fill = self.fill.to_string();
        let number = self.derive(old, &[("fillId", &fill), ("applyFill", "1")])?;
        self.changed.insert(old, number);
        Ok(number)
    }

    /// The format of a value in an added column: text, so that what is typed there stays as typed.
    pub(super) fn added(&mut self) -> Result<u32, Stop> {
        if let Some(known) = self.added {
            return Ok(known);
        }
        let fill = self.fill.to_string();
        let number = self.derive(0, &[("numFmtId", TEXT), ("applyNumberFormat", "1"), ("fillId", &fill), ("applyFill", "1")])?;
        self.added = Some(number);
        Ok(number)
    }

    /// The formats of the sheet of problems.
    pub(super) fn list(&mut self) -> Result<ListFormats, Stop> {
        let face = "<sz val=\"11\"/>";
        let name = "<name val=\"Calibri\"/><family val=\"2\"/>";
        let bold = push(&mut self.tree, "fonts", "font", &format!("<b/>{face}<color rgb=\"FFFFFFFF\"/>{name}"))?.to_string();
        let blue = push(&mut self.tree, "fonts", "font", &format!("<u/>{face}<color rgb=\"FF0563C1\"/>{name}"))?.to_string();
        let plain = push(&mut self.tree, "fonts", "font", &format!("{face}{name}"))?.to_string();
        let dark = "<patternFill patternType=\"solid\"><fgColor rgb=\"FF1F4E78\"/><bgColor indexed=\"64\"/></patternFill>";
        let dark = push(&mut self.tree, "fills", "fill", dark)?.to_string();
        let mut format = |font: &str, fill: &str, number: &str, wrap: &str| -> Result<u32, Stop> {
            let mut format = Element::new(&format!("{}xf", self.tree.root.prefix()));
            for (name, value) in [("numFmtId", number), ("fontId", font), ("fillId", fill), ("borderId", "0"), ("xfId", "0")] {
                format.set(name, value);
            }
            for name in ["applyNumberFormat", "applyFont", "applyFill", "applyAlignment"] {
                format.set(name, "1");
            }
            format.append(format!("<{}alignment vertical=\"top\"{wrap}/>", self.tree.root.prefix()));
            self.formats.push(format);
            number_of(self.formats.len())
        };
        let wrap = " wrapText=\"1\"";
        Ok(ListFormats {
            heading: format(&bold, &dark, TEXT, wrap)?,
            text: format(&plain, "0", TEXT, wrap)?,
            number: format(&plain, "0", "1", "")?,
            link: format(&blue, "0", "1", "")?,
        })
    }

    fn derive(&mut self, old: u32, attributes: &[(&str, &str)]) -> Result<u32, Stop> {
        let old = usize::try_from(old).unwrap_or(usize::MAX);
        let Some(known) = self.formats.get(old).filter(|_| old < self.first).or(self.formats.first()) else {
            return Err(Obstacle::Unknown.into());
        };
        let mut format = known.clone();
        for (name, value) in attributes {
            format.set(name, value);
        }
        self.formats.push(format);
        number_of(self.formats.len())
    }

    /// Whether any format was added.
    pub(super) fn are_changed(&self) -> bool {
        self.formats.len() > self.first
    }

    /// The part as bytes.
    pub(super) fn bytes(&mut self) -> Result<Vec<u8>, Stop> {
        let cells = self.tree.root.ensure("cellXfs", &ORDER)?;
        cells.set("count", &self.formats.len().to_string());
        cells.children.extend(self.formats.drain(self.first..).map(Node::Element));
        Ok(self.tree.bytes())
    }
}

fn number_of(count: usize) -> Result<u32, Stop> {
    let number = count.checked_sub(1).filter(|_| count <= FORMAT_CAP).and_then(|number| u32::try_from(number).ok());
    number.ok_or_else(|| Obstacle::Formats.into())
}

/// Adds something to a list, with the prefix of the part, and gives its number.
fn push(tree: &mut Tree, list: &str, kind: &str, inside: &str) -> Result<usize, Stop> {
    let prefix = tree.root.prefix().to_owned();
    let inside = Tree::parse(format!("<{kind}>{inside}</{kind}>").as_bytes())?.root;
    let list = tree.root.ensure(list, &ORDER)?;
    let number = list.elements().count();
    list.children.push(Node::Element(prefixed(&inside, &prefix)));
    list.set("count", &(number + 1).to_string());
    Ok(number)
}

fn prefixed(element: &Element, prefix: &str) -> Element {
    let mut made = element.renamed(&format!("{prefix}{}", element.local()));
    made.children = element.elements().map(|child| Node::Element(prefixed(child, prefix))).collect();
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(mut styles: Styles) -> String {
        String::from_utf8(styles.bytes().unwrap()).unwrap()
    }

    #[test]
    fn a_changed_cell_keeps_its_format_and_gets_a_colour() {
        let part = "<x:styleSheet xmlns:x='u'><x:fonts><x:font/></x:fonts><x:fills count='2'><x:fill/><x:fill/></x:fills><x:cellXfs count='2'>\
                    <x:xf numFmtId='0'/><x:xf numFmtId='14' fillId='1' borderId='3'><x:alignment wrapText='1'/></x:xf></x:cellXfs>\
                    <x:dxfs/></x:styleSheet>";
        let mut styles = Styles::of(Some(part.as_bytes())).unwrap();
        assert_eq!((styles.changed(1).unwrap(), styles.changed(1).unwrap(), styles.changed(0).unwrap()), (2, 2, 3));
        assert_eq!((styles.added().unwrap(), styles.added().unwrap()), (4, 4));
        // A format that there is not is the first one.
        assert_eq!(styles.changed(99).unwrap(), 5);
        assert_eq!(
            written(styles),
            "<x:styleSheet xmlns:x='u'><x:fonts><x:font/></x:fonts><x:fills count=\"3\"><x:fill/><x:fill/><x:fill><x:patternFill patternType=\"solid\">\
             <x:fgColor rgb=\"FFFFF2CC\"/><x:bgColor indexed=\"64\"/></x:patternFill></x:fill></x:fills><x:cellXfs count=\"6\">\
             <x:xf numFmtId='0'/><x:xf numFmtId='14' fillId='1' borderId='3'><x:alignment wrapText='1'/></x:xf>\
             <x:xf numFmtId=\"14\" fillId=\"2\" borderId=\"3\" applyFill=\"1\"><x:alignment wrapText='1'/></x:xf>\
             <x:xf numFmtId=\"0\" fillId=\"2\" applyFill=\"1\"/>\
             <x:xf numFmtId=\"49\" applyNumberFormat=\"1\" fillId=\"2\" applyFill=\"1\"/>\
             <x:xf numFmtId=\"0\" fillId=\"2\" applyFill=\"1\"/></x:cellXfs><x:dxfs/></x:styleSheet>"
        );
    }

    #[test]
    fn a_workbook_without_formats_gets_some() {
        let mut styles = Styles::of(None).unwrap();
        assert_eq!(styles.changed(0).unwrap(), 1);
        let list = styles.list().unwrap();
        assert_eq!([list.heading, list.text, list.number, list.link], [2, 3, 4, 5]);
        let mut tree = Tree::parse(&styles.bytes().unwrap()).unwrap();
        let count = |tree: &mut Tree, list: &str| {
            let list = tree.root.child_mut(list).unwrap();
            (list.get("count").unwrap(), list.elements().count().to_string())
        };
        for (list, wanted) in [("fonts", "4"), ("fills", "4"), ("cellXfs", "6")] {
            assert_eq!(count(&mut tree, list), (wanted.to_owned(), wanted.to_owned()), "{list}");
        }
    }

    #[test]
    fn a_workbook_that_is_full_of_formats_says_so() {
        let part = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(FORMAT_CAP));
        let mut styles = Styles::of(Some(part.as_bytes())).unwrap();
        assert!(matches!(styles.changed(0), Err(Stop::Obstacle(Obstacle::Formats))));
    }
}
