"""Queues: who waits when it is full, and how it ends."""

import asyncio

import harbors
from virtual_time import play, say


ROUND = ["oslo", "molde", "narvik", "vardo", "bergen"]


# ANCHOR: rounds
async def rounds(room=2):
    queue = asyncio.Queue(room)
    producer = asyncio.create_task(produce(queue))
    while (name := await queue.get()) is not None:
        await harbors.level(name)
    say("the queue has ended")
    await producer


async def produce(queue):
    for name in ROUND:
        await queue.put(name)
    say("all names are sent")
    await queue.put(None)  # the end, for one consumer
# ANCHOR_END: rounds


if __name__ == "__main__":
    play(rounds)
