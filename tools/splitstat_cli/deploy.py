"""`splitstat deploy`: a home onto its board, over mpremote.

The slot that does not run is filled: what it has already stays, what the running slot has is
copied on the board, the rest is sent. Then the slots change places, the board starts anew and must
report a healthy scan; if it cannot, it goes back to the old slot by itself (firmware/main.py).
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from rich.progress import Progress

from splitstat_cli import board_tree, home_file, secrets_file, serial_board
from splitstat_cli.mistakes import BoardError
from splitstat_cli.terminal import GOOD, MISSED, err, out, print_json

HEALTHY_S = 90
HEALTHY = "splitstat: healthy"

# On the board: what files there are, with their hashes.
LOOK = """
import os, hashlib
def _hash(path):
    h = hashlib.sha256()
    part = bytearray(512)
    with open(path, 'rb') as f:
        while True:
            n = f.readinto(part)
            if not n:
                break
            h.update(part if n == 512 else part[:n])
    return ''.join('%02x' % b for b in h.digest())
def _look(folder):
    try:
        names = os.listdir(folder)
    except OSError:
        return
    for name in names:
        path = folder + '/' + name
        if os.stat(path)[0] & 0x4000:
            _look(path)
        else:
            print(_hash(path), path)
def _copy(a, b):
    with open(a, 'rb') as f, open(b, 'wb') as g:
        while True:
            part = f.read(512)
            if not part:
                break
            g.write(part)
def _folder(path):
    try:
        os.mkdir(path)
    except OSError:
        pass
def _one(path):
    try:
        return _hash(path)
    except OSError:
        return None
def _gone(path):
    try:
        os.remove(path)
    except OSError:
        pass
from esp32 import NVS
_nvs = NVS('splitstat')
def _number(key):
    try:
        return _nvs.get_i32(key)
    except OSError:
        return None
"""


@dataclass(frozen=True)
class Plan:
    """What must be done on a board: send, copy on the board itself, delete."""

    slot: str
    send: dict
    copy: list
    delete: list
    kept: int


def run(
    home: Path | None,
    board: str | None,
    port: str | None,
    all_boards: bool,
    secrets: Path | None,
    as_json: bool,
    first_run: str | None = None,
) -> int:
    """Exit status 1 when a board does not become healthy. Raises FileError and BoardError.

    first_run: a kind of board, in place of a home: its page then asks for one (deploy_first.py).
    """
    if first_run is not None or home is None:
        from splitstat_cli import deploy_first

        return deploy_first.run(home, first_run, port, secrets, as_json)
    loaded = home_file.load_for_board(home)
    known = secrets_file.load(secrets, home)
    # Without secrets a board keeps those that it has.
    for warning in loaded.warnings + (secrets_file.warnings(loaded, known) if known else []):
        err.print(warning.text, markup=False, soft_wrap=True)
    names = list(loaded.by_board) if all_boards else [the_board(loaded, board)]
    done = [one(loaded, name, _port(port, name, all_boards), known) for name in names]
    if as_json:
        print_json({"boards": done})
    else:
        for each in done:
            out.print(_said(each), markup=False, soft_wrap=True)
    return GOOD if all(each["healthy"] for each in done) else MISSED


def the_board(home, name: str | None) -> str:
    """The board that is meant. Raises BoardError."""
    names = list(home.by_board)
    if name is None and len(names) == 1:
        return names[0]
    if name is None or name not in names:
        found = "--board is missing" if name is None else f'--board is "{name}"'
        raise BoardError(f"{home.path}: {found}; allowed are {', '.join(names)}")
    return name


def _port(port: str | None, name: str, all_boards: bool) -> str | None:
    """With --all, --port names a device for each board: kitchen=/dev/ttyUSB0,hall=/dev/ttyUSB1."""
    if not all_boards or port is None or "=" not in port:
        return port
    ports = dict(each.split("=", 1) for each in port.split(",") if "=" in each)
    if name not in ports:
        raise BoardError(f"--port names no device for board {name}")
    return ports[name]


def one(home, name: str, port: str | None, secrets: dict) -> dict:
    """Deploys to one board and returns what was done."""
    slot_files = board_tree.slot(home, name)
    outside = board_tree.outside(home, name, secrets)
    board = serial_board.open_board(port)
    try:
        plan = planned(board, slot_files)
        beside = {path: text for path, text in outside.items() if differs(board, path, text)}
        sent = carry_out(board, plan, beside)
        serial_board.said(board, switch(plan.slot))
        board.exec_raw_no_follow("import machine\nmachine.reset()")
        with err.status("waiting for a healthy scan"):
            line = serial_board.listen(board, HEALTHY, HEALTHY_S)
    finally:
        board.close()
    runs, _, address = (line or "").partition(HEALTHY)[2].strip().partition(" ")
    return {
        "board": name,
        "slot": plan.slot,
        "sent_files": len(plan.send) + len(beside),
        "sent_bytes": sent,
        "copied_files": len(plan.copy),
        "kept_files": plan.kept,
        "healthy": runs == f"/{plan.slot}",
        "runs": runs or None,
        "page": f"http://{address}" if address else None,
    }


def planned(board, files: dict[str, bytes]) -> Plan:
    """Compares a slot's files with what lies on the board."""
    running = serial_board.ask(board, LOOK, "_number('slot')")
    slot, other = ("b", "a") if running == 0 else ("a", "b")
    there = files_in(board, f"/{slot}")
    runs = files_in(board, f"/{other}")
    send, copy, kept = {}, [], 0
    for path, content in files.items():
        wanted = hashlib.sha256(content).hexdigest()
        if there.get(f"/{slot}/{path}") == wanted:
            kept += 1
        elif runs.get(f"/{other}/{path}") == wanted:
            copy.append((f"/{other}/{path}", f"/{slot}/{path}"))
        else:
            send[f"/{slot}/{path}"] = content
    wanted_paths = {f"/{slot}/{path}" for path in files}
    return Plan(slot, send, copy, sorted(set(there) - wanted_paths), kept)


def files_in(board, folder: str) -> dict[str, str]:
    """Path -> SHA-256 of each file below a folder of the board, which knows LOOK. One line each:
    a board whose heap is full of a home has no room for all of them at once."""
    lines = serial_board.said(board, f"_look({folder!r})").splitlines()
    return {path: digest for digest, _, path in (line.partition(" ") for line in lines)}


def differs(board, path: str, content: bytes) -> bool:
    """Whether a file of the board, which knows LOOK, is not this one."""
    there = serial_board.ask(board, "", f"_one({'/' + path!r})")
    return there != hashlib.sha256(content).hexdigest()


def carry_out(board, plan: Plan, beside: dict) -> int:
    """Deletes, copies, sends; returns how many bytes went over the line."""
    everything = plan.send | {f"/{path}": text for path, text in beside.items()}
    total = sum(map(len, everything.values()))
    targets = [*everything, *(target for _, target in plan.copy)]
    folders = {str(folder) for path in targets for folder in Path(path).parents} - {"/"}
    lines = [f"_folder({folder!r})" for folder in sorted(folders)]
    lines += [f"os.remove({path!r})" for path in plan.delete]
    serial_board.said(board, "\n".join(lines))
    for source, target in plan.copy:
        serial_board.said(board, f"_copy({source!r}, {target!r})")
    with Progress(console=err, transient=True) as progress:
        task = progress.add_task("sending", total=total)
        for path, content in everything.items():
            progress.update(task, description=path)
            serial_board.put(board, path, content, lambda n: progress.advance(task, n))
    return total


def switch(slot: str) -> str:
    """What a board runs to change slots. The new one is on trial: main.py goes back to the other
    one when it does not prove itself."""
    number = 0 if slot == "a" else 1
    steps = (("trial", 0), ("new", 1), ("slot", number))  # firmware: app/trial.py
    return "\n".join([*(f"_nvs.set_i32({key!r}, {n})" for key, n in steps), "_nvs.commit()"])


def _said(done: dict) -> str:
    text = (
        f"{done['board']}: sent {done['sent_files']} files ({done['sent_bytes']} bytes), copied "
        f"{done['copied_files']}, left {done['kept_files']}; slot {done['slot']}; "
    )
    if done["runs"] and not done["healthy"]:
        return text + f"it did not prove good: the board went back to {done['runs']}"
    if not done["healthy"]:
        return text + f"no healthy scan within {HEALTHY_S} s: `splitstat board logs` shows why"
    return text + f"healthy. {done['page'] or ''}".rstrip()
