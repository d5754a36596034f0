"""`splitstat board list|info|logs|backup|restore`: a board on a serial line, over mpremote.

A backup is what people set and what a board measured: the home, settings, history. Wi-Fi, broker
and token never leave the board.
"""

import json
import time
import zipfile
from pathlib import Path

from splitstat_cli import deploy, serial_board
from splitstat_cli.mistakes import BoardError
from splitstat_cli.terminal import GOOD, err, out, print_json

KEPT = ("/home.json", "/a/home.json", "/b/home.json")
ABOUT = """
import os, sys, gc
def _manifest(slot):
    try:
        with open(slot + '/manifest.json') as f:
            return f.readline().strip()
    except OSError:
        return None
def _free():
    s = os.statvfs('/')
    return s[0] * s[3]
"""


def list_boards(as_json: bool) -> int:
    """Serial devices that may be boards."""
    try:
        from serial.tools import list_ports
    except ImportError:
        raise BoardError('pyserial is missing: pip install "splitstat[board]"') from None
    found = [
        {"port": each.device, "what": each.description, "number": each.serial_number}
        for each in sorted(list_ports.comports())
        if each.vid is not None
    ]
    if as_json:
        print_json({"boards": found})
    else:
        lines = [f"{each['port']}  {each['what']}  {each['number'] or ''}" for each in found]
        out.print("\n".join(lines) or "no board is plugged in", markup=False, soft_wrap=True)
    return GOOD


def info(port: str | None, as_json: bool) -> int:
    """What runs, and how much room there is. The board goes on afterwards."""
    board = serial_board.open_board(port)
    try:
        serial_board.said(board, deploy.LOOK + ABOUT)
        said = {
            "micropython": serial_board.ask(board, "", "sys.version"),
            "machine": serial_board.ask(board, "", "sys.implementation._machine"),
            "slot": "ab"[(serial_board.ask(board, "", "_number('slot')") or 0) & 1],
            "unproved": bool(serial_board.ask(board, "", "_number('new')")),
            "disk_free": serial_board.ask(board, "", "_free()"),
            "slots": {each: _head(board, each) for each in "ab"},
        }
        go_on(board)
    finally:
        board.close()
    if as_json:
        print_json(said)
        return GOOD
    for name, value in said.items():
        if name != "slots":
            out.print(f"{name}: {value}", markup=False, soft_wrap=True)
    for slot, head in said["slots"].items():
        words = f"version {head['version']} for {head['board']}" if head else "empty"
        out.print(f"slot {slot}: {words}", markup=False, soft_wrap=True)
    return GOOD


def _head(board, slot: str) -> dict | None:
    line = serial_board.ask(board, "", f"_manifest('/{slot}')")
    if line is None:
        return None
    head = json.loads(line + "]}")
    return {key: head.get(key) for key in ("version", "number", "board")}


def logs(port: str | None, seconds: float | None) -> int:
    """The console of a board that starts anew, until Ctrl-C or so many seconds."""
    board = serial_board.open_board(port)
    try:
        go_on(board)
        end = None if seconds is None else time.monotonic() + seconds
        while end is None or time.monotonic() < end:
            wait_s = 3600 if end is None else end - time.monotonic()
            serial_board.listen(board, "\0", wait_s, lambda text: print(text, flush=True))
    except KeyboardInterrupt:
        pass
    finally:
        board.close()
    return GOOD


def backup(file: Path, port: str | None, as_json: bool) -> int:
    """Writes a zip archive."""
    board = serial_board.open_board(port)
    try:
        serial_board.said(board, deploy.LOOK)
        there = deploy.files_in(board, "/data")
        there |= {
            path: digest
            for path in KEPT
            if (digest := serial_board.ask(board, "", f"_one({path!r})")) is not None
        }
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(there):
                archive.writestr(path.lstrip("/"), board.fs_readfile(path))
        go_on(board)
    finally:
        board.close()
    _say({"file": str(file), "files": len(there)}, f"{len(there)} files in {file}", as_json)
    return GOOD


def restore(file: Path, port: str | None, as_json: bool) -> int:
    """Puts the files of a backup back. Raises BoardError before anything is written where the
    archive has a file that no backup has."""
    try:
        with zipfile.ZipFile(file) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
    except (OSError, zipfile.BadZipFile) as why:
        raise BoardError(f"{file}: {why}") from None
    for name in files:
        if f"/{name}" not in KEPT and not _is_data(name):
            raise BoardError(f"{file}: {name} is not part of a backup")
    board = serial_board.open_board(port)
    try:
        serial_board.said(board, deploy.LOOK + "_folder('/data')")
        done = 0
        for name, content in files.items():
            there = serial_board.ask(board, "", f"_one('/{name}')")
            if name.endswith("/home.json") and there is None:
                continue  # this slot is empty now
            with err.status(name):
                serial_board.put(board, f"/{name}", content)
            done += 1
        go_on(board)
    finally:
        board.close()
    _say({"file": str(file), "files": done}, f"{done} files put back", as_json)
    return GOOD


def _is_data(name: str) -> bool:
    folder, _, plain = name.partition("/")
    return folder == "data" and plain.replace(".", "").isalnum() and not plain.startswith(".")


def _say(document: dict, text: str, as_json: bool) -> None:
    if as_json:
        print_json(document)
    else:
        out.print(text, markup=False, soft_wrap=True)


def go_on(board) -> None:
    """The board starts anew, as after a press of its button."""
    board.exec_raw_no_follow("import machine\nmachine.reset()")
