"""Heap figures freed of the lumps in which MicroPython's table of interned names grows.

The table grows by doubling, 20 names, then 40, 80 and so on, each time by one allocation that
whoever needs the next name seems to pay for: 2 KB on a 32-bit VM at the 300th name. Every figure
here is bytes in use less the places in the table that are still free, so that a module pays for
its own names and for no others.

A script on a VM reports a figure by printing one line of micropython.qstr_info() and then one JSON
line with "in_use"; the figures are differences between such reports. (The sizes of the table and
of an entry: observed on both VMs, and the same as py/qstr.c of MicroPython has them.)
"""

import json
import re

FIRST_TABLE = 20
TABLE_HEAD_BYTES = 24  # of a table on the 32-bit VM
# A pointer, two bytes of hash and one of length.
ENTRY_BYTES = {"micropython": 11, "micropython32": 7}
TABLES = re.compile(r"qstr pool: n_pool=(\d+), n_qstr=(\d+)")


def free_bytes(vm: str, line: str) -> int:
    """What the table of names holds in reserve, from a line of micropython.qstr_info()."""
    found = TABLES.match(line)
    if found is None:
        raise ValueError(f"not a line of qstr_info(): {line}")
    tables, names = int(found[1]), int(found[2])
    return (FIRST_TABLE * (2**tables - 1) - names) * ENTRY_BYTES[vm]


def table_sizes(vm: str) -> list[int]:
    """Bytes of heap that each table takes, the smallest first; a 32-bit VM's."""
    sizes = [TABLE_HEAD_BYTES + ENTRY_BYTES[vm] * FIRST_TABLE * 2**n for n in range(8)]
    return [(size + 15) // 16 * 16 for size in sizes]


def reports(vm: str, text: str) -> list[dict]:
    """The JSON lines of a VM's output; in each, "in_use" is freed of the reserve."""
    reserve = 0
    found = []
    for line in text.splitlines():
        if line.startswith("qstr pool:"):
            reserve = free_bytes(vm, line)
            continue
        report = json.loads(line)
        if "in_use" in report:
            report["in_use"] -= reserve
        found.append(report)
    return found


def additions(said: list[dict]) -> list[dict]:
    """Every report that has a name, with `bytes`: what was added since the report before it."""
    found = []
    before = 0
    for report in said:
        if "in_use" in report:
            if report.get("name"):
                found.append({**report, "bytes": report["in_use"] - before})
            before = report["in_use"]
    return found
