"""The wires of this board, from the compiled home and the board file. Needed once, at the
start."""

from splitstat.app.sensor_tasks import OUTDOOR, SUPPLY, Probe

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity


def heads_of(house, units, board):
    """(heads, {task: its heads}): one head a room, one task for all lamps, one a Modbus line.

    board: the board file's module. Raises ValueError for a bus that it does not have."""
    found = []
    lines = {}
    masters = {}
    rooms = house.home["rooms"]
    for i in range(len(units)):
        unit = units[i]
        room = rooms[i]
        if unit.kind == "ir":
            from splitstat.app.unit_tasks import IrHead

            head_of = IrHead
            if room.get("feel"):
                from splitstat.app.unit_feel import FedIrHead

                head_of = FedIrHead
            line = "infrared"
            head = head_of(house, i, unit, _lamp(len(lines.get(line, ())), room["pin"], unit.hz))
        else:
            from splitstat.app.unit_modbus import ModbusHead

            line = room["bus"]
            if line not in masters:
                masters[line] = _master(line, dict(board.BUSES))
            head = ModbusHead(house, i, unit, masters[line], room["address"])
        lines.setdefault(line, []).append(head)
        found.append(head)
    return found, lines


def _lamp(channel, pin, hz):
    if pin is None:
        raise ValueError("no pin")
    from splitstat.hardware.ir_transmitter import IrTransmitter

    return IrTransmitter(channel, pin, hz)


def _master(line, buses):
    """A line by its name among the board's buses; any other word is a host on the network."""
    from splitstat.app.modbus_master import Master

    if line not in buses:
        from splitstat.app.modbus_host import Host

        port = Host(line)
        return Master(port, port, 0)
    from asyncio import StreamReader

    from splitstat.hardware.rs485 import Rs485

    number, tx, rx, enable = buses[line]
    wire = Rs485(number, tx, rx, enable)
    reader = StreamReader(wire.uart)  # pyright: ignore  (MicroPython: any stream)
    return Master(reader, wire, 9600)


def contacts(house):
    """The contacts on pins of this board."""
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


def probes_of(house, board):
    """What sensor_tasks.run() looks at."""
    home = house.home
    buses = {}
    found = []
    shouted = []
    wanted = []
    if home["outdoor"]:
        wanted.append((OUTDOOR, 0, home["outdoor"]))
    for i in range(len(house.traits)):
        room = home["rooms"][i]
        for n in range(len(room["sensors"])):
            wanted.append((i, n, room["sensors"][n]))
        if room["supply_pin"] is not None:
            supply = {"kind": "supply_air", "pin": room["supply_pin"], "address": None}
            wanted.append((i, SUPPLY, supply))
    for i, n, sensor in wanted:
        kind = sensor["kind"]
        if kind == "push":
            continue
        driver = __import__("splitstat.sensors." + kind, None, None, ("decode",))
        where = sensor["address"]
        offset_cdeg = sensor["offset_cdeg"] if i == OUTDOOR else 0
        if kind == "bluetooth_thermometer":
            shouted.append((bytes.fromhex(where.replace(":", "")), driver, i, n, offset_cdeg))
            continue
        if where is None:
            where = getattr(driver, "ADDRESS", None)
        elif isinstance(where, str):
            where = bytes.fromhex(where)
        bus = _bus(driver, sensor, buses, board)
        found.append(Probe(driver, bus, where, i, n, offset_cdeg))
    if shouted:
        from splitstat.app.sensor_tasks import Shouted
        from splitstat.hardware.bluetooth_scan import BluetoothScan

        scan = BluetoothScan([each[0] for each in shouted])
        for address, driver, i, n, offset_cdeg in shouted:
            probe = Probe(driver, None, None, i, n, offset_cdeg)
            found.append(Shouted(driver, scan, address, probe))
    return found


def _bus(driver, sensor, buses, board):
    """The wire of a sensor, opened once."""
    if hasattr(driver, "ADDRESS"):
        key = sensor["port"] or board.I2C[0][0]
        if key not in buses:
            from splitstat.hardware.i2c_bus import I2cBus

            buses[key] = I2cBus(*dict(board.I2C)[key])
        return buses[key]
    key = sensor["pin"]
    if key is None:
        raise ValueError("no pin")
    if key not in buses:
        if sensor["kind"] == "dht22":
            from splitstat.hardware.dht_pin import DhtPin

            buses[key] = DhtPin(key)
        else:
            from splitstat.hardware.one_wire_bus import OneWireBus

            buses[key] = OneWireBus(key)
    return buses[key]
