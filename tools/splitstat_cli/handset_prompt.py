"""The handset of a simulated unit, for whoever tries the first run without hardware: lines typed
where `splitstat board sim --empty` runs become presses, and what the unit does is told."""

import sys
import threading

from splitstat.control.types import UnitCommand
from splitstat_cli.terminal import complain, out

HELP = (
    'type what its handset shall say: "off", "cool 22", "heat 22"; what the unit does stands here'
)


def begin(virtual, boards: list) -> None:
    """virtual: a VirtualHome; boards: names of those whose rooms have a handset here."""
    rooms = [
        room["name"] for room in virtual.about.compiled["rooms"]
        if room["board"] in boards and room["name"] in virtual.plant.receivers
    ]  # fmt: skip
    if not rooms:
        complain("no room of these boards has a unit with a handset")
        return
    out.print(f"{rooms[0]}: {HELP}", markup=False)
    threading.Thread(target=_listen, args=(virtual, rooms[0]), daemon=True).start()
    virtual.plant.listeners.append(Told(virtual.plant).step)


def command(line: str) -> UnitCommand | None:
    """What a line says, or None."""
    words = line.lower().split()
    if words == ["off"]:
        return UnitCommand("off", 2200, "auto", None, False)
    if len(words) == 2 and words[0] in ("heat", "cool") and words[1].isdigit():
        return UnitCommand(words[0], 100 * int(words[1]), "auto", None, False)
    return None


def _listen(virtual, room: str) -> None:
    for line in sys.stdin:
        press = command(line)
        if press is not None:
            virtual.press(room, press)
        elif line.strip():
            complain(HELP)


class Told:
    """Says which frames a unit has taken since the last step of the home."""

    def __init__(self, plant):
        self.plant = plant
        self.count = 0

    def step(self, _) -> None:
        for frame in self.plant.frames[self.count :]:
            if frame.command is None:
                continue
            degrees = f" {frame.command.setpoint_cdeg / 100:g} °C"
            text = frame.command.mode + ("" if frame.command.mode == "off" else degrees)
            out.print(f"{frame.room}: the unit beeps, and shows {text}", markup=False)
        self.count = len(self.plant.frames)
