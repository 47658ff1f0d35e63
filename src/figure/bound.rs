//! Bounds on the resources that a picture may need, counted in bytes, elements, characters and pixels before anything
//! is drawn, so that no picture exhausts memory or time. Does not depend on a format.

/// The size of a drawing in bytes.
pub const MOST_DRAWING_BYTES: usize = 16 * 1024 * 1024;

/// The bytes of attributes and applied style declarations of all drawings of a report, counted as often as they are
/// read: outlines repeated with `use`, and long values inherited by descendants.
pub const MOST_READ: u64 = 32 * 1024 * 1024;

/// The numbers and commands of outlines in all drawings of a report, counted as often as they are drawn.
pub const MOST_CORNERS: u64 = 4_000_000;

/// The elements of a drawing; those repeated by `use`, markers, patterns, masks and gradients are counted as often as
/// they are drawn.
pub const MOST_ELEMENTS: u64 = 100_000;

/// The elements of all drawings of a report.
pub const MOST_ELEMENTS_OF_REPORT: u64 = 200_000;

/// The nesting of a drawing's elements.
pub const MOST_DEPTH: usize = 200;

/// The attributes of an element.
pub const MOST_ATTRIBUTES: usize = 200;

/// The problems of a drawing that are told.
pub(super) const MOST_PROBLEMS: usize = 100;

/// The characters of text in a drawing, counted as often as they are drawn.
pub const MOST_LETTERS: u64 = 20_000;

/// The steps to match style rules with elements: one for every rule, every ancestor that a rule checks, and every
/// declaration applied to an element.
pub const MOST_COMPARISONS: u64 = 20_000_000;

/// The size of a filter region or pattern tile, as a multiple of the drawing's width or height.
pub const MOST_REGION: f64 = 5.0;

/// The cost of a drawing's filters: the pixels of each step, weighted by the step's cost per pixel.
pub const MOST_FILTERED: u64 = 300_000_000;

/// The size in pixels at which filters are computed.
pub(super) const FILTERED_SIDE: f64 = 2_000.0;

/// The bytes of a picture's pixels.
pub const MOST_PIXEL_BYTES: u64 = 160 * 1024 * 1024;

/// The bytes of the pixels of all pictures of a report.
pub const MOST_PIXEL_BYTES_OF_REPORT: u64 = 320 * 1024 * 1024;

/// The unpacked bytes of a picture's compressed metadata, such as a colour profile.
pub const MOST_UNPACKED: u64 = 4 * 1024 * 1024;

/// The scans of a progressive JPEG.
pub const MOST_SCANS: usize = 100;

/// The characters of an entity that a drawing declares.
pub const MOST_ENTITY: usize = 1_000;

/// The bytes that expanding entities adds to a drawing.
pub const MOST_EXPANSION: usize = 1024 * 1024;

/// A bounded property of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Its size in bytes.
    Bytes,
    /// The bytes of its attributes.
    Read,
    /// Its elements.
    Elements,
    /// The nesting of its elements.
    Depth,
    /// The attributes of an element.
    Attributes,
    /// Its characters.
    Letters,
    /// Its style rules.
    Styles,
    /// A filter region or pattern tile.
    Region,
    /// The cost of its filters.
    Filters,
    /// Its pixels.
    Pixels,
    /// Its unpacked metadata.
    Unpacked,
    /// Its scans.
    Scans,
    /// Its expanded entities.
    Entities,
}

impl Bound {
    /// The selector in the message.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Bytes => "bytes",
            Self::Read => "read",
            Self::Elements => "elements",
            Self::Depth => "depth",
            Self::Attributes => "attributes",
            Self::Letters => "letters",
            Self::Styles => "styles",
            Self::Region => "region",
            Self::Filters => "filters",
            Self::Pixels => "pixels",
            Self::Unpacked => "unpacked",
            Self::Scans => "scans",
            Self::Entities => "entities",
        }
    }
}

/// The resources that a picture needs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Demand {
    /// The elements of drawings.
    pub elements: u64,
    /// The numbers and commands of their outlines.
    pub corners: u64,
    /// The bytes of their attributes.
    pub read: u64,
    /// The bytes of pixels.
    pub pixel_bytes: u64,
}

impl Demand {
    /// Adds the resources of another picture.
    pub fn add(&mut self, other: Self) {
        self.elements = self.elements.saturating_add(other.elements);
        self.corners = self.corners.saturating_add(other.corners);
        self.read = self.read.saturating_add(other.read);
        self.pixel_bytes = self.pixel_bytes.saturating_add(other.pixel_bytes);
    }

    /// The first bound of a whole report that is exceeded.
    #[must_use]
    pub fn excess(self) -> Option<Bound> {
        if self.elements > MOST_ELEMENTS_OF_REPORT {
            Some(Bound::Elements)
        } else if self.corners > MOST_CORNERS || self.read > MOST_READ {
            Some(Bound::Read)
        } else if self.pixel_bytes > MOST_PIXEL_BYTES_OF_REPORT {
            Some(Bound::Pixels)
        } else {
            None
        }
    }
}
