"""Where the command speaks: results on standard output, progress and complaints on standard error.

With --json standard output carries one JSON document and nothing else.
"""

import json
import sys

from rich.console import Console

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)

GOOD, MISSED, BAD_INPUT = 0, 1, 2


def print_json(document) -> None:
    """The one JSON document of a run with --json. NaN and infinity are refused: JSON has none."""
    json.dump(document, sys.stdout, allow_nan=False)
    sys.stdout.write("\n")


def complain(text: str) -> None:
    """What is wrong with the input, as plain lines that a person can search for."""
    err.print(text, markup=False, soft_wrap=True)
