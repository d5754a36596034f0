"""Infra-red messages for scripts: one JSON object a line in on standard input, one out.

    encode   {"profile": "GREE.YAW1F", "state": {...}, "previous": {...}}
             -> {"hz": 38000, "timings": [...]} or {"error": "..."}
    decode   {"timings": [...], "profile": "GREE.YAW1F"}
             -> {"profile": ..., "candidates": [...], "hex": ..., "state": {...}}
             or {"profile": null, "why": "..."}

`previous` and the profile of decode may be left out. Profiles and states have the names and words
of the fact sheets. A line that cannot be answered gives an error line, never the end of the batch.
"""

import ast
import inspect
import json
import re
import sys
from functools import cache
from importlib import import_module

from splitstat.control.types import CodecError
from splitstat.ir import frame_reader, line_reader, table
from splitstat.ir.unit import IrUnit
from splitstat_cli.unit_names import known_units, unit

PROFILE = re.compile(r"\b[A-Z][A-Z0-9_]+(?:\.[A-Z0-9-]+)?\b")


@cache
def profiles() -> dict[str, str]:
    """Profile -> unit name for every infra-red unit, as its file spells it in the Source line."""
    found = {}
    for name in known_units():
        if isinstance(unit(name), IrUnit):
            module = import_module(f"splitstat.units.{name.split('.')[0]}")
            doc = ast.get_docstring(ast.parse(inspect.getsource(module))) or ""
            spelt = {p.lower().replace("-", "_"): p for p in PROFILE.findall(doc)}
            found[spelt.get(name, name.upper())] = name
    return found


def unit_of(profile) -> IrUnit:
    """The unit that speaks a profile. Raises CodecError for one that there is not."""
    found = unit(profiles().get(profile, "")) if isinstance(profile, str) else None
    if not isinstance(found, IrUnit):
        raise CodecError(f"no profile {profile}")
    return found


def encode(question: dict) -> dict:
    """Answers one line of encode."""
    speaker = unit_of(question.get("profile"))
    hz, timings = speaker.encode_state(question["state"], question.get("previous"))
    return {"hz": hz, "timings": timings}


def decode(question: dict) -> dict:
    """Answers one line of decode. The strongest reading stands first among the candidates."""
    timings = question["timings"]
    if not isinstance(timings, list) or not all(isinstance(us, int) for us in timings):
        raise CodecError("timings is no list of whole microseconds")
    names, broken = [], []
    for name in [question["profile"]] if question.get("profile") else profiles():
        try:
            if unit_of(name).decode_state(timings) is not None:
                names.append(name)
        except CodecError as why:
            broken.append(f"{name}: {why}")
    if not names:
        return {"profile": None, "why": "; ".join(broken[:5]) or "no table fits these pulses"}
    names.sort(key=lambda name: (-strength(unit_of(name)), name))
    best = unit_of(names[0])
    said = {"profile": names[0], "candidates": names, "hex": content(best, timings)}
    return {**said, "state": best.decode_state(timings)}


def strength(speaker) -> int:
    """How many bits of its messages a table verifies, by a checksum or a fixed value."""
    bits = 0
    for message in table.read(speaker.text)[1]:
        fixed, fields, checks = message[3:]
        free = sum(table.place(where)[2] for where, _ in fields)
        bits += 8 * len(fixed) - free + 64 * len(checks)
    return bits


def content(speaker, timings) -> str:
    """The bytes of the messages of a transmission, in hexadecimal, a space between messages."""
    at, out = 0, []
    for _, wire, bit, fixed, fields, checks in table.read(speaker.text)[1]:
        got = (
            line_reader.receive(wire, bit, timings, at, len(fixed)) if at < len(timings) else None
        )
        if got and frame_reader.intact(fixed, fields, checks, got[0]):
            out.append(bytes(got[0]).hex().upper())
            at = got[1]
    return " ".join(out)


def answer(work, line: str) -> dict:
    """One line of input to one answer; what is wrong with the line becomes the answer."""
    try:
        question = json.loads(line)
        if not isinstance(question, dict):
            raise CodecError("not an object")
        return work(question)
    except (CodecError, ValueError, TypeError, KeyError, AttributeError) as why:
        text = f"{type(why).__name__}: {why}" if not isinstance(why, CodecError) else str(why)
        return {"error": text} if work is encode else {"profile": None, "why": text}


def run(command: str) -> int:
    """Answers standard input line by line; command is encode or decode."""
    work = {"encode": encode, "decode": decode}[command]
    for line in sys.stdin:
        if line.strip():
            print(json.dumps(answer(work, line)), flush=True)
    return 0
