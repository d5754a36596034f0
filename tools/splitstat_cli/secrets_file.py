"""What only the board may know: Wi-Fi and broker, in a TOML file that is kept apart from the home.

    [wifi]
    ssid = "..."
    password = "..."
    [mqtt]
    host = "..."            port, user, password and tls_ca (a DER file) where needed
    [home]
    key = "..."             32 hex digits or more: with it the boards of one home know each other
"""

import json
from pathlib import Path

from splitstat_cli import toml_file
from splitstat_cli.mistakes import FileError, Mistake, nearest

NAME = "secrets.toml"
# Table -> key -> (type, may be left out).
KEYS = {
    "wifi": {"ssid": (str, False), "password": (str, True)},
    "mqtt": {
        "host": (str, False),
        "port": (int, True),
        "user": (str, True),
        "password": (str, True),
        "tls_ca": (str, True),
    },
    "home": {"key": (str, False)},
}


def warnings(home, secrets: dict) -> list[Mistake]:
    """What of these secrets may surprise in a Home."""
    found = []
    if len(home.by_board) > 1 and "home" not in secrets:
        names = " and ".join(home.by_board)
        allowed = f"without one for {names} each knows its own rooms alone"
        found.append(Mistake(NAME, None, "home.key", "is missing", allowed))
    if "mqtt" not in secrets:
        blasted = [room["name"] for room in home.compiled["rooms"] if "blaster" in room]
        if blasted:
            allowed = f"without a broker nothing reaches the blaster of {' and '.join(blasted)}"
            found.append(Mistake(NAME, None, "mqtt", "is missing", allowed))
    return found


def load(path: Path | None, home: Path) -> dict:
    """What secrets.json on the board says. path None: secrets.toml beside the home file, or
    nothing. Raises FileError."""
    if path is None:
        path = home.parent / NAME
        if not path.exists():
            return {}
    file = toml_file.read(path)
    wrong: list[Mistake] = []

    def complain(where, found, allowed, suggestion=None):
        key = ".".join(map(str, where))
        wrong.append(Mistake(file.name, file.line(where), key, found, allowed, suggestion))

    for name, table in file.data.items():
        if name not in KEYS or not isinstance(table, dict):
            found = "is not known" if name not in KEYS else "is no table"
            complain((name,), found, f"allowed are {', '.join(KEYS)}", nearest(name, KEYS))
            continue
        keys = KEYS[name]
        for key, value in table.items():
            if key not in keys:
                allowed = f"allowed are {', '.join(keys)}"
                complain((name, key), "is not known", allowed, nearest(key, keys))
            elif type(value) is not keys[key][0]:
                kind = "a text" if keys[key][0] is str else "a whole number"
                complain((name, key), f"is {json.dumps(value, default=str)}", f"needed: {kind}")
        for key, (_, optional) in keys.items():
            if not optional and key not in table:
                complain((name, key), "is missing", "it is needed in this table")
    if wrong:
        raise FileError(wrong)
    said = {name: dict(table) for name, table in file.data.items()}
    certificate = said.get("mqtt", {}).get("tls_ca")
    if certificate is not None:
        try:
            said["mqtt"]["tls_ca"] = (path.parent / certificate).read_bytes().hex()
        except OSError as why:
            complain(("mqtt", "tls_ca"), str(why.strerror), "needed: a certificate in DER form")
            raise FileError(wrong) from None
    return said
