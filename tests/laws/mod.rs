//! Laws: what must hold for the whole house.

mod workbooks;
