//! Laws: what must hold for the whole house.

mod bytes;
mod corrected;
mod correcting;
mod draft_kill;
mod exports;
mod flows_without_a_screen;
mod generator;
mod json;
mod keymap;
mod masking;
mod monkey;
mod plan;
mod readme;
mod sample;
mod seasons;
mod sizes;
mod store_contract;
mod store_damage;
mod store_kill;
mod store_memory;
mod store_memory_damage;
mod store_model;
mod walls;
mod workbooks;
