"""`package.json` for `mpremote mip install`: the compiled firmware of a release, file by file.

    python -m splitstat_cli.package_json BOARD FOLDER

fills FOLDER with boot.py, main.py and a slot with every unit and sensor (first_tree.py), and the
list of them; beside it update.tar, the same slot for the page of a board that runs already. Put
the folder where mip can fetch it (a release, a web server), then on a board with MicroPython
    mpremote mip install --target / URL/package.json
"""

import json
import sys
from importlib import metadata
from pathlib import Path

from splitstat_cli import board_tree, first_tree, update_file


def run(board: str, into: Path) -> int:
    """Writes the folder. Raises KeyError for an unknown board."""
    files = first_tree.files(board, {})
    board_tree.write(files, into)
    slot = {path[2:]: content for path, content in files.items() if path.startswith("a/")}
    (into / "update.tar").write_bytes(update_file.packed(slot))
    listed = {"urls": [[path, path] for path in files], "deps": []}
    listed["version"] = metadata.version("splitstat")
    (into / "package.json").write_text(json.dumps(listed, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    sys.exit(run(sys.argv[1], Path(sys.argv[2])))
