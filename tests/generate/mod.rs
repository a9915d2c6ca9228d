//! Invented customers: the sample, the demo's store and workbooks of any size.
//!
//! Everything follows from a seed. A customer is invented by its index alone, so that a million of
//! them take no memory and any of them can be invented again. Nobody in here exists: addresses are
//! under example.com, .net and .org, and national numbers have sequences from 950 up.

pub(crate) mod customers;
pub(crate) mod demo_store;
pub(crate) mod faults;
pub(crate) mod forms;
pub(crate) mod names;
pub(crate) mod numbers;
pub(crate) mod places;
pub(crate) mod random;
pub(crate) mod rows;
pub(crate) mod sample;
pub(crate) mod workbook;
