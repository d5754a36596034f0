"""`package.json` for `mpremote mip install`: the compiled firmware of a release, file by file.

    python -m splitstat_cli.package_json BOARD FOLDER

fills FOLDER with boot.py, main.py and a slot with every unit and sensor, and the list of them. Put
the folder where mip can fetch it (a release, a web server), then on a board with MicroPython
    mpremote mip install --target / URL/package.json
"""

import json
import sys
import tempfile
from importlib import metadata
from pathlib import Path

from splitstat_cli import board_tree, home_file, mpy, vms

# A home for the shape of the tree only; the board gets its own by deploy or on its page.
SHAPE = """timezone = "UTC"
board = "{board}"
[[room]]
name = "bedroom"
unit = "gree.yaw1f"
pin = {pin}
"""


def files_of(board: str) -> dict[str, bytes]:
    """Path on the board -> content. Raises KeyError for an unknown board."""
    from splitstat_cli.board_files import board as facts

    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home.toml"
        home.write_text(SHAPE.format(board=board, pin=facts(board).ir_pin))
        loaded = home_file.load(home)
        slot = board_tree.slot(loaded, next(iter(loaded.by_board)))
        slot = {path: text for path, text in slot.items() if path != "home.json"}
        made = Path(folder) / "made"
        for part in ("units", "sensors"):
            for source in sorted((vms.FIRMWARE / part).glob("[a-z]*.py")):
                (made / part).mkdir(parents=True, exist_ok=True)
                mpy.compile_module(source, vms.FIRMWARE / part, made / part)
                path = f"{part}/{source.stem}.mpy"
                slot.setdefault(f"splitstat/{path}", (made / path).read_bytes())
    slot.pop(board_tree.MANIFEST)
    slot[board_tree.MANIFEST] = board_tree.manifest(slot, board)
    outside = {name: (board_tree.STARTERS / name).read_bytes() for name in ("boot.py", "main.py")}
    return outside | {f"a/{path}": text for path, text in slot.items()}


def run(board: str, into: Path) -> int:
    """Writes the folder."""
    files = files_of(board)
    board_tree.write(files, into)
    listed = {"urls": [[path, path] for path in files], "deps": []}
    listed["version"] = metadata.version("splitstat")
    (into / "package.json").write_text(json.dumps(listed, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    sys.exit(run(sys.argv[1], Path(sys.argv[2])))
