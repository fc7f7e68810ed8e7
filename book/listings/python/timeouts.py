"""Timeouts: how long, and what then?"""

import asyncio

import harbors
from harbors import NoAnswer
from virtual_time import play, say


# ANCHOR: morning
async def morning():
    for name in ["oslo", "bergen", "atlantis"]:
        try:
            async with asyncio.timeout(0.05):
                level = await harbors.level(name)
                say(f"{name}: {level} dm")
        except NoAnswer as error:
            say(error)
        except TimeoutError:
            say(f"{name}: too late")
# ANCHOR_END: morning


# ANCHOR: python_moor
async def moor():
    try:
        async with asyncio.timeout(0.05):
            await berth()
    except TimeoutError:
        say("too late")


async def berth():
    say("a berth is reserved")
    try:
        await harbors.level("bergen")  # after 100 ms
    finally:
        await asyncio.sleep(0.01)  # tells the harbor
        say("the berth is given back")
# ANCHOR_END: python_moor


if __name__ == "__main__":
    play(morning, moor)
