"""Tasks: somebody has to wait for them."""

import asyncio

import harbors
from virtual_time import play, say


# ANCHOR: two_tasks
async def two_tasks():
    # bergen answers after 100 ms, oslo after 40
    bergen = asyncio.create_task(ask("bergen"))
    oslo = asyncio.create_task(ask("oslo"))
    del oslo
    say("one handle is left")
    level = await bergen
    say(f"the handle gave {level}")


async def ask(name):
    say(f"asking {name}")
    level = await harbors.level(name)
    say(f"{name} has {level} dm")
    return level
# ANCHOR_END: two_tasks


if __name__ == "__main__":
    play(two_tasks)
