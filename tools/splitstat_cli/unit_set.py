"""`splitstat unit set`: commands a unit, reads it back, and shows both."""

from rich.table import Table

from splitstat.app.modbus_master import carry
from splitstat.control.types import UnitCommand
from splitstat.modbus.feel import writes
from splitstat_cli.mistakes import FileError, Mistake
from splitstat_cli.terminal import GOOD, MISSED, complain, out, print_json
from splitstat_cli.unit_port import Line
from splitstat_cli.unit_talk import (
    modbus_unit,
    register_rows,
    run_on,
    status_row,
    status_table,
    talked,
)


def run(
    line: Line, name: str, address: int, mode: str | None, setpoint: float | None,
    fan: str | None, swing: str | None, room: float | None, as_json: bool = False,
) -> int:  # fmt: skip
    """setpoint and room in degC. Raises FileError for what the unit has not, before a byte is
    sent."""
    found = modbus_unit(name)
    if mode is setpoint is fan is swing is room is None:
        raise wrong("splitstat unit set", "nothing to set", "--mode, --setpoint, --fan, --swing")
    check(name, found.traits, mode, setpoint, fan, swing)
    feels = [] if room is None else feel(name, found, room)

    async def work(listener):
        talk = await talked(line, listener, address, found, lambda talk: [talk.poll()])
        listener.said.clear()
        if (mode, setpoint, fan, swing) != (None,) * 4:
            command = completed(name, found.traits, talk.status, mode, setpoint, fan, swing)
            await carry(listener, address, talk.send(command))
        for request in feels:
            await listener.ask(address, request)
        return talk, list(listener.said)

    talk, said = run_on(line, work)
    rows = register_rows(found, said)
    good = bool(talk.same or talk.wanted is None) and all(row["exception"] is None for row in rows)
    status = None if talk.status is None else status_row(talk.status)
    if as_json:
        print_json({"unit": name, "line": line.name, "address": address, "confirmed": good,
                    "registers": rows, "status": status})  # fmt: skip
    else:
        show(rows, status)
    if not good:
        complain(f"{name}: the unit did not confirm every setting")
    return GOOD if good else MISSED


def check(name, traits, mode, setpoint, fan, swing):
    """Raises FileError when the unit has no such thing, with what it has."""
    for what, word, known in (
        ("mode", mode, traits.modes),
        ("fan", fan, traits.fans),
        ("swing", swing, traits.swings),
    ):
        if word is not None and word not in known:
            raise wrong(f"--{what} {word}", f"{name} has no such {what}",
                        "allowed: " + (", ".join(known) or "none"))  # fmt: skip
    if setpoint is None:
        return
    span = (traits.cool if mode in ("cool", "dry") else traits.heat) or traits.cool
    low, high = (cdeg / 100 for cdeg in span)
    step = traits.step_cdeg / 100
    allowed = f"{name} takes {low:g} to {high:g} degC in steps of {step:g}"
    # Not a number fails this comparison too.
    if not low <= setpoint <= high:
        raise wrong(f"--setpoint {setpoint:g}", "out of range", allowed)
    if abs(setpoint / step - round(setpoint / step)) > 1e-6:
        raise wrong(f"--setpoint {setpoint:g}", "between two steps", allowed)


def feel(name, found, room) -> list:
    """Requests that tell the unit the room's temperature. Raises FileError."""
    if not -30 <= room <= 50:
        raise wrong(f"--room {room:g}", "out of range", "allowed: -30 to 50 degC")
    requests = writes(found, round(room * 100))
    if not requests:
        raise wrong("--room", f"{name} takes no room temperature", "")
    return requests


def completed(name, traits, status, mode, setpoint, fan, swing) -> UnitCommand:
    """The command, with what was not given as the unit has it now."""
    if mode is None:
        mode = status and status.mode
        if mode in (None, "off") or mode not in traits.modes:
            raise wrong("--mode", f"{name} is {mode or 'in an unknown mode'} now",
                        "say which: " + ", ".join(traits.modes))  # fmt: skip
    cdeg = None if setpoint is None else round(setpoint * 100)
    if cdeg is None:
        cdeg = (status and status.setpoint_cdeg) or 2200
    return UnitCommand(mode, cdeg, fan, swing, False)


def show(rows, status):
    table = Table("register", "", "wrote", "read back", box=None)
    for row in rows:
        read = both(row["read_back"], row["read_back_means"])
        if row["exception"] is not None:
            read = f"refused, exception {row['exception']}"
        table.add_row(row["register"], row["name"], both(row["wrote"], row["means"]), read)
    out.print(table)
    if status is not None:
        out.print()
        out.print(status_table(status))


def both(value, means) -> str:
    """A register's value, and behind it what it means."""
    if value is None:
        return "-"
    return str(value) if means in (None, value) else f"{value} ({means})"


def wrong(where: str, found: str, allowed: str = "") -> FileError:
    return FileError([Mistake(where, None, "", found, allowed)])
