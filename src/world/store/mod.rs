//! The store of customers.
