//! What happens when something is wrong: told with file and line, and nothing good is lost.

use std::{
    fs,
    net::{Ipv4Addr, TcpListener},
    path::{Path, PathBuf},
    process::{Command, Output},
};

use book::{build, cli::Browser, language::Language, problem::Problem, serve, volume::files};

/// A book of one page in each language, with one lesson.
struct Small {
    folder: tempfile::TempDir,
}

impl Small {
    fn new() -> Small {
        let small = Small { folder: tempfile::tempdir().expect("a folder for a moment") };
        let ours = Path::new(env!("CARGO_MANIFEST_DIR"));
        small.write("Cargo.toml", "members = [\n    \"lessons/tea\",\n]\n");
        small.write(
            "lessons/tea/lesson.toml",
            "title = \"Tea\"\npattern = \"Wait\"\nasyncio = \"`await`\"\n\
             exercise = [{ name = \"brew\", title = \"Brew\", kind = \"implement\", track = \"core\", \
             stars = 1, step = [{ name = \"step_1\", points = 1 }] }]\n",
        );
        small.write(
            "book/listings/src/tea.rs",
            "// ANCHOR: brew\npub async fn brew() {}\n// ANCHOR_END: brew\n",
        );
        for file in ["strings.toml", "book.toml", "assets/book.js", "assets/book.css"] {
            let text = fs::read_to_string(ours.join(file)).expect("a file of the real book");
            small.write(&format!("book/{file}"), &text);
        }
        for language in Language::ALL {
            small.write(&format!("book/src/{language}/SUMMARY.md"), "[Tea](tea.md)\n");
            small.page(language, "# Tea {#tea}\n\n{{#listing tea:brew}}\n");
        }
        small
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    fn write(&self, path: &str, text: &str) {
        let file = self.root().join(path);
        fs::create_dir_all(file.parent().expect("it has one")).expect("writable");
        fs::write(file, text).expect("writable");
    }

    fn page(&self, language: Language, text: &str) {
        self.write(&format!("book/src/{language}/tea.md"), text);
    }

    #[track_caller]
    fn build(&self, languages: &[Language]) -> Vec<String> {
        let problems = build::build(self.root(), languages).expect("it can be tried");
        problems.iter().map(Problem::to_string).collect()
    }

    /// Every file that was built, with its bytes.
    fn built(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let files = files(&self.root().join("book/build")).expect("it was built");
        files.into_iter().map(|file| (file.clone(), fs::read(file).expect("readable"))).collect()
    }

    fn page_of(&self, language: Language) -> String {
        let file = self.root().join(format!("book/build/{language}/tea.html"));
        fs::read_to_string(file).expect("it was built")
    }
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_the_good_book_stays() {
    let small = Small::new();
    assert_eq!(small.build(&Language::ALL), [""; 0]);
    let good = small.built();

    small.page(
        Language::En,
        "# Tea {#tea}\n\n{{#listing tea:bew}}\n{{#lising tea:brew}}\n{{#output tea_time}}\n\
         {{#card coffee}}\n{{#timeline tea \"caption\"}}\n{{#quiz tea}}\n",
    );
    let problems = small.build(&Language::ALL);

    assert_eq!(
        problems,
        [
            "book/src/en/tea.md:3: `book/listings/src/tea.rs`: there is no region `bew`; did you \
             mean `brew`?",
            "book/src/en/tea.md:4: there is no directive `lising`; did you mean `listing`?",
            "book/src/en/tea.md:5: there is no output `tea_time`",
            "book/src/en/tea.md:6: there is no lesson `coffee`",
            "book/src/en/tea.md:7: there is no trace `tea`",
            "book/src/en/tea.md:8: there is no file of questions `tea`",
        ]
    );
    assert_eq!(small.built(), good);
    let left: Vec<_> =
        fs::read_dir(small.root().join("book")).expect("readable").flatten().collect();
    let drafts = left.iter().filter(|entry| entry.file_name().to_string_lossy().contains("draft"));
    assert_eq!(drafts.count(), 0, "no draft is left behind");
}

#[test]
fn a_record_older_than_its_listing_is_told_where_it_is_used() {
    let small = Small::new();
    small.write("book/listings/out/tea.txt", "# src/tea.rs 0123456789abcdef\nready\n");
    small.page(Language::En, "# Tea {#tea}\n\n{{#output tea}}\n");

    let problems = small.build(&Language::ALL);

    assert_eq!(
        problems,
        ["book/src/en/tea.md:3: book/listings/out/tea.txt:1: it is older than \
             `book/listings/src/tea.rs`, from which it was made; run `UPDATE_LISTINGS=1 cargo test \
             -p listings`"]
    );
}

#[test]
fn a_word_of_a_lesson_that_is_not_translated_is_told() {
    let small = Small::new();
    for language in Language::ALL {
        small.page(language, "# Tea {#tea}\n\n{{#card tea}}\n");
    }

    let problems = small.build(&Language::ALL);

    let told = "`Tea` has no text in zh-CN in `book/lessons.zh-CN.toml`";
    assert_eq!(problems, [format!("book/src/zh-CN/tea.md:3: {told}")]);
}

#[test]
fn building_one_language_keeps_the_other() {
    let small = Small::new();
    assert_eq!(small.build(&Language::ALL), [""; 0]);
    let chinese = small.page_of(Language::ZhCn);
    for language in Language::ALL {
        small.page(language, "# Tea {#tea}\n\nNew.\n");
    }

    assert_eq!(small.build(&[Language::En]), [""; 0]);

    assert!(small.page_of(Language::En).contains("New."));
    assert_eq!(small.page_of(Language::ZhCn), chinese);
}

#[test]
fn each_page_leads_to_the_same_page_in_the_other_language() {
    let small = Small::new();

    assert_eq!(small.build(&Language::ALL), [""; 0]);

    let page = small.page_of(Language::ZhCn);
    assert!(page.contains(" lang=\"zh-CN\" "), "{page}");
    assert!(page.contains("class=\"language\" href=\"../en/tea.html\" hreflang=\"en\""), "{page}");
    assert!(page.contains("<link rel=\"alternate\" hreflang=\"en\" href=\"../en/tea.html\">"));
    assert!(!page.contains("Table of contents"), "mdBook's English words are replaced");
    let index = fs::read_to_string(small.root().join("book/build/index.html")).expect("built");
    assert!(index.contains("<a href=\"zh-CN/index.html\""), "{index}");
}

#[test]
fn a_taken_port_is_told() {
    let small = Small::new();
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let port = taken.local_addr().expect("it has one").port();

    let error = serve::serve(small.root(), port, Browser::Leave, "").expect_err("it is taken");

    assert!(error.to_string().starts_with(&format!("port {port} is taken")), "{error}");
}

fn book(words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_book"));
    command.args(words).env("PATH", "").env_remove("CHROMIUM").output().expect("it starts")
}

#[test]
fn exit_codes_tell_a_wrong_question_from_a_missing_tool() {
    let unknown = book(&["bild"]);
    let no_chromium = book(&["pdf"]);
    let no_book = book(&["preprocess"]);

    assert_eq!(unknown.status.code(), Some(2));
    let told = String::from_utf8_lossy(&no_chromium.stderr).into_owned();
    assert_eq!(no_chromium.status.code(), Some(3), "{told}");
    assert!(told.starts_with("error: printing needs Chromium, and none was found"), "{told}");
    assert_eq!(no_book.status.code(), Some(3), "standard input is empty");
    assert_eq!(book(&["preprocess", "supports", "html"]).status.code(), Some(0));
    assert_eq!(book(&["preprocess", "supports", "epub"]).status.code(), Some(1));
}
