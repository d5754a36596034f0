"""Modbus lines and the units behind them (wiring.py)."""

from splitstat.app.modbus_master import Master
from splitstat.app.unit_modbus import ModbusHead


def head_of(house, i: int, unit, masters: dict, board):
    """The head of a room. masters: those of lines that have one already; board: as in wiring.py.
    Raises ValueError for a bus that the board does not have."""
    room = house.home["rooms"][i]
    master = master_of(room["bus"], masters, board, room.get("line", (9600, None)))
    return ModbusHead(house, i, unit, master, room["address"])


def master_of(line, masters: dict, board, speed):
    """The one of a line, made when it is first wanted. speed: baud and parity."""
    if line not in masters:
        masters[line] = _master(line, dict(board.BUSES), speed[0], speed[1])
    return masters[line]


def _master(line, buses, baud, parity):
    """A line by its name among the board's buses; any other word is a host on the network. parity:
    as UART has it."""
    if line not in buses:
        from splitstat.app.modbus_host import Host

        port = Host(line)
        return Master(port, port, 0)
    from asyncio import StreamReader

    from splitstat.hardware.rs485 import Rs485

    number, tx, rx, enable = buses[line]
    wire = Rs485(number, tx, rx, enable, baud, parity)
    reader = StreamReader(wire.uart)  # pyright: ignore  (MicroPython: any stream)
    return Master(reader, wire, baud)
