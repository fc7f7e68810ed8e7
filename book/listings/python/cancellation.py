"""Cancellation: any await may be the last one."""

import asyncio

import harbors
from virtual_time import play, say


# ANCHOR: race
async def race():
    bergen = asyncio.create_task(ask("bergen"))  # 100 ms
    oslo = asyncio.create_task(ask("oslo"))  # 40 ms
    first = asyncio.FIRST_COMPLETED
    done, rest = await asyncio.wait({bergen, oslo}, return_when=first)
    for task in rest:
        task.cancel()
    await asyncio.wait(rest)  # until they have cleaned up
    say("oslo was first" if oslo in done else "bergen was first")


async def ask(name):
    try:
        say(f"asking {name}")
        await harbors.level(name)
        say(f"{name} has answered")
    finally:
        say(f"{name} hangs up")
# ANCHOR_END: race


# ANCHOR: python_refused
async def refused():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0.03)
    say("canceling")
    task.cancel()
    say(f"the canceled task returned {await task}")


async def stubborn():
    try:
        return await harbors.level("bergen")
    except asyncio.CancelledError:
        return await harbors.level("bergen")  # once more, then
# ANCHOR_END: python_refused


if __name__ == "__main__":
    play(race, refused)
