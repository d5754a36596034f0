"""The task of a wire: a lamp, a Modbus line, the sensors' buses."""

import asyncio


async def run(house, name: str, parts, pause_ms: int):
    """Every part in turn, for ever: a unit's head (unit_tasks.py) or a sensor (sensor.py)."""
    while True:
        for part in parts:
            await part.step()
            house.beats[name] = 0
        await asyncio.sleep(pause_ms / 1000)
