"""`splitstat replay`: recorded inputs once more through the core, every output compared.

The core runs in a process of its own on the VM that was asked for. Exit status 0: the same to the
last field; 1: an output differs, or the lines are not those that were recorded; 2: not a trace.
"""

import json
from pathlib import Path

from splitstat_cli import trace as trace_file
from splitstat_cli import vms
from splitstat_cli.terminal import GOOD, MISSED, complain, err, out, print_json

SCRIPT = vms.ON_VM / "replay_core.py"


def run(trace: Path, vm: str, as_json: bool) -> int:
    """Raises TraceError and VmMissing; both mean exit status 2."""
    result = replay(trace, vm)
    if as_json:
        print_json(result)
    elif result["first"]:
        complain(difference(trace, result["first"]))
    if result["falsified"]:
        complain(f"{trace}: {result['falsified']}")
    if not as_json:
        out.print(
            f"{result['scans']} scans on {vm}: {result['differences']} differences", markup=False
        )
    return MISSED if result["differences"] or result["falsified"] else GOOD


def replay(trace: Path, vm: str) -> dict:
    """vm, scans, differences, first (None or where), falsified (None or why)."""
    _, falsified = trace_file.read(trace)
    with err.status(f"replaying on {vm}"):
        done = vms.run(vm, SCRIPT, [trace], timeout_s=3600)
    try:
        found = json.loads(done.stdout)
    except ValueError:
        raise RuntimeError(f"{vm} stopped: {done.stderr or done.stdout}") from None
    if "error" in found:
        raise trace_file.TraceError(
            f"{trace}:{found['line']}: the core does not take it ({found['error']})"
        )
    return {"vm": vm, **found, "falsified": falsified}


def difference(trace: Path, first: dict) -> str:
    return (
        f"{trace}:{first['line']}: at {first['now_s']} s, {first['what']}: "
        f"recorded {json.dumps(first['recorded'])}, now {json.dumps(first['found'])}"
    )
