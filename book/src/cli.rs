//! The command line: `cargo run -p book -- COMMAND`.

use crate::language::Language;

/// What can be asked.
pub const USAGE: &str = "\
Builds, checks and serves the book.

usage: cargo run -p book -- COMMAND

  build [--lang en|zh-CN]     build it into `book/build`; what is done without a command
  serve [--port N] [--open [PAGE]]
                              serve it on this machine, and build it anew when a file changes;
                              a page is `en/gather.html`
  check                       build it, and check all that needs no browser
  preprocess                  replace the directives for an mdBook of your own
  pdf [--lang en|zh-CN]       print it into `book/build/LANGUAGE/awaitlings.pdf`, with Chromium

exit codes: 0 good, 1 something is wrong in the book, 2 asked wrongly, 3 could not be done
";

/// The port on which the book is served, unless another one is asked for.
pub const PORT: u16 = 3377;

/// What was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Build these languages.
    Build(Vec<Language>),
    /// Serve the book.
    Serve {
        /// On this port; 0 is any that is free.
        port: u16,
        /// Whether a browser is opened.
        browser: Browser,
        /// On this page, such as `en/gather.html`; an empty one is the reader's language.
        page: String,
    },
    /// Check it.
    Check,
    /// Replace the directives of the book on standard input.
    Preprocess,
    /// Say whether this renderer is supported.
    Supports(String),
    /// Print these languages.
    Pdf(Vec<Language>),
    /// Say what can be asked.
    Help,
}

/// Whether a browser is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    /// It is.
    Open,
    /// It is not.
    Leave,
}

impl Command {
    /// What the words of a command line mean.
    ///
    /// # Errors
    ///
    /// What cannot be asked, as a sentence.
    pub fn parse(words: &[String]) -> Result<Command, String> {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words.as_slice() {
            [] => Ok(Command::Build(Language::ALL.to_vec())),
            ["-h" | "--help" | "help", ..] => Ok(Command::Help),
            ["build", rest @ ..] => Ok(Command::Build(languages(rest)?)),
            ["pdf", rest @ ..] => Ok(Command::Pdf(languages(rest)?)),
            ["serve", rest @ ..] => serve(rest),
            ["check"] => Ok(Command::Check),
            ["preprocess"] => Ok(Command::Preprocess),
            // So mdBook asks each preprocessor.
            ["preprocess", "supports", renderer] => Ok(Command::Supports((*renderer).to_owned())),
            ["check" | "preprocess", rest, ..] => Err(format!("`{rest}` is not understood here")),
            [command, ..] => Err(format!("there is no command `{command}`")),
        }
    }
}

fn languages(words: &[&str]) -> Result<Vec<Language>, String> {
    match words {
        [] => Ok(Language::ALL.to_vec()),
        ["--lang", tag] => {
            let language = Language::from_tag(tag);
            let language = language.ok_or_else(|| format!("the book is not written in `{tag}`"))?;
            Ok(vec![language])
        }
        ["--lang"] => Err("`--lang` is followed by `en` or `zh-CN`".to_owned()),
        [other, ..] => Err(format!("`{other}` is not understood here")),
    }
}

fn serve(words: &[&str]) -> Result<Command, String> {
    let (mut port, mut browser, mut page) = (PORT, Browser::Leave, String::new());
    let mut words = words.iter().peekable();
    while let Some(word) = words.next() {
        match *word {
            "--open" => {
                browser = Browser::Open;
                let named = words.next_if(|word| !word.starts_with('-'));
                page = named.map(|it| (*it).to_owned()).unwrap_or_default();
            }
            "--port" => {
                let number = words.next().ok_or("`--port` is followed by a number")?;
                port = number.parse().map_err(|_| format!("`{number}` is no port: 0 to 65535"))?;
            }
            other => return Err(format!("`{other}` is not understood here")),
        }
    }
    Ok(Command::Serve { port, browser, page })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Command, String> {
        Command::parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn without_a_command_both_languages_are_built() {
        assert_eq!(parse(""), Ok(Command::Build(Language::ALL.to_vec())));
        assert_eq!(parse("build --lang zh-CN"), Ok(Command::Build(vec![Language::ZhCn])));
    }

    #[test]
    fn what_does_not_exist_cannot_be_asked() {
        for line in ["bild", "build --lang fr", "build --fast", "serve --port x", "check all"] {
            assert!(parse(line).is_err(), "{line}");
        }
    }

    #[test]
    fn a_port_a_browser_and_a_page_go_together() {
        let served = |page: &str| {
            let page = page.to_owned();
            Ok(Command::Serve { port: 4000, browser: Browser::Open, page })
        };

        assert_eq!(parse("serve --open --port 4000"), served(""));
        assert_eq!(parse("serve --open en/gather.html --port 4000"), served("en/gather.html"));
    }
}
