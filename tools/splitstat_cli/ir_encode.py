"""`splitstat ir encode`: the pulses that put a unit into a state, as the board would send them."""

from splitstat.control.types import CodecError, UnitCommand
from splitstat.ir.unit import SPEEDS
from splitstat_cli.ir_batch import profiles, unit_of
from splitstat_cli.ir_identify import in_words
from splitstat_cli.mistakes import FileError, Mistake, nearest, quoted
from splitstat_cli.terminal import GOOD, err, print_json

MODES = ("off", "heat", "cool", "dry", "fan_only")
SWINGS = ("auto", "highest", "high", "middle", "low", "lowest")
# What --previous is made of, in this order.
PARTS = "MODE,SETPOINT,FAN,SWING"


def run(
    unit: str | None,
    mode: str | None,
    setpoint: float,
    fan: str = "auto",
    swing: str | None = None,
    previous: str | None = None,
    as_json: bool = False,
) -> int:
    """setpoint in degC; previous is "MODE,SETPOINT,FAN,SWING", the later ones may be missing."""
    if unit is None or mode is None:
        raise wrong("splitstat ir encode", "needs UNIT and --mode, or --jsonl")
    profile, name = infra_red_unit(unit)
    speaker = unit_of(profile)
    if speaker.traits.cool is None:
        raise wrong(name, "is for reading only: its table has no modes")
    wanted = command(mode, setpoint, fan, swing)
    try:
        hz, timings = speaker.encode(wanted, before(previous) if previous else None)
    except CodecError as why:
        modes = "allowed: " + ", ".join(speaker.traits.modes)
        raise wrong(name, f"it has no {why}", modes) from None
    state = speaker.decode_state(timings)
    assert state is not None, "a unit reads what it sends"
    if as_json:
        print_json(
            {"unit": name, "profile": profile, "hz": hz, "timings": timings, "state": state}
        )
        return GOOD
    print(f"# {hz} Hz")
    print(*(us if i % 2 == 0 else -us for i, us in enumerate(timings)))
    err.print(f"{name}: {in_words(state)}", markup=False, soft_wrap=True)
    return GOOD


def infra_red_unit(name: str) -> tuple[str, str]:
    """(profile, unit name) for either of them. Raises FileError for any other word."""
    wanted = name.lower().replace("-", "_")
    for profile, known in profiles().items():
        if known == wanted:
            return profile, known
    raise wrong(quoted(name), "no infra-red unit", "", nearest(wanted, profiles().values()))


def command(mode: str, setpoint: float, fan: str, swing: str | None) -> UnitCommand:
    """A command of checked words. Raises FileError."""
    for what, word, allowed in (("mode", mode, MODES), ("fan", fan, SPEEDS)):
        if word not in allowed:
            raise wrong(what, quoted(word), "allowed: " + ", ".join(allowed))
    if swing is not None and swing not in SWINGS:
        raise wrong("swing", quoted(swing), "allowed: " + ", ".join(SWINGS))
    # Not a number fails this comparison too.
    if not 0 <= setpoint <= 50:
        raise wrong("setpoint", f"{setpoint:g}", "allowed: 0 to 50 degC")
    return UnitCommand(mode, round(100 * setpoint), fan, swing, False)


def before(text: str) -> UnitCommand:
    """What the unit does now, from "cool,24,low"."""
    mode, setpoint, fan, swing = (text.split(",") + [""] * 3)[:4]
    try:
        degrees = float(setpoint or 22)
    except ValueError:
        raise wrong("--previous", quoted(text), f"allowed: {PARTS}") from None
    return command(mode, degrees, fan or "auto", swing or None)


def wrong(where: str, found: str, allowed: str = "", suggestion: str | None = None) -> FileError:
    return FileError([Mistake(where, None, "", found, allowed, suggestion)])
