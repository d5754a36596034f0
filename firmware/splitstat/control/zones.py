"""Which zone valves are open, where a valve is a relay and does not feel for itself.

Law: a zone opens a tenth of a kelvin short of its setpoint and shuts as far past it. Water that a
machine moves has a way: while the pump runs for the rooms one zone at least stays open, the one
that is shortest, and in frost all are. A room that nobody knows is open: cold pipes burst.
"""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_HALF_CDEG = const(10)


class Zones:
    """open: of each room behind the whole-home system, in its order."""

    def __init__(self, count: int):
        self.open = [False] * count

    def step(self, rooms, outputs, calling, moving: bool, frost: bool, shift_cdeg: int = 0):
        """rooms: their indexes among outputs; calling: heat, cool or None, what they want; moving:
        the pump runs for them; shift_cdeg: as of whole_home.PlantInputs."""
        zones = self.open
        best = None
        far = 0
        for n in range(len(zones)):
            out = outputs.rooms[rooms[n]]
            mode = out.mode
            told = out.heat_cdeg
            if calling == "cool":
                told = out.cool_cdeg
            if out.room_cdeg is None:
                zones[n] = True
                continue
            if told is None or mode not in (calling or "heat", "heat_cool"):
                zones[n] = frost
                continue
            short = told - out.room_cdeg
            if calling == "cool":
                short = -short
            short += shift_cdeg
            if short > _HALF_CDEG or frost:
                zones[n] = True
            elif short < -_HALF_CDEG:
                zones[n] = False
            if best is None or short > far:
                best = n
                far = short
        if moving and True not in zones:
            zones[best or 0] = True
