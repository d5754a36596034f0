"""`splitstat unit read`: what a unit says of itself, heard twice."""

from splitstat_cli.terminal import GOOD, out, print_json
from splitstat_cli.unit_port import Line
from splitstat_cli.unit_talk import modbus_unit, run_on, status_row, status_table, talked


def run(line: Line, name: str, address: int, as_json: bool = False) -> int:
    found = modbus_unit(name)

    async def work(listener):
        return await talked(line, listener, address, found, lambda talk: [talk.poll()])

    talk = run_on(line, work)
    row = status_row(talk.status or found.status(talk.values or [None] * len(found.polls)))
    if as_json:
        print_json({"unit": name, "line": line.name, "address": address, "status": row})
        return GOOD
    out.print(f"{name} at {line.name}, address {address}", markup=False, soft_wrap=True)
    out.print(status_table(row))
    return GOOD
