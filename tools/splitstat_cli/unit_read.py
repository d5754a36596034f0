"""`splitstat unit read`: what a unit says of itself, heard twice."""

from splitstat_cli.terminal import GOOD, out, print_json
from splitstat_cli.unit_port import Line
from splitstat_cli.unit_talk import (
    modbus_unit,
    run_on,
    status_row,
    status_table,
    talked,
    water_row,
)


def run(line: Line, name: str, address: int, as_json: bool = False) -> int:
    found = modbus_unit(name, water=True)

    async def work(listener):
        return await talked(line, listener, address, found, lambda talk: [talk.poll()])

    talk = run_on(line, work)
    values = talk.values or [None] * len(found.polls)
    status = talk.status or found.status(values)
    row = water_row(found, status, values) if found.kind == "water" else status_row(status)
    if as_json:
        print_json({"unit": name, "line": line.name, "address": address, "status": row})
        return GOOD
    out.print(f"{name} at {line.name}, address {address}", markup=False, soft_wrap=True)
    out.print(status_table(row))
    return GOOD
