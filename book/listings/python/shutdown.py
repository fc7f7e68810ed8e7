"""Shutdown: stop in order, and lose nothing on the way."""

import asyncio

import harbors
from virtual_time import play, say


# ANCHOR: closing
async def closing():
    stop = asyncio.Event()
    rounds = asyncio.create_task(go_round(stop))
    await asyncio.sleep(0.1)
    say("the door is closed")
    stop.set()
    await asyncio.wait({rounds})
    say("good night")


async def go_round(stop):
    while not stop.is_set():
        await harbors.level("tromso")  # 70 ms
        say("tromso has answered")
# ANCHOR_END: closing


if __name__ == "__main__":
    play(closing)
