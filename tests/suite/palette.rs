//! Whether the colours that every template and chart share can be read and told apart, by whom and on what.
//!
//! Colour vision: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency",
//! IEEE Transactions on Visualization and Computer Graphics 15 (2009), the matrices of severity 1.0, on linear RGB.
//! Distances: Ottosson, "A perceptual color space for image processing" (2020), OKLab, where about 0.02 is just noticeable.
//! Contrast: WCAG 2.2, 1.4.3 (text, 4.5:1) and 1.4.11 (marks, 3:1).

use std::fs;

use nenpo::chart::Color;
use nenpo::report::Status;

use crate::support::repository;

/// How many groups have accents that must be told apart by colour alone; further ones are told apart by their places.
const TOLD_APART: usize = 6;
/// The least distance of two of those accents: twice what is just noticeable.
const LEAST_DISTANCE: f64 = 0.04;

/// Linear red, green and blue in 0..=1.
type Linear = [f64; 3];

/// A ground darker than this bears light text (templates/lib/status-mark.typ).
const DARK: f64 = 0.62;

/// How someone sees colours, as a matrix on linear RGB.
const VISIONS: [(&str, [Linear; 3]); 4] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    ("protanopia", [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    (
        "deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    ("tritanopia", [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
];

fn theme() -> toml::Table {
    fs::read_to_string(repository("templates/lib/theme.toml")).unwrap().parse().unwrap()
}

fn accents(theme: &toml::Table) -> Vec<&str> {
    theme["accents"].as_array().unwrap().iter().map(|accent| accent.as_str().unwrap()).collect()
}

fn contrast(one: &str, two: &str) -> f64 {
    one.parse::<Color>().unwrap().contrast(two.parse().unwrap())
}

fn linear(color: &str) -> Linear {
    [1, 3, 5].map(|start| {
        let share = f64::from(u8::from_str_radix(&color[start..start + 2], 16).unwrap()) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    })
}

fn product(matrix: &[Linear; 3], color: Linear) -> Linear {
    matrix.map(|row| row.iter().zip(color).map(|(factor, channel)| factor * channel).sum())
}

fn seen(color: &str, vision: &[Linear; 3]) -> Linear {
    product(vision, linear(color)).map(|channel| channel.clamp(0.0, 1.0))
}

/// Returns lightness and the two opponent channels of OKLab.
fn oklab(color: Linear) -> [f64; 3] {
    let cones = product(
        &[
            [0.4122214708, 0.5363325363, 0.0514459929],
            [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ],
        color,
    );
    product(
        &[
            [0.2104542553, 0.7936177850, -0.0040720468],
            [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ],
        cones.map(f64::cbrt),
    )
}

fn lightness(color: &str) -> f64 {
    oklab(linear(color))[0]
}

fn distance(one: &str, two: &str, vision: &[Linear; 3]) -> f64 {
    let (one, two) = (oklab(seen(one, vision)), oklab(seen(two, vision)));
    one.iter().zip(two).map(|(one, two)| (one - two).powi(2)).sum::<f64>().sqrt()
}

#[test]
fn accents_can_be_read_as_text_on_paper_and_on_wash() {
    let theme = theme();
    for ground in ["paper", "wash"] {
        let ground_color = theme["ink"][ground].as_str().unwrap();
        for accent in accents(&theme) {
            let contrast = contrast(accent, ground_color);
            assert!(contrast >= 4.5, "{accent} on {ground}: {contrast:.2}");
        }
    }
}

#[test]
fn inks_can_be_read_and_marks_can_be_seen() {
    let theme = theme();
    let ink = |name: &str| theme["ink"][name].as_str().unwrap();
    for ground in ["paper", "wash"] {
        for (name, least) in [("text", 4.5), ("muted", 4.5), ("mark", 3.0)] {
            let contrast = contrast(ink(name), ink(ground));
            assert!(contrast >= least, "{name} on {ground}: {contrast:.2}");
        }
    }
}

#[test]
fn first_accents_are_told_apart_in_every_common_kind_of_colour_vision() {
    let theme = theme();
    let accents = accents(&theme);
    let first = &accents[..TOLD_APART];
    for (name, vision) in &VISIONS {
        for (index, one) in first.iter().enumerate() {
            for two in &first[..index] {
                let distance = distance(one, two, vision);
                assert!(distance >= LEAST_DISTANCE, "{one} and {two} in {name}: {distance:.3}");
            }
        }
    }
}

#[test]
fn status_tones_are_lighter_the_less_far_on_a_status_is() {
    let theme = theme();
    let tones = ["achieved", "on-track", "acceleration-needed", "limited", "not-yet", "monitored"]
        .map(|status| (status, lightness(theme["status"][status].as_str().unwrap())));
    for pair in tones.windows(2) {
        let [(before, dark), (after, light)] = [pair[0], pair[1]];
        assert!(light - dark >= LEAST_DISTANCE, "{before} {dark:.3}, {after} {light:.3}");
    }
}

#[test]
fn every_status_has_a_tone_and_a_mark_that_no_other_has() {
    let theme = theme();
    let marks = fs::read_to_string(repository("templates/lib/shared/marks.typ")).unwrap();
    let mut taken: Vec<(&str, Status)> = Vec::new();
    for status in Status::ALL {
        assert!(theme["status"].get(status.as_str()).is_some(), "{status:?}");
        let key = format!("  {}: ", status.as_str());
        let mark = marks.lines().find_map(|line| line.strip_prefix(&key)).unwrap_or_else(|| panic!("{status:?}"));
        let other = taken.iter().find(|(other, _)| *other == mark);
        assert!(other.is_none(), "{status:?} and {other:?}");
        taken.push((mark, status));
    }
}

#[test]
fn counts_can_be_read_on_the_tones_of_their_statuses() {
    let theme = theme();
    let inks = ["text", "paper"].map(|ink| theme["ink"][ink].as_str().unwrap());
    for status in Status::ALL {
        let tone = theme["status"][status.as_str()].as_str().unwrap();
        let ink = inks[usize::from(lightness(tone) < DARK)];
        let contrast = contrast(ink, tone);
        assert!(contrast >= 4.5, "{ink} on {tone} of {status:?}: {contrast:.2}");
    }
}

#[test]
fn colours_that_deuteranopia_confuses_are_measured_as_near() {
    let (_, deuteranopia) = &VISIONS[2];
    let (_, all_cones) = &VISIONS[0];
    // The second and third accent of an earlier palette.
    let (green, magenta) = ("#0b7361", "#a12c63");
    assert!(distance(green, magenta, deuteranopia) < 0.01);
    assert!(distance(green, magenta, all_cones) > 0.2);
    assert!((lightness("#ffffff") - 1.0).abs() < 1e-3 && lightness("#000000").abs() < 1e-9);
}
