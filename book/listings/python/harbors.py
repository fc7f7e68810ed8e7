"""The service that the listings call: harbors that report their water level."""

import asyncio


class NoAnswer(Exception):
    """A harbor that does not report."""


LEVELS = {
    "bergen": (0.1, 12),
    "tromso": (0.07, 15),
    "molde": (0.04, 11),
    "narvik": (0.04, 17),
    "oslo": (0.04, 3),
    "vardo": (0.04, 14),
}


async def level(harbor):
    """The water level in decimeters, after the latency of the harbor."""
    latency, decimeters = LEVELS.get(harbor, (0.02, None))
    await asyncio.sleep(latency)
    if decimeters is None:
        raise NoAnswer(f"{harbor} does not answer")
    return decimeters
