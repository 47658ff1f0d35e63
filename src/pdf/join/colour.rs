//! Output intents: one for the joined file. Parts with another profile say on each page what their colours mean.

use lopdf::{Dictionary, Object, Stream};

use super::import::Import;
use super::target::Target;
use crate::pdf::file::File;

/// A profile of colours, and the number of their components.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Profile<'a> {
    content: &'a [u8],
    components: i64,
}

/// What colours without profile mean in a part.
#[derive(Debug, Clone)]
pub(super) struct DefaultColour<'a> {
    /// The reference to the profile.
    pub(super) profile: &'a Object,
    components: i64,
}

impl<'a> DefaultColour<'a> {
    /// `None` if the part has no profile or that of the joined file.
    pub(super) fn of(file: &'a File, common: Option<&Profile<'_>>) -> Option<Self> {
        let (reference, profile) = own_profile(file)?;
        let differs = common.is_some_and(|common| *common != profile);
        differs.then_some(Self { profile: reference, components: profile.components })
    }

    /// The name of the colour space in resources.
    pub(super) fn key(&self) -> &'static [u8] {
        match self.components {
            1 => b"DefaultGray",
            4 => b"DefaultCMYK",
            _ => b"DefaultRGB",
        }
    }
}

/// The profile of the joined file: that of the first part that has one.
pub(super) fn profile<'a>(files: impl Iterator<Item = &'a File>) -> Option<Profile<'a>> {
    files.into_iter().find_map(own_profile).map(|(_, profile)| profile)
}

fn own_profile(file: &File) -> Option<(&Object, Profile<'_>)> {
    intents(file).find_map(|intent| {
        let reference = intent.get(b"DestOutputProfile").ok()?;
        let Object::Stream(Stream { dict, content, .. }) = file.resolved(reference)? else { return None };
        let components = file.value(dict, b"N").and_then(|number| number.as_i64().ok()).unwrap_or(3);
        Some((reference, Profile { content, components }))
    })
}

fn intents(file: &File) -> impl Iterator<Item = &Dictionary> {
    file.array(file.catalog(), b"OutputIntents").iter().filter_map(|intent| file.resolved(intent)?.as_dict().ok())
}

/// The output intents of the first part that has any.
pub(super) fn write(imports: &mut [Import<'_>], target: &mut Target<'_>) -> Object {
    for import in imports {
        let intents: Vec<Dictionary> = intents(import.file).cloned().collect();
        if !intents.is_empty() {
            let copies = intents.iter().map(|intent| import.copy_dictionary(intent, target));
            return Object::Array(copies.map(Object::Dictionary).collect());
        }
    }
    Object::Null
}
