"""`splitstat board sim HOME`: the firmware runs, its page answers, mpremote finds a terminal.

Prints what the board says on its serial line, and then where its page is and with which token one
logs in. Ends with Ctrl-C, SIGTERM (exit status 0 both), or after `days`, and leaves no child.
"""

import re
import signal
import sys
import threading
from pathlib import Path

from splitstat_cli import handset_prompt
from splitstat_cli.board_virtual import VirtualHome
from splitstat_cli.terminal import BAD_INPUT, GOOD, complain, out

TOKEN = re.compile(r"the page's token is (\S+)\s")
READY = "splitstat: healthy"


def run(
    home: Path,
    board: str | None = None,
    http: int = 8080,
    pty: Path | None = None,
    mqtt: str | None = None,
    speed: float = 1,
    days: float | None = None,
    folder: Path | None = None,
    empty: bool = False,
) -> int:
    """folder: keeps disks and storage for the next time. empty: the boards have no home yet, and
    whoever sits here has the handset (handset_prompt.py). Exit status 0, or 2 for bad input.
    Raises HomeError and WeatherError, which mean 2."""
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
    with VirtualHome(
        home, speed=speed, http=http, mqtt=broker, folder=folder, first_run=empty
    ) as virtual:
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
            out.print(f"{name}: terminal {link or one.port}", markup=False)
        if empty:
            handset_prompt.begin(virtual, wanted)
        waiting = [virtual.boards[name] for name in wanted]
        while not over.wait(0.2):
            waiting = [one for one in waiting if not _told(one)]
            if days is not None and virtual.now_s >= days * 86400:
                break
        for name, c in virtual.rooms.items():
            out.print(f"{name}: {c:.2f} degC", markup=False)
    return GOOD


def _told(board) -> bool:
    """Says where the page is, once it is there."""
    console = board.console
    token = TOKEN.search(console)
    if token is None or READY not in console:
        return False
    out.print(f"{board.name}: open {board.page} and log in with {token[1]}", markup=False)
    return True


def _show(data: bytes):
    """What the board prints."""
    sys.stdout.write(data.decode("utf-8", "replace").replace("\r\n", "\n"))
    sys.stdout.flush()
