"""Locks: keep together what must change together."""

import asyncio

import harbors
from virtual_time import play, say


# ANCHOR: lost
async def lost():
    lock, sum = asyncio.Lock(), 0

    async def add(name):
        nonlocal sum
        async with lock:
            before = sum
        level = await harbors.level(name)
        say(f"{name}: {before} + {level}")
        async with lock:
            sum = before + level

    await asyncio.gather(add("bergen"), add("oslo"), add("tromso"))
    say(f"the sum is {sum}")
# ANCHOR_END: lost


if __name__ == "__main__":
    play(lost)
