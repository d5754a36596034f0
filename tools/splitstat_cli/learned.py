"""Where what a remote taught lies on a computer (units/raw.py): beside the home file that uses it,
or in the folder one is in."""

from pathlib import Path

from splitstat.units import raw

ANYWHERE = raw.FOLDERS


def look_beside(home: Path) -> None:
    """From now on `raw.NAME` is looked for beside this home file first."""
    raw.FOLDERS = (f"{home.parent}/", *ANYWHERE)


def files_of(home, board: str) -> dict[str, Path]:
    """raw_NAME.json -> its file, of each learned unit of a board. home: home_file.Home."""
    found = {}
    for room in home.by_board[board]["rooms"]:
        unit, _, name = room["unit"].partition(".")
        if unit == "raw":
            beside = home.path.parent / f"raw_{name}.json"
            found[beside.name] = beside if beside.exists() else Path(beside.name)
    return found
