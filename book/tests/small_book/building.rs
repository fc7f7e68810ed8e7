//! What happens when something is wrong: told with file and line, and nothing good is lost.

use std::fs;

use book::language::Language;

use crate::small::Small;

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
fn words_of_the_interface_are_not_searched() {
    let small = Small::new();
    small.write(
        "book/questions/tea.toml",
        "[[quiz]]\nname = \"tea\"\nkind = \"choice\"\ntext.en = \"Is it ready?\"\n\
         [[quiz.option]]\ntext.en = \"Yes.\"\nright = true\nwhy.en = \"Wait.\"\n",
    );
    small.page(
        Language::En,
        "# Tea {#tea}\n\n{{#card tea}}\n{{#quiz tea}}\n{{#exercise tea}}\n\n{{#teacher 5min}}\n\n\
         Drink.\n\n{{/teacher}}\n",
    );

    assert_eq!(small.build(&[Language::En]), [""; 0]);

    let file = small.root().join("book/build/en/search-en.js");
    let index = fs::read_to_string(file).expect("it was built");
    let (_, text) = index.split_once("\"text\":").expect("there is one section");
    assert_eq!(
        text,
        "\"await cargo test -p tea Is it ready? Yes. Yes. Wait. Brew lessons/ tea/ src/ brew.rs cargo \
         checker run tea/brew cargo test -p tea brew Drink.\"}];\n"
    );
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
