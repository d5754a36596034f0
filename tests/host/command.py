"""The `splitstat` command in a process of its own, as a person or CI calls it."""

import subprocess
import sys

ENTRY = "from splitstat_cli.main import run; run()"


def splitstat(*words, timeout_s: float = 300):
    """CompletedProcess with text streams."""
    return subprocess.run(
        [sys.executable, "-c", ENTRY, *map(str, words)],
        capture_output=True,
        text=True,
        timeout=timeout_s,
    )
