"""What `splitstat unit` has in common with a board: the same master, the same conversation; and
what a person gets to see of it."""

import asyncio

from rich.table import Table

from host_sim.channel.map_gateway import places
from splitstat.app.modbus_master import carry
from splitstat.modbus.conversation import Conversation
from splitstat.modbus.register_map import cdeg_of, registers, word_of
from splitstat_cli.mistakes import FileError, Mistake, nearest, quoted
from splitstat_cli.unit_names import known_heat_pumps, known_units, unit
from splitstat_cli.unit_port import Line, LineError

BAUDS = (9600, 19200, 38400, 57600, 115200, 4800, 2400)
PARITIES = ("none", "even", "odd")
DEGREES = ("setpoint_cdeg", "return_cdeg", "outdoor_cdeg")
SILENT_BEHIND = (10, 11)


def modbus_unit(name: str, water: bool = False):
    """The unit of that name; water: an air-to-water machine is welcome too. Raises FileError when
    there is none, or it is not a Modbus one."""
    found = unit(name)
    names = [one for one in known_units() if unit(one).kind == "modbus"]  # type: ignore
    if found is not None and (found.kind == "modbus" or (water and found.kind == "water")):
        return found
    names += known_heat_pumps() if water else ()
    what = "no such unit" if found is None else "an infra-red unit"
    if found is not None and found.kind == "water":
        what = "an air-to-water heat pump: it can be read, and [whole_home] drives it"
    allowed = "`splitstat units` lists those with Modbus"
    raise FileError([Mistake(quoted(name), None, "", what, allowed, nearest(name, names))])


class Listener:
    """A master that remembers what was said, for the report."""

    def __init__(self, master):
        self.master = master
        self.said: list = []

    async def ask(self, address, request):
        answer = await self.master.ask(address, request)
        self.said.append((request, answer))
        return answer


def run_on(line: Line, work):
    """Runs work(master), a coroutine function, on the opened line. Raises LineError."""

    async def opened():
        async with line as master:
            try:
                return await work(Listener(master))
            except OSError as error:
                raise line.broken(error) from None

    return asyncio.run(opened())


async def talked(line: Line, listener, address: int, found, talks) -> Conversation:
    """A conversation of which talks(conversation) gives the generators to carry out."""
    talk = Conversation(found)
    for generator in talks(talk):
        await carry(listener, address, generator)
        if not any(isinstance(answer, list) for _, answer in listener.said):
            raise await silent(line, listener, address, found)
    return talk


async def silent(line: Line, listener, address: int, found) -> LineError:
    """Why nobody answered, as far as can be told; tries the other usual speeds."""
    where = f"{line.name}, address {address}"
    codes = {answer for _, answer in listener.said if isinstance(answer, int)}
    if codes & set(SILENT_BEHIND):
        return LineError(f"{where}: the gateway answers, the unit behind it does not: check the "
                         "address and the cable between them")  # fmt: skip
    if codes:
        return LineError(
            f"{where}: something answers, but with exception {min(codes)} to every register: "
            f"check --address, and whether it is a {found_name(found)} (`splitstat unit scan`)"
        )
    if not line.port:
        return LineError(f"{where}: no answer: check --address and, at a gateway to a serial "
                         "line, its baud rate")  # fmt: skip
    works = await other_settings(line, listener.master, address, found)
    if works:
        return LineError(f"{where}: wrong baud rate or parity: nothing understandable at "
                         f"{line.settings}, but it answers with {works}")  # fmt: skip
    if set(line.problems) - {"silence"}:
        return LineError(f"{where}: something answers at {line.settings}, but not "
                         "understandably: check baud rate and parity, the wires A and B, and "
                         "that no two devices have this address")  # fmt: skip
    return LineError(f"{where}: no answer at {line.settings}, nor at any other usual speed: check "
                     "--address (`splitstat unit scan`), the wires A and B, and the power of the "
                     "unit")  # fmt: skip


def found_name(found) -> str:
    return next((one for one in known_units() if unit(one) is found), "unit of this kind")


async def other_settings(line: Line, master, address, found) -> str | None:
    """The options with which the device answers, or None."""
    assert line.serial is not None
    request = found.polls[0]
    tries, master.tries = master.tries, 1
    try:
        for baud in BAUDS:
            for parity in PARITIES:
                other = (baud, parity) != (line.baud, line.parity)
                if other and line.serial.takes(baud, parity):
                    if await master.ask(address, request) is not None:
                        return f"--baud {baud} --parity {parity}"
    finally:
        master.tries = tries
        line.serial.takes(line.baud, line.parity)
    return None


def status_row(status) -> dict:
    """What a unit says of itself, in degC; None: it does not say."""
    row = {}
    for key, value in zip(status._fields, status, strict=True):
        if key in DEGREES:
            row[key.replace("_cdeg", "_c")] = None if value is None else value / 100
        else:
            row[key] = value
    return row


def water_row(found, status, values) -> dict:
    """What an air-to-water machine says of itself, in degC; None: it does not say."""
    row = {"state": status.mode, "action": status.action, "fault": status.fault}
    row["defrost"] = status.defrost
    for words in registers(found.text):
        if "=" not in words[2]:
            cdeg = found.reading(words[1], values)
            row[f"{words[1]}_c"] = None if cdeg is None else cdeg / 100
    return row


def status_table(row: dict) -> Table:
    table = Table(box=None, show_header=False)
    for key, value in row.items():
        name = key.removesuffix("_c") if key.endswith("_c") else key
        text = "-" if value is None else f"{value:g} °C" if key.endswith("_c") else str(value)
        table.add_row(name.replace("_", " "), text)
    return table


def register_rows(found, said) -> list[dict]:
    """One row for each register that was written: the last value, and what was read there last."""
    lines = {}
    for words in registers(found.text):
        write, back = places(found, words)
        lines[write] = (words, back)
    if found.feel:
        words = found.feel.split()
        lines.setdefault((words[0][0], int(words[0][1:])), (words, None))
    wrote: dict = {}
    read: dict = {}
    refused: dict = {}
    for request, answer in said:
        start = request[1] << 8 | request[2]
        if request[0] in (5, 6):
            place = ("C" if request[0] == 5 else "H", start)
            value = request[3] << 8 | request[4]
            wrote[place] = value >> 15 if request[0] == 5 else value
            refused[place] = answer if isinstance(answer, int) else None
        elif isinstance(answer, list):
            for n, value in enumerate(answer):
                read["CDHI"[request[0] - 1], start + n] = value
    rows = []
    for place, value in wrote.items():
        words, back = lines[place]
        got = read.get(back)
        rows.append(
            {
                "register": f"{place[0]}{place[1]}",
                "name": words[1],
                "wrote": value,
                "means": meaning(words, value),
                "read_back": got,
                "read_back_means": None if got is None else meaning(words, got),
                "exception": refused[place],
                "same": got == value,
            }
        )
    return rows


def meaning(words, value: int):
    """A register's value as a word, or in degC; None when it has none."""
    if "=" in words[2]:
        return word_of(words, value)
    cdeg = cdeg_of(words, value)
    return None if cdeg is None else cdeg / 100
