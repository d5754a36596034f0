"""The wires of this board to its units, from the compiled home and the board file. Needed once, at
the start; what few homes have is in files of its own (wiring_modbus.py, wiring_plant.py)."""

from splitstat.app.unit_tasks import IrHead


def heads_of(house, units, board):
    """(heads, {task: its heads}): one head a room, one task for all lamps, one a Modbus line.

    board: the board file's module. Raises ValueError for a bus that it does not have."""
    found = []
    lines = {}
    masters = {}
    for i in range(len(units)):
        unit = units[i]
        room = house.home["rooms"][i]
        if unit.kind == "ir":
            line = "infrared"
            kind = IrHead
            if room.get("feel"):
                from splitstat.app.unit_feel import FedIrHead

                kind = FedIrHead
            if room.get("blaster"):
                from splitstat.app.blaster import BlastedHead, Blaster

                kind = BlastedHead
                line = "blaster"
                lamp = Blaster(house, room["blaster"][0], room["blaster"][1], unit.hz)
            else:
                lamp = _lamp(len(lines.get(line, ())), room["pin"], unit.hz)
            head = kind(house, i, unit, lamp)
        elif unit.kind == "valve":
            from splitstat.app.wiring_plant import ValveHead

            found.append(ValveHead())
            continue
        else:
            from splitstat.app.wiring_modbus import head_of

            line = room["bus"]
            head = head_of(house, i, unit, masters, board)
        lines.setdefault(line, []).append(head)
        found.append(head)
    return found, lines


def _lamp(channel, pin, hz):
    if pin is None:
        raise ValueError("no pin is named for it")
    from splitstat.hardware.ir_transmitter import IrTransmitter

    return IrTransmitter(channel, pin, hz)
