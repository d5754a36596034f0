"""Contacts and receivers on pins of this board (wiring.py)."""


def contacts(house):
    """What loop.Loop reads every second."""
    found = []
    for i in range(len(house.traits)):
        room = house.home["rooms"][i]
        if room["window_pin"] is not None:
            from splitstat.app.contacts import WindowPin
            from splitstat.hardware import pins
            from splitstat.sensors.window_contact import WindowContact

            found.append(WindowPin(i, pins.contact(room["window_pin"]), WindowContact()))
        if room["presence_pin"] is not None:
            from splitstat.app.contacts import PresencePin
            from splitstat.hardware import pins
            from splitstat.sensors.presence import Presence

            found.append(PresencePin(i, pins.level(room["presence_pin"]), Presence()))
    return found


def receivers(house, heads, board):
    """What ir_hearing.run() wants, for each receiver of this board. The first one is sampled where
    the board file (None: there is none) names two pins for that and nothing hangs on them."""
    clocks = getattr(board, "SAMPLER_PINS", None)
    if clocks and not spare(house.home, clocks):
        clocks = None
    for i in range(len(heads)):
        pin = house.home["rooms"][i].get("receiver_pin")
        if pin is not None and hasattr(heads[i], "lamp"):
            from splitstat.ir.hearing import Hearing

            if clocks:
                from splitstat.hardware.ir_sampler import SAMPLE_NS, IrSampler
                from splitstat.ir.samples import Samples

                receiver = IrSampler(pin, clocks, Samples(SAMPLE_NS))
                clocks = None
            else:
                from splitstat.hardware.ir_receiver import IrReceiver

                receiver = IrReceiver(pin)
            yield house, receiver, [(i, Hearing(heads[i].unit))], heads


def spare(home, pins) -> bool:
    """Whether no room and no sensor of this home hangs on these pins; no bus of a board does."""
    for room in home["rooms"]:
        for key in ("pin", "receiver_pin", "window_pin", "presence_pin", "supply_pin"):
            if room.get(key) in pins:
                return False
        for sensor in room["sensors"]:
            if sensor.get("pin") in pins:
                return False
    return not home["outdoor"] or home["outdoor"].get("pin") not in pins
