//! Laws: what must hold for the whole house.

mod generator;
mod sample;
mod store_contract;
mod store_damage;
mod store_kill;
mod store_model;
mod store_size;
mod workbooks;
