//! A log that is written to after it was closed.

#[derive(Default)]
struct Log {
    lines: Vec<String>,
}

impl Log {
    fn note(&mut self, line: &str) {
        self.lines.push(line.to_owned());
    }

    async fn close(self) {
        println!("{} lines", self.lines.len());
    }
}

#[tokio::main]
async fn main() {
    let mut log = Log::default();
    log.note("the door is open");
    log.close().await;
    log.note("the door is closed");
}
