//! Small parts as trees: what is not touched is written back sign for sign.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::stop::Stop;
use crate::domain::workbook::Excess;
use crate::world::workbook::fault::{damaged, excess};

/// The deepest nesting. Workbooks need some ten levels; trees are walked by recursion.
const DEPTH_CAP: usize = 64;

/// The most elements and texts of one part: a comment has some ten of them.
const NODE_CAP: usize = 2_000_000;

/// A whole part.
pub(super) struct Tree {
    before: String,
    /// The outermost element.
    pub(super) root: Element,
    after: String,
}

/// An element with all that is in it.
#[derive(Clone)]
pub(super) struct Element {
    /// What stands between the angle brackets: name and attributes, as they were written.
    tag: String,
    name_length: usize,
    /// What is in it.
    pub(super) children: Vec<Node>,
}

/// What is in an element.
#[derive(Clone)]
pub(super) enum Node {
    /// Another element.
    Element(Element),
    /// Text, comments and instructions, as they were written.
    Raw(String),
}

impl Tree {
    /// Reads a part.
    ///
    /// # Errors
    /// No well-formed XML, or more of it than any workbook needs.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, Stop> {
        let mut reader = Reader::from_reader(bytes);
        let mut tree = Self { before: String::new(), root: Element::new("none"), after: String::new() };
        let (mut open, mut done, mut nodes): (Vec<Element>, bool, usize) = (Vec::new(), false, 0);
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            nodes += 1;
            if nodes > NODE_CAP || open.len() > DEPTH_CAP {
                return Err(excess(Excess::Text).into());
            }
            let closed = match reader.read_event_into(&mut buffer)? {
                Event::Eof => break,
                Event::Start(tag) => {
                    open.push(Element::from_tag(&tag));
                    continue;
                }
                Event::Empty(tag) => Element::from_tag(&tag),
                Event::End(_) => open.pop().ok_or_else(|| damaged("an element ends that never began"))?,
                other => {
                    let raw = raw(other)?;
                    match open.last_mut() {
                        Some(parent) => parent.children.push(Node::Raw(raw)),
                        None if done => tree.after.push_str(&raw),
                        None => tree.before.push_str(&raw),
                    }
                    continue;
                }
            };
            match open.last_mut() {
                Some(parent) => parent.children.push(Node::Element(closed)),
                None if done => return Err(damaged("a part with two roots").into()),
                None => (tree.root, done) = (closed, true),
            }
        }
        if done && open.is_empty() { Ok(tree) } else { Err(damaged("a part that ends in its middle").into()) }
    }

    /// The part as bytes.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut text = self.before.clone();
        self.root.write(&mut text);
        text.push_str(&self.after);
        text.into_bytes()
    }
}

fn raw(event: Event<'_>) -> Result<String, Stop> {
    let mut writer = quick_xml::Writer::new(Vec::new());
    writer.write_event(event).map_err(damaged)?;
    String::from_utf8(writer.into_inner()).map_err(|error| damaged(error).into())
}

impl Element {
    /// An element without attributes.
    pub(super) fn new(name: &str) -> Self {
        Self { tag: name.to_owned(), name_length: name.len(), children: Vec::new() }
    }

    fn from_tag(tag: &BytesStart<'_>) -> Self {
        let content: &str = tag;
        Self { tag: content.trim_end().to_owned(), name_length: tag.name().as_ref().len(), children: Vec::new() }
    }

    fn write(&self, text: &mut String) {
        text.push('<');
        text.push_str(&self.tag);
        if self.children.is_empty() {
            text.push_str("/>");
            return;
        }
        text.push('>');
        for child in &self.children {
            match child {
                Node::Element(element) => element.write(text),
                Node::Raw(raw) => text.push_str(raw),
            }
        }
        text.push_str("</");
        text.push_str(self.name());
        text.push('>');
    }

    /// The element under another name, with its attributes and without what is in it.
    pub(super) fn renamed(&self, name: &str) -> Self {
        let attributes = self.tag.get(self.name_length..).unwrap_or_default();
        Self { tag: format!("{name}{attributes}"), name_length: name.len(), children: Vec::new() }
    }

    /// Name with its prefix.
    fn name(&self) -> &str {
        self.tag.get(..self.name_length).unwrap_or_default()
    }

    /// Prefix with its colon; empty where there is none.
    pub(super) fn prefix(&self) -> &str {
        self.name().rfind(':').and_then(|at| self.name().get(..=at)).unwrap_or_default()
    }

    /// Name without its prefix.
    pub(super) fn local(&self) -> &str {
        let name = self.name();
        name.rsplit_once(':').map_or(name, |(_, local)| local)
    }

    /// Name space of the element itself, where the element declares it.
    pub(super) fn declared_space(&self) -> Option<String> {
        let prefix = self.prefix().trim_end_matches(':');
        if prefix.is_empty() { self.get("xmlns") } else { self.get(&format!("xmlns:{prefix}")) }
    }

    /// Value of an attribute by its name as it is written.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        self.attributes().into_iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// Value of an attribute by its name, whatever its prefix.
    pub(super) fn get_local(&self, name: &str) -> Option<String> {
        let is_it = |key: &str| key.rsplit_once(':').is_some_and(|(prefix, local)| local == name && prefix != "xmlns");
        self.attributes().into_iter().find(|(key, _)| is_it(key)).map(|(_, value)| value)
    }

    fn attributes(&self) -> Vec<(String, String)> {
        let tag = BytesStart::from_content(self.tag.as_str(), self.name_length);
        let read = |attribute: quick_xml::events::attributes::Attribute<'_>| {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned();
            Some((attribute.key.as_ref().to_owned(), value))
        };
        tag.attributes().with_checks(false).filter_map(|found| read(found.ok()?)).collect()
    }

    /// Gives an attribute a value, in its place or behind the others.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        let mut attributes = self.attributes();
        match attributes.iter_mut().find(|(key, _)| key == name) {
            Some((_, known)) => value.clone_into(known),
            None => attributes.push((name.to_owned(), value.to_owned())),
        }
        let written = attributes.iter().map(|(key, value)| format!(" {key}=\"{}\"", quick_xml::escape::escape(value.as_str())));
        self.tag = std::iter::once(self.name().to_owned()).chain(written).collect();
    }

    /// The elements in it.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Raw(_) => None,
        })
    }

    /// The elements in it, to be changed.
    pub(super) fn elements_mut(&mut self) -> impl Iterator<Item = &mut Self> {
        self.children.iter_mut().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Raw(_) => None,
        })
    }

    /// The first element of that name in it.
    pub(super) fn child(&self, local: &str) -> Option<&Self> {
        self.elements().find(|element| element.local() == local)
    }

    /// The first element of that name in it, to be changed.
    pub(super) fn child_mut(&mut self, local: &str) -> Option<&mut Self> {
        self.elements_mut().find(|element| element.local() == local)
    }

    /// The first element of that name in it; made where the order says, if there is none.
    pub(super) fn ensure(&mut self, local: &str, order: &[&str]) -> Result<&mut Self, Stop> {
        if self.child(local).is_none() {
            // What is not in the order, such as the extensions of later versions, stands anywhere.
            let rank = |name: &str| order.iter().position(|&known| known == name);
            let behind = |child: &Node| matches!(child, Node::Element(element) if rank(element.local()) > rank(local));
            let at = self.children.iter().position(behind).unwrap_or(self.children.len());
            let name = format!("{}{local}", self.prefix());
            self.children.insert(at, Node::Element(Self::new(&name)));
        }
        self.child_mut(local).ok_or_else(|| damaged("an element that was just made is gone").into())
    }

    /// Puts XML behind everything in it.
    pub(super) fn append(&mut self, xml: String) {
        self.children.push(Node::Raw(xml));
    }

    /// Takes the elements out that are not wanted.
    pub(super) fn retain(&mut self, mut wanted: impl FnMut(&Self) -> bool) {
        self.children.retain(|child| match child {
            Node::Element(element) => wanted(element),
            Node::Raw(_) => true,
        });
    }

    /// All text in it, references resolved.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for child in &self.children {
            match child {
                Node::Element(element) => text.push_str(&element.text()),
                Node::Raw(raw) => text.push_str(&quick_xml::escape::unescape(raw).unwrap_or_default()),
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_touched_is_written_back_sign_for_sign() {
        let text =
            "<?xml version=\"1.0\"?>\r\n<!-- a --><x:a xmlns:x='u'  b = '1&amp;2'> t &lt;<x:c/><![CDATA[<]]><x:d>&#233;</x:d>\n</x:a>\n";
        assert_eq!(String::from_utf8(Tree::parse(text.as_bytes()).unwrap().bytes()).unwrap(), text);
    }

    #[test]
    fn attributes_are_changed_and_elements_made_in_their_order() {
        let mut tree = Tree::parse(b"<x:a xmlns:x='u' r:id='7' n='1'><mc:new/><x:two/></x:a>").unwrap();
        assert_eq!((tree.root.prefix(), tree.root.local(), tree.root.declared_space().as_deref()), ("x:", "a", Some("u")));
        assert_eq!((tree.root.get("n").as_deref(), tree.root.get_local("id").as_deref()), (Some("1"), Some("7")));
        tree.root.set("n", "\"2\"");
        tree.root.ensure("one", &["one", "two", "three"]).unwrap().append("t".into());
        tree.root.ensure("three", &["one", "two", "three"]).unwrap();
        let written = String::from_utf8(tree.bytes()).unwrap();
        assert_eq!(written, "<x:a xmlns:x=\"u\" r:id=\"7\" n=\"&quot;2&quot;\"><mc:new/><x:one>t</x:one><x:two/><x:three/></x:a>");
    }

    #[test]
    fn what_is_no_whole_tree_is_refused() {
        for wrong in ["", "text", "<a>", "<a></b>", "<a/><b/>", "</a>"] {
            assert!(Tree::parse(wrong.as_bytes()).is_err(), "{wrong}");
        }
        let deep = |levels: usize| Tree::parse(format!("{}{}", "<a>".repeat(levels), "</a>".repeat(levels)).as_bytes()).is_ok();
        assert!(deep(DEPTH_CAP) && !deep(DEPTH_CAP + 2));
    }
}
