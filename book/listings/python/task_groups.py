"""Task groups: no child outlives its parent."""

import asyncio

import harbors
from harbors import NoAnswer
from virtual_time import play, say


# ANCHOR: rounds
async def rounds():
    try:
        async with asyncio.TaskGroup() as group:
            for name in ["bergen", "atlantis"]:
                group.create_task(call(name))
            say("two tasks are spawned")
    except* NoAnswer as failed:
        say(failed.exceptions[0])
    else:
        say("no failure")
# ANCHOR_END: rounds


async def call(name):
    say(f"calling {name}")
    try:
        return await harbors.level(name)
    finally:
        say(f"{name} is off the line")


if __name__ == "__main__":
    play(rounds)
