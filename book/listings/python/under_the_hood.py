"""Under the hood: what an await is made of."""

from virtual_time import play, say


class YieldNow:
    """What `asyncio.sleep(0)` does."""

    def __await__(self):
        yield


# ANCHOR: by_hand
async def by_hand():
    call = level()
    say("the call is made")
    while True:
        try:
            call.send(None)
            say("pending")
        except StopIteration as ready:
            say(f"ready: {ready.value}")
            break


async def level():
    say("asking")
    await YieldNow()  # its __await__ is a bare `yield`
    say("asking again")
    await YieldNow()
    return 12
# ANCHOR_END: by_hand


if __name__ == "__main__":
    play(by_hand)
