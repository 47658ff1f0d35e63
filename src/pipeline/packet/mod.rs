//! Makes committee packets.

mod typeset;

pub use typeset::{PacketPages, PacketPress, PacketProblems};
