//! Committee packets.

mod pages;
mod printed;
