"""The part of `splitstat bench truth` in which the same controllers live a month of heating and
one of cooling twice: in our room, and in EnergyPlus' with the same target. Targets are those of
`bench control`: all are equally comfortable."""

from rich.table import Table

from host_sim.truth.closed_loop import at_equal_comfort, cells, in_energyplus
from splitstat_cli.control_rows import LEADS_MIN, OURS, RIVALS, life_of, row

PATH = OURS + "ir"
OTHERS = ("hysteresis", *(name for name in RIVALS if name.startswith("Versatile")))
KEPT = ("kwh", "discomfort_kh", "starts_per_day", "accuracy_k")


def jobs() -> list[tuple]:
    """What `live` takes: the number of the cell, the controller."""
    return [(n, name) for n in range(len(cells())) for name in (PATH, *OTHERS)]


def live(n: int, name: str) -> dict:
    """ "ours" and "energyplus": kwh at equal comfort; starts, accuracy and discomfort at the same
    target."""
    cell = cells()[n]
    found: dict = {"ours": row(cell, name, LEADS_MIN)}
    target_c = found["ours"].get("target_c")
    if target_c is not None:

        def life(target_c):
            return in_energyplus(cell, lambda s: life_of(cell, name, target_c, settle=s))

        found["energyplus"] = at_equal_comfort(life, cell, target_c)
    known = {"cell": cell.name, "controller": name, "target_c": target_c}
    return known | {room: _kept(found.get(room, {})) for room in ("ours", "energyplus")}


def _kept(figures: dict) -> dict:
    return {key: None if figures.get(key) is None else round(figures[key], 3) for key in KEPT}


def figures_of(rows: list[dict]) -> dict:
    """What of it stands at the top: by how much our control is less accurate in EnergyPlus' room,
    and whether it needs less than the same others there."""
    ours = [one for one in rows if one["controller"] == PATH]
    reached = all(one["energyplus"]["kwh"] is not None for one in ours)
    figures: dict = {"closed_loop_rank_kept": False, "closed_loop": rows}
    if reached:
        worse = [one["energyplus"]["accuracy_k"] - one["ours"]["accuracy_k"] for one in ours]
        figures["closed_loop_accuracy_k"] = round(max(worse), 3)
        figures["closed_loop_rank_kept"] = all(
            _beaten(rows, one, "ours") == _beaten(rows, one, "energyplus") for one in ours
        )
    return figures


def _beaten(rows, mine, room):
    """Which of the others need more, or never reach the comfort."""
    return {
        one["controller"]
        for one in rows
        if one["cell"] == mine["cell"]
        and (one[room]["kwh"] is None or one[room]["kwh"] > mine[room]["kwh"])
    }


def table(rows: list[dict]) -> Table:
    result = Table("cell", "controller", title="our room, EnergyPlus' room", box=None)
    columns = (
        ("kWh at equal comfort", "kwh", ".1f"),
        ("starts a day", "starts_per_day", ".0f"),
        ("accuracy, K", "accuracy_k", ".2f"),
        ("short of comfort, K h", "discomfort_kh", ".1f"),
    )
    for title, _, _ in columns:
        result.add_column(title, justify="right")
    for one in rows:
        cells = []
        for _, key, form in columns:
            pair = (one["ours"][key], one["energyplus"][key])
            cells.append(", ".join("-" if value is None else f"{value:{form}}" for value in pair))
        result.add_row(one["cell"], one["controller"], *cells)
    return result
