//! Committee packets.

mod build;
mod command;
mod pages;
mod printed;
