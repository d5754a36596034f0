"""`splitstat bench recovery`: is a room as it is set when its people come?

Scheduled cells of host_sim/limit/suite.py, four weeks each, with `recovery = true`; how many of
the blocks after the first week were reached within ten minutes of their begin.
"""

from rich.table import Table

from host_sim.limit.recoveries import punctual, recoveries
from host_sim.limit.suite import Cell
from splitstat_cli.cell_home import home_of
from splitstat_cli.terminal import GOOD, MISSED, out, print_json

TARGET_C = {"heat": 21.0, "cool": 25.0}
WANTED = 0.9
CELLS = [
    Cell(climate, season, "scheduled", mass)
    for climate, season in (("cold", "heat"), ("mixed", "heat"), ("mixed", "cool"))
    for mass in ("light", "heavy")
]


def row(cell: Cell, path: str = "ir") -> dict:
    target_c = TARGET_C[cell.season]
    home = home_of(cell, path, target_c, more="recovery = true")
    good, of = punctual(recoveries(cell, home, target_c))
    return {"cell": cell.name, "punctual": good, "of": of, "share": round(good / of, 3)}


def run(as_json: bool = False) -> int:
    """Exit status 1 where fewer than nine in ten are on time."""
    rows = [row(cell) for cell in CELLS]
    if as_json:
        print_json({"least_share": min(r["share"] for r in rows), "rows": rows})
    else:
        table = Table("cell", box=None)
        for title in ("within 10 min", "of"):
            table.add_column(title, justify="right")
        for one in rows:
            table.add_row(one["cell"], str(one["punctual"]), str(one["of"]))
        out.print(table)
    return GOOD if all(r["share"] >= WANTED for r in rows) else MISSED
