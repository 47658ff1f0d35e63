//! Committee packets.

mod command;
mod pages;
mod printed;
