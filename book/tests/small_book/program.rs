//! The program as its user meets it: what it opens, and how it ends when something is missing.

use std::{
    net::{Ipv4Addr, TcpListener},
    process::Command,
};

use crate::small::Small;

/// The exit code of a program, and what it complained of.
#[track_caller]
fn ended(mut command: Command) -> (Option<i32>, String) {
    let output = command.output().expect("it starts");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_taken_port_is_told() {
    let small = Small::new();
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let port = taken.local_addr().expect("it has one").port();

    let (code, told) = ended(small.program(&["serve", "--port", &port.to_string()]));

    assert_eq!(code, Some(3), "{told}");
    assert!(told.starts_with(&format!("error: port {port} is taken")), "{told}");
    assert!(told.contains("cargo run -p book -- serve --port 0"), "{told}");
}

#[test]
fn exit_codes_tell_a_wrong_question_from_a_missing_tool() {
    let small = Small::new();

    let (unknown, _) = ended(small.program(&["bild"]));
    let (no_chromium, told) = ended(small.program(&["pdf"]));
    let (no_book, _) = ended(small.program(&["preprocess"]));
    let (html, _) = ended(small.program(&["preprocess", "supports", "html"]));
    let (epub, _) = ended(small.program(&["preprocess", "supports", "epub"]));

    assert_eq!(unknown, Some(2));
    assert_eq!(no_chromium, Some(3), "{told}");
    assert!(told.starts_with("error: printing needs Chromium, and none was found"), "{told}");
    assert_eq!(no_book, Some(3), "standard input is empty");
    assert_eq!((html, epub), (Some(0), Some(1)));
}

#[test]
fn outside_of_a_course_there_is_no_book() {
    let elsewhere = tempfile::tempdir().expect("a folder for a moment");
    let mut command = Small::new().program(&["build"]);
    command.current_dir(elsewhere.path());

    let (code, told) = ended(command);

    assert_eq!(code, Some(3), "{told}");
    assert!(told.contains("is not inside a copy of the course"), "{told}");
}

/// With other programs in place of a browser.
#[cfg(unix)]
mod with_scripts {
    use std::{
        fs,
        io::{BufRead, BufReader, Read, Write},
        net::TcpStream,
        process::{Child, Stdio},
        thread,
        time::{Duration, Instant},
    };

    use book::language::Language;

    use super::*;

    /// A server that ends with its test.
    struct Server(Child);

    impl Drop for Server {
        fn drop(&mut self) {
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }

    #[test]
    fn a_browser_is_opened_on_the_page_that_is_served() {
        let small = Small::new();
        let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
        small.other(opener, "echo \"$1\" > ../opened");
        let words = ["serve", "--port", "0", "--open", "en/tea.html"];

        let mut child = small.program(&words).stdout(Stdio::piped()).spawn().expect("it starts");
        let said = BufReader::new(child.stdout.take().expect("it is piped"));
        let _server = Server(child);
        let address = said.lines().map(|line| line.expect("its words")).find_map(|line| {
            line.strip_prefix("http://").map(|rest| rest.trim_end_matches('/').to_owned())
        });
        let host = address.expect("it says where the book is");
        let began = Instant::now();
        let opened = loop {
            assert!(began.elapsed() < Duration::from_secs(30), "no browser is opened");
            let opened = fs::read_to_string(small.root().join("opened")).unwrap_or_default();
            if opened.ends_with('\n') {
                break opened;
            }
            thread::yield_now();
        };
        let mut stream = TcpStream::connect(&host).expect("it listens");
        write!(stream, "GET /en/tea.html HTTP/1.1\r\nHost: {host}\r\n\r\n").expect("it reads");
        let mut page = String::new();
        stream.read_to_string(&mut page).expect("it answers");

        assert_eq!(opened, format!("http://{host}/en/tea.html\n"));
        assert!(page.starts_with("HTTP/1.1 200 "), "{page}");
        assert!(page.contains("<h1 id=\"tea\">"), "{page}");
        let port = fs::read_to_string(small.root().join("target/awaitlings/book.port"));
        let port = port.expect("the checker finds it there");
        assert_eq!(format!("127.0.0.1:{}", port.trim()), host);
    }

    /// A Chromium that writes `text` where it is to print, and ends with `code`.
    fn printing(small: &Small, text: &str, code: u8) {
        small.other(
            "chromium",
            &format!(
                "for word; do case \"$word\" in --print-to-pdf=*) \
                 echo '{text}' > \"${{word#*=}}\";; esac; done; exit {code}"
            ),
        );
    }

    #[test]
    fn half_a_pdf_does_not_take_the_place_of_a_good_one() {
        let small = Small::new();
        printing(&small, "%PDF good %%EOF", 0);
        assert_eq!(ended(small.program(&["pdf"])), (Some(0), String::new()));
        let good = small.built();
        for language in Language::ALL {
            small.page(language, "# Tea {#tea}\n\nNew.\n");
        }

        printing(&small, "%PDF half", 0);
        let (half, told) = ended(small.program(&["pdf"]));
        printing(&small, "%PDF half", 1);
        let (killed, _) = ended(small.program(&["pdf"]));

        assert_eq!((half, killed), (Some(3), Some(3)), "{told}");
        assert!(told.contains("could not print `en/awaitlings.pdf`"), "{told}");
        assert!(small.built() == good, "the older book and its PDFs are there");
        let pdf = small.root().join("book/build/en/awaitlings.pdf");
        assert_eq!(fs::read_to_string(pdf).expect("it is there"), "%PDF good %%EOF\n");
    }
}
