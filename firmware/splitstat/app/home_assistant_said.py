"""What the house says over MQTT of a room and of itself, as JSON. Loaded when there is news."""

import gc
import json

from splitstat.app.reason_text import faults, say


def state(house, i: int) -> bytes:
    """House.state, and what only people want to read."""
    said = house.state(i)
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
