"""A trace: what one controller read and answered, scan by scan, as JSON Lines.

    {"version": 1, "home": ..., "now_s": ..., "snapshot": ..., "scans": N, "sha256": "..."}
    {"now_s": 60, "in": [...], "out": [...]}                    one line a scan, see
    on_vm/trace_codec.py

`home` is the compiled home. `snapshot` is None where the controller was new, otherwise what it was
restored from at the header's `now_s`. `scans` and `sha256` (of every line after the header, as
bytes) are filled in when the recording ends: a trace that was cut off or edited is seen. They may
be absent in a trace that another program wrote.
"""

import hashlib
import json
from pathlib import Path

from splitstat_cli.on_vm import trace_codec

VERSION = 1
SCANS_WIDTH = 10
SHOWN = 80


class TraceError(ValueError):
    """A file that is not a trace, or not a whole one: "file:line: what is wrong"."""


class Recorder:
    """Writes a trace; a context manager. Only a recording that was closed carries its hash."""

    def __init__(self, path: Path, home: dict, snapshot=None, now_s: int = 0):
        """home: the compiled home; snapshot: what the controller was restored from at now_s."""
        self.hash = hashlib.sha256()
        self.scans = 0
        self.head = {"version": VERSION, "home": home, "now_s": now_s, "snapshot": snapshot}
        self.file = open(path, "w+b")
        self.file.write(self._header("0" * 64))

    def _header(self, digest: str) -> bytes:
        """The first line: as long at the end of the recording as it was at the beginning."""
        text = json.dumps(self.head, separators=(",", ":"), allow_nan=False)
        return f'{text[:-1]},"scans":{self.scans:{SCANS_WIDTH}d},"sha256":"{digest}"}}\n'.encode()

    def record(self, now_s: int, inputs, outputs) -> None:
        """One scan: call it after scan() returned and before the inputs change."""
        line = json.dumps(
            {
                "now_s": now_s,
                "in": trace_codec.inputs_to_list(inputs),
                "out": trace_codec.outputs_to_list(outputs),
            },
            separators=(",", ":"),
            allow_nan=False,
        ).encode()
        self.hash.update(line + b"\n")
        self.file.write(line + b"\n")
        self.scans += 1

    def close(self) -> None:
        self.file.seek(0)
        self.file.write(self._header(self.hash.hexdigest()))
        self.file.close()

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if kind is None:
            self.close()
        else:
            self.file.close()


def read(path: Path) -> tuple[dict, str | None]:
    """Checks a whole trace. Returns its header, and what its hash or count says against it (or
    None).

    Raises TraceError at the first thing that is not a trace.
    """
    try:
        with open(path, "rb") as file:
            header = _header(path, file.readline())
            digest = hashlib.sha256()
            scans = _scans(path, header, file, digest)
    except OSError as why:
        raise TraceError(f"{path}: {why.strerror}") from None
    if header.get("scans") is not None and header["scans"] != scans:
        return header, f"the header speaks of {header['scans']} scans, the file has {scans}"
    if header.get("sha256") is not None and header["sha256"] != digest.hexdigest():
        return header, "the lines are not the ones that were recorded: their SHA-256 differs"
    return header, None


def _header(path, line: bytes) -> dict:
    header = _object(path, 1, line)
    missing = [key for key in ("version", "home", "snapshot") if key not in header]
    if missing:
        raise TraceError(f"{path}:1: not a trace: the header has no {', '.join(missing)}")
    if header["version"] != VERSION:
        raise TraceError(
            f"{path}:1: a trace of version {str(header['version'])[:SHOWN]}; "
            f"this splitstat reads version {VERSION}"
        )
    home = header["home"]
    rooms = home.get("rooms") if isinstance(home, dict) else None
    if not isinstance(rooms, list) or not rooms:
        raise TraceError(f"{path}:1: the header's home has no rooms")
    for room in rooms:
        if not isinstance(room, dict) or not isinstance(room.get("sensors"), list):
            raise TraceError(f"{path}:1: a room of the header's home has no list of sensors")
    if header["snapshot"] is not None and not is_whole(header.get("now_s")):
        raise TraceError(f"{path}:1: a snapshot without the whole number now_s")
    return header


def _scans(path, header, file, digest) -> int:
    """Checks every line after the header; returns how many there are."""
    shape = [len(room["sensors"]) for room in header["home"]["rooms"]]
    units = len(header["home"].get("outdoor_units") or ())
    last_s = None
    number = 1
    for number, line in enumerate(file, 2):
        digest.update(line)
        scan = _object(path, number, line)
        where = f"{path}:{number}"
        if set(scan) != {"now_s", "in", "out"}:
            raise TraceError(
                f"{where}: a scan has now_s, in and out; here is {', '.join(scan)[:SHOWN]}"
            )
        if not is_whole(scan["now_s"]) or (last_s is not None and scan["now_s"] < last_s):
            raise TraceError(f"{where}: now_s must be a whole number that never goes back")
        last_s = scan["now_s"]
        wrong = _wrong_in(scan["in"], shape) or _wrong_out(scan["out"], len(shape), units)
        if wrong:
            raise TraceError(f"{where}: {wrong}")
    if number == 1:
        raise TraceError(f"{path}: no scan after the header")
    return number - 1


def _object(path, number: int, line: bytes) -> dict:
    """One line as a JSON object. Refused: NaN, broken text, and a line without its end."""
    if not line.strip():
        raise TraceError(
            f"{path}:{number}: an empty line" if line else f"{path}: the file is empty"
        )
    if not line.endswith(b"\n"):
        raise TraceError(f"{path}:{number}: the last line is cut off")
    try:
        found = json.loads(line, parse_constant=_no_constant, parse_float=_no_float)
    except (ValueError, RecursionError) as why:
        raise TraceError(f"{path}:{number}: not a line of a trace: {str(why)[:SHOWN]}") from None
    if not isinstance(found, dict):
        raise TraceError(f"{path}:{number}: not a JSON object")
    return found


def _no_constant(word):
    raise ValueError(f"{word} is not allowed")


def _no_float(word):
    raise ValueError(f"{word}: the core knows whole numbers only")


def is_whole(value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _wrong_in(data, shape: list[int]) -> str | None:
    """What is wrong with the shape of an "in", or None. Values are the core's own business."""
    if (
        not isinstance(data, list)
        or len(data) != 7
        or not all(isinstance(x, list) for x in data[4:])
    ):
        return '"in" is a list of 7 entries, the last three of them lists'
    if len(data[4]) != len(shape):
        return f'"in" has {len(data[4])} rooms, the home has {len(shape)}'
    for room, sensors in zip(data[4], shape, strict=True):
        if not isinstance(room, list) or len(room) != 8:
            return 'a room of "in" has 8 entries'
        if [len(x) if isinstance(x, list) else None for x in room[:2]] != [sensors, sensors]:
            return f'a room of "in" has {sensors} temperatures and {sensors} ages'
    for event in data[5]:
        if not isinstance(event, list) or len(event) != 4 or event[0] not in range(len(shape)):
            return "an event is [room, word, number, number], its room one of the home's"
    return None


def _wrong_out(data, rooms: int, units: int) -> str | None:
    """What is wrong with the shape of an "out", or None."""
    if not isinstance(data, list) or len(data) != 2 or not all(isinstance(x, list) for x in data):
        return '"out" is a list of 2 lists'
    if [len(x) for x in data] != [rooms, units]:
        return f'"out" has {rooms} rooms and {units} classes'
    for room in data[0]:
        if not isinstance(room, list) or len(room) != len(trace_codec.ROOM_OUT):
            return f'a room of "out" has {len(trace_codec.ROOM_OUT)} entries'
    return None
