"""`splitstat board sim HOME`: the firmware runs, its page answers, mpremote finds a terminal.

Prints the page's address and what the board says on its serial line, where the login stands. Ends
with Ctrl-C, SIGTERM, or after `days`, and leaves no child behind.
"""

import signal
import sys
import threading
from pathlib import Path

from splitstat_cli.board_virtual import VirtualHome
from splitstat_cli.terminal import BAD_INPUT, GOOD, complain, out


def run(
    home: Path,
    board: str | None = None,
    http: int = 8080,
    pty: Path | None = None,
    mqtt: str | None = None,
    speed: float = 1,
    days: float | None = None,
) -> int:
    """Exit status 0, or 2 for bad input. Raises HomeError and WeatherError, which mean 2."""
    broker = None
    if mqtt is not None:
        host, _, port = mqtt.rpartition(":")
        if not host or not port.isdigit():
            complain(f'--mqtt is "{mqtt}"; allowed is HOST:PORT')
            return BAD_INPUT
        broker = host, int(port)
    over = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: over.set())
    with VirtualHome(home, speed=speed, http=http, mqtt=broker) as virtual:
        if board is not None and board not in virtual.boards:
            complain(f'--board is "{board}"; this home has {", ".join(virtual.boards)}')
            return BAD_INPUT
        wanted = [board] if board is not None else list(virtual.boards)
        for name in wanted:
            one = virtual.boards[name]
            one.vm.listeners.append(_show)
            link = pty if pty is None or len(wanted) == 1 else pty.with_name(f"{pty.name}-{name}")
            if link is not None:
                one.link(link)
            one.start()
            out.print(f"{name}: page {one.page}  terminal {link or one.port}", markup=False)
        while not over.wait(0.5):
            if days is not None and virtual.now_s >= days * 86400:
                break
        for name, c in virtual.rooms.items():
            out.print(f"{name}: {c:.2f} degC", markup=False)
    return GOOD


def _show(data: bytes):
    """What the board prints."""
    sys.stdout.write(data.decode("utf-8", "replace").replace("\r\n", "\n"))
    sys.stdout.flush()
