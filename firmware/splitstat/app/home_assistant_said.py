"""What the house says over MQTT of a room and of itself, as JSON. Loaded when there is news."""

import gc
import json
from binascii import crc32

from splitstat.app.house_state import state as shown
from splitstat.app.reason_text import faults, say


async def tell(door, minute) -> bool:
    """What is new, and each minute what may have become so without a sign. door: of
    home_assistant.py. Returns whether everything was announced anew."""
    house = door.house
    mqtt = door.mqtt
    shape = 0  # of what a room has to show
    for i in door.rooms:
        shape += house.inputs.rooms[i].humidity_cpct is not None
        shape += house.controller.rooms[i].air.cdeg is not None
    greet = door.greet or shape != door.shape
    if greet:
        door.greet = False
        door.shape = shape
        await _greet(door)
    for i in door.rooms:
        payload = state(house, i)
        sum = crc32(payload)
        if door.sums.get(i) != sum:
            door.sums[i] = sum
            await mqtt.publish(door.top + house.home["rooms"][i]["name"] + "/state", payload)
    if minute:
        await mqtt.say(door.top + "diagnostics", [diagnostics(house)], True)
    return greet


async def _greet(door):
    from splitstat.app import home_assistant_config

    await home_assistant_config.greet(door)


def state(house, i: int) -> bytes:
    """What house_state.py says, and what only people want to read."""
    said = shown(house, i)
    frames = 0
    for at_s in house.controller.rooms[i].sender.sent_s:
        frames += at_s is not None and house.now_s - at_s < 3600
    said["text"] = say(said["action"], said["reason"][0], said["reason"][1])
    said["fault_text"] = faults(said["faults"])
    said["frames_per_h"] = frames
    return json.dumps(said).encode()


def diagnostics(house) -> bytes:
    """Of the board."""
    free = getattr(gc, "mem_free", None)
    return json.dumps(
        {
            "uptime_s": house.now_s,
            "heap_free": free and free(),
            "rssi": house.network.get("rssi"),
        }
    ).encode()
