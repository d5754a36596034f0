"""A board on a serial line, through mpremote's own transport (the extra `board` installs it)."""

import time
from ast import literal_eval
from pathlib import Path
from typing import Any

from splitstat_cli.mistakes import BoardError

CHUNK = 1024
HELP = "is it plugged in, and does no other program hold the port?"


def open_board(port: str | None):
    """mpremote's transport, the running program interrupted and the raw REPL entered.

    port: a device, `port:DEVICE` as mpremote says it, or None for the only board there is. Raises
    BoardError.
    """
    try:
        from mpremote.transport import TransportError
        from mpremote.transport_serial import SerialTransport
    except ImportError:
        raise BoardError('mpremote is missing: pip install "splitstat[board]"') from None
    device = the_device(port)
    try:
        board = SerialTransport(device, timeout=2)
        board.enter_raw_repl(soft_reset=False)
    except (TransportError, OSError) as why:
        raise BoardError(f"{device}: {why}; {HELP}") from None
    return board


def the_device(port: str | None) -> str:
    """The device that is meant. Raises BoardError, with the devices there are."""
    if port is not None:
        named = port.removeprefix("port:")
        if "://" in named:
            return named
        if not Path(named).exists():
            raise BoardError(f"--port {port}: there is no such device; {HELP}")
        return str(Path(named).resolve())
    from serial.tools import list_ports

    found = sorted(each.device for each in list_ports.comports() if each.vid is not None)
    if len(found) != 1:
        which = ", ".join(found) or "none is plugged in"
        raise BoardError(f"--port is missing, and there is not one board: {which}")
    return found[0]


def said(board, code: str) -> str:
    """Runs code on the board and returns what it prints. Raises BoardError with the last line of
    the board's own words."""
    from mpremote.transport import TransportExecError

    try:
        return board.exec(code).decode()
    except TransportExecError as why:
        lines = why.error_output.strip().splitlines()
        raise BoardError(f"the board says: {lines[-1] if lines else 'nothing'}") from None


def ask(board, code: str, expression: str) -> Any:
    """Runs code on the board and returns the value of an expression. Raises as said() does."""
    return literal_eval(said(board, f"{code}\nprint(repr({expression}))"))


def put(board, path: str, content: bytes, sent=None) -> None:
    """Writes one file, beside the old one until it is whole. sent(bytes) after each piece."""
    from mpremote.transport import TransportError

    try:
        board.exec(f"f = open({path + '.new'!r}, 'wb')")
        for at in range(0, len(content), CHUNK):
            piece = content[at : at + CHUNK]
            board.exec(f"f.write({piece!r})")
            if sent is not None:
                sent(len(piece))
        board.exec(f"f.close()\nimport os\nos.rename({path + '.new'!r}, {path!r})")
    except (TransportError, OSError) as why:
        raise BoardError(f"{path}: {why}") from None


def listen(board, word: str, seconds: float, heard=None) -> str | None:
    """The first line on the console with this word in it; None after so many seconds."""
    line = b""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            waiting = board.serial.inWaiting()
            some = board.serial.read(waiting) if waiting else b""
        except OSError as why:
            raise BoardError(f"the line is gone: {why}; {HELP}") from None
        if not some:
            time.sleep(0.05)
            continue
        *whole, line = (line + some).split(b"\n")
        for each in whole:
            text = each.decode("utf-8", "replace").strip()
            if heard is not None:
                heard(text)
            if word in text:
                return text
    return None
