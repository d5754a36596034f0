"""`splitstat unit scan`: which addresses answer, and whose registers the device there has.

A map fits when power, mode and setpoint are read and make sense; the maps are ranked by the share
of their registers that do. Nothing is written.
"""

from rich.table import Table

from splitstat.modbus import reads
from splitstat.modbus.register_map import registers
from splitstat_cli.terminal import GOOD, MISSED, complain, err, out, print_json
from splitstat_cli.unit_names import known_units, unit
from splitstat_cli.unit_port import Line, LineError
from splitstat_cli.unit_talk import meaning, run_on

# Any of these is answered by every device, if only with an exception.
PROBE = reads.read("H", 1, 1)
SHOWN = 6
# Whatever these hold makes sense: codes of faults, a louvre that stands still.
ANY = ("error", "swing")


def run(line: Line, addresses: str, as_json: bool = False) -> int:
    first, last = span_of(addresses)

    async def work(listener):
        master = listener.master
        found = []
        for address in range(first, last + 1):
            if not as_json:
                err.print(f"address {address}", end="\r")
            master.tries = 1
            if await master.ask(address, PROBE) is not None:
                master.tries = 3
                found.append({"address": address, "fits": await fitting(master, address)})
        return found

    rows = run_on(line, work)
    if as_json:
        print_json({"line": line.name, "from": first, "to": last, "devices": rows})
    elif rows:
        table = Table("address", "fits", "registers", box=None)
        for row in rows:
            best = [one for one in row["fits"] if one["known"] == row["fits"][0]["known"]]
            best = [one for one in best if one["share"] == best[0]["share"]]
            names = ", ".join(one["unit"] for one in best[:SHOWN])
            more = f" and {len(best) - SHOWN} more" if len(best) > SHOWN else ""
            share = f"{best[0]['known']} of {best[0]['registers']}" if best else "-"
            table.add_row(str(row["address"]), (names + more) or "no map fits", share)
        out.print(table)
    if not rows:
        settings = f" at {line.settings}" if line.settings else ""
        complain(f"{line.name}: nobody answers{settings} at addresses {first} to {last}: check "
                 "baud rate and parity, the wires A and B, the power of the units")  # fmt: skip
    return GOOD if rows else MISSED


def span_of(text: str) -> tuple[int, int]:
    """(first, last) of "1-16" or "7"."""
    first, _, last = text.partition("-")
    last = last or first
    if not (first.isdigit() and last.isdigit() and 1 <= int(first) <= int(last) <= 247):
        raise LineError(f"--addresses {text}: allowed is FIRST-LAST within 1-247")
    return int(first), int(last)


def maps() -> list:
    """(name, unit) of each different map: variants that share one count once."""
    seen = []
    for name in known_units():
        found = unit(name)
        if found.kind == "modbus" and found.text not in [one.text for _, one in seen]:  # type: ignore
            seen.append((name, found))
    return seen


async def fitting(master, address) -> list[dict]:
    """The maps that fit, the best first."""
    answers: dict = {}
    rows = []
    for name, found in maps():
        values = []
        for request in found.polls:
            if request not in answers:
                answers[request] = await master.ask(address, request)
            values.append(answers[request])
        row = judged(name, found, values)
        if row is not None:
            rows.append(row)
    rows.sort(key=lambda row: (-row["share"], -row["known"], row["unit"]))
    return rows


def judged(name, found, values) -> dict | None:
    """A row, or None when the registers that matter make no sense."""
    known = total = 0
    for words in registers(found.text):
        total += 1
        value = found.value_at(words, values)
        sense = value is not None and (words[1] in ANY or meaning(words, value) is not None)
        known += sense
        if not sense and words[1] in ("power", "mode", "setpoint"):
            return None
    return {
        "unit": name, "known": known, "registers": total, "share": round(known / total, 3),
    }  # fmt: skip
