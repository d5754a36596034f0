"""What blocks the heap of a MicroPython VM consists of, from what micropython.mem_info(1) prints.

A line is an address and a letter for every 16 bytes of a 32-bit VM: `.` is free, `=` goes on with
what began before, any other begins something. Lines that are all free are left out and counted.
"""

import re

UNIT = 16
LINE = re.compile(r"^[0-9a-f]{8}: (\S+)$|^\s*\((\d+) lines all free\)$")
LINE_UNITS = 64
BEGIN = "GC memory layout"
BLOCK = re.compile(r"[^.=]=*")


def blocks_in_use(text: str) -> list[list[int]]:
    """Bytes of each block, in the order of their addresses, for each time that it was printed."""
    found = []
    for part in text.split(BEGIN)[1:]:
        units = []
        for line in part.splitlines()[1:]:
            match = LINE.match(line)
            if match is None:
                break
            units.append(match[1] or "." * LINE_UNITS * int(match[2]))
        found.append([UNIT * len(block) for block in BLOCK.findall("".join(units))])
    return found
