"""`splitstat ir identify`: which units fit a capture, the most certain first, and why."""

from pathlib import Path

from splitstat.control.types import CodecError
from splitstat.ir import table
from splitstat_cli import ir_formats
from splitstat_cli.ir_batch import profiles, strength, unit_of
from splitstat_cli.terminal import GOOD, MISSED, out, print_json
from splitstat_cli.units_list import sold_as

# A carrier further off than this is worth a word: receivers measure it within some 3 %.
CARRIER_TOLERANCE = 0.05
SWITCHES = "quiet turbo econo light filter clean beep sleep".split()


def run(file: Path, as_json: bool = False) -> int:
    """Exit status 1 where a signal fits no table."""
    signals = [look(signal) for signal in ir_formats.load(file)]
    if as_json:
        print_json({"signals": signals})
    else:
        for one in signals:
            show(one)
    return GOOD if all(one["candidates"] for one in signals) else MISSED


def look(signal) -> dict:
    """One signal: every unit that reads it, and those whose pulses fit with broken content."""
    fits, broken = [], []
    for profile, name in profiles().items():
        try:
            state = unit_of(profile).decode_state(signal.timings)
        except CodecError as why:
            broken.append({"unit": name, "profile": profile, "why": str(why)})
        else:
            if state is not None:
                fits.append(candidate(profile, name, state, signal))
    fits.sort(key=lambda c: (not c["whole"], -c["verified_bits"], c["off_percent"], c["unit"]))
    for one in fits:
        others = [c["unit"] for c in fits if c["sent"] == one["sent"] and c is not one]
        if others:
            one["reasons"].append("this key alone does not tell it from " + ", ".join(others))
    for one in fits:
        del one["sent"]
    head = {"name": signal.name, "hz": signal.hz, "pulses": len(signal.timings)}
    return {**head, "candidates": fits, "broken": broken}


def candidate(profile: str, name: str, state: dict, signal) -> dict:
    """What speaks for a unit: what it verifies, and how it would have sent the same itself."""
    speaker = unit_of(profile)
    hz, sent = speaker.encode_state(state)
    # The closing gap is missing in most captures.
    whole = abs(len(sent) - len(signal.timings)) <= 1
    pairs = list(zip(signal.timings, sent))[: len(sent) - 1]
    off = 100 * sum(abs(got - us) / us for got, us in pairs) / len(pairs)
    checks = sum(len(message[5]) for message in table.read(speaker.text)[1])
    verified = strength(speaker)
    reasons = ["the checksum holds" if checks else f"no checksum, {verified} constant bits hold"]
    if whole:
        reasons.append("it would send as many pulses")
        reasons.append(f"durations are off by {off:.1f} % on average")
    else:
        reasons.append(f"it would send {len(sent)} pulses, not {len(signal.timings)}")
    if signal.hz and abs(signal.hz - hz) > hz * CARRIER_TOLERANCE:
        reasons.append(f"its carrier is {hz / 1000:.1f} kHz")
    return {
        "unit": name, "profile": profile, "sold_as": sold_as(name), "state": state,
        "verified_bits": verified, "whole": whole, "off_percent": round(off, 1),
        "reasons": reasons, "sent": sent,
    }  # fmt: skip


def in_words(state: dict) -> str:
    """A state of the fact sheets as a person says it; what the message does not carry is left
    out."""
    if state["power"] is False:
        return "off"
    parts = ["on or off" if state["power"] == "toggled" else ""]
    degrees = state["degrees"]
    parts.append(" ".join(filter(None, [state["mode"], degrees and f"{degrees:g} °C"])))
    for key, word in (("fan", "fan"), ("swingv", "louvres"), ("swingh", "louvres left-right")):
        if state[key] not in (None, "off"):
            parts.append(f"{word} {state[key]}")
    parts += [key for key in SWITCHES if state[key]]
    return ", ".join(filter(None, parts)) or "on"


def title(one: dict) -> str:
    """What is known of a signal before it is read."""
    carrier = f", {one['hz'] / 1000:.1f} kHz" if one["hz"] else ""
    return f"{one['name'] or 'signal'}: {one['pulses']} pulses{carrier}"


def show(one: dict) -> None:
    out.print(title(one), style="bold", markup=False)
    for rank, fit in enumerate(one["candidates"], 1):
        sold = ", ".join(fit["sold_as"])
        out.print(f"{rank:3}. {fit['unit']} ({sold})", markup=False, soft_wrap=True)
        out.print(f"     {in_words(fit['state'])}", markup=False, soft_wrap=True)
        out.print(f"     {'; '.join(fit['reasons'])}", markup=False, soft_wrap=True)
    if not one["candidates"]:
        out.print("     no table fits", markup=False)
        for near in one["broken"]:
            text = f"     {near['unit']}: the pulses fit, the content does not ({near['why']})"
            out.print(text, markup=False, soft_wrap=True)
