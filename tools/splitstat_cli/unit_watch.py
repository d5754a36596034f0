"""`splitstat unit watch`: asks a unit again and again, and says what changes."""

import asyncio
import json
import sys
import time

from splitstat.app.modbus_master import carry
from splitstat_cli.terminal import GOOD, out
from splitstat_cli.unit_port import Line
from splitstat_cli.unit_talk import modbus_unit, run_on, status_row, talked


def run(
    line: Line, name: str, address: int, every: float, count: int | None, as_json: bool
) -> int:
    found = modbus_unit(name)

    async def work(listener):
        talk = await talked(line, listener, address, found, lambda talk: [talk.poll()])
        shown: dict = {}
        polls = 1
        while True:
            row = {} if talk.status is None else status_row(talk.status)
            changed = {key: value for key, value in row.items() if shown.get(key, ...) != value}
            if as_json or changed:
                say(row if as_json else changed, as_json)
            shown = row
            if count is not None and polls >= count:
                return
            polls += 1
            await asyncio.sleep(every)
            listener.said.clear()
            await carry(listener, address, talk.poll())

    try:
        run_on(line, work)
    except KeyboardInterrupt:
        pass  # the way to end it
    return GOOD


def say(row: dict, as_json: bool):
    at = time.strftime("%H:%M:%S")
    if as_json:
        sys.stdout.write(json.dumps({"at": at, **row}) + "\n")
        sys.stdout.flush()
        return
    parts = [f"{key} {'-' if value is None else value}" for key, value in row.items()]
    out.print(f"{at}  {', '.join(parts)}", markup=False, soft_wrap=True)
