"""The part of `splitstat bench truth` in which the same controllers live a month of heating and
one of cooling twice: in our room, and in EnergyPlus' with the same target. Targets are those of
`bench control`: all are equally comfortable."""

from math import inf

from rich.table import Table

from host_sim.truth.closed_loop import at_equal_comfort, cells, in_energyplus
from splitstat_cli.control_rows import LEADS_MIN, OURS, RIVALS, life_of, row

PATH = OURS + "ir"
OTHERS = ("hysteresis", *(name for name in RIVALS if name.startswith("Versatile")))
ROOMS = ("ours", "energyplus")
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
    return known | {room: _kept(found.get(room, {})) for room in ROOMS}


def _kept(figures: dict) -> dict:
    return {key: None if figures.get(key) is None else round(figures[key], 3) for key in KEPT}


def figures_of(rows: list[dict]) -> dict:
    """What of it stands at the top. closed_loop_accuracy_k: by how much our control is less
    accurate in EnergyPlus' room. closed_loop_rank_kept: whether it needs less than the same others
    there, however little less. closed_loop_rank_lost: [cell, other] where the order changes and
    the other is further from ours, in either room, than the rooms are from each other under our
    own control: a smaller distance is none that two models of one room could agree on."""
    ours = [one for one in rows if one["controller"] == PATH]
    pairs = [(mine, other) for mine in ours for other in rows
             if other["cell"] == mine["cell"] and other is not mine]  # fmt: skip
    reached = all(one["energyplus"]["kwh"] is not None for one in ours)
    lost = [[mine["cell"], mine["controller"]] for mine in ours if not reached]
    figures: dict = {"closed_loop_rank_kept": False, "closed_loop_rank_lost": lost}
    if reached:
        worse = [one["energyplus"]["accuracy_k"] - one["ours"]["accuracy_k"] for one in ours]
        figures["closed_loop_accuracy_k"] = round(max(worse), 3)
        turned = [pair for pair in pairs if len({_more(*pair, room) > 0.0 for room in ROOMS}) > 1]
        figures["closed_loop_rank_kept"] = not turned
        figures["closed_loop_rooms_differ"] = {
            one["cell"]: round(_rooms_differ(one), 4) for one in ours
        }
        figures["closed_loop_rank_lost"] = [
            [mine["cell"], other["controller"]]
            for mine, other in turned
            if max(abs(_more(mine, other, room)) for room in ROOMS) > _rooms_differ(mine)
        ]
    return figures | {"closed_loop": rows}


def _more(mine, other, room) -> float:
    """What the other needs beyond ours, as a share of ours; without end when it never reaches the
    comfort."""
    if other[room]["kwh"] is None:
        return inf
    return other[room]["kwh"] / mine[room]["kwh"] - 1.0


def _rooms_differ(mine) -> float:
    """EnergyPlus' room against ours under the same control, as a share of energy."""
    return abs(mine["energyplus"]["kwh"] / mine["ours"]["kwh"] - 1.0)


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


def rank_said(figures: dict) -> str:
    """A sentence on who needs less, for people."""
    if figures["closed_loop_rank_kept"]:
        return "the order is the same in both rooms"
    lost = figures["closed_loop_rank_lost"]
    if lost:
        return "the order changes: " + "; ".join(" beside ".join(pair) for pair in lost)
    shares = figures["closed_loop_rooms_differ"].values()
    differ = ", ".join(f"{share:.1%}" for share in shares)
    return (
        "the order changes only where the distance is smaller than the two rooms' own "
        f"under one control ({differ}): no rank to be told"
    )
