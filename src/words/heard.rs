//! Names as they are said aloud: whole, where a screen has room for a few letters only.

use crate::app::table::Column;
use crate::domain::field::Field;

phrases! { HeardWords {
    field: fn(Field) -> &'static str,
    column: fn(Column) -> &'static str,
} }
