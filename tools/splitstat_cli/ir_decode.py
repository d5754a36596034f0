"""`splitstat ir decode`: what a capture says, by the table that verifies most of it."""

from pathlib import Path

from splitstat_cli import ir_batch, ir_formats
from splitstat_cli.ir_encode import infra_red_unit
from splitstat_cli.ir_identify import in_words, title
from splitstat_cli.terminal import GOOD, MISSED, out, print_json


def run(file: Path, unit: str | None = None, as_json: bool = False) -> int:
    """unit: read it as this one only. Exit status 1 where a signal cannot be read."""
    profile = infra_red_unit(unit)[0] if unit else None
    signals = []
    for signal in ir_formats.load(file):
        said = ir_batch.decode({"timings": signal.timings, "profile": profile})
        head = {"name": signal.name, "hz": signal.hz, "pulses": len(signal.timings)}
        signals.append({**head, **said})
    if as_json:
        print_json({"signals": signals})
    else:
        for one in signals:
            show(one)
    return GOOD if all(one["profile"] for one in signals) else MISSED


def show(one: dict) -> None:
    out.print(title(one), style="bold", markup=False)
    if not one["profile"]:
        out.print(f"    not read: {one['why']}", markup=False, soft_wrap=True)
        return
    names = [ir_batch.profiles()[profile] for profile in one["candidates"]]
    out.print(f"    {in_words(one['state'])}", markup=False, soft_wrap=True)
    out.print(f"    {names[0]}: {one['hex']}", markup=False, soft_wrap=True)
    if names[1:]:
        out.print(f"    or {', '.join(names[1:])}", markup=False, soft_wrap=True)
