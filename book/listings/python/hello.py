"""Hello: a coroutine does nothing until it is awaited."""

import asyncio
import time

from virtual_time import play, say


# ANCHOR: breakfast
async def breakfast():
    tea = brew()
    say("the table is set")
    await tea
    say("breakfast")


async def brew():
    say("the kettle is on")
    await asyncio.sleep(180)
    say("the tea is ready")
# ANCHOR_END: breakfast


# ANCHOR: grinding
async def grinding():
    await asyncio.gather(stir(), grind())


async def stir():
    for turn in range(1, 5):
        await asyncio.sleep(0.01)
        say(f"stir {turn}")


async def grind():
    say("the mill is on")
    time.sleep(0.05)  # no `await`: the thread is kept
    say("the coffee is ground")
# ANCHOR_END: grinding


if __name__ == "__main__":
    play(breakfast, grinding)
