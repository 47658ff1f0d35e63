//! Which standards a packet claims: those that all its materials support.

use super::material::{Opened, Reason};
use crate::diagnostic::{Code, Diagnostic};
use crate::pdf::join::{Conformance, Level};
use crate::pdf::soundness::Finding;
use crate::report::Standard;

/// What nenpo’s own pages support, and a packet at most.
pub(super) const BEST: Conformance = Conformance { archive: Some((2, Level::A)), accessible: true };

/// The problem of a material that supports less than its packet could claim: an error if that is required, otherwise a
/// warning. What is for members costs only their packet the claim.
pub(super) fn problem(opened: &Opened, for_members: bool, required: &[Standard]) -> Option<Diagnostic> {
    let missing: Vec<&str> = required
        .iter()
        .filter(|standard| !supports(opened.conformance, **standard))
        .map(|standard| name(*standard))
        .collect();
    let reason = match &opened.reason {
        Some(reason) => reason,
        None if missing.is_empty() => return None,
        // What meets the best claim of a higher part of PDF/A does not meet that of a lower one.
        None => &Reason::HigherPart,
    };
    let code = if missing.is_empty() { Code::ClaimLost } else { Code::RequirementNotMet };
    let standards = if missing.is_empty() { lost(opened.conformance) } else { missing };
    let problem = Diagnostic::at(code, &opened.path.place).with("material", &opened.path.value);
    let problem = problem.with("reason", reason.as_str()).with("standards", standards.join(", "));
    let problem = problem.with("audience", if for_members { "members" } else { "all" });
    Some(match reason {
        Reason::Contradicted(Finding { kind, page, detail }) => {
            let page = page.map(|page| page.to_string()).unwrap_or_default();
            problem.with("kind", kind.as_str()).with("page", page).with("detail", detail)
        }
        Reason::NotArchivable(contradiction) => problem.with("detail", contradiction.detail()),
        Reason::Untagged
        | Reason::NotClaimed
        | Reason::NotInReport
        | Reason::HigherPart
        | Reason::NoLanguage
        | Reason::TagsNotChecked => problem,
    })
}

/// The standards that a packet with such a material does not claim.
fn lost(conformance: Conformance) -> Vec<&'static str> {
    let archive = match conformance.archive {
        None => Some("PDF/A"),
        Some((_, Level::A)) => None,
        Some(_) => Some(name(Standard::A2a)),
    };
    let accessible = (!conformance.accessible).then_some(name(Standard::Ua1));
    accessible.into_iter().chain(archive).collect()
}

fn supports(conformance: Conformance, standard: Standard) -> bool {
    let (part, level) = match standard {
        Standard::Ua1 => return conformance.accessible,
        Standard::A2a => (2, Level::A),
        Standard::A2b => (2, Level::B),
        Standard::A2u => (2, Level::U),
        Standard::A3a => (3, Level::A),
        Standard::A3b => (3, Level::B),
        Standard::A3u => (3, Level::U),
    };
    // A higher part allows more: it does not meet a requirement of a lower one.
    conformance.archive.is_some_and(|(own, own_level)| own <= part && own_level >= level)
}

fn name(standard: Standard) -> &'static str {
    match standard {
        Standard::Ua1 => "PDF/UA-1",
        Standard::A2a => "PDF/A-2a",
        Standard::A2b => "PDF/A-2b",
        Standard::A2u => "PDF/A-2u",
        Standard::A3a => "PDF/A-3a",
        Standard::A3b => "PDF/A-3b",
        Standard::A3u => "PDF/A-3u",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_lost_is_what_a_material_does_not_support() {
        let of = |archive, accessible| lost(Conformance { archive, accessible });
        assert_eq!(of(Some((2, Level::A)), true), Vec::<&str>::new());
        assert_eq!(of(Some((3, Level::U)), false), ["PDF/UA-1", "PDF/A-2a"]);
        assert_eq!(of(None, true), ["PDF/A"]);
    }

    #[test]
    fn a_higher_level_meets_the_requirement_of_a_lower_one_and_a_higher_part_does_not() {
        assert!(supports(BEST, Standard::A2b) && supports(BEST, Standard::A3u) && supports(BEST, Standard::Ua1));
        let with_attachments = Conformance { archive: Some((3, Level::A)), accessible: true };
        assert!(!supports(with_attachments, Standard::A2a) && supports(with_attachments, Standard::A3a));
    }
}
