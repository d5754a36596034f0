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


def receivers(house, heads):
    """What ir_hearing.run() wants, for each receiver of this board."""
    for i in range(len(heads)):
        pin = house.home["rooms"][i].get("receiver_pin")
        if pin is not None and hasattr(heads[i], "lamp"):
            from splitstat.hardware.ir_receiver import IrReceiver
            from splitstat.ir.hearing import Hearing

            yield house, IrReceiver(pin), [(i, Hearing(heads[i].unit))], heads
