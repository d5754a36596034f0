"""Writes library_names.txt: whatever the stubs of MicroPython for the ESP32 call something.

    python -m splitstat_cli.library_names [STUBS]

STUBS is the folder of the stubs, `.cache/stubs` unless told otherwise (`make check` fills it). On
a board no name of these becomes a short one (bundle_short_names.py).
"""

import ast
import sys
import textwrap
from pathlib import Path

from splitstat_cli.bundle_short_names import LIBRARY


def names(stubs: Path) -> list[str]:
    """Sorted. Raises SyntaxError."""
    found = set()
    for path in stubs.rglob("*.pyi"):
        found.add(path.stem)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for place in ("name", "id", "attr", "arg"):
                said = getattr(node, place, None)
                if isinstance(said, str):
                    found |= set(said.split("."))
    return sorted(name for name in found if name and not name.startswith("__"))


def text(found: list[str]) -> str:
    return "\n".join(textwrap.wrap(" ".join(found), 99)) + "\n"


if __name__ == "__main__":
    stubs = Path(sys.argv[1] if len(sys.argv) > 1 else ".cache/stubs")
    LIBRARY.write_text(text(names(stubs)), "utf-8")
