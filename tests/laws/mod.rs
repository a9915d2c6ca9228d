//! Laws: what must hold for the whole house.

mod bytes;
mod draft_kill;
mod generator;
mod json;
mod keymap;
mod masking;
mod monkey;
mod readme;
mod sample;
mod sizes;
mod store_contract;
mod store_damage;
mod store_kill;
mod store_model;
mod walls;
mod workbooks;
