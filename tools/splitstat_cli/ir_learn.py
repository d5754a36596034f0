"""`splitstat ir learn NAME...`: records keys of a remote with the receiver of a board, over
mpremote, a file each.

The board's own receiver code (firmware/splitstat/hardware/ir_receiver.py) is run at its prompt, so
a board with nothing but MicroPython records as well. A board that runs Splitstat goes on with a
new start.
"""

import time
from pathlib import Path

from splitstat_cli import board_files, ir_formats, serial_board, vms
from splitstat_cli.board_serial import go_on
from splitstat_cli.ir_store import state_of
from splitstat_cli.mistakes import BoardError, quoted
from splitstat_cli.terminal import GOOD, err, out, print_json

TURN_S = 2  # for so long a board listens before it says that nothing came
LISTEN = f"""
def _heard():
    end = time.ticks_add(time.ticks_ms(), {1000 * TURN_S})
    while time.ticks_diff(end, time.ticks_ms()) > 0:
        time.sleep_ms(20)
        found = _receiver.take()
        if found is not None:
            return found
"""


def run(
    names: list[str],
    port: str | None = None,
    board: str | None = None,
    pin: int | None = None,
    seconds: float = 20,
    as_json: bool = False,
) -> int:
    """Writes NAME.txt for each name into this folder. Raises BoardError when a key is not heard
    within so many seconds, and FileError for a name that says no state."""
    for name in names:
        state_of(name)
    if pin is None:
        if board is None:
            raise BoardError("where is the receiver? --board NAME or --pin NUMBER says it")
        if board not in board_files.known_boards():
            known = ", ".join(board_files.known_boards())
            raise BoardError(f"--board is {quoted(board)}; allowed are {known}")
        pin = board_files.board(board).receiver_pin
    line = serial_board.open_board(port)
    written = {}
    try:
        source = (vms.FIRMWARE / "hardware" / "ir_receiver.py").read_text("utf-8")
        serial_board.said(line, f"{source}\n_receiver = IrReceiver({pin})\n{LISTEN}")
        for name in names:
            serial_board.said(line, "_receiver.drop()")  # a key that was pressed twice
            with err.status(f"press {name} once, one hand's breadth from the receiver"):
                timings = _heard(line, seconds)
            if timings is None:
                raise BoardError(f"{name}: nothing came within {seconds:g} s on pin {pin}")
            path = Path(f"{name}.txt")
            path.write_text(" ".join(map(str, timings)) + "\n", "utf-8")
            written[str(path)] = len(timings)
            if not as_json:
                out.print(f"{path}: {len(timings)} marks and spaces", markup=False)
    finally:
        go_on(line)
        line.close()
    if as_json:
        print_json({"pin": pin, "files": written})
    else:
        out.print("`splitstat ir identify` ranks the units that fit, `ir store` makes one of them")
    return GOOD


def _heard(line, seconds: float) -> list[int] | None:
    """The next message that is long enough to be one; shorter ones are the lamp in the room."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        timings = serial_board.ask(line, "", "_heard()")
        if timings is not None and len(timings) >= ir_formats.FEWEST:
            return timings
    return None
