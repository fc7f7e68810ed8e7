//! The steps of `watchtower`: they start your program as a process. Never edit them.

use kit::{End, Program, Seen, Signal, program_path};

/// Ships come and go, and each event is answered with a line.
#[kit::test]
async fn step_1_every_event_is_answered() {
    let tower = watching().await;

    tower.answers("enter Alice", "in Alice").await;
    tower.answers("enter Bob", "in Bob").await;
    tower.answers("leave Alice", "out Alice").await;
}

/// With nobody inside, SIGTERM ends the program with exit code 0, though its input stays open; so
/// does SIGINT.
#[kit::test]
async fn step_2_a_signal_ends_it_well() {
    for signal in [Signal::Terminate, Signal::Interrupt] {
        let tower = watching().await;

        tower.send(signal);

        tower.says("draining 0", "0 ships were inside when the signal came").await;
        tower.says("bye", "0 ships were inside, so there was nothing to wait for").await;
        tower
            .ends(0, "it said `bye`: what keeps the process alive, or which code did it leave?")
            .await;
    }
}

/// With two ships inside, the signal is answered with `draining 2`; the program ends when both are
/// out, and not before.
#[kit::test]
async fn step_3_it_drains_first() {
    let tower = watching().await;
    tower.answers("enter Alice", "in Alice").await;
    tower.answers("enter Bob", "in Bob").await;

    tower.send(Signal::Terminate);

    tower.says("draining 2", "2 ships were inside when the signal came").await;
    tower.answers("leave Bob", "out Bob").await;
    tower.answers("leave Alice", "out Alice").await;
    tower.says("bye", "the last of 2 ships has left").await;
    tower.ends(0, "it drained to its end, which is exit code 0").await;
}

/// While it drains, a ship that wants to enter is refused and not waited for.
#[kit::test]
async fn step_4_nobody_enters_while_it_drains() {
    let tower = watching().await;
    tower.answers("enter Alice", "in Alice").await;

    tower.send(Signal::Terminate);

    tower.says("draining 1", "1 ship was inside when the signal came").await;
    tower.answers("enter Bob", "refused Bob").await;
    tower.answers("leave Alice", "out Alice").await;
    tower.says("bye", "1 ship was inside, 1 was refused; who is counted?").await;
    tower.ends(0, "it drained to its end, which is exit code 0").await;
}

/// A second signal, of either kind, ends the wait with exit code 130.
#[kit::test]
async fn step_5_a_second_signal_gives_up() {
    for second in [Signal::Terminate, Signal::Interrupt] {
        let tower = watching().await;
        tower.answers("enter Alice", "in Alice").await;

        tower.send(Signal::Terminate);
        tower.says("draining 1", "1 ship was inside when the signal came").await;
        tower.send(second);

        tower.says("giving up", "this was signal 2: who still listens while it drains?").await;
        tower.ends(130, "whoever was interrupted leaves with exit code 130").await;
    }
}

/// When its input ends, the program rests, and a signal still ends it with exit code 0.
#[kit::test]
async fn step_6_the_end_of_the_input_is_no_event() {
    let tower = watching().await;

    tower.close_input();

    let seen = tower.program.next().await;
    assert_eq!(
        seen,
        Seen::Silence,
        "1 input ended and 0 lines are due, but there was {seen}: what does reading give at the \
         end, again and again?"
    );
    tower.send(Signal::Terminate);
    tower.says("draining 0", "0 ships were inside when the signal came").await;
    tower.says("bye", "0 ships were inside, so there was nothing to wait for").await;
    tower.ends(0, "it drained to its end, which is exit code 0").await;
}

/// Your program, started and listening.
async fn watching() -> Tower {
    let tower = Tower { program: Program::start(program_path!("watchtower")).await };
    tower.says("watching", "the program has started, and 1 line is due").await;
    tower
}

struct Tower {
    program: Program,
}

impl Tower {
    fn close_input(&self) {
        self.program.close_input();
    }

    fn send(&self, signal: Signal) {
        self.program.send(signal);
    }

    async fn answers(&self, event: &str, line: &str) {
        self.program.write(event);
        let seen = self.program.next().await;
        assert_eq!(
            seen, line,
            "1 event, `{event}`, is answered with `{line}`, but there was {seen}"
        );
    }

    async fn says(&self, line: &str, why: &str) {
        let seen = self.program.next().await;
        assert_eq!(seen, line, "`{line}` was due, but there was {seen}; {why}");
    }

    async fn ends(&self, code: i32, why: &str) {
        let seen = self.program.next().await;
        assert_eq!(
            seen,
            Seen::End(End::Code(code)),
            "the end with exit code {code} was due, but there was {seen}; {why}"
        );
    }
}
