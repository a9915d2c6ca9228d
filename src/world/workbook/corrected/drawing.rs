//! The drawings of remarks: without one, Excel shows no remark ([MS-OI29500] and the VML of
//! [ECMA-376] part 4). The part is not always well-formed, so that it is only looked through.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::stop::Stop;
use super::text::LAST;
use crate::domain::correction::{Obstacle, Place};

/// Begins and ends a new part.
const BARE: &str = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
    xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout></xml>";

/// How many numbers of shapes are given out at a time.
const SHAPES: u64 = 1_024;

/// The kind of shape that remarks are.
const SHAPE_TYPE: &str = "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">\
    <v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

/// The prefixes that new shapes use, with what they stand for.
const PREFIXES: [(&str, &str); 3] = [
    ("xmlns:v", "urn:schemas-microsoft-com:vml"),
    ("xmlns:o", "urn:schemas-microsoft-com:office:office"),
    ("xmlns:x", "urn:schemas-microsoft-com:office:excel"),
];

/// The part with drawings erased and added; the number of lines says how much room one needs.
pub(super) fn put(part: Option<Vec<u8>>, erased: &[Place], drawn: &BTreeMap<Place, usize>) -> Result<Vec<u8>, Stop> {
    let part = match part {
        Some(bytes) => String::from_utf8(bytes).map_err(|_| Obstacle::Drawing)?,
        None => BARE.to_owned(),
    };
    let mut part = erase(&part, erased);
    if drawn.is_empty() {
        return Ok(part.into_bytes());
    }
    let end = part.rfind("</xml>").ok_or(Obstacle::Drawing)?;
    let root = part.get(part.find("<xml").ok_or(Obstacle::Drawing)?..end).unwrap_or_default();
    let root = root.split('>').next().unwrap_or_default();
    // Whatever the part calls these name spaces, new shapes bring their own names along.
    let mut spaces = String::new();
    for (prefix, space) in PREFIXES {
        let known = [format!("{prefix}=\"{space}\""), format!("{prefix}='{space}'")].iter().any(|said| root.contains(said));
        if !known {
            let _ = write!(spaces, " {prefix}=\"{space}\"");
        }
    }
    let mut added = String::new();
    if !part.contains("\"_x0000_t202\"") {
        added.push_str(&SHAPE_TYPE.replacen("<v:shapetype", &format!("<v:shapetype{spaces}"), 1));
    }
    let first = highest_number(&part).max(SHAPES) + 1;
    for (number, (place, lines)) in (first..).zip(drawn) {
        shape(&mut added, number, *place, *lines, &spaces);
    }
    part.insert_str(end, &added);
    let last = first + u64::try_from(drawn.len()).unwrap_or(0);
    Ok(claim_numbers(part, first, last).into_bytes())
}

/// Numbers of shapes are given out a thousand at a time: the part lists which thousands it has.
fn claim_numbers(mut part: String, first: u64, last: u64) -> String {
    let list = part.find(":idmap").and_then(|at| Some((at, part.get(at..)?.find('>')? + at)));
    let list = list.and_then(|(at, end)| Some((part.get(at..end)?.find(" data=\"")? + at + " data=\"".len(), end)));
    let Some((start, end)) = list else { return part };
    let Some(length) = part.get(start..end).and_then(|rest| rest.find('"')) else { return part };
    let mut claimed: BTreeSet<u64> =
        part.get(start..start + length).unwrap_or_default().split(',').filter_map(|number| number.trim().parse().ok()).collect();
    claimed.extend(first / SHAPES..=last / SHAPES);
    let claimed: Vec<String> = claimed.iter().map(ToString::to_string).collect();
    part.replace_range(start..start + length, &claimed.join(","));
    part
}

/// The highest number of a shape.
fn highest_number(part: &str) -> u64 {
    let number = |found: &str| {
        let digits = found.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(found.len());
        found.get(..digits)?.parse::<u64>().ok().filter(|&number| number < 1 << 40)
    };
    part.split("_x0000_s").skip(1).filter_map(number).max().unwrap_or(0)
}

fn shape(into: &mut String, number: u64, place: Place, lines: usize, spaces: &str) {
    let (row, column) = (place.row.saturating_sub(1), place.column);
    // Right of the cell, or left of it at the edge of the sheet; two rows and a half for each line.
    let left = if column + 5 > LAST.1 { column.saturating_sub(5) } else { column + 1 };
    let top = row.saturating_sub(1).min(LAST.0 - 40);
    let height = u32::try_from(lines).unwrap_or(u32::MAX).saturating_mul(5) / 2 + 2;
    let bottom = top + height.min(30);
    let _ = write!(
        into,
        "<v:shape{spaces} id=\"_x0000_s{number}\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:60pt;margin-top:2pt;width:220pt;\
         height:60pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>\
         <v:shadow color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\">\
         <div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>\
         <x:Anchor>{left}, 15, {top}, 2, {}, 15, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row>\
         <x:Column>{column}</x:Column></x:ClientData></v:shape>",
        left + 4
    );
}

/// The part without the drawings of remarks on those cells.
fn erase(part: &str, erased: &[Place]) -> String {
    if erased.is_empty() {
        return part.to_owned();
    }
    let erased: std::collections::HashSet<Place> = erased.iter().copied().collect();
    let mut kept = String::with_capacity(part.len());
    let mut rest = part;
    while let Some((start, end)) = next_shape(rest) {
        let (before, shape, behind) = (rest.get(..start), rest.get(start..end), rest.get(end..));
        kept.push_str(before.unwrap_or_default());
        let shape = shape.unwrap_or_default();
        if !remark_of(shape).is_some_and(|place| erased.contains(&place)) {
            kept.push_str(shape);
        }
        rest = behind.unwrap_or_default();
    }
    kept.push_str(rest);
    kept
}

/// Where the next shape begins and ends. Excel writes `v:shape`, others call it what they like.
fn next_shape(part: &str) -> Option<(usize, usize)> {
    part.match_indices(":shape").find_map(|(at, colon)| {
        let behind = part.get(at + colon.len()..)?.chars().next()?;
        let start = part.get(..at)?.rfind('<')?;
        let prefix = part.get(start + 1..at)?;
        let is_shape = (behind.is_whitespace() || behind == '>') && prefix.bytes().all(|sign| sign.is_ascii_alphanumeric());
        let end = format!("</{prefix}:shape>");
        is_shape.then(|| part.get(start..)?.find(&end).map(|length| (start, start + length + end.len())))?
    })
}

/// The cell whose remark the shape is.
fn remark_of(shape: &str) -> Option<Place> {
    if !shape.contains("ObjectType=\"Note\"") {
        return None;
    }
    let number = |name: &str| shape.split(&format!(":{name}>")).nth(1)?.split('<').next()?.trim().parse::<u32>().ok();
    Some(Place { row: number("Row")?.checked_add(1)?, column: u16::try_from(number("Column")?).ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(places: &[(u32, u16)]) -> BTreeMap<Place, usize> {
        places.iter().map(|&(row, column)| (Place { row, column }, 1)).collect()
    }

    #[test]
    fn shapes_are_added_with_numbers_of_their_own_and_erased_again() {
        let part = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:shapetype id=\"_x0000_t202\"/><v:shape id=\"_x0000_s3073\">\
                    <br><x:ClientData ObjectType=\"Note\"><x:Row>1</x:Row><x:Column>2</x:Column></x:ClientData></v:shape></xml>";
        let made = put(Some(part.into()), &[], &drawn(&[(3, 0), (1_048_576, 16_383)])).unwrap();
        let made = String::from_utf8(made).unwrap();
        assert!(made.starts_with(part.strip_suffix("</xml>").unwrap()) && made.ends_with("</v:shape></xml>"), "{made}");
        for said in ["_x0000_s3074", "_x0000_s3075", "<x:Row>2</x:Row><x:Column>0</x:Column>", "<x:Row>1048575</x:Row>"] {
            assert!(made.contains(said), "{said}");
        }
        // The name spaces that the part does not know come along.
        assert_eq!(made.matches("xmlns:x=\"urn:schemas-microsoft-com:office:excel\"").count(), 2);
        let erased = [Place { row: 3, column: 0 }, Place { row: 1_048_576, column: 16_383 }];
        assert_eq!(put(Some(made.into_bytes()), &erased, &drawn(&[])).unwrap(), part.as_bytes());
    }

    #[test]
    fn a_new_part_is_whole() {
        let made = put(None, &[], &drawn(&[(2, 1)])).unwrap();
        let tree = super::super::tree::Tree::parse(&made).unwrap();
        let kinds: Vec<&str> = tree.root.elements().map(super::super::tree::Element::local).collect();
        assert_eq!(kinds, ["shapelayout", "shapetype", "shape"]);
        let many: Vec<(u32, u16)> = (1..=3_000).map(|row| (row, 0)).collect();
        let made = String::from_utf8(put(None, &[], &drawn(&many)).unwrap()).unwrap();
        assert!(made.contains("<o:idmap v:ext=\"edit\" data=\"1,2,3\"/>") && made.contains("_x0000_s4024\""));
        assert!(put(Some(b"<xml>".to_vec()), &[], &drawn(&[(2, 1)])).is_err());
        assert!(put(Some(vec![0xff, 0xfe]), &[], &drawn(&[(2, 1)])).is_err());
    }
}
