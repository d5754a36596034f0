"""Says what the short names in a board's traceback stand for.

    python -m splitstat_cli.long_names HOME [BOARD] < what the board printed

The same version and home give the same names, so nothing about them lies on the board. A method's
name can stand for one of several only where a module has a name of its own that is written alike.
"""

import re
import sys
from pathlib import Path

from splitstat_cli import board_tree, home_file, vms
from splitstat_cli.bundle import Bundles

PLACE = re.compile(r'File "([^"]+)", line \d+, in (\S+)')


def translated(text: str, bundles: Bundles) -> str:
    """The text, each place of a traceback with its modules and its long name behind it."""
    short = bundles.short

    def place(found):
        module, name = found[1], found[2]
        parts = bundles.groups.get(module, ())
        known = {**short.attributes, **short.own.get(module, {})}
        long = [old for old, new in known.items() if new == name and old != name]
        said = [", ".join(part.removeprefix("splitstat.") for part in parts), " or ".join(long)]
        return found[0] + "".join(f"  [{each}]" for each in said if each)

    return PLACE.sub(place, text)


def main() -> None:
    home = home_file.load(Path(sys.argv[1]))
    name = sys.argv[2] if len(sys.argv) > 2 else next(iter(home.by_board))
    bundles = Bundles(vms.FIRMWARE.parent, board_tree.modules(home.by_board[name]))
    sys.stdout.write(translated(sys.stdin.read(), bundles))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    main()
