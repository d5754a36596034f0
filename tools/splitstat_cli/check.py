"""`splitstat check HOME`: every mistake of a home file in one run, and what may surprise. The
secrets beside it are looked at as well."""

from pathlib import Path

from splitstat_cli import home_file, secrets_file
from splitstat_cli.mistakes import FileError, as_dicts, shown
from splitstat_cli.terminal import BAD_INPUT, GOOD, complain, out, print_json


def run(home, as_json: bool = False) -> int:
    """home: path of the file. Exit status 0 good (warnings or not), 2 bad."""
    try:
        found = home_file.load(home)
        secrets = secrets_file.load(None, Path(home))
    except FileError as why:
        if as_json:
            print_json({"good": False, "mistakes": as_dicts(why.mistakes), "warnings": []})
        else:
            complain(str(why))
        return BAD_INPUT
    warnings = found.warnings + secrets_file.warnings(found, secrets)
    if as_json:
        print_json({"good": True, "mistakes": [], "warnings": as_dicts(warnings)})
        return GOOD
    for line in shown(warnings):
        complain(f"warning: {line}")
    rooms = len(found.compiled["rooms"])
    out.print(
        f"{found.path}: good, {rooms} room{'s' if rooms > 1 else ''}", markup=False, soft_wrap=True
    )
    return GOOD
