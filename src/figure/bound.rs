//! How much a picture may ask of a machine: counted in bytes, elements, letters and pixels before anything is drawn, so
//! that no picture, however it was made, takes all of the memory or never ends. Knows no format.

/// The most bytes of a drawing.
pub const MOST_DRAWING_BYTES: usize = 16 * 1024 * 1024;

/// The most bytes of the attributes of all drawings of a report and of what style sheets give to elements, counted as often as they are
/// read: outlines that `use` repeats, and long values for the elements inside an element.
pub const MOST_READ: u64 = 32 * 1024 * 1024;

/// The most corners of all drawings of a report, counted as its elements are: numbers and commands of outlines.
pub const MOST_CORNERS: u64 = 4_000_000;

/// The most elements of a drawing, those that `use`, markers, patterns, masks and gradients repeat counted as often as they
/// are drawn.
pub const MOST_ELEMENTS: u64 = 100_000;

/// The most elements of all drawings of a report.
pub const MOST_ELEMENTS_OF_REPORT: u64 = 200_000;

/// How deep the elements of a drawing may lie in one another.
pub const MOST_DEPTH: usize = 200;

/// The most attributes of an element.
pub const MOST_ATTRIBUTES: usize = 200;

/// The most characters of text in a drawing, counted as its elements are.
pub const MOST_LETTERS: u64 = 20_000;

/// The most steps in which the rules of style sheets are compared with elements: one for every rule, every element above
/// that a rule asks about, and every declaration that an element gets.
pub const MOST_COMPARISONS: u64 = 20_000_000;

/// How many times as wide or high as the drawing a filter's region or a pattern's tile may be.
pub const MOST_REGION: f64 = 5.0;

/// The most work of a drawing's filters: pixels that a step computes, weighed by what the step takes for one.
pub const MOST_FILTERED: u64 = 300_000_000;

/// How many pixels wide or high a drawing is when its filters are computed.
pub(super) const FILTERED_SIDE: f64 = 2_000.0;

/// The most bytes of a picture's pixels.
pub const MOST_PIXEL_BYTES: u64 = 160 * 1024 * 1024;

/// The most bytes of the pixels of all pictures of a report.
pub const MOST_PIXEL_BYTES_OF_REPORT: u64 = 320 * 1024 * 1024;

/// The most bytes that a compressed part of a picture besides its pixels unpacks to, such as a colour profile.
pub const MOST_UNPACKED: u64 = 4 * 1024 * 1024;

/// The most times that a progressive JPEG draws its picture again.
pub const MOST_SCANS: usize = 100;

/// The most characters of an entity that a drawing declares.
pub const MOST_ENTITY: usize = 1_000;

/// The most bytes that a drawing grows by its entities.
pub const MOST_EXPANSION: usize = 1024 * 1024;

/// What of a picture is bounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Its bytes.
    Bytes,
    /// The bytes of its attributes.
    Read,
    /// Its elements.
    Elements,
    /// The depth of its elements.
    Depth,
    /// The attributes of an element.
    Attributes,
    /// Its letters.
    Letters,
    /// Its style rules.
    Styles,
    /// The region of a filter, or the tile of a pattern.
    Region,
    /// The work of its filters.
    Filters,
    /// Its pixels.
    Pixels,
    /// What is unpacked besides its pixels.
    Unpacked,
    /// How often it draws itself again.
    Scans,
    /// What its entities become.
    Entities,
}

impl Bound {
    /// Returns the word by which messages tell the bounds apart.
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

/// How much a picture asks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Demand {
    /// Elements of drawings.
    pub elements: u64,
    /// Corners of their outlines.
    pub corners: u64,
    /// Bytes of their attributes.
    pub read: u64,
    /// Bytes of pixels.
    pub pixel_bytes: u64,
}

impl Demand {
    /// Adds what another picture asks for.
    pub fn add(&mut self, other: Self) {
        self.elements = self.elements.saturating_add(other.elements);
        self.corners = self.corners.saturating_add(other.corners);
        self.read = self.read.saturating_add(other.read);
        self.pixel_bytes = self.pixel_bytes.saturating_add(other.pixel_bytes);
    }

    /// Returns which bound of a whole report is passed, if one is.
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
