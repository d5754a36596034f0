"""Draws the bytes of an infra-red table, as they stand in the docstring of its unit file.

    python -m splitstat_cli.ir_picture gree.yaw1f

A letter is a field, # a checksum, ~ the inverse of the byte before, - a bit that is sent as it
stands and not looked at when read. Bytes that never change are written in hexadecimal.
"""

import re
import sys

from splitstat import units
from splitstat.ir import table

LETTERS = {
    "power": "P",
    "mode": "m",
    "degrees": "t",
    "fan": "f",
    "swingv": "v",
    "swingh": "h",
    "quiet": "q",
    "turbo": "T",
    "econo": "e",
    "light": "l",
    "filter": "F",
    "clean": "c",
    "beep": "b",
    "sleep": "z",
    "feel": "i",
    "room": "r",
}
NAMES = {
    "swingv": "louvres up-down",
    "swingh": "louvres left-right",
    "degrees": "temperature",
    "feel": "room temperature is told",
    "room": "of the room",
}


def key_of(tree: str) -> str:
    """The state key that a field is about: what a person would call it."""
    words = re.findall(r"[a-z]+", re.sub(r"[a-z_|*]+=", " ", tree))
    keys = [word for word in words if word in LETTERS]
    if "room" in words:
        return "room"
    if "deg" in words:
        return "degrees"
    for key in ("fan", "swingv", "swingh"):
        if key in keys:
            return key
    others = [key for key in keys if key not in ("mode", "power")]
    if others and (keys[0] != others[0] or "mode" not in keys):
        return others[0]
    return "mode" if "mode" in keys else keys[0]


def bits_of(message) -> tuple[list[str], set[str]]:
    """Eight characters a byte, bit 7 first, and the keys that occur."""
    fixed, fields, checks = message[3:]
    bits = [list(f"{byte:08b}") for byte in fixed]
    keys = set()

    def mark(byte, bit, count, letter):
        for i in range(bit, bit + count):
            bits[byte + i // 8][7 - i % 8] = letter

    for word, rest in checks:
        for byte in rest.split(" ") if word == "pairs" else []:
            mark(int(byte) + 1, 0, 8, "~")
        if word == "check":
            mark(*table.place(rest.split(" ")[0]), "#")
    for word, rest in fields:
        if rest[0] == "-":
            mark(*table.place(word), "-")
        else:
            keys.add(key_of(rest))
            mark(*table.place(word), LETTERS[key_of(rest)])
    return ["".join(byte) for byte in bits], keys


def message_lines(message) -> tuple[list[str], set[str]]:
    """One message: a line for each byte with fields, a line for each run of bytes without."""
    bits, keys = bits_of(message)
    out, run = [], []

    def close():
        if run:
            name = f"{run[0]}" if len(run) == 1 else f"{run[0]}-{run[-1]}"
            out.append(f"{name:>7}  {bytes(message[3][i] for i in run).hex().upper()}")
            run.clear()

    for i in range(len(bits)):
        if set(bits[i]) <= set("01"):
            run.append(i)
            if len(run) == 24:
                close()
        else:
            close()
            out.append(f"{i:>7}  {bits[i]}")
    close()
    return out, keys


def picture(text: str) -> list[str]:
    """The whole drawing: bytes of each message that has fields, then what the letters mean."""
    out, keys = [], set()
    for message in table.read(text)[1]:
        lines, found = message_lines(message)
        keys |= found
        if found or not message[0]:
            out += ["   byte  76543210", *lines] if found else lines
    legend = [f"{LETTERS[key]} {NAMES.get(key, key)}" for key in LETTERS if key in keys]
    line = ""
    for entry in legend:
        if len(line) + len(entry) > 85:
            out.append(f"     {line}")
            line = ""
        line += f"  {entry}" if line else f"    {entry}"
    out.append(f"     {line}")
    return out


def main() -> None:
    for name in sys.argv[1:]:
        unit = units.load(name)
        print("\n".join(picture(unit.text)))


if __name__ == "__main__":
    main()
