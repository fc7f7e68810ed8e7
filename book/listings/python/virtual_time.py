"""An event loop for asyncio whose clock is virtual, as tokio's is in the tests of this course.

When nothing can run, time jumps to the next timer: a program that waits for an hour ends at once,
and its times are exact. `time.sleep` keeps the thread for virtual time too. Real threads and sockets
have no place here.
"""

import asyncio
import selectors
import sys
import time


class Clock:
    """Seconds since the program began."""

    def __init__(self):
        self.now = 0.0

    def advance(self, seconds):
        self.now += seconds


CLOCK = Clock()
SAID = []


class JumpingSelector(selectors.DefaultSelector):
    """Waits for nobody: it moves the clock by as much as it was to wait."""

    def select(self, timeout=None):
        ready = super().select(0)
        if not ready and timeout is None:
            raise RuntimeError("nothing can run, and no timer is set")
        if not ready:
            CLOCK.advance(timeout)
        return ready


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """asyncio's own loop with that clock."""

    def __init__(self):
        super().__init__(JumpingSelector())

    def time(self):
        return CLOCK.now


def say(text):
    """Says a line, now; `say` of the Rust listings does the same."""
    SAID.append((round(CLOCK.now * 1000), str(text)))


def play(*programs):
    """Runs the one of these programs that the command line names, and prints what it said.

    A region `python_NAME` holds the program `NAME`.
    """
    named = {program.__name__: program for program in programs}
    name = sys.argv[1].removeprefix("python_")
    time.sleep = CLOCK.advance
    with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner:
        runner.run(named[name]())
    width = max((len(str(at)) for at, _ in SAID), default=0)
    for at, text in SAID:
        print(f"{at:>{width}} ms  {text}")
