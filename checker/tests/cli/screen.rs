//! The watching program at a terminal of our own, and what is to be seen there.

use std::{
    io::{Read, Write},
    num::NonZero,
    sync::{
        Arc, Mutex,
        mpsc::{self, Receiver},
    },
    thread,
    time::{Duration, Instant},
};

use portable_pty::{CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::{copy::Copy, given::Given};

/// Nothing a test waits for takes this long; whoever waits longer waits for ever.
const PATIENCE: Duration = Duration::from_secs(120);

/// A terminal in which the program runs.
pub struct Screen {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    parser: Arc<Mutex<vt100::Parser>>,
    /// Something was written; the sender is gone with the program.
    written: Receiver<()>,
    child: Box<dyn portable_pty::Child + Send + Sync>,
}

impl Screen {
    /// Starts the program in `copy`, on a terminal of `columns` by `rows`.
    pub fn open(copy: &Copy, columns: u16, rows: u16, arguments: &[&str]) -> Screen {
        Screen::open_with(copy, columns, rows, arguments, &[])
    }

    /// As [`Screen::open`], with more variables in its environment.
    pub fn open_with(
        copy: &Copy,
        columns: u16,
        rows: u16,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Screen {
        let pty = native_pty_system().openpty(size(columns, rows)).expect("a terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_checker"));
        command.args(arguments);
        command.cwd(&copy.root);
        command.env("CARGO_TARGET_DIR", Given::target());
        command.env("TERM", "xterm-256color");
        command.env("NO_COLOR", "1");
        for variable in ["TERM_PROGRAM", "ZELLIJ", "VISUAL", "EDITOR"] {
            command.env_remove(variable);
        }
        for (name, value) in variables {
            command.env(name, value);
        }
        let child = pty.slave.spawn_command(command).expect("the program starts");

        let parser = Arc::new(Mutex::new(vt100::Parser::new(some(rows), some(columns), 0)));
        let (sender, written) = mpsc::channel();
        let mut output = pty.master.try_clone_reader().expect("it can be read");
        let parsed = Arc::clone(&parser);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                parsed.lock().expect("no one panics with it").process(&bytes[..count]);
                if sender.send(()).is_err() {
                    return;
                }
            }
        });
        let keys = pty.master.take_writer().expect("it can be written to");
        Screen { master: pty.master, keys, parser, written, child }
    }

    /// Presses keys.
    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("somebody reads");
        self.keys.flush().expect("somebody reads");
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.parser
            .lock()
            .expect("no one panics with it")
            .screen_mut()
            .set_size(some(rows), some(columns));
        self.master.resize(size(columns, rows)).expect("it has a size");
    }

    /// What is to be seen now.
    pub fn text(&self) -> String {
        let parser = self.parser.lock().expect("no one panics with it");
        parser.screen().contents()
    }

    /// Waits until something is to be seen, and gives all that is.
    #[track_caller]
    pub fn wait_for(&self, wanted: &str) -> String {
        self.wait_until(wanted, |text| text.contains(wanted))
    }

    /// Waits until what is to be seen is as wanted.
    #[track_caller]
    pub fn wait_until(&self, wanted: &str, is_there: impl Fn(&str) -> bool) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let text = self.text();
            if is_there(&text) {
                return text;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if self.written.recv_timeout(left).is_err() {
                panic!("`{wanted}` never came; what stands there:\n{}", self.text());
            }
        }
    }

    /// The program's number.
    pub fn process_id(&self) -> Option<u32> {
        self.child.process_id()
    }

    /// Asks the program to end as the system does.
    #[cfg(unix)]
    pub fn terminate(&self) {
        self.signal(rustix::process::Signal::TERM);
    }

    /// Does something while the program does nothing.
    #[cfg(unix)]
    pub fn stopped(&mut self, work: impl FnOnce(&mut Screen)) {
        self.signal(rustix::process::Signal::STOP);
        work(self);
        self.signal(rustix::process::Signal::CONT);
    }

    #[cfg(unix)]
    fn signal(&self, signal: rustix::process::Signal) {
        let id = self.process_id().and_then(|id| i32::try_from(id).ok());
        let id = id.and_then(rustix::process::Pid::from_raw).expect("it runs");
        rustix::process::kill_process(id, signal).expect("it is ours");
    }

    /// Waits for the program's end; gives its exit code and what it left in the terminal.
    pub fn end(mut self) -> (u32, String) {
        let status = self.child.wait().expect("it can be waited for");
        // The reader comes to its end only when all ends of the terminal are closed.
        while self.written.recv_timeout(Duration::from_millis(200)).is_ok() {}
        (status.exit_code(), self.text())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn some(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("a terminal has columns and rows")
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}
