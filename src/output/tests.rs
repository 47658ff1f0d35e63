//! Makes every step of writing fail, or kills the run there: existing files must stay intact, without leftovers.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::disk::{Disk, SystemDisk};
use super::leftovers::PREFIX;
use super::staging::{Staging, StagingError, replace_folder_on, replace_folders_on, write_new_folder_on};

struct FailingDisk {
    /// The number of steps that succeed.
    left: AtomicUsize,
    /// Whether the run is killed, so that every later step fails as well.
    is_killed: bool,
    can_exchange: bool,
}

impl FailingDisk {
    fn step(&self) -> io::Result<()> {
        let left = self.left.load(Ordering::SeqCst);
        if left > 0 {
            self.left.store(left - 1, Ordering::SeqCst);
            return Ok(());
        }
        if !self.is_killed {
            self.left.store(usize::MAX, Ordering::SeqCst);
        }
        Err(io::ErrorKind::StorageFull.into())
    }
}

impl Disk for FailingDisk {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        SystemDisk.create_folder(path)
    }

    fn write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        // A full disk, or a killed run, may leave a part of the file.
        self.step().inspect_err(|_| fs::write(path, &data[..data.len() / 2]).unwrap_or_default())?;
        SystemDisk.write(path, data)
    }

    fn link(&self, file: &Path, name: &Path) -> io::Result<()> {
        self.step()?;
        SystemDisk.link(file, name)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        SystemDisk.rename(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        if !self.can_exchange {
            return Err(io::ErrorKind::Unsupported.into());
        }
        self.step()?;
        SystemDisk.exchange(one, other)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        SystemDisk.remove_file(path)
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        SystemDisk.remove_tree(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        SystemDisk.remove_folder(path)
    }
}

type Files = BTreeMap<String, String>;

fn files(pairs: &[(&str, &str)]) -> Files {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

fn as_list(files: &Files) -> Vec<(String, Vec<u8>)> {
    files.iter().map(|(name, text)| (name.clone(), text.clone().into_bytes())).collect()
}

/// All files below a folder; empty folders are included.
fn found(folder: &Path) -> Files {
    fn collect(folder: &Path, name: &str, files: &mut Files) {
        let mut is_empty = true;
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            is_empty = false;
            let inner = format!("{name}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                collect(&entry.path(), &format!("{inner}/"), files);
            } else {
                files.insert(inner, fs::read_to_string(entry.path()).unwrap());
            }
        }
        if is_empty && !name.is_empty() {
            files.insert(name.to_owned(), String::new());
        }
    }
    let mut files = Files::new();
    collect(folder, "", &mut files);
    files
}

fn write(disk: &dyn Disk, folder: &Path, files: &Files) -> Result<(), StagingError> {
    let staging = Staging::on(disk, folder)?;
    for (name, text) in files {
        staging.write(name, text.as_bytes())?;
    }
    staging.commit(&files.keys().cloned().collect::<Vec<_>>()).map(drop)
}

/// Runs with a disk that fails at the first step, at the second and so on, until there is no such step. `before`
/// prepares the folder each time; `after` is told whether the run was killed.
fn at_every_step(before: impl Fn(&Path), run: impl Fn(&dyn Disk, &Path) -> bool, after: impl Fn(&Path, &str, bool)) {
    for (is_killed, can_exchange) in [(false, true), (false, false), (true, true), (true, false)] {
        for step in 0.. {
            let above = tempfile::tempdir().unwrap();
            before(above.path());
            let disk = FailingDisk { left: AtomicUsize::new(step), is_killed, can_exchange };
            let is_done = run(&disk, above.path());
            let is_beyond = disk.left.load(Ordering::SeqCst) > 0 && disk.left.load(Ordering::SeqCst) < usize::MAX / 2;
            after(above.path(), &format!("step {step}, killed: {is_killed}, exchange: {can_exchange}"), is_killed);
            if is_done && is_beyond {
                assert!(step > 5, "only {step} steps");
                break;
            }
            assert!(step < 200, "no end");
        }
    }
}

#[test]
fn files_are_old_or_new_and_never_half() {
    let (old, new) =
        (files(&[("a.pdf", "old a"), ("b.pdf", "old b")]), files(&[("a.pdf", "new a"), ("b.pdf", "new b")]));
    at_every_step(
        |above| {
            fs::create_dir(above.join("out")).unwrap();
            old.iter().for_each(|(name, text)| fs::write(above.join("out").join(name), text).unwrap());
        },
        |disk, above| write(disk, &above.join("out"), &new).is_ok(),
        |above, step, is_killed| {
            let out = above.join("out");
            for (name, text) in &old {
                let text_now = fs::read_to_string(out.join(name)).unwrap();
                assert!(text_now == *text || text_now == new[name], "{step}: {name} is {text_now}");
            }
            if !is_killed {
                // The next run removes what could not be cleaned up.
                let now: Files = found(&out).into_iter().filter(|(name, _)| !name.starts_with(PREFIX)).collect();
                assert!(now == old || now == new, "{step}: {now:?}");
            }
            write(&SystemDisk, &out, &new).unwrap();
            assert_eq!(found(&out), new, "{step}");
        },
    );
}

#[test]
fn a_folder_of_files_is_exchanged_as_a_whole() {
    let (old, new) = (files(&[("a", "1"), ("data/old", "1")]), files(&[("a", "2"), ("data/new", "2")]));
    at_every_step(
        |above| assert!(replace_folder_on(&SystemDisk, &above.join("out/package"), &as_list(&old), |_| false).unwrap()),
        |disk, above| replace_folder_on(disk, &above.join("out/package"), &as_list(&new), |_| true).is_ok(),
        |above, step, _| {
            let out = above.join("out");
            // Any run that writes to the folder removes the leftovers.
            write(&SystemDisk, &out, &files(&[("other.pdf", "")])).unwrap();
            fs::remove_file(out.join("other.pdf")).unwrap();
            let now = found(&out.join("package"));
            assert!(now == old || now == new, "{step}: {now:?}");
            assert_eq!(fs::read_dir(&out).unwrap().count(), 1, "{step}");
        },
    );
}

#[test]
fn all_folders_are_replaced_or_none() {
    let (old, new) = (files(&[("a", "1")]), files(&[("a", "2"), ("b", "2")]));
    let (old_files, new_files) = (as_list(&old), as_list(&new));
    at_every_step(
        |above| {
            assert!(replace_folder_on(&SystemDisk, &above.join("out/ja"), &old_files, |_| false).unwrap());
        },
        |disk, above| {
            let paths = [above.join("out/ja"), above.join("out/en")];
            let folders: Vec<_> = paths.iter().map(|path| (path.as_path(), new_files.as_slice())).collect();
            replace_folders_on(disk, &folders, |_| true).is_ok()
        },
        |above, step, is_killed| {
            let out = above.join("out");
            write(&SystemDisk, &out, &files(&[("other.pdf", "")])).unwrap();
            let (ja, en) = (found(&out.join("ja")), found(&out.join("en")));
            assert!(ja == old || ja == new, "{step}: {ja:?}");
            assert!(en.is_empty() || en == new, "{step}: {en:?}");
            assert!(is_killed || (ja == new) == (en == new), "{step}: {ja:?} {en:?}");
        },
    );
}

#[test]
fn a_folder_in_the_way_of_one_keeps_all_from_being_written() {
    let above = tempfile::tempdir().unwrap();
    let out = above.path().join("out");
    fs::create_dir_all(out.join("en")).unwrap();
    fs::write(out.join("en/notes.txt"), "mine").unwrap();
    let new = as_list(&files(&[("a", "1")]));
    let paths = [out.join("ja"), out.join("en"), out.join("members")];
    let folders: Vec<_> = paths.iter().map(|path| (path.as_path(), new.as_slice())).collect();
    assert_eq!(replace_folders_on(&SystemDisk, &folders, |_| false).unwrap(), [out.join("en")]);
    assert_eq!(found(above.path()), files(&[("out/en/notes.txt", "mine")]));
}

#[test]
fn a_package_is_never_missing_where_folders_can_be_exchanged() {
    let (old, new) = (files(&[("a", "1")]), files(&[("a", "2")]));
    for step in 0..40 {
        let above = tempfile::tempdir().unwrap();
        let package = above.path().join("package");
        assert!(replace_folder_on(&SystemDisk, &package, &as_list(&old), |_| false).unwrap());
        if SystemDisk.exchange(&package, &package).is_err_and(|error| error.kind() == io::ErrorKind::Unsupported) {
            return;
        }
        let disk = FailingDisk { left: AtomicUsize::new(step), is_killed: true, can_exchange: true };
        let _ = replace_folder_on(&disk, &package, &as_list(&new), |_| true);
        let now = found(&package);
        assert!(now == old || now == new, "step {step}: {now:?}");
    }
}

#[test]
fn a_new_folder_has_everything_or_nothing() {
    let new = files(&[("data/a.csv", "1"), ("locales/ja/a.ftl", "2"), ("report.toml", "3")]);
    for exists in [false, true] {
        at_every_step(
            |above| {
                if exists {
                    fs::create_dir(above.join("plan")).unwrap();
                }
            },
            |disk, above| write_new_folder_on(disk, &above.join("plan"), &as_list(&new), "report.toml").is_ok(),
            |above, step, is_killed| {
                let plan = above.join("plan");
                assert!(
                    !plan.join("report.toml").exists() || new.keys().all(|name| plan.join(name).exists()),
                    "{step}"
                );
                if !is_killed {
                    let now: Files = found(&plan).into_iter().filter(|(name, _)| !name.starts_with(PREFIX)).collect();
                    assert!(now.is_empty() || now == new, "{step}: {now:?}");
                }
                // The next run starts from nothing, or finds the complete report.
                write(&SystemDisk, above, &Files::new()).unwrap();
                let is_written = write_new_folder_on(&SystemDisk, &plan, &as_list(&new), "report.toml").unwrap();
                assert_eq!(found(&plan), new, "{step}: {is_written}");
                assert_eq!(fs::read_dir(above).unwrap().count(), 1, "{step}");
            },
        );
    }
}

#[test]
fn folders_with_other_things_in_them_stay() {
    let above = tempfile::tempdir().unwrap();
    fs::write(above.path().join("notes.txt"), "mine").unwrap();
    let new = as_list(&files(&[("a", "1")]));
    assert!(!write_new_folder_on(&SystemDisk, above.path(), &new, "a").unwrap());
    let folder = above.path().join("inner");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("notes.txt"), "mine").unwrap();
    assert!(!replace_folder_on(&SystemDisk, &folder, &new, |_| false).unwrap());
    assert_eq!(found(above.path()), files(&[("notes.txt", "mine"), ("inner/notes.txt", "mine")]));
}

#[test]
fn a_run_at_work_keeps_its_files() {
    let above = tempfile::tempdir().unwrap();
    let staging = Staging::new(above.path()).unwrap();
    staging.write("a", b"1").unwrap();
    write(&SystemDisk, above.path(), &files(&[("b", "2")])).unwrap();
    staging.commit(&["a".to_owned()]).unwrap();
    assert_eq!(found(above.path()), files(&[("a", "1"), ("b", "2")]));
}

#[test]
fn what_a_run_left_that_was_killed_while_it_cleaned_up_is_removed() {
    let above = tempfile::tempdir().unwrap();
    fs::create_dir_all(above.path().join(".nenpo-1/new/data")).unwrap();
    write(&SystemDisk, above.path(), &files(&[("a", "1")])).unwrap();
    assert_eq!(found(above.path()), files(&[("a", "1")]));
}

#[test]
fn a_full_disk_is_not_a_file_that_is_open_elsewhere() {
    let reason = |kind: io::ErrorKind| {
        super::unwritable(Path::new("a.pdf"), &kind.into(), None)
            .argument("reason")
            .map(str::to_owned)
            .unwrap_or_default()
    };
    for (kind, expected) in [
        (io::ErrorKind::StorageFull, "full"),
        (io::ErrorKind::QuotaExceeded, "full"),
        (io::ErrorKind::ReadOnlyFilesystem, "read-only"),
        (io::ErrorKind::PermissionDenied, "permission"),
        (io::ErrorKind::ResourceBusy, "other"),
    ] {
        assert_eq!(reason(kind), expected, "{kind:?}");
    }
}
