"""Semaphore: at most so many at the same time."""

import asyncio

import harbors
from virtual_time import play, say


NAMES = ["bergen", "molde", "narvik", "oslo", "tromso", "vardo"]


# ANCHOR: two_lines
# In this order: bergen, which answers after 100 ms, molde (40 ms),
# narvik (40), oslo (40), tromso (70), vardo (40).
async def two_lines():
    lines = asyncio.Semaphore(2)

    async def ask(name):
        async with lines:
            say(f"asking {name}")
            return await harbors.level(name)

    await asyncio.gather(*(ask(name) for name in NAMES))
    say("all have answered")
# ANCHOR_END: two_lines


if __name__ == "__main__":
    play(two_lines)
