"""What the figures of `splitstat bench control` mean, in sentences made from them."""

from splitstat_cli.cell_home import PATHS
from splitstat_cli.control_figures import ACCURACY_BELOW_K, FRAMES_PER_HOUR, STARTS_BELOW

GOOD, SORRY, PLAIN = "good", "sorry", "plain"
WANTED = {path: 1.12 if path.startswith("ir") else 1.08 for path in PATHS}
WANTED_SAVING = 0.30
WANTED_ROBUST = 0.08
SAID = {
    "ir": "infra-red",
    "ir half degrees": "infra-red in half degrees",
    "ir follow-me": "infra-red with the room told",
    "modbus": "Modbus",
    "modbus shaped": "Modbus with the room told",
}


def headline(figures: dict) -> str:
    ratios = {p: r for p, r in figures["mean_ratio_to_achievable"].items() if r is not None}
    if not ratios:
        return "No path reaches the comfort asked for."
    best = min(ratios, key=ratios.__getitem__)
    return (
        f"At equal comfort Splitstat needs {more(ratios[best])} than the best that was had, over "
        f"{SAID[best]}; over the other wires {more(min(_others(ratios, best)))} to "
        f"{more(max(ratios.values()))}."
        if len(ratios) > 1
        else f"Splitstat needs {more(ratios[best])} than the best that was had."
    )


def _others(ratios, best):
    return [ratio for path, ratio in ratios.items() if path != best]


def more(ratio: float) -> str:
    percent = round(100.0 * (ratio - 1.0))
    return f"{percent} % more" if percent >= 0 else f"{-percent} % less"


def findings(figures: dict) -> list[tuple]:
    """(tone, title, text), the most important first."""
    return [
        _distance(figures),
        _rivals(figures),
        _blast(figures),
        _starts(figures),
        _accuracy(figures),
        _thermostats(figures),
        _trouble(figures),
    ]


def _distance(figures) -> tuple:
    ratios = figures["mean_ratio_to_achievable"]
    met = [path for path in PATHS if ratios[path] is not None and ratios[path] <= WANTED[path]]
    missed = [f"{SAID[p]} {_ratio(ratios[p])} (goal {WANTED[p]})" for p in PATHS if p not in met]
    text = "What was had at least is a policy that knows the weather, or the best controller. "
    text += f"Missed by {'; '.join(missed)}." if missed else "Every path is within its goal."
    return (SORRY if missed else GOOD, f"{len(met)} of {len(PATHS)} paths near enough", text)


def _ratio(value) -> str:
    return "not reached" if value is None else f"{value:.2f}"


def _rivals(figures) -> tuple:
    beaten = {p: f["beaten_by"] for p, f in figures["paths"].items() if not f["beats_every_rival"]}
    if not beaten:
        return (GOOD, "Below every rival", "In every cell, among those that have the same path.")
    parts = [f"{SAID[path]}, {len(by)} times" for path, by in beaten.items() if by]
    parts += [f"{SAID[path]}, where it does not reach the comfort" for path, by in beaten.items()
              if not by]  # fmt: skip
    cells = max(f["cells"] for f in figures["paths"].values())
    text = f"Of {cells} cells and the rivals that have the same path, somebody needs no more over "
    return (SORRY, "Not below every rival", text + "; ".join(parts) + ".")


def _blast(figures) -> tuple:
    saved = [f["saves_of_hysteresis"] for f in figures["paths"].values()]
    known = [value for value in saved if value is not None]
    if not known:
        return (PLAIN, "Full blast", "On/off at full blast does not reach the comfort.")
    text = "An inverter is efficient at low speed; on and off at full blast throws that away."
    tone = GOOD if min(known) >= WANTED_SAVING else SORRY
    return (tone, f"{100 * min(known):.0f} % less than full blast, at least", text)


def _starts(figures) -> tuple:
    most = figures["max_starts_per_day"]
    broken = sum(f["broken"]["starts_per_day"] for f in figures["paths"].values())
    rows = sum(f["reached"] for f in figures["paths"].values())
    text = (
        f"{broken} of {rows} rows start more often than 1.2 times the policy, or than "
        f"{STARTS_BELOW:.0f} a day. Where a room wants less than the machine's lowest speed "
        "gives, it has to stop; how often is its own thermostat's matter, unless it is told the "
        "room."
    )
    return (SORRY if broken else GOOD, f"Up to {most or 0:.0f} starts a day", text)


def _accuracy(figures) -> tuple:
    worst = figures["worst_control_accuracy_k"] or 0.0
    frames = figures["max_frames_per_hour"] or 0
    text = (
        f"The goal is {ACCURACY_BELOW_K} K where the machine has to stop (EN 15500-1). At most "
        f"{frames} frames went out in an hour (goal: {FRAMES_PER_HOUR})."
    )
    good = worst <= ACCURACY_BELOW_K and frames <= FRAMES_PER_HOUR
    return (GOOD if good else SORRY, f"Within {worst:.1f} K of the target at worst", text)


def _thermostats(figures) -> tuple:
    worst = {p: f["worst"] for p, f in figures["personalities"].items() if f["worst"] is not None}
    if not worst:
        return (PLAIN, "Other thermostats of units", "Not lived in this run.")
    parts = [f"{SAID[p]} {_ratio(figures['personalities'][p]['mean'])} and {r:.2f}"
             for p, r in worst.items()]  # fmt: skip
    text = "Nothing is tuned to them. Ratio to achievable, mean and worst thermostat: "
    return (PLAIN, f"{len(_words(figures))} thermostats of units", text + "; ".join(parts) + ".")


def _words(figures) -> set:
    return {w for f in figures["personalities"].values() for w in f} - {"mean", "worst"}


def _trouble(figures) -> tuple:
    worse = {p: f["worse"] for p, f in figures["robust"].items() if f is not None}
    known = {path: value for path, value in worse.items() if value is not None}
    if not worse:
        return (PLAIN, "Everything wrong", "Not lived in this run.")
    parts = [f"{SAID[p]} {v:+.2f}" for p, v in known.items()]
    parts += [f"{SAID[p]} not comfortable" for p in worse if p not in known]
    good = len(known) == len(worse) and max(known.values()) <= WANTED_ROBUST
    text = (
        "Sensor, unit and frames wrong, the window open each morning, half the machine; change of "
        f"the ratio (goal: at most {WANTED_ROBUST}): " + "; ".join(parts) + "."
    )
    return (GOOD if good else SORRY, "Everything wrong at once", text)
