"""Turns a recording into the `us` and `pulses` of a line in tests/vectors/ir/vectors.jsonl.

    python -m splitstat_cli.ir_vector CAPTURE 457 648 1545 3042 4248 100000

The numbers are the durations that the protocol means, in us, as you read them from your recording;
the last one closes the message. Each mark and space becomes the nearest of them. Nothing of the
firmware takes part, so the line can prove a table.
"""

import json
import sys
from pathlib import Path

from splitstat_cli import ir_formats
from splitstat_cli.mistakes import FileError


def snapped(timings, us) -> str:
    """A letter for each duration: the nearest of `us`, ascending. The closing gap is added."""
    letters = [
        chr(97 + min(range(len(us)), key=lambda i: abs(us[i] - duration))) for duration in timings
    ]
    if len(letters) % 2:
        letters.append(chr(97 + len(us) - 1))
    return "".join(letters)


def main() -> int:
    us = sorted(int(word) for word in sys.argv[2:])
    try:
        signals = ir_formats.load(Path(sys.argv[1]))
    except FileError as mistake:
        print(mistake, file=sys.stderr)
        return 2
    for signal in signals:
        print(json.dumps({"us": us, "pulses": snapped(signal.timings, us)}, separators=(",", ":")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
