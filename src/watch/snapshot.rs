//! What is in a report's folder at a moment, as far as a build depends on it: names, and hashes of contents.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hasher};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use super::now;
use crate::output::path_in;
use crate::source::{LARGEST_FILE, MOST_OF_REPORT, Project, is_leftover};

/// How long a file can still change without another time of modification: some drives record every other second.
const COARSEST_TIME: Duration = Duration::from_secs(3);

/// The folder that is looked at, and what of it a build does not depend on.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    folder: PathBuf,
    /// The output folder, relative to the folder, with forward slashes and one at its end; `None` if it is elsewhere.
    out: Option<String>,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Snapshot {
    entries: BTreeMap<String, Entry>,
}

#[derive(Debug, Clone)]
struct Entry {
    length: u64,
    modified: Option<SystemTime>,
    content: Content,
    /// When this length and time were first seen.
    since: Instant,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    Hash(u64),
    /// It cannot be read, for example because another program has locked it.
    Unreadable,
    /// Larger than nenpo reads, or one file too many: compared by length and time.
    Unread,
    Folder,
}

impl Scope {
    pub(super) fn new(folder: &Path, out: &Path) -> Self {
        let absolute = |path: &Path| fs::canonicalize(path).or_else(|_| std::path::absolute(path));
        // The output folder may not exist yet, but what it is in does.
        let out = absolute(out).ok().and_then(|out| {
            let above = out.parent().map_or_else(|| Ok(out.clone()), absolute).ok()?;
            Some(out.file_name().map_or_else(|| above.clone(), |name| above.join(name)))
        });
        let below = out.zip(absolute(folder).ok());
        let below = below.and_then(|(out, folder)| Some(out.strip_prefix(folder).ok()?.to_owned()));
        let name = below.map(|below| name_of(&below) + "/").filter(|name| name != "/");
        Self { folder: folder.to_owned(), out: name }
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether a build can depend on a file, by its name relative to the folder.
    pub(super) fn has(&self, name: &str) -> bool {
        let is_output = self.out.as_ref().is_some_and(|out| format!("{name}/").starts_with(out.as_str()));
        let first = name.split('/').next().unwrap_or(name);
        !is_output && !first.starts_with('.') && !is_leftover(name)
    }
}

/// The name of a relative path, with forward slashes.
pub(super) fn name_of(path: &Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

impl Snapshot {
    /// Looks at the folder again. Files that have neither changed their length or time nor are `touched` are not read.
    pub(super) fn look(&self, scope: &Scope, touched: &BTreeSet<String>) -> Self {
        let project = Project::new(&scope.folder);
        let (mut names, folders) = project.top();
        let mut entries = BTreeMap::new();
        for folder in folders.into_iter().filter(|folder| scope.has(folder)) {
            names.extend(project.all_files_below(&folder));
            let entry = Entry { length: 0, modified: None, content: Content::Folder, since: now() };
            entries.insert(format!("{folder}/"), entry);
        }
        let mut left = MOST_OF_REPORT;
        for name in names.into_iter().filter(|name| scope.has(name)) {
            let path = path_in(&scope.folder, &name);
            let Ok(data) = fs::metadata(&path) else { continue };
            let (length, modified) = (data.len(), data.modified().ok());
            let is_read = length <= LARGEST_FILE && length <= left;
            left = left.saturating_sub(if is_read { length } else { 0 });
            let known = self.entries.get(&name).filter(|known| (known.length, known.modified) == (length, modified));
            let since = known.map_or_else(now, |known| known.since);
            let is_certain = |known: &&Entry| {
                let is_old = now().saturating_duration_since(known.since) > COARSEST_TIME;
                is_old && known.content != Content::Unreadable && !touched.contains(&name)
            };
            let content = match known.filter(is_certain) {
                Some(known) => known.content,
                None if is_read => hash(&path).map_or(Content::Unreadable, Content::Hash),
                None => Content::Unread,
            };
            entries.insert(name, Entry { length, modified, content, since });
        }
        Self { entries }
    }

    /// The names of files, and of folders with a slash at their end, that are not as in another snapshot, sorted.
    pub(super) fn differing(&self, other: &Self) -> Vec<String> {
        let names: BTreeSet<&String> = self.entries.keys().chain(other.entries.keys()).collect();
        let is_same = |name: &String| match (self.entries.get(name), other.entries.get(name)) {
            (Some(one), Some(other)) => one.is_like(other),
            (None, None) => true,
            _ => false,
        };
        let mut names: Vec<String> = names.into_iter().filter(|name| !is_same(name)).cloned().collect();
        // A folder is only named if nothing in it is.
        let folders: Vec<String> = names.iter().filter(|name| name.ends_with('/')).cloned().collect();
        for folder in folders {
            if names.iter().any(|name| *name != folder && name.starts_with(&folder)) {
                names.retain(|name| *name != folder);
            }
        }
        names
    }

    pub(super) fn is_locked(&self, name: &str) -> bool {
        self.entries.get(name).is_some_and(|entry| entry.content == Content::Unreadable)
    }

    /// Whether a file that is in `before` looks as if it were just being saved: empty, gone or locked.
    pub(super) fn is_being_saved(&self, name: &str, before: &Self) -> bool {
        let was_whole = before.entries.get(name).is_some_and(|entry| entry.length > 0);
        match self.entries.get(name) {
            Some(entry) => (entry.length == 0 && was_whole) || entry.content == Content::Unreadable,
            None => was_whole,
        }
    }
}

impl Entry {
    fn is_like(&self, other: &Self) -> bool {
        self.content == other.content
            && match self.content {
                Content::Unread => (self.length, self.modified) == (other.length, other.modified),
                Content::Hash(_) => self.length == other.length,
                Content::Unreadable | Content::Folder => true,
            }
    }
}

fn hash(path: &Path) -> io::Result<u64> {
    let mut file = File::open(path)?.take(LARGEST_FILE);
    let mut hasher = DefaultHasher::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(hasher.finish()),
            count => hasher.write(buffer.get(..count).unwrap_or_default()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scope(folder: &Path) -> Scope {
        Scope::new(folder, &folder.join("out"))
    }

    fn look(before: &Snapshot, folder: &Path) -> Snapshot {
        before.look(&scope(folder), &BTreeSet::new())
    }

    fn written(names: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in names {
            let path = path_in(folder.path(), name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, *name).unwrap();
        }
        folder
    }

    #[test]
    fn what_programs_leave_and_what_nenpo_writes_is_no_change() {
        let folder = written(&["report.toml", "data/actuals.csv"]);
        let before = look(&Snapshot::default(), folder.path());
        for name in [
            "out/plan-ja.pdf",
            "out/.nenpo-1/lock",
            "data/~$actuals.xlsx",
            "data/.~lock.actuals.csv#",
            "data/.actuals.csv.swp",
            "data/actuals.csv~",
            "data/4913",
            "data/5A6F1B20",
            "data/5A6F1B20.tmp",
            "data/#actuals.csv#",
            ".git/index",
        ] {
            let path = path_in(folder.path(), name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        }
        assert_eq!(look(&before, folder.path()).differing(&before), Vec::<String>::new());
        fs::write(folder.path().join("data/new.csv"), "x").unwrap();
        assert_eq!(look(&before, folder.path()).differing(&before), ["data/new.csv"]);
    }

    #[test]
    fn only_content_counts_and_content_always_counts() {
        let folder = written(&["report.toml", "data/actuals.csv"]);
        let before = look(&Snapshot::default(), folder.path());
        let file = folder.path().join("data/actuals.csv");
        let time = fs::metadata(&file).unwrap().modified().unwrap();
        let set_time = |time| File::options().write(true).open(&file).unwrap().set_modified(time).unwrap();
        set_time(time + Duration::from_secs(60));
        assert_eq!(look(&before, folder.path()).differing(&before), Vec::<String>::new());
        // The same length and the same time.
        fs::write(&file, "data/Actuals.csv").unwrap();
        set_time(time);
        assert_eq!(look(&before, folder.path()).differing(&before), ["data/actuals.csv"]);
    }

    #[test]
    fn the_output_folder_may_be_anywhere() {
        let folder = written(&["report.toml", "a/b/x.csv", "a/c/x.csv"]);
        let has = |out: &Path, name| Scope::new(folder.path(), out).has(name);
        assert!(!has(&folder.path().join("a/b"), "a/b/x.pdf"));
        assert!(has(&folder.path().join("a/b"), "a/c/x.csv"));
        assert!(has(&folder.path().join("../elsewhere"), "a/b/x.pdf"));
        // The report's own folder as output folder: what is in it still counts.
        assert!(has(folder.path(), "report.toml"));
    }

    #[test]
    fn a_folder_that_comes_and_goes_is_a_change() {
        let folder = written(&["report.toml"]);
        let before = look(&Snapshot::default(), folder.path());
        fs::create_dir(folder.path().join("figures")).unwrap();
        assert_eq!(look(&before, folder.path()).differing(&before), ["figures/"]);
        fs::write(folder.path().join("figures/a.svg"), "x").unwrap();
        let after = look(&before, folder.path());
        assert_eq!(after.differing(&before), ["figures/a.svg"]);
        fs::remove_dir_all(folder.path()).unwrap();
        let gone = look(&after, folder.path());
        assert_eq!(gone.differing(&after), ["figures/a.svg", "report.toml"]);
        assert!(gone.is_being_saved("report.toml", &after) && !after.is_being_saved("report.toml", &before));
    }
}
