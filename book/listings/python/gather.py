"""Gather: start everything, then wait for all of it."""

import asyncio

import harbors
from harbors import NoAnswer
from virtual_time import play, say


# ANCHOR: together
async def together():
    bergen = ask("bergen")  # answers after 100 ms
    oslo = ask("oslo")  # answers after 40 ms
    say("two calls are made")
    bergen, oslo = await asyncio.gather(bergen, oslo)
    say("both have answered")
    return bergen + oslo


async def ask(name):
    say(f"asking {name}")
    level = await harbors.level(name)
    say(f"{name} has {level} dm")
    return level
# ANCHOR_END: together


# ANCHOR: python_failure
async def failure():
    try:
        await asyncio.gather(ask("bergen"), ask("atlantis"))
    except NoAnswer as error:
        say(error)
    await asyncio.sleep(0.1)  # other work
    say("the end")
# ANCHOR_END: python_failure


if __name__ == "__main__":
    play(together, failure)
